"""What a session is told by in figures: the rung reached, who came, numbers before and after, and what else it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.words import Group, Rung
from coprod_desktop.services import figures
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.program import about
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.dialogs.facts_dialog import FactsDialog, FactsPart
from coprod_desktop.ui.widgets.fact_form import NOT_SAID, Fact, How

_RUNGS = [NOT_SAID, *((rung.value.capitalize(), rung) for rung in Rung)]
LADDER = (
    (Fact("ladder_actual", "The rung that was reached, as all agree", How.PICK, _RUNGS),),
    (
        Fact("ladder_members", "As members say", How.PICK, _RUNGS),
        Fact("ladder_staff", "As staff say", How.PICK, _RUNGS),
    ),
)
CAME = (
    (Fact("attended", "How many came in all, if somebody counted", How.WHOLE),),
    tuple(Fact(f"headcount.{group}", f"At the door: {group}", How.WHOLE) for group in list(Group)[:2]),
    tuple(Fact(f"headcount.{group}", f"At the door: {group}", How.WHOLE) for group in list(Group)[2:]),
)


def _number(of: str, when: str) -> tuple[Fact, ...]:
    first, said = (f"{of}.{when}_", when.capitalize()) if when else (f"{of}.", "Now")
    return (
        Fact(f"{first}percent", f"{said}: so many in a hundred", How.SHARE),
        Fact(f"{first}people", f"{said}: of how many people", How.WHOLE),
        Fact(f"{first}date", f"{said}: asked on", How.DATE),
    )


def _about(of: str) -> tuple[tuple[Fact, ...], ...]:
    return (
        (Fact(f"{of}.name", "What is measured"),),
        (Fact(f"{of}.question", "The question, as it is asked", How.LONG),),
        (Fact(f"{of}.source", "Where the number comes from"),),
    )


def _aim(of: str) -> tuple[Fact, ...]:
    return (
        Fact(f"{of}.target_percent", "We aim for: so many in a hundred", How.SHARE),
        Fact(f"{of}.target_date", "We aim for: by", How.DATE),
    )


MEASURE = (
    *_about("measure"),
    _number("measure", "before"),
    _number("measure", "after"),
    _aim("measure"),
)
BASELINE = (*_about("baseline"), _number("baseline", ""), _aim("baseline"))
ALSO = (
    (
        Fact("end_date", "The last day, if more than one", How.DATE),
        Fact("as_of", "The day papers speak from", How.DATE),
    ),
    (Fact("project", "Project"),),
    tuple(Fact(f"scie_elements.{element}", element.capitalize(), How.TICK) for element in figures.ELEMENTS[:2]),
    tuple(Fact(f"scie_elements.{element}", element.capitalize(), How.TICK) for element in figures.ELEMENTS[2:]),
)
PARTS: Sequence[tuple[str, str, Sequence[Sequence[Fact]], str]] = (
    ("How much power was shared", "ladder", LADDER, about.LADDER_CREDIT),
    ("How many came", "came", CAME, "The counts at the door are those of Listen, and print as one."),
    ("A number that was asked before and after", "measure", MEASURE, "Papers claim no cause."),
    ("Where we start from", "baseline", BASELINE, ""),
    ("Also of this session", "also", ALSO, ""),
)
"""Heading, prefix of the fields' names, the fields, and what is said below them."""


def figures_dialog(context: Context, session: str, parent: QWidget | None) -> FactsDialog:
    """Return the dialog, to be opened."""
    read: Callable[[Desk], Mapping[str, Any]] = partial(_read, session)
    save: Callable[[Desk, str, Any], Changes] = partial(_save, session)
    parts = [
        FactsPart(
            heading=heading, lines=lines, noun="figures", row=session, read=read, save=save, prefix=prefix, about=said
        )
        for heading, prefix, lines, said in PARTS
    ]
    return FactsDialog(context, session, "Figures, and the rung reached", "", parts, parent)


def _read(session: str, desk: Desk) -> Mapping[str, Any]:
    return figures.read(desk, session)


def _save(session: str, desk: Desk, field: str, value: Any) -> Changes:
    return figures.change(desk, session, field, value)
