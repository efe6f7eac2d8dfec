"""What groups have to remember, over all of them: Home tells of what is late or soon."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence

from coprod_desktop.domain import group_due
from coprod_desktop.domain.beginning import beginning
from coprod_desktop.domain.group_due import GroupDue, What
from coprod_desktop.services import log
from coprod_desktop.services.desk import Desk
from coprod_desktop.store import agreed, groups

LONGEST = 80
"""Letters of a line that are told."""
OF_ORGANISATION = "Your organisation"
"""Whose a paper is that no group agreed on."""
MOST_LINES = 50
"""So many lines of logs are told of at once, the longest due first."""


def near(desk: Desk) -> Sequence[GroupDue]:
    """Return what is late, or is told of before its day, the soonest first; also lines of logs and papers to look at again."""
    today = desk.today()
    until = today + datetime.timedelta(max(group_due.AHEAD.values()))
    found = [*(one for one in every(desk, until=until) if one.is_near(today)), *_lines(desk), *_papers(desk)]
    return tuple(sorted(found, key=lambda one: (one.on, one.group_name.casefold(), one.words)))


def _lines(desk: Desk) -> Iterator[GroupDue]:
    for one in log.due(desk, desk.today(), MOST_LINES):
        words = f"{desk.content.log.of(one.kind).words}: {beginning(one.words, LONGEST)}"
        yield GroupDue(What.LINE, one.group or "", one.group_name or "", one.on, words, line=one.id)


def _papers(desk: Desk) -> Iterator[GroupDue]:
    until = desk.today() + datetime.timedelta(group_due.AHEAD[What.PAPER])
    with desk.store.read() as connection:
        found = agreed.reviews(connection, until)
    for one in found:
        whose = one.group_name or OF_ORGANISATION
        yield GroupDue(What.PAPER, one.group or "", whose, one.by, f"Look again at “{beginning(one.title, LONGEST)}”")


def every(desk: Desk, group: str | None = None, until: datetime.date | None = None) -> Sequence[GroupDue]:
    """Return all that is due of one group, or of all, the soonest first; `until`: of terms only those that end by then."""
    with desk.store.read() as connection:
        days, terms = groups.due(connection, group, until)
    mine: dict[str, list[group_due.Term]] = {}
    for term in terms:
        mine.setdefault(term.group, []).append(term)
    found = [due for one in days for due in group_due.of_group(one, mine.get(one.group, ()))]
    return tuple(sorted(found, key=lambda one: (one.on, one.group_name.casefold(), one.words)))
