from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel

from coprod_desktop.services import keys, workspace
from coprod_desktop.ui.dialogs.passphrase import PassphraseDialog
from coprod_desktop.ui.dialogs.recovery_code import RecoveryCode
from coprod_desktop.ui.settings.key_card import KeyCard
from tests.services.test_keys import opens, ring
from tests.ui.accessible import assert_accessible
from tests.ui.pages.test_sessions import opened, press, settle

__all__ = ["ring"]
OWN, SECOND = "three warm cups", "seven red kites"


@pytest.fixture
def card(context, runner, qtbot):
    """The card over a workspace with a passphrase."""
    keys.change(context.desk, None, OWN)
    return shown(context, runner, qtbot)


def shown(context, runner, qtbot):
    made = KeyCard()
    qtbot.addWidget(made)
    made.set_up(context)
    made.resize(700, 500)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    settle(runner)
    return made


def words(widget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


def fill(asked, qtbot, **fields: str) -> None:
    for name, typed in fields.items():
        field = asked.findChild(object, name)
        field.setFocus()
        field.selectAll()
        qtbot.keyClicks(field, typed)


def test_without_a_passphrase_it_says_that_none_can_be_forgotten(context, runner, qtbot):
    card = shown(context, runner, qtbot)
    assert "nothing can be forgotten" in words(card)
    assert not card.form.keyCode.isVisible()
    assert not card.form.keySecond.isVisible()


def test_a_code_is_made_by_who_knows_the_passphrase_and_stands_when_two_words_came_back(card, context, runner, qtbot):
    assert "no recovery code yet" in words(card)
    press(qtbot, card, "keyCode")
    asked = opened(qtbot, card, PassphraseDialog)
    fill(asked, qtbot, askedOwn="not this one")
    press(qtbot, asked, "askedDo")
    settle(runner)
    assert "not the passphrase" in words(asked)
    assert card.findChild(RecoveryCode) is None
    fill(asked, qtbot, askedOwn=OWN)
    press(qtbot, asked, "askedDo")
    settle(runner)
    code = opened(qtbot, card, RecoveryCode)
    twelve = [line.split(". ")[1] for line in code.form.codeWords.toPlainText().splitlines()]
    press(qtbot, code, "codeNext")
    first, second = code._numbers
    fill(code, qtbot, codeFirst=twelve[first - 1], codeSecond=twelve[second - 1])
    press(qtbot, code, "codeNext")
    settle(runner)
    assert "There is a recovery code" in words(card)
    assert opens(context.desk, " ".join(twelve))


def test_a_second_person_gets_a_passphrase_and_loses_it(card, context, runner, qtbot):
    press(qtbot, card, "keySecond")
    asked = opened(qtbot, card, PassphraseDialog)
    assert_accessible(asked)
    fill(asked, qtbot, askedOwn=OWN, askedFirst=SECOND, askedSecond="seven red kits")
    press(qtbot, asked, "askedDo")
    settle(runner)
    assert "not the same" in words(asked)
    assert QApplication.focusWidget().objectName() == "askedSecond"
    fill(asked, qtbot, askedSecond=SECOND)
    press(qtbot, asked, "askedDo")
    settle(runner)
    assert "A second person opens it" in words(card)
    assert opens(context.desk, SECOND)
    press(qtbot, card, "keySecondGone")
    gone = [d for d in card.findChildren(PassphraseDialog) if d.isVisible()][-1]
    fill(gone, qtbot, askedOwn=OWN)
    press(qtbot, gone, "askedDo")
    settle(runner)
    assert "Nobody else has a passphrase" in words(card)
    assert not opens(context.desk, SECOND)
    assert opens(context.desk, OWN)


def test_the_keyring_is_offered_where_there_is_one_and_only_there(card, context, runner, qtbot):
    assert not card.form.keyRing.isVisible()


def test_the_keyring_is_switched_on_and_off(ring, card, context, runner, qtbot):
    assert not card.form.keyRing.isChecked()
    for on in (True, False):
        card.form.keyRing.setFocus()
        qtbot.keyClick(card.form.keyRing, Qt.Key.Key_Space)
        settle(runner)
        assert (keys.from_keyring(context.folder) is not None) == on
        assert card.form.keyRing.isChecked() == on


def test_a_keyring_that_refuses_is_told_and_the_tick_goes(ring, card, context, runner, qtbot, monkeypatch):
    monkeypatch.setattr(type(ring), "set_password", lambda *_: (_ for _ in ()).throw(RuntimeError("locked")))
    press(qtbot, card, "keyRing")
    settle(runner)
    assert "keyring did not keep" in words(card)
    assert not card.form.keyRing.isChecked()


def test_nothing_secret_is_in_a_draft_or_on_the_clipboard(card, context, runner, qtbot):
    QGuiApplication.clipboard().setText("before")
    press(qtbot, card, "keySecond")
    asked = opened(qtbot, card, PassphraseDialog)
    fill(asked, qtbot, askedOwn=OWN, askedFirst=SECOND, askedSecond=SECOND)
    settle(runner)
    with context.desk.store.read() as connection:
        assert connection.exec_driver_sql("select count(*) from draft").scalar() == 0
    assert QGuiApplication.clipboard().text() == "before"


def test_a_screen_reader_can_use_it(card):
    assert_accessible(card)
    workspace.check_passphrase(card._context.desk, OWN)
