"""Of which group a session is, its number, what it carries on from, and which partner gives the room or wrote it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from coprod_desktop.domain.changes import Changes
from coprod_desktop.services import group_sessions, sessions
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.group_sessions import Choices
from coprod_desktop.ui.dialogs.facts_dialog import FactsPart
from coprod_desktop.ui.widgets.fact_form import Fact, How


def series_part(session: str, found: Choices) -> FactsPart:
    """Return the card, for a dialog of the session's facts."""

    def read(desk: Desk) -> Mapping[str, Any]:
        return dict(vars(sessions.one(desk, session)))

    def save(desk: Desk, field: str, value: Any) -> Changes:
        return group_sessions.change(desk, session, field, value)

    none = ("None", None)
    return FactsPart(
        heading="Group and series",
        lines=(
            [
                Fact("group_id", "Group it is of", How.PICK, [none, *found.groups]),
                Fact("series_n", "Its number", How.WHOLE),
            ],
            [
                Fact("follows", "Carries on from", How.PICK, [none, *found.before]),
                Fact("repeats", "It repeats, as people say it: monthly, every second Tuesday"),
            ],
            [
                Fact("host", "Who gives the room", How.OPEN, found.partners),
                Fact("wrote_it", "Who wrote it, if not us", How.OPEN, found.partners),
            ],
        ),
        noun="session",
        row=session,
        read=read,
        save=save,
        prefix="series",
        about="A number stays with its session, also when that is moved or cancelled. The next session of the group takes what this one knows.",
    )
