"""The line above a group's timeline, on the page Groups: typed, saved, said what it is, opened; kept when one goes on."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from coprod_desktop.domain.changes import Ref
from coprod_desktop.services import drafts, groups, log, promises
from coprod_desktop.services.seen import log as seen
from coprod_desktop.ui.dialogs.facts_dialog import FactsDialog
from coprod_desktop.ui.groups.log_dialog import LogDialog
from coprod_desktop.ui.pages.groups import GroupsPage
from coprod_desktop.ui.pages.home import HomePage
from tests.groups import made_group
from tests.ui.accessible import assert_accessible

ENTER = Qt.Key.Key_Return


def wait(context):
    for _ in range(5):
        assert context.runner.wait_idle(60_000)


@pytest.fixture
def group(desk):
    made_group(desk, "Carers forum")
    return made_group(desk)


@pytest.fixture
def page(context, desk, group, qtbot):
    made = GroupsPage(context)
    qtbot.addWidget(made)
    made.resize(1100, 640)
    made.show()
    context.runner.changed.connect(made.apply)
    made.open(None)
    wait(context)
    made.point_at(Ref("work_group", group))
    wait(context)
    return made


def row_of(page):
    return page.made["partTimeline"].above[0].row


def lines(desk, group):
    return seen.seen(desk, group=group).rows


def test_a_button_one_line_enter_and_it_stands_on_the_timeline(page, context, desk, group, qtbot):
    row = row_of(page)
    qtbot.mouseClick(row.buttons["stuck"], Qt.MouseButton.LeftButton)
    qtbot.keyClicks(row.line, "Legal has held up the policy")
    qtbot.keyClick(row.line, ENTER)
    wait(context)
    timeline = page.made["partTimeline"].list
    assert [line.words for line in timeline.items.rows()] == ["Legal has held up the policy"]
    assert_accessible(page)
    qtbot.keyClick(row.line, ENTER)
    wait(context)
    assert [one.called for one in lines(desk, group)] == ["Barrier"]
    timeline.setFocus()
    qtbot.keyClick(timeline, ENTER)
    wait(context)
    (opened,) = page.findChildren(FactsDialog)
    wait(context)
    assert [fact.field for fact in opened.forms[1].facts] == ["tried", "who", "theme"]


def test_a_pledge_that_is_said_to_be_one_stands_among_the_promises(page, context, desk, group, qtbot):
    row = row_of(page)
    qtbot.keyClicks(row.line, "Councillor Hart will ring every carer by 6 May 2027")
    qtbot.keyClick(row.line, ENTER)
    wait(context)
    assert row.kind.currentText() == "Pledge"
    assert not promises.lines(desk)
    qtbot.keyClick(row.line, ENTER)
    wait(context)
    assert [line.who for line in promises.lines(desk)] == ["Councillor Hart"]
    rows = page.made["partTimeline"].list.items.rows()
    assert [one.opens.noun for one in rows] == ["point"]


def pledge_of_nobody(page, context, qtbot):
    """Confirm a pledge that names nobody; return the row, and the dialog that asks whose it is."""
    row = row_of(page)
    qtbot.keyClicks(row.line, "We will ring every carer")
    qtbot.keyClick(row.line, ENTER)
    wait(context)
    row.kind.setCurrentIndex(row.kind.findData("pledge"))
    qtbot.keyClick(row.line, ENTER)
    wait(context)
    (dialog,) = row.findChildren(FactsDialog)
    return row, dialog


def test_a_pledge_of_nobody_asks_whose_it_is_and_is_a_promise_then(page, context, desk, group, qtbot):
    _row, dialog = pledge_of_nobody(page, context, qtbot)
    assert "needs somebody whose it is" in dialog.ui.banner.what.text()
    who = dialog.field("who")
    assert dialog.focusWidget() is who
    qtbot.keyClicks(who, "Priti Vaghela")
    dialog.reject()
    wait(context)
    assert [(line.what, line.who) for line in promises.lines(desk)] == [("We will ring every carer", "Priti Vaghela")]
    assert lines(desk, group) == ()


def test_a_pledge_of_nobody_stays_in_the_log_when_nobody_says_whose(page, context, desk, group, qtbot):
    row, dialog = pledge_of_nobody(page, context, qtbot)
    dialog.reject()
    wait(context)
    assert "needs somebody whose it is" in row.state.text()
    assert [one.line.words for one in lines(desk, group)] == ["We will ring every carer"]


def test_what_is_typed_for_one_group_waits_there_while_one_looks_at_another(page, context, desk, group, qtbot):
    row, other = row_of(page), next(line.id for line in groups.every(desk) if line.id != group)
    qtbot.keyClicks(row.line, "Agreed to meet")
    page.list.go_to(other)
    wait(context)
    assert [kept.words for kept in drafts.every(desk)] == ["Agreed to meet"]
    assert row.line.text() == ""
    qtbot.keyClicks(row.line, "Agreed elsewhere")
    qtbot.keyClick(row.line, ENTER)
    wait(context)
    assert [one.line.words for one in lines(desk, other)] == ["Agreed elsewhere"]
    assert not lines(desk, group)
    page.list.go_to(group)
    qtbot.waitUntil(lambda: row.line.text() == "Agreed to meet")


def test_the_whole_log_opens_from_the_page(page, context, desk, group, qtbot):
    log.add(desk, "Tea first worked", group=group, kind="learning")
    next(act for act in page.menu().actions() if act.objectName() == "groupLog").trigger()
    (opened,) = page.findChildren(LogDialog)
    wait(context)
    assert [shown.row.title for shown in opened.list.items.rows()] == ["Tea first worked"]
    opened.reject()


@pytest.fixture
def home(context, qtbot):
    made = HomePage(context)
    qtbot.addWidget(made)
    made.resize(1100, 640)
    made.show()
    context.runner.changed.connect(made.apply)
    return made


def test_home_tells_of_a_line_to_look_at_again_and_opens_it(home, context, desk, group, qtbot):
    line, _ = log.add(desk, "Legal has held up the policy", group=group, kind="barrier")
    log.change(desk, line, "follow_up", desk.today() - timedelta(1))
    home.open(None)
    wait(context)
    ask = home._form.groupAsk
    assert ask.isVisible()
    assert "Home care steering group: barrier: Legal has held up the policy, since" in ask.state.text()
    assert ask.push.text() == "Open the line"
    ask.push.click()
    (opened,) = home.findChildren(FactsDialog)
    wait(context)
    assert opened.field("words").words() == "Legal has held up the policy"
    log.close(desk, line)
    opened.reject()
    wait(context)
    home.open(None)
    wait(context)
    assert not ask.isVisible()
