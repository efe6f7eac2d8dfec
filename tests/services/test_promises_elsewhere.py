"""Promises on two laptops of which one took them away."""

from __future__ import annotations

import datetime
import shutil

import pytest

from coprod_desktop.domain.words import AnswerKind
from coprod_desktop.services import answers, promises, sessions, workspace
from coprod_desktop.services import bin as bins
from coprod_desktop.services.bring_in import between_laptops, merge, session_file
from coprod_desktop.services.making import papers

MAY = datetime.date(2026, 5, 1)


@pytest.fixture
def two_laptops(desk, empty_workspace, tmp_path):
    """This desk, and another laptop's with the same two sessions, a promise in the first; how a session goes over."""
    made = sessions.new(desk, title="First", date=datetime.date(2026, 3, 2))[0]
    later = sessions.new(desk, title="Second", date=datetime.date(2026, 4, 2))[0]
    promise, _ = answers.add_point(desk, made, "There is nowhere to sit")
    answers.change_point(desk, promise, answer=AnswerKind.WILL, text="A bench", owner="Estates", due=MAY)
    shutil.copytree(empty_workspace, tmp_path / "other")
    other = workspace.unlock(tmp_path / "other", None)

    def over(session):
        record = sessions.record(desk, session)
        return merge.import_file(other, session_file.write(record, between_laptops.of(desk, record))).session

    yield desk, other, {"made": made, "later": later}, promise, over
    workspace.close(other)


def test_what_another_paper_is_to_tell_comes_in_again_though_the_promise_was_taken_away_here(two_laptops):
    desk, other, session, promise, over = two_laptops
    over(session["made"])
    promises.tell(desk, session["later"], [promise])
    over(session["later"])
    answers.remove_point(other, promise)
    for said in ("The gate is locked", "The lamp is out", "The bell is broken"):
        answers.add_point(desk, session["later"], said)
        there = over(session["later"])
    assert promises.lines(other) == ()
    bins.put_back(other, "point", promise)
    assert [line.told_in for line in promises.lines(other)] == [{there}]


def test_a_promise_that_people_have_on_paper_comes_back_where_it_was_taken_away(two_laptops, tmp_path):
    desk, other, session, promise, over = two_laptops
    over(session["made"])
    answers.remove_point(other, promise)
    papers.review(desk, session["made"])
    papers.make(desk, session["made"], ["text"], tmp_path / "papers")
    over(session["made"])
    assert [(line.what, line.who, line.due) for line in promises.lines(other)] == [("A bench", "Estates", MAY)]
