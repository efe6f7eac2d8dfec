"""An answer that was given another keeps the one before: a no that becomes a promise needs an action of its own."""

from __future__ import annotations

import pytest

from coprod_desktop.domain.check.answers import missing
from coprod_desktop.domain.dates import plain
from coprod_desktop.domain.words import AnswerKind
from coprod_desktop.publish import paper_kinds
from coprod_desktop.publish.spreadsheets import promises
from coprod_desktop.services import answers, sessions, workspace
from coprod_desktop.services.making import papers
from tests.publish.telling_papers import told

NO = "We cannot pay care workers to wait between calls."
PART = {"answer": AnswerKind.PARTLY, "owner": "Service director", "reason": "The money is for one area"}


@pytest.fixture
def no(desk, home_care):
    """The point of the sample that was answered "No. We cannot", with its reason."""
    found = next(p for p in sessions.record(desk, home_care).points if p.answer is AnswerKind.CANNOT)
    answers.change_point(desk, found.id, text=NO)
    return found.id


def one(desk, session, point):
    return next(p for p in sessions.record(desk, session).points if p.id == point)


def paper_of(desk, session, kind="you-said-we-did"):
    return told(paper_kinds.paper(kind, papers.snapshot(desk, session)).document)


def test_a_no_that_becomes_part_needs_words_of_its_own(desk, home_care, no):
    day = sessions.one(desk, home_care).date
    answers.change_point(desk, no, due=day, **PART)
    assert "what is done now that it is no longer a no" in [m.words for m in missing(one(desk, home_care, no))]
    assert any("was a no" in reason for reason in papers.snapshot(desk, home_care).draft_reasons)

    answers.change_point(desk, no, text=f"  {NO.upper()} ")
    assert [m.kind for m in missing(one(desk, home_care, no))] == ["no_action"]
    answers.change_point(desk, no, text="We will pay for waiting in Moorside.")
    assert list(missing(one(desk, home_care, no))) == []


def test_a_no_without_a_reason_was_never_finished_and_asks_for_nothing(desk, home_care):
    point, _ = answers.add_point(desk, home_care, "Ring back", text="We will ring.", owner="Duty desk")
    answers.change_point(desk, point, answer=AnswerKind.CANNOT)
    answers.change_point(desk, point, answer=AnswerKind.WILL, due=sessions.one(desk, home_care).date)
    assert list(missing(one(desk, home_care, point))) == []


def test_a_no_that_was_on_paper_stays_in_view_beside_what_is_said_now(desk, home_care, no, tmp_path):
    papers.make(desk, home_care, ("html",), tmp_path / "out")
    answers.change_point(desk, no, text="We will pay for waiting in Moorside.", **PART)

    said = f"We said no on {plain(desk.today())}. {NO}"
    for kind in ("you-said-we-will", "you-said-we-did"):
        assert said in paper_of(desk, home_care, kind)
    assert said in told(promises(papers.snapshot(desk, home_care)))
    for _ in range(2):  # also on the day itself, and the copy code is of what was printed
        papers.make(desk, home_care, ("html",), tmp_path / "again")
        assert said in paper_of(desk, home_care)
    newest, older, first = papers.made_before(desk, home_care)
    assert newest.fingerprint == older.fingerprint != first.fingerprint


def test_what_was_told_stays_in_view_when_a_promise_becomes_a_no(desk, home_care, tmp_path):
    first = sessions.record(desk, home_care).points[0]
    papers.make(desk, home_care, ("html",), tmp_path / "out")
    answers.change_point(desk, first.id, answer=AnswerKind.WILL_NOT, reason="The money went")
    assert f"On {plain(desk.today())} we said: We will. {first.text}" in paper_of(desk, home_care)


def test_what_nobody_was_told_is_on_no_paper(desk, home_care, no, tmp_path):
    papers.make(desk, home_care, ("html",), tmp_path / "out", kind="ground-rules")
    answers.change_point(desk, no, text="We will pay for waiting in Moorside.", **PART)
    assert [b.text for b in one(desk, home_care, no).before] == [NO]
    assert "We said no on" not in paper_of(desk, home_care)


def test_an_answer_that_is_undone_was_no_other_answer(desk, home_care, no, tmp_path):
    papers.make(desk, home_care, ("html",), tmp_path / "out")
    answers.change_point(desk, no, **PART)
    workspace.undo(desk)
    assert one(desk, home_care, no).answer is AnswerKind.CANNOT
    assert "What we said before" not in paper_of(desk, home_care)


def test_rows_that_are_read_again_know_what_was_answered_before(desk, home_care, no):
    answers.change_point(desk, no, **PART)
    (found,), _, _ = answers.touched(desk, home_care, [no], [])
    assert [(b.answer, b.text) for b in found.before] == [(AnswerKind.CANNOT, NO)]
    assert found.before == one(desk, home_care, no).before


def test_a_private_detail_in_what_was_said_before_is_asked_about(desk, home_care, no, tmp_path):
    papers.make(desk, home_care, ("html",), tmp_path / "out")
    with desk.store.write("Wrote a number in") as tx:  # as from a file of another laptop
        (telling,) = [t for t in one(desk, home_care, no).tellings if t.told_on]
        tx.change("telling", telling.id, text="Ring Jo Ash on 01632 960 123.")
    answers.change_point(desk, no, text="We will pay for waiting in Moorside.", **PART)
    found = [f for f in papers.findings(desk, home_care) if f.subject == no and f.kind == "phone"]
    assert [f.words for f in found] == ["01632 960 123"]
