"""What people say: add a line, change it, give it a theme, say what became of it, strike it."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from dataclasses import asdict, replace
from typing import Any

from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.ids import new_id
from coprod_desktop.domain.permission import Circle, Purpose
from coprod_desktop.domain.record import Entry, Point
from coprod_desktop.domain.row import LONGEST_LINE
from coprod_desktop.domain.value import Value, value
from coprod_desktop.domain.words import ANONYMOUS, EntryKind, Outcome, Publish, Sort, WhoseWords
from coprod_desktop.errors import UserError
from coprod_desktop.services import drafts, holds, permissions, rescue, still_there
from coprod_desktop.services.desk import Desk
from coprod_desktop.store import lists, reading
from coprod_desktop.store import strike as striking
from coprod_desktop.store.lists import EntryLine as EntryLine
from coprod_desktop.store.transaction import Transaction

LONGEST = LONGEST_LINE
"""Characters in one line."""
_ANSWERS = frozenset({"quote_ok", "withdrawn", "circle", "over"})
GAP = "gap"
_GAP_FLAG = f'"{GAP}"'  # of the 2,000 lines of a long session each is looked at after each Enter
"""The flag of a line that marks something missed."""


@value
class NewLine(Value):
    """A line as it is entered. `id` may be given so that a retry cannot add it twice."""

    text: str
    kind: EntryKind = EntryKind.CONTRIBUTION
    speaker: str | None = None
    speaker_role: str | None = None
    theme: str | None = None
    quote_ok: bool | None = None
    at: str | None = None
    said_for: str | None = None
    whose_words: WhoseWords | None = None
    circle: Circle = Circle.ANYONE
    """Who may see the words, when `quote_ok` is yes."""
    over_their_no: bool = False
    """Whether the yes was given to these words by someone who had said no in general, which was shown."""
    flags: tuple[str, ...] = ()
    sort: Sort | None = None
    sheet: str | None = None
    unconfirmed: bool | None = None
    """True for a line that a machine made and nobody has confirmed."""
    id: str | None = None


def add(desk: Desk, session: str, line: NewLine, *, draft: str | None = None) -> Changes:
    """Add a line; its draft (named by field) goes in the same moment. It is saved when this returns.

    It was said now, unless it says when; one typed from a sheet has no time.

    A line may be published unless it is a note; its words are printed only with permission to quote.
    What the disk will not take is kept elsewhere, to be put in later (services/kept_words.py).
    """
    if not line.text.strip():
        raise UserError("There are no words to save yet.", "")
    if len(line.text) > LONGEST:
        raise UserError(
            f"That is longer than {LONGEST:,} characters.", "Your words are still here. Save them in parts."
        )
    made, at = line.id or new_id(), line.at or (None if line.sheet else f"{desk.now():%H:%M}")
    value = lambda: {"is": "line", "session": session, "line": asdict(replace(line, id=made, at=at))}  # noqa: E731
    kept = rescue.over(desk, made, value, draft=draft)
    with kept, desk.store.write("Added what was said") as tx:
        if line.id is not None and reading.is_there(tx.connection, "entry", line.id):
            return Changes()  # it was saved the first time, though the answer did not arrive
        still_there.session(tx, session)
        entry = Entry(
            id=made,
            n=reading.next_number(tx.connection, session),
            kind=line.kind,
            text=_clean(line.text),
            at=at,
            speaker=line.speaker,
            speaker_role=line.speaker_role,
            theme=line.theme,
            publish=Publish.NO if line.kind is EntryKind.NOTE else Publish.YES,
            quote_ok=line.quote_ok if line.circle is Circle.ANYONE else False,
            flags=line.flags,
            said_for=line.said_for,
            whose_words=line.whose_words,
            sort=line.sort,
            sheet=line.sheet,
            unconfirmed=line.unconfirmed,
        )
        tx.add(entry, session=session)
        if line.quote_ok is not None:
            answer = permissions.as_answer(line.quote_ok, line.circle)
            if line.over_their_no:
                answer = replace(answer, over=permissions.general_refusals(tx, entry.voices))
            permissions.write(tx, "entry", entry.id, Purpose.QUOTE, answer, session=session)
        if draft is not None:
            drafts.entered(tx, draft)
    return tx.changes


def gap(desk: Desk, session: str) -> Changes:
    """Mark that something was missed, to come back to."""
    line = NewLine(text=f"missed, {desk.now():%H:%M}, come back", kind=EntryKind.NOTE, flags=(GAP,))
    return add(desk, session, line)


def change(desk: Desk, entry: str, **fields: Any) -> Changes:
    """Change fields of a line (names and types as in domain.record.Entry).

    `quote_ok` may come with `circle`, and with `over`: the person's refusals that were shown when the yes was given.
    A line that becomes a note is no longer published, and one that stops being a note may be.
    """
    if "text" in fields:
        fields["text"] = _clean(fields["text"])
        if not fields["text"].strip():
            raise UserError("There are no words left to save.", "The line is as it was. To take it out, strike it.")
    with desk.store.write("Changed what was said") as tx:
        still_there.row(tx, "entry", entry)
        _change(tx, entry, fields)
        drafts.saved_line(tx, entry, fields)
    return tx.changes


def change_many(desk: Desk, entries: Sequence[str], **fields: Any) -> Changes:
    """Change the same fields of several lines as one step: a theme, an outcome, a permission."""
    with desk.store.write("Changed several lines") as tx:
        for entry in entries:
            still_there.row(tx, "entry", entry)
            _change(tx, entry, fields)
            drafts.saved(tx, "entry", entry, fields)
    return tx.changes


def on_papers(desk: Desk, entries: Sequence[str], *, wanted: bool) -> Changes:
    """Say of lines, as one step, that they may be on papers, or stay off every one. A note stays off as it is."""
    with desk.store.write("Changed several lines") as tx:
        for entry in entries:
            still_there.row(tx, "entry", entry)
            line = reading.one(tx.connection, Entry, entry)
            if line.kind is not EntryKind.NOTE:
                may = Publish.EDIT if line.public_text else Publish.YES
                tx.change("entry", entry, publish=may if wanted else Publish.NO)
    return tx.changes


def _change(tx: Transaction, entry: str, fields: dict[str, Any]) -> None:
    """Change a line's own fields; what somebody answered about it is written down as an answer."""
    own = {k: v for k, v in fields.items() if k not in _ANSWERS}
    before = reading.one(tx.connection, Entry, entry).voices if own.keys() & {"speaker", "said_for"} else None
    if own:
        tx.change("entry", entry, **_with_publish(tx, entry, own))
    session = reading.session_of(tx.connection, "entry", entry)
    if before is not None:
        permissions.voices_changed(tx, before, session)
    if "quote_ok" in fields:
        answer = permissions.as_answer(fields["quote_ok"], fields.get("circle", Circle.ANYONE))
        answer = dataclasses.replace(answer, over=tuple(fields.get("over", ())))
        permissions.write(tx, "entry", entry, Purpose.QUOTE, answer, session=session)
    if "withdrawn" in fields:
        answer = permissions.REFUSED if fields["withdrawn"] else permissions.ANYONE
        permissions.write(tx, "entry", entry, Purpose.OTHER_WORDS, answer, session=session)


def _with_publish(tx: Transaction, entry: str, fields: dict[str, Any]) -> dict[str, Any]:
    if "kind" not in fields or "publish" in fields:
        return fields
    now = reading.one(tx.connection, Entry, entry)
    if (now.kind is EntryKind.NOTE) == (fields["kind"] is EntryKind.NOTE):
        return fields
    if fields["kind"] is EntryKind.NOTE:
        return {**fields, "publish": Publish.NO} if now.publish is Publish.YES else fields
    # what was decided before it was a note stands; one that was written as a note may be published
    before = next((old for old in reversed(reading.before(tx.connection, entry)) if "kind" in old), None)
    if before is not None and "publish" not in before:
        return fields
    return {**fields, "publish": Publish(before["publish"]) if before else Publish.YES}


def settle_outcomes(desk: Desk, entries: Sequence[str], outcome: Outcome | None, note: str | None = None) -> Changes:
    """Say what became of lines that are in no point: passed on (to whom), heard, or left out (why). One step."""
    note = (note or "").strip() or None
    if outcome in {Outcome.LEFT_OUT, Outcome.PASSED_ON} and note is None:
        asked = "why it is left out" if outcome is Outcome.LEFT_OUT else "who has it now"
        raise UserError(f"Say {asked}.", "Nothing was changed.")
    with desk.store.write("Said what became of a line") as tx:
        for entry in entries:
            still_there.row(tx, "entry", entry)
            tx.change("entry", entry, outcome=outcome, outcome_note=note)
            if note is not None:  # else it is being typed still
                drafts.saved(tx, "entry", entry, ("outcome_note",))
    return tx.changes


def rename_theme(desk: Desk, session: str, old: str, new: str | None) -> Changes:
    """Give every line of a theme another one; nobody's words change."""
    with desk.store.write("Renamed a theme") as tx:
        for entry in reading.rows(tx.connection, Entry, session):
            if entry.theme == old:
                tx.change("entry", entry.id, theme=new)
    return tx.changes


def remove(desk: Desk, entry: str) -> Changes:
    """Take a line away; undo brings it back. To be rid of it for good, strike it."""
    with desk.store.write("Took a line away") as tx:
        tx.remove("entry", entry)
    return tx.changes


def strike(desk: Desk, entry: str) -> Changes:
    """Take a line out as if never written, and pictures chosen for its words. Not undoable: ask first.

    UserError when it is gone already.
    """
    from coprod_desktop.services.making.easy_forget import choices_taken_out

    with choices_taken_out(desk) as take_choices, desk.store.write() as tx:
        if reading.session_of(tx.connection, "entry", entry) is None:  # one in the Bin is struck too
            still_there.row(tx, "entry", entry)
        ref = striking.strike(tx, entry, held=holds.covers(tx, desk.today(), entry))
        take_choices(tx, ref.session or "")
    desk.store.checkpoint()
    desk.store.keep_gone()
    desk.rescue.drop(entry)
    return replace(tx.changes, said="Struck")


def points_with(desk: Desk, session: str, entry: str) -> tuple[Point, ...]:
    """Return the points that were written from a line (their own words may repeat it)."""
    with desk.store.read() as connection:
        return tuple(p for p in reading.rows(connection, Point, session, updates=()) if entry in p.from_entries)


def lines(desk: Desk, session: str) -> Sequence[EntryLine]:
    """Return a session's lines as light rows, in the order they were said."""
    with desk.store.read() as connection:
        return lists.entries(connection, session)


def lines_by_id(desk: Desk, ids: Sequence[str]) -> Sequence[EntryLine]:
    """Return just these lines."""
    with desk.store.read() as connection:
        return lists.entries_by_id(connection, ids)


def one(desk: Desk, entry: str) -> Entry:
    """Return one line whole."""
    with desk.store.read() as connection:
        return reading.one(connection, Entry, entry)


def is_gap(line: EntryLine) -> bool:
    """Tell whether a line only marks that something was missed."""
    return _GAP_FLAG in (line.flags or "")


def speaker_words(line: EntryLine) -> str:
    """Return who said a line, for the facilitator's own screen."""
    if line.speaker == ANONYMOUS:
        return "No name given"
    return line.name or (line.role or "").capitalize() or "Not said who"


def _clean(text: str) -> str:
    import unicodedata

    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return unicodedata.normalize("NFC", whole)
