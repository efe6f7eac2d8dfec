from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QRadioButton

from coprod_desktop.services import sessions, workspace
from coprod_desktop.ui.base.runner import Runner
from coprod_desktop.ui.base.settings_file import Settings, SettingsFile, sample_workspace
from coprod_desktop.ui.style.theme import Appearance, Scheme
from coprod_desktop.ui.window.door import Door
from coprod_desktop.ui.window.look_keeper import LookKeeper
from coprod_desktop.ui.window.shell import Shell
from coprod_desktop.ui.window.single import OnlyWindow
from tests.store.test_frozen import FROZEN
from tests.ui.accessible import assert_accessible


@pytest.fixture(autouse=True)
def _own_folders(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))


@pytest.fixture
def start(plain_shell: Shell, runner, settings: SettingsFile):
    """Return a function that starts the program at a folder, as after the first paint."""
    doors: list[Door] = []

    def begin(folder: Path | None = None) -> Shell:
        doors.append(Door(plain_shell, runner, settings, folder))
        doors[-1].begin()
        runner.wait_idle()
        return plain_shell

    yield begin
    plain_shell.leave()
    doors[-1]._close_desk()
    runner.wait_idle()


def part(shell: Shell, kind: type, name: str):
    return shell.in_front().findChild(kind, name)


def press(shell: Shell, name: str, qtbot) -> None:
    qtbot.mouseClick(part(shell, QPushButton, name), Qt.MouseButton.LeftButton)
    shell.runner.wait_idle()


def test_the_first_start_asks_where_and_who_with_the_focus_on_the_passphrase(start, tmp_path: Path) -> None:
    shell = start(tmp_path / "mine")
    assert shell.in_front().objectName() == "welcome"
    assert shell.in_front()._form.folderWords.text() == str(tmp_path / "mine")
    assert QApplication.focusWidget().objectName() == "first"
    assert "nobody can get it back" in shell.in_front()._form.lossWords.text()
    assert_accessible(shell)


def test_a_passphrase_typed_twice_by_keyboard_makes_the_workspace_and_opens_home(
    start, tmp_path: Path, settings: SettingsFile, qtbot
) -> None:
    shell = start(tmp_path / "mine")
    for _ in range(2):
        qtbot.keyClicks(QApplication.focusWidget(), "green tea on sunday")
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    shell.runner.wait_idle()
    assert shell.in_front().objectName() == "page_home"
    assert workspace.state(tmp_path / "mine") == "locked"
    assert settings.read().workspace == tmp_path / "mine"


def test_two_different_passphrases_are_told_and_nothing_is_made(start, tmp_path: Path, qtbot) -> None:
    shell = start(tmp_path / "mine")
    qtbot.keyClicks(part(shell, QLineEdit, "first"), "green tea on sunday")
    qtbot.keyClicks(part(shell, QLineEdit, "second"), "green tea on monday")
    press(shell, "make", qtbot)
    assert "not the same" in shell.in_front().banner.what.text()
    assert QApplication.focusWidget().objectName() == "second"
    assert workspace.state(tmp_path / "mine") == "none"


def test_a_short_passphrase_is_told_and_what_was_typed_stays(start, tmp_path: Path, qtbot) -> None:
    shell = start(tmp_path / "mine")
    for name in ("first", "second"):
        qtbot.keyClicks(part(shell, QLineEdit, name), "tea")
    press(shell, "make", qtbot)
    assert "at least" in shell.in_front().banner.what.text()
    assert part(shell, QLineEdit, "first").text() == "tea"


def test_no_passphrase_is_said_plainly_and_opens_by_itself_next_time(start, tmp_path: Path, qtbot) -> None:
    shell = start(tmp_path / "mine")
    none = part(shell, QRadioButton, "noPassphrase")
    assert "anyone with this laptop can read it" in none.text()
    qtbot.keyClick(none, Qt.Key.Key_Space)
    assert not part(shell, QLineEdit, "first").isVisible()
    press(shell, "make", qtbot)
    assert shell.in_front().objectName() == "page_home"
    shell.lock_wanted.emit()
    shell.runner.wait_idle()
    assert shell.in_front().objectName() == "unlock"
    assert_accessible(shell)
    press(shell, "open", qtbot)
    assert shell.in_front().objectName() == "page_home"


def test_lock_keeps_the_words_still_being_typed(start, tmp_path: Path, qtbot) -> None:
    workspace.create(tmp_path / "mine", None)
    shell = start(tmp_path / "mine")
    shell.in_front().on_leave = lambda: shell.runner.do(sessions.start_now)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    shell.runner.wait_idle()
    assert shell.in_front().objectName() == "unlock"
    press(shell, "open", qtbot)
    assert len(sessions.every(shell.runner.desk)) == 1


def test_a_folder_that_is_copied_to_the_internet_is_warned_of(start, tmp_path: Path) -> None:
    shell = start(tmp_path / "Dropbox" / "work")
    assert shell.in_front()._form.folderWorry.isVisible()
    assert "copied to the internet" in shell.in_front()._form.folderWorry.text()


def test_a_folder_that_cannot_be_used_is_told(start, tmp_path: Path, qtbot) -> None:
    (tmp_path / "file").write_text("not a folder")
    shell = start(tmp_path / "file" / "inside")
    qtbot.keyClick(part(shell, QRadioButton, "noPassphrase"), Qt.Key.Key_Space)
    press(shell, "make", qtbot)
    assert shell.in_front().objectName() == "welcome"
    assert "cannot be used" in shell.in_front().banner.what.text()


def test_a_locked_workspace_asks_tells_a_wrong_passphrase_and_opens_with_the_right_one(
    start, tmp_path: Path, qtbot
) -> None:
    workspace.create(tmp_path / "mine", "green tea on sunday")
    shell = start(tmp_path / "mine")
    assert shell.in_front().objectName() == "unlock"
    assert_accessible(shell)
    field = part(shell, QLineEdit, "passphrase")
    assert field.hasFocus()
    assert field.echoMode() == QLineEdit.EchoMode.Password
    qtbot.keyClicks(field, "wrong wrong wrong")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    shell.runner.wait_idle()
    assert shell.in_front().banner.isVisible()
    assert field.hasFocus()
    assert field.selectedText()
    qtbot.keyClicks(field, "green tea on sunday")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    shell.runner.wait_idle()
    assert shell.in_front().objectName() == "page_home"


def test_the_sample_is_a_workspace_of_its_own_and_lock_leaves_it(start, settings: SettingsFile, qtbot) -> None:
    shell = start()
    press(shell, "sample", qtbot)
    assert shell.in_front().objectName() == "page_home"
    assert [s.title for s in sessions.every(shell.runner.desk)] == ["Listening space: home care"]
    assert "sample" in shell.banner.what.text()
    assert settings.read().workspace is None
    assert workspace.state(sample_workspace()) == "open"
    shell.lock_wanted.emit()
    shell.runner.wait_idle()
    assert shell.in_front().objectName() == "welcome"


def test_a_damaged_key_file_is_told_in_a_sentence(start, tmp_path: Path) -> None:
    workspace.create(tmp_path / "mine", None)
    for name in ("vault.json", "vault-copy.json"):
        (tmp_path / "mine" / name).write_text("{")
    shell = start(tmp_path / "mine")
    assert shell.in_front().objectName() == "damaged"
    assert "key file" in shell.in_front()._form.damagedWhat.text()
    assert_accessible(shell)


def test_one_damaged_key_file_is_put_right_and_told_once_the_workspace_is_open(start, tmp_path: Path) -> None:
    workspace.create(tmp_path / "mine", None)
    (tmp_path / "mine" / "vault.json").write_text("{")
    shell = start(tmp_path / "mine")
    assert shell.in_front().objectName() == "page_home"
    assert "A key file of this workspace was damaged" in shell.banner.what.text()


def test_a_database_that_lost_its_key_file_is_not_called_an_empty_folder_and_opens_once_it_is_back(
    start, tmp_path: Path, qtbot
) -> None:
    workspace.create(tmp_path / "mine", None)
    kept = {name: (tmp_path / "mine" / name).read_bytes() for name in ("vault.json", "vault-copy.json")}
    for name in kept:
        (tmp_path / "mine" / name).unlink()
    shell = start(tmp_path / "mine")
    assert "The database of a workspace is here" in shell.in_front()._form.damagedWhat.text()
    assert part(shell, QPushButton, "fromBackup").isVisible()
    assert QApplication.focusWidget().text() == "Look again"
    press(shell, "putRight", qtbot)
    assert shell.in_front().objectName() == "damaged"
    for name, data in kept.items():
        (tmp_path / "mine" / name).write_bytes(data)
    press(shell, "putRight", qtbot)
    assert shell.in_front().objectName() == "page_home"


def test_settings_are_remembered_and_nonsense_counts_as_none(tmp_path: Path) -> None:
    file = SettingsFile(tmp_path / "a" / "settings.json")
    assert file.read() == Settings()
    kept = Settings(tmp_path / "work", Appearance(Scheme.DARK, 150, still=True))
    file.write(kept)
    assert file.read() == kept
    for nonsense in ("{", "[]", '{"scheme": "pink", "text_scale": 3, "workspace": 5}', "\x00"):
        file.path.write_text(nonsense)
        assert file.read() == Settings()


def test_a_second_start_brings_the_first_window_to_the_front_and_goes(
    start, tmp_path: Path, dressed, settings: SettingsFile, monkeypatch, qtbot
) -> None:
    workspace.create(tmp_path / "mine", None)
    first = start(tmp_path / "mine")
    first.showMinimized()
    answers = OnlyWindow()
    qtbot.waitUntil(lambda: answers.other_answers(tmp_path / "mine"))
    runner = Runner()
    second = Shell(dressed, runner, LookKeeper(dressed, settings))
    qtbot.addWidget(second)
    second.show()
    Door(second, runner, settings, tmp_path / "mine").begin()
    qtbot.waitUntil(lambda: not second.isVisible())
    qtbot.waitUntil(lambda: not first.isMinimized())
    assert first.in_front().objectName() == "page_home"


def test_a_second_start_brings_a_locked_window_to_the_front_and_goes(
    start, tmp_path: Path, dressed, settings: SettingsFile, qtbot
) -> None:
    workspace.create(tmp_path / "mine", None)
    first = start(tmp_path / "mine")
    first.lock_wanted.emit()
    first.runner.wait_idle()
    first.showMinimized()
    runner = Runner()
    second = Shell(dressed, runner, LookKeeper(dressed, settings))
    qtbot.addWidget(second)
    second.show()
    Door(second, runner, settings, tmp_path / "mine").begin()
    qtbot.waitUntil(lambda: not second.isVisible())
    qtbot.waitUntil(lambda: not first.isMinimized())
    assert first.in_front().objectName() == "unlock"
    press(first, "open", qtbot)
    assert first.in_front().objectName() == "page_home"


@pytest.mark.skipif(sys.platform == "win32", reason="a pipe goes with its process")
def test_a_window_that_was_killed_answers_for_nothing(start, tmp_path: Path) -> None:
    """Its name is still there."""
    workspace.create(tmp_path / "mine", None)
    left = OnlyWindow()
    left.hold(tmp_path / "mine")
    name = Path(left._server.fullServerName())
    left._server.close()
    name.touch()
    assert start(tmp_path / "mine").in_front().objectName() == "page_home"


def test_while_a_command_has_it_open_the_window_says_so(start, tmp_path: Path) -> None:
    workspace.create(tmp_path / "mine", None)
    command = workspace.unlock(tmp_path / "mine", None)
    shell = start(tmp_path / "mine")
    assert "open in another window or command" in shell.in_front().banner.what.text()
    workspace.close(command)


def test_a_workspace_of_an_older_version_says_what_is_done_while_one_waits(start, tmp_path: Path, qtbot) -> None:
    old = Path(shutil.copytree(FROZEN / "schema-3", tmp_path / "old"))
    said: list[tuple[str, str]] = []
    shell = start(tmp_path / "mine")
    tell = shell.banner.tell
    shell.banner.tell = lambda what, do="", state="info", act="": (said.append((what, do)), tell(what, do, state, act))
    shell.in_front().existing_wanted.emit(old)
    qtbot.waitUntil(lambda: shell.in_front().objectName() == "page_home")
    assert [do for what, do in said if what.startswith("This workspace is from an older version")] == [
        "A backup is made first, and looked through.",
        "The backup is made. Now every session is brought up to date.",
    ]
    qtbot.waitUntil(lambda: "brought up to date" in shell.banner.what.text())
    (copy,) = (old / "backups").iterdir()
    assert f"A copy of how it was is kept in {copy}" in said[-1][1].replace("\u200b", "")
    assert "from an older version of the program." not in shell.banner.what.text()
