"""How long things are kept: what is suggested, and the last day that is past its time."""

from __future__ import annotations

import datetime

import pytest

from coprod_desktop.domain.keep_rules import KINDS, OF, Kind, cutoff


def test_a_time_is_suggested_only_where_a_source_says_one():
    assert {row.kind: row.months for row in KINDS if row.months} == {
        **dict.fromkeys((Kind.SIGN_IN, Kind.PHOTO, Kind.RAW_NOTES), 1),
        Kind.CLAIMS: 72,
    }
    assert {row.kind for row in KINDS if row.source} == {row.kind for row in KINDS if row.months}
    assert set(OF) == set(Kind)


@pytest.mark.parametrize(
    ("today", "months", "last"),
    [
        (datetime.date(2026, 9, 17), 1, datetime.date(2026, 8, 17)),
        (datetime.date(2026, 3, 31), 1, datetime.date(2026, 2, 28)),
        (datetime.date(2026, 9, 17), 72, datetime.date(2020, 9, 17)),
    ],
)
def test_the_last_day_past_its_time_is_so_many_months_ago(today, months, last):
    assert cutoff(today, months) == last
