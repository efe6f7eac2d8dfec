"""What else Easy Read tells beside the answers: what the room said when it was read back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from coprod_desktop.publish.easy.rest import rest
from coprod_desktop.publish.gate import open_gate
from coprod_desktop.publish.public_text import PublicText
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
