import datetime

import pytest

from coprod_desktop.domain.hours import ANY_DAY, Hours
from coprod_desktop.domain.record import AgendaItem, Session
from coprod_desktop.services.seen.listen import ListenSeen
from coprod_desktop.ui.listen import agenda_words


def view(items, start, finish, clock, day=ANY_DAY):
    return agenda_words.view(items, Hours(day, start), finish, clock)


def agenda(*parts):
    """Items as (title, minutes, started, finished)."""
    return [
        AgendaItem(id=str(n), title=title, minutes=minutes, started=started, finished=finished, order=n)
        for n, (title, minutes, started, finished) in enumerate(parts)
    ]


def as_planned(started="10:45"):
    return agenda(
        ("Welcome", 10, "10:30", "10:45"),
        ("What is working?", 25, started, None),
        ("Break", 15, None, None),
        ("What is not working?", 30, None, None),
    )


def test_minutes_left_and_a_finish_that_will_be_kept():
    seen = view(as_planned(), "10:30", "12:30", "10:56")

    assert seen.done == ["Welcome"]
    assert (seen.title, seen.left) == ("What is working?", "14 min left")
    assert seen.until == "until 11:10 · finish by 12:30: on time"


def test_what_follows_has_clock_times_and_a_break_is_kept():
    seen = view(as_planned(), "10:30", "12:30", "10:56")

    assert [(c.at, c.words, c.kept) for c in seen.coming] == [
        ("11:10", "Break · 15 min", True),
        ("11:25", "What is not working? · 30 min", False),
    ]
    assert seen.next == "Next: break"


def test_times_that_follow_move_on_when_the_item_runs_over():
    seen = view(as_planned(), "10:30", "12:30", "11:15")

    assert seen.left == "5 min over"
    assert [c.at for c in seen.coming] == ["11:15", "11:30"]


@pytest.mark.parametrize(("finish", "words"), [("11:44", "11 minutes"), ("11:54", "1 minute")])
def test_past_the_finish_it_says_how_much_must_come_from_what_is_left(finish, words):
    seen = view(as_planned(), "10:30", finish, "10:56")

    assert seen.until == (
        f"until 11:10 · finish by {finish}: over by {words}: {words} must come from what is left, never from a break"
    )


def test_before_the_start_the_plan_is_shown_from_the_start_time():
    seen = view(agenda(("Welcome", 10, None, None), ("Break", 15, None, None)), "10:30", "12:30", "10:10")

    assert (seen.left, seen.until) == ("Not started", "finish by 12:30: on time")
    assert [c.at for c in seen.coming] == ["10:30", "10:40"]
    assert seen.next == "Start: Welcome"


def test_on_the_last_item_the_button_ends_it_and_then_there_is_none():
    last = view(agenda(("Close", 5, "12:20", None)), "10:30", "12:30", "12:21")
    after = view(agenda(("Close", 5, "12:20", "12:25")), "10:30", "12:30", "12:26")

    assert last.next == "That was the last"
    assert (after.left, after.next, after.done) == ("All done", "", ["Close"])


def test_with_no_agenda_there_is_nothing_to_say():
    seen = view([], "10:30", "12:30", "10:40")

    assert (seen.done, seen.left, seen.next) == ([], "", "")


def over_midnight():
    return agenda(("Nights", 20, "23:45", None), ("Break", 15, None, None), ("What would help", 60, None, None))


def test_two_minutes_after_midnight_three_minutes_are_left_and_the_finish_will_be_kept():
    seen = view(over_midnight(), "22:00", "01:40", "00:02")

    assert (seen.left, seen.until) == ("3 min left", "until 00:05 · finish by 01:40: on time")
    assert [c.at for c in seen.coming] == ["00:05", "00:20"]


def test_after_midnight_what_runs_over_moves_the_rest_on():
    seen = view(over_midnight(), "22:00", "01:20", "00:10")

    assert seen.left == "5 min over"
    assert "over by 5 minutes" in seen.until
    assert [c.at for c in seen.coming] == ["00:10", "00:25"]


def test_before_a_night_session_the_finish_is_not_yesterday():
    seen = view(agenda(("Nights", 60, None, None)), "22:00", "01:30", "21:50")

    assert seen.until == "finish by 01:30: on time"


def test_the_break_is_due_after_midnight_too():
    session = Session(id="s", title="Nights", type="forum", date=datetime.date(2026, 3, 28), start="22:00", end="01:30")

    assert ListenSeen(session, agenda=over_midnight()).break_due("23:58") == "Break due 00:05"
    assert ListenSeen(session, agenda=over_midnight()).break_due("00:07") == "Break due 00:07"
