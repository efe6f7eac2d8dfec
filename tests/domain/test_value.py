"""What every value is: made of its own fields, in their order or by name, compared by them, and never changed."""

from __future__ import annotations

import dataclasses

import pytest

from coprod_desktop.domain.hours import Hours
from coprod_desktop.domain.shorthand import TypedLine
from tests.domain.making import DAY


def test_a_value_is_made_by_order_or_by_name_and_is_alike_either_way():
    assert Hours(DAY, "10:30") == Hours(start="10:30", day=DAY)
    assert hash(Hours(DAY, "10:30")) == hash(Hours(start="10:30", day=DAY))
    assert Hours(DAY, "10:30") != Hours(DAY, "10:31")
    assert Hours(DAY, "10:30") not in (None, (DAY, "10:30"))
    assert dataclasses.replace(Hours(DAY, "10:30"), start=None) == Hours(DAY)


@pytest.mark.parametrize(("said", "named"), [((), {}), ((DAY, "10:30", "more"), {}), ((DAY,), {"begin": "10:30"})])
def test_a_value_is_not_made_of_less_or_more_than_its_fields(said, named):
    with pytest.raises(TypeError, match="Hours"):
        Hours(*said, **named)


def test_a_value_says_what_it_holds_and_cannot_be_changed():
    line = TypedLine("Nobody rings")
    assert repr(line).startswith("TypedLine(")
    assert "'Nobody rings'" in repr(line)
    with pytest.raises(dataclasses.FrozenInstanceError):
        line.words = "Somebody rings"
    with pytest.raises(dataclasses.FrozenInstanceError):
        del line.words
