"""The page Groups with years in it: 100 groups, 2,000 sessions, 20,000 lines of logs; and what is due, as Home asks it."""

from __future__ import annotations

import datetime
import os
import statistics
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from coprod_desktop.domain.changes import Ref
from coprod_desktop.domain.group_record import Member, WorkGroup
from coprod_desktop.domain.ids import new_id
from coprod_desktop.domain.log_record import LogLine
from coprod_desktop.domain.record import Entry, Person, Point, Session
from coprod_desktop.domain.report_span import Span
from coprod_desktop.domain.words import AnswerKind, Attending, EntryKind, Group, Publish, Rung
from coprod_desktop.services import groups, groups_due, workspace
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.making import reports
from coprod_desktop.services.seen import group as seen
from coprod_desktop.services.seen import over_time, over_time_told
from tests.benchmarks.rows import Row, milliseconds, under
from tests.desks import choose_condition

GROUPS, SESSIONS, LINES, MEMBERS, PROMISES = 100, 20, 200, 10, 6
"""Of each of the last four in each group."""
LONG = 118
"""Sessions that one long-lived group has besides."""
KINDS = ("decision", "learning", "barrier", "heard", "evidence")


def rows() -> list[Row]:
    """Return the figures, in CPU time of this process."""
    with years() as (desk, first):
        read = [milliseconds(lambda: (groups.every(desk), seen.read(desk, first)), cpu=True) for _ in range(15)]
        due = [milliseconds(lambda: groups_due.near(desk), cpu=True) for _ in range(15)]
        window = _page(desk)
        year = Span(desk.today() - datetime.timedelta(365), desk.today())
        report = milliseconds(lambda: reports.drawn(desk, "annual-report", year), cpu=True)
        _long_lived(desk, first)
        back = [milliseconds(lambda: over_time_told.tables(over_time.read(desk, first)), cpu=True) for _ in range(9)]
        shown = _page(desk, "partBack", first)
    return [
        under("read Groups: 100 groups, 2,000 sessions, 20,000 lines, median (CPU ms)", statistics.median(read), 60),
        under("open the page Groups on the same, median (CPU ms)", window, 100),
        under(
            f"read “Looking back” of a group of {LONG + SESSIONS} sessions, median (CPU ms)",
            statistics.median(back),
            60,
        ),
        under("open the page Groups on the same, in “Looking back”, median (CPU ms)", shown, 100),
        under("draw the annual report of all groups (CPU ms)", report, 2_000),
        under("what groups have to remember, for Home, median (CPU ms)", statistics.median(due), 10),
    ]


def _long_lived(desk: Desk, group: str) -> None:
    """Make one of the groups a long-lived one: a meeting a week for two years and more, with who came and what was said."""
    today, roles = desk.today(), ("draws on care", "carer", "social worker", "councillor")
    people = [Person(id=new_id(), name=f"Guest {n}", role="") for n in range(120)]
    with desk.store.write() as tx:
        for one in people:
            tx.add_unlisted(one)
        for n in range(LONG):
            made = new_id()
            door = {Group.CARERS.value: n % 7, Group.LIVED_EXPERIENCE.value: n % 11}
            session = Session(
                id=made, key=made, title=f"Weekly meeting {n}", type="steering group", date=today - datetime.timedelta(7 * n),
                group_id=group, locality=("Tilbury", "Grays", "Ockendon")[n % 3], headcount=door, ladder_aim=Rung.CO_DESIGN,
                ladder_actual=list(Rung)[n % len(Rung)],
            )  # fmt: skip
            tx.add(session, session=made)
            for k in range(10):
                tx.attend(people[(n * 7 + k) % len(people)].id, made, role=roles[k % 4], attendance=Attending.HERE)
                theme = f"Theme {(n * 3 + k) % 40}"
                tx.add(
                    Entry(
                        id=new_id(),
                        n=k + 1,
                        kind=EntryKind.CONTRIBUTION,
                        text=f"It was late {k}",
                        theme=theme,
                        publish=Publish.YES,
                    ),
                    session=made,
                )


def _page(desk: Desk, part: str = "", group: str | None = None) -> float:
    """Open the page again and again in a window, in a part of a group, until it has all it shows."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from coprod_desktop.ui.base.settings_file import SettingsFile
    from coprod_desktop.ui.pages.groups import GroupsPage
    from coprod_desktop.ui.style import theme
    from coprod_desktop.ui.style.theme import Appearance, Scheme
    from coprod_desktop.ui.window.look_keeper import LookKeeper
    from coprod_desktop.ui.window.shell import Runner, Shell

    app = QApplication.instance() or QApplication([])
    theme.prepare(app)
    theme.apply(app, Appearance(Scheme.LIGHT, still=True))
    with tempfile.TemporaryDirectory() as folder:
        runner = Runner()
        shell = Shell(app, runner, LookKeeper(app, SettingsFile(Path(folder) / "settings.json")))
        shell.resize(1366, 698)
        shell.show()
        runner.desk = desk
        shell.enter(desk, Path(folder))
        if group is not None:
            shell.open_page("groups")
            _settle(app, runner)
            page = shell.findChild(GroupsPage)
            page.point_at(Ref("work_group", group))
            _settle(app, runner)
            page.show_part(part)
            _settle(app, runner)
        took = []
        for _ in range(12):
            for page in ("home", "groups"):
                before = time.process_time_ns()
                shell.open_page(page)
                _settle(app, runner)
                if page == "groups":
                    took.append((time.process_time_ns() - before) / 1e6)
        shell.leave()
        shell.close()
        runner.close()
    return statistics.median(took)


def _settle(app: Any, runner: Any) -> None:
    while not (runner.wait_idle() and runner._pending == 0):
        app.processEvents()
    app.processEvents()


@contextmanager
def years() -> Iterator[tuple[Desk, str]]:
    """Make a workspace with all of it, and give the id of one of the groups."""
    with tempfile.TemporaryDirectory(prefix="coprod-groups-") as folder:
        workspace.create(Path(folder) / "w", None)
        choose_condition(Path(folder) / "w")
        desk = workspace.unlock(Path(folder) / "w", None)
        try:
            yield desk, _fill(desk)
        finally:
            workspace.close(desk)


def _fill(desk: Desk) -> str:
    today, ids = desk.today(), [new_id() for _ in range(GROUPS)]
    for at, group in enumerate(ids):
        days = [today + datetime.timedelta(30 * (n - SESSIONS + 4)) for n in range(SESSIONS)]
        held = [
            Session(id=new_id(), key=new_id(), title=f"Meeting {n}", type="steering group", date=day, group_id=group, series_n=n)
            for n, day in enumerate(days, 1)
        ]  # fmt: skip
        people = [Person(id=new_id(), name=f"Member {at} {n}", role="") for n in range(MEMBERS)]
        with desk.store.write() as tx:
            review = today + datetime.timedelta(at - 5)
            tx.add(WorkGroup(id=group, name=f"Group {at}", kind="forum", review_on=review), session=None)
            for session in held:
                tx.add(session, session=session.id)
            for person in people:
                tx.add_unlisted(person)
            members = [
                Member(
                    id=new_id(), group_id=group, person_id=one.id, term_end=today + datetime.timedelta(at * 4 + n * 20)
                )
                for n, one in enumerate(people)
            ]
            tx.add_many([(one, {}) for one in members], session=None)
            lines = [
                LogLine(
                    id=new_id(), kind=KINDS[n % len(KINDS)], on=days[n % SESSIONS], group_id=group,
                    words=f"Line {n} of what the group {at} decided, learnt and was told", follow_up=days[-1 - n % 4],
                )
                for n in range(LINES)
            ]  # fmt: skip
            tx.add_many([(one, {}) for one in lines], session=None)
            for n in range(PROMISES):
                point = Point(
                    id=new_id(),
                    you_said="It comes late",
                    answer=AnswerKind.WILL,
                    text=f"We will ring {n}",
                    due=days[-1 - n],
                )
                tx.add(point, session=held[n].id)
    return ids[GROUPS // 2]
