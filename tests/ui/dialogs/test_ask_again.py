"""Asking again, by keys: the no is read first, and only a pressed yes is one."""

from __future__ import annotations

import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.permission import Circle, Purpose, Standing
from coprod_desktop.services import capture, people, permissions, sessions
from coprod_desktop.services.capture import NewLine
from coprod_desktop.ui.dialogs.ask_again import AskAgain
from coprod_desktop.ui.pages.answer import AnswerPage
from coprod_desktop.ui.pages.listen import ListenPage
from coprod_desktop.ui.people.refused_lines import ask_refused_lines
from tests.told import answers_of
from tests.ui.accessible import assert_accessible

BEFORE = datetime.date(2026, 9, 12)
NO = permissions.Answer(allowed=False, circle=Circle.CAME, on=BEFORE)


@pytest.fixture
def winifred(desk, sample):
    """Someone who said no to being quoted on 12 September; two lines of hers come last."""
    made, _ = people.add(desk, sample, "Winifred Ashplant", "carer")
    for text in ("The bus is late", "The hall is cold"):
        capture.add(desk, sample, NewLine(text=text, speaker=made))
    with desk.store.write() as tx:
        permissions.write(tx, "person", made, Purpose.QUOTE, NO, session=sample)
    return made


def shown(context, kind, session, qtbot):
    page = kind(context)
    qtbot.addWidget(page)
    page.resize(1016, 640)
    page.show()
    qtbot.waitExposed(page)
    context.runner.changed.connect(page.apply)
    page.open(session)
    assert context.runner.wait_idle(60_000)
    return page


def dialog(parent, context):
    assert context.runner.wait_idle(60_000)
    assert context.runner.wait_idle(60_000)
    return next((d for d in parent.findChildren(AskAgain) if d.isVisible()), None)


def press(push, qtbot):
    push.setFocus()
    qtbot.keyClick(push, Qt.Key.Key_Space)


def lines(desk, session, who):
    return [e for e in sessions.record(desk, session).entries if e.speaker == who]


def standing(desk, session, line, circle=Circle.ANYONE):
    return sessions.record(desk, session).permissions.of_line(line.voices, Purpose.QUOTE, circle)


def test_on_answer_the_no_is_shown_before_the_yes_is_written(context, desk, sample, winifred, qtbot):
    page = shown(context, AnswerPage, sample, qtbot)
    line = lines(desk, sample, winifred)[0]
    page.form.said.choose([f"entry:{line.id}"])
    press(page.right.line.form.quote_yes, qtbot)
    page.right.hand_in()
    asked = dialog(page, context)
    assert asked.ui.refused.text() == "Winifred Ashplant said no to being quoted on 12 September 2026."
    assert asked.ui.question.text() == "Did Winifred Ashplant say yes to these very words?"
    assert asked.ui.theWords.text() == "“The bus is late”"
    assert_accessible(asked)
    assert standing(desk, sample, line) is Standing.NO
    qtbot.keyClick(asked, Qt.Key.Key_Escape)
    assert dialog(page, context) is None
    assert standing(desk, sample, line) is Standing.NO
    assert not page.right.line.form.quote_yes.isChecked()
    press(page.right.line.form.quote_yes, qtbot)
    page.right.hand_in()
    press(dialog(page, context).ui.yes, qtbot)
    assert context.runner.wait_idle(60_000)
    assert standing(desk, sample, line) is Standing.YES
    assert standing(desk, sample, lines(desk, sample, winifred)[1]) is Standing.NO


def test_several_lines_are_asked_about_one_by_one_and_saved_as_one_step(context, desk, sample, winifred, qtbot):
    page = shown(context, AnswerPage, sample, qtbot)
    first, second = lines(desk, sample, winifred)
    page.acts.change([first, second], {"quote_ok": True})
    asked = dialog(page, context)
    assert asked.ui.place.text() == "1 of 2"
    press(asked.ui.came, qtbot)
    assert asked.ui.place.text() == "2 of 2"
    assert standing(desk, sample, first, Circle.CAME) is Standing.NO  # nothing is written before the end
    press(asked.ui.no, qtbot)
    assert context.runner.wait_idle(60_000)
    assert standing(desk, sample, first, Circle.CAME) is Standing.YES
    assert standing(desk, sample, first) is Standing.NO
    assert answers_of(desk, second.id, Purpose.QUOTE)


def test_a_yes_beside_a_no_is_told_and_can_be_asked_about(context, desk, sample, winifred, qtbot):
    line = lines(desk, sample, winifred)[0]
    capture.change(desk, line.id, quote_ok=True)
    page = shown(context, AnswerPage, sample, qtbot)
    page.form.said.choose([f"entry:{line.id}"])
    form = page.right.line.form
    assert "a no stands" in form.quoteRefused.text()
    assert_accessible(page)
    press(form.askAgain, qtbot)
    press(dialog(page, context).ui.yes, qtbot)
    assert context.runner.wait_idle(60_000)
    assert standing(desk, sample, line) is Standing.YES
    assert context.runner.wait_idle(60_000)
    assert not form.quoteRefused.isVisible()


def test_on_listen_the_row_menu_shows_the_no_first(context, desk, sample, winifred, qtbot):
    page = shown(context, ListenPage, sample, qtbot)
    line = lines(desk, sample, winifred)[0]
    page.acts.turn_quote(page.lines.get(line.id))
    asked = dialog(page, context)
    assert "12 September 2026" in asked.ui.refused.text()
    press(asked.ui.later, qtbot)
    assert standing(desk, sample, line) is Standing.NO
    page.acts.turn_quote(page.lines.get(line.id))
    press(dialog(page, context).ui.yes, qtbot)
    assert context.runner.wait_idle(60_000)
    assert standing(desk, sample, line) is Standing.YES


def test_after_a_general_yes_refused_lines_are_asked_about_one_by_one(context, desk, sample, winifred, qtbot):
    parent = QWidget()
    parent.resize(1000, 700)
    qtbot.addWidget(parent)
    parent.show()
    first, second = lines(desk, sample, winifred)
    with desk.store.write() as tx:
        permissions.write(tx, "entry", first.id, Purpose.QUOTE, NO, session=sample)
    people.agree(desk, sample, winifred, "quote", "2026-09-25")
    assert standing(desk, sample, second) is Standing.YES
    ask_refused_lines(context, sample, winifred, parent)
    asked = dialog(parent, context)
    assert "in this line" in asked.ui.refused.text()
    assert not asked.ui.place.isVisible()
    press(asked.ui.yes, qtbot)
    assert context.runner.wait_idle(60_000)
    assert standing(desk, sample, first) is Standing.YES
