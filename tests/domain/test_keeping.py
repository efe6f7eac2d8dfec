"""Which backups are kept: whatever the clock on the wall does, the newest stays and nothing goes that should not."""

from __future__ import annotations

import datetime

from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.domain import keeping
from coprod_desktop.domain.keeping import GoneMark, Mark

TODAY = datetime.date(2026, 11, 26)
DAY = datetime.timedelta(1)
days = st.dates(datetime.date(2024, 1, 1), datetime.date(2028, 12, 31))
marks = st.lists(
    st.builds(Mark, st.uuids().map(str), st.integers(1, 400), days, st.booleans()),
    min_size=1,
    max_size=80,
    unique_by=lambda mark: mark.name,
)
gone = st.lists(st.builds(GoneMark, st.integers(0, 400), st.integers(0, 400), days), max_size=4)


def left(backups, struck=(), today=TODAY):
    going = keeping.to_go(backups, struck, today)
    return [one for one in backups if one.name not in going]


@given(marks, gone, days)
def test_the_newest_always_stays(backups, struck, today):
    newest = max(backups, key=lambda one: (one.clock, one.name))
    assert newest in left(backups, struck, today)


@given(marks, gone, days)
def test_doing_it_again_takes_nothing_more(backups, struck, today):
    once = left(backups, struck, today)
    assert left(once, struck, today) == once


@given(marks, days, days)
def test_no_backup_goes_because_of_what_the_clock_on_the_wall_says_today(backups, today, another):
    assert left(backups, (), today) == left(backups, (), another)


@given(marks, gone, days)
def test_what_is_left_holds_nothing_that_was_struck_long_ago(backups, struck, today):
    newest = max(backups, key=lambda one: (one.clock, one.name))
    for one in left(backups, struck, today):
        if one != newest:
            assert not any(keeping.holds(one, g) and today >= g.until for g in struck)


@given(marks)
def test_the_newest_twelve_stay_but_for_those_that_were_only_for_a_time(backups):
    lasting = [one._replace(passing=False) for one in backups]
    ordered = sorted(lasting, key=lambda one: (one.clock, one.name), reverse=True)
    assert set(ordered[: keeping.RECENT]) <= set(left(lasting))


@given(st.lists(st.integers(-400, 400), max_size=40))
def test_a_clock_that_jumps_to_and_fro_while_backups_are_made_never_leaves_fewer_than_twelve(jumps):
    kept: list[Mark] = []
    for n, jump in enumerate(jumps):
        today = TODAY + jump * DAY
        kept = left([*kept, Mark(f"{n:03}", n, today)], (), today)
    assert len(kept) >= min(len(jumps), keeping.RECENT)
    assert not kept or kept[-1].clock == len(jumps) - 1


def a_year(each_day=5):
    """A year of backups, thinned after each as the program does."""
    kept: list[Mark] = []
    for n in range(365 * each_day):
        day = TODAY + (n // each_day) * DAY
        kept = left([*kept, Mark(f"{n:05}", n, day)], (), day)
    return kept, day


def test_a_year_of_work_leaves_the_newest_and_one_of_each_of_the_last_days_and_weeks():
    assert (keeping.RECENT, keeping.DAYS, keeping.WEEKS) == (12, 14, 8)
    kept, last = a_year()
    assert len({one.day for one in kept}) >= keeping.DAYS
    assert {one.day for one in kept} >= {last - n * DAY for n in range(keeping.DAYS)}
    weeks = {(last - n * datetime.timedelta(weeks=1)).isocalendar()[:2] for n in range(keeping.WEEKS)}
    assert {one.day.isocalendar()[:2] for one in kept} == weeks
    assert len(kept) <= keeping.RECENT + keeping.DAYS + keeping.WEEKS


def test_a_backup_that_holds_what_was_struck_goes_eight_weeks_after_the_strike_and_not_before():
    struck = GoneMark(5, 20, TODAY)
    before, holding, after = (Mark(str(clock), clock, TODAY) for clock in (4, 10, 20))
    assert struck.until == TODAY + 56 * DAY
    assert left([before, holding, after], [struck], TODAY + 55 * DAY) == [before, holding, after]
    assert left([before, holding, after], [struck], TODAY + 56 * DAY) == [before, after]
    assert left([before, holding], [struck], TODAY + 99 * DAY) == [before, holding]  # nothing newer is there


def test_the_backup_before_the_bin_was_emptied_goes_when_the_next_one_is_there():
    old, passing = Mark("1", 1, TODAY), Mark("2", 2, TODAY, passing=True)
    assert left([old, passing]) == [old, passing]
    assert left([old, passing, Mark("3", 3, TODAY)]) == [old, Mark("3", 3, TODAY)]


def test_a_backup_holds_what_had_come_by_then_and_was_not_gone_yet():
    gone = GoneMark(came=5, here=20, day=TODAY)
    holding = {clock: keeping.holds(Mark("x", clock, TODAY), gone) for clock in (4, 5, 19, 20, 21)}
    assert holding == {4: False, 5: True, 19: True, 20: False, 21: False}
