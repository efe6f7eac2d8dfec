"""Two lines become one, or one becomes two. Nobody's answer about their words is lost, and none is made up."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.ids import new_id
from coprod_desktop.domain.permission import Circle, Permission, Permissions, Purpose, Voices
from coprod_desktop.domain.record import Entry, Point
from coprod_desktop.domain.words import Publish
from coprod_desktop.errors import UserError
from coprod_desktop.services import drafts, still_there
from coprod_desktop.services.desk import Desk
from coprod_desktop.store import permits, reading
from coprod_desktop.store.transaction import Transaction

AS_THEY_WERE = "Nothing was changed."
_ALIKE: Mapping[str, str] = {
    "speaker": "They were said by different people, so they stay two lines.",
    "speaker_role": "They were said by different people, so they stay two lines.",
    "said_for": "They were said for different people, so they stay two lines.",
    "whose": "One is in their own words and the other is not, so they stay two lines.",
    "kind": "They are not the same kind of line: say first what each is.",
    "unconfirmed": "One of them is not yet confirmed: say first whether the words are right.",
    "publish": "One of them stays off papers and the other does not: say first what is right for both.",
}
"""What two lines must have in common to become one, and what is said when they have not."""
_ONE_OF_BOTH = ("theme", "sort", "sheet", "done_at")
_BOTH = ("done_about", "told", "call_back", "outcome_note")
_ASKED = (Purpose.QUOTE, Purpose.OTHER_WORDS)


def join(desk: Desk, entry: str) -> Changes:
    """Put a line at the end of the one before it. One undo makes them two again.

    Only what the same person said, with the same answers about quoting, becomes one line. What was joined stays with
    the line it is in now: strike and seal take both.
    """
    with desk.store.write("Joined two lines") as tx:
        still_there.row(tx, "entry", entry)
        later = reading.one(tx.connection, Entry, entry)
        earlier = _before(tx, later)
        _may_be_joined(tx, earlier, later)
        text = f"{earlier.text.rstrip()} {later.text.lstrip()}"
        flags = tuple(dict.fromkeys((*earlier.flags, *later.flags)))
        beside = {name: getattr(earlier, name) or getattr(later, name) for name in _ONE_OF_BOTH}
        both = {name: _both(getattr(earlier, name), getattr(later, name)) for name in _BOTH}
        tx.change("entry", earlier.id, text=text, flags=flags, **beside, **both)
        for other in reading.rows(tx.connection, Entry, _session(tx, entry)):
            if other.duplicate_of == later.id and other.id != earlier.id:
                tx.change("entry", other.id, duplicate_of=earlier.id)
        if earlier.duplicate_of == later.id:
            tx.change("entry", earlier.id, duplicate_of=None)
        _in_points(tx, later.id, lambda ids: tuple(dict.fromkeys(earlier.id if i == later.id else i for i in ids)))
        tx.update("entry", later.id, {"duplicate_of": earlier.id, "deleted_at": tx.at}, "remove")
        drafts.saved_line(tx, later.id, ("text",))
    return tx.changes


def split(desk: Desk, entry: str, first: str, second: str) -> Changes:
    """Make two lines of one: `first` stays where it is, `second` comes right after it. One undo makes them one again.

    Both keep who said it, when, its theme and every answer about being quoted.
    """
    first, second = first.strip(), second.strip()
    if not first or not second:
        raise UserError("Put the cursor between the words that are to be two lines.", AS_THEY_WERE)
    with desk.store.write("Made two lines of one") as tx:
        still_there.row(tx, "entry", entry)
        whole = reading.one(tx.connection, Entry, entry)
        if whole.public_text or whole.publish is Publish.EDIT or whole.translation:
            raise UserError("That line has other words beside it, which would be right for neither half.", AS_THEY_WERE)
        made = replace(whole, id=new_id(), key="", text=second, given=(), unknown={})
        tx.add(made, session=_session(tx, entry))
        permits.add(tx, _answers_again(permits.of(tx.connection, entry), made.id))
        tx.change("entry", entry, text=first)
        _in_points(tx, entry, lambda ids: (*ids, made.id))
        drafts.saved_line(tx, entry, ("text",))
    return tx.changes


def _both(first: str | None, second: str | None) -> str | None:
    """Return what was written beside both lines; neither is lost."""
    return " ".join(dict.fromkeys(part for part in (first, second) if part)) or None


def _before(tx: Transaction, line: Entry) -> Entry:
    lines = reading.rows(tx.connection, Entry, _session(tx, line.id))
    at = next(i for i, other in enumerate(lines) if other.id == line.id)
    if not at:
        raise UserError("It is the first line: there is none before it.", AS_THEY_WERE)
    return lines[at - 1]


def _may_be_joined(tx: Transaction, earlier: Entry, later: Entry) -> None:
    for name, why in _ALIKE.items():
        if getattr(earlier, name) != getattr(later, name):
            raise UserError(why, AS_THEY_WERE)
    if any(line.public_text or line.translation for line in (earlier, later)):
        raise UserError("One of them has other words beside it, which would not be right for both.", AS_THEY_WERE)
    if _answered(tx, earlier) != _answered(tx, later):
        raise UserError("One may be quoted and the other may not: ask about both first.", AS_THEY_WERE)


def _answered(tx: Transaction, line: Entry) -> object:
    answers, alone = Permissions(permits.of(tx.connection, line.id), ()), Voices(line.id, None, None)
    return [answers.of_line(alone, purpose, circle) for purpose in _ASKED for circle in Circle]


def _answers_again(rows: tuple[Permission, ...], entry: str) -> list[Permission]:
    """Return the answers about a line as answers about its other half: the same words, the same day, the same person."""
    ids = {row.id: new_id() for row in rows}
    return [row._replace(id=ids[row.id], subject=entry, over=tuple(ids.get(i, i) for i in row.over)) for row in rows]


def _in_points(tx: Transaction, entry: str, now: Callable[[tuple[str, ...]], tuple[str, ...]]) -> None:
    for point in reading.rows(tx.connection, Point, _session(tx, entry), updates=()):
        if entry in point.from_entries:
            tx.change("point", point.id, from_entries=now(point.from_entries))


def _session(tx: Transaction, entry: str) -> str:
    return reading.session_of(tx.connection, "entry", entry) or ""
