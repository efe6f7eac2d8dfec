"""How members and partners of a group are put in words, and which fields they have."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from coprod_desktop.domain import dates, group_members
from coprod_desktop.domain.group_record import Member, Partner, gave_and_got
from coprod_desktop.domain.words import Group
from coprod_desktop.services.group_members import MemberLine
from coprod_desktop.ui.widgets.card_rows import CardRow, Piece
from coprod_desktop.ui.widgets.fact_form import NOT_SAID, Fact, How
from coprod_desktop.ui.widgets.rows_list import ListRow

NOBODY = "Somebody whose details were taken out"
NONE_YET = (
    "Nobody is in it yet. Type a name below, and Enter. "
    "A partner is an organisation that works with the group: choose that under “Who it is”."
)
_MIX = (NOT_SAID, *((group.value[:1].upper() + group.value[1:], group.value) for group in Group))
FACTS = (
    [Fact("role", "Their part in the group"), Fact("mix", "Counted as", How.PICK, _MIX)],
    [Fact("co_chair", "Chairs the group, or shares it", How.TICK)],
    [Fact("joined_on", "Joined on", How.DATE), Fact("term_end", "Their term ends on", How.DATE)],
    [Fact("training", "Training they had for it, with commas between")],
    [Fact("thanked_on", "Thanked on", How.DATE), Fact("reference_on", "Reference given on", How.DATE)],
)
PAPERS = (
    ("A page that hands over what they did", "handover"),
    ("A letter of thanks", "group-thanks"),
    ("A reference that states facts", "group-reference"),
)
"""Papers about a member: words, and the kind."""
PARTNER_FACTS = (
    [Fact("name", "Name"), Fact("part", "What they do")],
    [Fact("gave", "What they gave"), Fact("got", "What they got back")],
    [Fact("user_led", "Led by people who use services", How.TICK), Fact("independent", "Independent", How.TICK)],
)


def member(line: MemberLine, today: datetime.date) -> ListRow:
    """Return one member of the list."""
    one = line.member
    told = [one.role or "", "Co-chair" if one.co_chair else ""]
    if one.left_on is not None:
        told.append(f"Left {dates.in_year(one.left_on, today)}")
        told.append("" if one.thanked_on else "Not thanked yet")
    elif one.term_end is not None:
        word = "ended" if one.term_end < today else "ends"
        told.append(f"Term {word} {dates.in_year(one.term_end, today)}")
    elif one.joined_on is not None:
        told.append(f"Since {dates.in_year(one.joined_on, today)}")
    return ListRow(one.id, line.name or NOBODY, " · ".join(part for part in told if part))


def partner(one: Partner) -> ListRow:
    """Return one partner of the list."""
    led = [word for word, is_so in (("user-led", one.user_led), ("independent", one.independent)) if is_so]
    told = ["Partner", *led, one.part or "", *gave_and_got(one)]
    return ListRow(one.id, one.name, " · ".join(part for part in told if part))


def mix(members: Sequence[Member]) -> str:
    """Return "People with lived experience 6 · Carers 5"; "" while nobody is counted."""
    found = group_members.mix(members)
    if all(label == group_members.NOT_SAID for label, _ in found):
        return ""
    return " · ".join(f"{label[:1].upper()}{label[1:]} {many}" for label, many in found)


def to_pick(person: str, name: str, role: str) -> CardRow:
    """Return one of several people with the same name, to be chosen."""
    return CardRow(person, (Piece(name), Piece(role or "on no list", tone="quiet")))
