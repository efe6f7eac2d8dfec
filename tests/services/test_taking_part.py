"""How people take part in a session, its days, and moved and cancelled sessions."""

from __future__ import annotations

import datetime

import pytest

from coprod_desktop.domain.words import SessionState
from coprod_desktop.errors import UserError
from coprod_desktop.services import asking, people, sessions, taking_part, workspace
from coprod_desktop.services.seen import home
from coprod_desktop.ui.words import session as session_words

DAY = datetime.date(2026, 9, 17)


@pytest.fixture
def session(desk):
    made, _ = sessions.new(desk, title="Forum", date=DAY, start="10:30")
    return made


def test_ways_to_take_part_are_ticked_one_by_one_and_stand_in_the_order_of_the_list(desk, session):
    """Features: "access to a variety of options to participate": ways to take part list (B9) per session."""
    for way in ("post", "in person"):
        taking_part.change(desk, session, f"ways.{way}", True)
    assert sessions.one(desk, session).ways == ("in person", "post")
    assert taking_part.read(desk, session)["ways.post"] is True
    taking_part.change(desk, session, "ways.post", False)
    assert sessions.one(desk, session).ways == ("in person",)


def test_a_way_that_is_not_on_the_list_stays(desk, session):
    sessions.change(desk, session, ways=("by pigeon",))
    taking_part.change(desk, session, "ways.online", True)
    assert sessions.one(desk, session).ways == ("online", "by pigeon")


@pytest.mark.parametrize(
    ("field", "words"),
    [
        ("could_not_come", "We rang the four who cannot travel."),
        ("shuts_out", "People with a morning call. We start at 11 next time."),
        ("why_method", "A wide survey first, because nobody can come in harvest time."),
        ("travel_note", "One bus for everyone."),
        ("print_note", "Twelve copies, the rest on screen."),
        ("senior_listener", "Director of Adult Care"),
        ("for_whom", "third sector providers"),
        ("learnt", "The loop has to be tried the day before."),
        ("locality", "Tilbury"),
    ],
)
def test_each_fact_of_taking_part_is_kept(desk, session, field, words):
    """Features: "some groups said that many people could not meet virtually", "minimising travel", "our senior staff hear
    directly", "Human Learning Systems", "four Thurrock localities", "methods for engaging widely"."""
    taking_part.change(desk, session, field, words)
    assert getattr(sessions.one(desk, session), field) == words


def test_strands_are_one_a_line_and_each_once(desk, session):
    """Features: "four themes to workshop sessions, chosen by members"."""
    taking_part.change(desk, session, "strands", "Transport\n\nMoney\nTransport\n")
    assert sessions.one(desk, session).strands == ("Transport", "Money")


def test_several_days_are_typed_as_people_say_them(desk, session):
    """Features: "1-31 October 2023": the log allows a date range."""
    taking_part.change(desk, session, "days", "24 Sep, 1 Oct and 17/9/2026")
    now = sessions.one(desk, session)
    assert now.days == (DAY, datetime.date(2026, 9, 24), datetime.date(2026, 10, 1))
    assert now.end_date == datetime.date(2026, 10, 1)
    taking_part.change(desk, session, "days", None)
    assert (sessions.one(desk, session).days, sessions.one(desk, session).end_date) == ((), None)


@pytest.mark.parametrize(
    ("typed", "words"), [("10/9/2026", "is before the first day"), ("soon", "is not a date"), ("31 Sep", "calendar")]
)
def test_a_day_that_cannot_be_is_refused_in_a_sentence(desk, session, typed, words):
    with pytest.raises(UserError, match=words):
        taking_part.change(desk, session, "days", typed)
    assert sessions.one(desk, session).days == ()


# ---- moved and cancelled


def line(desk, session):
    return next(s for s in sessions.every(desk) if s.id == session)


def test_a_moved_session_keeps_where_it_was_and_why_and_takes_its_days_along(desk, session):
    """Features: "An event on co-production originally planned for April 2020": moved sessions stay with the reason."""
    taking_part.change(desk, session, "days", "24 Sep")
    sessions.move(desk, session, DAY + datetime.timedelta(7), "The hall was flooded.")
    now = sessions.one(desk, session)
    assert (now.state, now.moved_from, now.date) == (SessionState.MOVED, DAY, DAY + datetime.timedelta(7))
    assert now.days == (DAY + datetime.timedelta(7), DAY + datetime.timedelta(14))
    words = session_words.whole(line(desk, session), DAY).detail
    assert "Moved from 17 September 2026: The hall was flooded" in words
    workspace.undo(desk)
    assert sessions.one(desk, session).date == DAY


def test_what_was_counted_back_from_the_old_day_is_counted_back_from_the_new_one(desk):
    day = desk.today() + datetime.timedelta(60)
    made, _ = sessions.new(desk, title="Forum", date=day)
    person, _ = people.add(desk, made, "Bea", "resident")
    people.add_need(desk, made, person, "BSL interpreter")
    before = sessions.record(desk, made).checklist[0].by
    sessions.move(desk, made, day + datetime.timedelta(7), "No interpreter was free.")
    assert sessions.record(desk, made).checklist[0].by == before + datetime.timedelta(7)


def test_a_cancelled_session_stays_in_the_list_with_the_reason_and_is_nobodys_next_session(desk):
    made, _ = sessions.new(desk, title="Forum", date=desk.today(), reply_by=desk.today())
    sessions.cancel(desk, made, "Snow.")
    assert "Cancelled: Snow" in session_words.whole(line(desk, made), desk.today()).detail
    assert "Cancelled: Snow" in session_words.lately(line(desk, made)).detail
    assert home.read(desk).near.next is None
    assert not asking.nothing_back(desk), "nobody is owed a paper of what was not held"
    sessions.hold_after_all(desk, made)
    assert home.read(desk).near.next is not None


@pytest.mark.parametrize(
    "act", [lambda d, s: sessions.cancel(d, s, " "), lambda d, s: sessions.move(d, s, d.today(), "")]
)
def test_without_a_reason_nothing_is_moved_or_cancelled(desk, session, act):
    with pytest.raises(UserError, match="Say why"):
        act(desk, session)
    assert sessions.one(desk, session).state is None


def test_a_session_is_not_moved_to_the_day_it_is_on(desk, session):
    with pytest.raises(UserError, match="that day already"):
        sessions.move(desk, session, DAY, "Why not")
