"""What a public paper tells of needs: how many were met and not met, and what changes. Never whose, never which, never why."""

from __future__ import annotations

import dataclasses

import pytest

from coprod_desktop.domain.record import Need
from coprod_desktop.domain.words import Attending
from coprod_desktop.publish import paper_kinds
from coprod_desktop.publish.easy.telling import hint
from coprod_desktop.publish.gate import open_gate
from coprod_desktop.publish.paper import fingerprint
from tests.domain.making import DAY, entry, person, record
from tests.publish.telling_papers import told


def session(met: int, not_met: int, *rows):
    answers = [True] * met + [False] * not_met
    people = [
        dataclasses.replace(
            person(f"p{n}", f"Zebedee Quorn{n}", "member"),
            attendance=Attending.HERE,
            needs=(Need(id=f"n{n}", need="a zither", met=one, why_not="the zither was out of tune"),),
        )
        for n, one in enumerate(answers)
    ]
    said = entry(90, "The bus is late", quote_ok=True)
    return record(*people, said, *rows)


def papers(of):
    snapshot = open_gate(of, (), DAY)
    paper = paper_kinds.paper("you-said-we-will", snapshot)
    easy = " ".join(s.text for page in paper.easy.pages for s in page.sentences)
    return snapshot, told(paper.document), easy, paper


@pytest.mark.parametrize(("met", "not_met"), [(12, 6), (12, 2), (3, 9), (9, 0), (2, 1)])
def test_d23_the_paper_tells_how_many_and_nothing_of_anybody(met, not_met):
    """D23: needs met or not show on the paper as numbers; counts under 5 are hidden (D9)."""
    snapshot, text, easy, paper = papers(session(met, not_met))
    for words in (text, easy):
        assert "zither" not in words
        assert "Quorn" not in words
        assert (snapshot.access.needs is not None) == (met + not_met >= 5)
        if snapshot.access.needs:
            assert snapshot.access.needs.partition(". ")[2] in words.replace("\n", " ")
    for page in paper.easy.pages:
        assert not [s.text for s in page.sentences if hint(s.text)]


def test_what_changes_stands_below_it():
    problem = entry(1, "W could not hear", kind="access_incident", outcome_note="The loop is tested first")
    _snapshot, text, easy, _paper = papers(session(12, 6, problem))
    for words in (text, easy):
        assert "6 needs were not met." in words
        assert "The loop is tested first" in words
    _snapshot, text, _easy, _paper = papers(session(12, 6))
    assert "We have not written down what was done about it." in text
    _snapshot, text, _easy, _paper = papers(session(12, 0))
    assert "We have not written down what was done" not in text
    assert "What people needed" in text


def test_a_check_of_the_easy_read_counts_no_more_when_the_numbers_are_others_and_only_then():
    without = open_gate(session(2, 1), (), DAY)
    more, again = open_gate(session(12, 6), (), DAY), open_gate(session(12, 7), (), DAY)
    assert len({fingerprint(one) for one in (without, more, again)}) == 3
