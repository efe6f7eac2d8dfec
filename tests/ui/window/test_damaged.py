"""A damaged workspace is not opened as it is: the door says what is safe, and one button puts it right."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from coprod_desktop.services import capture, sessions, workspace
from coprod_desktop.store.pages import PAGE
from coprod_desktop.ui.base.settings_file import SettingsFile
from coprod_desktop.ui.window.damage_keeper import DamageKeeper
from coprod_desktop.ui.window.door import Door
from coprod_desktop.ui.window.shell import Shell
from tests.ui.accessible import assert_accessible

LINES = 60


@pytest.fixture
def folder(tmp_path: Path, monkeypatch) -> Path:
    """A closed workspace with lines."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    workspace.create(tmp_path / "mine", None)
    desk = workspace.unlock(tmp_path / "mine", None)
    session, _ = sessions.start_now(desk)
    for n in range(LINES):
        capture.add(desk, session, capture.NewLine(text=f"Line {n}. " + "The bus was late again. " * 6))
    workspace.close(desk)
    return tmp_path / "mine"


@pytest.fixture
def start(plain_shell: Shell, runner, settings: SettingsFile, folder: Path):
    doors: list[Door] = []

    def begin() -> Shell:
        doors.append(Door(plain_shell, runner, settings, folder))
        doors[-1].begin()
        runner.wait_idle()
        return plain_shell

    yield begin
    plain_shell.leave()
    doors[-1]._close_desk()
    runner.wait_idle()


def scribble(folder: Path, shell: Shell | None = None) -> None:
    """Damage four pages that the rows themselves do not stand on."""
    desk = shell.runner.desk if shell else workspace.unlock(folder, None)
    names = "'entry_fts_data', 'ix_entry_number', 'sqlite_autoindex_entry_1', 'ix_permission_hlc'"
    with desk.store.read() as connection:
        roots = (
            connection.exec_driver_sql(f"SELECT rootpage FROM sqlite_schema WHERE name IN ({names})").scalars().all()
        )
    if shell is None:
        workspace.close(desk)
    with (folder / "workspace.db").open("r+b") as file:
        for number in roots:
            file.seek((number - 1) * PAGE + 30)
            file.write(random.Random(number).randbytes(900))


def lines(shell: Shell) -> int:
    desk = shell.runner.desk
    return len(capture.lines(desk, sessions.every(desk)[0].id))


def test_the_door_says_what_is_safe_and_one_press_puts_it_right(start, folder, qtbot):
    scribble(folder)
    shell = start()
    assert shell.in_front().objectName() == "damaged"
    said = " ".join(label.text() for label in shell.in_front().findChildren(QLabel))
    assert "Nothing was changed" in said
    assert_accessible(shell)
    button = shell.in_front().findChild(QPushButton, "putRight")
    assert QApplication.focusWidget() is button
    qtbot.keyClick(button, Qt.Key.Key_Space)
    shell.runner.wait_idle()
    assert shell.in_front().objectName() == "page_home"
    assert "was put right" in shell.banner.what.text()
    assert "Nothing is missing" in shell.banner.what.text()
    assert "damaged-" in shell.banner.next.text()
    assert lines(shell) == LINES


def test_it_is_told_once(start, folder, qtbot):
    scribble(folder)
    shell = start()
    qtbot.mouseClick(shell.in_front().findChild(QPushButton, "putRight"), Qt.MouseButton.LeftButton)
    shell.runner.wait_idle()
    shell.lock_wanted.emit()
    shell.runner.wait_idle()
    qtbot.mouseClick(shell.in_front().findChild(QPushButton, "open"), Qt.MouseButton.LeftButton)
    shell.runner.wait_idle()
    assert shell.in_front().objectName() == "page_home"
    assert "put right" not in shell.banner.what.text()


def test_damage_found_while_it_is_open_is_told_and_put_right_by_one_press(start, folder, qtbot):
    shell = start()
    assert lines(shell) == LINES
    shell.runner.desk.store.checkpoint()
    scribble(folder, shell)
    keeper = shell.findChild(DamageKeeper)
    keeper.look()
    shell.runner.wait_idle()
    assert "4 parts of this workspace's database are damaged" in shell.banner.what.text()
    assert "Lines are still saved" in shell.banner.next.text()
    qtbot.mouseClick(shell.banner.button, Qt.MouseButton.LeftButton)
    shell.runner.wait_idle()
    assert shell.in_front().objectName() == "page_home"
    assert "Nothing is missing" in shell.banner.what.text()
    assert lines(shell) == LINES


def test_a_flipped_bit_is_told_when_the_workspace_opens(start, folder):
    data = bytearray((folder / "workspace.db").read_bytes())
    data[30_000] ^= 8
    (folder / "workspace.db").write_bytes(data)
    shell = start()
    assert shell.in_front().objectName() == "page_home"
    assert "could be put right. Nothing is missing." in shell.banner.what.text()
