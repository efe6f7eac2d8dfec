"""The Bin in the window: what was taken away, put back by one press, or out for good after a question."""

from __future__ import annotations

import datetime
import shutil

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from coprod_desktop.services import answers, capture, holds, people, prepare, sessions, workspace
from coprod_desktop.services import bin as bin_verbs
from coprod_desktop.services.capture import NewLine
from coprod_desktop.services.holds import Scope
from coprod_desktop.store import bin as stored
from coprod_desktop.ui.bin.bin_dialog import BinDialog
from coprod_desktop.ui.bin.words import NOUNS
from coprod_desktop.ui.dialogs.ask import Ask
from coprod_desktop.ui.window.door import Door
from tests.ui.accessible import assert_accessible


@pytest.fixture
def session(desk) -> str:
    return sessions.new(desk, title="Home care", start="10:30")[0]


@pytest.fixture
def point(desk, session) -> str:
    made, _ = answers.add_point(desk, session, "Ring us when late")
    answers.remove_point(desk, made)
    return made


@pytest.fixture
def window(qtbot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1000, 760)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    return made


@pytest.fixture
def dialog(context, window):
    def make() -> BinDialog:
        made = BinDialog(context, window)
        made.open()
        settle(made)
        return made

    return make


def settle(dialog) -> None:
    for _ in range(3):
        dialog._context.runner.wait_idle()
        QApplication.processEvents()


def read(parent) -> str:
    return "\n".join(label.text() for label in parent.findChildren(QLabel) if label.isVisibleTo(parent))


def press(dialog, name: str, parent: QWidget | None = None) -> None:
    push = (parent or dialog).findChild(QPushButton, name)
    push.setFocus()
    QTest.keyClick(push, Qt.Key.Key_Space)
    settle(dialog)


def titles(dialog) -> list[str]:
    return [thing.words for thing in dialog.list.items.rows()]


def test_what_was_taken_away_is_listed_and_one_press_puts_it_back(dialog, desk, session, point):
    item, _ = prepare.add_agenda_item(desk, session, "Welcome", 10)
    prepare.remove(desk, "agenda_item", item)
    shown = dialog()
    assert titles(shown) == ["Welcome", "Ring us when late"]
    assert_accessible(shown)
    QTest.keyClick(shown.list, Qt.Key.Key_Down)
    press(shown, "binPutBack")
    assert titles(shown) == ["Welcome"]
    assert shown.list.hasFocus()
    assert "Put back: Ring us when late" in read(shown)
    assert [p.id for p in sessions.record(desk, session).points] == [point]


def test_for_good_is_asked_first_and_no_is_where_the_focus_is(dialog, desk, session, point, qtbot):
    shown = dialog()
    press(shown, "binEmpty")
    question = shown.findChild(Ask)
    assert question.no.hasFocus()
    assert "This cannot be undone" in read(question)
    QTest.keyClick(question.no, Qt.Key.Key_Escape)
    settle(shown)
    assert titles(shown) == ["Ring us when late"]
    qtbot.waitUntil(lambda: shown.findChild(Ask) is None)
    press(shown, "binEmpty")
    press(shown, "askYes", shown.findChild(Ask))
    assert not bin_verbs.things(desk)
    assert "Nothing is in the Bin." in read(shown)
    assert_accessible(shown)


def test_emptying_leaves_what_a_hold_keeps_and_says_so(dialog, desk, session, point):
    capture.remove(desk, capture.add(desk, session, NewLine(text="They come late")).added[0].id)
    person, _ = people.add(desk, session, "Amina", "carer")
    holds.place(desk, Scope.PERSON, person, "A complaint", "Sam")
    people.remove(desk, session, person)
    shown = dialog()
    assert titles(shown) == ["Amina", "They come late", "Ring us when late"]
    assert not shown.form.binEmpty.isEnabled()  # the row one is on is held
    press(shown, "binEmptyAll")
    question = shown.findChild(Ask)
    assert "Take 2 things out for good?" in question.windowTitle()
    assert "1 stays" in read(question)
    press(shown, "askYes", question)
    assert titles(shown) == ["Amina"]
    assert not shown.form.binEmptyAll.isEnabled()


def test_each_thing_says_what_it_is_where_it_was_and_until_when(dialog, desk, session, point):
    shown = dialog()
    assert shown.list.items.rows()[0].until == desk.today() + datetime.timedelta(30)
    assert shown.list.accessibleName()
    said = shown.list.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Point · Home care" in said
    assert "gone for good" in said


def test_every_noun_has_a_word(desk):
    assert set(NOUNS) == set(stored.NOUNS)


def test_it_opens_from_each_list_and_from_settings(in_shell, desk, sample, runner, qtbot):
    for key, session in (("sessions", None), ("get_ready", sample), ("settings", None)):
        in_shell.open_page(key, session)
        runner.wait_idle()
        in_shell.in_front().findChild(QPushButton, "openBin").click()
        runner.wait_idle()
        shown = in_shell.findChild(BinDialog)
        assert shown is not None
        shown.accept()
        qtbot.waitUntil(lambda: in_shell.findChild(BinDialog) is None)


def test_when_a_workspace_is_opened_what_had_its_time_goes(shell, runner, settings, empty_workspace, tmp_path, qtbot):
    folder = shutil.copytree(empty_workspace, tmp_path / "workspace")
    desk = workspace.unlock(folder, None)
    session, _ = sessions.new(desk, title="Home care")
    old, _ = answers.add_point(desk, session, "Old")
    answers.remove_point(desk, old)
    with desk.store.write() as tx:
        month_ago = (desk.now() - datetime.timedelta(31)).astimezone(datetime.UTC).isoformat(timespec="milliseconds")
        tx.update("point", old, {"deleted_at": month_ago})
    new, _ = answers.add_point(desk, session, "New")
    answers.remove_point(desk, new)
    assert len(bin_verbs.things(desk)) == 2
    workspace.close(desk)
    door = Door(shell, runner, settings, folder)
    door.begin()
    qtbot.waitUntil(lambda: runner.desk is not None and [t.words for t in bin_verbs.things(runner.desk)] == ["New"])
    shell.leave()
    door._close_desk()
    runner.wait_idle()
