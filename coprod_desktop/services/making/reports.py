"""Reports over many sessions, of a kind that resources/content/reports.json lists. All words go through the gate."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from coprod_desktop.domain.beginning import beginning
from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.check.scan import Scanner
from coprod_desktop.domain.format_table import Format
from coprod_desktop.domain.formats import largest_print
from coprod_desktop.domain.group_due import report_by
from coprod_desktop.domain.group_record import WorkGroup
from coprod_desktop.domain.record import Organisation, Session
from coprod_desktop.domain.report_kinds import ReportKind
from coprod_desktop.domain.report_span import Span, looking_back, the_right_way_round
from coprod_desktop.domain.words import SessionState
from coprod_desktop.errors import UserError
from coprod_desktop.publish import press
from coprod_desktop.publish.dates import in_range, in_words
from coprod_desktop.publish.filenames import file_name
from coprod_desktop.publish.paper import Paper
from coprod_desktop.publish.press import Pressed, PressSettings
from coprod_desktop.publish.render.every_format.whole import whole_file
from coprod_desktop.publish.snapshot import PublicSnapshot
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.making import circles, papers
from coprod_desktop.services.making.papers import Made, Progress
from coprod_desktop.services.making.year import NotSettled as NotSettled
from coprod_desktop.services.making.year import Step, not_settled, of_year
from coprod_desktop.services.program import content
from coprod_desktop.store import formats as stored
from coprod_desktop.store import reading, year_group
from coprod_desktop.store import year as rows

ENGAGEMENT_LOG, PROGRESS_REPORT, ACTION_LIST = "engagement-log", "progress-report", "action-list"
ACCESSIBLE_INFORMATION = "accessible-information"
READING = "Reading sessions"
WORD = "docx"
_SHOWN = 80
"""Letters of a name that was asked for, said again where it is not here."""
MOST_GROUPS = 500
"""Groups that can be chosen from a list; any can be named."""


def kinds(desk: Desk) -> tuple[ReportKind, ...]:
    """Return the kinds of reports there are, in the order they are offered."""
    return desk.content.reports().kinds


def names() -> tuple[str, ...]:
    """Return the names of the kinds of reports, as commands and file names have them."""
    return tuple(one.name for one in content.reports().kinds)


def groups(desk: Desk) -> Sequence[tuple[str, str]]:
    """Return id and name of the groups a report can be of."""
    with desk.store.read() as connection:
        return year_group.group_names(connection, MOST_GROUPS)


def group(desk: Desk, named: str | None) -> WorkGroup | None:
    """Return the group of this id or name; None for none. UserError when there is no such group."""
    if named is None:
        return None
    with desk.store.read() as connection:
        found = year_group.group_named(connection, named)
    if found is None:
        raise UserError(
            f"There is no group or project called “{beginning(named, _SHOWN)}” in this workspace.",
            "List them with the command: groups.",
        )
    return found


def span_of(desk: Desk, kind: ReportKind, of: WorkGroup | None, asked: Span) -> Span:
    """Return the days a report covers: those asked for, else as far as its kind looks back.

    A report to a committee looks back from the day it has to be cleared, where the group has one that is not past.
    """
    the_right_way_round(asked)
    if asked.since or asked.until or not kind.months:
        return asked
    until = desk.today()
    if of and of.committee_on and (day := report_by(of.committee_on, of.clearance_days)) >= until:
        until = day
    return looking_back(kind.months, until)


def days_without_choice(desk: Desk, kind: ReportKind, of_group: str | None) -> str:
    """Say which days a report of this kind covers when none are chosen, and from which day it counts back."""
    if not kind.months:
        return "Without days it begins with the first session and ends today."
    of = group(desk, of_group)
    span = span_of(desk, kind, of, Span())
    assert span.since
    assert span.until
    days = f"Without days it covers {in_words(span.since)} to {in_words(span.until)}: {kind.months} months"
    if of and of.committee_on and span.until != desk.today():
        return f"{days} up to the day it has to be cleared for the committee on {in_words(of.committee_on)}."
    return f"{days} up to today."


def make(
    desk: Desk,
    kind: str,
    formats: Sequence[str],
    folder: Path,
    *,
    sessions: Sequence[str] | None = None,
    since: datetime.date | None = None,
    until: datetime.date | None = None,
    of_group: str | None = None,
    template: Path | None = None,
    progress: Progress = lambda *_: None,
    wanted: Callable[[], bool] = lambda: True,
) -> Made:
    """Make a report in these formats: of these sessions, of a group, or of all there have been, from one day to another.

    Word is filled into a council's own `template`, where one is given. NotSettled, with nothing made, while a session
    holds something private that is not settled.
    """
    forms = papers.chosen(desk, formats, desk.content.formats.papers, " for a report")
    paper, ids = drawn(desk, kind, Span(since, until), of_group, sessions, wanted, progress)
    settings = settings_of(desk, ids)
    apart_of = "\n".join(sorted(ids)) if ids else kind

    def name_of(apart: str, ending: str) -> Path:
        named = f"{paper.kind}-{apart}" if apart else paper.kind
        return folder / file_name(desk.today(), apart_of, ending, named)

    work = presses(desk, kind, paper, forms, settings, name_of, template)
    pressed = papers.run(work, folder, progress, wanted)
    warnings = (*press.left_out(paper, forms), *paper.document.warnings, *pressed.warnings)
    return Made(paths=pressed.paths, draft=False, warnings=tuple(dict.fromkeys(warnings)), changes=Changes())


def presses(
    desk: Desk,
    kind: str,
    paper: Paper,
    forms: Sequence[Format],
    settings: PressSettings,
    name_of: Callable[[str, str], Path],
    template: Path | None,
) -> list[tuple[str, Callable[[], Pressed]]]:
    """Return what makes a paper in each of these formats; with a template, Word is filled into it, ticked or not."""
    work: list[tuple[str, Callable[[], Pressed]]] = [
        (form.name, partial(press.press, paper, form, settings, name_of))
        for form in forms
        if press.can_press(paper, form) and not (template and form.name == WORD)
    ]
    if template is not None:
        row = desk.content.reports().kind(kind)
        work.append((WORD, partial(_into_template, paper, template, row, settings, name_of("", "docx"))))
    return work


def _into_template(paper: Paper, template: Path, kind: ReportKind, settings: PressSettings, path: Path) -> Pressed:
    from coprod_desktop.publish.render.word.template import fill

    if not kind.headings:
        raise UserError("This report has no headings to be matched with a template.", "Make it without the template.")
    if not kind.by_hand:
        raise UserError(
            f"This report is for {kind.reads}, and the pages of a template would not say so. No report was made.",
            "Make it without the template.",
        )
    also = {one.heading: one.also for one in kind.headings}
    with whole_file(path) as part:
        said = fill(template, paper.document, also, part, settings.made_on)
    return Pressed((path,), said)


def drawn(
    desk: Desk,
    kind: str,
    asked: Span,
    of_group: str | None = None,
    sessions: Sequence[str] | None = None,
    wanted: Callable[[], bool] = lambda: True,
    progress: Progress = lambda *_: None,
) -> tuple[Paper, tuple[str, ...]]:
    """Return a report as it is told, and the ids of its sessions. UserError when nobody wants it any more."""

    def step(done: int, of: int) -> None:
        if not wanted():
            raise UserError("Stopped. No report was made.", "Make it again when you are ready.")
        if of:
            progress(done, of, READING)

    try:
        row = desk.content.reports().kind(kind)
    except KeyError:
        names = ", ".join(one.name for one in kinds(desk))
        raise UserError(f"There is no kind of report called “{kind}”.", f"These are: {names}.") from None
    of = group(desk, of_group)
    span = span_of(desk, row, of, asked)
    if row.headings:
        from coprod_desktop.publish.stories.year import report

        year, ids = of_year(desk, row, span, of, sessions, step)
        return report(row, year, desk.content.reports()), ids
    return _by_snapshots(desk, row, span, of, sessions, step)


def _by_snapshots(
    desk: Desk,
    kind: ReportKind,
    span: Span,
    of: WorkGroup | None,
    sessions: Sequence[str] | None,
    step: Step,
) -> tuple[Paper, tuple[str, ...]]:
    """Return a report that has a story of its own."""
    if kind.name == ENGAGEMENT_LOG:
        from coprod_desktop.publish.stories.log import engagement_log

        year, ids = of_year(desk, kind, _up_to_today(desk, span, sessions), of, sessions, step)
        return engagement_log(year), ids
    chosen = _chosen(desk, span, of, sessions)
    ids = tuple(session.id for session in chosen)
    if kind.name == ACCESSIBLE_INFORMATION:  # numbers alone, so that nothing private of a session waits to be settled
        from coprod_desktop.publish.stories.accessible_information import accessible_information
        from coprod_desktop.services.making import accessible_information as standard

        return accessible_information(standard.counted(desk, chosen)), ids
    return _told(kind.name, _through_the_gate(desk, chosen, step), desk.today()), ids


def _told(kind: str, snapshots: Sequence[PublicSnapshot], as_of: datetime.date) -> Paper:
    match kind:
        case "progress-report":
            from coprod_desktop.publish.stories.progress import progress_report

            return progress_report(snapshots, as_of)
        case "action-list":
            from coprod_desktop.publish.stories.actions import action_list

            return action_list(snapshots, as_of)
        case _:
            raise ValueError(f"a kind of report without headings or a story of its own: {kind!r}")


def _up_to_today(desk: Desk, span: Span, sessions: Sequence[str] | None) -> Span:
    """Without a last day, none that are still to come."""
    return Span(span.since, desk.today()) if span.until is None and sessions is None else span


def _chosen(desk: Desk, span: Span, of: WorkGroup | None, sessions: Sequence[str] | None) -> tuple[Session, ...]:
    """Return these sessions, or all, but for those that were cancelled."""
    span = _up_to_today(desk, span, sessions)
    chosen = rows.Chosen(
        span.since,
        span.until,
        of.id if of else None,
        of.name if of else None,
        None if sessions is None else tuple(sessions),
    )
    with desk.store.read() as connection:
        ids = [row["id"] for row in rows.sessions(connection, chosen) if row["state"] != SessionState.CANCELLED]
        found = {one.id: one for one in reading.some(connection, Session, ids)}
    return tuple(found[id_] for id_ in ids)


def _through_the_gate(desk: Desk, chosen: Sequence[Session], step: Step) -> tuple[PublicSnapshot, ...]:
    passed: list[PublicSnapshot] = []
    waiting: dict[str, str] = {}
    before: Scanner | None = None
    for n, session in enumerate(chosen):
        step(n, len(chosen))
        source = circles.read(desk, session.id, before=before)
        before = source.eyes
        try:
            passed.append(papers.passed(desk, source, desk.today()))
        except UserError:
            when = in_range(session.date, session.end_date)
            waiting[session.id] = f"{session.type} on {when} ({session.title})"
    if waiting:
        raise not_settled(waiting)
    return tuple(passed)


def settings_of(desk: Desk, sessions: Sequence[str]) -> PressSettings:
    """Return how the formats are set: large print in the largest size that anyone who came asked for."""
    with desk.store.read() as connection:
        ours = stored.organisation(connection) or Organisation(id="")
        asked = rows.with_needs(connection, sessions)
        sizes = [largest_print(reading.people(connection, session), desk.content.needs) for session in asked]
    return PressSettings(
        made_on=desk.now(),
        large_pt=max([PressSettings.large_pt, *sizes]),
        cells=ours.braille_cells or PressSettings.cells,
        lines=ours.braille_lines or PressSettings.lines,
    )
