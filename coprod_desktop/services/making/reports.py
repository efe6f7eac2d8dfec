"""Reports over many sessions: the engagement log, the progress report and the list of actions. Each session goes through the gate."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.formats import largest_print
from coprod_desktop.domain.record import Organisation, Session
from coprod_desktop.domain.words import SessionState
from coprod_desktop.errors import UserError
from coprod_desktop.publish import press
from coprod_desktop.publish.dates import in_range
from coprod_desktop.publish.filenames import file_name
from coprod_desktop.publish.paper import Paper
from coprod_desktop.publish.press import PressSettings
from coprod_desktop.publish.snapshot import PublicSnapshot
from coprod_desktop.publish.stories.accessible_information import KIND as ACCESSIBLE_INFORMATION
from coprod_desktop.publish.stories.accessible_information import accessible_information
from coprod_desktop.publish.stories.actions import KIND as ACTION_LIST
from coprod_desktop.publish.stories.actions import action_list
from coprod_desktop.publish.stories.log import KIND as ENGAGEMENT_LOG
from coprod_desktop.publish.stories.log import engagement_log
from coprod_desktop.publish.stories.progress import KIND as PROGRESS_REPORT
from coprod_desktop.publish.stories.progress import progress_report
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.making import accessible_information as standard
from coprod_desktop.services.making import papers
from coprod_desktop.services.making.papers import Made, Progress
from coprod_desktop.store import formats as stored
from coprod_desktop.store import reading

KINDS = (ENGAGEMENT_LOG, PROGRESS_REPORT, ACTION_LIST, ACCESSIBLE_INFORMATION)


class NotSettled(UserError):
    """Something private is not settled; `sessions` are the ids of those to look at, in the order they are named."""

    def __init__(self, what: str, do: str, sessions: Sequence[str]) -> None:
        super().__init__(what, do)
        self.sessions = tuple(sessions)


def make(
    desk: Desk,
    kind: str,
    formats: Sequence[str],
    folder: Path,
    *,
    sessions: Sequence[str] | None = None,
    since: datetime.date | None = None,
    until: datetime.date | None = None,
    progress: Progress = lambda *_: None,
    wanted: Callable[[], bool] = lambda: True,
) -> Made:
    """Make a report in these formats: of these sessions, or of all there have been, from one day to another.

    NotSettled, with nothing made, while a session holds something private that is not settled.
    """
    forms = papers.chosen(desk, formats, desk.content.formats.papers, " for a report")
    chosen = _chosen(desk, sessions, since, until)
    if kind == ACCESSIBLE_INFORMATION:  # numbers alone, so that nothing private of a session waits to be settled
        paper = accessible_information(standard.counted(desk, chosen))
    else:
        held = chosen if kind == ENGAGEMENT_LOG else [s for s in chosen if s.state is not SessionState.CANCELLED]
        paper = _told(kind, _through_the_gate(desk, held), desk.today())
    settings = settings_of(desk, [session.id for session in chosen])

    def name_of(apart: str, ending: str) -> Path:
        named = f"{paper.kind}-{apart}" if apart else paper.kind
        return folder / file_name(desk.today(), "\n".join(sorted(s.id for s in chosen)), ending, named)

    work = [
        (form.name, partial(press.press, paper, form, settings, name_of))
        for form in forms
        if press.can_press(paper, form)
    ]
    pressed = papers.run(work, folder, progress, wanted)
    warnings = (*press.left_out(paper, forms), *pressed.warnings)
    return Made(paths=pressed.paths, draft=False, warnings=warnings, changes=Changes())


def _told(kind: str, snapshots: Sequence[PublicSnapshot], as_of: datetime.date) -> Paper:
    match kind:
        case "engagement-log":
            return engagement_log(snapshots)
        case "progress-report":
            return progress_report(snapshots, as_of)
        case "action-list":
            return action_list(snapshots, as_of)
        case _:
            raise ValueError(f"no such kind of report: {kind!r}")


def _chosen(
    desk: Desk, sessions: Sequence[str] | None, since: datetime.date | None, until: datetime.date | None
) -> tuple[Session, ...]:
    """Return these sessions, or all; without a last day, none that are still to come."""
    with desk.store.read() as connection:
        every = stored.every(connection, Session)
    if sessions is not None:
        every = tuple(s for s in every if s.id in set(sessions))
    elif until is None:
        until = desk.today()
    return tuple(
        s for s in every if (since is None or (s.end_date or s.date) >= since) and (until is None or s.date <= until)
    )


def _through_the_gate(desk: Desk, chosen: Sequence[Session]) -> tuple[PublicSnapshot, ...]:
    passed: list[PublicSnapshot] = []
    waiting: dict[str, str] = {}
    for session in chosen:
        try:
            passed.append(papers.snapshot(desk, session.id, desk.today()))
        except UserError:
            when = in_range(session.date, session.end_date)
            waiting[session.id] = f"{session.type} on {when} ({session.title})"
    if waiting:
        raise NotSettled(
            f"Something private is not settled yet in: {'; '.join(waiting.values())}. No report was made.",
            "Open the Paper page of each and settle what is listed first, or choose a time without it.",
            tuple(waiting),
        )
    return tuple(passed)


def settings_of(desk: Desk, sessions: Sequence[str]) -> PressSettings:
    """Return how the formats are set: large print in the largest size that anyone who came asked for."""
    with desk.store.read() as connection:
        ours = stored.organisation(connection) or Organisation(id="")
        sizes = [largest_print(reading.people(connection, session), desk.content.needs) for session in sessions]
    return PressSettings(
        made_on=desk.now(),
        large_pt=max([PressSettings.large_pt, *sizes]),
        cells=ours.braille_cells or PressSettings.cells,
        lines=ours.braille_lines or PressSettings.lines,
    )
