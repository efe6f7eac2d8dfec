"""What the Answer page asks for besides the verbs of points."""

import pytest

from coprod_desktop.domain.words import Outcome
from coprod_desktop.errors import UserError
from coprod_desktop.services import answers, capture, drafts, sessions, workspace


def lines_of(desk, home_care):
    return {e.n: e for e in sessions.record(desk, home_care).entries}


def test_touched_rows_come_back_as_they_are_now_and_taken_ones_do_not(desk, home_care):
    record = sessions.record(desk, home_care)
    kept, gone = record.points[0], record.points[1]
    answers.change_point(desk, kept.id, text="Paper rotas from Friday")
    answers.remove_point(desk, gone.id)

    points, entries, _ = answers.touched(desk, home_care, [kept.id, gone.id], [record.entries[0].id])

    assert [(p.id, p.text) for p in points] == [(kept.id, "Paper rotas from Friday")]
    assert [e.text for e in entries] == [record.entries[0].text]


def test_several_lines_are_settled_and_come_back_in_one_step(desk, home_care):
    lines = lines_of(desk, home_care)
    ids = [lines[19].id, lines[20].id]

    capture.settle_outcomes(desk, ids, Outcome.PASSED_ON, "Highways team")
    assert [lines_of(desk, home_care)[n].outcome_note for n in (19, 20)] == ["Highways team"] * 2

    workspace.undo(desk)
    assert [lines_of(desk, home_care)[n].outcome for n in (19, 20)] == [None, None]


def test_passing_on_to_nobody_is_refused_for_all(desk, home_care):
    ids = [e.id for e in sessions.record(desk, home_care).entries[:2]]
    with pytest.raises(UserError, match="who has it now"):
        capture.settle_outcomes(desk, ids, Outcome.PASSED_ON, "  ")
    assert {e.outcome for e in sessions.record(desk, home_care).entries} == {None}


def test_saving_a_field_of_a_point_drops_only_its_own_draft(desk, home_care):
    point = sessions.record(desk, home_care).points[0]
    drafts.keep(desk, f"point:{point.id}:text", "half typ", session=home_care)
    drafts.keep(desk, f"point:{point.id}:reason", "becau", session=home_care)

    answers.change_point(desk, point.id, text="half typed")

    assert [d.field for d in drafts.of_session(desk, home_care)] == [f"point:{point.id}:reason"]
