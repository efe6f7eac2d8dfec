"""Answers on sheets typed back by keys, in a real window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.permission import Circle, Purpose, Standing
from coprod_desktop.domain.words import Publish
from coprod_desktop.services import capture, people, sessions, words_checked
from coprod_desktop.services.capture import NewLine
from coprod_desktop.services.seen import follow_up
from coprod_desktop.ui.dialogs.ask import Ask
from coprod_desktop.ui.follow_up import check_words as module
from coprod_desktop.ui.follow_up.check_words import CheckWordsDialog
from tests.told import answers_of
from tests.ui.accessible import assert_accessible


@pytest.fixture
def ana(desk, sample):
    """Ana, who said three things."""
    made, _ = people.add(desk, sample, "Ana Bright", "carer")
    for text in ("The bus is late", "The lift is slow", "The hall is cold"):
        capture.add(desk, sample, NewLine(text=text, speaker=made))
    return made


@pytest.fixture
def dialog(context, desk, sample, ana, qtbot):
    parent = QWidget()
    parent.resize(1100, 760)
    qtbot.addWidget(parent)
    parent.show()
    qtbot.waitExposed(parent)
    made = CheckWordsDialog(context, follow_up.follow_up(desk, sample), parent)
    made.open()
    made.ui.who.setCurrentIndex(made.ui.who.findText("Ana Bright"))
    wait(context)
    yield made
    parent.close()  # keeps the parent until here


def wait(context):
    assert context.runner.wait_idle(60_000)
    assert context.runner.wait_idle(60_000)


def press(push, qtbot):
    push.setFocus()
    qtbot.keyClick(push, Qt.Key.Key_Space)


def lines(desk, session, who):
    return [e for e in sessions.record(desk, session).entries if e.speaker == who]


def test_keys_one_to_four_choose_and_go_on_to_the_next_line(dialog, context, desk, sample, ana, qtbot):
    assert not dialog.ui.save.isEnabled()
    dialog.rows[0].take_focus()
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_1)
    assert dialog.focusWidget() is dialog.rows[1].buttons[1]
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_3)
    assert dialog.focusWidget() is dialog.rows[1].words
    qtbot.keyClicks(dialog.rows[1].words, "The lift needs 4 minutes")
    assert_accessible(dialog)
    dialog.rows[2].take_focus()
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_4)
    assert dialog.focusWidget() is dialog.ui.save
    assert dialog.ui.save.text() == "Save 3 answers"
    dialog.ui.way.setCurrentIndex(1)
    qtbot.keyClick(dialog.ui.save, Qt.Key.Key_Space)
    wait(context)
    bus, lift, hall = lines(desk, sample, ana)
    answers = sessions.record(desk, sample).permissions
    assert answers.of_line(bus.voices, Purpose.QUOTE, Circle.ANYONE) is Standing.YES
    assert answers_of(desk, bus.id, Purpose.QUOTE)[-1].asked_by == "by letter"
    assert (lift.publish, lift.public_text) == (Publish.EDIT, "The lift needs 4 minutes")
    assert answers.of_line(hall.voices, Purpose.OTHER_WORDS, Circle.ANYONE) is Standing.NO


def test_a_line_without_an_answer_stays_as_it_is(dialog, context, desk, sample, ana, qtbot):
    press(dialog.rows[0].buttons[4], qtbot)
    press(dialog.ui.save, qtbot)
    wait(context)
    _, lift, hall = lines(desk, sample, ana)
    for line in (lift, hall):
        assert not answers_of(desk, line.id)


def test_no_name_is_asked_about_first_and_no_writes_nothing(dialog, context, desk, sample, ana, qtbot):
    press(dialog.rows[0].buttons[2], qtbot)
    press(dialog.ui.save, qtbot)
    (asked,) = dialog.findChildren(Ask)
    assert_accessible(asked)
    press(asked.no, qtbot)
    wait(context)
    assert words_checked.lines(desk, sample, ana)[0].entry.quote_ok is None
    press(dialog.ui.save, qtbot)
    asked = next(a for a in dialog.findChildren(Ask) if a.isVisible())
    press(asked.yes, qtbot)
    wait(context)
    assert lines(desk, sample, ana)[0].quote_ok is True


def test_a_sheet_is_made_for_who_is_chosen(dialog, context, heard, tmp_path, monkeypatch, qtbot):
    monkeypatch.setattr(module, "papers_folder", lambda _kept: tmp_path / "papers")
    assert dialog.ui.makeSheets.text() == "Make a sheet for Ana Bright"
    press(dialog.ui.makeSheets, qtbot)
    wait(context)
    (made,) = (tmp_path / "papers" / "private").glob("*check-my-words*")
    assert made.suffix == ".pdf"
    assert dialog.ui.banner.what.text() == "1 file is made."


def test_changing_it_without_words_is_refused_and_nothing_is_lost(dialog, context, qtbot):
    press(dialog.rows[0].buttons[3], qtbot)
    press(dialog.ui.save, qtbot)
    wait(context)
    assert "Write the words" in dialog.ui.banner.what.text()
    assert dialog.rows[0].buttons[3].isChecked()
