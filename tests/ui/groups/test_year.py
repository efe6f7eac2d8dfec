"""A year of a made-up steering group, lived through the page: 12 sessions, 3 projects, 60 promises.

How it ends, with slips, a co-chair who leaves and a report finished by hand, is in test_second_half_by_keys.
"""

from __future__ import annotations

import datetime

import pytest

from coprod_desktop.domain.changes import Ref
from coprod_desktop.domain.words import AnswerKind, Group, UpdateState
from coprod_desktop.services import answers, group_members, groups, groups_due, promises, sessions
from coprod_desktop.services.seen import group as seen
from coprod_desktop.services.seen.group_row import Section
from coprod_desktop.ui.pages.groups import GroupsPage
from tests.ui.groups.test_parts import listed, part, press, settle, type_in

pytestmark = pytest.mark.slow
STEERING = "Home care steering group"
PROJECTS = ("Call times", "Letters people can read", "Carers' breaks")
MEMBERS = (
    ("Gareth D'Arcy", "co-chair, draws on care", Group.LIVED_EXPERIENCE, True),
    ("Priti Vaghela", "service director", Group.STAFF, True),
    ("Winifred Tattersall", "draws on care", Group.LIVED_EXPERIENCE, False),
    ("Aneta Kowalczyk", "carer", Group.CARERS, False),
)


@pytest.fixture
def page(context, qtbot, runner, desk):
    page = GroupsPage(context)
    qtbot.addWidget(page)
    runner.changed.connect(page.apply)
    page.resize(1040, 760)
    page.show()
    qtbot.waitExposed(page)
    page.activateWindow()
    page.open(None)
    settle(page)
    return page


def begin(qtbot, page, name: str, kind: str) -> None:
    press(qtbot, page, "addGroup")
    box = page.findChild(object, "newGroupKind")
    box.setCurrentIndex(box.findData(kind))
    type_in(qtbot, page, name, "newGroupName")
    settle(page)


def test_a_year_of_a_steering_group(page, qtbot, desk, heard):
    today = desk.today()
    begin(qtbot, page, STEERING, "steering_group")
    steering = groups.every(desk)[0].id
    part(qtbot, page, "partMembers")
    for name, role, mix, chairs in MEMBERS:
        type_in(qtbot, page, role, "memberRole", enter=False)
        type_in(qtbot, page, name, "memberName")
        made = next(one.member.id for one in group_members.of(desk, steering) if one.name == name)
        group_members.change(desk, made, mix=mix, co_chair=chairs)
    plan = part(qtbot, page, "partPlan")
    for project in PROJECTS:
        type_in(qtbot, page, project, "newPriorityEdit")
    assert len(listed(plan.list)) == 3

    for n in range(12):
        press(qtbot, page, "nextSession")
        held = heard.opened[-1][1]
        sessions.change(desk, held, date=today - datetime.timedelta(30 * (11 - n)), repeats="monthly")
        for m in range(5):
            point, _ = answers.add_point(desk, held, f"Point {n}.{m}")
            owner, due = MEMBERS[m % 4][0], today + datetime.timedelta(20 * (m - 2) - n)
            answers.change_point(desk, point, answer=AnswerKind.WILL, text=f"Do {n}.{m}", owner=owner, due=due)
            if m < 2:
                promises.add_update(desk, point, today, UpdateState.DONE)
    settle(page)
    for project in PROJECTS:
        begin(qtbot, page, project, "project")
    page.point_at(Ref("work_group", steering))
    settle(page)

    found = seen.read(desk, steering, most=500)
    numbers = sorted(sessions.one(desk, line.id).series_n for line in sessions.every(desk))
    assert numbers == list(range(1, 13))
    assert found.many[Section.PROMISED] == 36
    assert sum(row.opens.noun == "point" for row in found.rows) == 60
    assert "Co-chairs: Gareth D'Arcy and Priti Vaghela" in page.findChild(object, "groupFacts").text()

    groups.change(desk, steering, committee_on=today + datetime.timedelta(30), clearance_days=21)
    (due,) = groups_due.near(desk)
    assert due.on == today + datetime.timedelta(9)
    assert [line.name for line in groups.every(desk)] == sorted((STEERING, *PROJECTS), key=str.lower)
