"""The door and the key: the code after set-up, opening by the code, slower after wrong ones, the keyring."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QRadioButton

from coprod_desktop.services import keys, workspace
from coprod_desktop.ui.dialogs.passphrase import PassphraseDialog
from coprod_desktop.ui.dialogs.recovery_code import RecoveryCode
from coprod_desktop.ui.window.key_keeper import KeyKeeper
from tests.services.test_keys import ring
from tests.ui.accessible import assert_accessible
from tests.ui.window.test_door import _own_folders, part, press, start

__all__ = ["_own_folders", "ring", "start"]
OWN, NEW = "green tea on sunday", "black tea on monday"


def dialog(shell, kind, qtbot):
    def seen():
        assert shell.findChild(kind) is not None
        assert shell.findChild(kind).isVisible()

    qtbot.waitUntil(seen)
    return shell.findChild(kind)


def push(asked, name, qtbot, shell):
    qtbot.mouseClick(asked.findChild(QPushButton, name), Qt.MouseButton.LeftButton)
    shell.runner.wait_idle()


def typed(field, words, qtbot):
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, words)


@pytest.fixture
def new(start, tmp_path: Path, qtbot):
    """The window after a workspace with a passphrase was made."""
    shell = start(tmp_path / "mine")
    for name in ("first", "second"):
        typed(part(shell, QLineEdit, name), OWN, qtbot)
    press(shell, "make", qtbot)
    return shell


@pytest.fixture
def coded(tmp_path: Path) -> tuple[Path, tuple[str, ...]]:
    """A closed workspace with a recovery code that stands, and the code."""
    workspace.create(tmp_path / "mine", OWN)
    desk = workspace.unlock(tmp_path / "mine", OWN)
    words = keys.make_code(desk)
    keys.confirm(desk, words, {1: words[0], 12: words[11]})
    workspace.close(desk)
    return tmp_path / "mine", words


def words_of(asked) -> list[str]:
    return [line.split(". ")[1] for line in asked.form.codeWords.toPlainText().splitlines()]


def test_a_new_workspace_shows_its_recovery_code_and_has_two_words_typed_back(new, tmp_path, qtbot):
    asked = dialog(new, RecoveryCode, qtbot)
    words = words_of(asked)
    assert len(words) == 12
    assert_accessible(asked)
    push(asked, "codeNext", qtbot, new)
    assert not asked.form.codeWords.isVisible()
    assert QApplication.focusWidget().objectName() == "codeFirst"
    first, second = asked._numbers
    typed(asked.form.codeFirst, words[first - 1], qtbot)
    qtbot.keyClick(asked.form.codeFirst, Qt.Key.Key_Return)
    assert QApplication.focusWidget().objectName() == "codeSecond"
    assert not asked.form.codeBanner.isVisible()
    push(asked, "codeNext", qtbot, new)
    assert f"Word {second} is not typed yet" in asked.form.codeBanner.what.text()
    typed(asked.form.codeSecond, "nonsense", qtbot)
    push(asked, "codeNext", qtbot, new)
    assert f"Word {second} is not what you typed" in asked.form.codeBanner.what.text()
    assert QApplication.focusWidget().objectName() == "codeSecond"
    assert "Not saved" not in new.status.save_state.text()
    push(asked, "codeBack", qtbot, new)
    assert asked.form.codeWords.isVisible()
    push(asked, "codeNext", qtbot, new)
    typed(asked.form.codeSecond, words[second - 1][:4].upper(), qtbot)
    qtbot.keyClick(asked.form.codeSecond, Qt.Key.Key_Return)
    new.runner.wait_idle()
    assert "The recovery code stands" in new.banner.what.text()
    assert keys.code_stands(new.runner.desk)
    new.runner.wait_aside(60_000)
    QApplication.processEvents()
    assert "no recovery code" not in new.status.kept_state.text()


def test_later_is_one_press_and_a_capture_does_not_wait(new, qtbot):
    asked = dialog(new, RecoveryCode, qtbot)
    qtbot.keyClick(asked, Qt.Key.Key_Escape)
    new.runner.wait_idle()
    assert new.in_front().objectName() == "page_home"
    assert "There is no recovery code yet" in new.banner.what.text()
    qtbot.mouseClick(new.banner.button, Qt.MouseButton.LeftButton)
    new.runner.wait_idle()
    assert dialog(new, RecoveryCode, qtbot).isVisible()


def test_without_a_passphrase_no_code_is_needed_or_shown(start, tmp_path, qtbot):
    shell = start(tmp_path / "mine")
    qtbot.keyClick(part(shell, QRadioButton, "noPassphrase"), Qt.Key.Key_Space)
    press(shell, "make", qtbot)
    assert shell.in_front().objectName() == "page_home"
    assert shell.findChild(RecoveryCode) is None
    assert not shell.banner.isVisible()


def test_it_is_reminded_of_at_each_start_until_a_code_stands(start, tmp_path, qtbot):
    workspace.create(tmp_path / "mine", OWN)
    shell = start(tmp_path / "mine")
    typed(part(shell, QLineEdit, "passphrase"), OWN, qtbot)
    press(shell, "open", qtbot)
    assert "There is no recovery code yet" in shell.banner.what.text()


def test_who_has_forgotten_the_passphrase_opens_by_the_code_and_chooses_a_new_one(start, coded, qtbot):
    folder, words = coded
    shell = start(folder)
    press(shell, "forgotten", qtbot)
    field = part(shell, QLineEdit, "recoveryWords")
    assert field.hasFocus()
    assert not part(shell, QLineEdit, "passphrase").isVisible()
    assert_accessible(shell)
    typed(field, " ".join([*words[:6], "banaan", *words[7:]]), qtbot)
    press(shell, "open", qtbot)
    assert "Word 7, “banaan”, is not one of the list" in shell.in_front().banner.what.text()
    assert field.text().split()[0] == words[0]
    typed(field, ", ".join(words).upper(), qtbot)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    shell.runner.wait_idle()
    asked = dialog(shell, PassphraseDialog, qtbot)
    assert not asked.form.askedOwn.isVisible()
    assert_accessible(asked)
    typed(asked.form.askedFirst, NEW, qtbot)
    typed(asked.form.askedSecond, NEW, qtbot)
    push(asked, "askedDo", qtbot, shell)
    assert "new passphrase holds" in shell.banner.what.text()
    workspace.check_passphrase(shell.runner.desk, NEW)
    assert keys.code_stands(shell.runner.desk)


def test_a_code_in_the_field_of_the_passphrase_opens_too(start, coded, qtbot):
    folder, words = coded
    shell = start(folder)
    typed(part(shell, QLineEdit, "passphrase"), " ".join(words), qtbot)
    press(shell, "open", qtbot)
    asked = dialog(shell, PassphraseDialog, qtbot)
    push(asked, "askedNot", qtbot, shell)
    assert shell.in_front().objectName() == "page_home"
    workspace.check_passphrase(shell.runner.desk, OWN)


def test_one_can_go_back_to_the_passphrase(start, coded, qtbot):
    shell = start(coded[0])
    press(shell, "forgotten", qtbot)
    press(shell, "forgotten", qtbot)
    assert part(shell, QLineEdit, "passphrase").hasFocus()
    assert not part(shell, QLineEdit, "recoveryWords").isVisible()


def test_several_wrong_ones_in_a_row_make_the_next_one_wait(start, tmp_path, qtbot):
    workspace.create(tmp_path / "mine", OWN)
    shell = start(tmp_path / "mine")
    now = [1000.0]
    shell.findChild(KeyKeeper)._now = lambda: now[0]
    field = part(shell, QLineEdit, "passphrase")
    for _ in range(5):
        typed(field, "wrong wrong wrong", qtbot)
        press(shell, "open", qtbot)
        assert "not the passphrase" in shell.in_front().banner.what.text()
    typed(field, OWN, qtbot)
    press(shell, "open", qtbot)
    assert "5 wrong ones in a row" in shell.in_front().banner.what.text()
    assert "Wait 2 seconds" in shell.in_front().banner.next.text()
    assert field.text() == OWN
    now[0] += 2
    press(shell, "open", qtbot)
    assert shell.in_front().objectName() == "page_home"


def test_the_keyring_opens_it_when_the_program_starts_and_not_after_lock(start, coded, ring, qtbot):
    folder, _ = coded
    desk = workspace.unlock(folder, OWN)
    keys.keyring_on(desk)
    workspace.close(desk)
    shell = start(folder)
    assert shell.in_front().objectName() == "page_home"
    shell.lock_wanted.emit()
    qtbot.waitUntil(lambda: shell.in_front().objectName() == "unlock")
    shell.runner.wait_idle()
    assert part(shell, QLineEdit, "passphrase").isVisible()


def test_a_keyring_that_lost_the_key_leaves_the_passphrase(start, coded, ring):
    folder, _ = coded
    desk = workspace.unlock(folder, OWN)
    keys.keyring_on(desk)
    workspace.close(desk)
    ring.kept = dict.fromkeys(ring.kept, "00" * 32)
    shell = start(folder)
    assert part(shell, QLineEdit, "passphrase").hasFocus()
