"""A file opened with the program comes in once it can, also when the program runs already, and a wrong one is told."""

from __future__ import annotations

import json
import os
import shutil
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QUrl
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QPlainTextEdit, QPushButton

from coprod_desktop import app, paths
from coprod_desktop.__main__ import _command
from coprod_desktop.domain import own_file
from coprod_desktop.services import sessions, workspace
from coprod_desktop.ui.base.runner import Runner
from coprod_desktop.ui.dialogs.brought_in import BroughtIn
from coprod_desktop.ui.dialogs.several_brought_in import SeveralBroughtIn
from coprod_desktop.ui.window.door import Door
from coprod_desktop.ui.window.look_keeper import LookKeeper
from coprod_desktop.ui.window.shell import Shell
from coprod_desktop.ui.window.single import OnlyWindow

TITLE = "Listening space: home care"


@pytest.fixture
def file(tmp_path: Path, monkeypatch) -> Path:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    source = paths.resource("sample", "home-care-listening-space.json")
    return Path(shutil.copy(source, tmp_path / f"2026-09-17-private-session-3fa9c1.{own_file.ENDING}"))


@pytest.fixture
def start(plain_shell: Shell, runner, settings, monkeypatch):
    doors: list[Door] = []

    def begin(folder: Path, *files: Path) -> Shell:
        doors.append(Door(plain_shell, runner, settings, folder, files=files))
        doors[-1].begin()
        runner.wait_idle()
        return plain_shell

    begin.doors = doors
    yield begin
    plain_shell.leave()
    doors[-1]._close_desk()
    runner.wait_idle()


def titles(shell: Shell) -> list[str]:
    desk = shell.runner.desk
    return [] if desk is None else [line.title for line in sessions.every(desk)]


@pytest.mark.parametrize(
    ("words", "files"),
    [
        (["a b.coprod"], ["a b.coprod"]),
        (["--workspace", "w.x", "window", "/tmp/a.json"], ["/tmp/a.json"]),
        (["--workspace=w", "a.coprod"], ["a.coprod"]),
        (["window", "a.coprod", "--workspace", "w", "b.coprod"], ["a.coprod", "b.coprod"]),
        (["window", "--locked", "coprod-12"], []),
        (["--workspace", "w"], []),
    ],
)
def test_files_on_the_command_line_opens_the_window(words, files):
    assert app.files_in(words) == [Path(file).absolute() for file in files]
    command = _command(words)
    assert command in (None, "window") or "." in command


def test_it_waits_at_the_door_which_says_so_and_comes_in_when_it_is_opened(start, tmp_path, file, qtbot):
    workspace.create(tmp_path / "mine", "three plain words")
    shell = start(tmp_path / "mine", file)
    assert "comes in as soon as your workspace is open" in shell.in_front().banner.what.text()
    shell.in_front()._form.passphrase.setText("three plain words")
    shell.in_front().findChild(QPushButton, "open").click()
    qtbot.waitUntil(lambda: shell.findChild(BroughtIn) is not None)
    assert titles(shell) == [TITLE]


def test_every_file_opened_while_the_door_is_shut_comes_in(start, tmp_path, file, qtbot):
    """Several were marked in a folder window and opened together."""
    workspace.create(tmp_path / "mine", "three plain words")
    shell = start(tmp_path / "mine", file)
    found = json.loads(file.read_text("utf-8"))
    other = tmp_path / "other.coprod"
    other.write_text(json.dumps(found | {"title": "Another", "id": "another"}), "utf-8")
    for path in (other, other, file):
        start.doors[-1].files.come(path)
    assert f"“{file.name}” and 1 more file come in as soon as" in shell.in_front().banner.what.text()
    shell.in_front()._form.passphrase.setText("three plain words")
    shell.in_front().findChild(QPushButton, "open").click()
    qtbot.waitUntil(lambda: shell.findChild(SeveralBroughtIn) is not None)
    assert shell.findChild(BroughtIn) is None
    assert sorted(titles(shell)) == ["Another", TITLE]


def test_twenty_files_opened_together_are_told_of_in_one_place(start, tmp_path, file, qtbot):
    found = json.loads(file.read_text("utf-8"))
    files = [tmp_path / f"{n}.coprod" for n in range(20)]
    for n, path in enumerate(files):
        path.write_text(json.dumps(found | {"title": f"Session {n}", "id": f"s-{n}"}), "utf-8")
    files[7].write_bytes(b"PK\3\4 something else")
    workspace.create(tmp_path / "mine", None)
    shell = start(tmp_path / "mine", files[0])
    qtbot.waitUntil(lambda: shell.findChild(BroughtIn) is not None)
    for path in files[1:]:  # as from processes of their own, while the first is read on the screen
        start.doors[-1].files.come(path)
    shell.runner.wait_idle()
    qtbot.waitUntil(lambda: len(titles(shell)) == 19)
    assert len(shell.findChildren(BroughtIn)) == 1, "nothing is stacked on what is being read"
    assert shell.findChild(SeveralBroughtIn) is None
    shell.findChild(QPushButton, "broughtClose").click()
    qtbot.waitUntil(lambda: shell.findChild(SeveralBroughtIn) is not None)
    said = shell.findChild(QPlainTextEdit, "severalEach").toPlainText()
    assert said.count("A new session.") == 18
    assert "7.coprod\nNot brought in. " in said
    shell.findChild(QPushButton, "severalClose").click()
    qtbot.waitUntil(lambda: shell.findChild(SeveralBroughtIn) is None)


def test_locking_while_files_come_in_loses_none_of_them(start, tmp_path, file, qtbot):
    def open_it() -> None:
        shell.in_front()._form.passphrase.setText("three plain words")
        shell.in_front().findChild(QPushButton, "open").click()
        qtbot.waitUntil(lambda: shell.runner.desk is not None)

    workspace.create(tmp_path / "mine", "three plain words")
    found = json.loads(file.read_text("utf-8"))
    files = [tmp_path / f"{n}.coprod" for n in range(4)]
    for n, path in enumerate(files):
        path.write_text(json.dumps(found | {"title": f"Session {n}", "id": f"s-{n}"}), "utf-8")
    shell = start(tmp_path / "mine")
    open_it()
    for path in files:
        start.doors[-1].files.come(path)
    start.doors[-1].lock()
    qtbot.waitUntil(lambda: shell.in_front().objectName() == "unlock")
    open_it()
    qtbot.waitUntil(lambda: sorted(titles(shell)) == [f"Session {n}" for n in range(4)])


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such names")
def test_a_file_with_any_name_is_handed_to_the_window_that_is_open(tmp_path, dressed, qtbot):
    names = ["line\nbreak.coprod", "“said” \u202e é.coprod", os.fsdecode(b"not utf-8 \xff.coprod")]
    first, second, came = OnlyWindow(), OnlyWindow(), []
    first.file_came.connect(came.append)
    first.hold(tmp_path)
    assert second.other_answers(tmp_path, [tmp_path / name for name in names])
    qtbot.waitUntil(lambda: len(came) >= len(names))
    assert came == [tmp_path / name for name in names]
    first.let_go()


def test_a_file_that_is_not_ours_is_a_sentence_and_nothing_is_stored(start, tmp_path, file, qtbot):
    file.write_bytes(b"PK\3\4 something else")
    workspace.create(tmp_path / "mine", None)
    shell = start(tmp_path / "mine", file)
    qtbot.waitUntil(lambda: "not a session file" in shell.banner.what.text())
    assert titles(shell) == []


def test_a_second_start_hands_its_file_to_the_window_that_is_open(start, tmp_path, file, dressed, settings, qtbot):
    workspace.create(tmp_path / "mine", None)
    first = start(tmp_path / "mine")
    answers = OnlyWindow()
    qtbot.waitUntil(lambda: answers.other_answers(tmp_path / "mine"))
    second = Shell(dressed, Runner(), LookKeeper(dressed, settings))
    qtbot.addWidget(second)
    second.show()
    Door(second, second.runner, settings, tmp_path / "mine", files=[file]).begin()
    qtbot.waitUntil(lambda: not second.isVisible())
    qtbot.waitUntil(lambda: first.findChild(BroughtIn) is not None)
    assert titles(first) == [TITLE]


def test_the_sample_takes_no_file_of_ones_own(start, tmp_path, file, qtbot):
    workspace.create(tmp_path / "mine", None)
    shell = start(tmp_path / "mine")
    start.doors[-1].look_around()
    qtbot.waitUntil(lambda: "sample" in shell.banner.what.text())
    event = QFileOpenEvent(QUrl.fromLocalFile(str(file)))
    assert event.type() is QEvent.Type.FileOpen
    start.doors[-1].files.eventFilter(shell, event)  # as macOS hands it over
    assert "was not brought in" in shell.banner.what.text()
    shell.runner.wait_idle()
    assert shell.findChild(BroughtIn) is None
