"""Who got which paper, and which papers may hold somebody's words."""

from __future__ import annotations

import datetime

import pytest

from coprod_desktop.domain.permission import Purpose
from coprod_desktop.errors import UserError
from coprod_desktop.services import members_check, people, workspace
from coprod_desktop.services.changed_mind import Scope, TakenBack, take_back
from coprod_desktop.services.making import papers

DAY = datetime.date(2026, 10, 1)


@pytest.fixture
def paper(desk, home_care, tmp_path):
    members_check.looked(desk, home_care, "you-said-we-will", "Two members", DAY)
    papers.make(desk, home_care, ("html",), tmp_path / "out")
    return papers.made_before(desk, home_care)[0]


def test_several_people_get_a_paper_in_one_step(desk, home_care, paper):
    first, second, *_ = people.on_list(desk, home_care)
    papers.sent(desk, home_care, paper.id, [first.id, second.id], "Printed", DAY)
    got = papers.sent_before(desk, home_care)
    assert {(s.name, s.format, s.on) for s in got} == {
        (first.name, "Printed", "2026-10-01"),
        (second.name, "Printed", "2026-10-01"),
    }
    workspace.undo(desk)
    assert papers.sent_before(desk, home_care) == []


def test_nobody_ticked_is_a_sentence(desk, home_care, paper):
    with pytest.raises(UserError, match="Nobody is ticked"):
        papers.sent(desk, home_care, paper.id, [], "Printed", DAY)


def test_a_paper_made_before_someone_changed_their_mind_may_hold_their_words(desk, home_care, paper, tmp_path):
    mo = next(p for p in people.on_list(desk, home_care) if p.name.startswith("Mo"))
    words = [e for e in papers_of(desk, home_care) if e.speaker == mo.id]
    assert papers.papers_with(desk, home_care, [e.id for e in words]) == [paper]
    take_back(desk, home_care, mo.id, TakenBack(purposes=(Purpose.OTHER_WORDS,), on=DAY, scope=Scope.SESSION))
    papers.make(desk, home_care, ("html",), tmp_path / "out")
    newest, oldest = papers.made_before(desk, home_care)
    assert papers.papers_with(desk, home_care, [e.id for e in words]) == [oldest]
    assert newest.fingerprint != oldest.fingerprint


def papers_of(desk, session):
    from coprod_desktop.services import sessions

    return sessions.record(desk, session).entries
