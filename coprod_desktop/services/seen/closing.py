"""What is still open of a session when it closes: one list, each thing with the page it is seen to on. No names, no words.

Nothing is kept of it: a session that everything of is done is closed, and one that something is open of is not.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from coprod_desktop.domain.check.answers import missing
from coprod_desktop.domain.check.printable import PrintableLines
from coprod_desktop.domain.counted import counted
from coprod_desktop.domain.record import SessionRecord
from coprod_desktop.domain.words import EntryKind
from coprod_desktop.services import evaluation, looking_back, people, prepare, sessions, still_to_ask
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.making import papers
from coprod_desktop.services.seen import needs_met
from coprod_desktop.services.seen.endings import ending

LEARNT, SLIPS = "learnt", "slips"
"""What opens a dialog, and not a page."""


class OpenThing(NamedTuple):
    """One thing that is open: what it is called, in words, and the page it is seen to on, or LEARNT or SLIPS."""

    name: str
    words: str
    where: str


def read(desk: Desk, session: str) -> tuple[OpenThing, ...]:
    """Return what is open, what people are owed first. Runs on the reading thread."""
    record = sessions.record(desk, session)
    return tuple(OpenThing(*one) for one in (*_said(record), *_asked(desk, session), *_told(desk, record)))


def _said(record: SessionRecord) -> Iterator[tuple[str, str, str]]:
    said = PrintableLines(record)
    ends = [(e, ending(said, e)) for e in said.entries if e.kind is not EntryKind.NOTE and not _in_point(record, e.id)]
    waiting = sum(end.counts for _e, end in ends)
    if waiting:
        yield "unanswered", f"{counted(waiting, 'thing', 'things')} people said, with no answer yet", "answer"
    other = sum(end.is_open and not end.counts for _e, end in ends)
    if other:
        yield (
            "unsettled",
            f"{counted(other, 'line', 'lines')} to settle: access problems, parked, other words",
            "answer",
        )
    no_answer = sum(point.answer is None for point in record.points)
    if no_answer:
        yield "points", f"{counted(no_answer, 'point', 'points')} with no answer yet", "answer"
    short = sum(bool(point.answer and missing(point)) for point in record.points)
    if short:
        yield (
            "short",
            f"{counted(short, 'answer', 'answers')} of which something is missing: who, by when, why",
            "answer",
        )


def _in_point(record: SessionRecord, entry: str) -> bool:
    return any(entry in point.from_entries for point in record.points)


def _asked(desk: Desk, session: str) -> Iterator[tuple[str, str, str]]:
    needs = needs_met.read(desk, session).open
    if needs:
        yield "needs", f"{counted(needs, 'need', 'needs')} of those who came, not asked about yet", "follow_up"
    to_ask = still_to_ask.everyone(people.on_list(desk, session), prepare.checklist(desk, session), session)
    if to_ask:
        yield (
            "ask",
            f"{counted(len(to_ask), 'person', 'people')} still to be asked about their words or name",
            "get_ready",
        )
    if forms := evaluation.seen(desk, session).running.forms:
        yield (
            "forms",
            f"{counted(forms, 'evaluation form', 'evaluation forms')} typed in, not written down yet",
            "listen",
        )
    if forms := looking_back.running_of(desk, session=session):
        yield "slips_typed", f"{counted(forms, 'slip', 'slips')} typed in, not written down yet", SLIPS


def _told(desk: Desk, record: SessionRecord) -> Iterator[tuple[str, str, str]]:
    session = record.session
    if session.ladder_actual is None and session.ladder_members is None:
        yield "rung", "Nobody has said which rung of the ladder it was", "listen"
    if not session.learnt:
        yield "learnt", "What we learnt is not written down", LEARNT
    if not papers.made_before(desk, session.id):
        yield "paper", "No paper is made yet", "paper"
    elif not papers.sent_before(desk, session.id):
        yield "sent", "Nobody has a copy of the paper yet", "follow_up"
