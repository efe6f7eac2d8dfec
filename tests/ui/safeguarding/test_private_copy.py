"""Words about somebody at risk leave the clipboard after a minute, whatever was closed meanwhile."""

import pytest
from PySide6.QtWidgets import QApplication

from coprod_desktop.ui.safeguarding import private_copy


@pytest.fixture(autouse=True)
def _clean(dressed):
    yield
    QApplication.clipboard().clear()


def test_they_can_be_pasted_and_are_gone_after_a_minute():
    copied = private_copy.copy("he takes the purse")
    assert QApplication.clipboard().text() == "he takes the purse"
    assert copied.left.interval() == 60_000
    assert copied.left.isActive()
    copied.left.timeout.emit()
    assert QApplication.clipboard().text() == ""


def test_what_was_copied_since_stays():
    copied = private_copy.copy("he takes the purse")
    QApplication.clipboard().setText("something else")
    copied.left.timeout.emit()
    assert QApplication.clipboard().text() == "something else"


def test_they_go_when_the_program_ends(dressed):
    private_copy.copy("he takes the purse")
    dressed.aboutToQuit.emit()
    assert QApplication.clipboard().text() == ""


def test_histories_and_shared_clipboards_are_told_to_leave_them_out():
    private_copy.copy("he takes the purse")
    formats = QApplication.clipboard().mimeData().formats()
    assert "x-kde-passwordManagerHint" in formats
    assert "ExcludeClipboardContentFromMonitorProcessing" in formats
