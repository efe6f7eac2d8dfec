"""A paper of the assurance pack is all that its file says, and no claim in it stands without what bears it out."""

import pytest

from coprod_desktop.domain.assurance import (
    Claim,
    PackPaper,
    PackPart,
    Put,
    Recorded,
    RunOfTests,
    Standing,
    filled,
    holes,
    named_tests,
    parse_paper,
)
from coprod_desktop.domain.content_table import WrongContent

ONE, OTHER = "tests/test_one.py::test_it", "tests/ui/test_other.py::test_that"
PAPER = {"name": "data", "title": "Data", "reader": "The officer", "about": "what is kept.", "parts": []}


def paper(*parts, **more):
    return parse_paper("data", {**PAPER, "parts": list(parts), **more})


def claimed(**claim):
    (made,) = paper({"heading": "Kept", "claims": [{"a": "It is kept.", **claim}]}).claims()
    return made


def test_a_paper_is_all_that_its_file_says():
    made = paper(intro=["First."], brief=True)
    assert (made.name, made.title, made.reader, made.about) == ("data", "Data", "The officer", "what is kept.")
    assert (made.intro, made.parts, made.brief) == (("First.",), (), True)
    assert (paper().intro, paper().brief) == ((), False)
    assert paper() == PackPaper(
        name="data", title="Data", reader="The officer", about="what is kept.", intro=(), parts=()
    )


def test_a_part_is_all_that_its_row_says():
    bare, full = paper({"heading": "Kept"}, {"heading": "Where", "ask": "Who?", "put": "places", "fill": 3}).parts
    assert bare == PackPart(heading="Kept")
    assert (bare.ask, bare.claims, bare.put, bare.fill) == ("", (), None, 0)
    assert full == PackPart(heading="Where", ask="Who?", claims=(), put=Put.PLACES, fill=3)


def test_a_claim_is_all_that_its_row_says():
    assert claimed(by=[ONE]) == Claim(says="It is kept.", question="", by=(ONE,), standing=Standing.SO)
    assert claimed(q="Is it?", **{"is": "not"}) == Claim(says="It is kept.", question="Is it?", standing=Standing.NOT)
    assert claimed(by=["docs/a.md#words"], **{"is": "yours"}).standing is Standing.YOURS


@pytest.mark.parametrize(
    ("read", "why"),
    [
        (lambda: paper(name="impact"), "the assurance paper “data” that comes .* “name” is not that of its file"),
        (lambda: paper(colour="red"), "nothing is called “colour”"),
        (
            lambda: paper({"heading": "Kept", "put": "moon"}),
            r"row 1 \(“Kept”\) that comes .* “put”: there is no “moon”",
        ),
        (lambda: paper({"heading": "Kept", "colour": 1}), "nothing is called “colour”"),
        (lambda: claimed(by=[ONE], **{"is": "maybe"}), "“is”: there is no “maybe”"),
        (lambda: claimed(), "nothing bears it out"),
        (lambda: claimed(**{"is": "so"}), "nothing bears it out"),
        (lambda: claimed(q="Is it?"), r"row 1 \(“Is it\?”\) that comes .* nothing bears it out"),
        (lambda: claimed(by=[ONE, "by hand"]), "“by hand” is neither a test nor a file"),
        (lambda: claimed(by=["tests/test_one.py#words"]), "is neither a test nor a file"),
        (lambda: claimed(by=["docs/a.md#"]), "is neither a test nor a file"),
        (lambda: claimed(by=["by hand"], **{"is": "not"}), "is neither a test nor a file"),
    ],
)
def test_what_cannot_be_meant_is_refused_in_a_sentence(read, why):
    with pytest.raises(WrongContent, match=why):
        read()


def test_the_tests_that_bear_something_out_are_named_once():
    first = paper(
        {"heading": "A", "claims": [{"a": "So.", "by": [OTHER, "docs/a.md#words"]}]},
        {"heading": "B", "claims": [{"a": "So too.", "by": [ONE]}]},
    )
    assert [claim.says for claim in first.claims()] == ["So.", "So too."]
    assert named_tests((first, paper({"heading": "C", "claims": [{"a": "So.", "by": [ONE]}]}))) == (ONE, OTHER)


def test_the_programs_own_facts_stand_in_the_words():
    text = "the newest {recent} backups, in {where}"
    assert holes(text) == ("recent", "where")
    assert filled(text, {"recent": "5", "where": "a folder"}) == "the newest 5 backups, in a folder"
    assert (holes("none"), filled("none", {})) == ((), "none")
    with pytest.raises(KeyError):
        filled(text, {"recent": "5"})


@pytest.mark.parametrize(
    ("recorded", "counts"),
    [(Recorded.NONE, False), (Recorded.OTHER, False), (Recorded.THIS, True), (Recorded.PACKED, True)],
)
def test_a_test_passed_where_it_ran_with_this_program(recorded, counts):
    run = RunOfTests(recorded=recorded, results={ONE: True, OTHER: False})
    assert run.counts is counts
    assert [run.passed(test) for test in (ONE, OTHER, "another")] == ([True, False, None] if counts else [None] * 3)
