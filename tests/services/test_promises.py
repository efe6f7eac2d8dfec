"""Where promises stand, over every session."""

from __future__ import annotations

import dataclasses
import datetime

import pytest

from coprod_desktop.domain.promises import Standing
from coprod_desktop.domain.words import EarlierStatus, UpdateState
from coprod_desktop.services import answers, promises, sessions
from coprod_desktop.services.bring_in import merge
from tests.desks import STEERING

DAY = datetime.date


@pytest.fixture
def on_6_november(desk):
    """The desk on the day one promise of the sample is due."""
    return dataclasses.replace(desk, now=lambda: datetime.datetime(2026, 11, 6, 9, 0).astimezone())


def test_late_ones_come_first_then_by_date(on_6_november, home_care):
    lines = promises.lines(on_6_november)
    assert [(p.due, p.late) for p in lines] == [
        (DAY(2026, 10, 1), True),
        (DAY(2026, 10, 1), True),
        (DAY(2026, 10, 30), True),
        (DAY(2026, 11, 6), False),
        (DAY(2026, 11, 27), False),
        (DAY(2026, 12, 18), False),
    ]
    assert lines[0].days_late == 36


def test_a_no_is_not_among_promises(on_6_november, home_care):
    assert "We cannot charge by the minute." not in [p.what for p in promises.lines(on_6_november)]


def test_a_promise_carries_who_said_what_and_where(on_6_november, home_care):
    rota = next(p for p in promises.lines(on_6_november) if "rota" in p.what)
    assert rota.you_said == "Tell us who is coming and when, on paper if we want it"
    assert (rota.who, rota.session, rota.session_title) == (
        "Deshawn Okafor-Lyle",
        home_care,
        "Listening space: home care",
    )
    assert rota.state == "Not due yet"
    assert rota.days_without_news is None


def test_a_dated_update_changes_where_it_stands_and_nothing_is_overwritten(on_6_november, home_care):
    late = promises.lines(on_6_november)[0]
    answers.add_update(on_6_november, home_care, late.id, DAY(2026, 10, 20), UpdateState.IN_HAND, "Two areas agreed")
    (after,) = [p for p in promises.lines(on_6_november) if p.id == late.id]
    assert (after.last_update, after.days_without_news) == (DAY(2026, 10, 20), 17)
    answers.add_update(on_6_november, home_care, late.id, DAY(2026, 11, 5), UpdateState.DONE)
    (kept,) = [p for p in promises.lines(on_6_november) if p.id == late.id]
    assert kept.standing is Standing.KEPT_LATE
    assert kept.finished
    assert kept.days_without_news is None
    assert [u.text for u in kept.updates] == ["Two areas agreed", None]
    assert promises.lines(on_6_november)[-1].id == late.id


def test_earlier_promises_stand_as_their_paper_says(desk):
    session = merge.import_file(desk, STEERING.read_bytes()).session
    there = dataclasses.replace(desk, now=lambda: datetime.datetime(2026, 11, 22, 9, 0).astimezone())
    lines = {p.what: p for p in promises.lines(there, session) if p.noun == "earlier_promise"}
    training = lines["Staff training run by members, 6 sessions"]
    assert training.state.startswith("We did not do this. It is 326 days late")
    assert training.days_without_news == 311
    assert lines["One web page with all co-production projects"].state == "Done, 70 days late"
    assert lines["Online forum for staff and members"].standing is Standing.CHANGED_TO_NO


def test_a_promise_brought_into_a_later_session_is_listed_once_from_there(on_6_november, home_care):
    rota = next(p for p in promises.lines(on_6_november) if "rota" in p.what)
    later, _ = sessions.new(on_6_november, title="Six weeks on", date=DAY(2026, 11, 5))
    answers.carry_on(on_6_november, later, [(rota.what, rota.due)])
    (once,) = [p for p in promises.lines(on_6_november) if "rota" in p.what]
    assert (once.noun, once.session) == ("earlier_promise", later)
    assert any(p.id == rota.id for p in promises.lines(on_6_november, home_care))
    answers.change_earlier(on_6_november, once.id, EarlierStatus.DONE, DAY(2026, 11, 5))
    (done,) = [p for p in promises.lines(on_6_november) if "rota" in p.what]
    assert done.state == "Done, on time"


def test_a_session_looks_back_not_forward(on_6_november, home_care):
    rota = next(p for p in promises.lines(on_6_november) if "rota" in p.what)
    later, _ = sessions.new(on_6_november, title="Six weeks on", date=DAY(2026, 11, 5))
    answers.carry_on(on_6_november, later, [(rota.what, rota.due), ("Something of the later one", None)])
    seen = promises.up_to(on_6_november, home_care)
    assert {p.session for p in seen} == {home_care}
    assert rota.id in {p.id for p in seen}
    back = promises.up_to(on_6_november, later)
    assert {p.session for p in back} == {home_care, later}
    assert sum("rota" in p.what for p in back) == 1
