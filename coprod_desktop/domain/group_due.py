"""What a group has to remember: its review, its end, its report to the committee, the terms of its members."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from coprod_desktop.domain import dates


class What(StrEnum):
    """What is due."""

    REVIEW = "review"
    END = "end"
    REPORT = "report"
    TERM = "term"
    LINE = "line"
    """A line of the log is to be looked at again."""
    PAPER = "paper"
    """A paper that was agreed on is to be looked at again."""


AHEAD = {What.REVIEW: 14, What.END: 28, What.REPORT: 28, What.TERM: 28, What.LINE: 0, What.PAPER: 30}
"""So many days before its day it is told of."""


@dataclass(frozen=True, slots=True)
class GroupDates:
    """The days of one group."""

    group: str
    name: str
    review_on: datetime.date | None = None
    end: datetime.date | None = None
    committee_on: datetime.date | None = None
    clearance_days: int | None = None
    handed_over_on: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class Term:
    """Until when somebody is a member."""

    group: str
    member: str
    name: str
    until: datetime.date


@dataclass(frozen=True, slots=True)
class GroupDue:
    """One thing that is due. `member` is whose term it is; `line` the line of the log, which may be of a session alone."""

    what: What
    group: str
    group_name: str
    on: datetime.date
    words: str
    member: str | None = None
    line: str | None = None

    @property
    def of_organisation(self) -> bool:
        """Whether it is a paper of the organisation, and no group's."""
        return self.what is What.PAPER and not self.group

    def is_late(self, today: datetime.date) -> bool:
        """Tell whether its day is past."""
        return self.on < today

    def is_near(self, today: datetime.date) -> bool:
        """Tell whether it is time to be told of it."""
        return self.on <= today + datetime.timedelta(AHEAD[self.what])


def report_by(committee_on: datetime.date, clearance_days: int | None) -> datetime.date:
    """Return the day by which a report has to be cleared: so many days before the committee sits."""
    return committee_on - datetime.timedelta(clearance_days or 0)


def of_group(group: GroupDates, terms: Iterable[Term] = ()) -> Sequence[GroupDue]:
    """Return what is due of a group, the soonest first; nothing of one that was handed over."""
    if group.handed_over_on is not None:
        return ()
    found = [
        GroupDue(What.REVIEW, group.group, group.name, group.review_on, "Look at how the group works")
        if group.review_on
        else None,
        GroupDue(What.END, group.group, group.name, group.end, "The group ends") if group.end else None,
        _report(group),
        *(
            GroupDue(What.TERM, group.group, group.name, term.until, f"The term of {term.name} ends", term.member)
            for term in terms
        ),
    ]
    return tuple(sorted((one for one in found if one is not None), key=lambda one: (one.on, one.what, one.words)))


def _report(group: GroupDates) -> GroupDue | None:
    if group.committee_on is None:
        return None
    on = report_by(group.committee_on, group.clearance_days)
    sits = dates.plain(group.committee_on)
    words = "The report has to be cleared" if group.clearance_days else "The report goes to the committee"
    return GroupDue(What.REPORT, group.group, group.name, on, f"{words}: the committee sits on {sits}")
