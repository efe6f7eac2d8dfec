"""How things in the Bin are spoken of."""

from __future__ import annotations

from coprod_desktop.domain import dates
from coprod_desktop.services.bin import Binned
from coprod_desktop.ui.widgets.rows_list import ListRow

NOUNS = {
    "session": "Session",
    "agenda_item": "Part of the agenda",
    "checklist_item": "Line of the checklist",
    "ground_rule": "Ground rule",
    "need": "Need",
    "entry": "What someone said",
    "point": "Point",
    "attendance": "On the list",
    "claim": "Money",
    "work_group": "Group or project",
    "group_member": "Member of a group",
    "partner": "Partner of a group",
    "log_line": "Line of a log",
    "agreed_paper": "Agreed paper",
}
UNTITLED = "No words"


def row(thing: Binned) -> ListRow:
    """Return one thing as it is listed."""
    whose = f" of {thing.person}" if thing.noun in {"need", "claim"} and thing.person else ""
    where = f" · {thing.session_title}" if thing.noun != "session" and thing.session_title else ""
    when = f"Taken away {dates.short(thing.since)}"
    then = "stays here" if thing.stays else f"gone for good {dates.short(thing.until)}"
    state, state_words = ("waiting", thing.stays) if thing.stays else ("info", "")
    told = f"{NOUNS[thing.noun]}{whose}{where} · {when}, {then}"
    return ListRow(thing.id, thing.words or UNTITLED, told, state, state_words)
