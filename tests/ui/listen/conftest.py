"""The Listen page, open and settled, for what stands in its middle."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from coprod_desktop.services import sessions
from coprod_desktop.ui.pages.listen import ListenPage


def settle(page: ListenPage) -> None:
    """Let every call come back, and those they lead to."""
    for _ in range(3):
        page.context.runner.wait_idle()
        QApplication.processEvents()


@pytest.fixture
def open_listen(context, qtbot, runner):
    """Open the page for a session, with its changes coming back to it as in the shell."""

    def make(session: str) -> ListenPage:
        page = ListenPage(context)
        qtbot.addWidget(page)
        runner.changed.connect(page.apply)
        page.resize(1300, 640)
        page.show()
        qtbot.waitExposed(page)
        page.activateWindow()
        page.open(session)
        page.first_focus().setFocus()
        settle(page)
        return page

    return make


@pytest.fixture
def page(open_listen, desk):
    """The page of a session just begun."""
    session, _ = sessions.start_now(desk)
    return open_listen(session)
