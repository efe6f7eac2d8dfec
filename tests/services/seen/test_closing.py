"""Closing a session says what is still open of it."""

from __future__ import annotations

from coprod_desktop.domain.words import Rung
from coprod_desktop.services import looking_back, sessions
from coprod_desktop.services.looking_back import Of, Slip
from coprod_desktop.services.seen import closing


def open_of(desk, session):
    return {one.name: one for one in closing.read(desk, session)}


def test_what_people_are_owed_is_told_first(desk, home_care):
    """Features: "We will take a 'You Said We Will' approach to these events": what has no answer yet."""
    found = closing.read(desk, home_care)
    assert found[0].where == "answer"
    assert {"paper", "learnt"} <= {one.name for one in found}


def test_slips_typed_and_not_written_down_are_told(desk, home_care):
    looking_back.add_form(desk, Of(session=home_care), "slip", Slip(answers={"had a say": "yes"}))
    assert open_of(desk, home_care)["slips_typed"].words == "1 slip typed in, not written down yet"


def test_of_a_new_session_only_what_belongs_to_every_session_is_open(desk):
    session, _ = sessions.new(desk, title="Forum")
    assert set(open_of(desk, session)) == {"rung", "learnt", "paper"}
    sessions.change(desk, session, learnt="Try the loop", ladder_members=Rung.CO_DESIGN)
    assert set(open_of(desk, session)) == {"paper"}


def test_it_names_nobody(desk, home_care):
    names = {person.name for person in sessions.record(desk, home_care).people}
    assert not any(name in one.words for one in closing.read(desk, home_care) for name in names)
