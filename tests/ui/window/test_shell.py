from __future__ import annotations

from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from coprod_desktop.errors import UserError
from coprod_desktop.services import capture, sessions
from coprod_desktop.ui.dialogs.bug_dialog import BugDialog
from coprod_desktop.ui.handbook.dialog import HandbookDialog
from coprod_desktop.ui.keys.undo_keys import mark_saved
from coprod_desktop.ui.style import theme
from coprod_desktop.ui.style.theme import Appearance, Scheme
from coprod_desktop.ui.window.shell import Shell
from tests.ui.accessible import assert_accessible, spoken


@pytest.fixture
def at_home(plain_shell: Shell, desk, tmp_path: Path) -> Shell:
    plain_shell.enter(desk, tmp_path / "workspace")
    return plain_shell


def key(qtbot, code: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    qtbot.keyClick(QApplication.focusWidget(), code, modifier)


def focused() -> str:
    return QApplication.focusWidget().objectName()


def freed() -> None:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_entering_opens_home_with_the_focus_in_it(at_home: Shell) -> None:
    assert at_home.in_front().objectName() == "page_home"
    assert focused() == "field_home"
    assert at_home.findChild(QPushButton, "nav_home").property("here") == "true"


def test_before_there_is_a_workspace_nothing_on_the_left_can_be_pressed(plain_shell: Shell) -> None:
    assert not any(b.isEnabled() for b in plain_shell.findChildren(QPushButton) if b.objectName().startswith("nav_"))
    plain_shell.open_page("people")
    assert plain_shell._form.stack.count() == 0


def test_a_press_on_the_left_opens_that_part(at_home: Shell, qtbot) -> None:
    qtbot.mouseClick(at_home.findChild(QPushButton, "nav_people"), Qt.MouseButton.LeftButton)
    assert at_home.in_front().objectName() == "page_people"
    marked = [b.objectName() for b in at_home.findChildren(QPushButton) if b.property("here") == "true"]
    assert marked == ["nav_people"]
    assert "Plain" in at_home.windowTitle()


def test_a_session_has_a_header_and_its_steps_open_by_key(at_home: Shell, sample: str, qtbot) -> None:
    at_home.open_page("listen", sample)
    at_home.runner.wait_idle()
    assert at_home.header.isVisible()
    assert at_home.header.title.text() == "Listening space: home care"
    assert at_home.header.when_where.text().startswith("Thu 17 Sep, 10:30 to 12:30 · St Cuthbert")
    assert at_home.findChild(QPushButton, "nav_sessions").property("here") == "true"
    chips = [spoken(chip) for chip in at_home.header.chips.values()]
    assert chips[1] == "Step 2, Listen, open now"
    assert chips[3] == "Step 4, Paper"
    key(qtbot, Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    assert at_home.in_front().objectName() == "page_paper"
    assert at_home.in_front().opened == [sample]
    qtbot.mouseClick(at_home.header.chips["answer"], Qt.MouseButton.LeftButton)
    assert at_home.in_front().objectName() == "page_answer"
    at_home.open_page("home")
    assert not at_home.header.isVisible()
    key(qtbot, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)  # from anywhere, to the session one was in
    assert at_home.in_front().objectName() == "page_listen"
    assert at_home.header.isVisible()


def test_the_key_of_a_step_says_so_while_no_session_was_open(at_home: Shell, qtbot) -> None:
    key(qtbot, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert at_home.in_front().objectName() == "page_home"
    assert at_home.banner.what.text() == "No session is open yet."


def test_the_header_follows_a_change_of_the_title(at_home: Shell, sample: str) -> None:
    at_home.open_page("listen", sample)
    at_home.runner.do(sessions.change, sample, title="Home care, again")
    at_home.runner.wait_idle()
    assert at_home.header.title.text() == "Home care, again"


def test_a_step_is_ticked_only_when_nothing_of_it_is_open(at_home: Shell, sample: str, qtbot) -> None:
    at_home.open_page("paper", sample)
    qtbot.waitUntil(lambda: spoken(at_home.header.chips["listen"]) == "Step 2, Listen, done")
    assert spoken(at_home.header.chips["answer"]) == "Step 3, Answer"
    at_home.runner.do(sessions.start_now, done=lambda made: at_home.open_page("listen", made[0]))
    at_home.runner.wait_idle()
    assert spoken(at_home.header.chips["listen"]) == "Step 2, Listen, open now"


def test_f6_goes_round_the_parts_and_back(at_home: Shell, sample: str, qtbot) -> None:
    at_home.open_page("listen", sample)
    assert focused() == "field_listen"
    key(qtbot, Qt.Key.Key_F6)
    assert focused() == "press_listen"
    key(qtbot, Qt.Key.Key_F6)
    assert focused() == "nav_home"
    key(qtbot, Qt.Key.Key_F6)
    assert focused() == "step_get_ready"
    key(qtbot, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert focused() == "nav_home"


def test_everything_can_be_reached_with_tab(at_home: Shell, qtbot) -> None:
    seen = []
    for _ in range(12):
        seen.append(focused())
        key(qtbot, Qt.Key.Key_Tab)
    assert {"nav_home", "nav_lock", "field_home", "press_home"} <= set(seen)


def test_saved_is_said_with_the_time_once_it_is_on_the_disk(at_home: Shell) -> None:
    assert not at_home.status.save_state.isVisible()
    at_home.runner.do(sessions.start_now)
    assert not at_home.status.save_state.isVisible()
    at_home.runner.wait_idle()
    assert at_home.status.save_state.text().startswith("Saved ")
    assert len(at_home.status.save_state.text()) == len("Saved 10:55:02")


def test_a_failed_save_is_said_below_and_above_and_the_page_stays(at_home: Shell, qtbot) -> None:
    def full(_desk: object) -> object:
        raise UserError("The disk is full.", "Make room, then try again.")

    at_home.in_front().field.setText("half a sentence")
    at_home.runner.do(full)
    at_home.runner.wait_idle()
    assert at_home.status.save_state.text() == "Not saved. The disk is full."
    assert at_home.banner.isVisible()
    assert (at_home.banner.what.text(), at_home.banner.next.text()) == (
        "The disk is full.",
        "Make room, then try again.",
    )
    assert at_home.in_front().field.text() == "half a sentence"
    assert_accessible(at_home)
    at_home.banner.close_button.setFocus()
    key(qtbot, Qt.Key.Key_Space)
    assert not at_home.banner.isVisible()
    assert QApplication.focusWidget() is not None
    at_home.runner.do(sessions.start_now)
    at_home.runner.wait_idle()
    assert at_home.status.save_state.text().startswith("Saved ")


def test_a_message_can_offer_an_act_and_goes_with_its_page(at_home: Shell, qtbot) -> None:
    done: list[int] = []
    at_home.tell("Three lines came back.", act="Show them", then=lambda: done.append(1))
    qtbot.mouseClick(at_home.banner.button, Qt.MouseButton.LeftButton)
    assert done == [1]
    assert not at_home.banner.isVisible()
    at_home.tell("Something else.")
    at_home.open_page("people")
    assert not at_home.banner.isVisible()


def test_changes_reach_every_page_that_is_built(at_home: Shell) -> None:
    home = at_home.in_front()
    at_home.open_page("people")
    at_home.runner.do(sessions.start_now)
    at_home.runner.wait_idle()
    assert home.changes[0].touch("session")
    assert at_home.in_front().changes == home.changes


def test_ctrl_z_undoes_typing_first_then_the_last_thing_the_program_did(at_home: Shell, qtbot) -> None:
    at_home.runner.do(sessions.start_now)
    at_home.runner.wait_idle()
    field = at_home.in_front().field
    qtbot.keyClicks(field, "hello")
    key(qtbot, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    at_home.runner.wait_idle()
    assert field.text() == ""
    assert len(sessions.every(at_home._context.desk)) == 1
    key(qtbot, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    at_home.runner.wait_idle()
    assert sessions.every(at_home._context.desk) == []
    assert at_home.banner.what.text().startswith("Undone: took the session “Session on ")


def test_once_a_field_is_saved_ctrl_z_is_the_programs(at_home: Shell, qtbot) -> None:
    at_home.runner.do(sessions.start_now)
    field = at_home.in_front().field
    qtbot.keyClicks(field, "hello")
    mark_saved(field)
    key(qtbot, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    at_home.runner.wait_idle()
    assert field.text() == "hello"
    assert sessions.every(at_home._context.desk) == []


def test_when_there_is_nothing_to_undo_it_says_so(at_home: Shell, qtbot) -> None:
    key(qtbot, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    at_home.runner.wait_idle()
    assert at_home.banner.what.text() == "There is nothing to undo."


def test_new_session_goes_to_the_page_in_front_and_find_opens_its_page(at_home: Shell, qtbot) -> None:
    key(qtbot, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert at_home.in_front().acts == ["new_session"]
    key(qtbot, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert at_home.in_front().objectName() == "page_find"


def test_f1_opens_the_handbook_and_once_more_lists_the_keys_and_leaves_nothing_behind(at_home: Shell, qtbot) -> None:
    key(qtbot, Qt.Key.Key_F1)
    dialog = at_home.findChild(HandbookDialog)
    key(qtbot, Qt.Key.Key_F1)
    words = [label.text() for label in dialog.findChildren(QLabel)]
    assert "On the page Plain" in words
    assert "Alt S" in words
    assert "Ctrl K" in words
    assert_accessible(dialog)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    freed()
    assert not shiboken6.isValid(dialog)


def test_a_bug_shows_details_to_copy_once_and_leaves_nothing_behind(at_home: Shell, qtbot) -> None:
    at_home.runner.do(lambda _desk: 1 / 0)
    at_home.runner.do(lambda _desk: 1 / 0)
    at_home.runner.wait_idle()
    dialogs = at_home.findChildren(BugDialog)
    assert len(dialogs) == 1
    assert "ZeroDivisionError" in dialogs[0].details.toPlainText()
    assert_accessible(dialogs[0])
    qtbot.mouseClick(dialogs[0].copy, Qt.MouseButton.LeftButton)
    assert "ZeroDivisionError" in QGuiApplication.clipboard().text()
    dialogs[0].close()
    freed()
    assert at_home.findChild(BugDialog) is None


def test_locking_takes_every_page_and_word_away(at_home: Shell, sample: str, qtbot) -> None:
    at_home.open_page("listen", sample)
    at_home.runner.wait_idle()
    page = at_home.in_front()
    at_home.leave()
    freed()
    assert not shiboken6.isValid(page)
    assert not at_home.header.isVisible()
    assert not any("home care" in label.text() for label in at_home.findChildren(QLabel))


def test_closing_keeps_what_was_still_being_typed(at_home: Shell, sample: str) -> None:
    page, desk = at_home.in_front(), at_home._context.desk
    page.on_leave = lambda: at_home.runner.do(capture.add, sample, capture.NewLine(text="the last words"))
    assert at_home.close()
    assert capture.lines(desk, sample)[-1].text == "the last words"


def test_closing_stops_once_when_the_last_words_cannot_be_kept(at_home: Shell) -> None:
    def full(_desk: object) -> object:
        raise UserError("The disk is full.", "")

    at_home.in_front().on_leave = lambda: at_home.runner.do(full)
    assert not at_home.close()
    assert at_home.isVisible()
    assert "once more" in at_home.banner.next.text()
    assert at_home.close()


@pytest.mark.parametrize(
    "look", [Appearance(Scheme.LIGHT), Appearance(Scheme.DARK, 200), Appearance(Scheme.HIGH_CONTRAST, 150)], ids=str
)
def test_the_shell_can_be_used_by_keyboard_and_screen_reader_in_every_look(
    at_home: Shell, sample: str, dressed, look: Appearance
) -> None:
    theme.apply(dressed, look)
    at_home.open_page("listen", sample)
    at_home.runner.wait_idle()
    assert_accessible(at_home)


def test_at_twice_the_text_size_no_word_on_the_left_is_cut(at_home: Shell, dressed) -> None:
    theme.apply(dressed, Appearance(Scheme.LIGHT, 200))
    QApplication.sendPostedEvents()
    for push in at_home.findChildren(QPushButton):
        if push.objectName().startswith("nav_"):
            needed = push.fontMetrics().horizontalAdvance(push.text()) + push.iconSize().width()
            assert push.width() >= needed + 12, push.text()
    assert at_home.minimumSizeHint().width() <= 1280


def test_ctrl_plus_makes_all_text_larger_and_is_remembered(at_home: Shell, settings, qtbot) -> None:
    key(qtbot, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert settings.read().look.text_scale == 125
    key(qtbot, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert settings.read().look.text_scale == 100


def test_ctrl_z_takes_no_no_back_and_says_so(at_home: Shell, sample: str, qtbot) -> None:
    entry = next(e for e in sessions.record(at_home.runner.desk, sample).entries if e.quote_ok)
    at_home.runner.do(capture.change, entry.id, quote_ok=False)
    at_home.runner.wait_idle()
    key(qtbot, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    at_home.runner.wait_idle()
    assert at_home.banner.what.text() == "Nothing was undone. A no that was given stays a no."
    assert capture.one(at_home.runner.desk, entry.id).quote_ok is False


@pytest.mark.parametrize(
    ("code", "page"),
    [
        (Qt.Key.Key_6, "home"),
        (Qt.Key.Key_7, "sessions"),
        (Qt.Key.Key_8, "groups"),
        (Qt.Key.Key_9, "people"),
        (Qt.Key.Key_0, "promises"),
    ],
)
def test_the_pages_on_the_left_open_by_key_from_a_page_of_a_session(at_home: Shell, sample, qtbot, code, page) -> None:
    at_home.open_page("answer", sample)
    key(qtbot, code, Qt.KeyboardModifier.ControlModifier)
    assert at_home.in_front().objectName() == f"page_{page}"
