"""A year's report where there is much: 100 groups, 2,000 sessions, 20,000 lines in logs."""

from __future__ import annotations

import datetime
import tempfile
import time
from pathlib import Path

from coprod_desktop.domain.group_record import WorkGroup
from coprod_desktop.domain.ids import new_id
from coprod_desktop.domain.log_record import LogLine, Publicity
from coprod_desktop.domain.record import Entry, Point, Session
from coprod_desktop.domain.words import AnswerKind, EntryKind, Group, Publish
from coprod_desktop.services import workspace
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.making import reports
from tests.benchmarks.rows import Row, under
from tests.desks import choose_condition

GROUPS, SESSIONS, LINES, PEOPLE = 100, 2_000, 20_000, 600
_FIRST = datetime.date(2025, 1, 2)
_KINDS = ("learning", "decision", "evidence", "barrier", "risk", "gap", "monitoring", "scrutiny_question")


def rows() -> list[Row]:
    """Return the figures."""
    with tempfile.TemporaryDirectory() as folder:
        where = Path(folder) / "workspace"
        workspace.create(where, None)
        choose_condition(where)
        desk = workspace.unlock(where, None)
        try:
            names = much(desk)
            out = Path(folder) / "out"
            since, until = datetime.date(2025, 1, 1), datetime.date(2025, 12, 31)
            found = []
            for kind, of in (("annual-report", names[0]), ("committee-report", names[0]), ("annual-report", None)):
                begun = time.process_time()
                made = reports.make(desk, kind, ["html"], out, since=since, until=until, of_group=of)
                took = time.process_time() - begun
                assert made.paths
                whose = "of one group" if of else f"of all {SESSIONS:,} sessions"
                found.append(under(f"{kind} {whose}, {LINES:,} lines in logs (s of CPU)", took, 2))
        finally:
            workspace.close(desk)
    return found


def much(desk: Desk) -> list[str]:
    """Fill the workspace. Returns the names of the groups."""
    groups = [WorkGroup(id=new_id(), name=f"Group number {n}", kind="steering_group") for n in range(GROUPS)]
    with desk.store.write() as tx:
        for group in groups:
            tx.add(group, session=None)
        for n in range(PEOPLE):
            tx.insert("person", {"id": new_id(), "name": f"{_name(n)} {_name(n * 7 + 3)}son", "name_in_public": "none"})
        for n in range(SESSIONS):
            _session(tx, groups[n % GROUPS], n)
        for n in range(LINES):
            day = _FIRST + datetime.timedelta(days=n % 360)
            tx.add(
                LogLine(
                    id=new_id(), kind=_KINDS[n % len(_KINDS)], confirmed=True, on=day, group_id=groups[n % GROUPS].id,
                    words=f"What came of it, line {n}", publicity=Publicity.ANYONE if n % 3 else Publicity.PRIVATE,
                ),
                session=None,
            )  # fmt: skip
    return [group.name for group in groups]


def _session(tx: object, group: WorkGroup, n: int) -> None:
    add = tx.add  # type: ignore[attr-defined]
    made, day = new_id(), _FIRST + datetime.timedelta(days=n % 360)
    add(
        Session(
            id=made, key=made, title=f"Meeting {n}", type="steering group", date=day, place="Corner Hall",
            group_id=group.id, project=group.name, headcount={Group.CARERS.value: 6, Group.LIVED_EXPERIENCE.value: 7},
        ),
        session=made,
    )  # fmt: skip
    lines = [new_id() for _ in range(5)]
    for k, line in enumerate(lines):
        add(
            Entry(
                id=line, n=k + 1, kind=EntryKind.CONTRIBUTION, text=f"The visit was late again, time {k}",
                theme="Call times", publish=Publish.YES,
            ),
            session=made,
        )  # fmt: skip
    for k in range(3):
        add(
            Point(
                id=new_id(), key=f"p{k}", you_said="Tell us when a visit is late", from_entries=(lines[k],),
                answer=AnswerKind.WILL if k else AnswerKind.CANNOT, text="Ring people", owner="Contracts Manager",
                due=day + datetime.timedelta(days=60), reason="There is no money" if not k else None, order=k,
            ),
            session=made,
        )  # fmt: skip


def _name(n: int) -> str:
    return "".join(chr(97 + n // 26**k % 26) for k in range(3)).capitalize() + "ela"
