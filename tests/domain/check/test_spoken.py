"""Numbers told in words are found with all their words."""

import pytest

from coprod_desktop.domain.check.scan import Scanner
from coprod_desktop.domain.check.spoken import turned
from tests.domain.making import record


def found(text: str) -> list[tuple[str, str]]:
    return [(h.kind.value, text[h.start : h.end]) for h in Scanner(record()).hits(text)]


@pytest.mark.parametrize(
    ("words", "digits"),
    [
        ("oh double seven double oh", "07700"),
        ("oh seven seven nine hundred one", "0779001"),
        ("triple seven, one", "7771"),
        ("treble four", "444"),
        ("double twenty", "double 20"),
        ("twenty one", "21"),
        ("twenty, one", "201"),
        ("twenty 1", "201"),
        ("twenty ten", "2010"),
        ("fifty-one", "51"),
        ("ten one", "101"),
        ("nine hundred twelve", "90012"),
        ("nine thousand", "9 thousand"),
        ("two and two", "2 and 2"),
        ("four 17", "417"),
        ("12 34", "12 34"),
        ("12 o", "120"),
        ("o77oo", "07700"),
        ("0i632", "01632"),
        ("third of may", "3rd of may"),
        ("first of may", "1st of may"),
        ("the first came", "the first came"),
        ("the second hand", "the second hand"),
        ("twentieth", "20th"),
        ("oh dear", "oh dear"),
        ("nought one", "01"),
        ("hundred", "hundred"),
        ("a seven", "a 7"),
        ("", ""),
    ],
)
def test_words_become_digits(words, digits):
    assert turned(words).text == digits


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("phone", "oh double seven double oh nine oh oh four eight one"),
        ("phone", "oh seven seven zero zero nine hundred one two three"),
        ("phone", "O77OO 9OO481"),
        ("phone", "0I632 960211"),
        ("birth_date", "third of May, nineteen fifty one"),
        ("code", "four four one seven"),
        ("code", "four, four, one, seven"),
        ("code", "double four seven one"),
    ],
)
def test_a_number_told_in_words_is_found_whole(kind, words):
    told = {"phone": "my number is", "birth_date": "I was born on the", "code": "the door code is"}[kind]
    assert found(f"{told} {words} you see") == [(kind, words)]


@pytest.mark.parametrize("text", ["the first three came, the second too", "twenty one people came at half ten"])
def test_everyday_counts_are_left_alone(text):
    assert found(text) == []
