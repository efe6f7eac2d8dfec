"""A public paper tells how many needs were met and not met: no small number, none that gives one away, no name, no need."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.domain.needs_told import ASKED, needs_told
from coprod_desktop.domain.record import Need, Person
from coprod_desktop.domain.words import Attending


def came(*met: bool | None, attendance: Attending = Attending.HERE) -> list[Person]:
    return [
        Person(
            id=str(n), name=f"Zebedee {n}", role="member", attendance=attendance,
            needs=(Need(id=str(n), need="a zither", met=one, why_not="flat battery"),),
        )
        for n, one in enumerate(met)
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("met", "not_met", "told"),
    [
        (12, 6, "12 needs were met. 6 needs were not met."),
        (7, 0, "7 needs were met."),
        (0, 8, "8 needs were not met."),
        (12, 2, "Fewer than 5 needs were not met. The others were."),
        (3, 9, "Fewer than 5 needs were met. The others were not."),
    ],
)
def test_the_numbers_are_told_where_they_can_be(met, not_met, told):
    assert needs_told(came(*[True] * met, *[False] * not_met, None, None)) == f"{ASKED} {told}"


def test_too_few_are_told_of_not_at_all():
    assert needs_told(came(True, False, False, True)) == ""
    assert needs_told(came(*[None] * 20)) == ""


def test_who_did_not_come_cannot_have_said_it():
    assert needs_told(came(*[False] * 9, attendance=Attending.APOLOGIES)) == ""


@given(st.integers(0, 30), st.integers(0, 30))
def test_no_number_of_one_to_four_stands_there_and_no_word_of_anybody(met, not_met):
    told = needs_told(came(*[True] * met, *[False] * not_met)).removeprefix(ASKED)
    numbers = [int(word) for word in told.replace("Fewer than 5", "").split() if word.isdigit()]
    assert all(n >= 5 for n in numbers)
    if 0 < met < 5 or 0 < not_met < 5:
        assert numbers == []
    assert "Zebedee" not in told
    assert "zither" not in told
    assert "battery" not in told
