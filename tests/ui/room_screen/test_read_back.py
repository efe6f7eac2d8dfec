"""Reading back by keys: said first, then typed as it is said; nothing typed is lost, and the room sees it when it is sent."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from coprod_desktop.domain.live_hour import Heard, ReadBack
from coprod_desktop.services import capture, sessions
from coprod_desktop.services.capture import NewLine
from coprod_desktop.store import reading
from coprod_desktop.ui.room_screen.read_back import ReadBackDialog
from tests.ui.accessible import assert_accessible


@pytest.fixture
def session(desk):
    made, _ = sessions.start_now(desk)
    for words, theme in (
        ("They come late.", "Call times"),
        ("Nobody rings.", "The office"),
        ("An hour.", "Call times"),
    ):
        capture.add(desk, made, NewLine(text=words, theme=theme))
    return made


@pytest.fixture
def open_it(context, session, qtbot, runner, shell):
    shown = []

    def make():
        dialog = ReadBackDialog(context, session, lambda *sent: shown.append(sent), shell)
        dialog.shown = shown
        dialog.open()
        settle(runner)
        return dialog

    return make


def settle(runner):
    for _ in range(4):
        runner.wait_idle()
        QApplication.processEvents()


def rows(desk, session):
    with desk.store.read() as connection:
        return reading.rows(connection, ReadBack, session)


def test_the_theme_most_was_said_of_comes_first_with_its_words(open_it):
    dialog = open_it()
    assert dialog.ui.backTheme.currentText() == "Call times"
    assert dialog.ui.backCaught.text() == "2 things said:\n• They come late.\n• An hour."
    assert_accessible(dialog)


def test_change_it_keeps_the_sentence_and_what_was_said_to_it(open_it, desk, session, runner):
    dialog = open_it()
    QTest.keyClicks(dialog.ui.backSentence, "Calls come late.")
    QTest.keyClicks(dialog.ui.backWords, "They do not come at all.")
    dialog.ui.backChange.click()
    settle(runner)
    (row,) = rows(desk, session)
    assert (row.answer, row.before, row.words) == (Heard.CHANGE, "Calls come late.", "They do not come at all.")
    assert dialog.ui.backTold.text() == "The room said: change it."
    assert (dialog.ui.backSentence.toPlainText(), dialog.ui.backWords.toPlainText()) == ("They do not come at all.", "")


def test_change_it_without_words_asks_for_them(open_it, desk, session, runner):
    dialog = open_it()
    dialog.ui.backMissing.click()
    settle(runner)
    assert not rows(desk, session)
    assert dialog.ui.banner.isVisible()
    assert QApplication.focusWidget() is dialog.ui.backWords


def test_what_was_typed_is_there_again_for_its_theme(open_it, runner):
    dialog = open_it()
    QTest.keyClicks(dialog.ui.backWords, "half a thou")
    dialog.ui.backTheme.setCurrentIndex(1)
    settle(runner)
    assert dialog.ui.backWords.toPlainText() == ""
    dialog.ui.backTheme.setCurrentIndex(0)
    settle(runner)
    assert dialog.ui.backWords.toPlainText() == "half a thou"
    dialog.reject()
    settle(runner)
    again = open_it()
    assert again.ui.backWords.toPlainText() == "half a thou"


def test_the_room_sees_the_sentence_when_it_is_sent(open_it):
    dialog = open_it()
    QTest.keyClicks(dialog.ui.backSentence, "Calls come late.")
    assert dialog.shown == []
    dialog.ui.backShow.click()
    assert dialog.shown == [("Call times", "Calls come late.")]
