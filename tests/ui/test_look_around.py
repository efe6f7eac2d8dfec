"""From one's own workspace to the sample and back, through the real window."""

from __future__ import annotations

from pathlib import Path

import pytest

from coprod_desktop.services import prepare, sessions
from coprod_desktop.ui.base.settings_file import SettingsFile
from coprod_desktop.ui.window.door import Door


@pytest.fixture
def own(tmp_path: Path, shell, runner, settings: SettingsFile, monkeypatch, qtbot):
    """The window at an empty workspace of one's own."""
    from coprod_desktop.services import workspace

    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    workspace.create(tmp_path / "mine", None)
    door = Door(shell, runner, settings, tmp_path / "mine")
    door.begin()
    while not runner.wait_idle() or runner.desk is None:
        pass
    runner.wait_idle()
    yield shell
    shell.leave()
    door._close_desk()
    runner.wait_idle()


def test_the_first_home_leads_to_the_sample_and_lock_leads_back(own, tmp_path, runner, settings, qtbot):
    own.in_front()._form.firstSample.click()
    qtbot.waitUntil(lambda: "sample" in own.banner.what.text())
    runner.wait_idle()
    assert [s.title for s in sessions.every(runner.desk)] == ["Listening space: home care"]
    agenda = prepare.agenda(runner.desk, sessions.every(runner.desk)[0].id)
    assert sum(item.minutes for item in agenda) == 120
    assert any(item.kind == "break" for item in agenda)
    assert settings.read().workspace == tmp_path / "mine"
    own.lock_wanted.emit()
    runner.wait_idle()
    assert own.in_front().objectName() == "unlock"
    assert str(tmp_path / "mine") in own.in_front()._form.unlockFolder.text()


def test_asked_for_again_inside_the_sample_it_stays(own, runner, qtbot):
    own.sample_wanted.emit()
    qtbot.waitUntil(lambda: "This is the sample" in own.banner.what.text())
    own.sample_wanted.emit()
    assert own.banner.what.text() == "You are in the sample already."
    assert len(sessions.every(runner.desk)) == 1
