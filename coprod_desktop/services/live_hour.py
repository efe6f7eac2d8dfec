"""What is done to the clock while people talk: on, back, longer, shorter, skipped, another day; and the room's signs.

Each act writes a moment beside what it changes: what and when, never who and never why.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from coprod_desktop.domain import clock
from coprod_desktop.domain.agenda import is_break, on_now, to_come
from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.clock import Signal
from coprod_desktop.domain.ids import new_id
from coprod_desktop.domain.live_hour import Moment, What
from coprod_desktop.domain.record import AgendaItem
from coprod_desktop.domain.words import PartState
from coprod_desktop.errors import UserError
from coprod_desktop.services import still_there
from coprod_desktop.services.desk import Desk
from coprod_desktop.store import reading
from coprod_desktop.store.transaction import Transaction

MOST_MINUTES = 600
MOST_TABLES = 40


# ---- on and back


def next_item(desk: Desk, session: str) -> Changes:
    """Go on to the next part of the agenda: the one in hand is finished now, the next has started now."""
    with desk.store.write("Went on to the next item") as tx:
        items = _items(tx, session)
        if not items:
            raise UserError("There is no agenda yet.", "Make one under Get ready, and this key goes through it.")
        if on_now(items) is None and not to_come(items):
            raise UserError("There is nothing after this on the agenda.", "")
        _go_on(desk, tx, session, items)
    return tx.changes


def back(desk: Desk, session: str) -> Changes:
    """Go back to the part before: what is on now has not begun, and the one before goes on since it began."""
    with desk.store.write("Went back to the part before") as tx:
        items = _items(tx, session)
        doing = on_now(items)
        done = [i for i in items if i.started and i.finished]
        if not done:
            raise UserError("There is nothing before this to go back to.", "")
        before = max(done, key=lambda i: (i.order, i.started or "")) if doing is None else _before(items, doing)
        if doing is not None:
            tx.change("agenda_item", doing.id, started=None)
        tx.change("agenda_item", before.id, finished=None, state=None)
        _note(desk, tx, session, What.STARTED, before.id)
    return tx.changes


def _before(items: Sequence[AgendaItem], doing: AgendaItem) -> AgendaItem:
    """Return the part that was on before this one: the nearest above it that was done, or else the nearest below."""
    at = items.index(doing)
    done = [*reversed(items[:at]), *items[at + 1 :]]
    return next(i for i in done if i.started and i.finished)


# ---- one part


def change_length(desk: Desk, part: str, by: int) -> Changes:
    """Make a part longer or shorter by so many minutes; the length first planned is kept beside it.

    A break and the read-back are never made shorter than they were planned: people need them.
    """
    with desk.store.write("Changed how long a part is") as tx:
        session, item = _part(tx, part)
        first = item.planned or item.minutes
        least = first if is_break(item) or clock.is_read_back(item) else 1
        minutes = max(min(least, item.minutes), min(MOST_MINUTES, item.minutes + by))
        if minutes == item.minutes:
            raise UserError(f"“{item.title}” keeps its {item.minutes} minutes.", "Take them from another part.")
        tx.change("agenda_item", part, minutes=minutes, planned=None if minutes == first else first)
        what = What.ADDED if minutes > item.minutes else What.SHORTENED
        _note(desk, tx, session, what, part, abs(minutes - item.minutes))
    return tx.changes


def skip(desk: Desk, part: str) -> Changes:
    """Leave a part out today. When it is on now, the next one starts."""
    with desk.store.write("Skipped a part") as tx:
        _leave_out(desk, tx, part, PartState.SKIPPED, What.SKIPPED)
    return tx.changes


def next_time(desk: Desk, part: str) -> Changes:
    """Keep a part for next time. When it is on now, the next one starts."""
    with desk.store.write("Kept a part for next time") as tx:
        _leave_out(desk, tx, part, PartState.NEXT_TIME, What.NEXT_TIME)
    return tx.changes


def _leave_out(desk: Desk, tx: Transaction, part: str, state: PartState, what: What) -> None:
    session, item = _part(tx, part)
    items = _items(tx, session)
    tx.change("agenda_item", part, state=state)
    _note(desk, tx, session, what, part)
    if item == on_now(items):
        _go_on(desk, tx, session, items)


def put_back(desk: Desk, part: str) -> Changes:
    """A part that was skipped or kept for next time is to come again."""
    with desk.store.write("Put a part back on the agenda") as tx:
        _session, item = _part(tx, part)
        tx.change("agenda_item", part, state=None, **({"started": None, "finished": None} if item.started else {}))
    return tx.changes


def swap(desk: Desk, part: str, *, first: bool = False) -> Changes:
    """Exchange a part that is to come with the one after it; `first` makes it the next one."""
    with desk.store.write("Swapped parts of the agenda") as tx:
        session, item = _part(tx, part)
        items = list(_items(tx, session))
        coming = list(to_come(items))
        if item not in coming or (coming[0] if first else coming[-1]) == item:
            where = "the next one already" if first else "the last one"
            raise UserError(f"“{item.title}” is {where}." if item in coming else f"“{item.title}” is over.", "")
        other = coming[0] if first else coming[coming.index(item) + 1]
        items.remove(item)
        items.insert(items.index(other) + (0 if first else 1), item)
        for order, one in enumerate(items):
            tx.change("agenda_item", one.id, order=order)
        _note(desk, tx, session, What.SWAPPED, part)
    return tx.changes


def set_tables(desk: Desk, part: str, many: int | None) -> Changes:
    """Say how many tables work on a part at once; None or 1 when everybody is together."""
    with desk.store.write("Said how many tables there are") as tx:
        _part(tx, part)
        tx.change("agenda_item", part, tables=min(many, MOST_TABLES) if many and many > 1 else None)
    return tx.changes


# ---- what the room is asked for


def turn_signal(desk: Desk, session: str, what: What) -> Changes:
    """Ask the room for something (a key of clock.SIGNALS); asked for already, it is taken off."""
    with desk.store.write("Changed what the room is asked for") as tx:
        still_there.session(tx, session)
        now = clock.signal(reading.rows(tx.connection, Moment, session))
        doing = on_now(reading.rows(tx.connection, AgendaItem, session))
        is_off = now is not None and now.what is what
        _note(desk, tx, session, clock.END_OF[what] if is_off else what, doing.id if doing else None)
    return tx.changes


def slept(desk: Desk, session: str, minutes: int) -> Changes:
    """Write down that the laptop slept; nobody has to undo that."""
    with desk.store.write() as tx:
        still_there.session(tx, session)
        _note(desk, tx, session, What.SLEPT, None, minutes)
    return tx.changes


def signal(desk: Desk, session: str) -> Signal | None:
    """Return what the room is asked for now."""
    return clock.signal(moments(desk, session))


def moments(desk: Desk, session: str) -> Sequence[Moment]:
    """Return what happened to a session's clock, in the order it was written down."""
    with desk.store.read() as connection:
        return reading.rows(connection, Moment, session)


# ---- in one transaction


def _items(tx: Transaction, session: str) -> Sequence[AgendaItem]:
    still_there.session(tx, session)
    return reading.rows(tx.connection, AgendaItem, session)


def _part(tx: Transaction, part: str) -> tuple[str, AgendaItem]:
    still_there.row(tx, "agenda_item", part)
    session = reading.session_of(tx.connection, "agenda_item", part)
    return str(session), reading.one(tx.connection, AgendaItem, part)


def _go_on(desk: Desk, tx: Transaction, session: str, items: Iterable[AgendaItem]) -> None:
    at, every = f"{desk.now():%H:%M}", tuple(items)
    for item in every:
        if item.started and not item.finished:
            tx.change("agenda_item", item.id, finished=at)
            _note(desk, tx, session, What.FINISHED, item.id)
    coming = to_come(every)
    if coming:
        tx.change("agenda_item", coming[0].id, started=at)
        _note(desk, tx, session, What.STARTED, coming[0].id)


def _note(
    desk: Desk, tx: Transaction, session: str, what: What, part: str | None = None, minutes: int | None = None
) -> None:
    at = desk.now().isoformat(timespec="seconds")
    tx.add(Moment(id=new_id(), at=at, what=what, part=part, minutes=minutes), session=session)
