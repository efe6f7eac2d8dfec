"""With a stick and what opens it, a stranger gets the work back by what the screen says, with the keyboard alone."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QPushButton

from coprod_desktop.services import backups, capture, keys, restore, sessions, workspace
from coprod_desktop.services.backups import Why
from coprod_desktop.services.capture import NewLine
from coprod_desktop.ui.style import theme
from coprod_desktop.ui.style.theme import Appearance, Scheme
from coprod_desktop.ui.window import bring_back
from coprod_desktop.ui.window.door import Door
from tests.store.test_backups import flipped
from tests.ui.accessible import assert_accessible

PASSPHRASE = "four words to open it"


@pytest.fixture
def stick(empty_workspace: Path, tmp_path: Path) -> Path:
    """A stick with two backups of a workspace that is gone; it opens with a passphrase."""
    lost = Path(shutil.copytree(empty_workspace, tmp_path / "lost"))
    desk = workspace.unlock(lost, None)
    keys.change(desk, None, PASSPHRASE)
    session, _ = sessions.start_now(desk)
    (tmp_path / "stick").mkdir()
    backups.choose_second_place(desk, tmp_path / "stick")
    for words in ("The bus is never on time", "It works when the same person comes"):
        capture.add(desk, session, NewLine(text=words))
        backups.make(desk, Why.WORK)
    workspace.close(desk)
    shutil.rmtree(lost)
    return tmp_path / "stick"


@pytest.fixture(autouse=True)
def _no_drives(monkeypatch):
    monkeypatch.setattr(bring_back, "_drives", lambda: [])


@pytest.fixture
def door(shell, runner, settings, tmp_path):
    """The program on a laptop that knows nothing."""
    made = Door(shell, runner, settings, tmp_path / "home" / "workspace")
    (tmp_path / "home").mkdir()
    made.begin()
    settle(shell)
    yield made
    shell.leave()
    made._close_desk()
    runner.wait_idle()


def settle(shell) -> None:
    for _ in range(6):
        shell.runner.wait_idle()
        shell.runner.wait_aside(60_000)
        QApplication.processEvents()


def part(shell, name, kind=QPushButton):
    found = shell.in_front().findChild(kind, name) or shell.findChild(kind, name)  # the main one may be at the foot
    assert found is not None, name
    return found


def press(shell, name) -> None:
    """Press a button by the keyboard."""
    push = part(shell, name)
    assert push.isVisible(), name
    assert push.isEnabled(), name
    push.setFocus()
    QTest.keyClick(push, Qt.Key.Key_Space)
    settle(shell)


def choose(monkeypatch, folder: Path) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))


def lines(shell):
    desk = shell.runner.desk
    return [line.text for one in sessions.every(desk) for line in capture.lines(desk, one.id)]


def test_a_stranger_with_a_stick_and_the_passphrase_works_again(shell, door, stick, monkeypatch, tmp_path):
    press(shell, "fromBackup")
    assert shell.in_front().objectName() == "bringBack"
    assert_accessible(shell)
    assert not part(shell, "bringBack").isEnabled()
    choose(monkeypatch, stick)
    press(shell, "choosePlace")
    assert_accessible(shell)
    newest, _older = shell.in_front().list.items.rows()
    assert newest.words.endswith("1 session, 2 lines, 0 promises")
    field = QApplication.focusWidget()
    assert field.objectName() == "secret"
    QTest.keyClicks(field, PASSPHRASE)
    QTest.keyClick(field, Qt.Key.Key_Return)
    settle(shell)
    assert shell.runner.desk is not None
    assert shell.runner.desk.store.folder == tmp_path / "home" / restore.NEW_NAME
    assert lines(shell) == ["The bus is never on time", "It works when the same person comes"]
    assert shell.banner.what.text().startswith("Got back 1 session, 2 lines")


def test_a_stick_that_is_plugged_in_is_found_by_itself(shell, door, stick, monkeypatch, tmp_path):
    monkeypatch.setattr(bring_back, "_drives", lambda: [tmp_path, stick])
    press(shell, "fromBackup")
    assert "stick" in part(shell, "placeWords", QLabel).text()
    assert QApplication.focusWidget().objectName() == "secret"


def in_view(shell, widget) -> bool:
    around = shell._form.stack.currentWidget().around.viewport()
    return around.rect().contains(widget.rect().translated(widget.mapTo(around, QPoint(0, 0))))


@pytest.mark.parametrize("scale", [100, 200])
def test_what_has_the_focus_is_in_view_and_so_is_what_was_wrong_with_it(
    shell, door, stick, monkeypatch, dressed, scale
):
    theme.apply(dressed, Appearance(Scheme.LIGHT, scale))
    shell.resize(1280, 700)
    shell.show()
    settle(shell)
    assert in_view(shell, part(shell, "fromBackup"))
    choose(monkeypatch, stick)
    press(shell, "fromBackup")
    press(shell, "choosePlace")
    secret = part(shell, "secret", QLineEdit)
    assert QApplication.focusWidget() is secret
    assert in_view(shell, secret)
    QTest.keyClicks(secret, "not the words at all")
    QTest.keyClick(secret, Qt.Key.Key_Return)
    settle(shell)
    assert QApplication.focusWidget() is secret
    assert in_view(shell, secret)
    assert in_view(shell, shell.in_front().banner)


def test_a_wrong_passphrase_changes_nothing_and_may_be_typed_again(shell, door, stick, monkeypatch, tmp_path):
    choose(monkeypatch, stick)
    press(shell, "fromBackup")
    press(shell, "choosePlace")
    for typed in ("", "not the words at all"):
        part(shell, "secret", QLineEdit).setText(typed)
        press(shell, "bringBack")
        assert shell.in_front().banner.isVisible()
        assert QApplication.focusWidget().objectName() == "secret"
    assert list((tmp_path / "home").iterdir()) == []
    part(shell, "secret", QLineEdit).setText(PASSPHRASE)
    press(shell, "bringBack")
    assert len(lines(shell)) == 2


def test_an_older_one_may_be_taken(shell, door, stick, monkeypatch):
    choose(monkeypatch, stick)
    press(shell, "fromBackup")
    press(shell, "choosePlace")
    shell.in_front().list.setFocus()
    QTest.keyClick(shell.in_front().list, Qt.Key.Key_Down)
    part(shell, "secret", QLineEdit).setText(PASSPHRASE)
    press(shell, "bringBack")
    assert lines(shell) == ["The bus is never on time"]


def test_a_damaged_newest_one_is_passed_over_and_that_is_said(shell, door, stick, monkeypatch):
    flipped(None, restore.look(stick)[0].folder / "workspace.db")
    choose(monkeypatch, stick)
    press(shell, "fromBackup")
    press(shell, "choosePlace")
    part(shell, "secret", QLineEdit).setText(PASSPHRASE)
    press(shell, "bringBack")
    assert lines(shell) == ["The bus is never on time"]
    assert "passed over" in shell.banner.what.text()


def test_where_there_is_none_it_is_said_and_one_may_leave(shell, door, monkeypatch, tmp_path):
    choose(monkeypatch, tmp_path)
    press(shell, "fromBackup")
    press(shell, "choosePlace")
    assert "There is no backup" in shell.in_front().banner.what.text()
    press(shell, "leaveIt")
    assert shell.in_front().objectName() == "welcome"


def test_nothing_is_put_into_a_folder_that_holds_something(shell, door, stick, monkeypatch, tmp_path):
    choose(monkeypatch, stick)
    press(shell, "fromBackup")
    press(shell, "choosePlace")
    choose(monkeypatch, tmp_path)
    press(shell, "chooseTo")
    assert restore.NEW_NAME in part(shell, "toWords", QLabel).text()


def test_the_locked_door_leads_there_too(shell, door, stick, monkeypatch):
    choose(monkeypatch, stick)
    press(shell, "fromBackup")
    press(shell, "choosePlace")
    part(shell, "secret", QLineEdit).setText(PASSPHRASE)
    press(shell, "bringBack")
    door.lock()
    settle(shell)
    assert shell.in_front().objectName() == "unlock"
    press(shell, "fromBackup")
    assert shell.in_front().objectName() == "bringBack"
    press(shell, "leaveIt")
    assert shell.in_front().objectName() == "unlock"
