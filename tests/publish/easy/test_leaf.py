from __future__ import annotations

import datetime
import io

from PIL import Image

from coprod_desktop.publish.easy.leaf import code_of, leaf
from coprod_desktop.publish.easy.pictures import picture

FRIDAY = datetime.date(2026, 11, 6)


def test_a_day_has_its_own_leaf_and_says_which_day_it_is():
    shown = leaf(code_of(FRIDAY))
    assert shown is not None
    assert shown.alt == "A calendar: Friday 6 November"
    assert Image.open(io.BytesIO(shown.data)).size == (shown.width, shown.height)
    assert picture(code_of(FRIDAY)) == shown


def test_no_two_days_of_a_year_look_alike():
    days = [datetime.date(2026, 1, 1) + datetime.timedelta(n) for n in range(0, 365, 7)]
    assert len({leaf(code_of(day)).data for day in days}) == len(days)


def test_what_is_no_day_has_none():
    assert leaf("1F4C5") is None
    assert leaf("day:2026-02-30") is None
