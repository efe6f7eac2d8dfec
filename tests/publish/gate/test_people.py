"""How people may appear on a paper: each as they chose, and nobody by accident."""

from __future__ import annotations

import pytest

from coprod_desktop.domain.words import ANONYMOUS, WhoseWords
from coprod_desktop.publish.gate import open_gate
from coprod_desktop.publish.gate.people import People
from tests.domain.making import DAY, entry, person, record


def opened(*rows, **session):
    return open_gate(record(*rows, **session), (), DAY)


def test_somebody_who_is_on_no_list_has_no_name_to_sign_with():
    people = People(record(person("a", "Ana Quist", public="full name")), lambda _text: True)
    assert people.signature(entry(1, "We want a ramp", speaker="a")) == "Ana Quist"
    assert people.signature(entry(1, "We want a ramp", speaker="gone")) is None
    assert people.signature(entry(1, "We want a ramp", said_for="gone", checked_with_person=True)) == (
        "A supporter, for someone else"
    )


@pytest.mark.parametrize(
    ("role", "signed"), [("carer", "Carer"), ("carer of Mrs Obi", None), (" unpaid  carer", "Unpaid  carer")]
)
def test_a_role_that_names_somebody_signs_nothing(role, signed):
    people = [person(key, f"Ana {key}", role, "role only") for key in ("x", "y", "z")]
    (thing,) = opened(*people, entry(1, "It is cold", speaker="x", quote_ok=True)).unanswered
    assert thing.quote.signed == signed


SHARED = [person(key, f"Ana {key}", " service director") for key in ("x", "y", "z")]
CARERS = [person(key, f"Cal {key}", "carer") for key in ("k", "l", "m")]


def of(*others, clean=True) -> People:
    return People(record(*SHARED, *CARERS, *others), lambda _text: clean)


@pytest.mark.parametrize(
    ("fields", "signed"),
    [
        ({"told_as": " Maryam ", "checked_with_person": True}, "Maryam (name changed)"),
        ({"told_as": "Maryam", "checked_with_person": False}, None),
        ({"told_as": "Bo", "checked_with_person": True}, None),
        ({"told_as": " ", "checked_with_person": True}, "Bo"),
        ({"told_as": None}, "Bo"),
        ({"said_for": "bo", "speaker": "x", "checked_with_person": True}, "A supporter, for Bo"),
        ({"said_for": "bo", "speaker": "x"}, "A supporter, for someone else"),
        (
            {"said_for": "bo", "speaker": "x", "checked_with_person": True, "whose_words": WhoseWords.THEIRS},
            "Bo",
        ),
        ({"said_for": "bo", "speaker": "x", "whose_words": WhoseWords.THEIRS}, None),
        ({"speaker": None, "speaker_role": "Carer"}, "Carer"),
        ({"speaker": None, "speaker_role": "chair"}, None),
        ({"speaker": None}, None),
        ({"speaker": ANONYMOUS, "speaker_role": "carer"}, None),
        ({"speaker_role": "carer"}, "Bo"),
        ({"speaker": "nobody"}, None),
    ],
)
def test_what_stands_under_words_is_as_their_person_chose(fields, signed):
    people = of(person("bo", "Bo Lindqvist", public="first name"))
    assert people.signature(entry(1, "We want a ramp", **{"speaker": "bo", **fields})) == signed


@pytest.mark.parametrize(
    ("name", "role", "public", "owner"),
    [
        ("Bo Lindqvist", "head of homes", "full name", "ask Bo Lindqvist"),
        ("Bo Lindqvist", "head of homes", "first name", "Bo"),
        ("Bo Lindqvist", " head of homes ", "role only", "Head of homes"),
        ("Bo Lindqvist", " ", "role only", "A member of the group"),
        ("Bo Lindqvist", "head of homes", "not at all", "A member of staff"),
        ("Bo Lindqvist", "service director", "not at all", "Service director"),
        ("Bo Lindqvist", "carer", "not at all", "Carer"),
        ("Bo Lindqvist", "neighbour", "not at all", "A member of the group"),
        ("Dr Lindqvist", "neighbour", "first name", "A member of the group"),
    ],
)
def test_who_will_do_it_appears_as_they_chose_and_else_by_what_they_share(name, role, public, owner):
    people = of(person("bo", name, role, public))
    assert people.owner(f"ask {name}") == owner
    assert people.owner("Head of contracts") == "Head of contracts"
    assert people.without_name("Head of contracts") is None
    if public in ("role only", "not at all"):
        assert people.without_name(f"ask {name}") == owner


def test_a_role_in_which_something_is_found_is_never_told():
    bo = person("bo", "Bo Lindqvist", "head of homes", "role only")
    assert of(bo, clean=False).owner("Bo Lindqvist") == "A member of staff"
    assert of(person("bo", "Bo Lindqvist", "carer"), clean=False).owner("Bo Lindqvist") == "A member of the group"


def test_somebody_is_called_by_what_of_their_name_they_let_be_printed():
    people = of(person("bo", "Bo Lindqvist", public="first name"))
    assert [people.called(who) for who in ("bo", "x", "nobody")] == ["Bo", None, None]
