"""What was done about an access problem, and how somebody hears back about what was parked."""

from __future__ import annotations

import pytest

from coprod_desktop.domain.words import EntryKind
from coprod_desktop.errors import UserError
from coprod_desktop.services import capture, drafts, seen_to, sessions, workspace
from coprod_desktop.services.capture import NewLine


@pytest.fixture
def line(desk):
    session, _ = sessions.start_now(desk)
    return capture.add(desk, session, NewLine(text="No loop", kind=EntryKind.ACCESS_INCIDENT)).added[0].id


@pytest.mark.parametrize(("typed", "kept"), [("", None), ("2pm", "14:00"), ("10.41", "10:41")])
def test_what_was_done_when_and_who_was_told_are_kept_and_undo_takes_them_back(desk, line, typed, kept):
    drafts.keep(desk, f"entry:{line}:told", "Pri", row=line)
    seen_to.done_about(desk, line, " A loop was lent ", typed, "Priti")
    now = capture.one(desk, line)
    assert (now.done_about, now.done_at, now.told) == ("A loop was lent", kept, "Priti")
    assert drafts.one(desk, f"entry:{line}:told") is None
    workspace.undo(desk)
    assert capture.one(desk, line).done_about is None


def test_a_time_that_is_none_is_said_so_and_nothing_is_changed(desk, line):
    with pytest.raises(UserError, match="25:61"):
        seen_to.done_about(desk, line, "A loop was lent", "25:61", "Priti")
    assert capture.one(desk, line).done_about is None


def test_what_was_written_on_answer_moves_to_its_own_place_and_is_told_once(desk, line):
    capture.change(desk, line, outcome_note="A loop was lent")
    seen_to.done_about(desk, line, "A loop was lent, and tested")
    assert (capture.one(desk, line).done_about, capture.one(desk, line).outcome_note) == (
        "A loop was lent, and tested",
        None,
    )


def test_what_somebody_keeps_coming_back_to_is_parked_read_back_and_has_a_call_back(desk, line):
    seen_to.park(desk, line, "Ring on Friday", read_back=True)
    now = capture.one(desk, line)
    assert (now.kind, now.call_back, now.checked_with_person) == (EntryKind.PARKING_LOT, "Ring on Friday", True)
