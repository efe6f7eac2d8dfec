"""What has to be done by which day, counted back from the session: how long each takes stands with the need or the line.

"Slow down to speed up": what was begun too late is told, and the first day on which everything that waits would fit.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from coprod_desktop.domain import dates
from coprod_desktop.domain.record import ChecklistItem
from coprod_desktop.domain.words import Phase


class Takes(NamedTuple):
    """How long what a line of the checklist asks for takes, and the day somebody set for it, if anybody did."""

    lead: int
    by: datetime.date | None = None


class Step(NamedTuple):
    """One thing to do. `line` is its line of the checklist, "" while it is on none; `lead` its working days."""

    by: datetime.date
    words: str
    line: str
    lead: int
    who: str = ""
    done: bool = False
    late: bool = False


class Plan(NamedTuple):
    """The steps by their days. `fits_from`: the first day on which what is late would not be; None when nothing is."""

    steps: tuple[Step, ...] = ()
    fits_from: datetime.date | None = None

    @property
    def late(self) -> tuple[Step, ...]:
        """The steps whose day has gone by."""
        return tuple(step for step in self.steps if step.late)

    @property
    def next(self) -> Step | None:
        """The step that is due first of those that are not late."""
        return next((step for step in self.steps if not (step.done or step.late)), None)


def plan(
    day: datetime.date,
    today: datetime.date,
    lines: Iterable[ChecklistItem],
    takes: Mapping[str, Takes],
    missing: Mapping[str, int],
) -> Plan:
    """Count back from the day of a session.

    `takes` says of a line (by its id) how long it takes; of any other its own day counts, and one without is no step.
    `missing` are things that should be on the list and are not: words -> working days.
    """
    steps = []
    for line in lines:
        known = takes.get(line.id)
        lead = known.lead if known else 0
        by = (known.by if known else line.by) or (dates.working_days_before(day, lead) if lead else None)
        if line.phase is Phase.BEFORE and by is not None:
            late = not line.done and by < today <= day
            steps.append(Step(by, line.text, line.id, lead, line.who or "", line.done, late))
    for words, lead in missing.items():
        by = dates.working_days_before(day, lead)
        steps.append(Step(by, words, "", lead, late=by < today <= day))
    steps.sort(key=lambda step: (step.by, step.words))
    return Plan(tuple(steps), _fits_from(today, [step for step in steps if step.late]))


def _fits_from(today: datetime.date, late: Sequence[Step]) -> datetime.date | None:
    """Return the first day on which everything that is late could be done in time, if it is begun today."""
    longest = max((step.lead for step in late), default=0)
    day, left = today, longest
    while left > 0:
        day += datetime.timedelta(days=1)
        left -= day.weekday() < dates.SATURDAY
    return day if longest else None
