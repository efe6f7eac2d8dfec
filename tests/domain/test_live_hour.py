"""What is written down of the hour has a time that can be reckoned with, or is not written down."""

from __future__ import annotations

import pytest

from coprod_desktop.domain.live_hour import Heard, Moment, ReadBack, What
from tests.domain.making import DAY


@pytest.mark.parametrize("at", ["2026-09-17T10:45:00", "10:45", "soon"])
def test_a_moment_needs_its_zone(at):
    with pytest.raises(ValueError, match=r"zone|isoformat"):
        Moment(id="m", at=at, what=What.SLOW)
    assert Moment(id="m", at="2026-09-17T10:45:00+01:00", what=What.SLOW).part is None


@pytest.mark.parametrize("at", ["24:00", "9:30", "09:60", "09:30:00", "half past"])
def test_what_was_heard_needs_a_time_of_day(at):
    with pytest.raises(ValueError, match="a time of day"):
        ReadBack(id="r", theme="Buses", answer=Heard.RIGHT, at=at, on=DAY)
    assert ReadBack(id="r", theme="Buses", answer=Heard.RIGHT, at="23:59", on=DAY).words is None
