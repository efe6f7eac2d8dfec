"""Notes written elsewhere: looked at, then taken in as lines and answers in one step. Nothing of them is kept beside that.

What was struck or sealed does not come back by pasting the notes again. No permission is written: nobody was asked.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from coprod_desktop.domain.answers import OWNER_AGREED
from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.counted import counted
from coprod_desktop.domain.ids import new_id
from coprod_desktop.domain.notes import preview, reading
from coprod_desktop.domain.notes.preview import ComingLine
from coprod_desktop.domain.notes.tidy import reads_from_right
from coprod_desktop.domain.notes.values import Action, Source
from coprod_desktop.domain.record import Entry, Person, Point, Session
from coprod_desktop.domain.words import EntryKind, Publish, WhoseWords
from coprod_desktop.errors import UserError
from coprod_desktop.services import drafts, still_there
from coprod_desktop.services.bring_in import notes_file
from coprod_desktop.services.desk import Desk
from coprod_desktop.store import lists
from coprod_desktop.store import reading as stored
from coprod_desktop.store.not_again import NotAgain, folded
from coprod_desktop.store.transaction import Transaction


@dataclass(frozen=True, kw_only=True)
class NotesSeen:
    """What notes come apart into for one session. `left_out` counts lines that were struck or stand aside here."""

    source: Source
    rows: tuple[ComingLine, ...]
    people: tuple[Person, ...]
    direct: int = 0
    without_direct: str | None = None
    """The text without direct messages, where it had some: they are kept nowhere."""
    left_out: int = 0
    doubts: tuple[str, ...] = ()
    counted_from_start: bool = False
    """Whether the times are those of a recording."""
    began: str | None = None
    """When the recording is taken to have begun: as was said, or else when the session did."""
    here_already: int = 0
    """So many of the lines are in this session already, in the same words."""


@dataclass(frozen=True)
class TakenIn:
    """What came of taking notes in."""

    lines: int
    answers: int
    people: int
    left_out: int


def look(desk: Desk, session: str, text: str, *, start: str | None = None) -> NotesSeen:
    """Return what a text comes apart into. Nothing is stored. `start` is when a recording began ("HH:MM")."""
    with desk.store.read() as connection:
        about = stored.one(connection, Session, session)
        people = stored.people(connection, session)
        out = NotAgain(connection, session)
        here = {folded(line.text) for line in lists.entries(connection, session)}
    found = reading.read(text, desk.content.notes, day=about.date, start=start)
    if found.counted_from_start and about.start and start is None:  # told beside the time it can be changed in
        found = reading.read(text, desk.content.notes, day=about.date, start=about.start)
        start = about.start
    rows = preview.coming(found, people)
    kept = tuple(row for row in rows if not out.holds(row.cut.text))
    again = {row.id for row in kept if row.taken and row.cut.action is None and folded(row.cut.text) in here}
    return NotesSeen(
        source=found.source,
        rows=tuple(preview.ticked([row], row.id, taken=False)[0] if row.id in again else row for row in kept),
        people=people,
        direct=found.direct,
        without_direct=found.without_direct,
        left_out=len(rows) - len(kept),
        doubts=found.doubts,
        counted_from_start=found.counted_from_start or start is not None,
        began=start,
        here_already=len(again),
    )


def look_in(desk: Desk, session: str, path: Path, *, start: str | None = None) -> tuple[str, NotesSeen]:
    """Return the text of a file of notes, and what it comes apart into."""
    text = notes_file.text_in(path)
    return text, look(desk, session, text, start=start)


def take(desk: Desk, session: str, rows: Sequence[ComingLine], *, draft: str | None = None) -> tuple[TakenIn, Changes]:
    """Take the ticked lines in, in their order, and what is to be done as answers: one step, one undo.

    UserError while it is open who said a line, or for whom. `draft` is the field the notes were pasted into.
    """
    coming = [row for row in rows if row.taken]
    if not coming:
        raise UserError("No line is ticked yet.", "Tick those to take in.")
    if preview.first_open(coming) is not None:
        raise UserError(
            "Of some lines it is open who said them, or for whom.", "Choose for each; nothing is lost meanwhile."
        )
    with desk.store.write("Took notes in") as tx:
        still_there.session(tx, session)
        writer = _Writer(tx, session, NotAgain(tx.connection, session))
        for row in coming:
            writer.add(row)
        if draft is not None:
            drafts.entered(tx, draft)
    return writer.taken, tx.changes


def confirm(desk: Desk, entries: Sequence[str]) -> Changes:
    """Somebody confirmed that these lines, which a machine wrote, are what was said. They may be quoted then, if asked."""
    with desk.store.write("Confirmed what a machine wrote") as tx:
        for entry in entries:
            still_there.row(tx, "entry", entry)
            if stored.one(tx.connection, Entry, entry).unconfirmed:
                tx.change("entry", entry, unconfirmed=None)
    return tx.changes


def unconfirmed(desk: Desk, session: str) -> tuple[Entry, ...]:
    """Return the lines of a session that a machine wrote and nobody has confirmed."""
    with desk.store.read() as connection:
        return tuple(entry for entry in stored.rows(connection, Entry, session) if entry.unconfirmed)


class _Writer:
    """Writes lines and answers in one transaction."""

    def __init__(self, tx: Transaction, session: str, out: NotAgain) -> None:
        self._tx, self._session, self._out = tx, session, out
        self._number = stored.next_number(tx.connection, session)
        self._new: dict[str, str] = {}
        self._last: Entry | None = None
        self.taken = TakenIn(0, 0, 0, 0)

    def add(self, row: ComingLine) -> None:
        """Write one line, or one answer."""
        if self._out.holds(row.cut.text):
            self._count(left_out=1)
        elif row.cut.action is not None:
            self._answer(row, row.cut.action)
        else:
            self._line(row)

    def _line(self, row: ComingLine) -> None:
        cut = row.cut
        who, whom = self._person(row.who, cut.speaker, cut.role), self._person(row.for_whom, cut.said_for, None)
        entry = Entry(
            id=new_id(),
            n=self._number,
            kind=cut.kind,
            text=cut.text.strip(),
            at=cut.at,
            speaker=who,
            speaker_role=self._role(row, who),
            said_for=whom,
            whose_words=WhoseWords.DESCRIPTION if cut.told and not whom else None,
            publish=Publish.NO if cut.kind is EntryKind.NOTE else Publish.YES,
            dir="rtl" if reads_from_right(cut.text) else "ltr",
            sheet=cut.sheet,
            unconfirmed=True if cut.machine else None,
        )
        self._tx.add(entry, session=self._session)
        self._number += 1
        self._count(lines=1)

    @staticmethod
    def _role(row: ComingLine, who: str | None) -> str | None:
        if who is not None:
            return None
        return row.cut.role or (row.cut.speaker if row.who == preview.NOBODY and row.cut.speaker else None)

    def _person(self, chosen: str, called: str | None, role: str | None) -> str | None:
        """Return the id of who was chosen; somebody new is put on the list once."""
        if chosen == preview.NOBODY:
            return None
        if chosen != preview.NEW:
            return chosen
        name = " ".join((called or "").split())
        if name not in self._new:
            key, order = next(stored.next_places(self._tx.connection, self._session))
            person = Person(id=new_id(), key=key, name=name, role=role or "", order=order)
            self._tx.add(person, session=self._session)
            self._new[name] = person.id
            self._count(people=1)
        return self._new[name]

    def _answer(self, row: ComingLine, action: Action) -> None:
        """Write a point with a half-filled answer; its owner has not agreed to anything yet."""
        said = row.cut.part if row.cut.part and not row.cut.part.isupper() else None
        unread = action.when if action.when and action.due is None else None
        point = Point(
            id=new_id(),
            key=stored.next_key(self._tx.connection, "point", self._session),
            you_said=said or action.what,
            answer=action.answer,
            text=f"{action.what} ({unread})" if unread else action.what,
            owner=action.who,
            due=action.due,
            reason=action.why,
            order=stored.next_order(self._tx.connection, "point", self._session),
            given=(OWNER_AGREED,),
        )
        self._tx.add(point, session=self._session)
        self._count(answers=1)

    def _count(self, lines: int = 0, answers: int = 0, people: int = 0, left_out: int = 0) -> None:
        now = self.taken
        self.taken = TakenIn(now.lines + lines, now.answers + answers, now.people + people, now.left_out + left_out)


def taken_words(taken: TakenIn) -> str:
    """Return what was taken in: "12 lines and 2 answers were taken in. 1 person is new on the list."."""
    parts = [counted(taken.lines, "line")] if taken.lines or not taken.answers else []
    parts += [counted(taken.answers, "answer to finish", "answers to finish")] if taken.answers else []
    many = taken.lines + taken.answers != 1
    said = f"{' and '.join(parts)} {'were' if many else 'was'} taken in."
    if taken.people:
        said += f" {counted(taken.people, 'person is', 'people are')} new on the list."
    if taken.left_out:
        said += f" {counted(taken.left_out, 'line was', 'lines were')} left out: taken out before."
    return said
