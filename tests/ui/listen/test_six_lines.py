"""What a usual laptop shows of Listen: six lines at least, and at large text what one line is about."""

from __future__ import annotations

import pytest

from coprod_desktop.services import capture, people, sessions
from coprod_desktop.services.capture import NewLine
from coprod_desktop.ui.pages.listen import ListenPage
from tests.ui.listen_page import settle

LAPTOP = (1366, 698)
"""1366 x 768 without the bar of the system and the window's own."""
SAID = ("the taxi never came again", "nobody rang me", "why are letters so small?", "ring us when you are late")


@pytest.mark.parametrize("size", [LAPTOP, (1280, 650)])
def test_six_lines_at_least_are_in_view_on_a_usual_laptop(in_shell, desk, runner, qtbot, size):
    session, _ = sessions.start_now(desk)
    who, _ = people.add(desk, session, "Winifred Tattersall", "draws on care")
    for n in range(12):
        capture.add(desk, session, NewLine(text=SAID[n % len(SAID)], speaker=who))
    in_shell.resize(*size)
    in_shell.open_page("listen", session)
    page = in_shell.in_front()
    assert isinstance(page, ListenPage)
    settle(page)

    def in_view() -> int:
        list_, high = page.list, page.list.viewport().height()
        places = [list_.visualRect(list_.rows().index(n, 0)) for n in range(list_.rows().rowCount())]
        return sum(place.top() >= 0 and place.bottom() <= high for place in places)

    qtbot.waitUntil(lambda: in_view() >= 6)
