"""How groups, and what stands on their timeline, are put in words."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from coprod_desktop.domain import dates, group_due
from coprod_desktop.domain.counted import counted
from coprod_desktop.domain.group_kinds import GroupKinds
from coprod_desktop.services.groups import GroupLine
from coprod_desktop.services.seen.group import GroupSeen
from coprod_desktop.services.seen.group_row import Section, TimelineRow
from coprod_desktop.ui.widgets.rows_list import ListRow

SECTIONS = {
    Section.NEXT: "Next",
    Section.DUE: "Due",
    Section.PROMISED: "Promised",
    Section.DECIDED: "Decided",
    Section.AGREED: "Agreed",
    Section.BEFORE: "Before",
}
NOTHING_YET = "Nothing stands here yet. A session, a promise or a day to remember comes here by itself."
NO_GROUPS = (
    "No group yet. A steering group, a forum, a project: give the first one a name. Its year then stands here: "
    "who is in it, its sessions, what it decided and promised, the papers it agreed, and the reports that are due."
)
NONE_LIKE_IT = "No group has these words in its name, kind, place or service."


def everything(many: int) -> str:
    """Return what the choice of all sections says."""
    return f"Everything · {many:,}"


def section(which: Section, many: int) -> str:
    """Return what the choice of one section says."""
    return f"{SECTIONS[which]} · {many:,}"


def group_row(line: GroupLine, kinds: GroupKinds, today: datetime.date) -> ListRow:
    """Return one group of the list: its name, its kind and place, its members and its next day."""
    about = " · ".join(part for part in (kinds.words(line.kind), line.area or "", line.locality or "") if part)
    told = [counted(line.members, "member")] if line.members else []
    if line.handed_over_on:
        told.append(f"Handed over {dates.in_year(datetime.date.fromisoformat(line.handed_over_on), today)}")
    elif line.end and line.end < today.isoformat():
        told.append(f"Ended {dates.in_year(datetime.date.fromisoformat(line.end), today)}")
    elif line.next_on:
        told.append(f"Next {dates.in_year(datetime.date.fromisoformat(line.next_on), today)}")
    return ListRow(line.id, line.name, "\n".join(part for part in (about, " · ".join(told)) if part))


def timeline_row(row: TimelineRow, today: datetime.date) -> ListRow:
    """Return one row of a timeline: its words, and below them its section, its day and what else there is."""
    when = [] if row.day is None else [_when(row, today)]
    still_ahead = row.section is Section.BEFORE and row.day is not None and row.day > today  # it was cancelled
    told = [*([] if still_ahead else [SECTIONS[row.section]]), *when, *([row.detail] if row.detail else [])]
    return ListRow(row.id, row.words, " · ".join(told), row.state, row.state_words)


def _when(row: TimelineRow, today: datetime.date) -> str:
    assert row.day is not None
    first = dates.in_year(row.day, today)
    if row.until is not None and row.until != row.day:
        return f"{first} to {dates.in_year(row.until, today)}"
    near = abs((row.day - today).days) <= 14
    return f"{first} ({dates.near(row.day, today)})" if near else first


def facts(seen: GroupSeen) -> str:
    """Return what stands below a group's name: its kind, who chairs it, how many it has, and what is to be said once."""
    group = seen.group
    now = [one for one in seen.members if one.member.left_on is None]
    chairs = [one.name or "Somebody" for one in now if one.member.co_chair]
    told = [
        seen.kind,
        group.area or "",
        group.locality or "",
        f"Co-chairs: {' and '.join(chairs)}" if len(chairs) > 1 else f"Chair: {chairs[0]}" if chairs else "",
        counted(len(now), "member") if now else "No members yet",
        money(group.money_pence),
        f"Terms of reference agreed {dates.in_year(seen.terms_agreed, seen.today)}" if seen.terms_agreed else "",
    ]
    return " · ".join(part for part in told if part)


def money(pence: int | None) -> str:
    """Return "May spend up to £5,000"; "" where no limit is known."""
    if pence is None:
        return ""
    pounds = f"£{pence // 100:,}" + (f".{pence % 100:02}" if pence % 100 else "")
    return f"May spend up to {pounds}"


def due_on_home(found: Sequence[group_due.GroupDue], today: datetime.date) -> tuple[str, str, str]:
    """Return what Home says of what groups have to remember: (a key of STATES, the words, what the button says)."""
    if not found:
        return "waiting", "", ""
    first = found[0]
    more = f", and {counted(len(found) - 1, 'more thing', 'more things')} of groups" if len(found) > 1 else ""
    late = first.is_late(today)
    when = f"since {dates.in_year(first.on, today)}" if late else f"by {dates.in_year(first.on, today)}"
    told = f"{first.group_name}: {first.words[:1].lower()}{first.words[1:]}" if first.group_name else first.words
    opens = "Open the papers" if first.of_organisation else "Open the line" if first.line else "Open the group"
    return "late" if late else "waiting", f"{told}{'' if told.endswith(('?', '!', '.')) else ','} {when}{more}", opens


def due_row(due: group_due.GroupDue, today: datetime.date) -> ListRow:
    """Return one of the things that groups have to remember, as a list of all of them shows it."""
    late = due.is_late(today)
    when = f"since {dates.in_year(due.on, today)}" if late else f"by {dates.in_year(due.on, today)}"
    about = " · ".join(part for part in (due.group_name, when) if part)
    which = due.line or " ".join((due.what, due.group, due.member or "", due.words))
    return ListRow(which, due.words, about, "late" if late else "waiting", "late" if late else "")
