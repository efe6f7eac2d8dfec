"""The dictionary that ships: British, and it knows what is written here."""

from __future__ import annotations

import json
import sys

import pytest

from coprod_desktop.domain.spelling import local_names
from coprod_desktop.services import spelling
from tests.desks import HOME_CARE


def words(desk, text, local=()):
    return [one.word for one in spelling.look(desk, None, text, local_names(local), None)]


@pytest.mark.parametrize(
    "text",
    [
        "We realised the colour of the licence, organised neighbours and travelled to the theatre.",
        "Co-production with unpaid carers, safeguarding and a nine-month reablement plan wasn’t a programme.",
        "They’re at Winifred’s in Manchester on Tuesday; the CQC and the ICB know.",
    ],
)
def test_british_words_and_those_of_this_work_are_known(desk, text):
    assert words(desk, text) == []


@pytest.mark.parametrize(("text", "wrong"), [
    ("the color of the bus", ["color"]),
    ("I did not recieve it tomorow", ["recieve", "tomorow"]),
    ("we will organize the center", ["organize", "center"]),
])  # fmt: skip
def test_american_and_wrong_spelling_has_a_hint(desk, text, wrong):
    assert words(desk, text) == wrong


def test_little_is_hinted_in_lines_as_they_are_caught(desk):
    """Real lines are short forms and names; a hint in every one would only be in the way."""
    data = json.loads(HOME_CARE.read_text("utf-8"))
    names = [person["name"] for person in data["people"]]
    found = [word for entry in data["entries"] for word in words(desk, entry["text"], names)]
    many = sum(len(entry["text"].split()) for entry in data["entries"])
    assert len(found) < many * 0.05


def test_a_copy_of_the_program_without_the_part_has_no_hints_and_no_fault(desk, monkeypatch):
    monkeypatch.setitem(sys.modules, "spylls", None)
    monkeypatch.setitem(sys.modules, "spylls.hunspell", None)
    spelling._is_word.cache_clear()
    assert words(desk, "I did not recieve it") == []
    spelling._is_word.cache_clear()
