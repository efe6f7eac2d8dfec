"""What of a group's timeline comes from its log: what is to be looked at again, what was decided, and the rest as what was."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from coprod_desktop.domain.changes import Ref
from coprod_desktop.domain.log_record import LogLine
from coprod_desktop.services.seen import log as seen_log
from coprod_desktop.services.seen.group_row import Look, Section, TimelineRow
from coprod_desktop.store import log

DECIDED = "decided"
"""The button whose lines stand under what was decided."""


def logged(look: Look) -> Iterator[TimelineRow]:
    """Yield the lines of a group's log: those to look at again as due, decisions as decided, the others as what was."""
    kinds, group, most = look.content.log, look.group.id, look.most + 1
    decided = [kind.kind for kind in kinds.under(DECIDED) if kind.publish]
    due = log.due_of(look.connection, group, most)
    for line in due:
        yield _row(look, line, Section.DUE, line.follow_up)
    for line in log.of(look.connection, group=group, kinds=decided, limit=most):
        yield _row(look, line, Section.DECIDED, line.on)
    waiting = {line.id for line in due}
    not_here = [*decided, *(kind.kind for kind in kinds.rows if kind.elsewhere)]
    for line in log.of(look.connection, group=group, but=not_here, limit=most):
        if line.id not in waiting:
            yield _row(look, line, Section.BEFORE, line.on)


def _row(look: Look, line: LogLine, section: Section, day: datetime.date | None) -> TimelineRow:
    one = seen_log.as_row(look.content.log, line, look.today)
    state, words = "info", ""
    if one.late:
        state, words = "late", "To be looked at again"
    elif not line.confirmed and one.kind.known:
        state, words = "look", "Nobody has said what it is"
    elif section is Section.DUE:
        state, words = "waiting", "To come"
    return TimelineRow(
        section=section, opens=Ref("log_line", line.id, line.session_id), words=line.words, day=day,
        detail=" · ".join((one.called, *seen_log.behind(line, one.kind))), state=state, state_words=words,
    )  # fmt: skip
