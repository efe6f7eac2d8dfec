"""The Listen page, open and settled, as tests of it and of what stands on it use it."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.base.runner import Runner
from coprod_desktop.ui.pages.listen import ListenPage


def settle(page: ListenPage) -> None:
    """Let every call come back, and those they lead to."""
    for _ in range(4):
        page.context.runner.wait_idle()
        QApplication.processEvents()


def opened(context: Context, qtbot: QtBot, runner: Runner, session: str, width: int = 1014) -> ListenPage:
    """Open the page for a session, with its changes coming back to it as in the shell."""
    page = ListenPage(context)
    qtbot.addWidget(page)
    runner.changed.connect(page.apply)
    page.resize(width, 640)
    page.show()
    qtbot.waitExposed(page)
    page.activateWindow()
    page.open(session)
    page.first_focus().setFocus()
    settle(page)
    return page
