"""What of a group's timeline comes from its own days: its sessions, what is due, and its promises."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator

from coprod_desktop.domain import dates, group_due
from coprod_desktop.domain.changes import Ref
from coprod_desktop.domain.group_due import GroupDue, What
from coprod_desktop.domain.words import SessionState
from coprod_desktop.services import promises
from coprod_desktop.services.seen.group_row import Look, Section, TimelineRow
from coprod_desktop.store import groups
from coprod_desktop.store.groups import SessionDay

_BACK = 2
"""Sections of sessions: what is next, and what was."""


def sessions(look: Look) -> Iterator[TimelineRow]:
    """Yield the sessions of a group: those to come as next, the others as what was; moved and cancelled ones stay."""
    found = groups.sessions(look.connection, look.group.id)
    today = look.today.isoformat()
    coming = [one for one in found if (one.end_date or one.date) >= today and one.state != SessionState.CANCELLED]
    been = [one for one in found if one not in coming]
    for one in coming[: look.most + 1]:
        yield _session(one, Section.NEXT, look.today)
    for one in list(reversed(been))[: look.most + 1]:
        yield _session(one, Section.BEFORE, look.today)


def called(one: SessionDay) -> str:
    """Return what a session is called in its series: "4. Steering group: home care"."""
    return f"{one.series_n}. {one.title}" if one.series_n else one.title


def _session(one: SessionDay, section: Section, today: datetime.date) -> TimelineRow:
    day = datetime.date.fromisoformat(one.date)
    until = datetime.date.fromisoformat(one.end_date) if one.end_date else None
    state, words = "waiting" if section is Section.NEXT else "done", "Planned" if section is Section.NEXT else "Held"
    told = [one.type.capitalize(), one.start or "", one.place or ""]
    if one.state == SessionState.CANCELLED:
        state, words = "no", "Cancelled"
        told.insert(0, f"Cancelled{_why(one)}")
    elif one.state == SessionState.MOVED:
        before = f" from {dates.in_year(datetime.date.fromisoformat(one.moved_from), today)}" if one.moved_from else ""
        told.insert(0, f"Moved{before}{_why(one)}")
    return TimelineRow(
        section=section, opens=Ref("session", one.id, one.id), words=called(one), day=day, until=until,
        detail=" · ".join(part for part in told if part), state=state, state_words=words,
    )  # fmt: skip


def _why(one: SessionDay) -> str:
    return f": {one.state_why.rstrip('.')}" if one.state_why else ""


def due(look: Look) -> Iterator[TimelineRow]:
    """Yield what the group has to remember; what is far off stands here too, only Home waits."""
    days, terms = groups.due(look.connection, look.group.id)
    group = look.group
    if look.content.groups.ends(group.kind) and not (group.end or group.no_end or group.handed_over_on):
        yield TimelineRow(
            section=Section.DUE, opens=Ref("work_group", group.id), state="look", state_words="To say",
            words="It has no end date. Say when it ends, or that it has none",
        )  # fmt: skip
    for one in days:
        yield from (due_row(what, look.today) for what in group_due.of_group(one, terms))


def due_row(one: GroupDue, today: datetime.date) -> TimelineRow:
    """Return a row of one thing that is due."""
    opens = Ref("group_member", one.member) if one.what is What.TERM and one.member else Ref("work_group", one.group)
    late = one.is_late(today)
    words = "Late" if late else "Soon" if one.is_near(today) else "To come"
    state = "late" if late else "look" if one.is_near(today) else "waiting"
    return TimelineRow(section=Section.DUE, opens=opens, words=one.words, day=one.on, state=state, state_words=words)


def promised(look: Look) -> Iterable[TimelineRow]:
    """Yield the promises of a group, and those made in its sessions: open ones as promised, the others as what was."""
    for line in promises.of_group(look.connection, look.group.id, look.today, look.most + 1):
        open_ = not line.finished
        detail = " · ".join(part for part in (line.state, line.who or "") if part)
        yield TimelineRow(
            section=Section.PROMISED if open_ else Section.BEFORE,
            opens=Ref("point", line.id, line.session), words=line.what, day=line.due, detail=detail,
            state="late" if line.late else "waiting" if open_ else "done",
            state_words="Late" if line.late else "Not due yet" if open_ else "Over",
        )  # fmt: skip
