"""Who can take part in a session and how; its days, strands and notes; what we learnt: fields that fold away in a dialog."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.record import Session
from coprod_desktop.services import group_sessions, sessions, taking_part
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.group_sessions import Choices
from coprod_desktop.services.program import content
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.dialogs.facts_dialog import FactsDialog, FactsPart
from coprod_desktop.ui.get_ready import dates_words
from coprod_desktop.ui.get_ready.series_part import series_part
from coprod_desktop.ui.widgets.fact_form import Fact, How

Lines = Sequence[Sequence[Fact]]
_A_LINE = 3


def ways() -> Lines:
    """Return the ticks for ways to take part, some to a line."""
    ticks = [
        Fact(f"{taking_part.WAYS}{way}", way[:1].upper() + way[1:], How.TICK)
        for way in content.load().pick_list("ways to take part")
    ]
    return [tuple(ticks[at : at + _A_LINE]) for at in range(0, len(ticks), _A_LINE)]


WHO_CANNOT: Lines = (
    (Fact("shuts_out", "Whom the day and the time shut out", How.LONG),),
    (Fact("could_not_come", "What we tried for people who could not come", How.LONG),),
)
WHAT: Lines = (
    (Fact("senior_listener", "Senior person who listens"), Fact("for_whom", "Who it is for")),
    (Fact("locality", "Area"), Fact("days", "All its days, if several: 17 Sep, 24 Sep")),
    (Fact("series", "Series it is part of"),),
    (Fact("strands", "Strands that members chose, one a line", How.LONG),),
)
WHY: Lines = (
    (Fact("why_method", "Why we do it this way", How.LONG),),
    (Fact("travel_note", "How people get there, with the least travel", How.LONG),),
    (Fact("print_note", "What is printed, and how little", How.LONG),),
)
LEARNT: Lines = ((Fact("learnt", "What did we learn?", How.LONG),),)


def parts() -> Sequence[tuple[str, str, Lines]]:
    """Return (heading, prefix of the fields' names, the fields) of each card."""
    return (
        ("Ways to take part", "ways", ways()),
        ("People who cannot come", "cannot", WHO_CANNOT),
        ("The session", "what", WHAT),
        ("Why it is done so", "why", WHY),
    )


def taking_part_dialog(
    context: Context, session: Session, parent: QWidget | None, series: Choices | None = None
) -> FactsDialog:
    """Return the dialog, to be opened. `series`: what can be chosen of groups and earlier sessions."""
    hard = dates_words.hard_for(session)
    made = [_part(session.id, *part, about=hard if part[1] == "cannot" else "") for part in parts()]
    made += [series_part(session.id, series)] if series is not None else []
    about = "What is printed of it goes through the same checks as everything else."
    return FactsDialog(context, session.id, "Who can take part, and how", about, made, parent)


def learnt_dialog(context: Context, session: str, parent: QWidget | None) -> FactsDialog:
    """Return the dialog that asks what was learnt, to be opened."""
    made = [_part(session, "At the end", "learnt", LEARNT, about="What worked, what did not, what we do otherwise.")]
    return FactsDialog(context, session, "What did we learn?", "", made, parent)


def open_taking_part(context: Context, session: str, parent: QWidget) -> None:
    """Read a session's facts and open the dialog on them."""

    def ask(found: tuple[Session, Choices]) -> None:
        taking_part_dialog(context, found[0], parent, found[1]).open()

    context.runner.ask(_both, session, done=ask, owner=parent)


def _both(desk: Desk, session: str) -> tuple[Session, Choices]:
    return sessions.one(desk, session), group_sessions.choices(desk, session)


def _part(session: str, heading: str, prefix: str, lines: Lines, *, about: str = "") -> FactsPart:
    read: Callable[[Desk], Mapping[str, Any]] = partial(_read, session)
    save: Callable[[Desk, str, Any], Changes] = partial(_save, session)
    return FactsPart(
        heading=heading, lines=lines, noun="taking_part", row=session, read=read, save=save, prefix=prefix, about=about
    )


def _read(session: str, desk: Desk) -> Mapping[str, Any]:
    return taking_part.read(desk, session)


def _save(session: str, desk: Desk, field: str, value: Any) -> Changes:
    return taking_part.change(desk, session, field, value)
