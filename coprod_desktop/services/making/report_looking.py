"""What to look at in the words a report tells of groups, their logs and papers, and how it was settled.

Words of sessions are settled on the Paper page of each; here are those that belong to no session's paper. A decision
hangs on each row the words stand in, so every report and every paper that tells the row goes by it.
"""

from __future__ import annotations

from collections.abc import Sequence

from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.check.settled import Decision, Finding
from coprod_desktop.domain.report_span import Span
from coprod_desktop.errors import UserError
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.making import papers, reports, year


def findings(desk: Desk, kind: str, asked: Span, of_group: str | None = None) -> tuple[Finding, ...]:
    """Return what to look at in a report's own words before it is made; settled ones stay listed.

    Nothing for a kind that tells words of sessions only, or needs a group while none is chosen.
    """
    row, of = desk.content.reports().kind(kind), reports.group(desk, of_group)
    if (row.members and of is None) or not (row.headings or kind == reports.ENGAGEMENT_LOG):
        return ()
    return year.read(desk, row, reports.span_of(desk, row, of, asked), of).findings()


def settle(desk: Desk, places: Sequence[Finding], decision: Decision, *, reviewed: bool = False) -> Changes:
    """Settle one question in all the rows its words stand in: leave them out, or they are fine.

    `reviewed`: it was let by with all the others, which opens no door that a person's own permission keeps shut.
    """
    if decision is Decision.OTHER_WORDS:
        raise UserError("Other words are written where the words stand.", "Nothing was changed.")
    with desk.store.write("Settled something to look at") as tx:
        for row, finding in {one.subject: one for one in places}.items():
            tx.insert("settlement", papers.settlement(desk, row, finding, decision, reviewed=reviewed))
    return tx.changes
