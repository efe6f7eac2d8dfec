"""Where somebody lives is found with its beginning and its end, and nothing else is taken for it."""

import pytest

from coprod_desktop.domain.check.scan import Scanner
from tests.domain.making import record


def found(text: str) -> list[tuple[str, str]]:
    return [(h.kind.value, text[h.start : h.end]) for h in Scanner(record()).hits(text)]


@pytest.mark.parametrize(
    ("text", "postcode"),
    [
        ("come to GIR 0AA on Friday", "GIR 0AA"),
        ("she lives in MR4 now", "MR4"),
        ("it is the bit after, 2QX", "2QX"),
        ("my postcode is M R 4 2 Q X", "M R 4 2 Q X"),
        ("my postcode is mr4", "mr4"),
    ],
)
def test_a_postcode_or_half_of_one(text, postcode):
    assert found(text) == [("postcode", postcode)]


@pytest.mark.parametrize("text", ["the 2ND floor, 5FT wide, 6LB of it", "mr4 is a bus, 2qx too", "XQ4 is a bus"])
def test_what_only_looks_like_half_a_postcode(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("she is at 9 elm grove now", "9 elm grove"),
        ("9 elm close", "9 elm close"),
        ("9 elm close.", "9 elm close"),
        ("visit 9 elm close on Friday", "9 elm close"),
        ("I saw 9 Elm Close by", "9 Elm Close"),
        ("I saw 9 elm road by", "9 elm road"),
        ("she is at 12 Heol Fawr now", "12 Heol Fawr"),
        ("write to 12 Heol Fawr", "12 Heol Fawr"),
        ("12 Heol Fawr Monday", "12 Heol Fawr"),
        ("she is at 12 Larkwood now", "12 Larkwood"),
        ("she lives at 3 the Gables", "3 the Gables"),
        ("I am at pitch 14 by the river", "pitch 14"),
        ("she is at number 9 now", "at number 9"),
        ("the woman at 9 is ill", "woman at 9"),
        ("room 14 at Larkspur House", "room 14"),
        ("Room 14", "Room 14"),
        ("he is in room 14, with a cold", "is in room 14"),
        ("Elm Cottage floods", "Elm Cottage"),
        ("the old rectory is cold", "the old rectory"),
        ("the house with the red door", "the house with the red door"),
        ("flat 3 is damp", "flat 3"),
        ("I live on Larkspur Close", "Larkspur Close"),
        ("Elm Grove, the end house", "Elm Grove, the end house"),
        ("Ferndale, Oak Lane is cold", "Ferndale, Oak Lane"),
    ],
)
def test_a_home_from_its_first_word_to_its_last(text, address):
    assert found(text) == [("address", address)]


@pytest.mark.parametrize(
    "text",
    [
        "I saw 9 elm close by",
        "I was 9 the close of the day",
        "we waited 3 hours in a row",
        "3 hours in a row",
        "she is at 12 heol fawr now",
        "we had 3 the same",
        "room 14 at the library",
        "elm cottage floods",
        "the cottage floods",
        "Care Bungalow floods",
        "I live on larkspur close",
        "I live on Main Street",
        "elm grove, the end house",
        "ferndale, Oak Lane is cold",
        "Ferndale, oak lane is cold",
    ],
)
def test_what_only_looks_like_a_home(text):
    assert found(text) == []
