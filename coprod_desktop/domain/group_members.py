"""What is said of who is in a group: who chairs it, and of which groups its members are, as counts that name nobody."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from coprod_desktop.domain.group_record import Member
from coprod_desktop.domain.measures import parts_in_fives
from coprod_desktop.domain.words import Group

NOT_SAID = "not said"


def now_in(members: Iterable[Member]) -> Sequence[Member]:
    """Return those who have not left."""
    return [one for one in members if one.left_on is None]


def mix(members: Iterable[Member]) -> Sequence[tuple[str, int]]:
    """Return how many members are of which group, in the order of the groups; for the facilitator's own eyes."""
    here = now_in(members)
    found = [(group.value, sum(one.mix == group for one in here)) for group in Group]
    left = sum(one.mix not in set(Group) for one in here)
    return [(label, many) for label, many in (*found, (NOT_SAID, left)) if many]


def mix_to_print(members: Iterable[Member]) -> Sequence[tuple[str, str]]:
    """Return the same as a paper may print it, in fives: it is printed again when one has come or gone (practice D9)."""
    return parts_in_fives(mix(members))


def chairs_in_words(members: Iterable[Member]) -> str:
    """Return what is to be said of who chairs: a group is chaired by a member of staff and somebody with lived experience
    or a carer, together. "" where that is so, or nobody is there yet.
    """
    here = now_in(members)
    chairs = [one for one in here if one.co_chair]
    if not here:
        return ""
    if not chairs:
        return "Nobody chairs it yet. Two co-chairs share it: one from staff, one who draws on care or is a carer."
    kinds = {one.mix for one in chairs}
    if kinds == {Group.STAFF.value}:
        return "Only staff chair this group. A co-chair who draws on care, or is a carer, would share the power."
    if len(chairs) == 1:
        return "It has one chair. A second one shares the work, and takes over when the first is away."
    return ""
