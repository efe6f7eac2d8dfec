"""The clock serves people: what one press does to the agenda, what stays of it, and what undo gives back."""

from __future__ import annotations

import dataclasses
import datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coprod_desktop.domain.agenda import is_break, on_now, to_come
from coprod_desktop.domain.live_hour import What
from coprod_desktop.domain.words import PartState
from coprod_desktop.errors import UserError
from coprod_desktop.services import live_hour, prepare, sessions, sheets, workspace

PARTS = [(10, "Welcome"), (25, "What is working?"), (15, "Break"), (30, "Ideas"), (10, "Read back"), (5, "Close")]


class Wall:
    """A clock on the wall that goes on when a test says so."""

    def __init__(self) -> None:
        self.at = datetime.datetime(2026, 11, 26, 10, 30).astimezone()

    def __call__(self) -> datetime.datetime:
        return self.at

    def on(self, minutes: int) -> None:
        self.at += datetime.timedelta(minutes=minutes)


@pytest.fixture
def wall():
    return Wall()


@pytest.fixture
def hall(desk, wall):
    """The workspace with a clock of the test's own, and a session in it."""
    at = dataclasses.replace(desk, now=wall)
    session, _ = sessions.new(at, title="Forum", date=wall.at.date(), start="10:30", finish_by="12:00")
    prepare.use_agenda(at, session, PARTS)
    return at, session


def parts(hall):
    return prepare.agenda(*hall)


def named(hall, title):
    return next(i for i in parts(hall) if i.title == title)


def noted(hall):
    titles = {i.id: i.title for i in parts(hall)}
    return [(m.what, titles.get(m.part), m.minutes) for m in live_hour.moments(*hall)]


def test_on_and_back(hall, wall):
    live_hour.next_item(*hall)
    wall.on(12)
    live_hour.next_item(*hall)
    assert on_now(parts(hall)).title == "What is working?"
    wall.on(1)

    live_hour.back(*hall)

    doing = on_now(parts(hall))
    assert (doing.title, doing.started, doing.finished) == ("Welcome", "10:30", None)
    assert [i.title for i in to_come(parts(hall))][:2] == ["What is working?", "Break"]
    assert noted(hall)[-1] == (What.STARTED, "Welcome", None)


def test_back_at_the_very_end_opens_the_last_part_again_and_before_the_start_says_there_is_nothing(hall):
    with pytest.raises(UserError, match="nothing before"):
        live_hour.back(*hall)
    for _ in range(len(PARTS) + 1):
        live_hour.next_item(*hall)
    assert on_now(parts(hall)) is None
    live_hour.back(*hall)
    assert on_now(parts(hall)).title == "Close"


def test_five_minutes_more_and_the_length_first_planned_is_kept_until_it_is_that_again(hall):
    ideas = named(hall, "Ideas").id
    live_hour.change_length(hall[0], ideas, 5)
    live_hour.change_length(hall[0], ideas, 5)
    assert (named(hall, "Ideas").minutes, named(hall, "Ideas").planned) == (40, 30)
    live_hour.change_length(hall[0], ideas, -10)
    assert (named(hall, "Ideas").minutes, named(hall, "Ideas").planned) == (30, None)
    assert noted(hall) == [(What.ADDED, "Ideas", 5), (What.ADDED, "Ideas", 5), (What.SHORTENED, "Ideas", 10)]


@pytest.mark.parametrize("title", ["Break", "Read back"])
def test_a_break_and_the_read_back_are_never_shorter_than_planned(hall, title):
    part = named(hall, title).id
    minutes = named(hall, title).minutes
    with pytest.raises(UserError, match="keeps its"):
        live_hour.change_length(hall[0], part, -5)
    live_hour.change_length(hall[0], part, 5)
    live_hour.change_length(hall[0], part, -20)
    assert named(hall, title).minutes == minutes


def test_skipping_what_is_on_starts_the_next_and_it_can_be_put_back(hall):
    live_hour.next_item(*hall)
    live_hour.skip(hall[0], named(hall, "Welcome").id)
    assert on_now(parts(hall)).title == "What is working?"
    assert named(hall, "Welcome").state is PartState.SKIPPED

    live_hour.put_back(hall[0], named(hall, "Welcome").id)

    assert to_come(parts(hall))[0].title == "Welcome"


def test_a_part_for_next_time_is_passed_over(hall):
    live_hour.next_item(*hall)
    live_hour.next_time(hall[0], named(hall, "What is working?").id)
    live_hour.next_item(*hall)
    assert on_now(parts(hall)).title == "Break"
    assert named(hall, "What is working?").started is None
    assert (What.NEXT_TIME, "What is working?", None) in noted(hall)


def test_swap_with_the_one_after_and_read_back_next(hall):
    live_hour.next_item(*hall)
    live_hour.swap(hall[0], named(hall, "Ideas").id)
    assert [i.title for i in to_come(parts(hall))] == ["What is working?", "Break", "Read back", "Ideas", "Close"]
    live_hour.swap(hall[0], named(hall, "Read back").id, first=True)
    assert [i.title for i in to_come(parts(hall))] == ["Read back", "What is working?", "Break", "Ideas", "Close"]
    with pytest.raises(UserError, match="the next one already"):
        live_hour.swap(hall[0], named(hall, "Read back").id, first=True)
    with pytest.raises(UserError, match="the last one"):
        live_hour.swap(hall[0], named(hall, "Close").id)
    with pytest.raises(UserError, match="is over"):
        live_hour.swap(hall[0], named(hall, "Welcome").id)


def test_swap_passes_over_what_was_left_out(hall):
    live_hour.skip(hall[0], named(hall, "Break").id)
    live_hour.swap(hall[0], named(hall, "What is working?").id)
    assert [i.title for i in to_come(parts(hall))][:3] == ["Welcome", "Ideas", "What is working?"]


def test_a_sign_is_given_by_one_press_and_taken_off_by_the_same(hall):
    live_hour.next_item(*hall)
    live_hour.turn_signal(*hall, What.PAUSE)
    assert live_hour.signal(*hall).words == "We need a minute"
    live_hour.turn_signal(*hall, What.SLOW)
    assert live_hour.signal(*hall).words == "Slower, please"
    live_hour.turn_signal(*hall, What.SLOW)
    assert live_hour.signal(*hall) is None
    live_hour.turn_signal(*hall, What.READING)
    live_hour.next_item(*hall)
    assert live_hour.signal(*hall) is None


def test_undo_takes_a_sign_off_and_bringing_back_gives_it_again(hall):
    live_hour.turn_signal(*hall, What.STOP)
    assert workspace.undo(hall[0]).said == "the sign “Stop, please”"
    assert live_hour.signal(*hall) is None
    workspace.redo(hall[0])
    assert live_hour.signal(*hall).words == "Stop, please"


def test_that_the_laptop_slept_is_noted_and_undo_passes_it_by(hall):
    live_hour.change_length(hall[0], named(hall, "Ideas").id, 5)
    live_hour.slept(*hall, 12)
    assert noted(hall)[-1] == (What.SLEPT, None, 12)
    assert workspace.undo(hall[0]).said == "5 minutes more for “Ideas”"


def test_the_sheets_of_tables_that_work_at_once_are_ready_to_be_typed_in(hall):
    live_hour.next_item(*hall)
    assert sheets.seen(*hall).sheet == "Slip 1"
    live_hour.set_tables(hall[0], named(hall, "Welcome").id, 3)
    seen = sheets.seen(*hall)
    assert (seen.sheet, seen.tables) == ("Table 1", ("Table 1", "Table 2", "Table 3"))
    live_hour.set_tables(hall[0], named(hall, "Welcome").id, 1)
    assert sheets.seen(*hall).tables == ()


def test_moments_name_nobody_and_hold_no_words(hall):
    live_hour.next_item(*hall)
    live_hour.turn_signal(*hall, What.SLOW)
    for moment in live_hour.moments(*hall):
        held = {f.name for f in dataclasses.fields(moment)} - {"id", "key", "given", "unknown"}
        assert held == {"at", "what", "part", "minutes"}


ACTS = ("next", "back", "more", "less", "skip", "next_time", "put_back", "swap", "first", "slow", "undo")


def do(hall, act, part):
    desk, session = hall
    verbs = {
        "next": lambda: live_hour.next_item(desk, session),
        "back": lambda: live_hour.back(desk, session),
        "more": lambda: live_hour.change_length(desk, part, 5),
        "less": lambda: live_hour.change_length(desk, part, -5),
        "skip": lambda: live_hour.skip(desk, part),
        "next_time": lambda: live_hour.next_time(desk, part),
        "put_back": lambda: live_hour.put_back(desk, part),
        "swap": lambda: live_hour.swap(desk, part),
        "first": lambda: live_hour.swap(desk, part, first=True),
        "slow": lambda: live_hour.turn_signal(desk, session, What.SLOW),
        "undo": lambda: workspace.undo(desk),
    }
    try:
        verbs[act]()
    except UserError:
        return


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from(ACTS), st.integers(0, 5)), max_size=14))
def test_whatever_is_pressed_no_part_is_lost_one_at_most_is_on_and_breaks_keep_their_length(desk, acts):
    wall = Wall()
    at = dataclasses.replace(desk, now=wall)
    session, _made = sessions.new(at, title="Forum", date=wall.at.date(), start="10:30")
    prepare.use_agenda(at, session, PARTS)
    ids = [i.id for i in prepare.agenda(at, session)]
    for act, n in acts:
        wall.on(3)
        if act != "undo" or len(live_hour.moments(at, session)) > 0:
            do((at, session), act, ids[n])
        items = prepare.agenda(at, session)
        assert sorted(i.id for i in items) == sorted(ids)
        assert len([i for i in items if i.started and not i.finished and not i.state]) <= 1
        for item in items:
            first = item.planned or item.minutes
            assert item.minutes >= 1
            assert not (is_break(item) or item.title == "Read back") or item.minutes >= first
            assert (item.planned is None) or item.planned == {t: m for m, t in PARTS}[item.title]


# ---- what was kept for next time comes up again


def later(desk, title="Next forum", days=7, **more):
    day = datetime.date(2026, 11, 26) + datetime.timedelta(days=days)
    return sessions.new(desk, title=title, date=day, start="10:30", **more)[0]


def kept(desk, session):
    return [part.title for part in prepare.kept_for_next_time(desk, session)]


def test_what_was_kept_for_next_time_is_offered_to_the_next_session_until_it_is_on_an_agenda(hall):
    desk, _ = hall
    live_hour.change_length(desk, named(hall, "Ideas").id, -10)
    live_hour.next_time(desk, named(hall, "Ideas").id)
    live_hour.skip(desk, named(hall, "Close").id)
    after = later(desk)
    assert kept(desk, after) == ["Ideas"]

    prepare.take_up(desk, after, named(hall, "Ideas").id)

    (part,) = prepare.agenda(desk, after)
    assert (part.title, part.minutes, part.state, part.started) == ("Ideas", 30, None, None)
    assert kept(desk, after) == []
    assert kept(desk, later(desk, days=14)) == []


def test_it_is_not_offered_to_another_group_nor_to_a_session_before(hall):
    desk, _ = hall
    live_hour.next_time(desk, named(hall, "Ideas").id)
    assert kept(desk, later(desk, days=-1)) == []
    assert kept(desk, later(desk, type="steering group")) == []
    assert kept(desk, later(desk, project="Buses")) == []


def test_put_back_after_all_it_is_offered_to_nobody(hall):
    desk, _ = hall
    live_hour.next_time(desk, named(hall, "Ideas").id)
    live_hour.put_back(desk, named(hall, "Ideas").id)
    assert kept(desk, later(desk)) == []
