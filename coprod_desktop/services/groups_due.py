"""What groups have to remember, over all of them: Home tells of what is late or soon."""

from __future__ import annotations

from collections.abc import Sequence

from coprod_desktop.domain import group_due
from coprod_desktop.domain.group_due import GroupDue
from coprod_desktop.services.desk import Desk
from coprod_desktop.store import groups


def near(desk: Desk) -> Sequence[GroupDue]:
    """Return what is late, or is told of before its day, the soonest first."""
    return tuple(one for one in every(desk) if one.is_near(desk.today()))


def every(desk: Desk, group: str | None = None) -> Sequence[GroupDue]:
    """Return all that is due of one group, or of all, the soonest first."""
    with desk.store.read() as connection:
        days, terms = groups.due(connection, group)
    mine: dict[str, list[group_due.Term]] = {}
    for term in terms:
        mine.setdefault(term.group, []).append(term)
    found = [due for one in days for due in group_due.of_group(one, mine.get(one.group, ()))]
    return tuple(sorted(found, key=lambda one: (one.on, one.group_name.casefold(), one.words)))
