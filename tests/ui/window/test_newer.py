"""What a newer version of the program made is refused in the window in a sentence, and left as it is."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from coprod_desktop.errors import UserError
from coprod_desktop.ui.base.settings_file import NEWER, SettingsFile
from coprod_desktop.ui.dialogs.bring_in import BringIn
from coprod_desktop.ui.handbook.dialog import HandbookDialog
from coprod_desktop.ui.style.theme import Appearance, Scheme
from coprod_desktop.ui.window.bring_back import BringBack
from tests.test_newer import made_newer, newer_backup, newer_session
from tests.ui.window.test_door import _own_folders, part, start

__all__ = ["_own_folders", "start"]


@pytest.fixture
def folder(empty_workspace: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(empty_workspace, tmp_path / "mine"))


def test_a_newer_workspace_stands_at_a_door_of_its_own(start, folder):
    made_newer(folder)
    shell = start(folder)
    assert shell.in_front().objectName() == "damaged"
    assert "newer version of this program made this workspace" in part(shell, QLabel, "damagedWhat").text()
    assert "everything in it is safe" in part(shell, QLabel, "damagedDo").text()


def test_a_newer_session_file(context, parent, tmp_path, heard, desk):
    (tmp_path / "session.json").write_bytes(newer_session())
    BringIn(context, parent).bring(tmp_path / "session.json")
    context.runner.wait_idle()
    QApplication.processEvents()
    (refused,) = heard.failed
    assert "newer version of this program made this session file" in refused.what
    assert "What is here is as it was" in refused.do


def test_a_newer_backup(folder, runner, qtbot, tmp_path):
    door = BringBack(tmp_path / "to", lambda _folder: None)
    qtbot.addWidget(door)
    door.show()
    door._runner = runner
    door.look_in(newer_backup(folder))
    runner.wait_idle()
    door._form.bringBack.click()
    runner.wait_idle()
    said = " ".join(label.text() for label in door.banner.findChildren(QLabel))
    assert "newer version of this program made this backup" in said
    assert "everything in it is safe" in said


def test_newer_settings_are_left_as_they_are_and_said_and_a_change_holds_for_now(start, folder, settings: SettingsFile):
    settings.write(replace(settings.read(), look=Appearance(Scheme.DARK)))
    written = json.loads(settings.path.read_text())
    settings.path.write_text(json.dumps(written | {"version": 2, "a new thing": 1}))
    newer = SettingsFile(settings.path)
    assert newer.read().look.scheme is Scheme.DARK  # what is understood holds
    before = settings.path.read_bytes()
    newer.write(replace(newer.read(), lock_after=30))
    assert newer.read().lock_after == 30
    assert settings.path.read_bytes() == before
    settings.__init__(settings.path)
    shell = start(folder)
    assert shell.banner.what.text() == NEWER.what
    assert settings.path.read_bytes() == before


def test_every_sentence_says_what_happened_what_is_safe_and_what_to_do():
    from coprod_desktop.services.bring_in.session_file_checked import NEWER as FILE
    from coprod_desktop.store import newer

    for told in (newer.WORKSPACE, newer.BACKUP, FILE, NEWER):
        assert isinstance(told, UserError)
        assert "newer version of this program" in told.what
        assert any(safe in told.do for safe in ("is safe", "as it was"))
        assert "nstall" in told.do


def test_f1_before_a_damaged_door_is_about_what_goes_wrong(start, folder):
    made_newer(folder)
    shell = start(folder)
    shell._help.show()
    assert shell.findChild(HandbookDialog).at == "take-it-with-you"
