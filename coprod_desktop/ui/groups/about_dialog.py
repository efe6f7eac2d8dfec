"""What is known about a group: each field saves by itself, and what does not go together is said beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.changes import Changes
from coprod_desktop.services import groups
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.program.content import Content
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.dialogs.facts_dialog import FactsDialog, FactsPart
from coprod_desktop.ui.widgets.fact_form import NOT_SAID, Fact, How

LEVELS = (NOT_SAID, ("One to one", "one_to_one"), ("A team or service", "team"), ("Strategic", "strategic"))


def open_about(context: Context, group: str, parent: QWidget) -> FactsDialog:
    """Open what is known about a group."""
    dialog = FactsDialog(context, "", "About the group", "", _parts(context.desk.content, group), parent)
    dialog.open()
    return dialog


def _parts(content: Content, group: str) -> Sequence[FactsPart]:
    def read(desk: Desk) -> Mapping[str, Any]:
        return dict(vars(groups.one(desk, group)))

    def save(desk: Desk, field: str, value: Any) -> Changes:
        return groups.change(desk, group, **{field: value})

    kinds = [(kind.words, kind.kind) for kind in content.groups.rows]

    def part(heading: str, lines: Sequence[Sequence[Fact]], about: str = "") -> FactsPart:
        return FactsPart(
            heading=heading,
            lines=lines,
            noun="work_group",
            row=group,
            read=read,
            save=save,
            prefix="group",
            about=about,
        )

    return (
        part(
            "What it is",
            (
                [Fact("name", "Name"), Fact("kind", "Kind", How.PICK, kinds)],
                [Fact("issue", "The issue", How.LONG)],
                [Fact("aim", "What it wants to achieve", How.LONG)],
                [Fact("may_decide", "What it may decide", How.LONG)],
                [Fact("why_this_many", "Why this many people", How.LONG)],
            ),
        ),
        part(
            "Where and how",
            (
                [Fact("locality", "Place"), Fact("area", "Service it is about")],
                [Fact("level", "Level", How.PICK, LEVELS), Fact("contact", "Whom to ask about it")],
            ),
        ),
        part(
            "Days",
            (
                [Fact("start", "Starts on", How.DATE), Fact("end", "Ends on", How.DATE)],
                [
                    Fact("no_end", "It has no end date", How.TICK),
                    Fact("review_on", "Look at how it works on", How.DATE),
                ],
                [
                    Fact("committee_on", "The committee sits on", How.DATE),
                    Fact("clearance_days", "Days the report needs to be cleared", How.WHOLE),
                ],
            ),
            "The report is due so many days before the committee. Home says so in time.",
        ),
        part(
            "Money",
            ([Fact("money_pence", "It may spend up to", How.PENCE), Fact("money_words", "About the money")],),
            "The limit is printed on invitations, agendas and papers of the group's sessions.",
        ),
    )
