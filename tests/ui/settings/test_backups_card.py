"""Backups are listed with what is in them, one can be made, and a second place chosen, in Settings."""

from __future__ import annotations

import shutil

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton

from coprod_desktop.services import backups, sessions
from coprod_desktop.services.backups import Why
from coprod_desktop.store import backups as stored
from coprod_desktop.ui.settings.backups_card import BackupsCard
from tests.ui.accessible import assert_accessible


@pytest.fixture
def card(context, qtbot, desk):
    sessions.start_now(desk)
    made = BackupsCard()
    qtbot.addWidget(made)
    made.set_up(context)
    made.resize(900, 600)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    settle(context)
    return made


def settle(context):
    for _ in range(3):
        context.runner.wait_idle()
        context.runner.wait_aside(60_000)
        QApplication.processEvents()


def press(context, card, name):
    push = card.findChild(QPushButton, name)
    push.setFocus()
    QTest.keyClick(push, Qt.Key.Key_Space)
    settle(context)


def choose(monkeypatch, folder):
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))


def test_one_is_made_now_and_listed_with_what_is_in_it(card, context, desk):
    assert card.form.backupsNone.isVisible()
    press(context, card, "backupsMake")
    (row,) = card.list.items.rows()
    assert row.backup.told.why == "asked"
    assert "1 session, 0 lines, 0 promises" in card.list.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert card.form.backupsState.text() == "A backup was made, and looked through."
    assert QApplication.focusWidget() is card.form.backupsMake
    assert_accessible(card)


def test_a_second_place_is_chosen_gets_a_copy_and_is_left_again(card, context, desk, tmp_path, monkeypatch):
    assert "this laptop only" in card.form.backupsSecond.text()
    (tmp_path / "stick").mkdir()
    choose(monkeypatch, tmp_path / "stick")
    press(context, card, "backupsChoose")
    assert len(stored.every(desk.store.backups.second(tmp_path / "stick"))) == 1
    assert {row.second for row in card.list.items.rows()} == {False, True}
    assert "on the disk of this laptop" in card.form.backupsSecond.text()
    press(context, card, "backupsStop")
    assert "this laptop only" in card.form.backupsSecond.text()
    assert (tmp_path / "stick" / "co-production backups").exists()


def test_a_place_that_will_not_do_is_refused_in_a_sentence(card, context, desk, monkeypatch):
    choose(monkeypatch, desk.store.folder)
    press(context, card, "backupsChoose")
    assert "inside the workspace" in card.form.backupsState.text()
    assert card.form.backupsMake.isEnabled()


def test_a_stick_that_is_not_there_is_told_with_the_day_it_was(card, context, desk, tmp_path):
    (tmp_path / "stick").mkdir()
    backups.choose_second_place(desk, tmp_path / "stick")
    backups.make(desk, Why.ASKED)
    shutil.rmtree(tmp_path / "stick")
    card.hide()
    card.show()
    settle(context)
    assert "not there now; the last copy is of" in card.form.backupsSecond.text()
