"""Letters of thanks, one to each person, with the answers to what that person said. Private papers."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path

from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.check.names import first_name
from coprod_desktop.domain.check.printable import PrintableLines
from coprod_desktop.domain.check.settled import Settlement
from coprod_desktop.domain.formats import cannot_make, gets, people_who_came
from coprod_desktop.domain.record import Entry, Organisation, Person, SessionRecord
from coprod_desktop.domain.words import EntryKind, Outcome
from coprod_desktop.errors import UserError
from coprod_desktop.publish import press
from coprod_desktop.publish.filenames import file_name
from coprod_desktop.publish.gate import open_gate
from coprod_desktop.publish.gate.points import uid_of
from coprod_desktop.publish.own.letter import KIND, Addressee, letter
from coprod_desktop.publish.paper import Paper
from coprod_desktop.publish.press import Pressed
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.making import papers
from coprod_desktop.services.making.papers import Made, Progress
from coprod_desktop.store import formats as stored
from coprod_desktop.store import reading

_NOT_THEIRS = frozenset({EntryKind.NOTE, EntryKind.STAFF_COMMENT})
"""Lines that are no words of the person whose name stands by them to be answered."""


def make(
    desk: Desk,
    session: str,
    folder: Path,
    people: Sequence[str] | None = None,
    formats: Sequence[str] | None = None,
    *,
    progress: Progress = lambda *_: None,
    wanted: Callable[[], bool] = lambda: True,
) -> Made:
    """Write to these people, or to all who came or told us something, each in the format they read.

    The letters go into the private folder inside `folder`. Who has changed their mind gets none.
    """
    for name in formats or ():
        if name not in press.NAMES:
            raise UserError(
                f"There is no format called {name!r} for a letter.", f"These are: {', '.join(press.NAMES)}."
            )
    papers.snapshot(desk, session)  # refuses while something private is not settled
    with desk.store.read() as connection:
        record, settled = reading.session_record(connection, session), reading.settlements(connection, session)
        organisation = stored.organisation(connection)
    to, left = _readers(record, people)
    work: list[tuple[str, Callable[[], Pressed]]] = []
    for person in to:
        paper = _written(desk, record, settled, organisation, person)
        alone = dataclasses.replace(record, people=(dataclasses.replace(person, attendance=None),))
        settings = papers.settings_for(desk, alone, KIND, paper.document.fingerprint)
        named = partial(_path, folder / "private", record.session.date, person.id)
        for form in formats or gets(person):
            if press.can_press(paper, form):
                work.append((form, partial(press.press, paper, form, settings, named)))
    pressed = papers.run(work, folder / "private", progress, wanted)
    return Made(
        paths=pressed.paths,
        draft=False,
        warnings=(*left, *_not_made(to, formats), *pressed.warnings),
        changes=Changes(),
    )


def _readers(record: SessionRecord, people: Sequence[str] | None) -> tuple[tuple[Person, ...], tuple[str, ...]]:
    """Return whom to write to, and what to say of those who get no letter."""
    if people is None:
        told = {who for e in record.entries if e.kind not in _NOT_THEIRS for who in (e.speaker, e.said_for)}
        came = {p.id for p in people_who_came(record.people)}
        listed = [p for p in record.people if p.id in told | came]
    else:
        listed = [p for p in record.people if p.id in set(people)]
    to = tuple(p for p in listed if p.consent_withdrawn_on is None)
    if not to:
        why = "has changed their mind" if listed else "is on this session's list"
        who = "Everyone to write to" if listed else "Nobody to write to"
        raise UserError(f"{who} {why}. No letter was made.", "Choose other people, or add who came on Listen.")
    gone = len(listed) - len(to)
    some = "1 person who has" if gone == 1 else f"{gone} people who have"
    return to, (f"No letter was made for {some} changed their mind.",) if gone else ()


def _not_made(people: Sequence[Person], formats: Sequence[str] | None) -> tuple[str, ...]:
    """Say who reads what this program cannot make, and whether they got a letter, so that somebody sees to it."""
    found = []
    for person in () if formats else people:
        words = " and ".join(f"“{word}”" for word in cannot_make(person))
        if words and gets(person):
            found.append(f"{person.name} also reads {words}, and only people can make it.")
        elif words:
            found.append(f"No letter was made for {person.name}: they read {words}, and only people can make it.")
    return tuple(found)


def _path(folder: Path, day: datetime.date, person: str, apart: str, ending: str) -> Path:
    return folder / file_name(day, person, ending, f"{KIND}-{apart}" if apart else KIND, private=True)


def _written(
    desk: Desk,
    record: SessionRecord,
    settled: Iterable[Settlement],
    organisation: Organisation | None,
    person: Person,
) -> Paper:
    theirs = [e for e in record.entries if _is_theirs(e, person.id)]
    said = PrintableLines(record)
    snapshot = open_gate(
        of_person(record, [e for e in theirs if said.may_print(e)]),
        settled,
        record.session.as_of or desk.today(),
        organisation,
        whole=record,
    )
    left_out = [e for e in theirs if e.outcome is Outcome.LEFT_OUT and said.may_print(e)]
    to = Addressee(
        name=first_name(person.name) or person.name.strip(),
        came=person in people_who_came(record.people),
        spoke=any(person.id in (e.speaker, e.said_for) for e in record.entries),
        kept_private=any(not said.may_print(e) for e in theirs),
        left_out=bool(left_out),
    )
    uid = uid_of(f"{record.session.id} {person.id}")  # no two letters have the same code
    return letter(dataclasses.replace(snapshot, uid=uid), to, desk.today())


def _is_theirs(entry: Entry, person: str) -> bool:
    """Tell whether a line is what this person told us: what was said for someone is that one's, not the speaker's."""
    return (entry.said_for or entry.speaker) == person and entry.kind not in _NOT_THEIRS


def of_person(record: SessionRecord, theirs: Sequence[Entry]) -> SessionRecord:
    """Return the record with only these lines in it, and only the points they had part in.

    Who said the same as someone else had part in whatever became of it, so a duplicate stands in for the other line.
    """
    by_id = {e.id: e for e in record.entries}
    stands_for = {e.id: _first_said(e, by_id) for e in theirs}
    points = []
    for point in record.points:
        own = tuple(e.id for e in theirs if {e.id, stands_for[e.id].id} & set(point.from_entries))
        if own:
            points.append(dataclasses.replace(point, from_entries=own))
    lines = tuple(
        dataclasses.replace(e, duplicate_of=None, outcome=e.outcome or stands_for[e.id].outcome) for e in theirs
    )
    return dataclasses.replace(record, entries=lines, points=tuple(points))


def _first_said(entry: Entry, by_id: dict[str, Entry]) -> Entry:
    seen = {entry.id}
    while entry.duplicate_of in by_id and entry.duplicate_of not in seen:
        entry = by_id[entry.duplicate_of]
        seen.add(entry.id)
    return entry
