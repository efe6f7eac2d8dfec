"""How people, their needs and what they agreed to are put into words."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from coprod_desktop.domain import dates
from coprod_desktop.domain.counted import counted
from coprod_desktop.domain.format_table import Formats
from coprod_desktop.domain.permission import Circle
from coprod_desktop.domain.record import Need, Person
from coprod_desktop.domain.words import Attending, NameInPublic
from coprod_desktop.services.people import PersonLine
from coprod_desktop.services.seen.everyone import By, Filter, Someone
from coprod_desktop.services.seen.needs_met import Due
from coprod_desktop.ui.widgets.card_rows import CardRow, Piece
from coprod_desktop.ui.widgets.rows_list import ListRow

NAMES = {
    NameInPublic.NONE: "Not at all",
    NameInPublic.ROLE: "Their role only",
    NameInPublic.FIRST: "Their first name",
    NameInPublic.FIRST_AND_ROLE: "Their first name and role",
    NameInPublic.FULL: "Their full name",
}
ATTENDING = {
    None: "Not asked yet",
    Attending.INVITED: "Invited",
    Attending.COMING: "Coming",
    Attending.HERE: "Here",
    Attending.APOLOGIES: "Sent apologies",
    Attending.DID_NOT_COME: "Did not come",
}

OPENS_POST = ("They do", "Someone they live with", "Staff where they live")
"""What is offered for who opens somebody's post; any other words can be typed. Only the first is the person."""


MET = ((True, "Yes"), (False, "No"), (None, "Not asked"))
"""What can be answered when somebody is asked whether a need was met. Nobody answers it for them."""


def first_up(words: str) -> str:
    """Return words that begin a line."""
    return words[:1].upper() + words[1:]


def on_list(person: Person) -> ListRow:
    """Return someone on a session's list, with what they need."""
    first = [person.role, ATTENDING[person.attendance] if person.attendance else ""]
    lines = [" · ".join(part for part in first if part)]
    if person.needs:
        lines.append(f"Needs: {'; '.join(map(_need_short, person.needs))}")
    waiting = sum(need.met is None and not need.who_arranges for need in person.needs)
    if waiting:
        lines.append(f"Nobody arranges {'this' if len(person.needs) == 1 else f'{waiting} of these'} yet")
    state = "look" if waiting else "done" if person.needs else ""
    return ListRow(person.id, person.name, "\n".join(line for line in lines if line), state)


def _need_short(need: Need) -> str:
    return f"{need.need} ({need_state(need)})" if need.met is not None or need.who_arranges else need.need


def need_state(need: Need) -> str:
    """Return who arranges a need and by when, or whether it was met; and when it is to be looked at again."""
    by = f"by {dates.short(need.by)}" if need.by else ""
    arranged = ", ".join(part for part in (need.who_arranges or "nobody arranges it yet", by) if part)
    now = arranged if need.met is None else "met" if need.met else "not met"
    due = need.review_by
    again = due is not None and (need.reviewed is None or need.reviewed < due)
    return f"{now}; look at it again by {dates.plain(due)}" if due is not None and again else now


def need_card(need: Need) -> CardRow:
    """Return a need as a row of the person's needs."""
    waiting = need.met is False or (need.met is None and not need.who_arranges)
    below = Piece(first_up(need_state(need)), "waiting" if waiting else "quiet")
    return CardRow(need.id, (Piece(need.need), below))


def in_workspace(line: PersonLine) -> ListRow:
    """Return someone of the workspace."""
    needs = "" if not line.needs else counted(line.needs, "need")
    came = "on no list" if not line.sessions else counted(line.sessions, "session")
    name = f"Name on papers: {NAMES[NameInPublic(line.name_in_public)].lower()}"
    first = " · ".join(part for part in (line.role, needs, came) if part)
    return ListRow(line.id, line.name, f"{first}\n{name}")


def someone(one: Someone) -> ListRow:
    """Return someone of the workspace, with what is in the bank that one would look for."""
    row = in_workspace(one.line)
    more = [
        f"Known twice: also {', '.join(name for _, name in one.twice)}" if one.twice else "",
        f"Interests: {', '.join(one.bank.interests)}" if one.bank.interests else "",
        f"Trains others in: {one.bank.trains}" if one.bank.trains else "",
        "To be asked again" if one.due else "",
    ]
    return replace(row, detail="\n".join(filter(None, (row.detail, *more))))


def to_pick(one: Someone) -> CardRow:
    """Return someone as a row to choose from."""
    row = in_workspace(one.line)
    return CardRow(one.id, (Piece(one.line.name), Piece(row.detail.partition("\n")[0], "quiet")))


def shown_filter(wanted: Filter, formats: Formats) -> str:
    """Return a choice of the filter in words: "Interest: buses (12)"."""
    words = {
        By.ALL: "Everyone",
        By.DUE: "To be asked again",
        By.TRAINS: "Trains others",
        By.INTEREST: f"Interest: {wanted.value}",
        By.TRAINING: f"Training: {wanted.value}",
        By.FORMAT: f"Reads: {formats.of(wanted.value).words if wanted.by is By.FORMAT else ''}",
    }[wanted.by]
    return f"{words} ({wanted.many:,})"


def agreed(value: Any) -> str | None:
    """Return "yes", "no" or "people who came" as someone answered when they were asked, None when they were not."""
    if value is None or value == "":
        return None
    if value == Circle.CAME:
        return Circle.CAME.value
    return "no" if value is False or str(value).casefold() in {"no", "false"} else "yes"


def agreed_on(value: Any) -> str:
    """Return "Yes, 12 Sep 2026" when the day is known, else "Yes"."""
    try:
        day = datetime.date.fromisoformat(str(value))
        return f"Yes, {day.day} {day:%b} {day.year}"  # short, so that the year is in sight in half a column
    except ValueError:
        return "Yes"


def to_look_at(due: Sequence[Due]) -> tuple[str, str, str]:
    """Return what Home says of needs to be looked at again; no names, it may be seen over a shoulder."""
    if not due:
        return "info", "", ""
    who = counted(len({one.person for one in due}), "person", "people")
    many = counted(len(due), "need is", "needs are")
    return "late", f"{many} to be looked at again, of {who}: ask whether it is still right.", "Open People"
