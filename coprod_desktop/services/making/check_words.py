"""Sheets on which people check their own words, one a person, each as that person reads. Private papers."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from coprod_desktop.domain import formats as ways
from coprod_desktop.domain.check.printable import PrintableLines
from coprod_desktop.domain.checklist import asking_line
from coprod_desktop.domain.counted import counted
from coprod_desktop.domain.needs import Needs
from coprod_desktop.domain.record import Entry, Organisation, Person, SessionRecord
from coprod_desktop.domain.still_open import questions
from coprod_desktop.domain.words import EntryKind
from coprod_desktop.errors import UserError
from coprod_desktop.publish import press
from coprod_desktop.publish.filenames import file_name
from coprod_desktop.publish.own.check_words import KIND, Sheet, check_words
from coprod_desktop.publish.press import Pressed
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.making import as_read, packs, papers
from coprod_desktop.services.making.papers import Made, Progress
from coprod_desktop.services.still_to_ask import ON_CHECK_MY_WORDS
from coprod_desktop.store import formats as stored
from coprod_desktop.store import reading

DAYS = 14
"""So long people have when nobody says otherwise."""
_RULED = {"pdf": 44, "docx": 40, "large-print": 620}
"""How wide the lines to write on are, in letters; for large print in points, to be parted by its size."""
_NOT_THEIRS = frozenset({EntryKind.NOTE, EntryKind.STAFF_COMMENT, EntryKind.ACCESS_INCIDENT})


def make(
    desk: Desk,
    session: str,
    folder: Path,
    people: Sequence[str] | None = None,
    formats: Sequence[str] | None = None,
    *,
    back_by: datetime.date | None = None,
    they_read_it: bool = False,
    progress: Progress = lambda *_: None,
    wanted: Callable[[], bool] = lambda: True,
) -> Made:
    """Make a sheet for each of these people, or for all whose words were written down, in the format they read.

    They go into the private folder inside `folder`. Without `people`, who took everything back or does not want to be
    contacted gets none; a sheet asked for by name can be handed over. Who does not read `formats` is told of as for letters.
    """
    can_be = desk.content.formats.also_for(
        KIND
    )  # who reads another way gets it as plain PDF, to be gone through with them
    papers.chosen(desk, formats or (), can_be, " for a sheet")
    by = back_by or desk.today() + datetime.timedelta(DAYS)
    if by < desk.today():
        raise UserError("The day to give it back is past.", "Choose a day still to come. No sheet was made.")
    with desk.store.read() as connection:
        record, organisation = reading.session_record(connection, session), stored.organisation(connection)
    to, left = _whom(record, people)
    asked = as_read.chosen(desk, session, [person for person, _ in to], formats, they_read_it=they_read_it)
    work: list[tuple[str, Callable[[], Pressed]]] = []
    for person, lines in to:
        settings = papers.settings_for(desk, record, KIND, "", person)
        named = partial(_path, folder / "private", record.session.date, person.id)
        for form in desk.content.formats.among(formats or _as_read(person, can_be, desk.content.needs)):
            ruled = _RULED.get(form.name, 0)
            if form.sized:
                ruled = round(ruled / settings.large_pt)
            paper = check_words(_sheet(desk, record, organisation, person, lines, by, ruled))
            work.append((form.name, partial(press.press, paper, form, settings, named)))
    pressed = papers.run(work, folder / "private", progress, wanted)
    return Made(
        paths=pressed.paths, draft=False, warnings=(*left, *asked.to_ask, *pressed.warnings), changes=asked.changes
    )


def lines_of(record: SessionRecord, person: str) -> tuple[Entry, ...]:
    """Return a person's own lines that were not taken back, in the order they were said; what was said for them too."""
    said = PrintableLines(record)
    return tuple(
        e
        for e in said.entries
        if (e.said_for or e.speaker) == person and e.kind not in _NOT_THEIRS and not said.taken_back(e)
    )


def _whom(
    record: SessionRecord, people: Sequence[str] | None
) -> tuple[list[tuple[Person, tuple[Entry, ...]]], tuple[str, ...]]:
    listed = [p for p in record.people if people is None or p.id in set(people)]
    theirs = [(p, lines) for p in listed if (lines := lines_of(record, p.id))]
    to = [(p, lines) for p, lines in theirs if people is not None or packs.may_contact(p)]
    if not to:
        raise UserError(
            "There are no words to check: nothing is written down under their name. No sheet was made.",
            "Say who said what on Listen, or choose other people.",
        )
    gone = len(theirs) - len(to)
    some = counted(gone, "person who does", "people who do")
    return to, (f"No sheet was made for {some} not want to be contacted.",) if gone else ()


def _asked_here(record: SessionRecord, person: str) -> bool:
    """Tell whether the rest was left to be asked on this sheet."""
    line = next((c for c in record.checklist if c.id == asking_line(record.session.id, person)), None)
    return line is not None and not line.done and line.note == ON_CHECK_MY_WORDS


def _as_read(person: Person, can_be: Sequence[str], needs: Needs) -> tuple[str, ...]:
    return tuple(name for name in ways.gets(person, needs) if name in can_be) or ("pdf",)


def _sheet(
    desk: Desk,
    record: SessionRecord,
    organisation: Organisation | None,
    person: Person,
    lines: Sequence[Entry],
    back_by: datetime.date,
    ruled: int,
) -> Sheet:
    return Sheet(
        salutation=person.salutation,
        session=record.session,
        lines=lines,
        organisation=organisation,
        written_on=desk.today(),
        back_by=back_by,
        questions=questions(person) if _asked_here(record, person.id) else (),
        ruled=ruled,
    )


def _path(folder: Path, day: datetime.date, person: str, apart: str, ending: str) -> Path:
    return folder / file_name(day, person, ending, f"{KIND}-{apart}" if apart else KIND, private=True)
