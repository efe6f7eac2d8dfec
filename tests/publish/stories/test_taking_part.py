"""What papers say of who could take part, of moved and cancelled sessions, and of what was learnt; all of it through the gate."""

from __future__ import annotations

import dataclasses
import datetime

import pytest

from coprod_desktop.domain.check.findings import findings
from coprod_desktop.domain.record import AgendaItem
from coprod_desktop.domain.words import AnswerKind, SessionState
from coprod_desktop.errors import UserError
from coprod_desktop.publish.gate import open_gate
from coprod_desktop.publish.stories.before import agenda, call_out
from coprod_desktop.publish.stories.log import engagement_log
from coprod_desktop.publish.stories.you_said_we_will import you_said_we_will
from tests.domain.making import DAY, point, record
from tests.publish.telling_papers import told
from tests.publish.year_of import year_of

ITEMS = (AgendaItem(id="a1", title="Welcome", minutes=30),)
LATER = DAY + datetime.timedelta(7)


def snapshot(*rows, **session):
    return open_gate(dataclasses.replace(record(*rows, **session), agenda=ITEMS), (), DAY)


def test_before_the_day_people_are_told_how_they_can_take_part():
    """Features: "access to a variety of options to participate", "our senior staff hear directly", "Workshop 1",
    "four themes to workshop sessions, chosen by members", "minimising travel"."""
    seen = snapshot(
        ways=("in person", "post"), strands=("Transport", "Money"), senior_listener="Director of Adult Care",
        travel_note="One bus for everyone", series="Workshops", series_n=2, days=(DAY, LATER), for_whom="carers",
    )  # fmt: skip
    for paper in (told(agenda(seen)), told(call_out(seen))):
        assert "In person and post" in paper
        assert "Transport; Money" in paper
        assert "Director of Adult Care" in paper
        assert "One bus for everyone" in paper
        assert "Workshops, number 2" in paper
        assert LATER.strftime("%A").strip() in paper


def test_afterwards_the_paper_says_what_was_tried_and_what_was_learnt():
    """Features: "a user-led commission Thurrock Coalition", "many people could not meet virtually", "Human Learning Systems at its heart",
    "methods for engaging widely within the current constraints"."""
    seen = snapshot(
        point(1, "Ring us", answer=AnswerKind.DONE, text="We ring", owner="Team manager"),
        host="Riverside Coalition", wrote_it="Riverside Coalition", could_not_come="We rang four people", shuts_out="People with a morning call", why_method="Nobody can travel",
        learnt="Try the loop the day before", senior_listener="Director of Adult Care",
    )  # fmt: skip
    paper = told(you_said_we_will(seen))
    assert {"Who listened", "Director of Adult Care.", "Host", "Written up by", "Riverside Coalition."} <= {
        *paper.splitlines()
    }
    for words in (
        "We rang four people",
        "People with a morning call",
        "Nobody can travel",
        "Try the loop the day before",
    ):
        assert words in paper


def test_a_moved_and_a_cancelled_session_stay_in_the_log_with_the_reason():
    """Features: "An event on co-production originally planned for April 2020"; "MS Teams (third sector providers)"."""
    moved = snapshot(
        date=LATER, state=SessionState.MOVED, moved_from=DAY, state_why="The hall was flooded.", type="forum"
    )
    off = snapshot(
        state=SessionState.CANCELLED, state_why="Snow", type="workshop", place="MS Teams", for_whom="providers"
    )
    rows = engagement_log(year_of([moved, off])).sheet.rows
    assert rows[0][1:] == ("Workshop. Cancelled: Snow", "MS Teams (providers)")
    assert rows[1][1].startswith("Forum. Moved from ")
    assert rows[1][1].endswith(": The hall was flooded")


def test_a_number_to_ring_in_any_of_it_keeps_the_gate_shut():
    for name in ("could_not_come", "shuts_out", "why_method", "travel_note", "print_note", "learnt", "state_why"):
        with pytest.raises(UserError, match="cannot be printed yet"):
            snapshot(**{name: "Ring Bo on 07700 900123", "state": SessionState.MOVED})
    for name in ("ways", "strands"):
        with pytest.raises(UserError, match="cannot be printed yet"):
            snapshot(**{name: ("Ring Bo on 07700 900123",)})
        assert any("900123" in f.text for f in findings(record(**{name: ("Ring Bo on 07700 900123",)})))


def test_a_session_of_which_nothing_of_it_is_said_prints_as_it_did():
    assert "How people could take part" not in told(
        you_said_we_will(snapshot(point(1, "Ring us", answer=AnswerKind.DONE, text="We ring", owner="Team manager")))
    )
