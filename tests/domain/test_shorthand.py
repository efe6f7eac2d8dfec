import pytest

from coprod_desktop.domain.shorthand import completions, read_line
from coprod_desktop.domain.words import EntryKind

PEOPLE = {"Mo'nique Adeyemi": "mo", "Gareth D'Arcy": "ga", "Siân Llŷr": "si"}
THEMES = ["Same faces", "Call times", "Charges"]


@pytest.mark.parametrize(
    ("typed", "words", "speaker", "theme"),
    [
        ("nobody rings back @gareth", "nobody rings back", "ga", None),
        ("@Mo'nique Adeyemi I slept on her floor", "I slept on her floor", "mo", None),
        ("@sian it is worse #call", "it is worse", "si", "Call times"),
        ("four carers #Same faces last week", "four carers last week", None, "Same faces"),
        ("write to a@example.org", "write to a@example.org", None, None),
        ("#1 problem is @nobody", "#1 problem is @nobody", None, None),
        ("#c could be two", "#c could be two", None, None),
    ],
)
def test_who_and_theme_are_read_out_of_the_line(typed, words, speaker, theme):
    line = read_line(typed, PEOPLE, THEMES)

    assert (line.words, line.speaker, line.theme) == (words, speaker, theme)


def test_first_letters_mean_nothing_until_switched_on():
    assert read_line("?who checks", {}, []).words == "?who checks"
    line = read_line("?who checks", {}, [], shorthand=True)
    assert (line.kind, line.words) == (EntryKind.QUESTION, "who checks")


def test_a_lone_sign_stays_a_word():
    assert read_line("!", {}, [], shorthand=True).words == "!"


def test_completion_looks_at_every_word_and_past_accents():
    assert completions("llyr", list(PEOPLE)) == ["Siân Llŷr"]
    assert completions("c", THEMES) == ["Call times", "Charges"]


@pytest.mark.parametrize(
    ("typed", "words", "speaker", "theme"),
    [
        ("@Gareth D’Arcy's chair", "'s chair", "ga", None),
        ("@Gareth D'Arcyx came", "D'Arcyx came", "ga", None),
        ("it is @gareth", "it is", "ga", None),
        ("it is@gareth", "it is@gareth", None, None),
        ("@nobody and @gareth came", "@nobody and came", "ga", None),
        ("#Call times", "", None, "Call times"),
        ("so #charges, and #call", "so , and #call", None, "Charges"),
        ("@ gareth", "@ gareth", None, None),
        ("one  @gareth  two", "one two", "ga", None),
    ],
)
def test_a_name_ends_where_its_word_ends(typed, words, speaker, theme):
    line = read_line(typed, PEOPLE, THEMES)
    assert (line.words, line.speaker, line.theme) == (words, speaker, theme)


def test_of_names_that_begin_alike_the_longest_is_meant():
    assert read_line("@Ann Lee came", {"Ann": "a", "Ann Lee": "al"}, []).speaker == "al"
    assert read_line("@Ann came", {"Ann": "a", "Ann Lee": "al"}, []).speaker == "a"
    assert read_line("@an came", {"Ann": "a", "Ann Lee": "al"}, []).speaker is None


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("?x", "question"),
        ("+x", "what_works"),
        ("!x", "access_incident"),
        ("/x", "parking_lot"),
        ("*x", "story"),
        ("x", None),
    ],
)
def test_each_first_letter_has_its_kind(typed, kind):
    line = read_line(f" {typed} ", {}, [], shorthand=True)
    assert (line.words, line.kind and line.kind.value) == ("x", kind)
