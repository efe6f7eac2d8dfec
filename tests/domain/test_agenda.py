import datetime

import pytest

from coprod_desktop.domain.agenda import is_break, now, plan, worries
from coprod_desktop.domain.hours import Hours
from coprod_desktop.domain.record import AgendaItem


def items(*parts):
    return [
        AgendaItem(id=str(i), title=title, minutes=minutes, **dict(more))
        for i, (minutes, title, *more) in enumerate(parts)
    ]


def test_every_clock_time_follows_from_the_start():
    slots = plan(items((10, "Arrive"), (25, "What works"), (15, "Break")), "10:50")

    assert [(s.item.title, s.start, s.end) for s in slots] == [
        ("Arrive", "10:50", "11:00"),
        ("What works", "11:00", "11:25"),
        ("Break", "11:25", "11:40"),
    ]


@pytest.mark.parametrize(
    ("title", "expected"),
    [("Break", True), ("Tea", True), ("Lunch", True), ("Tea urn rota", True), ("What broke?", False)],
)
def test_a_break_is_known_by_its_title(title, expected):
    assert is_break(items((10, title))[0]) is expected


def test_no_break_in_an_hour_is_said_once():
    said = worries(items((40, "One"), (30, "Two"), (30, "Three"), (15, "Break"), (20, "Four")), None, None)

    assert said == ('No break in the hour before the end of "Two".',)


def test_a_short_break_and_running_past_the_finish_are_said():
    said = worries(items((50, "One"), (5, "Break"), (50, "Two")), "10:00", "11:30")

    assert any("at least 10" in s for s in said)
    assert any("15 minutes past the finish at 11:30" in s for s in said)


def test_a_good_agenda_is_no_worry():
    assert worries(items((50, "One"), (15, "Break"), (50, "Two")), "10:00", "12:00") == ()
    assert worries(items((50, "One"), (10, "Break"), (50, "Two")), None, None) == ()
    assert worries(items((60, "One"), (15, "Break")), None, None) == ()
    assert worries(items((60, "One"), (15, "Break")), "10:00", None) == ()
    assert worries(items((60, "One"), (1, "Two")), None, None) == ('No break in the hour before the end of "Two".',)


def test_minutes_left_come_from_when_the_item_really_started():
    agenda = items(
        (10, "Arrive", ("started", "10:00"), ("finished", "10:15")),
        (25, "What works", ("started", "10:15")),
        (15, "Break"),
    )
    at = now(agenda, "10:26", "10:50")

    assert (at.item.title, at.left, at.until, at.next.title) == ("What works", 14, "10:40", "Break")
    assert at.over_by == 5


def test_over_time_is_less_than_nothing_left():
    at = now(items((10, "One", ("started", "10:00"))), "10:13", None)

    assert (at.left, at.over_by, at.next) == (-3, 0, None)


def test_before_the_start_only_the_next_is_known():
    at = now(items((10, "One")), "09:00", "12:00")

    assert (at.item, at.left, at.until, at.next.title, at.over_by, at.spare) == (None, 0, None, "One", 0, None)


NIGHT = items((15, "Arrive"), (60, "Nights"), (15, "Break"), (60, "What would help"), (15, "Break"))
FORWARD, BACK = datetime.date(2026, 3, 28), datetime.date(2026, 10, 24)
"""Saturdays before the nights on which the clocks change in the United Kingdom."""


def test_over_midnight_the_times_go_on_and_the_finish_is_the_next_day():
    assert [s.start for s in plan(NIGHT, "22:00")] == ["22:00", "22:15", "23:15", "23:30", "00:30"]
    assert not any("past the finish" in said for said in worries(NIGHT, "22:00", "01:30"))
    assert any("It runs 15 minutes past the finish at 00:30." in s for s in worries(NIGHT, "22:00", "00:30"))


def test_over_midnight_the_minutes_left_are_right():
    agenda = items((20, "One", ("started", "23:45")), (30, "Two"))
    before, after = now(agenda, "23:58", "01:30"), now(agenda, "00:02", "01:30")

    assert (before.left, before.until, before.over_by) == (7, "00:05", 0)
    assert (after.left, after.until, after.over_by) == (3, "00:05", 0)
    assert now(agenda, "00:09", "00:30").left == -4
    assert now(agenda, "00:09", "00:30").over_by == 9


def test_a_finish_that_lies_before_the_start_is_still_told_as_past():
    assert any("past the finish at 12:00" in said for said in worries(items((60, "One")), "14:00", "12:00"))


def test_in_the_night_when_clocks_go_forward_an_hour_of_the_clock_is_no_hour():
    agenda, hours = items((60, "One"), (60, "Two"), (30, "Three")), Hours(FORWARD, "23:30")

    assert [(s.start, s.end) for s in plan(agenda, "23:30", hours)] == [
        ("23:30", "00:30"),
        ("00:30", "02:30"),
        ("02:30", "03:00"),
    ]
    assert not any("past the finish" in said for said in worries(agenda, "23:30", "03:00", FORWARD))
    assert "The clocks go forward one hour at 01:00. The times here follow them." in worries(
        agenda, "23:30", "03:00", FORWARD
    )
    in_hand = items((60, "One", ("started", "00:30")), (30, "Two"))
    assert (now(in_hand, "02:10", "03:00", hours).left, now(in_hand, "02:10", "03:00", hours).until) == (20, "02:30")


def test_in_the_night_when_clocks_go_back_the_hour_that_comes_twice_counts_twice():
    agenda, hours = items((60, "One"), (60, "Two"), (60, "Three")), Hours(BACK, "23:30")

    assert [s.start for s in plan(agenda, "23:30", hours)] == ["23:30", "00:30", "01:30"]
    assert plan(agenda, "23:30", hours)[-1].end == "01:30"
    assert "The clocks go back one hour at 02:00. The times here follow them." in worries(
        agenda, "23:30", "02:30", BACK
    )
    in_hand = items((20, "Two", ("started", "01:50")))
    assert (now(in_hand, "01:55", None, hours).left, now(in_hand, "01:55", None, hours).until) == (15, "01:10")
    assert now(in_hand, "01:02", None, hours).left == 8


def test_on_other_days_nothing_is_said_of_clocks():
    assert worries(items((50, "One")), "10:00", "11:00", datetime.date(2026, 3, 29)) == ()
    assert worries(NIGHT, "22:00", "01:30", datetime.date(2026, 3, 27)) == worries(NIGHT, "22:00", "01:30")


def test_words_where_a_time_should_be_stop_nothing():
    assert now(items((10, "One", ("started", "soon")), (5, "Two")), "10:00", "11:00").next.title == "Two"


@pytest.mark.parametrize(
    ("title", "kind", "expected"),
    [
        ("Cup of tea", None, False),
        ("Time for lunch", None, True),
        ("A short break", None, True),
        ("Breakfast", None, False),
        ("Talk", "break", True),
        ("Talk", "Tea", True),
        ("Lunch", "talk", False),
    ],
)
def test_a_kind_counts_more_than_a_title(title, kind, expected):
    assert is_break(AgendaItem(id="a", title=title, minutes=10, kind=kind)) is expected


@pytest.mark.parametrize(
    ("minutes", "said"),
    [((60,), 0), ((61,), 1), ((30, 30), 0), ((30, 31), 1), ((30, 31, 30), 1), ((61, 61), 1)],
)
def test_an_hour_without_a_break_is_no_worry_and_a_minute_more_is(minutes, said):
    parts = items(*((m, f"Part {n}") for n, m in enumerate(minutes)))
    assert len(worries(parts, None, None)) == said


def test_after_a_break_a_new_hour_begins():
    assert len(worries(items((61, "One"), (10, "Break"), (61, "Two")), None, None)) == 2
    assert worries(items((31, "One"), (10, "Break"), (60, "Two")), None, None) == ()


@pytest.mark.parametrize(
    ("length", "rest", "said"),
    [(9, 52, ('"Break" is 9 minutes. People need at least 10.',)), (10, 51, ()), (9, 51, ()), (5, 20, ())],
)
def test_a_short_break_is_a_worry_in_more_than_an_hour(length, rest, said):
    assert worries(items((rest, "One"), (length, "Break")), None, None) == said


def test_a_plan_that_ends_on_time_does_not_run_over():
    assert worries(items((50, "One")), "10:00", "10:50") == ()
    assert worries(items((51, "One")), "10:00", "10:50") == ("It runs 1 minutes past the finish at 10:50.",)
    assert worries((), "10:00", "09:00") == ()
    assert worries(items((50, "One")), None, "10:00") == ()


def test_what_is_done_and_what_comes_next():
    done = items((10, "One", ("started", "10:00"), ("finished", "10:10")), (10, "Two"), (10, "Three"))
    at = now(done, "10:12", "10:20")
    assert (at.item, at.left, at.until, at.next.title, at.over_by) == (None, 0, None, "Two", 0)
    going = items((10, "One", ("started", "10:00")), (10, "Two"), (10, "Three"))
    assert (now(going, "10:12", "10:30").over_by, now(going, "10:02", "10:30").over_by) == (2, 0)
    assert (now(going, "10:12", "10:31").over_by, now(going, "10:12", None).over_by) == (1, 0)
    assert now(items((10, "One", ("started", "10:00"))), "10:02", None).next is None


BACK = datetime.date(2026, 10, 24)
"""The night on which the clocks go back."""


@pytest.mark.parametrize(("minutes", "finish"), [(60, "03:00"), (360, "23:30"), (360, None)])
def test_clocks_that_change_before_the_end_or_the_finish_are_said(minutes, finish):
    said = worries(items((minutes, "Vigil")), "22:30", finish, BACK)
    assert any("clocks" in words for words in said)
    assert not any("clocks" in words for words in worries(items((60, "Vigil")), "22:30", "23:45", BACK))
