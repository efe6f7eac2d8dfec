import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.domain.as_it_went import as_it_went, length
from coprod_desktop.domain.hours import ANY_DAY, Hours
from coprod_desktop.domain.live_hour import Moment, What
from coprod_desktop.domain.record import AgendaItem
from coprod_desktop.domain.words import PartState

HOURS = Hours(ANY_DAY, "10:30")


def part(title, minutes, started=None, finished=None, **more):
    return AgendaItem(id=title, title=title, minutes=minutes, started=started, finished=finished, **more)


def moments(*said):
    return [Moment(id=str(n), at=f"2026-11-26T{at}+00:00", what=what) for n, (at, what) in enumerate(said)]


def done():
    return [
        part("Welcome", 10, "10:30", "10:45"),
        part("What is working?", 20, "10:45", "11:08", planned=25),
        part("Break", 15, "11:08", "11:23"),
        part("Vote", 15, state=PartState.NEXT_TIME),
        part("Extra", 10, state=PartState.SKIPPED),
        part("Close", 5, "11:23", "11:40"),
    ]


def test_each_part_tells_what_was_planned_first_and_what_it_took():
    went = as_it_went(done(), HOURS, "11:30")

    assert [(p.item.title, p.words, p.more) for p in went.parts[:3]] == [
        ("Welcome", "planned 10 minutes, took 15", 5),
        ("What is working?", "planned 25 minutes, took 23", -2),
        ("Break", "planned 15 minutes, took 15", 0),
    ]
    assert [p.words for p in went.parts[3:5]] == [
        "planned 15 minutes, kept for next time",
        "planned 10 minutes, not done",
    ]


def test_all_of_it_in_sentences():
    went = as_it_went(done(), HOURS, "11:30", moments(("11:00:00", What.PAUSE), ("11:02:10", What.PAUSE_END)))

    assert went.words == (
        "Planned 1 hour 20 minutes, took 1 hour 10 minutes: 10:30 to 11:40. The finish was fixed at 11:30, and it ended "
        "10 minutes after it. 2 minutes of it were pauses that people asked for."
    )


@pytest.mark.parametrize(
    ("finish", "words"),
    [("11:40", "it ended on time"), ("11:41", "it ended 1 minute before it"), ("11:39", "1 minute after it")],
)
def test_the_fixed_finish(finish, words):
    assert words in as_it_went(done(), HOURS, finish).words


def test_nothing_is_told_while_a_part_is_on_or_when_nobody_followed_the_agenda():
    assert as_it_went([part("One", 10, "10:30", "10:40"), part("Two", 10, "10:40")], HOURS, None) is None
    assert as_it_went([part("One", 10), part("Two", 10)], HOURS, None) is None
    assert as_it_went([], HOURS, None) is None


def test_over_midnight_and_in_the_night_when_clocks_go_back():
    went = as_it_went([part("Vigil", 60, "23:40", "00:50")], Hours(ANY_DAY, "23:40"), "01:00")
    assert (went.parts[0].took, went.late) == (70, -10)
    back = Hours(datetime.date(2026, 10, 24), "23:30")
    went = as_it_went([part("Vigil", 60, "01:50", "01:10")], back, None)
    assert went.parts[0].took == 20


def test_a_pause_ends_when_the_room_goes_on_and_a_forgotten_one_is_no_hour_of_silence():
    went = as_it_went(done(), HOURS, None, moments(("11:00:00", What.PAUSE), ("11:08:00", What.STARTED)))
    assert went.paused == 8
    forgotten = moments(("10:00:00", What.PAUSE), ("13:08:00", What.STARTED))
    assert as_it_went(done(), HOURS, None, forgotten).paused == 60
    went = as_it_went(done(), HOURS, None, moments(("11:00:00", What.PAUSE_END)))
    assert (went.paused, went.late) == (0, 0)
    brief = moments(("11:00:00", What.PAUSE), ("11:01:29", What.PAUSE_END))
    assert as_it_went(done(), HOURS, None, brief).paused == 1


def test_where_no_finish_was_fixed_none_is_told():
    assert as_it_went(done(), HOURS, None).words == "Planned 1 hour 20 minutes, took 1 hour 10 minutes: 10:30 to 11:40."


def test_a_part_that_was_begun_and_then_skipped_is_no_part_that_ended():
    skipped = part("Vote", 15, "11:40", state=PartState.SKIPPED)
    went = as_it_went([*done(), skipped], HOURS, None)
    assert (went.ended, went.parts[-1].took) == ("11:40", None)
    assert as_it_went([skipped], HOURS, None) is None


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (0, "0 minutes"),
        (1, "1 minute"),
        (60, "1 hour"),
        (61, "1 hour 1 minute"),
        (120, "2 hours"),
        (130, "2 hours 10 minutes"),
    ],
)
def test_minutes_as_people_say_them(minutes, words):
    assert length(minutes) == words


@given(st.lists(st.tuples(st.integers(1, 60), st.integers(0, 90)), min_size=1, max_size=8), st.integers(0, 1439))
def test_what_the_parts_took_is_what_went_by(parts, start):
    hours = Hours(ANY_DAY, f"{start // 60:02d}:{start % 60:02d}")
    at, items = start, []
    for n, (planned, took) in enumerate(parts):
        items.append(part(str(n), planned, hours.clock(at), hours.clock(at + took)))
        at += took
    went = as_it_went(items, hours, None)
    assert went.took == at - start
    assert went.planned == sum(planned for planned, _ in parts)


def test_a_part_that_was_not_done_took_no_time_of_what_was_planned():
    went = as_it_went(done(), HOURS, None)
    assert [(p.more, p.took) for p in went.parts[3:5]] == [(-15, None), (-10, None)]
    unnoted = as_it_went([part("Welcome", 10, "10:30", "10:40"), part("Tea", 15)], HOURS, None)
    assert [p.words for p in unnoted.parts] == ["planned 10 minutes, took 10", "planned 15 minutes"]


def test_without_a_start_of_its_own_a_session_began_with_its_first_part():
    went = as_it_went(
        [part("Late talk", 40, "23:40", "00:20"), part("Tea", 5, "soon", "later")], Hours(ANY_DAY, None), None
    )
    assert (went.began, went.ended, went.took) == ("23:40", "00:20", 40)
