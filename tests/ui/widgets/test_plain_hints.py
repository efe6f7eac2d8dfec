"""Plain words help on the Answer page: it comes after a pause, puts a word in with one key, and is never in the way."""

from __future__ import annotations

import dataclasses

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coprod_desktop.services import plain_words
from coprod_desktop.ui.widgets import plain_hints
from coprod_desktop.ui.widgets.growing_field import GrowingField
from coprod_desktop.ui.widgets.plain_hints import PlainHints
from tests.ui.accessible import assert_accessible
from tests.ui.pages.test_answer import entry, go_to, opened, point, press, record, type_in, wait

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
WORDS = {"commence": "start", "prior to": "before", "NHS": "National Health Service"}


@pytest.fixture(autouse=True)
def _short_pause(request, monkeypatch):
    """Only the test of the pause itself waits as long as people do."""
    if "waits_for_a_pause" not in request.node.name:
        monkeypatch.setattr(plain_hints, "PAUSE_MS", 30)


class Field(GrowingField):
    """A field with hints below it, in a window of its own."""


@pytest.fixture
def field(dressed, qtbot):
    window = QWidget()
    column = QVBoxLayout(window)
    made, below = Field(), PlainHints()
    made.setObjectName("words")
    made.setAccessibleName("Words")
    column.addWidget(made)
    column.addWidget(below)
    below.watch(made, "your words", dated=True)
    below.set_words(WORDS)
    column.addStretch(1)
    qtbot.addWidget(window)
    window.resize(400, 500)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    made.setFocus()
    made.hints = below
    yield made
    window.close()


@pytest.fixture
def page(context, sample, qtbot):
    return opened(context, sample, qtbot)


def rests(qtbot, hints, *, shown=True):
    qtbot.waitUntil(lambda: hints.isHidden() is not shown and not hints._pause.isActive())


def rows(hints):
    return [row.spoken for row in hints.list.cards.rows()]


def test_it_waits_for_a_pause_and_goes_when_there_is_nothing_more_to_say(field, qtbot):
    qtbot.keyClicks(field, "We commence")
    assert field.hints.isHidden()
    rests(qtbot, field.hints)
    assert rows(field.hints) == ["“commence”, Try “start”"]
    for _ in "commence":
        qtbot.keyClick(field, Key.Key_Backspace)
    assert field.hints.isVisible()  # nothing jumps while one types
    rests(qtbot, field.hints, shown=False)


def test_tab_reaches_it_and_one_key_puts_the_plain_word_in(field, qtbot):
    field.insertPlainText("😀 ")  # two units to Qt, one letter to us
    qtbot.keyClicks(field, "We commence on 4 June prior to noon")
    rests(qtbot, field.hints)
    qtbot.keyClick(field, Key.Key_Tab)
    assert field.hints.list.hasFocus()
    qtbot.keyClick(field.hints.list, Key.Key_Tab)
    assert field.hints.uses[0].hasFocus()
    assert field.hints.uses[0].accessibleName() == "Use “start” for “commence”"
    qtbot.keyClick(field.hints.uses[0], Key.Key_Tab)
    qtbot.keyClick(field.hints.uses[1], Key.Key_Space)

    assert field.words() == "😀 We commence on 4 June before noon"
    assert field.hasFocus()
    assert rows(field.hints) == ["“commence”, Try “start”"]
    qtbot.keyClick(field, Key.Key_Z, CTRL)
    assert field.words() == "😀 We commence on 4 June prior to noon"


def test_enter_on_a_line_puts_the_word_in_and_does_nothing_where_only_a_person_can_say(field, qtbot):
    qtbot.keyClicks(field, "We commence soon")
    rests(qtbot, field.hints)
    field.hints.list.setFocus()
    qtbot.keyClick(field.hints.list, Key.Key_End)
    qtbot.keyClick(field.hints.list, Key.Key_Return)
    assert field.words() == "We commence soon"
    qtbot.keyClick(field.hints.list, Key.Key_Home)
    qtbot.keyClick(field.hints.list, Key.Key_Return)
    assert field.words() == "We start soon"


def test_not_now_holds_until_much_is_different(field, qtbot):
    qtbot.keyClicks(field, "We commence")
    rests(qtbot, field.hints)
    field.hints.not_now.setFocus()
    qtbot.keyClick(field.hints.not_now, Key.Key_Space)
    assert field.hints.isHidden()
    assert field.hasFocus()
    qtbot.keyClicks(field, " it")
    field.hints.look()
    assert field.hints.isHidden()
    qtbot.keyClicks(field, " with the three providers, all of them")
    rests(qtbot, field.hints)


def test_words_typed_since_are_not_overwritten(field, qtbot):
    qtbot.keyClicks(field, "We commence")
    rests(qtbot, field.hints)
    field.setPlainText("Something else altogether")
    field.hints.list.opened.emit("0")
    assert field.words() == "Something else altogether"


def test_every_part_can_be_said_aloud(field, qtbot):
    qtbot.keyClicks(field, "We commence with the NHS soon")
    rests(qtbot, field.hints)
    assert_accessible(field.window())
    assert field.hints.list.accessibleName() == "In plainer words: your words"


# ---- on the page


def test_an_answer_has_hints_which_hold_up_nothing(page, heard, qtbot):
    p3 = point(page, "1")
    go_to(page, p3)
    form = page.right.answer.form
    type_in(qtbot, form.answerText, "We will commence in due course.")
    rests(qtbot, form.answerTextPlain)
    assert rows(form.answerTextPlain) == ["“commence”, Try “start”", "“in due course”, Say the day"]
    qtbot.keyClick(form.answerText, Key.Key_Return)
    wait(page)
    assert point(page, "1").text == "We will commence in due course."
    assert form.answerTextPlain.isVisible()
    assert not heard.announced
    assert_accessible(form.answerTextPlain)

    press(form.answerTextPlain.uses[0], qtbot)
    qtbot.keyClick(form.answerText, Key.Key_Return)
    wait(page)
    assert point(page, "1").text == "We will start in due course."


def test_hints_are_seen_when_they_come_and_tab_goes_through_them_before_the_next_field(page, qtbot):
    """On a laptop's screen the field for the answer stands at the lower edge, so they would come below it."""
    go_to(page, point(page, "1"))
    form = page.right.answer.form
    type_in(qtbot, form.answerText, "We will commence on 4 June.")
    rests(qtbot, form.answerTextPlain)
    qtbot.waitUntil(lambda: _is_seen(form.answerTextPlain.not_now))
    assert _is_seen(form.answerText)
    stops = []
    while page.focusWidget() is not form.owner and len(stops) < 8:
        qtbot.keyClick(page.focusWidget(), Key.Key_Tab)
        stops.append(page.focusWidget().objectName())
    assert stops == ["answerTextHints", "answerTextUse1", "answerTextNotNow", "owner"]


def _is_seen(widget):
    """Tell whether all of a widget is on the screen, not scrolled out of it."""
    return widget.visibleRegion().boundingRect() == widget.rect()


def test_what_people_said_has_no_hints(page, qtbot):
    line = entry(page, 3)
    go_to(page, line)
    press(page.right.line.form.makePoint, qtbot)
    field, hints = page.right.new.form.newWords, page.right.new.form.newWordsPlain
    field.moveCursor(field.textCursor().MoveOperation.End)
    assert line.text in field.words()
    qtbot.keyClicks(field, " We commence.")
    rests(qtbot, hints)
    assert rows(hints) == ["“commence”, Try “start”"]


def test_hints_are_of_the_point_one_is_on(page, qtbot):
    go_to(page, point(page, "1"))
    form = page.right.answer.form
    type_in(qtbot, form.youSaid, "Commence it")
    rests(qtbot, form.youSaidPlain)
    go_to(page, point(page, "2"))
    assert form.youSaidPlain.isHidden()
    rests(qtbot, form.youSaidPlain, shown=False)


def test_a_change_of_the_list_holds_at_once_and_the_switch_stops_it(page, settings, qtbot):
    go_to(page, point(page, "1"))
    form = page.right.answer.form
    type_in(qtbot, form.answerText, "We synergise it.")
    page.context.runner.changed.connect(page.apply)
    page.context.runner.do(plain_words.put, "synergise", "work together")
    wait(page)
    rests(qtbot, form.answerTextPlain)
    settings.write(dataclasses.replace(settings.read(), plain_words=False))
    page.open(page.session_id)
    assert form.answerTextPlain.isHidden()
    assert record(page)
