"""What each word makes worth looking for."""

import pytest

from coprod_desktop.domain.check import traits, worth

NAMES = {value: name.lower() for name, value in vars(worth).items() if name.isupper()}


@pytest.mark.parametrize(
    ("word", "looked_for"),
    [
        *(("bus", ""), ("carer", "cued"), ("mr", "cued odd"), ("mrs", "cued odd"), ("zorblat", "odd"), ("q", "odd")),
        *(("ji", "cued odd"), ("pan", "cued"), ("auntie", "cued"), ("our", "cued"), ("girl", "cued points")),
        *(("called", "cued"), ("named", "cued"), ("worker", "cued"), ("social", ""), ("herr", "cued odd")),
        *(("4", "digits"), ("07700", "digits"), ("4a", "digits odd"), ("seven", "spoken"), ("fifty-one", "spoken")),
        *(("well-known", ""), ("first", ""), ("third", "spoken"), ("farm", "dwells"), ("insta", "odd online")),
        *(("insta's", "odd online"), ("only", "points"), ("mayor's", "points"), ("password", "passes")),
        *(("login", "passes"), ("cancer", "health"), ("kicked", "violence"), ("prison", "law"), ("carer's", "")),
    ],
)
def test_what_a_word_makes_worth_looking_for(word, looked_for):
    found = traits.of([word])
    assert " ".join(sorted(name for value, name in NAMES.items() if found & value)) == looked_for


def test_a_text_is_worth_what_its_words_are():
    assert traits.of(["bus", "4", "only"]) == worth.DIGITS | worth.POINTS
    assert traits.of([]) == 0


@pytest.mark.parametrize(
    ("word", "cue"), [("carer", True), ("zorblat", True), ("bus", False), ("4", False), ("4a", True)]
)
def test_names_stand_beside_these_words_or_are_these(word, cue):
    assert traits.is_cue(word) is cue
