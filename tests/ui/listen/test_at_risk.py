"""Someone may be at risk: one key, one press, and the card with the number stays open."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from coprod_desktop.services import answers, capture, drafts, keys, safeguarding, sessions, workspace
from coprod_desktop.ui.dialogs.ask import Ask
from coprod_desktop.ui.listen.risk_card import RiskCard
from tests.ui.accessible import assert_accessible
from tests.ui.listen_page import opened, settle

TOLD = "he takes the purse and I am frightened"
CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def page(context, qtbot, runner, desk):
    session, _ = sessions.start_now(desk)
    sessions.change(desk, session, lead_name="Asha Bell", lead_phone="01632 960 111")
    return opened(context, qtbot, runner, session)


def say(page, words):
    QTest.keyClicks(page.line.field, words)
    QTest.keyClick(page.line.field, Qt.Key.Key_Return)
    settle(page)


def open_card(page) -> RiskCard:
    QTest.keyClick(page, Qt.Key.Key_R, CTRL_SHIFT)
    settle(page)
    (card,) = [d for d in page.findChildren(RiskCard) if d.isVisible()]
    return card


def press_here(page, parent) -> None:
    """Press what has the focus, by its key."""
    QTest.keyClick(parent.focusWidget(), Qt.Key.Key_Space)
    settle(page)


def press(page, parent, name) -> None:
    QTest.mouseClick(parent.findChild(QPushButton, name), Qt.MouseButton.LeftButton)
    settle(page)


def read(parent) -> str:
    return "\n".join(label.text() for label in parent.findChildren(QLabel) if label.isVisibleTo(parent))


def shown(page) -> list[str]:
    return [line.text for line in page.lines.all()]


def sealed(page):
    return safeguarding.sealed(page.context.desk)


def test_the_key_and_one_press_seal_the_last_line_and_the_number_stays(page):
    say(page, "the rota comes late")
    say(page, TOLD)
    card = open_card(page)
    assert TOLD in read(card)
    press_here(page, card)

    assert shown(page) == ["the rota comes late"]
    assert len(sealed(page)) == 1
    assert card.isVisible()
    said = read(card)
    for part in (
        "In danger now? Ring 999.",
        "Is the person they fear here?",
        "Ask what they want.",
        "Tell them you must pass it on, unless telling makes it less safe.",
        "Ring Asha Bell: 01632 960 111.",
        "Sealed. It is in no list",
    ):
        assert part in said
    assert TOLD not in said
    press_here(page, card)
    assert page.findChildren(RiskCard) == []
    assert page.focusWidget() is page.line.field


def test_the_line_one_is_on_in_the_list_is_the_one_that_is_sealed(page):
    say(page, TOLD)
    say(page, "the rota comes late")
    page.list.setFocus()
    page.list.go_to(page.list.rows().id_at(0))
    QTest.keyClick(page.list, Qt.Key.Key_R, CTRL_SHIFT)
    settle(page)
    (card,) = page.findChildren(RiskCard)
    press_here(page, card)

    assert shown(page) == ["the rota comes late"]


def test_the_exact_words_open_and_are_copied_from_the_card(page):
    say(page, TOLD)
    card = open_card(page)
    press_here(page, card)
    press(page, card, "sealedOpen")
    assert TOLD in card._form.riskWords.form.sealedText.toPlainText()
    press(page, card, "sealedCopy")
    assert TOLD in QApplication.clipboard().text()
    press(page, card, "sealedHide")
    assert card._form.riskWords.form.sealedText.toPlainText() == ""


def test_with_a_passphrase_the_words_open_only_with_it(page):
    keys.change(page.context.desk, None, "four words to know")
    say(page, TOLD)
    card = open_card(page)
    press_here(page, card)
    box = card._form.riskWords.form
    QTest.keyClicks(box.sealedPass, "something else")
    QTest.keyClick(box.sealedPass, Qt.Key.Key_Return)
    settle(page)
    assert "not the passphrase" in read(card)
    assert box.sealedText.toPlainText() == ""
    QTest.keyClicks(box.sealedPass, "four words to know")
    QTest.keyClick(box.sealedPass, Qt.Key.Key_Return)
    settle(page)
    assert TOLD in box.sealedText.toPlainText()
    assert box.sealedPass.text() == ""


def test_words_being_typed_are_sealed_and_stand_nowhere(page):
    QTest.keyClicks(page.line.field, TOLD)
    card = open_card(page)
    assert card.focusWidget().text() == "Seal what is being typed"
    press_here(page, card)

    assert (shown(page), page.line.field.words()) == ([], "")
    page.leave()
    settle(page)
    assert drafts.every(page.context.desk) == ()
    (line,) = sealed(page)
    assert safeguarding.open_words(page.context.desk, line.id, None).words == TOLD


def test_a_line_that_is_being_changed_is_sealed_with_what_was_typed(page):
    say(page, "he takes the purse")
    QTest.keyClick(page.line.field, Qt.Key.Key_Up)
    QTest.keyClick(page.line.field, Qt.Key.Key_End)
    QTest.keyClicks(page.line.field, ", and he has a key")
    card = open_card(page)
    assert "The line you are changing" in read(card)
    press_here(page, card)

    page.leave()
    settle(page)
    assert (shown(page), page.line.field.words(), drafts.every(page.context.desk)) == ([], "", ())
    (line,) = sealed(page)
    assert "and he has a key" in safeguarding.open_words(page.context.desk, line.id, None).words


def test_sealed_by_mistake_it_is_put_back_from_the_card(page):
    say(page, TOLD)
    card = open_card(page)
    press_here(page, card)
    press(page, card, "riskPutBack")

    assert shown(page) == [TOLD]
    assert sealed(page) == []
    assert "Nothing is sealed" in read(card)


def test_the_exact_words_can_be_copied_before_anything_else_is_pressed(page):
    say(page, TOLD)
    card = open_card(page)
    press(page, card, "riskCopy")
    assert QApplication.clipboard().text() == TOLD
    assert "off the clipboard" in read(card)
    assert shown(page) == [TOLD]
    assert_accessible(card)


def test_throwing_away_what_is_typed_asks_for_a_copy_first_and_the_number_stays(page, qtbot):
    QTest.keyClicks(page.line.field, TOLD)
    card = open_card(page)
    press(page, card, "riskThrowAway")
    (asked,) = card.findChildren(Ask)
    assert "exact words may be needed" in read(asked)
    press(page, asked, "askNo")
    assert page.line.field.words() == TOLD
    assert card.isVisible()
    assert card.focusWidget() is card._form.riskCopy
    press(page, card, "riskCopy")
    assert QApplication.clipboard().text() == TOLD
    qtbot.waitUntil(lambda: not card.findChildren(Ask))
    press(page, card, "riskThrowAway")

    assert page.line.field.words() == ""
    assert drafts.every(page.context.desk) == ()
    assert card.isVisible()
    assert "Ring Asha Bell: 01632 960 111." in read(card)


def test_who_is_sure_throws_it_away_without_a_copy_and_the_number_stays(page):
    QTest.keyClicks(page.line.field, TOLD)
    card = open_card(page)
    press(page, card, "riskThrowAway")
    press(page, card.findChildren(Ask)[0], "askYes")
    assert page.line.field.words() == ""
    assert card.isVisible()
    assert "Ring Asha Bell: 01632 960 111." in read(card)


def test_points_that_may_still_tell_of_it_are_named(page):
    say(page, TOLD)
    desk = page.context.desk
    entry = capture.lines(desk, page.session_id)[0].id
    answers.add_point(desk, page.session_id, "You are afraid of a relative", [entry], answer="will")
    answers.add_point(desk, page.session_id, "Purse", [entry])
    card = open_card(page)
    press_here(page, card)

    assert "went with it" in read(card)
    assert "“You are afraid of a relative”" in read(card)
    assert "“Purse”" not in read(card)


def test_undo_after_a_seal_says_so_and_brings_nothing_back(page):
    say(page, TOLD)
    card = open_card(page)
    press_here(page, card)
    card.accept()
    page.context.runner.do(workspace.undo)
    settle(page)

    assert shown(page) == []
    assert len(sealed(page)) == 1


def test_a_line_that_went_meanwhile_is_not_sealed_and_the_card_says_so(page):
    say(page, TOLD)
    card = open_card(page)
    capture.strike(page.context.desk, page.lines.last().id)
    press_here(page, card)

    assert "not there any more" in read(card)
    assert sealed(page) == []


def test_everything_on_the_card_can_be_reached_and_read(page):
    say(page, TOLD)
    QTest.keyClicks(page.line.field, "and more")
    card = open_card(page)
    assert_accessible(card)
    press(page, card, "riskSeal")
    assert_accessible(card)
    press(page, card, "sealedOpen")
    assert_accessible(card)
