"""Sentences are cut only where nothing can change what they say."""

from __future__ import annotations

import pytest

from coprod_desktop.publish.easy.sentences import digits, sentences


def cut(text: str, *whole: str) -> list[str]:
    spans = [(text.index(part), text.index(part) + len(part)) for part in whole]
    return [text[start:end] for start, end in sentences(text, spans)]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("We rang. Nobody came! Did they? 3 times.", ["We rang.", "Nobody came!", "Did they?", "3 times."]),
        ("First line\nsecond line", ["First line", "second line"]),
        (
            "We have written to every firm and we will write to you again in May.",
            ["We have written to every firm", "we will write to you again in May."],
        ),
        (
            "We have asked all three of the firms for this, but they do not want to do it yet.",
            ["We have asked all three of the firms for this", "but they do not want to do it yet."],
        ),
        (
            "We cannot give advice about benefits ourselves; we will pay for an adviser.",
            ["We cannot give advice about benefits ourselves", "we will pay for an adviser."],
        ),
    ],
)
def test_a_sentence_is_cut_where_a_whole_one_stands_on_either_side(text, parts):
    assert cut(text) == parts


@pytest.mark.parametrize(
    "text",
    [
        "If it snows on the day and we cannot come to you, ring the number below.",
        "We will not stop the bus or cut the hours and the pay of the drivers.",
        "We will not: change the hours; cut the pay; close the centre; sell the bus.",
        "We will not do it because it costs too much and it would not help.",
        "You will tell us by Friday at the latest and we will send a taxi.",
        "Dr. Ahmed and Mr. Lee came at 10.30 a.m. to No. 5 with J. Smith.",
        "He said “We rang. Nobody came. It is late.” to the whole room.",
        'She said "Not now. Not here." and left.',
        "We ring you and they write.",
    ],
)
def test_what_hangs_together_stays_whole(text):
    assert cut(text) == [text]


def test_no_cut_falls_inside_what_is_kept_whole():
    assert cut("No. We cannot. It costs too much.", "No. We cannot.") == ["No. We cannot.", "It costs too much."]


def test_no_word_is_lost_but_the_and_between_two_sentences():
    text = "We have asked the firms to stop doing this now and they have not done it; we will ask again."
    assert " ".join(cut(text)).split() == text.replace(" and ", " ").replace(";", "").split()
    assert "not" in " ".join(cut(text))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Two of the three firms came twice.", "2 of the 3 firms came twice."),
        ("We need twenty-five chairs for eleven people.", "We need 25 chairs for 11 people."),
        ("One of us waits in the one at Five Ways.", "One of us waits in the one at Five Ways."),
        ("She said “two days” and meant two weeks.", "She said “two days” and meant 2 weeks."),
        ("One hundred and two people, two-thirds of them new.", "One hundred and two people, two-thirds of them new."),
        ("Two hundred and two and a half hours.", "Two hundred and two and a half hours."),
        ("Often someone has no one; nobody is ten.", "Often someone has no one; nobody is 10."),
    ],
)
def test_numbers_are_digits_where_the_words_are_ours(text, shown):
    assert digits(text) == shown
