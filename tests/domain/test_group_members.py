"""What is said of who is in a group: counts that name nobody, and who chairs it."""

import datetime

import pytest

from coprod_desktop.domain import group_members
from coprod_desktop.domain.group_record import Member
from coprod_desktop.domain.words import Group

STAFF, LIVED, CARERS = Group.STAFF.value, Group.LIVED_EXPERIENCE.value, Group.CARERS.value
DAY = datetime.date(2026, 11, 20)


def member(n, mix, *, chair=False, left=False):
    return Member(id=f"m{n}", group_id="g", person_id=f"p{n}", mix=mix, co_chair=chair, left_on=DAY if left else None)


def members(*rows):
    return [member(n, *row) if isinstance(row, tuple) else member(n, row) for n, row in enumerate(rows)]


def test_the_mix_counts_who_is_there_in_the_order_of_the_groups():
    there = [*members(STAFF, CARERS, LIVED, LIVED, None, "visitors"), member(9, STAFF, left=True)]
    assert group_members.mix(there) == [(LIVED, 2), (CARERS, 1), (STAFF, 1), (group_members.NOT_SAID, 2)]
    assert [one.id for one in group_members.now_in(there)] == ["m0", "m1", "m2", "m3", "m4", "m5"]
    assert group_members.mix([member(9, STAFF, left=True)]) == []


def test_a_paper_tells_the_mix_in_fives():
    printed = group_members.mix_to_print(members(*[LIVED] * 12, *[STAFF] * 7))
    assert dict(printed).keys() <= {LIVED, STAFF, CARERS, group_members.NOT_SAID}
    assert dict(printed)[LIVED] != "12"


@pytest.mark.parametrize(
    ("chairs", "others", "said"),
    [
        ((), (), ""),
        ((), (LIVED, STAFF), "Nobody chairs it yet"),
        ((STAFF,), (LIVED,), "Only staff chair this group"),
        ((STAFF, STAFF), (LIVED,), "Only staff chair this group"),
        ((LIVED,), (STAFF,), "It has one chair"),
        ((STAFF, LIVED), (), ""),
        ((CARERS, LIVED), (), ""),
    ],
)
def test_what_is_to_be_said_of_who_chairs(chairs, others, said):
    there = [member(n, mix, chair=True) for n, mix in enumerate(chairs)]
    there += [member(10 + n, mix) for n, mix in enumerate(others)]
    words = group_members.chairs_in_words([*there, member(99, LIVED, chair=True, left=True)])
    assert words.startswith(said)
    assert bool(words) == bool(said)
