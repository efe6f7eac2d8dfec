"""Settling what check asks: once for the same words, by who was shown what, with words that will do."""

from __future__ import annotations

import datetime

import pytest

from coprod_desktop.domain.check.findings import blocking
from coprod_desktop.domain.check.settled import Decision
from coprod_desktop.errors import UserError
from coprod_desktop.services import capture, sessions, workspace
from coprod_desktop.services.capture import NewLine
from coprod_desktop.services.making import papers

PRIVATE = "my carer Donna is leaving"


def asked(desk, session):
    return blocking(papers.findings(desk, session))


@pytest.fixture
def three(desk, home_care):
    """A session in which three people said the same private words."""
    for _ in range(3):
        capture.add(desk, home_care, NewLine(text=PRIVATE, quote_ok=True))
    return home_care


def test_the_same_words_in_three_lines_are_settled_once(desk, three):
    found = asked(desk, three)
    assert len(found) == 3
    papers.settle(desk, three, found[0], Decision.LEAVE_OUT)
    assert asked(desk, three) == ()


def test_other_words_are_for_all_three(desk, three):
    papers.settle(desk, three, asked(desk, three)[1], Decision.OTHER_WORDS, "A carer is leaving")
    assert asked(desk, three) == ()
    told = [e for e in sessions.record(desk, three).entries if e.text == PRIVATE]
    assert [e.public_text for e in told] == ["A carer is leaving"] * 3


@pytest.mark.parametrize("words", ["My carer Donna is going", "our Donna, she said", "It is donna, my carer"])
def test_other_words_that_still_hold_it_are_refused_with_a_sentence(desk, three, words):
    before = asked(desk, three)
    with pytest.raises(UserError, match=r"These words still hold “[Dd]onna”: names a person"):
        papers.settle(desk, three, before[0], Decision.OTHER_WORDS, words)
    assert asked(desk, three) == before


def test_other_words_are_looked_at_in_their_turn(desk, three):
    papers.settle(desk, three, asked(desk, three)[0], Decision.OTHER_WORDS, "A carer is leaving, ring 07700 900481")
    assert ("phone", "public_text") in {(f.kind, f.field) for f in asked(desk, three)}


def test_no_clock_decides(desk, three):
    """It is fine on a laptop a year ahead, then left out on one with the right day: left out."""
    found = asked(desk, three)[0]
    right = desk.now
    object.__setattr__(desk, "now", lambda: right() + datetime.timedelta(days=365))
    papers.settle(desk, three, found, Decision.FINE)
    object.__setattr__(desk, "now", right)
    papers.settle(desk, three, found, Decision.LEAVE_OUT)
    (now,) = {f.settled.decision for f in papers.findings(desk, three) if f.question == found.question}
    assert now is Decision.LEAVE_OUT


def test_fine_after_all_counts_when_it_was_said_knowing_of_the_no(desk, three):
    found = asked(desk, three)[0]
    papers.settle(desk, three, found, Decision.LEAVE_OUT)
    papers.settle(desk, three, found, Decision.FINE)  # by who still sees the page as it was before

    def now():
        return next(f for f in papers.findings(desk, three) if f.question == found.question)

    assert now().settled.decision is Decision.LEAVE_OUT
    papers.settle(desk, three, now(), Decision.FINE)
    assert now().settled.decision is Decision.FINE
    workspace.undo(desk)
    assert now().settled.decision is Decision.LEAVE_OUT


def test_reviewed_settles_what_is_asked_gently_too_and_once_for_the_same_words(desk, three):
    capture.add(desk, three, NewLine(text="My husband hits me", quote_ok=True))
    listed = papers.review(desk, three)
    assert sorted(f.kind for f in listed if "Donna" in f.words or "hits me" in f.words) == ["third_person", "violence"]
    assert [f for f in papers.findings(desk, three) if f.is_open] == []
