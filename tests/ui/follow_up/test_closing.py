"""Closing a session in the window: the list goes to where each thing is seen to."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from coprod_desktop.services import sessions
from coprod_desktop.ui.dialogs.facts_dialog import FactsDialog
from coprod_desktop.ui.follow_up.closing_dialog import ClosingDialog
from tests.ui.accessible import assert_accessible


def settle(runner):
    while not (runner.wait_idle() and runner._pending == 0):
        QApplication.processEvents()
    QApplication.processEvents()


def test_enter_goes_to_the_page_or_opens_what_is_asked(context, sample, parent, heard, qtbot, runner):
    dialog = ClosingDialog(context, sample, parent)
    dialog.open()
    settle(runner)
    assert_accessible(dialog)
    dialog.list.go_to("learnt")
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    settle(runner)
    asked = dialog.findChild(FactsDialog)
    asked.field("learnt").set_words("Start later.")
    asked.done(0)
    settle(runner)
    assert sessions.one(context.desk, sample).learnt == "Start later."
    assert "learnt" not in {row.id for row in dialog.list.items.rows()}

    dialog.list.go_to("unanswered")
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    assert heard.opened[-1] == ("answer", sample)
