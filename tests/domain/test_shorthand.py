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
