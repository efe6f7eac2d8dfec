"""Who is in the bank of people, counted for a paper: no name leaves this module."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from coprod_desktop.domain.ids import made_id
from coprod_desktop.domain.measures import SMALL
from coprod_desktop.domain.people_record import Bank
from coprod_desktop.domain.roles import group_of
from coprod_desktop.domain.safe_sums import safe_series
from coprod_desktop.domain.year_record import InBank
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.seen import who_is_missing
from coprod_desktop.store import formats, joined, lists

ALIKE = {
    "interests": "What they are interested in",
    "training": "Training they had",
    "cannot_come": "Ways they cannot come",
    "heard_by": "How they heard of it",
}
"""Field of the bank -> what it is headed by on paper."""


def read(desk: Desk) -> InBank:
    """Count everybody who is in the bank today, and everybody who answered until today."""
    with desk.store.read() as connection:
        banks = formats.every(connection, Bank)
        roles = {line.id: line.role for line in lists.all_people(connection)}
        same = joined.groups(connection)
    people: dict[str, list[Bank]] = {}
    for one in banks:
        if one.person_id in roles:
            people.setdefault(min(same.get(one.person_id, (one.person_id,))), []).append(one)
    role_of = {who: next(filter(None, (roles[one.person_id] for one in some)), "") for who, some in people.items()}
    missing = who_is_missing.read(desk, sums=safe_series)
    return InBank(
        id=made_id("report", "in bank"),
        people=len(people),
        groups=Counter(group_of(role) for role in role_of.values() if role),
        alike=tuple((words, found) for field, words in ALIKE.items() if (found := _alike(people.values(), field))),
        first=missing.first,
        missing=missing.missing,
    )


def _alike(people: Iterable[list[Bank]], field: str) -> Mapping[str, int]:
    """Return what at least five of them have alike, the most often said first; what fewer say could be known for theirs."""
    said: Counter[str] = Counter()
    words: dict[str, str] = {}
    for some in people:
        theirs = {one.casefold(): one for bank in some for one in _several(getattr(bank, field))}
        words |= theirs
        said.update(theirs.keys())
    return {
        words[one]: many for one, many in sorted(said.items(), key=lambda pair: (-pair[1], pair[0])) if many >= SMALL
    }


def _several(value: str | tuple[str, ...] | None) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else value or ()
