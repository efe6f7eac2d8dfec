"""What else Easy Read tells beside the answers: what the room said when it was read back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from coprod_desktop.publish.easy.rest import rest
from coprod_desktop.publish.easy.telling import MOST_WORDS, word_count
from coprod_desktop.publish.gate import open_gate
from coprod_desktop.publish.public_text import PublicText
from coprod_desktop.publish.taking_part import PublicTakingPart
from tests.domain.making import DAY, entry, record


@pytest.fixture
def snapshot():
    return open_gate(record(entry(1, "Ring us")), (), DAY)


def read_back(snapshot, *said: tuple[str, str]) -> list[str]:
    told = replace(snapshot, read_back=tuple((PublicText(a), PublicText(b)) for a, b in said))
    topics = [topic for topic in rest(told) if topic.title == "We read it back"]
    return [sentence.text for topic in topics for part in topic.parts for sentence in part.sentences]


def test_a_theme_that_was_read_back_is_told_with_what_the_room_said(snapshot):
    assert read_back(snapshot, ("Call times", "right"), ("Buses", "change it, then right")) == [
        "At the end we read out what we had heard.",
        "We read this back: Call times.",
        "You said it was right.",
        "We read this back: Buses.",
        "You asked us to change it. We wrote that down.",
        "You said it was right.",
    ]


def test_a_right_takes_no_something_is_missing_away(snapshot):
    said = read_back(snapshot, ("Call times", "something is missing, then right"))
    assert said[2:] == ["You said something was missing. We wrote it down.", "You said it was right."]


def test_nothing_is_told_when_nothing_was_read_back(snapshot):
    assert read_back(snapshot) == []


def test_how_people_could_take_part_and_what_was_learnt_are_told_in_short_sentences(snapshot):
    """Features: "access to a variety of options to participate"; "Human Learning Systems at its heart" (what did we learn?)."""
    assert not [topic for topic in rest(snapshot) if topic.key in {"taking-part", "learnt"}]
    part = PublicTakingPart(
        ways=(PublicText("in the hall"), PublicText("by post")),
        shuts_out=PublicText("People with a morning call"),
        could_not_come=PublicText("We rang four of them"),
        why_method=PublicText("Nobody can travel in the snow"),
        learnt=PublicText("Try the loop the day before. Ask people first."),
    )
    told = {topic.title: topic for topic in rest(replace(snapshot, part=part))}
    said = [sentence.text for part in told["How people could take part"].parts for sentence in part.sentences]
    assert said == [
        "These were the ways to take part.",
        "In the hall.",
        "By post.",
        "The time was hard for some people: People with a morning call.",
        "For people who could not come, we tried this: We rang 4 of them.",
        "Why we did it this way: Nobody can travel in the snow.",
    ]
    (learnt,) = told["What we learnt"].parts
    assert [sentence.text for sentence in learnt.sentences] == ["Try the loop the day before.", "Ask people first."]
    assert max(word_count(text) for text in said) <= MOST_WORDS
