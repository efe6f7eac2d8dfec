"""Which lines may be printed, which say the same, who said something and what waits for an answer."""

from dataclasses import replace

import pytest

from coprod_desktop.domain.check.printable import PrintableLines, has_other_words, words
from coprod_desktop.domain.record import Vote, VoteOption
from coprod_desktop.domain.words import ANONYMOUS, Outcome, WhoseWords
from tests.domain.making import DAY, entry, person, point, record

GONE = person("gone", "Ana Quist", consent_withdrawn_on=DAY)


def lines(*rows):
    return PrintableLines(record(*rows))


@pytest.mark.parametrize(
    ("fields", "prints", "quotes", "shows"),
    [
        ({"quote_ok": True}, True, True, True),
        ({"quote_ok": False}, True, False, False),
        ({}, True, False, False),
        ({"quote_ok": True, "publish": "no"}, False, False, False),
        ({"quote_ok": True, "publish": "edit"}, False, False, False),
        ({"quote_ok": True, "publish": "edit", "public_text": " "}, False, False, False),
        ({"quote_ok": True, "publish": "edit", "public_text": "Said so"}, True, True, True),
        ({"quote_ok": True, "publish": "edit", "public_text": "…"}, True, False, True),
        ({"quote_ok": True, "kind": "note"}, True, False, False),
        ({"quote_ok": True, "kind": "access_incident"}, True, False, False),
        ({"quote_ok": True, "kind": "parking_lot"}, True, False, True),
        ({"quote_ok": True, "whose_words": WhoseWords.DESCRIPTION}, True, False, True),
        ({"quote_ok": True, "outcome": Outcome.LEFT_OUT}, True, False, True),
        ({"quote_ok": True, "outcome": Outcome.HEARD}, True, True, True),
        ({"quote_ok": True, "withdrawn": True}, False, False, False),
        ({"quote_ok": True, "speaker": "gone"}, False, False, False),
    ],
)
def test_what_may_be_done_with_a_line(fields, prints, quotes, shows):
    line = entry(1, "It is cold", **fields)
    said = lines(GONE, line)
    assert (said.may_print(line), said.may_quote(line), said.allows_words(line)) == (prints, quotes, shows)


def test_a_dot_is_nothing_to_quote():
    dot = entry(1, "…", quote_ok=True)
    assert not lines(dot).may_quote(dot)


def test_other_words_count_where_the_line_is_edited():
    assert words(entry(1, "said", public_text="other")) == "said"
    assert words(entry(1, "said", publish="edit", public_text="other")) == "other"
    assert words(entry(1, "said", publish="edit")) == ""
    assert (has_other_words(entry(1, "said", public_text=" ")), has_other_words(entry(1, "said"))) == (False, False)


def test_of_lines_that_say_the_same_the_first_that_is_there_is_kept():
    one, two, three = entry(1, "one"), entry(2, "two", duplicate_of="e1"), entry(3, "three", duplicate_of="e2")
    said = lines(three, two, one)
    assert [said.is_duplicate(line) for line in (one, two, three)] == [False, True, True]
    first_gone = lines(entry(1, "one", publish="no"), two, three)
    assert [first_gone.is_duplicate(line) for line in (two, three)] == [False, True]
    alone = lines(entry(1, "one", duplicate_of="nobody"))
    assert not alone.is_duplicate(entry(1, "one", duplicate_of="nobody"))
    hidden = entry(4, "four", duplicate_of="e1", publish="no")
    assert not lines(one, hidden).is_duplicate(hidden)


@pytest.mark.parametrize(
    ("rows", "many"),
    [
        ((), 0),
        ((entry(1, "x", speaker="a"),), 1),
        ((entry(1, "x", speaker="a"), entry(2, "x", speaker="a")), 1),
        ((entry(1, "x", speaker="a"), entry(2, "x", speaker="b")), 2),
        ((entry(1, "x", speaker="a", said_for="b"), entry(2, "x", speaker="b")), 1),
        ((entry(1, "x"), entry(2, "x", speaker=ANONYMOUS)), 2),
        ((entry(1, "x"), entry(2, "x", duplicate_of="e1")), 1),
        ((entry(1, "x"), entry(2, "x", duplicate_of="e1", speaker="a")), 2),
        ((entry(1, "x", said_for="b"),), 1),
        ((entry(1, "x", publish="no", speaker="a"),), 0),
        ((entry(1, "x"), entry(3, "x", speaker="c")), 1),
    ],
)
def test_how_many_people_are_behind_a_point(rows, many):
    made = point(1, "This", 1, 2, 9)
    people = (person(key, f"Ana {key}") for key in "abc")
    assert lines(*people, *rows, made).how_many_said(made) == many


def test_what_waits_for_an_answer():
    rows = (
        entry(1, "one"),
        entry(2, "in an answer"),
        entry(3, "in a point"),
        entry(4, "over", outcome=Outcome.HEARD),
        entry(5, "passed", outcome=Outcome.PASSED_ON),
        entry(6, "works", kind="what_works"),
        entry(7, "asked", kind="question"),
        entry(8, "told", kind="story"),
        entry(9, "hidden", publish="no"),
        entry(10, "…"),
        entry(11, "out", outcome=Outcome.LEFT_OUT),
    )
    said = lines(*reversed(rows), point(1, "A", 2), point(2, "B", 3, answer=None))
    assert [line.n for line in said.unanswered] == [1, 3, 7, 8]
    assert [line.n for line in rows if said.is_waiting(line)] == [1, 3, 7, 8]
    assert [line.n for line in rows if said.in_a_point(line)] == [2, 3]


def test_the_lines_of_a_point_come_in_its_order_each_once_if_they_may_be_printed():
    made = point(1, "A", 3, 1, 3, 2, 9)
    said = lines(entry(1, "one"), entry(2, "two", publish="no"), entry(3, "three"), made)
    assert [line.n for line in said.of_point(made)] == [3, 1]


THANKS, MINE = "Thank you, it was lovely", "I declare an interest in the garden"


@pytest.mark.parametrize(
    ("text", "fields", "in_point", "votes", "waits"),
    [
        (THANKS, {}, False, False, False),
        (THANKS, {"kind": "question"}, False, False, True),
        (THANKS, {}, True, False, True),
        (THANKS, {"publish": "edit", "public_text": "The bus is late"}, False, False, True),
        ("The bus is late", {"publish": "edit", "public_text": THANKS}, False, False, False),
        (MINE, {}, False, True, False),
        (MINE, {}, False, False, True),
        (MINE, {}, True, True, True),
        ("The bus is late", {"publish": "edit", "public_text": MINE}, False, True, False),
        ("The bus is late", {}, False, True, True),
    ],
)
def test_thanks_and_an_interest_declared_before_a_vote_wait_for_no_answer(text, fields, in_point, votes, waits):
    vote = Vote(id="v", question="What first?", options=(VoteOption(id="o", label="Garden", votes=1),))
    rows = record(entry(1, text, **fields), *[point(1, "A", 1, answer=None)] * in_point)
    said = PrintableLines(replace(rows, votes=(vote,) * votes))
    assert [line.n for line in said.unanswered] == [1] * waits


@pytest.mark.parametrize(
    ("texts", "pot", "many"),
    [
        (("The kiln bid", "The bus is late"), 50_000, 0),
        (("The bus is early", "The bus is late"), 50_000, 2),
        (("The kiln bid", "The bus is late"), None, 2),
    ],
)
def test_bids_for_money_are_no_one_thing_that_several_said(texts, pot, many):
    vote = Vote(id="v", question="What first?", options=(VoteOption(id="o", label="Kiln", votes=1),))
    rows = [entry(n, text) for n, text in enumerate(texts, 1)]
    said = PrintableLines(replace(record(*rows, pot_pence=pot), votes=(vote,)))
    assert said.how_many_about(rows) == said.how_many_said(point(1, "A", 1, 2)) == many


def test_of_two_that_say_the_same_as_each_other_the_first_is_kept():
    """A file can link lines in a ring, or give two of them one number."""
    ring = entry(1, "one", duplicate_of="e2"), entry(2, "two", duplicate_of="e1")
    assert [lines(*ring).is_duplicate(line) for line in ring] == [False, True]
    same = replace(ring[0], n=2), ring[1]
    assert [lines(*same[::-1]).is_duplicate(line) for line in same] == [False, True]
    later_root = entry(1, "one", duplicate_of="e2"), entry(2, "two")
    assert [lines(*later_root).is_duplicate(line) for line in later_root] == [True, False]
