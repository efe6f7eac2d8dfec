"""What somebody was not asked yet, and how it is asked."""

from __future__ import annotations

from dataclasses import replace

from coprod_desktop.domain.still_open import QUESTIONS, questions, still_open
from tests.domain.making import person

BO = person("bo", "Bo Lindqvist")


def test_of_somebody_who_was_asked_nothing_everything_is_open_and_has_its_question():
    assert still_open(BO) == (
        *("quoting their words", "photos", "recording", "being contacted afterwards"),
        *("whether we may write", "whether it is safe to ring", "whether we may leave a message"),
    )
    assert questions(BO) == tuple(QUESTIONS[words] for words in still_open(BO))
    assert len(set(questions(BO))) == len(QUESTIONS)


def test_a_no_and_not_sure_are_answers_and_not_asked_is_none():
    asked = replace(BO, consents={"photo": "no", "recording": "perhaps", "contact": "not asked", "other": True})
    assert still_open(asked)[:2] == ("quoting their words", "being contacted afterwards")
