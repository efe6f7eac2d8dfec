"""Taking everything with you is one act in Settings, says first that it is private, and can be stopped."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QScrollArea

from coprod_desktop.ui.settings.take_card import STOPPED, TakeCard
from tests.ui.accessible import assert_accessible


@pytest.fixture
def card(context, qtbot, tmp_path, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "stick"))
    (tmp_path / "stick").mkdir()
    made = TakeCard()
    qtbot.addWidget(made)
    made.set_up(context)
    made.resize(900, 500)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def press(push):
    push.setFocus()
    QTest.keyClick(push, Qt.Key.Key_Space)


def test_one_press_and_a_place_make_one_private_folder(card, context, tmp_path, heard):
    said = " ".join(label.text() for label in card.findChildren(QLabel))
    assert "It is private, and it is not encrypted" in said
    press(card.take_it)
    context.runner.wait_idle()
    (folder,) = (tmp_path / "stick").iterdir()
    assert folder.name.startswith("private-everything-")
    assert folder.name in card.said.text().replace("\u200b", "")
    assert "They are private" in heard.announced[-1]
    assert QApplication.focusWidget() is card.take_it
    assert_accessible(card)


def test_the_way_to_stop_and_what_became_of_it_are_in_view_on_a_low_page(card, context, qtbot):
    page = QScrollArea()
    qtbot.addWidget(page)
    page.setWidgetResizable(True)
    page.setWidget(card)
    page.resize(500, 150)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    press(card.take_it)
    qtbot.waitUntil(lambda: whole(card.working.stop_it))
    press(card.working.stop_it)
    context.runner.wait_idle()
    qtbot.waitUntil(lambda: whole(card.take_it) and whole(card.said))
    page.takeWidget().setParent(None)


def whole(widget):
    return widget.isVisible() and widget.visibleRegion().boundingRect().size() == widget.size()


def test_stop_leaves_nothing_there_and_says_so(card, context, tmp_path):
    press(card.take_it)
    assert QApplication.focusWidget() is card.working.stop_it
    press(card.working.stop_it)
    context.runner.wait_idle()
    assert card.said.text() == STOPPED
    assert list((tmp_path / "stick").iterdir()) == []


def test_a_place_that_is_copied_to_the_internet_is_told_of_before_anything_is_there(
    card, context, tmp_path, monkeypatch
):
    synced = tmp_path / "OneDrive - Council"
    synced.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(synced))
    press(card.take_it)
    context.runner.wait_idle()
    assert "copied to the internet" in card.said.text()
    assert not any(synced.iterdir())
    assert_accessible(card)
    press(card.all_the_same)
    context.runner.wait_idle()
    (folder,) = synced.iterdir()
    assert folder.name.startswith("private-everything-")
    assert not card.all_the_same.isVisible()


def test_another_place_after_all_leaves_nothing_in_the_first(card, context, tmp_path, monkeypatch):
    synced = tmp_path / "Dropbox"
    synced.mkdir()
    chosen = [str(synced), str(tmp_path / "stick")]
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: chosen.pop(0))
    press(card.take_it)
    press(card.take_it)
    context.runner.wait_idle()
    assert not any(synced.iterdir())
    assert any((tmp_path / "stick").iterdir())
    assert not card.all_the_same.isVisible()
