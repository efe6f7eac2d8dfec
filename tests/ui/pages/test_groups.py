from __future__ import annotations

import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel

from coprod_desktop.domain.changes import Ref
from coprod_desktop.services import drafts, groups, sessions
from coprod_desktop.ui.pages.groups import GroupsPage
from tests.ui.accessible import assert_accessible


@pytest.fixture
def open_page(context, qtbot, runner):
    def make() -> GroupsPage:
        page = GroupsPage(context)
        qtbot.addWidget(page)
        runner.changed.connect(page.apply)
        page.resize(1040, 760)
        page.show()
        qtbot.waitExposed(page)
        page.activateWindow()
        page.open(None)
        settle(runner)
        return page

    return make


def settle(runner) -> None:
    while not (runner.wait_idle() and runner._pending == 0):
        QApplication.processEvents()


def listed(rows) -> list[str]:
    model = rows.rows()
    return [model.index(i, 0).data() for i in range(model.rowCount())]


def read(widget) -> str:
    return "\n".join(w.text() for w in widget.findChildren(QLabel) if w.isVisibleTo(widget))


def press(qtbot, page, name: str) -> None:
    push = page.findChild(object, name)
    push.setFocus()
    qtbot.keyClick(push, Qt.Key.Key_Space)
    settle(page.context.runner)


def timeline(page) -> list[str]:
    return listed(page.made["partTimeline"].list)


@pytest.fixture
def steering(desk):
    group, _ = groups.add(desk, "Home care steering group", "steering_group", locality="Riverside")
    groups.add(desk, "Bus project", "project", area="Transport")
    return group


def test_the_first_group_is_begun_with_a_name_and_enter(open_page, qtbot, desk):
    page = open_page()
    assert "No group yet" in read(page)
    assert QApplication.focusWidget().objectName() == "addGroup"
    press(qtbot, page, "addGroup")
    name = page.findChild(object, "newGroupName")
    assert name.hasFocus()
    qtbot.keyClicks(name, "Night bus forum")
    qtbot.keyClick(name, Qt.Key.Key_Return)
    settle(page.context.runner)
    assert [line.name for line in groups.every(desk)] == ["Night bus forum"]
    assert page.findChild(object, "groupName").text() == "Night bus forum"
    assert drafts.every(desk) == ()


def test_a_group_without_a_name_is_refused_in_a_sentence(open_page, qtbot, desk, heard):
    page = open_page()
    press(qtbot, page, "addGroup")
    press(qtbot, page, "addGroup")
    assert "needs a name" in heard.failed[-1].what
    assert groups.every(desk) == []


def test_what_is_typed_of_a_new_group_is_kept(open_page, qtbot, desk):
    page = open_page()
    press(qtbot, page, "addGroup")
    qtbot.keyClicks(page.findChild(object, "newGroupName"), "Night bus")
    page.leave()
    settle(page.context.runner)
    assert [(d.field, d.words) for d in drafts.every(desk)] == [("work_group:new:name", "Night bus")]


def test_groups_are_found_by_kind_place_and_service(open_page, qtbot, steering):
    """Row of the sources: "Learning Disability Partnership Board, Older Persons Advisory Group" (a directory of groups)."""
    page = open_page()
    assert [row.split(".")[0] for row in listed(page.list)] == ["Bus project", "Home care steering group"]
    field = page.findChild(object, "findGroup")
    for typed, found in (("steering", 1), ("riverside", 1), ("transport", 1), ("zzz", 0), ("", 2)):
        field.clear()
        qtbot.keyClicks(field, typed)
        assert page.list.rows().rowCount() == found, typed
    assert page.findChild(object, "groupCard").isVisible()


def test_the_timeline_tells_what_is_next_what_is_due_and_what_was(open_page, qtbot, desk, steering):
    today = desk.today()
    groups.change(desk, steering, review_on=today - datetime.timedelta(1))
    for days, title in ((7, "Fourth meeting"), (-30, "Third meeting")):
        sessions.new(desk, title=title, type="steering group", date=today + datetime.timedelta(days), group_id=steering)
    page = open_page()
    page.point_at(Ref("work_group", steering))
    settle(page.context.runner)
    rows = timeline(page)
    assert [row.split(".")[0] for row in rows] == ["Planned", "Late", "Held"]
    assert "Fourth meeting" in rows[0]
    assert "Look at how the group works" in rows[1]
    assert "Third meeting" in rows[2]
    shown = page.findChild(QComboBox, "timelineShown")
    shown.setFocus()
    qtbot.keyClicks(shown, "Due")
    qtbot.keyClick(shown, Qt.Key.Key_Return)
    shown.activated.emit(shown.currentIndex())
    assert len(timeline(page)) == 1


def test_enter_opens_the_session_one_is_on(open_page, qtbot, desk, steering, heard):
    session, _ = sessions.new(
        desk, title="Fourth", type="steering group", date=desk.today() + datetime.timedelta(7), group_id=steering
    )
    page = open_page()
    page.point_at(Ref("work_group", steering))
    settle(page.context.runner)
    page.made["partTimeline"].list.setFocus()
    qtbot.keyClick(page.made["partTimeline"].list, Qt.Key.Key_Return)
    assert heard.opened == [("get_ready", session)]


def test_a_group_that_is_taken_away_says_what_stays(open_page, desk, steering, heard):
    sessions.new(desk, title="Fourth", type="steering group", date=desk.today(), group_id=steering)
    page = open_page()
    page.point_at(Ref("work_group", steering))
    settle(page.context.runner)
    page.menu().actions()[-1].trigger()
    settle(page.context.runner)
    assert [line.name for line in groups.every(desk)] == ["Bus project"]
    assert "1 session stays as it is" in heard.told[-1][0]
    assert len(sessions.every(desk)) == 1
    assert page.findChild(object, "groupName").text() == "Bus project"


def test_everything_is_named(open_page, steering):
    assert_accessible(open_page())
