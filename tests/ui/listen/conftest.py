"""The Listen page, open and settled, wide enough for all that stands in its middle."""

from __future__ import annotations

import pytest

from coprod_desktop.services import sessions
from tests.ui.listen_page import opened

WIDE = 1300


@pytest.fixture
def open_listen(context, qtbot, runner):
    """Open the page for a session."""
    return lambda session: opened(context, qtbot, runner, session, WIDE)


@pytest.fixture
def page(open_listen, desk):
    """The page of a session just begun."""
    session, _ = sessions.start_now(desk)
    return open_listen(session)
