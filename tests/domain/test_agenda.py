import pytest

from coprod_desktop.domain.agenda import is_break, now, plan, worries
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

    assert (at.item, at.next.title) == (None, "One")
