"""Looking back on the timeline of a group: when it did, and numbers to be reached by a day."""

from __future__ import annotations

import datetime

import pytest

from coprod_desktop.domain.looked_back_record import Measured, MeasureUnit
from coprod_desktop.services import group_measures, groups, looking_back
from coprod_desktop.services.looking_back import Of, Slip
from coprod_desktop.services.seen import group as seen_group
from coprod_desktop.services.seen.group_row import Section


@pytest.fixture
def group(desk):
    return groups.add(desk, "Steering", "steering_group")[0]


def rows(desk, group, section):
    return [row for row in seen_group.read(desk, group).rows if row.section is section]


def number(desk, group, what, value, **more):
    group_measures.add(
        desk, Of(group=group), question="I have choice", what=what, value=value, unit=MeasureUnit.PERCENT, **more
    )


def test_a_year_that_was_looked_back_on_stands_among_what_was(desk, group):
    looking_back.add_form(desk, Of(group=group), "members", Slip(answers={"equality": "no"}))
    looking_back.write_down(desk, Of(group=group), "members")
    (row,) = rows(desk, group, Section.BEFORE)
    assert (row.words, row.detail, row.opens.noun) == ("Members looked back", "1 form", "looked_back")


def test_a_target_is_due_on_its_day_and_late_after_it(desk, group):
    """Features: "a baseline against which progress can be measured": date and target."""
    today = desk.today()
    number(desk, group, Measured.BASELINE, 599, on=today - datetime.timedelta(300))
    number(desk, group, Measured.TARGET, 750, by=today + datetime.timedelta(30))
    (row,) = rows(desk, group, Section.DUE)
    assert (row.words, row.detail, row.state) == ("I have choice: 75%", "Now 59.9%", "waiting")
    number(desk, group, Measured.TARGET, 700, by=today - datetime.timedelta(1), on=today + datetime.timedelta(1))
    (row,) = rows(desk, group, Section.DUE)
    assert (row.words, row.state) == ("Ask again: I have choice", "late")
    number(desk, group, Measured.AFTER, 720)
    assert not rows(desk, group, Section.DUE), "reached, or asked again after the day"
