"""Leaving out takes the whole, never half of it."""

import pytest

from coprod_desktop.domain.check.leaving import leave_out
from coprod_desktop.domain.check.scan import Scanner
from tests.domain.making import person, record

PEOPLE = (person("a", "Jean Quarrendon"), person("b", "Blessing Okonkwo-Hale", public="first name"))


def without(text: str) -> str:
    eyes = Scanner(record(*PEOPLE))
    return leave_out(text, eyes.hits(text), eyes.hits)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Ask Cllr P. Lightbody about it", "Ask [name left out] about it"),
        ("It is on card 4929 1234 5678 9012 now", "It is on card [number left out] now"),
        ("She lives at Flat 3, Oak Court and waits", "She lives at [address left out] and waits"),
        ("My carer Gurpreet Kaur Sandhu left", "My carer [name left out] left"),
        ("write to jean.q(at)example.org soon", "write to [mail address left out] soon"),
        ("Then Jeanie rang", "Then [name left out] rang"),
        ("Then J. Quarrendon rang", "Then [name left out] rang"),
        ("Ask Mrs Quarrendon-Pugh", "Ask [name left out]"),
        ("Blessing Okonkwo-Hale rang", "Blessing rang"),
        ("ring 07700 900 481, then wait", "ring [phone number left out], then wait"),
        ("I am at 14 Oak Lane, Wem, SY4 5RT now", "I am at [address left out] now"),
        ("J e a n rang", "[name left out] rang"),
        ("We said so. The door code is 4417. Nobody listens.", "We said so. Nobody listens."),
        ("The key safe is 4417", "[left out]"),
        ("It hurts. My husband hits me. It rains.", "It hurts. It rains."),
    ],
)
def test_the_whole_name_number_or_sentence_goes(text, left):
    assert without(text) == left


@pytest.mark.parametrize(
    "text",
    [
        "Cllr P. Lightbody and Mrs Ana Maria dos Santos Silva came",
        "card 4929 1234 5678 9012, sort code 20-00-00, account 55779911",
        "Flat 3, Oak Court, 14 Oak Lane, Wem",
        "Gurpreet Kaur Sandhu, Jeanie, J.Q. and Quarrendon",
        "jean.q(at)example.org or jean dot q at example dot org",
        "my number is oh seven seven zero zero nine hundred one two three",
    ],
)
def test_nothing_is_found_in_what_is_left(text):
    eyes = Scanner(record(*PEOPLE))
    assert eyes.hits(without(text)) == ()
    for piece in ("Lightbody", "Silva", "9012", "9911", "Oak", "Sandhu", "Jean", ".q", "three"):
        assert piece not in without(text)


def test_where_more_would_give_it_away_the_sentence_goes():
    hits = Scanner(record(*PEOPLE)).hits("Kind words. Ask Jean, yes her. More.")
    still = iter([hits, ()])
    assert leave_out("Kind words. Ask Jean, yes her. More.", hits, lambda _text: next(still, ())) == "Kind words. More."
