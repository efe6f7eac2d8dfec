"""Sheets of questions, one for each who can answer, and the co-chair's copy of old and new answers."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from coprod_desktop.domain import asking
from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.check.answers import is_whole
from coprod_desktop.domain.record import Point, SessionRecord
from coprod_desktop.domain.words import AnswerKind
from coprod_desktop.errors import UserError
from coprod_desktop.publish import press
from coprod_desktop.publish.filenames import file_name
from coprod_desktop.publish.gate import open_gate
from coprod_desktop.publish.gate.points import uid_of
from coprod_desktop.publish.own import answers_compared as compared
from coprod_desktop.publish.own.questions import KIND, Questions, questions
from coprod_desktop.publish.paper import Paper
from coprod_desktop.publish.press import Pressed
from coprod_desktop.publish.snapshot import PublicSnapshot
from coprod_desktop.services.asking import default_day
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.making import papers
from coprod_desktop.services.making.papers import Made, Progress
from coprod_desktop.store import formats as stored
from coprod_desktop.store import reading

USUAL = ("docx", "pdf")
"""Word to type the reply into, and a page to read."""
_RULED = {"pdf": 40, "docx": 36}


def make(
    desk: Desk,
    session: str,
    folder: Path,
    to: dict[str, Sequence[str]] | None = None,
    formats: Sequence[str] = USUAL,
    *,
    reply_by: datetime.date | None = None,
    progress: Progress = lambda *_: None,
    wanted: Callable[[], bool] = lambda: True,
) -> Made:
    """Make a sheet for each of these owners with these points (ids), or for everybody who has a question open.

    Nothing is written down of it: whether it was sent, and when, is said with services.asking.
    """
    forms = papers.chosen(desk, formats, desk.content.formats.also_for(KIND), " for a sheet of questions")
    by = reply_by or default_day(desk, session)
    if by < desk.today():
        raise UserError("The day for the reply is past.", "Choose a day still to come. No sheet was made.")
    with desk.store.read() as connection:
        record, settled = reading.session_record(connection, session), reading.settlements(connection, session)
        ours = stored.organisation(connection)
    owners = to if to is not None else open_to(record.points)
    if not any(owners.values()):
        raise UserError(
            "There is no question to put to anybody. No sheet was made.", "Say who is asked about which point."
        )
    work: list[tuple[str, Callable[[], Pressed]]] = []
    for who, ids in owners.items():
        chosen = [p for p in record.points if p.id in set(ids)]
        public = open_gate(of_points(record, chosen), settled, desk.today(), ours, whole=record)
        settings = papers.settings_for(desk, record, KIND, "")
        named = partial(_path, folder, record.session.date, f"{session} {who}")
        for form in forms:
            paper = _sheet(desk, public, who, chosen, by, _RULED.get(form.name, 0))
            work.append((form.name, partial(press.press, paper, form, settings, named)))
    pressed = papers.run(work, folder, progress, wanted)
    return Made(paths=pressed.paths, draft=False, warnings=pressed.warnings, changes=Changes())


def compare(desk: Desk, session: str, folder: Path, formats: Sequence[str] = ("docx",)) -> Made:
    """Make the co-chair's copy, into the private folder inside `folder`."""
    forms = papers.chosen(desk, formats, desk.content.formats.also_for(KIND), " for the co-chair's copy")
    with desk.store.read() as connection:
        record, ours = reading.session_record(connection, session), stored.organisation(connection)
    if not record.points:
        raise UserError("There are no points yet. No copy was made.", "Write points and answers on Answer first.")
    paper = compared.answers_compared(record.session, record.points, ours, desk.today())
    settings = papers.settings_for(desk, record, compared.KIND, "")
    named = partial(_private_path, folder / "private", record.session.date, session)
    work = [(form.name, partial(press.press, paper, form, settings, named)) for form in forms]
    pressed = papers.run(work, folder / "private", lambda *_: None, lambda: True)
    return Made(paths=pressed.paths, draft=False, warnings=pressed.warnings, changes=Changes())


def open_to(points: Sequence[Point]) -> dict[str, Sequence[str]]:
    """Return who has which questions: what was put to them and is open, and what they own and is not answered for good."""
    found: dict[str, list[str]] = {}
    for point in points:
        every = asking.questions(point)
        have = [question.to_whom for question in every if question.is_open]
        if not every and not is_whole(point):
            have = [(point.owner or "").strip()]
        for who in dict.fromkeys(filter(None, have)):
            found.setdefault(who, []).append(point.id)
    return dict(found)


def of_points(record: SessionRecord, points: Sequence[Point]) -> SessionRecord:
    """Return the record with only these points and their lines in it, so that nothing else has to be settled first.

    A sheet prints no answers; with one, however open, the words stand under their point and not among what waits.
    """
    under = {entry for point in points for entry in point.from_entries}
    session = dataclasses.replace(
        record.session,
        purpose=None, cannot_change=None, set_agenda=None, measure=None, baseline=None, about_you_counts=None, stars=None,
        ways=(), strands=(), for_whom=None, could_not_come=None, shuts_out=None, why_method=None, travel_note=None,
        print_note=None, learnt=None, series=None, state_why=None, senior_listener=None, host=None, wrote_it=None,
    )  # fmt: skip
    return dataclasses.replace(
        record,
        session=session,
        points=tuple(dataclasses.replace(p, answer=p.answer or AnswerKind.NOT_DECIDED) for p in points),
        entries=tuple(e for e in record.entries if e.id in under),
        ground_rules=(), agenda=(), votes=(), earlier=(), checklist=(),
    )  # fmt: skip


def _sheet(
    desk: Desk, public: PublicSnapshot, who: str, chosen: Sequence[Point], by: datetime.date, ruled: int
) -> Paper:
    today = desk.today()
    before = [question for p in chosen for question in asking.questions(p) if question.is_open]
    days = sorted(
        {day for question in before for name, some in question.put if name == who for day in some if day < today}
    )
    again = asking.on_days(days, today) if days else ""
    uids = {uid_of(p.id) for p in chosen}
    points = tuple(p for p in public.points if p.uid in uids)
    asked = Questions(to_whom=who, points=points, reply_by=by, written_on=today, again=again, ruled=ruled)
    return questions(public, asked)


def _path(folder: Path, day: datetime.date, who: str, apart: str, ending: str) -> Path:
    return folder / file_name(day, who, ending, f"{KIND}-{apart}" if apart else KIND)


def _private_path(folder: Path, day: datetime.date, session: str, apart: str, ending: str) -> Path:
    return folder / file_name(
        day, session, ending, f"{compared.KIND}-{apart}" if apart else compared.KIND, private=True
    )
