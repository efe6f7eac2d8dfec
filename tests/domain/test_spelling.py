"""What may be misspelt: British, local names known, nothing said of other languages or of the word being typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.domain.spelling import Doubt, doubtful, local_names, words_told

ENGLISH = frozenset(
    [
        "the",
        "carer",
        "came",
        "late",
        "again",
        "and",
        "nobody",
        "rang",
        "me",
        "so",
        "please",
        "write",
        "in",
        "plain",
        "words",
        "my",
        "sister",
        "does",
        "forms",
        "with",
        "colour",
        "of",
    ]
)


def words(text: str, local: tuple[str, ...] = (), typing: int | None = None) -> list[str]:
    found = doubtful(text, lambda word: word.lower() in ENGLISH, local_names(local), typing=typing)
    assert all(text[one.start : one.end] == one.word for one in found)
    return [one.word for one in found]


def test_a_word_that_no_list_knows_is_told_with_its_place():
    assert words("the carer came layt again and nobody rang") == ["layt"]
    assert words_told(doubtful("the layt carer, layt", ENGLISH.__contains__)) == "Look at the spelling of: layt"
    assert words("the teh tq carer") == ["teh"]
    both = [Doubt(0, 4, "layt"), Doubt(5, 8, "teh"), Doubt(9, 13, "layt")]
    assert words_told(both) == "Look at the spelling of: layt, teh"
    assert words_told(()) == ""


@pytest.mark.parametrize(
    "text",
    [
        "the carer came with BSL of 45b, please 01632 960001",
        "please write to qwzx@example.org and www.zzqqx.org",
        "the carer of Winifred came with Aberystwyth Manchester",
        "the carer came ok me",
    ],
)
def test_initials_addresses_numbers_names_and_places_are_not_looked_at(text):
    assert words(text) == []


def test_people_themes_and_places_of_this_session_are_known():
    text = "Zbigniew Tattersall’s carer came with the Wrzosek-Ferrier forms"
    assert words(text, ("Zbigniew Tattersall", "Wrzosek-Ferrier")) == []
    assert words(text, ("Tattersall",)) == ["Wrzosek-Ferrier"]


def test_the_word_that_is_being_typed_is_left_alone():
    text = "the carer came layt"
    assert words(text, typing=len(text)) == []
    assert words(text + " ", typing=len(text) + 1) == ["layt"]


def test_a_line_in_another_language_gets_no_hints():
    assert words("opiekunka znowu przyszła późno i nikt nie zadzwonił") == []


@given(st.text(alphabet="abcé’'- 9@AB\n", max_size=40), st.integers(0, 40))
def test_a_doubt_is_a_word_of_the_text_and_the_text_is_never_changed(text, typing):
    for one in doubtful(text, lambda _word: False, typing=typing):
        assert text[one.start : one.end] == one.word
        assert not one.start <= typing <= one.end
