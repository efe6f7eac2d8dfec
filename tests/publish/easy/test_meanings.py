"""No picture is better than a wrong one: each meaning finds its sentences, and none of those that only look like them."""

from __future__ import annotations

from pathlib import Path

import pytest

from coprod_desktop.publish.easy.meanings import meanings
from coprod_desktop.publish.easy.pictures import picture
from coprod_desktop.publish.easy.words import word_list

TABLE = meanings()
FITS = [(row.code, sentence) for row in TABLE.rows for sentence in row.fits]
TRAPS = [(row.code, sentence) for row in TABLE.rows for sentence in row.traps]


@pytest.mark.parametrize(("code", "sentence"), FITS, ids=[sentence for _, sentence in FITS])
def test_a_sentence_that_means_it_gets_its_picture(code, sentence):
    assert TABLE.offer(sentence) == code
    assert picture(code) is not None


@pytest.mark.parametrize(("code", "sentence"), TRAPS, ids=[sentence for _, sentence in TRAPS])
def test_a_sentence_that_only_looks_like_it_does_not(code, sentence):
    assert TABLE.offer(sentence) != code


@pytest.mark.parametrize("sentence", TABLE.nothing_for)
def test_where_a_picture_would_be_wrong_there_is_none(sentence):
    assert TABLE.offer(sentence) is None


@pytest.mark.parametrize(
    ("sentence", "shows"),
    [
        ("They treat me like a baby.", None),
        ("He has his tea at five.", "A plate with a knife and fork"),
        ("I live in Rowan Court.", None),
        ("We will train the drivers.", "A person at a board"),
        ("We will build raised beds.", "A small plant"),
        ("She stopped eating.", None),
        ("The community house opens in May.", None),
    ],
)
def test_what_went_wrong_before_is_right(sentence, shows):
    code = TABLE.offer(sentence)
    assert (word_list().symbols[code].shows if code else None) == shows


def test_every_meaning_is_tried_both_ways_and_has_a_picture_that_ships():
    assert len(TABLE.rows) >= 40
    for row in TABLE.rows:
        assert row.fits, row.means
        assert row.traps, row.means
        assert row.code in word_list().symbols, row.means


@pytest.mark.parametrize("name", ["Bus Lane House is cold.", "Ask Taylor Key.", "We met at the Letter Box Hall."])
def test_a_name_is_not_taken_for_what_it_means(name):
    assert TABLE.offer(name) in {None, "E249"}


@pytest.mark.parametrize("sentence", ["They never listen to us.", "You cannot choose.", "I am not lonely."])
def test_a_picture_never_says_the_opposite(sentence):
    assert TABLE.offer(sentence) is None


JUDGED = [
    tuple(line.split("\t")) for line in (Path(__file__).parent / "judged.tsv").read_text("utf-8").splitlines()[1:]
]
"""Every sentence of six made-up sessions with the picture it is offered, each looked at by a person: none is wrong."""


@pytest.mark.parametrize(("session", "sentence", "shows"), JUDGED, ids=[sentence for _, sentence, _ in JUDGED])
def test_beside_each_sentence_of_six_sessions_stands_what_was_judged_right(session, sentence, shows):
    code = TABLE.offer(sentence)
    assert (word_list().symbols[code].shows if code else "-") == shows, f"{session}: look at this one"
