from __future__ import annotations

import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from coprod_desktop.domain.record import Need
from coprod_desktop.domain.words import Attending, Phase
from coprod_desktop.services import bank, capture, people, prepare, sessions
from coprod_desktop.ui.dialogs.new_session import NewSession
from coprod_desktop.ui.pages.home import HomePage
from coprod_desktop.ui.style import theme
from coprod_desktop.ui.style.theme import Appearance, Scheme
from coprod_desktop.ui.window.shell import Shell
from tests.desks import set_needs
from tests.ui.accessible import assert_accessible


@pytest.fixture
def open_home(context, qtbot, runner):
    def make() -> HomePage:
        page = HomePage(context)
        qtbot.addWidget(page)
        page.resize(1000, 760)
        page.show()
        qtbot.waitExposed(page)
        page.activateWindow()
        page.open(None)
        runner.wait_idle()
        QApplication.sendPostedEvents()  # lines that were added are shown
        return page

    return make


def words(page) -> str:
    """Everything one can read on the page, top to bottom."""
    labels = [w.text() for w in page.findChildren(QLabel) if w.isVisibleTo(page)]
    rows = [page.lately.rows().index(i, 0).data() for i in range(page.lately.rows().rowCount())]
    kept = [page.promises.rows().index(i, 0).data() for i in range(page.promises.rows().rowCount())]
    return "\n".join([*labels, *rows, *kept])


def planned(desk, days: int, **fields) -> str:
    date = desk.today() + datetime.timedelta(days=days)
    return sessions.new(desk, title="Steering group", date=date, start="10:00", place="Room 2", **fields)[0]


def test_an_empty_workspace_offers_four_things_and_the_cursor_is_on_the_first(open_home, heard, qtbot):
    page = open_home()
    assert "Welcome" in words(page)
    assert QApplication.focusWidget() is page.first_start
    qtbot.keyClick(page.first_start, Qt.Key.Key_Tab)
    plan = QApplication.focusWidget()
    assert plan.text() == "Plan a session…"
    qtbot.keyClick(plan, Qt.Key.Key_Space)
    asked = page.findChild(NewSession)
    assert asked.isVisible()
    asked.close()
    qtbot.keyClick(plan, Qt.Key.Key_Tab)
    assert QApplication.focusWidget().text() == "Bring a file in…"
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert heard.samples == 1


def test_one_press_starts_a_session_and_opens_listen_without_a_question(in_shell: Shell, desk, runner, qtbot):
    runner.wait_idle()
    qtbot.keyClick(in_shell.in_front().first_start, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: in_shell.in_front().title == "Listen")
    only = sessions.every(desk)[0]
    assert (only.date, bool(only.title)) == (desk.today().isoformat(), True)


def test_two_quick_presses_start_one_session(in_shell: Shell, desk, runner, qtbot):
    runner.wait_idle()
    for _ in range(2):
        qtbot.keyClick(in_shell, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    runner.wait_idle()
    assert len(sessions.every(desk)) == 1


def test_ctrl_n_while_the_workspace_opens_is_remembered(shell: Shell, desk, runner, tmp_path, qtbot):
    qtbot.keyClick(shell, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    shell.enter(desk, tmp_path / "workspace")
    qtbot.waitUntil(shell.header.isVisible)
    assert shell.in_front().title == "Listen"
    assert len(sessions.every(desk)) == 1


def test_ctrl_n_at_a_locked_door_is_not(shell: Shell, desk, runner, tmp_path, qtbot):
    shell.show_door(QLabel("locked"))
    qtbot.keyClick(shell, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    shell.enter(desk, tmp_path / "workspace")
    runner.wait_idle()
    assert sessions.every(desk) == []
    assert shell.in_front().title == "Home"


def test_ctrl_n_in_the_window_reaches_listen(in_shell: Shell, sample, desk, runner, qtbot):
    runner.wait_idle()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: in_shell.header.isVisible())
    assert len(sessions.every(desk)) == 2
    assert in_shell.header.title.isVisible()


def test_the_next_session_says_how_soon_where_who_and_what_is_not_ready(open_home, desk, heard, qtbot):
    session = planned(desk, 4)
    person, _ = people.add(desk, session, "Marged Tomos", "member", attendance=Attending.COMING)
    set_needs(desk, session, person, [Need(id="n1", need="BSL interpreter")])
    prepare.add_checklist_item(
        desk, session, Phase.BEFORE, "Send Easy Read papers.", by=desk.today() - datetime.timedelta(days=1)
    )
    planned(desk, 9)
    page = open_home()
    said = words(page)
    assert "Next session · in 4 days" in said
    assert "10:00 · Room 2 · 1 person coming" in said
    assert "1 interpreter not booked yet, and it takes about 20 working days: ring today" in said
    assert said.index("Was due yesterday: Send Easy Read papers") < said.index("No agenda")
    assert "Marged" not in said
    assert QApplication.focusWidget().text() == "Open this session"
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert heard.opened == [("get_ready", session)]


def test_todays_session_opens_at_listen(open_home, desk, heard, qtbot):
    session = planned(desk, 0)
    page = open_home()
    assert "Today's session" in words(page)
    assert "Nobody is on the list yet" in words(page)
    qtbot.keyClick(page.first_focus(), Qt.Key.Key_Space)
    assert heard.opened == [("listen", session)]


def test_a_session_that_has_begun_is_not_nagged_about(open_home, desk):
    session = planned(desk, 0)
    capture.add(desk, session, capture.NewLine(text="The bus does not stop here"))
    said = words(open_home())
    assert "1 thing said" in said
    assert "Nobody is on the list yet" not in said


def test_the_keys_go_through_it_in_the_order_one_reads(open_home, desk, sample, qtbot):
    planned(desk, 4)
    open_home()
    order = []
    for _ in range(5):
        order.append(QApplication.focusWidget().objectName())
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert order == ["openNext", "homePromises", "startNow", "findSaid", "homeLately"]


def test_with_nothing_planned_it_offers_to_plan(open_home, sample, qtbot):
    page = open_home()
    assert "Nothing is planned" in words(page)
    qtbot.keyClick(page.first_focus(), Qt.Key.Key_Space)
    dialog = page.findChild(object, "newSession")
    assert dialog.isVisible()


def test_promises_are_counted_and_late_ones_come_first_and_open_follow_up(open_home, sample, heard, qtbot):
    page = open_home()
    said = [page.promises.rows().index(i, 0).data() for i in range(page.promises.rows().rowCount())]
    is_late = [s.startswith("Late.") for s in said]
    assert is_late == sorted(is_late, reverse=True)
    assert any(is_late)
    assert "late, " in words(page)
    assert "kept" not in words(page)
    page.promises.setFocus()
    qtbot.keyClick(page.promises, Qt.Key.Key_Return)
    assert heard.opened == [("follow_up", sample)]


def test_lately_says_what_came_of_a_session_and_enter_opens_it(open_home, sample, heard, qtbot):
    page = open_home()
    assert "17 September · 22 things said · 7 points answered · 5 not answered yet" in words(page)
    page.lately.setFocus()
    qtbot.keyClick(page.lately, Qt.Key.Key_Return)
    assert heard.opened == [("answer", sample)]


def test_who_was_to_hear_by_a_day_is_told_until_a_paper_went_out_and_all_of_them_are_a_list(
    open_home, desk, heard, runner, qtbot
):
    """Row of the sources: "we will all make time to respond to feedback"."""
    days = [desk.today() - datetime.timedelta(n) for n in (9, 2)]
    ids = [sessions.new(desk, title=f"Forum {n}", date=days[0], reply_by=day)[0] for n, day in enumerate(days)]
    for one in ids:
        capture.add(desk, one, capture.NewLine(text="The bus is late"))
    page = open_home()
    ask = page._form.replyAsk
    assert "and no paper has gone out. Forum 0. So it is for 1 other session." in ask.state.text()
    qtbot.keyClick(ask.push, Qt.Key.Key_Space)
    assert heard.opened[-1] == ("answer", ids[0])
    qtbot.keyClick(ask.every, Qt.Key.Key_Space)
    rows = page.findChild(object, "waitingList")
    runner.wait_idle()
    qtbot.keyClick(rows, Qt.Key.Key_End)
    qtbot.keyClick(rows, Qt.Key.Key_Return)
    assert heard.opened[-1] == ("answer", ids[1])


def test_find_leads_to_finding(open_home, sample, heard, qtbot):
    page = open_home()
    qtbot.mouseClick(page.find_said, Qt.MouseButton.LeftButton)
    assert heard.opened == [("find", None)]


def test_a_change_elsewhere_is_seen_while_home_is_in_front(open_home, desk, runner, context):
    page = open_home()
    runner.changed.connect(page.apply)
    runner.do(sessions.new, title="Micro meeting", date=desk.today())
    runner.wait_idle()
    runner.wait_idle()
    assert "Micro meeting" in words(page)
    assert "Welcome" not in words(page)


def test_a_screen_reader_and_large_text_can_use_it(open_home, desk, sample, dressed):
    planned(desk, 4)
    page = open_home()
    assert_accessible(page)
    theme.apply(dressed, Appearance(Scheme.LIGHT, 200))
    page.resize(900, 700)
    QApplication.sendPostedEvents()
    for label in page.findChildren(QLabel):
        if label.isVisibleTo(page) and label.text():
            assert label.height() >= label.heightForWidth(label.width()) - 1, label.text()


def test_who_is_to_be_asked_again_is_told_without_names_and_leads_to_people(open_home, desk, sample, heard, qtbot):
    gareth, win = (line.id for line in people.every(desk)[:2])
    bank.change(desk, gareth, "review_on", desk.today() - datetime.timedelta(days=3))
    bank.change(desk, win, "review_on", desk.today())
    page = open_home()
    assert "2 people in the bank are to be asked again, the first of them since" in words(page)
    assert people.every(desk)[0].name not in page._form.bankAsk.state.text()
    page._form.bankAsk.push.setFocus()
    qtbot.keyClick(page._form.bankAsk.push, Qt.Key.Key_Space)
    assert heard.opened[-1] == ("people", None)


def test_nobody_to_be_asked_again_is_not_mentioned(open_home, desk, sample):
    bank.change(desk, people.every(desk)[0].id, "review_on", desk.today() + datetime.timedelta(days=1))
    assert not open_home()._form.bankAsk.isVisible()


def test_all_of_it_is_in_view_on_a_small_laptop(walk):
    """1366 x 768 without the bar of the system and the window's own; what is longer scrolls inside its list."""
    walk.shell.resize(1366, 698)
    page = walk.open("home")
    walk.settle()
    assert page.promises.isVisible()
    assert page._form.asksCard.isVisible()
    assert walk.shell._form.stack.currentWidget().around.verticalScrollBar().maximum() == 0
