"""Where one person is named: surely, or perhaps; and quickly past what names nobody, without missing anything."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from coprod_desktop.domain.check.mentions import Mentions, masked, without_names
from coprod_desktop.domain.check.words import tidy
from coprod_desktop.domain.record import Person
from tests.services.unseen import HIDDEN

PHRASINGS = Path(__file__).parent / "phrasings"


def person(name: str) -> Person:
    return Person(id=name, name=name, role="")


VASHTI = person("Vashti Oddfellow")


def named(text: str, *others: str) -> list[tuple[str, bool]]:
    found = Mentions([VASHTI], [person(name) for name in others]).places(text)
    return [(text[one.start : one.end], one.sure) for one in found]


def test_a_name_nobody_else_has_is_surely_theirs():
    assert named("As Vashti said") == [("Vashti", True)]
    assert named("ask Vashti Oddfellow or vashti") == [("Vashti Oddfellow", True), ("vashti", True)]
    assert named("Nobody rings back") == []


def test_a_name_two_people_have_is_perhaps_theirs_and_anothers_whole_name_is_not():
    assert named("As Vashti said", "Vashti Quillfeather") == [("Vashti", False)]
    assert named("As Vashti Quillfeather said", "Vashti Quillfeather") == []
    assert named("As Vashti Oddfellow said", "Vashti Quillfeather") == [("Vashti Oddfellow", True)]


def test_initials_are_never_sure():
    assert named("We told VO twice") == [("VO", False)]
    assert named("We told V.O. twice") == [("V.O", False)]
    assert named("As VASHTI said") == [("VASHTI", True)]


def test_a_name_of_three_letters_is_sure_only_where_it_is_no_row_of_capitals():
    ida = Mentions([person("Ida Oddfellow")])
    texts = ("As Ida said", "AS IDA SAID", "As Idas said")
    assert [[(text[one.start : one.end], one.sure) for one in ida.places(text)] for text in texts] == [
        [("Ida", True)],
        [("IDA", False)],
        [("Idas", True)],
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("vashti", [("vashti", True)]),
        ("Odd fellow", [("Odd fellow", True)]),
        ("the odd one", []),
        ("Vashti Odd-fellow came", [("Vashti Odd-fellow", True)]),
        ("Vas-hti*Odd-fellow*Oddfellow", [("Vas-hti*Odd-fellow", True), ("Oddfellow", True)]),
        ("Oddfellow and Vashti", [("Oddfellow", True), ("Vashti", True)]),
        ("\x07 Vashti\nOddfellow ", [("Vashti\nOddfellow", True)]),
        ("", []),
    ],
)
def test_where_a_name_stands_in_words_that_name_nobody(text, found):
    places = Mentions([VASHTI]).places(text)
    assert [(tidy(text)[one.start : one.end], one.sure) for one in places] == found


def test_only_a_longer_name_of_somebody_else_hides_a_name():
    assert named("As Vashti Oddfellow said", "Vashti Oddfellow") == [("Vashti Oddfellow", False)]
    assert named("As Vashti and Bo said", "Bo Quillfeather") == [("Vashti", True)]


@pytest.mark.parametrize("text", [text for text in HIDDEN if "李" not in text and "محمد" not in text])
def test_every_disguise_is_found(text):
    assert Mentions([VASHTI]).places(f"Kept {text}")


def test_the_quick_look_misses_nothing_that_the_whole_look_finds(monkeypatch):
    files = (PHRASINGS / "disguises.tsv", PHRASINGS / "ordinary.tsv")
    lines = [line for file in files for line in file.read_text("utf-8").splitlines()]
    rows = list(csv.reader(lines, delimiter="\t"))
    texts = list(dict.fromkeys(text for row in rows for text in row))[:600]
    names = ("Jean Quigley", "Gurpreet Kaur Sandhu", "Mo'nique Adeyemi")
    looking = [Mentions([person(name)]) for name in names]
    quick = [[place[:2] for place in one.places(text)] for one in looking for text in texts]
    monkeypatch.setattr(Mentions, "_may_be_in", lambda _self, _text: True)
    whole = [[place[:2] for place in one.places(text)] for one in looking for text in texts]
    assert quick == whole
    assert any(whole)


def test_what_is_covered_is_covered_whole():
    text = "Ask Vashti and Bram"
    places = [(one.start, one.end) for one in Mentions([VASHTI]).places(text)]
    assert masked(text, places) == "Ask [name taken out] and Bram"
    assert masked("nothing", []) == "nothing"
    assert masked("Bram, Vashti", [(6, 12), (0, 4)], "…") == "…, …"
    assert masked("a \x07 b", []) == "a \x07 b"
    assert masked("\x07a Bram", [(2, 6)]) == "a [name taken out]"


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Vashti O was there", "[name taken out] was there"),
        ("with Vashti O.", "with [name taken out]"),
        ("Vashti O. left early", "[name taken out] left early"),
        ("V. Oddfellow and V Oddfellow", "[name taken out] and [name taken out]"),
        ("(Vashti O’s sister)", "([name taken out]’s sister)"),
        ("As Vashti and I said", "As [name taken out] and I said"),
        ("I saw Vashti. I left", "I saw [name taken out]. I left"),
        ("A Vashti I know", "A [name taken out] I know"),
        ("Ask Vashti A. Long", "Ask [name taken out] A. Long"),
    ],
)
def test_no_letter_of_the_other_half_of_a_name_is_left_beside_it(text, left):
    places = [(one.start, one.end) for one in Mentions([VASHTI]).places(text)]
    assert without_names(text, places) == tidy(left)
