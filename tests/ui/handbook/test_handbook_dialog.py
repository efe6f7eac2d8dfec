"""F1 opens the handbook where one is, from dialogs too; links, keys, search and Escape work without a mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from coprod_desktop.services.program import handbook
from coprod_desktop.ui.dialogs.ask import Ask
from coprod_desktop.ui.dialogs.new_session import NewSession
from coprod_desktop.ui.handbook.dialog import FOUND, KEYS, HandbookDialog
from coprod_desktop.ui.money.dialog import MoneyDialog
from tests.ui.accessible import assert_accessible


@pytest.fixture
def dialog(parent, qtbot):
    made = HandbookDialog("listen", "Listen", (("Alt N", "Go on"),), parent)
    made.open()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def press(key, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget(), key, modifier)


def test_it_opens_on_the_page_for_where_one_is_and_reads_in_headings(dialog):
    assert dialog.at == "on-the-day"
    assert dialog.text.hasFocus()
    assert dialog.text.toPlainText().startswith("On the day: Listen")
    press(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    block = dialog.text.textCursor().block()
    assert (block.text(), block.blockFormat().headingLevel()) == ("Before people speak", 2)
    assert "Picture: Listen: the agenda with its clock" in dialog.text.toPlainText()
    assert_accessible(dialog)


def test_a_link_is_followed_by_keyboard_and_pages_are_turned(dialog):
    press(Qt.Key.Key_Tab)  # from the text to its first link
    press(Qt.Key.Key_Return)
    assert dialog.at == "notes-from-elsewhere"
    dialog.next.setFocus()
    press(Qt.Key.Key_Space)
    assert dialog.at == "answer"
    dialog.go_to(handbook.NAMES[0])
    assert not dialog.before.isEnabled()


def test_f1_once_more_lists_the_keys_and_comes_back(dialog):
    press(Qt.Key.Key_F1)
    assert dialog.at == KEYS
    assert dialog.keys.hasFocus()
    press(Qt.Key.Key_F1)
    assert dialog.at == "on-the-day"


def test_back_goes_to_what_was_read_before_and_to_what_was_found(dialog, qtbot):
    assert not dialog.back.isEnabled()
    press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert dialog.at == "on-the-day"  # there is nothing to go back to
    dialog.finder.setFocus()
    QTest.keyClicks(dialog.finder, "stick")
    press(Qt.Key.Key_Return)
    found = dialog.at
    assert found in handbook.NAMES
    marked = dialog.text.cursorRect()
    assert marked.top() < dialog.text.viewport().height() / 2  # with what follows it in view
    press(Qt.Key.Key_F1)
    press(Qt.Key.Key_F1)
    assert dialog.at == found
    press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert dialog.at == FOUND
    assert dialog.text.hasFocus()
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Return)  # the second of what was found
    assert dialog.at in handbook.NAMES
    dialog.back.click()
    assert dialog.at == FOUND
    dialog.back.click()
    assert dialog.at == "on-the-day"
    assert not dialog.back.isEnabled()
    assert dialog.text.hasFocus()


def test_what_is_looked_for_is_listed_by_page_and_enter_goes_to_the_first(dialog, qtbot):
    dialog.finder.setFocus()
    QTest.keyClicks(dialog.finder, "stick")
    qtbot.waitUntil(lambda: dialog.at == FOUND)
    assert "Keep it safe" in dialog.text.toPlainText()
    press(Qt.Key.Key_Return)
    assert dialog.at in handbook.NAMES
    assert "stick" in dialog.text.textCursor().selectedText()
    QTest.keyClicks(dialog.finder, "zzz")
    qtbot.waitUntil(lambda: dialog.text.toPlainText().startswith("Nothing here says"))


def test_escape_closes_and_larger_words_reflow(dialog, dressed, qtbot):
    font = dialog.text.font()
    font.setPointSizeF(font.pointSizeF() * 2)
    dialog.text.setFont(font)
    assert dialog.text.toPlainText().startswith("On the day: Listen")
    assert dialog.text.horizontalScrollBar().maximum() == 0
    dialog.finder.setFont(font)
    wanted = dialog.finder.fontMetrics().horizontalAdvance(dialog.finder.placeholderText())
    assert dialog.finder.sizeHint().width() > wanted + 24  # what it is for is read whole
    press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert dialog.finder.hasFocus()
    press(Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_f1_in_a_dialog_opens_the_page_of_that_dialog(in_shell, desk, qtbot):
    page = in_shell.in_front()
    for made, wanted in (
        (MoneyDialog(in_shell._context, None, page), "money"),
        (Ask("Sure?", "It is asked once.", "Do it", "Leave it", lambda: None, page), handbook.NAMES[0]),
    ):
        made.open()
        qtbot.waitUntil(made.isActiveWindow)
        press(Qt.Key.Key_F1)
        (book,) = made.findChildren(HandbookDialog)
        qtbot.waitUntil(book.isActiveWindow)
        assert book.at == wanted
        press(Qt.Key.Key_Escape)
        assert isinstance(made, QDialog)
        assert made.isVisible()
        made.close()


def test_f1_in_a_dialog_of_any_page_opens_what_belongs_to_that_page(in_shell, qtbot):
    in_shell.open_page("sessions", None)
    made = NewSession(in_shell._context, in_shell.in_front())
    made.open()
    qtbot.waitUntil(made.isActiveWindow)
    QTest.keyClicks(QApplication.focusWidget(), "Half a na")
    press(Qt.Key.Key_F1)
    (book,) = made.findChildren(HandbookDialog)
    qtbot.waitUntil(book.isActiveWindow)
    assert book.at == "plan-a-session"
    press(Qt.Key.Key_Escape)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    QTest.keyClicks(QApplication.focusWidget(), "me")
    assert QApplication.focusWidget().text() == "Half a name"
    made.close()


def test_f1_again_goes_on_where_one_left_off(in_shell, qtbot):
    in_shell._help.show()
    (book,) = in_shell.findChildren(HandbookDialog)
    book.go_to("on-the-day")
    book.text.come_back(12)
    book.close()
    in_shell._help.show()
    book = next(one for one in in_shell.findChildren(HandbookDialog) if one.isVisible())
    qtbot.waitUntil(book.isActiveWindow)
    assert book.place == ("on-the-day", 12)
    assert book.text.verticalScrollBar().value() > 0
