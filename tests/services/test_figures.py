"""Figures are typed one at a time and print as the same from a file."""

from __future__ import annotations

import dataclasses
import datetime
import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coprod_desktop.domain.words import Rung
from coprod_desktop.publish.gate import open_gate
from coprod_desktop.services import figures, sessions, workspace
from coprod_desktop.services.bring_in import merge
from tests.services.bring_in.test_laptops import written

TYPED = {
    "measure.name": "Warm enough at home", "measure.question": "Are you warm?", "measure.source": "Our survey",
    "measure.before_percent": 58.3, "measure.before_people": 412, "measure.before_date": datetime.date(2026, 1, 5),
    "measure.after_percent": 66.1, "measure.after_people": 389, "measure.after_date": datetime.date(2026, 11, 5),
    "measure.target_percent": 75, "measure.target_date": datetime.date(2027, 11, 5),
    "baseline.name": "Heard", "baseline.percent": 40, "baseline.people": 20, "baseline.date": datetime.date(2026, 11, 5),
    "headcount.carers": 7, "headcount.staff": 2, "attended": 12, "scie_elements.co-delivery": True,
    "scie_elements.co-design": True, "project": "Warm homes", "locality": "Wirral", "ladder_members": Rung.CONSULTATION,
    "ladder_staff": Rung.ENGAGEMENT, "ladder_actual": Rung.CONSULTATION,
}  # fmt: skip


def typed(desk):
    session, _ = sessions.new(desk, title="Warm homes", date=datetime.date(2026, 11, 5))
    for field, value in TYPED.items():
        figures.change(desk, session, field, value)
    return session


def test_what_is_typed_prints_as_the_same_from_a_file(desk):
    session = typed(desk)
    out = json.loads(written(desk, session))
    about = {k: v for k, v in out["session"].items() if k != "uid"}
    file = {"format": "coprod-session/1", "id": "other", "title": "Warm homes", "session": about}
    other = merge.import_file(desk, json.dumps(file).encode()).session
    mine, theirs = (open_gate(sessions.record(desk, s), (), desk.today()) for s in (session, other))
    assert [m.sentence for m in mine.measures] == [
        "up 7.8 percentage points, from 58.3% of 412 people to 66.1% of 389 people; we aim for 75% by 5 November 2027",
        "we start from 40% of 20 people",
    ]
    assert (mine.measures, mine.came, mine.came_in_all) == (theirs.measures, theirs.came, theirs.came_in_all)
    assert (mine.ladder_members, mine.ladder_staff, mine.ladder_actual) == (
        theirs.ladder_members,
        theirs.ladder_staff,
        theirs.ladder_actual,
    )
    assert out["session"]["scie_elements"] == ["co-design", "co-delivery"]


def test_each_is_read_as_it_was_typed_and_can_be_taken_out(desk):
    session = typed(desk)
    found = figures.read(desk, session)
    assert {field: found[field] for field in TYPED} == TYPED
    for field, value in TYPED.items():
        figures.change(desk, session, field, False if value is True else None)
    record = sessions.one(desk, session)
    assert (record.measure, record.baseline, dict(record.headcount), record.scie_elements) == (None, None, {}, ())


def test_what_a_file_says_beside_it_stays(desk):
    about = {
        "type": "workshop",
        "date": "2026-11-05",
        "measure": {"name": "Warm", "mood": "good", "before_date": "2026-11-05"},
    }
    file = {"format": "coprod-session/1", "id": "m", "title": "M", "session": about}
    session = merge.import_file(desk, json.dumps(file).encode()).session
    figures.change(desk, session, "measure.before_percent", 10)
    assert sessions.one(desk, session).measure == about["measure"] | {"before_percent": 10}
    workspace.undo(desk)
    assert sessions.one(desk, session).measure == about["measure"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=15)
@given(st.permutations(list(TYPED)))
def test_the_order_they_are_typed_in_changes_nothing(desk, order):
    session, _ = sessions.new(desk, title="Warm homes", date=datetime.date(2026, 11, 5))
    for field in order:
        figures.change(desk, session, field, TYPED[field])
    assert {k: figures.read(desk, session)[k] for k in TYPED} == TYPED


@pytest.mark.parametrize("members", [None, *Rung])
def test_the_rung_is_printed_as_members_and_staff_say(members):
    from coprod_desktop.publish.stories.you_said_we_will import _rung_said
    from tests.publish.made_up import snapshot

    said = _rung_said(dataclasses.replace(snapshot(1), ladder_members=members, ladder_staff=Rung.ENGAGEMENT))
    if members is Rung.ENGAGEMENT:
        assert said == "Members and staff both said it was engagement."
    else:
        assert said.endswith("Staff said it was engagement.")
        assert ("Members said it was" in said) == (members is not None)
