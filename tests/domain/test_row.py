"""What every row is: compared and shown by its fields."""

from __future__ import annotations

import dataclasses

import pytest

from coprod_desktop.domain.people_record import Rate, Unit
from coprod_desktop.domain.record import GroundRule, Need

NEED = Need(id="1", need="large print", ais="information format")


def test_rows_are_alike_when_all_their_fields_are():
    assert Need(id="1", need="large print", ais="information format") == NEED
    assert dataclasses.replace(NEED, unknown={"x": 1}) == dataclasses.replace(NEED, unknown={"x": 1})
    for other in ({"id": "2"}, {"need": "large Print"}, {"met": False}, {"unknown": {"x": 1}}):
        assert dataclasses.replace(NEED, **other) != NEED
    assert GroundRule(id="1", text="Be kind") != Need(id="1", need="Be kind")
    assert NEED != "large print"


def test_a_row_says_what_it_holds_and_cannot_be_changed():
    assert "need='large print'" in repr(NEED)
    assert repr(NEED).startswith("Need(id='1'")
    rate = Rate(id="1", kind="mileage", pence=45, unit=Unit.MILE, from_on=None)
    with pytest.raises(dataclasses.FrozenInstanceError):
        rate.pence = 46
