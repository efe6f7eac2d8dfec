"""Other people's sentences get shorter by cutting alone; what cannot be cut waits for a person."""

from __future__ import annotations

import pytest

from coprod_desktop.publish.easy.shorten import shorter
from coprod_desktop.publish.easy.telling import MOST_WORDS, hint, sentences_in, word_count


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("We will ring back. We will check.", ["We will ring back.", "We will check."]),
        (
            "We cannot give benefits advice at the meeting this year; we will pay for an adviser to speak to members.",
            [
                "We cannot give benefits advice at the meeting this year.",
                "We will pay for an adviser to speak to members.",
            ],
        ),
        (
            "The office will ring you back on the same day and we will check 20 of the calls each month.",
            ["The office will ring you back on the same day.", "We will check 20 of the calls each month."],
        ),
        (
            "The lift is broken and has been for weeks now, but we will mend it before the end of May.",
            ["The lift is broken and has been for weeks now.", "But we will mend it before the end of May."],
        ),
        ("A paper rota\nAsk your worker", ["A paper rota.", "Ask your worker."]),
        ("We will ring (twice a week).", ["We will ring, twice a week."]),
        ("We meet at Oak House (ground floor) each week.", ["We meet at Oak House, ground floor, each week."]),
        ("[name left out] asked for this.", ["Someone asked for this."]),
        ("two of the three firms", ["2 of the 3 firms."]),
        ("Write to a.b@example.org", ["Write to a.b@example.org"]),
    ],
)
def test_it_is_cut_where_a_whole_sentence_stands_on_either_side(text, pieces):
    assert list(shorter(text)) == pieces


@pytest.mark.parametrize(
    "text",
    [
        "If you tell us by Friday that you need a taxi to come to the hall, we will book it and we will pay.",
        "We think that the bus will stop here in the spring and the council will pay for it, as they said.",
        "Every person with home care from our three providers can choose a paper rota, posted each Friday.",
    ],
)
def test_a_condition_or_an_opinion_is_never_made_a_fact(text):
    (piece,) = shorter(text)
    assert hint(piece).startswith("Too long: say it shorter.")


def test_nobodys_numbers_are_changed_in_their_own_words():
    assert shorter("Three people said it", theirs=True) == ("Three people said it.",)


def test_no_word_is_lost_or_added():
    text = (
        "We will ring you each week; we will write to you too, and the office will send the paper by post on Fridays."
    )
    words = " ".join(shorter(text)).lower()
    assert [w.strip(".,;") for w in words.split()] == [w.strip(".,;") for w in text.lower().split() if w != "and"]


def test_a_quotation_is_not_cut_and_counts_as_one_word():
    text = "They said “we will ring you; we will write; we will come and we will stay with you all day long” to me"
    assert shorter(text) == (f"{text}.",)
    assert hint(shorter(text)[0]) == ""


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Short enough.", ""),
        (" ".join(["word"] * 16) + ".", "16 words"),
        ("About 58% said so.", "percent"),
        ("We ring (daily).", "brackets"),
        ("Tell [name left out].", "left out"),
    ],
)
def test_what_a_person_still_has_to_do_is_said_in_one_sentence(text, says):
    assert (says in hint(text)) if says else not hint(text)


def test_sentences_are_counted_as_people_read_them():
    assert sentences_in("Dr. Ash will ring. She said “Wait. I come.” to us.\nThen go") == (
        "Dr. Ash will ring.",
        "She said “” to us.",
        "Then go",
    )
    assert word_count("We – all of us – go.") == 5
    assert MOST_WORDS == 15
