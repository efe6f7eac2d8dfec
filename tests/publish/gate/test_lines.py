"""What people said, as far as the gate lets it through: each line told in one place, in words or counted."""

from __future__ import annotations

from dataclasses import replace

import pytest

from coprod_desktop.domain.record import Vote, VoteOption
from coprod_desktop.domain.words import Outcome, WhoseWords
from coprod_desktop.publish.gate import open_gate
from coprod_desktop.publish.snapshot import PublicParked, PublicQuote
from tests.domain.making import DAY, entry, person, point, record


def opened(*rows, **session):
    return open_gate(record(*rows, **session), (), DAY)


def test_interests_declared_before_a_vote_are_told_beside_it_and_nowhere_else():
    """Whoever votes has to know; a note of ours, what was parked and what is in a point is none of it."""
    mine = "I declare an interest in the garden"
    lines = (
        entry(1, f"{mine} first", quote_ok=True),
        entry(2, f"{mine} second", kind="staff_comment", quote_ok=True),
        entry(3, f"{mine} third"),
        entry(4, f"{mine} fourth", kind="note", quote_ok=True),
        entry(5, f"{mine} fifth", kind="parking_lot", quote_ok=True),
        entry(6, f"{mine} sixth", quote_ok=True),
        entry(7, f"{mine} seventh", publish="edit", public_text=f"{mine} (ours)", quote_ok=False),
        entry(8, "The hall is far", kind="what_works", quote_ok=True),
    )
    vote = Vote(id="v", question="What first?", options=(VoteOption(id="o", label="Garden", votes=1),))
    made = open_gate(replace(record(*lines, point(1, "The garden", 6)), votes=(vote,)), (), DAY)
    assert ([one.words for one in made.interests], made.interests_more) == ([lines[0].text, lines[1].text], 2)
    assert ([one.words for one in made.also_said], made.also_told, made.unanswered) == (["The hall is far"], (), ())
    without = opened(*lines)
    assert (without.interests, without.interests_more) == ((), 0)
    assert [one.quote.words for one in without.unanswered if one.quote] == [lines[0].text, lines[5].text]


def test_a_theme_tells_how_many_people_spoke_of_it_from_three_up():
    people = [person(key, f"Ana {key}") for key in "abcd"]
    lines = (
        *(entry(n, f"Line {n}", theme="Buses", speaker=key) for n, key in enumerate("abb", 1)),
        *(entry(n, f"Line {n}", theme="Calls", speaker=key) for n, key in enumerate("abcd", 4)),
        *(entry(n, f"Line {n}", theme="Notes", speaker=key, kind="note") for n, key in enumerate("abcd", 8)),
        *(entry(n, f"Line {n}", theme="Hidden", speaker=key, publish="no") for n, key in enumerate("abcd", 12)),
        *(entry(n, f"Line {n}", theme="Food", speaker=key, kind="what_works") for n, key in enumerate("abc", 16)),
    )
    assert opened(*people, *lines).theme_people == (("Calls", 4), ("Food", 3))


def test_of_a_line_that_waits_the_paper_knows_the_point_written_from_it():
    lines = (entry(1, "One"), entry(2, "Two"), entry(3, "Three"))
    points = (point(2, "B", 3, answer=None), point(1, "A", 2, answer=None), point(3, "C"))
    assert [one.point for one in opened(*lines, *points).unanswered] == [None, 1, 2]


def test_a_quotation_has_its_translation_and_loses_the_note_takers_marks():
    welsh = {"quote_ok": True, "lang": "cy", "translation": "It is cold", "translation_checked": True}
    said = entry(1, "Nobody rings (post-it)", **welsh)
    ours = entry(2, "Nobody calls", publish="edit", public_text="It is cold (post-it)", **welsh)
    plain = entry(3, "It is late", quote_ok=True)
    quotes = [one.quote for one in opened(said, ours, plain).unanswered]
    assert quotes == [
        PublicQuote(words="Nobody rings", signed=None, lang="cy", translation="It is cold", translation_checked=True),
        PublicQuote(words="It is cold (post-it)", signed=None, lang="cy", translation_checked=True),
        PublicQuote(words="It is late", signed=None),
    ]


def test_what_ended_is_told_in_other_words_or_by_whom_it_is_with():
    parked = entry(1, "The bins", kind="parking_lot", quote_ok=True)
    unsettled = entry(2, "Mrs Obi is late", kind="parking_lot", quote_ok=True)
    seen = entry(3, "They pointed at the pond", outcome=Outcome.PASSED_ON, whose_words=WhoseWords.DESCRIPTION)
    made = opened(parked, unsettled, seen, point(1, "Bins", 1, owner=" "), point(2, "Bins", 1, owner="Waste team"))
    assert made.parked == (PublicParked(text="The bins", who_has_it="Waste team"),)
    assert made.passed_on == (PublicParked(text="They pointed at the pond", who_has_it=None),)


@pytest.mark.parametrize(
    ("fields", "many"),
    [
        ({}, 1),
        ({"kind": "question", "outcome": Outcome.HEARD}, 1),
        ({"quote_ok": True}, 0),
        ({"publish": "edit", "public_text": "Thank you"}, 0),
        ({"publish": "no"}, 0),
        ({"kind": "what_works"}, 0),
        ({"kind": "staff_comment"}, 0),
        ({"kind": "note"}, 0),
        ({"outcome": Outcome.PASSED_ON}, 0),
        ({"text": "I declare an interest in the garden", "outcome": Outcome.HEARD}, 0),
    ],
)
def test_thanks_are_counted_where_their_words_stand_nowhere(fields, many):
    vote = Vote(id="v", question="What first?", options=(VoteOption(id="o", label="Garden", votes=1),))
    line = entry(1, **{"text": "Thank you", "quote_ok": False, **fields})
    assert open_gate(replace(record(line), votes=(vote,)), (), DAY).heard == many


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"publish": "edit", "public_text": "A ramp is wanted"}, ("A ramp is wanted",)),
        ({"whose_words": WhoseWords.DESCRIPTION}, ("Ours",)),
        ({"whose_words": WhoseWords.DESCRIPTION, "quote_ok": True}, ("Ours",)),
        ({}, ()),
        *(
            ({"whose_words": WhoseWords.DESCRIPTION, **fields}, ())
            for fields in (
                *({"kind": kind} for kind in ("note", "access_incident", "parking_lot")),
                *({"publish": "no"}, {"outcome": Outcome.LEFT_OUT}, {"duplicate_of": "e2"}),
            )
        ),
    ],
)
def test_words_of_ours_are_told_outside_points_and_nothing_else_is(fields, told):
    first = entry(2, "The bus is late", kind="what_works")
    line = entry(1, "Ours", **{"kind": "what_works", "quote_ok": False, **fields})
    assert opened(line, first).also_told == told
