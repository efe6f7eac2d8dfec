import dataclasses
import datetime

import pytest

from coprod_desktop.domain.hours import ANY_DAY, Hours
from coprod_desktop.domain.record import AgendaItem, Session
from coprod_desktop.domain.words import PartState
from coprod_desktop.services.seen.listen import ListenSeen
from coprod_desktop.ui.listen import agenda_words


def view(items, start, finish, clock, day=ANY_DAY, ends=None):
    return agenda_words.view(items, Hours(day, start), finish, clock, ends)


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
    assert (seen.until, seen.finish) == ("until 11:10", "Finish by 12:30: on time, 35 min in hand")
    assert view(as_planned(), "10:30", "11:55", "10:56").finish == "Finish by 11:55: on time"
    assert view(as_planned(), "10:30", None, "10:56").finish == ""


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
def test_past_the_finish_it_says_how_much_is_short(finish, words):
    seen = view(as_planned(), "10:30", finish, "10:56")

    assert (seen.short, seen.finish) == (f"{words} short", f"Finish by {finish}: {words.split()[0]} min short")


def test_before_the_start_the_plan_is_shown_from_the_start_time():
    seen = view(agenda(("Welcome", 10, None, None), ("Break", 15, None, None)), "10:30", "12:30", "10:10")

    assert (seen.left, seen.until) == ("Not started", "")
    assert seen.finish == "Finish by 12:30: on time, 95 min in hand"
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

    assert (seen.left, seen.until) == ("3 min left", "until 00:05")
    assert seen.finish == "Finish by 01:40: on time, 20 min in hand"
    assert [c.at for c in seen.coming] == ["00:05", "00:20"]


def test_after_midnight_what_runs_over_moves_the_rest_on():
    seen = view(over_midnight(), "22:00", "01:20", "00:10")

    assert seen.left == "5 min over"
    assert seen.finish == "Finish by 01:20: 5 min short"
    assert [c.at for c in seen.coming] == ["00:10", "00:25"]


def test_before_a_night_session_the_finish_is_not_yesterday():
    seen = view(agenda(("Nights", 60, None, None)), "22:00", "01:30", "21:50")

    assert seen.finish == "Finish by 01:30: on time, 150 min in hand"


def test_the_break_is_due_after_midnight_too():
    session = Session(id="s", title="Nights", type="forum", date=datetime.date(2026, 3, 28), start="22:00", end="01:30")

    assert ListenSeen(session, agenda=over_midnight()).break_due("23:58") == "Break due 00:05"
    assert ListenSeen(session, agenda=over_midnight()).break_due("00:07") == "Break due 00:07"


# ---- what can be done


def names(acts):
    return [act.name for act in acts]


def long_hour():
    return agenda(
        ("Welcome", 10, "10:30", "10:45"),
        ("What is working?", 25, "10:45", None),
        ("Break", 15, None, None),
        ("What is not working?", 30, None, None),
        ("Read back", 10, None, None),
    )


def test_the_parts_that_could_give_say_how_long_they_are_then():
    seen = view(long_hour(), "10:30", "11:54", "10:56")

    assert seen.short == "11 minutes short"
    assert [(give.id, give.by, give.words) for give in seen.gives] == [
        ("1", 11, "What is working?, then 14 min"),
        ("3", 11, "What is not working?, then 19 min"),
    ]


def test_each_part_offers_what_can_be_done_with_it():
    seen = view(long_hour(), "10:30", "12:30", "10:56")

    assert names(seen.acts) == ["more", "less", "back", "skip", "next_time", "tables"]
    assert {one.words.split(" ·")[0]: names(one.acts) for one in seen.coming} == {
        "Break": ["swap", "more", "skip", "next_time", "tables"],
        "What is not working?": ["first", "swap", "more", "less", "skip", "next_time", "tables"],
        "Read back": ["first", "more", "next_time", "tables"],
    }
    assert [one.kept for one in seen.coming] == [True, False, True]


def test_before_the_start_nothing_goes_back_and_after_the_last_part_it_does():
    assert view(agenda(("One", 10, None, None)), "10:30", None, "10:20").acts == ()
    assert names(view(agenda(("One", 10, "10:30", "10:40")), "10:30", None, "10:41").acts) == ["back"]


def test_support_that_ends_before_the_read_back_is_said_with_a_way_to_bring_it_forward():
    seen = view(long_hour(), "10:30", "12:30", "10:56", ends={"12:00": "BSL interpreter"})

    assert seen.first.words == "BSL interpreter until 12:00: read back before 11:50. It is planned for 11:55."
    assert seen.first.id == "4"
    next_already = view([*long_hour()[:2], long_hour()[4]], "10:30", "12:30", "11:05", ends={"11:15": "Loop"})
    assert next_already.first.id == ""
    assert view(long_hour(), "10:30", "12:30", "10:56", ends={"12:30": "BSL interpreter"}).first is None


def test_what_is_left_out_and_how_many_tables_there_are():
    items = agenda(("One", 10, "10:30", None), ("Two", 10, None, None), ("Three", 10, None, None))
    items[0] = dataclasses.replace(items[0], tables=4)
    items[1] = dataclasses.replace(items[1], state=PartState.SKIPPED)
    items[2] = dataclasses.replace(items[2], state=PartState.NEXT_TIME)
    seen = view(items, "10:30", "12:30", "10:31")

    assert seen.tables == "4 tables at once"
    assert [(off.id, off.words) for off in seen.off] == [("1", "Two · left out today"), ("2", "Three · next time")]
    assert (seen.coming, seen.next) == ([], "That was the last")
