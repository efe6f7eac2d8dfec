"""The folder goes away while one listens: no "saved", the words back in the line, and offered at the next start."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("Windows lets nobody take an open folder away", allow_module_level=True)

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton

from coprod_desktop.domain.words import EntryKind
from coprod_desktop.services import capture, sessions, workspace
from coprod_desktop.ui.dialogs.kept_words import KeptWordsDialog
from coprod_desktop.ui.window.door import Door
from tests.ui.accessible import assert_accessible


@pytest.fixture
def folder(empty_workspace: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(empty_workspace, tmp_path / "workspace"))


@pytest.fixture
def door(shell, runner, settings, folder):
    """The program, open at the folder."""
    made = Door(shell, runner, settings, folder)
    made.begin()
    settle(shell)
    yield made
    shell.leave()
    made._close_desk()
    runner.wait_idle()


def settle(shell) -> None:
    for _ in range(5):
        shell.runner.wait_idle()
        QApplication.processEvents()


def listen(shell) -> str:
    session, _ = sessions.start_now(shell.runner.desk)
    shell.open_page("listen", session)
    settle(shell)
    return session


def say(shell, *lines: str) -> None:
    field = shell.in_front().line.field
    for words in lines:
        QTest.keyClicks(field, words)
        QTest.keyClick(field, Qt.Key.Key_Return)


def reopen(shell, door, folder: Path) -> None:
    """As the next start does: close what is open, open the folder."""
    shell.leave()
    door._close_desk()
    door._existing(folder, shell.fail)
    settle(shell)


def press_banner(shell) -> KeptWordsDialog:
    QTest.mouseClick(shell.banner.button, Qt.MouseButton.LeftButton)
    return shell.findChild(KeptWordsDialog)


@pytest.fixture
def three_lost(shell, door, folder, tmp_path: Path) -> str:
    """Three lines were entered after the folder was deleted; a copy of it is at `copy`. Returns the session."""
    session = listen(shell)
    say(shell, "before")
    settle(shell)
    shell.runner.desk.store.checkpoint()
    shutil.copytree(folder, tmp_path / "copy")
    shutil.rmtree(folder)
    shell.in_front().line.choose_kind(EntryKind.QUESTION)
    say(shell, "one", "two", "three")
    settle(shell)
    shell.in_front().leave()  # which hands in what is in the line, as typing does after a moment
    settle(shell)
    return session


def test_it_does_not_say_saved_and_the_words_are_back_in_the_line(shell, three_lost):
    page = shell.in_front()
    assert "Not saved" in shell.status.save_state.text()
    assert "moved, deleted or unplugged" in shell.banner.what.text()
    assert "kept on this computer, locked" in shell.banner.next.text()
    assert page.line.field.words() == "one"
    assert page.line.said.kind is EntryKind.QUESTION
    assert page.held.count() == 2
    assert page.list.rows().rowCount() == 1


def test_the_lines_are_offered_looked_at_and_put_in_one_by_one(shell, door, three_lost, tmp_path: Path):
    reopen(shell, door, tmp_path / "copy")
    assert shell.banner.what.text() == "3 lines were kept when the folder could not take them."
    dialog = press_banner(shell)
    assert_accessible(dialog)
    shown = dialog.findChild(QPlainTextEdit, "keptWords").toPlainText()
    assert [words in shown for words in ("one", "two", "three", "Question")] == [True] * 4
    QTest.mouseClick(dialog.findChild(QPushButton, "keptPutIn"), Qt.MouseButton.LeftButton)
    settle(shell)
    desk = shell.runner.desk
    assert [(e.text, e.kind) for e in capture.lines(desk, three_lost)] == [
        ("before", EntryKind.CONTRIBUTION),
        ("one", EntryKind.QUESTION),
        ("two", EntryKind.CONTRIBUTION),
        ("three", EntryKind.CONTRIBUTION),
    ]
    assert shell.banner.what.text() == "3 lines were put in."
    workspace.undo(desk)
    assert [e.text for e in capture.lines(desk, three_lost)] == ["before", "one", "two"]
    reopen(shell, door, tmp_path / "copy")
    assert not shell.banner.isVisible()


def test_left_for_now_they_are_offered_again(shell, door, three_lost, tmp_path: Path):
    for _ in range(2):
        reopen(shell, door, tmp_path / "copy")
        dialog = press_banner(shell)
        QTest.mouseClick(dialog.findChild(QPushButton, "keptLeave"), Qt.MouseButton.LeftButton)
        settle(shell)
        assert [e.text for e in capture.lines(shell.runner.desk, three_lost)] == ["before"]


def test_what_cannot_go_in_says_why_and_stays(shell, door, three_lost, tmp_path: Path):
    reopen(shell, door, tmp_path / "copy")
    sessions.remove(shell.runner.desk, three_lost)
    dialog = press_banner(shell)
    QTest.mouseClick(dialog.findChild(QPushButton, "keptPutIn"), Qt.MouseButton.LeftButton)
    settle(shell)
    assert "taken away" in shell.banner.what.text()
    assert "still kept" in shell.banner.next.text()
    assert len(shell.runner.desk.rescue.all()) == 3


def test_another_workspace_is_offered_nothing(shell, door, three_lost, tmp_path: Path):
    workspace.create(tmp_path / "other", None)
    reopen(shell, door, tmp_path / "other")
    assert not shell.banner.isVisible()
