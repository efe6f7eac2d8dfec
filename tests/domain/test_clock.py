import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.domain import clock
from coprod_desktop.domain.agenda import Now, is_break, is_over, now, on_now, plan, to_come
from coprod_desktop.domain.clock import (
    can_come_sooner,
    could_give,
    is_read_back,
    jump,
    least,
    next_look,
    reads_back_too_late,
)
from coprod_desktop.domain.hours import ANY_DAY, Hours
from coprod_desktop.domain.live_hour import Moment, What
from coprod_desktop.domain.record import AgendaItem

LONDON = ZoneInfo("Europe/London")


def part(title, minutes, **more):
    return AgendaItem(id=title, title=title, minutes=minutes, **more)


def hour():
    """A listening space a quarter of an hour behind."""
    return [
        part("Welcome", 10, started="10:30", finished="10:55"),
        part("What is working?", 25, started="10:55"),
        part("Break", 15),
        part("What is not working?", 30),
        part("Straight answers", 10),
        part("Read back. Did we get your words right?", 10),
        part("Thanks, money", 5),
    ]


@pytest.mark.parametrize(
    ("title", "kind", "expected"),
    [
        ("Read back. Did we get your words right?", None, True),
        ("Decisions read back, who and when", None, True),
        ("Reading it back", None, True),
        ("Read-back", None, True),
        ("READBACK", None, True),
        ("We check your words", "read_back", True),
        ("What we read about back pain", None, False),
        ("Come back with answers", None, False),
        ("Reading aloud", None, False),
    ],
)
def test_the_read_back_is_known_by_what_it_is_called(title, kind, expected):
    assert is_read_back(part(title, 10, kind=kind)) is expected


def test_eleven_minutes_short_and_the_three_parts_that_could_give_them():
    items = hour()
    stand = now(items, "11:00", "12:19", Hours(ANY_DAY, "10:30"))
    assert stand.spare == -11

    offered = could_give(items, stand)

    assert [(offer.item.title, offer.by, offer.to) for offer in offered] == [
        ("What is working?", 11, 14),
        ("What is not working?", 11, 19),
        ("Straight answers", 5, 5),
    ]


def test_of_the_part_on_now_only_what_has_not_gone_by_can_be_given():
    items = hour()
    assert could_give(items, now(items, "11:17", "12:19"))[0].by == 3
    assert could_give(items, now(items, "11:20", "12:19"))[0].item.title == "What is not working?"
    assert could_give(items, now(items, "11:30", "12:19"))[0].item.title == "What is not working?"


def test_one_key_adds_or_takes_five_minutes():
    assert clock.STEP == 5


def test_offers_stand_in_the_order_of_the_agenda_and_one_minute_is_one():
    items = [part("Now", 20, started="10:00"), part("Next", 40), part("Last", 6, planned=10)]
    offered = could_give(items, now(items, "10:00", "10:20"))
    assert [(offer.item.title, offer.by) for offer in offered] == [("Now", 10), ("Next", 20), ("Last", 1)]


def test_between_two_parts_what_is_to_come_can_give():
    items = [part("Next", 40), part("Last", 6)]
    offered = could_give(items, Now(None, 0, None, items[0], 5))
    assert [(offer.item.title, offer.by) for offer in offered] == [("Next", 5), ("Last", 1)]


def test_nothing_is_offered_while_time_is_enough_or_no_finish_is_fixed():
    items = hour()
    assert could_give(items, now(items, "11:00", "12:30")) == ()
    assert could_give(items, now(items, "11:00", None)) == ()


def test_a_part_shortened_before_is_not_halved_again():
    assert least(part("One", 15, planned=30)) == 15
    assert least(part("One", 30)) == 15
    assert least(part("One", 9)) == 5
    assert least(part("One", 3)) == 3
    assert least(part("Break", 15)) == 15
    assert least(part("Read back", 10)) == 10


TITLES = st.sampled_from(["One", "Two", "Break", "Tea", "Lunch", "Read back", "Decisions read back", "Vote", "Close"])
STATES = st.sampled_from([None, None, None, "skipped", "next_time"])


@st.composite
def agendas(draw):
    items, started = [], draw(st.integers(0, 4))
    for n in range(draw(st.integers(1, 9))):
        minutes = draw(st.integers(1, 90))
        planned = draw(st.none() | st.integers(1, 90))
        over = {"started": "10:00", "finished": "10:05"} if n < started else {}
        doing = {"started": "10:10"} if n == started else {}
        items.append(
            AgendaItem(
                id=str(n), title=draw(TITLES), minutes=minutes, planned=planned, state=draw(STATES), **over, **doing
            )
        )
    return items


@given(agendas(), st.integers(0, 180), st.integers(0, 400))
def test_no_offer_ever_takes_from_a_break_the_read_back_what_is_over_or_below_the_least(items, later, room):
    hours = Hours(ANY_DAY, "10:00")
    at, finish = hours.clock(610 + later), hours.clock(610 + room)
    stand = now(items, at, finish, hours)

    offered = could_give(items, stand)

    assert len(offered) <= 3
    assert bool(offered) <= bool(stand.over_by)
    doing = on_now(items)
    for offer in offered:
        assert 0 < offer.by <= stand.over_by
        assert not is_break(offer.item)
        assert not is_read_back(offer.item)
        assert not is_over(offer.item)
        assert offer.to >= least(offer.item)
        if offer.item is doing:
            assert offer.to >= doing.minutes - stand.left
            assert stand.left > 0
        else:
            assert offer.item in to_come(items)


@given(agendas(), st.integers(0, 60), st.integers(0, 400), st.data())
def test_what_an_offer_gives_is_won_and_taking_all_of_them_never_gives_more_than_is_short(items, later, room, data):
    hours = Hours(ANY_DAY, "10:00")
    at, finish = hours.clock(610 + later), hours.clock(610 + room)
    stand = now(items, at, finish, hours)
    while offered := could_give(items, stand):
        take = data.draw(st.sampled_from(offered))
        items = [
            AgendaItem(**{**vars(i), "minutes": take.to, "planned": i.planned or i.minutes}) if i is take.item else i
            for i in items
        ]
        after = now(items, at, finish, hours)
        assert after.over_by == stand.over_by - take.by
        stand = after


# ---- support that ends early


def test_a_read_back_after_the_interpreter_has_left_is_said_and_one_before_is_not():
    items, hours = hour(), Hours(ANY_DAY, "10:30")

    early = reads_back_too_late(items, "11:00", hours, ["12:00"])
    assert (early.item.title[:9], early.starts, early.before, early.until) == ("Read back", "12:15", "11:50", "12:00")
    assert reads_back_too_late(items, "11:00", hours, ["12:25"]) is None
    assert reads_back_too_late(items, "11:00", hours, ["12:24"]).before == "12:14"
    assert reads_back_too_late(items, "12:05", hours, ["12:00"]) is None
    assert reads_back_too_late(items, "12:00", hours, ["12:00"]) is None
    assert reads_back_too_late(items, "11:00", hours, []) is None


def test_what_is_next_already_can_come_no_sooner():
    items = hour()
    assert [one.title for one in items if can_come_sooner(items, one)] == [one.title for one in items[3:]]


def test_the_first_to_leave_is_told_of_and_who_left_no_more():
    items, hours = hour(), Hours(ANY_DAY, "10:30")
    assert reads_back_too_late(items, "11:00", hours, ["12:20", "11:40"]).until == "11:40"
    assert reads_back_too_late(items, "11:45", hours, ["12:20", "11:40"]).until == "12:20"


def test_before_the_start_times_go_by_the_plan_and_without_a_read_back_nothing_is_said():
    items, hours = [part("One", 60), part("Read back", 10)], Hours(ANY_DAY, "10:00")
    assert reads_back_too_late(items, "09:30", hours, ["11:00"]).starts == "11:00"
    assert reads_back_too_late(items[:1], "09:30", hours, ["11:00"]) is None
    assert reads_back_too_late(items, "09:30", Hours(ANY_DAY, None), ["10:35"]).starts == "10:30"
    between = [part("Zero", 5, started="10:00", finished="10:05"), *items]
    assert reads_back_too_late(between, "10:15", hours, ["11:00"]).starts == "11:15"
    read = [part("Read back", 10, started="10:00"), part("Close", 5)]
    assert reads_back_too_late(read, "10:02", hours, ["10:05"]) is None


def test_a_read_back_over_midnight():
    items, hours = [part("One", 60, started="23:30"), part("Read back", 10)], Hours(ANY_DAY, "23:30")
    assert reads_back_too_late(items, "23:40", hours, ["00:35"]).before == "00:25"
    assert reads_back_too_late(items, "23:40", hours, ["00:45"]) is None


# ---- tables


def test_tables_are_numbered_and_one_table_is_everybody():
    assert clock.tables(part("Ideas", 30, tables=3)) == ("Table 1", "Table 2", "Table 3")
    assert clock.tables(part("Ideas", 30, tables=1)) == ()
    assert clock.tables(part("Ideas", 30)) == clock.tables(None) == ()


def test_the_tables_at_work_are_those_of_the_part_that_is_on_or_was_last():
    on = part("Ideas", 30, tables=2, started="10:30")
    done = part("Ideas", 30, tables=3, started="10:30", finished="10:50")
    assert clock.tables_at_work([on]) == ("Table 1", "Table 2")
    assert clock.tables_at_work([done, part("Read back", 10, started="10:50")]) == ("Table 1", "Table 2", "Table 3")
    assert clock.tables_at_work([part("Ideas", 30, tables=3)]) == ()


# ---- the pace


def test_in_eight_hours_no_minute_shows_a_second_late():
    """The window looks when it was told to, a little late each time, as timers are; what it shows is read off the clock."""
    at = datetime.datetime(2026, 10, 24, 22, 0, tzinfo=LONDON).astimezone(datetime.UTC)
    end, hours = at + datetime.timedelta(hours=8), Hours(datetime.date(2026, 10, 24), "22:00")
    items = [part("Vigil", 480, started="22:00")]
    shown, worst, looks = None, 0.0, 0
    while at < end:
        wall = at.astimezone(LONDON)
        left = now(items, f"{wall:%H:%M}", None, hours).left
        if left != shown:
            shown, worst = left, max(worst, at.second + at.microsecond / 1e6)
        wait = next_look(wall)
        assert 0 < wait <= clock.TICK_S
        late = 0.05 * min(wait, 10) + (looks % 7) * 0.01
        at, looks = at + datetime.timedelta(seconds=wait + late), looks + 1
    assert worst < 1
    assert shown == 1


@given(st.datetimes(), st.integers(0, 999_999))
def test_the_next_look_is_never_after_the_next_minute(at, microsecond):
    at = at.replace(microsecond=microsecond)
    wait = next_look(at)
    assert 0 < wait <= clock.TICK_S
    assert wait <= 60 - at.second


def test_the_next_look_is_at_the_full_minute_or_after_a_quarter_of_one():
    assert next_look(datetime.datetime(2026, 11, 26, 10, 40, 50, 500_000)) == 9.5
    assert next_look(datetime.datetime(2026, 11, 26, 10, 40, 45)) == next_look(datetime.datetime(2026, 11, 26)) == 15


def look(clock_time):
    return datetime.datetime.combine(datetime.date(2026, 11, 26), datetime.time.fromisoformat(clock_time), LONDON)


def test_a_laptop_that_slept_is_noticed_and_for_how_long():
    slept = jump(look("10:40"), look("10:52:15"))

    assert slept.minutes == 12
    assert slept.words == "This laptop slept, or its clock was put on: 12 minutes went by after 10:40."


def test_a_clock_put_back_is_told_as_that():
    back = jump(look("10:40"), look("10:25:15"))
    assert back.minutes == -15
    assert back.words == "The clock of this laptop was put back by 15 minutes."


def test_a_busy_laptop_and_the_night_when_clocks_change_are_no_sleep():
    assert jump(look("10:40"), look("10:41:44")) is None
    assert jump(look("10:40"), look("10:41:45")).minutes == 2
    assert jump(look("10:40"), look("10:38:31")) is None
    assert jump(look("10:40"), look("10:38:30")).minutes == -2
    assert jump(look("10:40"), look("15:40")).minutes == 300
    before = datetime.datetime(2026, 10, 25, 1, 59, 50, tzinfo=LONDON)
    after = datetime.datetime(2026, 10, 25, 1, 0, 5, tzinfo=LONDON, fold=1)
    assert jump(before, after) is None


def test_a_part_skipped_or_kept_for_next_time_is_neither_on_nor_to_come():
    items = [
        part("One", 10, started="10:00", state="skipped"),
        part("Two", 10, state="next_time"),
        part("Three", 10, started="10:10"),
        part("Four", 10, state="skipped"),
        part("Five", 10),
    ]
    stand = now(items, "10:12", "10:40", Hours(ANY_DAY, "10:00"))
    assert (stand.item.title, stand.next.title, stand.spare, stand.over_by) == ("Three", "Five", 10, 0)
    assert [item.title for item in to_come(items)] == ["Five"]
    assert plan(to_come(items), "10:20")[0].start == "10:20"


# ---- what the room is asked for


def moments(*what):
    return [Moment(id=str(n), at=f"2026-11-26T11:{n:02d}:00+00:00", what=one) for n, one in enumerate(what)]


def test_a_sign_stands_until_it_is_taken_off_or_the_room_goes_on():
    assert clock.signal(moments()) is None
    assert clock.signal(moments(What.SLOW)).words == "Slower, please"
    assert clock.signal(moments(What.SLOW, What.PAUSE)).what is What.PAUSE
    assert clock.signal(moments(What.PAUSE, What.PAUSE_END)) is None
    assert clock.signal(moments(What.READING, What.READING_END)) is None
    assert clock.signal(moments(What.STOP, What.STARTED)) is None
    assert clock.signal(moments(What.STOP, What.ADDED, What.SLEPT)).at == "2026-11-26T11:00:00+00:00"


@pytest.mark.parametrize("what", clock.SIGNALS)
def test_each_sign_can_be_taken_off(what):
    assert clock.signal(moments(what)).what is what
    assert clock.signal(moments(what, clock.END_OF[what])) is None
