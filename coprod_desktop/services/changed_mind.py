"""Someone has changed their mind: for which purpose and how far it goes, and what is out already that holds it."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.permission import Circle, Purpose
from coprod_desktop.domain.permission_fields import EVERYTHING
from coprod_desktop.domain.record import Entry, Point, Session
from coprod_desktop.domain.words import NameInPublic
from coprod_desktop.errors import UserError
from coprod_desktop.services import drafts, permissions, sessions, still_there
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.making import papers
from coprod_desktop.store import agreed as agreed_papers
from coprod_desktop.store import bin, copies_of_words, joined, lists, reading
from coprod_desktop.store.papers import PaperLine, SentLine
from coprod_desktop.store.strike import forget_easy_sentences, wordings_of
from coprod_desktop.store.transaction import Transaction

Lines = Mapping[str, tuple[str, ...]]
"""The ids of lines, by session."""
ALL = (*EVERYTHING, Purpose.CONTACT)
"""What is taken back with everything."""
_ENOUGH = 12
"""Letters of a line that make it known again inside a longer text."""
ABOUT_WORDS = frozenset({Purpose.QUOTE, Purpose.OTHER_WORDS})
"""Purposes that may be taken back for some lines only."""


class Scope(StrEnum):
    """How far a no to one's words goes."""

    LINES = "these lines"
    SESSION = "this session"
    EVERYTHING = "everything"


@dataclass(frozen=True, kw_only=True)
class TakenBack:
    """What somebody takes back: the day they said so, and who asked or took it down."""

    purposes: tuple[Purpose, ...]
    on: datetime.date
    asked_by: str | None = None
    scope: Scope = Scope.EVERYTHING
    lines: tuple[str, ...] = ()
    """The lines, when it is about these alone."""

    @property
    def words(self) -> tuple[Purpose, ...]:
        """Those of the purposes that are about words."""
        return tuple(p for p in self.purposes if p in ABOUT_WORDS)


@dataclass(frozen=True, kw_only=True)
class Held:
    """A paper made before that may hold it, and who has which copy."""

    session: Session
    paper: PaperLine
    copies: tuple[SentLine, ...]

    @property
    def id(self) -> str:
        """The paper's id."""
        return self.paper.id


class AgreedOut(NamedTuple):
    """A paper people agreed on that their name or their words stand in; `n` is the version that holds, or the draft."""

    id: str
    title: str
    n: int
    signed: bool
    """They signed up to it; else their words stand below one of its headings."""


@dataclass(frozen=True, kw_only=True)
class Out:
    """What is out already: papers, newest first, the points that were written from those lines, and agreed papers."""

    papers: tuple[Held, ...]
    points: tuple[tuple[Session, Point], ...]
    agreed: tuple[AgreedOut, ...] = ()


def take_back(desk: Desk, session: str, person: str, taken: TakenBack) -> Changes:
    """Write it down, as one step. A promise made because of it stays, without their words.

    A no to being contacted takes out how to reach them, and nothing of what they said.
    """
    if not taken.purposes:
        raise UserError("Nothing is ticked yet.", "Tick what they take back.")
    if taken.on > desk.today():
        raise UserError("This day is still to come.", "Write the day on which they said so.")
    with desk.store.write("Someone changed their mind") as tx:
        still_there.row(tx, "person", person)  # a session that was taken away keeps nobody from changing their mind
        no = permissions.Answer(allowed=False, circle=Circle.CAME, on=taken.on, asked_by=taken.asked_by)
        for purpose in taken.purposes:
            if purpose is Purpose.NAME:
                permissions.write_name(
                    tx, person, NameInPublic.NONE, session=session, on=taken.on, asked_by=taken.asked_by
                )
            elif purpose in ABOUT_WORDS and taken.scope is not Scope.EVERYTHING:
                for line in _lines(tx, session, person, taken):
                    permissions.write(tx, "entry", line, purpose, no, session=session)
            else:
                permissions.write(tx, "person", person, purpose, no, session=session)
        if Purpose.CONTACT in taken.purposes and any(p.id == person for p in reading.people(tx.connection, session)):
            tx.change_person(person, session, contact=None)
        if taken.words:
            for place, lines in _taken_of(lists.lines_of(tx.connection, person), session, taken).items():
                _out_of_easy_read(tx, place, lines)
                _out_of_what_came_after(tx, place, lines)
        drafts.saved(tx, "person", f"{session} {person}", ("name_in_public", "contact"))
    return tx.changes


def _taken_of(theirs: Lines, session: str, taken: TakenBack) -> Lines:
    """Return the lines whose words are taken back, of all that are theirs."""
    if taken.scope is Scope.EVERYTHING:
        return theirs
    lines = theirs.get(session, ())
    return {session: tuple(line for line in lines if taken.scope is Scope.SESSION or line in taken.lines)}


def _out_of_easy_read(tx: Transaction, session: str, lines: Sequence[str]) -> None:
    """What was written in Easy Read of a point with their words goes: its first draft is told from what may be told.

    So does what was written of a line that went with the Bin: nobody can say any more that it was not theirs.
    """
    known = reading.ids(tx.connection, "entry", session)
    points = reading.rows(tx.connection, Point, session, updates=())
    told = [p.id for p in points if not known >= set(p.from_entries) or set(lines).intersection(p.from_entries)]
    forget_easy_sentences(tx, session, told)


def _out_of_what_came_after(tx: Transaction, session: str, lines: Sequence[str]) -> None:
    """Their words are cut out of replies, of what members changed and of what was said back: there they stood as a copy."""
    for line in lines:
        for words in wordings_of(tx, line):
            copies_of_words.out_of_what_came_after(tx, session, words)


def _lines(tx: Transaction, session: str, person: str, taken: TakenBack) -> tuple[str, ...]:
    """Return the lines that are taken back in this session. UserError when there are none."""
    found = _taken_of(lists.lines_of(tx.connection, person), session, taken)[session]
    if not found:
        raise UserError("There are no lines of theirs to take back.", "Tick the lines, or choose everything.")
    return found


def out_already(desk: Desk, session: str, person: str, taken: TakenBack) -> Out:
    """Return every paper that may hold what was taken back, in any session, and the points to look at again.

    Also the papers of a session that lies in the Bin: people have them all the same.
    """
    with desk.store.read() as connection:
        lines = _taken_of(lists.lines_of(connection, person), session, taken) if taken.words else {}
        away = [thing.id for thing in bin.lines(connection) if thing.noun == "session"]
    found: dict[str, Held] = {}
    for one in (*(there.id for there in sessions.every(desk)), *away):
        made = [p for p in papers.made_before(desk, one) if set(lines.get(one, ())).intersection(p.holds)]
        if Purpose.NAME in taken.purposes:
            made += papers.papers_naming(desk, one, person)
        if made:
            about, sent = sessions.one(desk, one), papers.sent_before(desk, one)
            for paper in made:
                copies = tuple(copy for copy in sent if copy.paper == paper.id)
                found[paper.id] = Held(session=about, paper=paper, copies=copies)
    newest_first = sorted(found.values(), key=lambda held: held.paper.made_on, reverse=True)
    return Out(
        papers=tuple(newest_first),
        points=tuple(_points(desk, lines)),
        agreed=tuple(_agreed(desk, person, taken, lines)),
    )


def _agreed(desk: Desk, person: str, taken: TakenBack, lines: Lines) -> Iterator[AgreedOut]:
    """Yield the agreed papers that hold their name, or words of theirs as they stand in a line."""
    with desk.store.read() as connection:
        same = joined.groups(connection).get(person, frozenset({person}))
        said = [entry for some in lines.values() for entry in reading.some(connection, Entry, some)]
        there = agreed_papers.every(connection, everywhere=True)
        names = {_alike(one.name) for one in reading.everyone(connection) if one.id in same}
    words = [text for entry in said if len(text := _alike(entry.text)) >= _ENOUGH]
    for held in there:
        signed = Purpose.NAME in taken.purposes and any(
            one.person_id in same if one.person_id else _alike(one.name) in names for one in held.signed
        )
        texts = [_alike(text) for version in held.versions for _heading, text in version.parts] if words else []
        if signed or any(one in text for one in words for text in texts):
            yield AgreedOut(held.paper.id, held.paper.title, (held.agreed or held.newest).n, signed)


def _alike(text: str) -> str:
    return " ".join(text.casefold().split())


def _points(desk: Desk, lines: Lines) -> Iterator[tuple[Session, Point]]:
    for one in sessions.every(desk):
        if one.id not in lines:
            continue
        record = sessions.record(desk, one.id)
        said = {*lines[one.id], *(e.duplicate_of for e in record.entries if e.id in lines[one.id])}
        yield from ((record.session, point) for point in record.points if said.intersection(point.from_entries))
