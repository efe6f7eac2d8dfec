"""One name in two scripts."""

import pytest

from coprod_desktop.domain.check.scripts import consonants, is_arabic, is_cyrillic, latin


@pytest.mark.parametrize(
    ("names", "known_by"),
    [
        ("hassan الحسن حسن", "hsn"),
        ("fatimah fatma فاطمة", "ftm"),
        ("muhammad mohammed محمد", "mhmd"),
        ("shah", "sh"),
        ("sarah", "srh"),
        ("ahmed", "hmd"),
        ("khadijah خديجة", "kdj"),
        ("phillippa", "flp"),
        ("noah", "nh"),
    ],
)
def test_the_consonants_of_a_name_are_the_same_in_any_spelling(names, known_by):
    assert {consonants(name) for name in names.split()} == {known_by}


def test_letters_of_two_sounds_are_two():
    assert consonants("xq") == "ksk"
    assert consonants("chgh") == "cg"


def test_cyrillic_letters_in_latin_ones():
    assert latin("абвгґдезийклмнопрстуфыіэћђјљњџ") == "abvggdeziiklmnoprstufyiecdjlnd"
    assert latin("ёжхцчшщъьюяєї") == "ezhkhtschshshchyuyayeyi"


@pytest.mark.parametrize(
    ("word", "cyrillic", "arabic"),
    [
        ("\u0400", True, False),
        ("\u052f", True, False),
        ("\u03ff", False, False),
        ("\u0530", False, False),
        ("\u0600", False, True),
        ("\u06ff", False, True),
        ("\u0700", False, False),
        ("aи", False, False),
        ("иa", True, False),
        ("aا", False, False),
        ("", False, False),
    ],
)
def test_a_word_is_of_the_script_it_begins_in(word, cyrillic, arabic):
    assert (is_cyrillic(word), is_arabic(word)) == (cyrillic, arabic)
