"""A year made of sessions' snapshots alone, for tests of stories over many sessions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from coprod_desktop.domain.report_span import Span
from coprod_desktop.domain.year_numbers import numbers
from coprod_desktop.domain.year_record import YearCounts
from coprod_desktop.publish.public_year import PublicHeld, PublicYear
from coprod_desktop.publish.snapshot import PublicSnapshot
from coprod_desktop.publish.stories import log


def year_of(snapshots: Sequence[PublicSnapshot]) -> PublicYear:
    """Return what a report of these sessions may print."""
    ordered = log.in_order(snapshots) if snapshots else ()
    counts = YearCounts(
        sessions=len(ordered),
        times_came=sum(one.came_in_all for one in ordered),
        stands=Counter(p.standing for one in ordered for p in one.points if p.standing),
    )
    return PublicYear(
        span=Span(),
        first=min((one.date for one in ordered), default=None),
        last=max((one.end_date or one.date for one in ordered), default=None),
        as_of=max((one.as_of for one in ordered), default=None),
        organisation=log.organisation(ordered) or None,
        brand=next((one.brand for one in ordered if one.brand), None),
        nation=None,
        group=None,
        held=tuple(
            PublicHeld(
                date=one.date,
                end_date=one.end_date,
                title=one.title,
                type=one.type,
                place=one.place,
                for_whom=one.part.for_whom,
                state=one.part.otherwise,
                held=not one.part.cancelled,
            )
            for one in ordered
        ),
        held_more=0,
        numbers=numbers(counts),
        came=(),
        times_came=counts.times_came,
        not_counted=0,
        stands=counts.stands,
        noes=0,
        told=ordered,
        told_of=len(ordered),
        log=(),
        log_more={},
        own=(),
        papers=(),
        changes=(),
        rungs=(),
        reported=(),
    )
