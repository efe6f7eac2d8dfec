"""What an answer still needs, in the words the paper will ask for it with."""

from dataclasses import replace

import pytest

from coprod_desktop.domain.check.answers import (
    NEW_ACTION,
    NO_ANSWER,
    SAID_BACK,
    is_whole,
    missing,
    missing_in_entry,
    missing_in_point,
)
from coprod_desktop.domain.check.printable import PrintableLines
from coprod_desktop.domain.record import AnswerBefore
from coprod_desktop.domain.words import AnswerKind, Outcome
from tests.domain.making import DAY, entry, person, point, record


def words(one):
    return [lack.words for lack in missing(one)]


def test_what_is_asked_for_is_named():
    assert words(point(1, "Ring back", answer=None)) == [NO_ANSWER]
    assert words(point(1, "Ring back", owner="", due=None)) == ["who", "by when"]
    assert words(point(1, "Ring back", answer="cannot")) == ["why"]


def test_a_no_that_came_back_asks_for_another_look():
    assert words(point(1, "Ring back", reopened=True)) == [SAID_BACK]


def test_half_a_date_asks_for_its_other_half():
    asked = point(1, "Ring back", due=None, asked_who="Contracts")
    assert words(asked) == ["when there will be a date", "when they were asked"]
    assert words(replace(asked, asked_who=None, asked_on=DAY)) == ["when there will be a date", "who was asked"]
    assert len(missing_in_point(asked)) == 1


def test_a_no_that_became_a_promise_asks_what_is_done_now():
    no = AnswerBefore(answer=AnswerKind.CANNOT, until=DAY, text="No money.", reason="No money")
    assert words(point(1, "Ring back", text=None, before=(no,))) == [NEW_ACTION]


def test_only_an_answer_of_which_nothing_is_missing_is_whole():
    assert is_whole(point(1, "Ring back"))
    assert not is_whole(point(1, "Ring back", due=None))
    assert not is_whole(point(1, "Ring back", answer=None))


@pytest.mark.parametrize(
    ("fields", "lacks"),
    [
        ({}, []),
        ({"publish": "edit"}, ["no_other_words"]),
        ({"publish": "edit", "public_text": "b"}, []),
        ({"publish": "edit", "withdrawn": True}, []),
        ({"publish": "no"}, []),
        ({"translation": "b"}, ["translation"]),
        ({"translation": " "}, []),
        ({"translation": "b", "translation_checked": True}, []),
        ({"translation": "b", "quote_ok": False}, []),
        ({"translation": "b", "publish": "edit", "public_text": "c"}, []),
        ({"said_for": "bo"}, ["said_for"]),
        ({"said_for": "bo", "checked_with_person": True}, []),
        ({"said_for": "bo", "quote_ok": False}, []),
        ({"told_as": "Maryam"}, ["told_as"]),
        ({"told_as": " "}, []),
        ({"told_as": "Maryam", "checked_with_person": True}, []),
        ({"told_as": "Maryam", "quote_ok": False}, []),
        ({"outcome": Outcome.PASSED_ON}, ["no_to_whom"]),
        ({"outcome": Outcome.PASSED_ON, "outcome_note": " "}, ["no_to_whom"]),
        ({"outcome": Outcome.PASSED_ON, "outcome_note": "Highways"}, []),
        ({"outcome": Outcome.PASSED_ON, "publish": "no"}, []),
        ({"outcome": Outcome.HEARD}, []),
        ({"publish": "edit", "outcome": Outcome.PASSED_ON}, ["no_other_words"]),
    ],
)
def test_what_a_line_still_needs_before_it_is_printed(fields, lacks):
    line = entry(1, "The bus is late", **{"quote_ok": True, **fields})
    said = PrintableLines(record(person("bo", "Bo Lindqvist"), line))
    assert [kind.value for kind in missing_in_entry(said, line)] == lacks
