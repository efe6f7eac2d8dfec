"""What the fields of a file answer: a clear yes, a no, or nothing anybody asked."""

import datetime
from dataclasses import replace

import pytest

from coprod_desktop.domain.permission import NO, NOT_ASKED, NOT_SURE, YES, Circle, Purpose
from coprod_desktop.domain.permission_fields import EVERYTHING, answer_in, of_entry, of_person, of_record, quote_answer
from coprod_desktop.domain.words import NameInPublic
from tests.domain.making import entry, person, record

DAY = datetime.date(2026, 9, 17)


def answers(who, **fields):
    return [(row.purpose, row.value, row.circle, row.on) for row in of_person(replace(who, **fields), "file")]


BO = person("bo", "Bo Lindqvist")


@pytest.mark.parametrize(
    ("told", "value"),
    [
        (True, YES),
        (False, NO),
        (None, NOT_ASKED),
        ("", NOT_ASKED),
        ("Not  asked", NOT_ASKED),
        ("?", NOT_ASKED),
        ("YES", YES),
        (" given ", YES),
        ("refused", NO),
        ("withdrawn", NO),
        ("perhaps", NOT_SURE),
        ("yes, but not my name", NOT_SURE),
        ({"value": "yes"}, YES),
        ({"answer": "no"}, NO),
        ({"value": "no", "answer": "yes"}, NO),
        ({"said": "yes"}, NOT_SURE),
        (1, NOT_SURE),
    ],
)
def test_only_a_clear_yes_is_a_yes(told, value):
    assert answer_in(told) == (value, None)


def test_a_day_is_a_yes_of_that_day():
    assert answer_in("2026-09-17") == (YES, DAY)
    assert answer_in("2026-09-17T10:40:00") == (YES, DAY)
    assert answer_in("2026-13-45") == (NOT_SURE, None)


def test_a_yes_is_for_anyone_and_a_no_closes_even_the_room():
    assert answers(BO, consents={"quote": "yes", "photo": "no"}) == [
        (Purpose.QUOTE, YES, Circle.ANYONE, None),
        (Purpose.PHOTO, NO, Circle.CAME, None),
    ]


def test_for_those_who_came_is_a_no_for_anyone_else():
    assert answers(BO, consents={" Quote ": Circle.CAME.value}) == [
        (Purpose.QUOTE, NO, Circle.ANYONE, None),
        (Purpose.QUOTE, YES, Circle.CAME, None),
    ]


def test_what_nobody_asked_or_knows_is_no_answer():
    assert answers(BO, consents={"quote": "not asked", "shoe size": "yes"}) == []
    assert answers(BO, consents=None) == []


@pytest.mark.parametrize("before", [{"shoe size": "yes"}, {"quote": "not asked"}, {"quote": Circle.CAME}])
def test_a_no_counts_whatever_stands_before_it(before):
    assert answers(BO, consents={**before, "photo": "no"})[-1] == (Purpose.PHOTO, NO, Circle.CAME, None)


def test_a_yes_to_the_name_alone_names_nobody_and_a_no_closes_it():
    assert answers(BO, consents={"name": "yes"}) == []
    assert answers(BO, consents={"name": "no"}) == [(Purpose.NAME, NameInPublic.NONE, Circle.CAME, None)]


def test_a_name_is_for_anyone_and_no_name_is_an_answer_only_when_it_was_given():
    assert answers(BO, name_in_public=NameInPublic.FIRST) == [(Purpose.NAME, NameInPublic.FIRST, Circle.ANYONE, None)]
    assert answers(BO) == []
    given = replace(BO, given=frozenset({"name_in_public"}))
    assert answers(given) == [(Purpose.NAME, NameInPublic.NONE, Circle.CAME, None)]


def test_whoever_takes_everything_back_takes_each_of_it_back_but_how_to_reach_them():
    found = answers(BO, consent_withdrawn_on=DAY)
    assert found == [(purpose, NO, Circle.CAME, DAY) for purpose in EVERYTHING if purpose is not Purpose.NAME]
    assert Purpose.CONTACT not in {purpose for purpose, *_ in found}


def lines(**fields):
    return [(row.purpose, row.value, row.circle) for row in of_entry(entry(1, "words", **fields), "file")]


def test_a_line_answers_whether_it_may_be_quoted_and_whether_it_was_taken_back():
    assert lines() == []
    assert lines(quote_ok=True) == [(Purpose.QUOTE, YES, Circle.ANYONE)]
    assert lines(quote_ok=False) == [(Purpose.QUOTE, NO, Circle.CAME)]
    assert lines(withdrawn=True) == [(Purpose.OTHER_WORDS, NO, Circle.CAME)]


def test_the_same_answer_has_the_same_id_in_every_file_and_another_one_another():
    first, again = (list(of_person(replace(BO, consents={"quote": "yes"}), "file")) for _ in range(2))
    other = list(of_person(replace(BO, consents={"quote": "no"}), "file"))
    assert first == again
    assert first[0].id != other[0].id
    (here,), (there,) = (of_entry(entry(1, "w", quote_ok=True), file) for file in ("a", "b"))
    assert here.id != there.id


def test_stored_answers_come_before_those_of_the_fields():
    told = record(replace(BO, consents={"quote": "yes"}), entry(1, "words", speaker="bo"))
    from_fields = of_record(told)
    assert of_record(replace(told, permissions=from_fields)) is from_fields
    assert from_fields is not of_record(told)


@pytest.mark.parametrize(
    ("told", "answer"),
    [
        *((True, YES), (False, NO), (None, NOT_ASKED), ("yes", YES), (" YES ", YES), ("no", NO), ("perhaps", NOT_SURE)),
        *(({"value": "no"}, NO), ({"answer": "yes"}, YES), ({"value": "no", "answer": "yes"}, NO), ({}, NOT_SURE)),
        *(
            ("2026-10-01", YES),
            ("2026-10-01T10:00", YES),
            ("2026-13-01", NOT_SURE),
            (1, NOT_SURE),
            ({"value": None}, NOT_ASKED),
        ),
    ],
)
def test_what_is_no_clear_yes_is_no_yes(told, answer):
    assert answer_in(told)[0] == answer


def test_a_day_is_a_yes_on_that_day():
    assert answer_in(" 2026-10-01 ") == (YES, datetime.date(2026, 10, 1))
    assert answer_in("yes") == (YES, None)


def test_what_a_file_answers_is_the_same_answer_on_every_laptop_and_in_every_version():
    (told,) = of_person(replace(BO, consents={"photo": "no"}), "file")
    (line,) = of_entry(entry(1, "x", quote_ok=True), "file")
    assert (told.id, told.noun) == ("2e24dead-2155-8204-8727-8b7886df21fa", "person")
    assert (line.id, line.noun) == ("db1bf424-8624-87e7-9e2c-e3a3d3a24892", "entry")


@pytest.mark.parametrize(
    ("consents", "answer"),
    [
        (None, None),
        ({}, None),
        ({"photo": True}, None),
        ({"quote": "not asked"}, None),
        ({"quote": True}, Circle.ANYONE),
        ({"quote": False}, NO),
        ({"quote": "perhaps"}, NO),
        ({"quote": Circle.CAME.value}, Circle.CAME),
        ({"photo": True, "quote": False}, NO),
    ],
)
def test_what_somebody_said_about_being_quoted_and_only_that(consents, answer):
    assert quote_answer(replace(BO, consents=consents)) == answer
