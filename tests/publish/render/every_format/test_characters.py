import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.publish.render.every_format.characters import Spelling, tidy
from coprod_desktop.publish.render.tagged.fonts import Faces

FACES = Faces()


@pytest.fixture
def spelling():
    return Spelling(FACES.has)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("e\u0301", "é"),
        ("one\r\ntwo\rthree\u2028four", "one\ntwo\nthree\nfour"),
        ("a\tb", "a b"),
        ("co\u00adproduction zero\u200bwidth \ufeff", "coproduction zerowidth "),
        ("bell\x07 nul\x00 escape\x1b", "bell nul escape"),
        ("turn\u202eround", "turnround"),
        ("half \ud83d", "half \ufffd"),
        ("👩\u200d🦽 می\u200cخواهم", "👩\u200d🦽 می\u200cخواهم"),
    ],
)
def test_text_is_tidied_for_every_format(typed, kept):
    assert tidy(typed) == kept


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Tŷ bach, łódź, știu, Việt Nam, Жанна, Ελλάδα: £5 – “yes”…", None),
        ("thanks 😀", "thanks (smiling face)"),
        ("thanks😀and bye", "thanks (smiling face) and bye"),
        ("great 👍🏽!", "great (thumbs up)!"),
        ("😀😀😀", "(smiling face, 3 times)"),
        ("from 🇬🇧 to 🇵🇱.", "from (flag GB) to (flag PL)."),
        ("1️⃣ first ✓ then → ☐", "1 first (tick) then (arrow) (empty box)"),
        ("a 🦽 ramp", "a (manual wheelchair) ramp"),
        ("𝗛𝗲𝗹𝗹𝗼 Ⅳ", "Hello IV"),
        ("non\u2011breaking 10\u202f000", "non-breaking 10\xa0000"),
        ("private \ue000", "private (unknown sign)"),
    ],
)
def test_signs_no_font_has_are_printed_as_words(spelling, typed, printed):
    assert spelling.spell(typed) == (typed if printed is None else printed, False)


def test_signs_printed_as_words_are_told_once(spelling):
    for text in ("😀", "again 😀", "✓"):
        spelling.spell(text)
    assert spelling.warnings == ("The PDF prints these signs as words: 😀 as “(smiling face)”, ✓ as “(tick)”.",)


@pytest.mark.parametrize(
    ("text", "lang", "direction", "printed"),
    [
        ("שלום, NHS 12 עולם", "he", "rtl", "(Words in Hebrew: see the web page version)"),
        ("ਅਸੀਂ ਜਾਣਨਾ", "pa", "ltr", "(Words in Punjabi: see the web page version)"),
        ("ߊߋߌ", "nqo", "rtl", "(Words in Nko letters: see the web page version)"),
        (
            "She said שלום עולם, twice",
            None,
            "ltr",
            "She said (Words in Hebrew letters: see the web page version), twice",
        ),
        ("नमस्ते दुनिया", "hi", "ltr", "(Words in Hindi: see the web page version)"),
        ("我们想知道。", None, "ltr", "(Words in Chinese: see the web page version)"),
        ("誰が来るのか", None, "ltr", "(Words in Japanese: see the web page version)"),
    ],
)
def test_letters_that_need_more_than_a_font_are_passed_on(spelling, text, lang, direction, printed):
    assert spelling.spell(text, lang, direction) == (printed, True)
    assert len(spelling.warnings) == 1


def test_words_right_to_left_on_two_lines_are_two_passages(spelling):
    stand_in = "(Words in Hebrew letters: see the web page version)"
    assert spelling.spell("שלום\nשלום")[0] == f"{stand_in}\n{stand_in}"


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("مرحبا، NHS 12 بكم (١٢٫٥٠) «شكرا»؟", "ar"),
        ("می\u200cخواهم ۱۲ کتاب\u200cها", "fa"),
        ("ٹڈڑںےھہگپچژ ۴۵۶ ہے۔", "ur"),
        ("پنجابی وچ", "pa"),
        ("په پښتو کې ځ ډ ړ ږ ښ ې ۍ", "ps"),
        ("بە کوردی ڕێ و ڵێ", "ckb"),
        ("سنڌي ٻ ڄ ڏ ڳ ڱ", "sd"),
        ("ئۇيغۇرچە", "ug"),
    ],
)
def test_every_language_in_arabic_letters_is_printed_as_written(spelling, text, lang):
    assert spelling.spell(text, lang, "rtl") == (text, False)
    assert spelling.spell(f"She said {text}") == (f"She said {text}", False)
    assert spelling.warnings == ()


def test_signs_that_turn_words_stay_where_there_are_words_to_turn(spelling):
    assert spelling.spell("مرحبا\u200f!") == ("مرحبا\u200f!", False)
    assert spelling.spell("hello\u200f\u200d!") == ("hello!", False)


@given(st.text())
def test_whatever_is_typed_can_be_drawn(text):
    printed, _ = Spelling(FACES.has).spell(text)
    for char in printed:
        assert char == "\n" or (FACES.has(char) and char <= "\uffff")
        assert unicodedata.bidirectional(char) not in ("R", "AL") or FACES.arabic.covers(char) or char == "\u200f"
        assert unicodedata.category(char) not in ("Cc", "Cs") or char == "\n"


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("🚶‍♀️ to the bus", "(pedestrian) to the bus"),
        ("👩🏽‍🦽 and 👍🏿", "(woman) and (thumbs up)"),
        ("👨‍👩‍👧‍👦", "(man)"),
        ("a 🏳️‍🌈 flag", "a (waving white flag) flag"),
    ],
)
def test_signs_joined_into_one_are_one_in_words(typed, printed):
    assert Spelling(str.isascii).spell(typed)[0] == printed
