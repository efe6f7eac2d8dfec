"""Letters and digits in every dress are read as what they show, and each keeps its place."""

import unicodedata

import pytest

from coprod_desktop.domain.check.words import (
    almost_empty,
    fold,
    forms,
    plain,
    starts_sentence,
    tidy,
    tokens_of,
    words_hash,
    words_of,
)

ABC = "abcdefghijklmnopqrstuvwxyz"


@pytest.mark.parametrize(
    "first", [0x1D400, 0x1D41A, 0x24B6, 0x24D0, 0x1F130, 0x1F150, 0x1F170, 0x1F1E6, 0xFF21, 0xFF41]
)
def test_a_letter_in_fancy_dress_is_that_letter(first):
    assert fold("".join(chr(first + n) for n in range(26))) == ABC


@pytest.mark.parametrize(
    "zero", [0x660, 0x6F0, 0x966, 0x9E6, 0xA66, 0xAE6, 0xB66, 0xBE6, 0xC66, 0xCE6, 0xD66, 0xFF10, 0x1D7CE]
)
def test_a_digit_of_any_script_is_that_digit(zero):
    assert fold("".join(chr(zero + n) for n in range(10))) == "0123456789"


def test_circled_raised_and_lowered_digits_are_digits():
    assert fold("①⑨⁰⁴⁹₀₉ℊℝ") == "190" + "49" + "09" + "gr"
    assert fold("⓪⑦⑦⓪⓪") == "07700"
    assert fold("ᴀʙᴢ") == "abz"


def test_nothing_else_is_turned_into_letters():
    for char in "\U0001f12f\U0001f14a\U0001f16a\U0001f18a\U0001f200\uff3b\uff5b\uff40\U0001d800":
        assert fold(char) == char.lower()


def test_accents_are_left_off_and_places_stay():
    assert fold("ŁÓDŹ Øre ßen ÆÐ ǿ ẂŷỸ") == "lodz ore sen að o wyy"
    for text in ("ŁÓDŹ", "ɏǅỿÿ", "１２Ａｂ", "İıẞ"):
        assert len(fold(text)) == len(text)


@pytest.mark.parametrize("block", [range(0xC0, 0x250), range(0x1E00, 0x1F00)])
def test_every_latin_letter_with_an_accent_is_read_without_it(block):
    for n in block:
        base = unicodedata.normalize("NFD", chr(n))[0]
        if base.isascii() and base.isalpha():
            assert fold(chr(n)) == base.lower()


@pytest.mark.parametrize("hidden", ["\u034f", "\u200c", "\u200d", "\u200f", "\ufe0f", "\u0301", "\u0640"])
def test_what_is_not_seen_is_no_part_of_a_word_and_does_not_part_it(hidden):
    assert tokens_of(fold(f"Je{hidden}an é")) == ["jean", "e"]


@pytest.mark.parametrize(
    ("word", "read"),
    [
        ("кариn", "kapиn"),
        ("zаk", "zak"),
        ("Аnna", "anna"),
        ("аz", "az"),
        ("ανna", "avna"),
        ("zж", "zж"),
        ("aв", "ab"),
        ("zв", "zb"),
        ("1в", "1в"),
        ("é-а", "e-a"),
    ],
)
def test_foreign_letters_among_latin_ones_are_what_they_look_like(word, read):
    assert tokens_of(fold(word)) == [read]


def test_a_word_all_in_one_script_stays():
    assert tokens_of("мама") == ["мама"]
    assert tokens_of("аналог á") == ["аналог", "á"]


@pytest.mark.parametrize("word", ["ਗੁਰਪ੍ਰੀਤ", "प्रिया", "ကိုကို", "សុខា", "مُحَمَّد", "שָׁלוֹם"])
def test_vowel_signs_hold_a_word_together(word):
    assert len(tokens_of(fold(word))) == 1


@pytest.mark.parametrize(
    "char", ["\x00", "\x08", "\x1f", "\x84", "\x9f", "\u00ad", "\u200b", "\u2064", "\ufffb", "\ufdef"]
)
def test_what_is_never_printed_is_gone(char):
    assert tidy(f"a{char}b") == "ab"
    assert tidy("a\tb\nc") == "a\tb\nc"


def test_an_apostrophe_or_a_hyphen_belongs_to_its_word():
    assert [w.token for w in words_of("it's well-known - 'yes'")] == ["it's", "well-known", "yes"]
    assert [(w.start, w.end) for w in words_of("é ab")] == [(0, 1), (2, 4)]


@pytest.mark.parametrize(
    ("token", "read"),
    [
        ("jean", ("jean",)),
        ("jeans", ("jeans",)),
        ("sandhus", ("sandhus", "sandhu")),
        ("jean's", ("jean's", "jean")),
        ("o'hara", ("o'hara", "ohara")),
        ("ab-cde", ("ab-cde", "cde")),
        ("hearts", ("hearts", "heart")),
        ("o'shea-lee", ("o'shea-lee", "oshea-lee", "o'shea", "oshea", "lee")),
        ("محمد", ("محمد",)),
        ("لمحمد", ("لمحمد", "محمد")),
        ("والزهراء", ("والزهراء", "الزهراء", "زهراء")),
        ("للزهراء", ("للزهراء", "لزهراء", "زهراء")),
        ("وبالبيت", ("وبالبيت", "بالبيت", "البيت", "بيت")),
        ("وبالبي", ("وبالبي", "بالبي", "البي")),
        ("ولد", ("ولد",)),
        ("ولمح", ("ولمح", "لمح")),
        ("ולמשה", ("ולמשה", "למשה", "משה")),
        ("משה", ("משה",)),
    ],
)
def test_the_ways_to_read_a_word(token, read):
    assert forms(token) == read


@pytest.mark.parametrize(
    ("text", "begins"), [("Jean", True), ("Oh. “Jean", True), ("so Jean", False), ("a: (Jean", True)]
)
def test_where_a_sentence_begins(text, begins):
    assert starts_sentence(text, text.index("Jean")) is begins


def test_letters_that_are_no_letter_with_an_accent_are_read_as_what_they_look_like():
    assert fold("øłđıßæ ØŁĐẞÆ") == "oldisa oldsa"


@pytest.mark.parametrize("mark", ["\u0300", "\u036f", "\u0591", "\u06ed", "\u0730", "\u0900", "\u109d", "\u17d3"])
def test_a_mark_on_a_letter_parts_no_word(mark):
    assert len(tokens_of(fold(f"ж{mark}ж"))) == 1


def test_each_place_in_a_text_stays_its_place_whatever_stands_there():
    assert [hex(n) for n in range(0x20, 0x1F200) if not 0xD800 <= n < 0xE000 and len(fold(chr(n))) != 1] == []


@pytest.mark.parametrize("blanks", [1, 198, 199, 200, 201])
def test_a_sentence_begins_after_any_number_of_blanks(blanks):
    assert starts_sentence("It rains." + " " * blanks + "Then", 9 + blanks)
    assert not starts_sentence("so" + " " * min(blanks, 198) + "Then", 2 + min(blanks, 198))


def test_what_was_settled_in_these_words_stays_settled_in_every_version():
    assert words_hash("Ask Mrs Obi") == "944075c314ad809a263b3f7403d5c2bd"
    assert words_hash("Zoe\u0308") == words_hash("Zo\u00eb") != words_hash("Zoe")
    assert len(words_hash("\ud800")) == 32


def test_two_texts_say_the_same_in_the_same_words():
    assert plain(" It’s  Zoë’s “day”, co-op! ") == "its zoes day co-op"


@pytest.mark.parametrize(
    ("text", "says_nothing"),
    [
        ("", True),
        (" .,-— ", True),
        ("a", False),
        ("7", False),
        ("é", False),
        ("😀", False),
        ("۷", False),
        ("+", True),
        ("£", True),
    ],
)
def test_a_text_without_letter_digit_or_picture_says_nothing(text, says_nothing):
    assert almost_empty(text) is says_nothing
