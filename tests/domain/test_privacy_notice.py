"""A privacy notice: what it begins with, what is still missing, and the law of another nation."""

from __future__ import annotations

import datetime

import pytest

from coprod_desktop.domain.people_record import Keep, Privacy
from coprod_desktop.domain.privacy_notice import filled, law_of_another, missing, starting
from coprod_desktop.domain.words import Nation

FILLED = {
    "controller": "Marrow Council",
    "contact": "Ring 0100",
    "officer": "The officer",
    "article9": "Explicit consent",
}
AGREED = datetime.date(2026, 9, 1)
RULES = (Keep.__new__(Keep),)
"""Some rule: what it says is told elsewhere."""


def test_a_notice_begins_with_words_of_which_nobody_has_to_think_and_leaves_the_rest_open():
    begun = filled(None)
    assert set(starting()) == {name for name, words in begun.items() if words}
    assert {name for name, words in begun.items() if not words} == set(FILLED)
    assert "agreed_on" not in begun
    assert "review_on" not in begun
    assert begun["lawful_basis"].startswith("Public task")
    assert begun["rights"].count("\n") == 4
    assert begun["complain_to"].count("\n") == 1


def test_what_was_written_stands_before_what_it_began_with():
    assert filled(Privacy(id="p", purpose=" To listen ", controller=" "))["purpose"] == "To listen"
    assert filled(Privacy(id="p", purpose=" To listen ", controller=" "))["controller"] == ""


def test_everything_that_is_missing_is_said_in_sentences():
    assert missing(None, (), Nation.ENGLAND) == (
        "Not filled in yet: who is responsible.",
        "Not filled in yet: whom to ask.",
        "Not filled in yet: the data protection officer.",
        "Not filled in yet: the condition for needs, health and equality answers.",
        "Not filled in yet: how long it is kept. Set that in Settings.",
        "Nobody has written down that the organisation agreed to this notice.",
    )
    assert missing(Privacy(id="p", agreed_on=AGREED, **FILLED), RULES, Nation.ENGLAND) == ()
    assert missing(Privacy(id="p", **FILLED), RULES, Nation.ENGLAND) == (
        "Nobody has written down that the organisation agreed to this notice.",
    )


def test_the_law_of_another_nation_is_named():
    notice = Privacy(id="p", agreed_on=AGREED, **FILLED | {"purpose": "Under the  Care Act\n2014"})
    assert missing(notice, RULES, Nation.ENGLAND) == ()
    assert missing(notice, RULES, Nation.WALES) == (
        "“What it is for” names the law of England, and this notice is for Wales.",
    )


@pytest.mark.parametrize(
    ("words", "of"),
    [
        ("the CARE  ACT", Nation.ENGLAND),
        ("the Social Services and Well-being (Wales) Act", Nation.WALES),
        ("see Section 75", Nation.NORTHERN_IRELAND),
        ("the law", None),
    ],
)
def test_whose_law_words_name(words, of):
    for nation in Nation:
        assert law_of_another(words, nation) == (None if nation is of else of)
