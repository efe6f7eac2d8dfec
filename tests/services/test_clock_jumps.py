"""A clock that is a year off is told once, changes the order of nothing, and deletes nothing."""

from __future__ import annotations

import dataclasses
import datetime

import pytest

from coprod_desktop.services import bin as bin_verbs
from coprod_desktop.services import capture, sessions, workspace
from coprod_desktop.store import store

YEAR = datetime.timedelta(days=365)


@pytest.fixture
def off(monkeypatch):
    """Return a function that puts this computer's clock off by so much."""
    real = datetime.datetime.now

    def put(by: datetime.timedelta) -> None:
        monkeypatch.setattr(store, "_now", lambda: real().astimezone() + by)

    return put


def opened(folder, by=datetime.timedelta()):
    desk = workspace.unlock(folder, None)
    return dataclasses.replace(desk, now=lambda: datetime.datetime.now().astimezone() + by)


def test_lines_stay_in_the_order_they_were_said_whatever_the_clock_does(folder, off):
    desk = opened(folder)
    session, _ = sessions.start_now(desk)
    clocks = []
    for n, by in enumerate((YEAR, -YEAR, datetime.timedelta(), 3 * YEAR, -YEAR)):
        off(by)
        capture.add(desk, session, capture.NewLine(text=str(n)))
        clocks.append(desk.store.clock)
        workspace.close(desk)
        desk = opened(folder)
    assert clocks == sorted(set(clocks))
    assert [line.text for line in capture.lines(desk, session)] == list("01234")
    workspace.close(desk)


def test_a_year_ahead_is_told_once(folder, off):
    desk = opened(folder)
    off(YEAR)
    sessions.start_now(desk)
    workspace.close(desk)
    off(datetime.timedelta())
    desk = opened(folder)
    (told,) = workspace.news(desk)
    assert str(datetime.date.today().year + 1) in told.what
    assert "Nothing is lost" in told.do
    assert workspace.news(desk) == ()
    workspace.close(desk)
    desk = opened(folder)
    assert workspace.news(desk) == ()
    workspace.close(desk)


def test_a_right_clock_is_told_nothing(folder):
    desk = opened(folder)
    sessions.start_now(desk)
    workspace.close(desk)
    desk = opened(folder)
    assert workspace.news(desk) == ()
    workspace.close(desk)


def test_nothing_in_the_bin_goes_by_a_clock_that_jumped(folder):
    desk = opened(folder)
    session, _ = sessions.start_now(desk)
    capture.add(desk, session, capture.NewLine(text="A slip"))
    capture.remove(desk, capture.lines(desk, session)[0].id)
    workspace.close(desk)
    ahead = opened(folder, YEAR)
    assert bin_verbs.due(ahead) == []
    workspace.close(ahead)
    after = opened(folder, datetime.timedelta(days=31))
    assert len(bin_verbs.due(after)) == 1
    workspace.close(after)
