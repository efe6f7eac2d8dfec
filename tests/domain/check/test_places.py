"""Whether a name belongs to a place, a charity or a firm, by what stands around it."""

import pytest

from coprod_desktop.domain.check.places import is_place_or_body
from coprod_desktop.domain.check.words import fold, words_of


@pytest.mark.parametrize(
    ("text", "word", "is_place"),
    [
        ("Mill House is near", "House", True),
        ("the old Mill House is near", "House", True),
        ("mill House is near", "House", False),
        ("Mill house is near", "house", False),
        ("Mill, House is near", "House", False),
        ("Mrs House is near", "House", False),
        ("House is near", "House", False),
        ("so House is near", "House", False),
        ("St Mary is near", "Mary", True),
        ("St. Mary is near", "Mary", True),
        ("at st mary now", "mary", True),
        ("St, Mary is near", "Mary", False),
        ("Marie Curie came", "Curie", True),
        ("so Marie Curie came", "Curie", True),
        ("marie Curie came", "Curie", False),
        ("Marie, Curie came", "Curie", False),
        ("Curie came", "Curie", False),
        ("Marie Curie came", "Marie", True),
        ("marie curie came", "marie", True),
        ("Marie, Curie came", "Marie", False),
        ("Donna Group came", "Donna", True),
        ("Donna group came", "Donna", False),
        ("Donna house came", "Donna", True),
        ("Donna & Sons Group came", "Donna", True),
        ("Donna May Zorb Group came", "Donna", True),
        ("Donna May Zorb Vex Group came", "Donna", False),
        ("Donna May house came", "Donna", False),
        ("Donna so Group came", "Donna", False),
        ("Donna. Group came", "Donna", True),
        ("Donna", "Donna", False),
        ("Donna May", "Donna", False),
        ("Group Donna", "Donna", False),
    ],
)
def test_what_stands_around_a_name_makes_a_place_of_it(text, word, is_place):
    words = words_of(fold(text))
    at = next(n for n, one in enumerate(words) if text[one.start : one.end] == word)
    assert is_place_or_body(text, words, at) is is_place
