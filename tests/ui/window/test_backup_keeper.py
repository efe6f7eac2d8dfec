"""Backups are made while people work, and the foot of the window says honestly how things stand."""

from __future__ import annotations

import datetime
import shutil
import threading
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from coprod_desktop.services import backups, sessions
from coprod_desktop.services.backups import SecondPlace, Standing, Why
from coprod_desktop.store import backups as stored
from coprod_desktop.ui.style import theme
from coprod_desktop.ui.style.theme import Appearance, Scheme
from coprod_desktop.ui.window import backup_keeper
from coprod_desktop.ui.window.door import Door
from coprod_desktop.ui.words import backup as words

NOW = datetime.datetime(2026, 11, 26, 15, 0, tzinfo=datetime.UTC)
STANDS = Standing(NOW.replace(hour=10, minute=15), False, None, None, False)


@pytest.fixture
def folder(empty_workspace: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(empty_workspace, tmp_path / "workspace"))


@pytest.fixture
def door(shell, runner, settings, folder):
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
        shell.runner.wait_aside(60_000)
        QApplication.processEvents()


def say(shell, *lines: str) -> str:
    session, _ = sessions.start_now(shell.runner.desk)
    shell.open_page("listen", session)
    settle(shell)
    field = shell.in_front().line.field
    for line in lines:
        QTest.keyClicks(field, line)
        QTest.keyClick(field, Qt.Key.Key_Return)
    settle(shell)
    return session


def made(folder):
    return stored.every(folder / "backups")


def test_every_ten_minutes_what_was_written_is_backed_up_and_the_foot_of_the_window_says_so(shell, door, folder):
    assert shell.status.kept_state.isHidden()  # nothing was written yet
    say(shell, "The bus is never on time")
    door._keepers.backups._timers[0].timeout.emit()
    settle(shell)
    (backup,) = made(folder)
    assert (backup.told.why, backup.told.lines) == ("work", 1)
    assert shell.status.kept_state.text().startswith(f"Backup {backup.told.at:%H:%M}, no second place")
    door._keepers.backups._timers[0].timeout.emit()
    settle(shell)
    assert made(folder) == (backup,)  # nothing was written since


def test_what_was_written_last_is_backed_up_when_the_workspace_is_locked(shell, door, folder):
    say(shell, "The bus is never on time")
    door.lock()
    settle(shell)
    (backup,) = made(folder)
    assert (backup.told.why, backup.told.lines) == ("closing", 1)


def test_what_is_in_no_backup_is_backed_up_once_the_window_is_open(shell, door, folder, runner, monkeypatch):
    say(shell, "The bus is never on time")
    monkeypatch.setattr(backup_keeper, "CLOSING_MS", 0)  # there was no time for it
    door._keepers.backups._changed_at = None
    door.lock()
    assert made(folder) == ()
    monkeypatch.setattr(backup_keeper, "START_MS", 0)
    door._open(folder, None, shell.fail)
    settle(shell)
    settle(shell)
    assert [one.told.why for one in made(folder)] == ["start"]


def test_closing_waits_for_no_stick_that_does_not_answer(shell, door, folder, monkeypatch):
    say(shell, "The bus is never on time")
    answers = threading.Event()
    monkeypatch.setattr(backups, "copy_on", lambda *_: answers.wait(60))
    monkeypatch.setattr(backup_keeper, "CLOSING_MS", 200)
    before = datetime.datetime.now()
    door.lock()
    assert datetime.datetime.now() - before < datetime.timedelta(seconds=30)
    assert door._desk is None
    answers.set()
    settle(shell)


def test_a_backup_that_does_not_come_about_is_told_once_and_stays_at_the_foot(shell, door, folder):
    say(shell, "The bus is never on time")
    (folder / "backups").write_bytes(b"a file in the way")
    for told in (True, False):
        door._keepers.backups._timers[0].timeout.emit()
        settle(shell)
        assert ("No backup could be made" in shell.banner.what.text()) is told
        shell.banner.clear()
        assert shell.status.kept_state.text() == "No backup yet, no second place"
        assert "No backup could be made" in shell.status.kept_state.toolTip()
    (folder / "backups").unlink()
    door._keepers.backups._timers[0].timeout.emit()
    settle(shell)
    assert shell.status.kept_state.text().startswith("Backup ")


def test_a_second_place_is_asked_for_once_when_one_leaves_the_first_session(shell, door, folder, tmp_path, monkeypatch):
    session = say(shell, "The bus is never on time")
    (tmp_path / "stick").mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "stick"))
    shell.open_page("answer", session)
    settle(shell)
    assert shell.banner.what.text() == words.OFFER
    QTest.mouseClick(shell.banner.button, Qt.MouseButton.LeftButton)
    settle(shell)
    assert (tmp_path / "stick" / "co-production backups").is_dir()
    assert "second copy" in shell.status.kept_state.text()
    for page in ("listen", "answer"):
        shell.open_page(page, session)
        settle(shell)
    assert shell.banner.what.text() != words.OFFER


def test_the_sample_is_not_backed_up(shell, door):
    door.look_around()
    settle(shell)
    assert door._keepers.backups is None


@pytest.mark.parametrize(
    ("standing", "waiting", "said"),
    [
        (replace(STANDS, last=None), None, ("info", "")),
        (STANDS, None, ("look", "Backup 10:15, no second place")),
        (
            replace(STANDS, second=SecondPlace(Path("E"), None, True)),
            None,
            ("look", "Backup 10:15, no second copy yet"),
        ),
        (
            replace(STANDS, second=SecondPlace(Path("E"), NOW - datetime.timedelta(days=8), False)),
            None,
            ("look", "Backup 10:15, second copy Wed 18 Nov"),
        ),
        (replace(STANDS, second=SecondPlace(Path("E"), NOW, True)), 10, ("done", "Backup 10:15, second copy 15:00")),
        (replace(STANDS, second=SecondPlace(Path("E"), NOW, True)), 31, ("look", "Backup 10:15, second copy 15:00")),
        (
            replace(STANDS, wrong="No room.", second=SecondPlace(Path("E"), NOW, True)),
            1,
            ("danger", "Backup 10:15, second copy 15:00"),
        ),
    ],
)
def test_the_foot_of_the_window_says_how_things_stand(standing, waiting, said):
    changed_at = None if waiting is None else NOW - datetime.timedelta(minutes=waiting)
    assert words.strip(standing, changed_at, NOW)[:2] == said


def test_each_reason_has_words():
    assert set(backups.WHY) == set(Why)


def test_a_stick_that_is_plugged_in_while_one_works_gets_its_copy(shell, door, folder, tmp_path):
    say(shell, "The bus is never on time")
    (tmp_path / "stick").mkdir()
    backups.choose_second_place(shell.runner.desk, tmp_path / "stick")
    own = shell.runner.desk.store.backups.second(tmp_path / "stick")
    (tmp_path / "stick").rename(tmp_path / "pulled out")
    door._keepers.backups._timers[0].timeout.emit()
    settle(shell)
    assert "no second copy yet" in shell.status.kept_state.text()
    (tmp_path / "pulled out").rename(tmp_path / "stick")
    door._keepers.backups._timers[1].timeout.emit()
    settle(shell)
    settle(shell)
    assert len(stored.every(own)) == 1
    assert shell.status.kept_state.icon is not None
    assert "no second copy" not in shell.status.kept_state.text()


def test_a_recovery_code_that_is_wanting_is_said_until_there_is_one():
    standing = replace(STANDS, second=SecondPlace(Path("E"), NOW, True), no_code="There is no recovery code yet.")
    said = words.strip(standing, None, NOW)
    assert said.words == "Backup 10:15, second copy 15:00, no recovery code"
    assert (said.state, said.short) == ("look", "No recovery code")
    assert "There is no recovery code yet." in said.more


@pytest.mark.parametrize("scale", [100, 200])
def test_the_foot_of_the_window_is_one_line_in_which_nothing_is_cut(shell, door, dressed, scale):
    line = shell.status
    theme.apply(dressed, Appearance(Scheme.LIGHT, scale))
    shell.resize(1366, 768)
    shell.show()
    line.show_saved(NOW)
    line.show_kept(*words.strip(replace(STANDS, no_code="There is none."), None, NOW))
    settle(shell)
    said = line.kept_state
    needed = said.words.fontMetrics().horizontalAdvance(said.text())
    assert said.words.width() >= needed
    assert line.height() < 3 * line.fontMetrics().height()
    assert said.text() in {"Backup 10:15, no second place, no recovery code", "No recovery code"}


def test_a_second_place_on_the_same_disk_is_not_called_safe():
    elsewhere = replace(STANDS, second=SecondPlace(Path("E"), NOW, True))
    here = replace(STANDS, second=SecondPlace(Path("E"), NOW, True, same_disk=True))
    assert words.put_there(elsewhere)[2] == "done"
    _, more, state = words.put_there(here)
    assert state == "look"
    assert "would be lost with it" in more
    foot = words.strip(here, None, NOW)
    assert (foot.state, foot.words) == ("look", "Backup 10:15, second copy on the same disk")
    assert (foot.short, foot.more) == ("Second copy on the same disk", f"E: t{words.SAME_DISK[1:]}")


def test_a_folder_beside_the_workspace_is_known_for_one_on_its_disk(shell, door, folder, tmp_path):
    (tmp_path / "beside").mkdir()
    backups.choose_second_place(shell.runner.desk, tmp_path / "beside")
    second = backups.second_place(shell.runner.desk)
    assert second is not None
    assert second.same_disk


def test_no_backup_yet_has_no_tick():
    second = SecondPlace(Path("E"), NOW, True)
    said = words.strip(replace(STANDS, last=None, second=second), NOW, NOW)
    assert (said.state, said.words, said.short) == ("look", "No backup yet, second copy 15:00", "No backup yet")


def test_what_is_done_in_settings_is_at_the_foot_at_once(shell, door, folder):
    say(shell, "The bus is never on time")
    shell.open_page("settings")
    settle(shell)
    assert shell.status.kept_state.text().startswith("Backup ")
    backups.make(shell.runner.desk, Why.ASKED)
    shell.runner.kept.emit()
    settle(shell)
    newest = max(datetime.datetime.fromisoformat(one.told.made_at) for one in made(folder))
    assert door._keepers.backups._standing.last == newest
