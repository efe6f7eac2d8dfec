"""Days counted back from a session: what takes how long, what was begun too late, and when it would all fit."""

from __future__ import annotations

import datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from coprod_desktop.domain import dates
from coprod_desktop.domain.ids import new_id
from coprod_desktop.domain.lead_times import Takes, plan
from coprod_desktop.domain.record import ChecklistItem
from coprod_desktop.domain.words import Phase

DAY = datetime.date(2026, 12, 17)
"""A Thursday."""
TODAY = datetime.date(2026, 11, 26)


def line(text: str, **more: object) -> ChecklistItem:
    return ChecklistItem(id=new_id(), phase=Phase.BEFORE, text=text, **more)  # type: ignore[arg-type]


def test_each_thing_has_its_day_the_first_one_first():
    """Features: "slow down to speed up": a planner that counts back lead times (interpreters, papers, formats)."""
    book, papers = line("Book the interpreter"), line("Send the papers")
    found = plan(DAY, TODAY, [papers, book], {book.id: Takes(20), papers.id: Takes(5)}, {"Look at the room": 10})

    assert [(s.words, s.by.isoformat(), s.late) for s in found.steps] == [
        ("Book the interpreter", "2026-11-19", True),
        ("Look at the room", "2026-12-03", False),
        ("Send the papers", "2026-12-10", False),
    ]
    assert [s.words for s in found.late] == ["Book the interpreter"]
    assert found.next is not None
    assert found.next.words == "Look at the room"
    assert found.fits_from == datetime.date(2026, 12, 24), "twenty working days from today"


def test_what_is_done_is_not_late_and_asks_for_no_other_day():
    book = line("Book the interpreter", done=True)
    found = plan(DAY, TODAY, [book], {book.id: Takes(20)}, {})
    assert not found.late
    assert found.fits_from is None


def test_a_day_that_somebody_set_counts_before_the_one_that_is_counted():
    book = line("Book the interpreter", by=datetime.date(2026, 11, 27))
    (step,) = plan(DAY, TODAY, [book], {book.id: Takes(20, datetime.date(2026, 12, 1))}, {}).steps
    assert step.by == datetime.date(2026, 12, 1)


def test_nothing_is_late_once_the_session_has_been():
    book = line("Book the interpreter")
    assert not plan(TODAY - datetime.timedelta(days=1), TODAY, [book], {book.id: Takes(20)}, {}).late


def test_a_line_with_no_day_and_no_time_it_takes_is_no_step():
    assert not plan(DAY, TODAY, [line("Signs at eye level")], {}, {}).steps


@settings(deadline=None)
@given(st.integers(1, 60), st.integers(-40, 90))
def test_on_the_first_day_that_fits_nothing_would_be_late(lead: int, away: int):
    day = TODAY + datetime.timedelta(days=away)
    one = line("It takes so long")
    found = plan(day, TODAY, [one], {one.id: Takes(lead)}, {})
    if found.fits_from is not None:
        assert found.fits_from > day
        assert not plan(found.fits_from, TODAY, [one], {one.id: Takes(lead)}, {}).late
        assert dates.working_days_before(found.fits_from, lead) >= TODAY


def test_what_is_not_booked_before_the_session_or_has_no_day_is_no_step():
    set_by = datetime.date(2026, 11, 30)
    own, at_door = (
        line("Ring the hall", by=set_by, who="Ida"),
        ChecklistItem(id="d", phase=Phase.ARRIVAL, text="Signs", by=set_by),
    )
    (step,) = plan(DAY, TODAY, [own, at_door, line("Chairs")], {}, {}).steps
    assert step == (set_by, "Ring the hall", own.id, 0, "Ida", False, False)
    known = line("Tea", by=set_by)
    assert plan(DAY, TODAY, [known], {known.id: Takes(0)}, {}).steps == ()


def test_a_day_is_late_the_day_after_and_up_to_the_session():
    ring = line("Ring", by=TODAY)
    assert not plan(DAY, TODAY, [ring], {}, {}).late
    assert plan(DAY, TODAY + datetime.timedelta(1), [ring], {}, {}).late
    assert plan(DAY, DAY, [ring], {}, {}).late
    assert not plan(DAY, DAY + datetime.timedelta(1), [ring], {}, {}).late


def test_what_is_missing_on_the_list_is_late_as_a_line_is():
    days = {lead: plan(DAY, TODAY, [], {}, {"Loop": lead}) for lead in (15, 16)}
    assert [bool(found.late) for found in days.values()] == [False, True]
    assert not plan(DAY, DAY + datetime.timedelta(1), [], {}, {"Loop": 16}).late
    assert plan(DAY, DAY, [], {}, {"Loop": 16}).late
    assert days[15].fits_from is None
    assert days[16].steps[0][1:] == ("Loop", "", 16, "", False, True)
    assert days[16].next is None


def test_of_one_day_the_words_decide_and_what_takes_longest_says_when_it_fits():
    found = plan(TODAY, TODAY, [], {}, {"B": 2, "A": 2, "C": 7})
    assert [step.words for step in found.steps] == ["C", "A", "B"]
    assert found.fits_from == datetime.date(2026, 12, 7)
    done = line("Done", by=DAY, done=True)
    assert plan(DAY, TODAY, [done, line("Then", by=DAY)], {}, {}).next.words == "Then"
