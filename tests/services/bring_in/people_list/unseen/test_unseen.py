"""Sets of lists in many hands, each with right values written before any of them was read: everybody entirely right."""

import pytest

from tests.services.bring_in.people_list.unseen.ruler import SETS, faults, samples

LISTS = {f"{of_set}: {sample.title}": sample for of_set in SETS for sample in samples(of_set)}


@pytest.mark.parametrize("sample", LISTS.values(), ids=LISTS)
def test_everybody_on_it_comes_in_right_and_nobody_else(sample):
    assert faults(sample) == []


def test_the_sets_are_read_whole():
    assert all(sample.people and sample.lines for sample in LISTS.values())
