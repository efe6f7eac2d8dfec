"""The Bin: what was taken away waits in it for 30 days. It can be put back whole; after that it is emptied for good.

What was struck, sealed or erased is never in it. While a hold keeps something, or it is a promise that was told on a
paper, or a line of it is sealed and not passed on, it is not emptied.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace

from coprod_desktop.domain.changes import Changes
from coprod_desktop.errors import UserError
from coprod_desktop.services import backups, clock_jumps, need_lines
from coprod_desktop.services.backups import Why
from coprod_desktop.services.desk import Desk
from coprod_desktop.store import aside, joining, reading, whose
from coprod_desktop.store import bin as store_bin
from coprod_desktop.store.bin import HELD, PROMISED, SEALED, InBin
from coprod_desktop.store.transaction import Transaction

DAYS = 30
STAYS = {
    HELD: "A hold keeps it, so it stays here.",
    SEALED: "A line of it is sealed, so it stays here until that is in your organisation's record.",
    PROMISED: "It was promised on a paper, so it stays here. Put it back, and answer it: a promise is never deleted.",
}
_GONE = UserError("That is not in the Bin any more.", "Nothing was changed.")


@dataclass(frozen=True)
class Binned:
    """One thing in the Bin, as it is listed. `person`: whose need or place on the list it is."""

    noun: str
    row: str
    words: str
    session_title: str
    person: str | None
    since: datetime.date
    until: datetime.date
    """The day from which it is emptied."""
    stays: str | None
    """Why it is not emptied; None: it will be."""

    @property
    def id(self) -> str:
        """What tells it from the others in a list."""
        return f"{self.noun}:{self.row}"


def things(desk: Desk) -> Sequence[Binned]:
    """Return what is in the Bin, what went last first."""
    with desk.store.read() as connection:
        held = aside.holds(connection, desk.today())
        return [
            _binned(line, store_bin.why_it_stays(connection, line.noun, line.id, held))
            for line in store_bin.lines(connection)
        ]


def put_back(desk: Desk, noun: str, row: str) -> Changes:
    """Put one thing back where it was; a session with all that is in it. One step."""
    with desk.store.write("Put something back") as tx:
        if not store_bin.is_away(tx.connection, noun, row):
            raise _GONE
        store_bin.put_back(tx, noun, row)
        if noun in {"need", "attendance"}:
            _with_lines(tx, desk, noun, row)
        if noun == "session":
            joining.join(tx, row)  # what came while it was away may tell of its promises
    return tx.changes


def _with_lines(tx: Transaction, desk: Desk, noun: str, row: str) -> None:
    """What somebody needs comes back with its line on the checklist."""
    owner = whose.of_need(tx.connection, row) if noun == "need" else whose.of_part(tx.connection, row)
    if owner is not None and reading.stands(tx.connection, "session", owner.session):
        need_lines.keep(tx, desk, owner.session, owner.person)


def empty(desk: Desk, things: Sequence[tuple[str, str]]) -> Changes:
    """Take things (noun, id) out for good: their words are nowhere any more. Not undoable: ask first.

    A backup comes first, and goes as soon as the next one is made. Older ones hold the words for some weeks more.
    """
    backups.before(desk, Why.ERASURE)
    return _empty(desk, things)


def _empty(desk: Desk, things: Sequence[tuple[str, str]]) -> Changes:
    from coprod_desktop.services.making.easy_forget import choices_taken_out

    with choices_taken_out(desk) as take_choices, desk.store.write() as tx:
        for noun, row in things:
            if not store_bin.is_away(tx.connection, noun, row):
                if len(things) == 1:
                    raise _GONE
                continue  # it went with another of them: a need with the person
            why = store_bin.why_it_stays(tx.connection, noun, row, aside.holds(tx.connection, desk.today()))
            if why is not None:
                raise UserError(STAYS[why], "Nothing was taken out.")
            session = reading.session_of(tx.connection, noun, row)
            store_bin.empty(tx, noun, row)
            if noun in {"entry", "point"} and session is not None:
                take_choices(tx, session)
    desk.store.checkpoint()
    return replace(tx.changes, said="Taken out of the Bin")


def due(desk: Desk) -> Sequence[tuple[str, str]]:
    """Return what has been in the Bin for its time and is kept by nothing, as (noun, id)."""
    if clock_jumps.has_jumped(desk):
        return []
    before = (desk.now() - datetime.timedelta(DAYS)).astimezone(datetime.UTC).isoformat(timespec="milliseconds")
    with desk.store.read() as connection:
        held = aside.holds(connection, desk.today())
        return [
            (line.noun, line.id)
            for line in store_bin.lines(connection, before)
            if store_bin.why_it_stays(connection, line.noun, line.id, held) is None
        ]


def sweep(desk: Desk) -> Changes:
    """Empty what has been in the Bin for its time. It was in the backups of all that time."""
    found = due(desk)
    return _empty(desk, found) if found else Changes()


def _binned(line: InBin, why: str | None) -> Binned:
    since = datetime.datetime.fromisoformat(line.since).astimezone().date()
    return Binned(
        line.noun, line.id, line.words, line.session_title, line.person, since,
        since + datetime.timedelta(DAYS), STAYS[why] if why else None,
    )  # fmt: skip
