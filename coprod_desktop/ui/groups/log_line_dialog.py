"""One line of the log with what is behind it: the fields its kind asks for, from the table of kinds. Each saves by itself."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from coprod_desktop.domain import log_rules
from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.log_kinds import PUBLICITY_WORDS, LogKind, LogKinds
from coprod_desktop.domain.log_record import Publicity
from coprod_desktop.services import log
from coprod_desktop.services.desk import Desk
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.dialogs.facts_dialog import FactsDialog, FactsPart
from coprod_desktop.ui.widgets.fact_form import Fact, How

NEVER = "A line of this kind is never printed, whatever else is chosen."
NEWER = "A newer version of this program wrote this kind of line. It is kept as it is."


def own_facts(kinds: LogKinds, kind: LogKind) -> Sequence[Sequence[Fact]]:
    """Return the fields every line has."""
    choices = [(row.words, row.kind) for row in kinds.written_here()]
    if kind.kind not in [value for _words, value in choices]:
        choices.append((kind.words, kind.kind))
    whom = [(words, wide) for wide, words in PUBLICITY_WORDS.items() if kind.may_be(wide)]
    return (
        (Fact("words", "The line", How.LONG),),
        (Fact("kind", "What it is", How.PICK, choices), Fact("on", "Its day", How.DATE)),
        (
            Fact("publicity", "Who may read it on papers", How.PICK, whom),
            Fact("follow_up", "Look again on", How.DATE),
        ),
    )


def kind_facts(kind: LogKind) -> Sequence[Sequence[Fact]]:
    """Return the fields a kind asks for, long ones on a line of their own, the others two by two."""
    lines: list[list[Fact]] = []
    for field in kind.asks:
        choices = [(one, one) for one in field.choices]
        fact = Fact(field.field, field.label, How(field.how.value), choices)
        beside = bool(lines) and len(lines[-1]) == 1 and lines[-1][0].how is not How.LONG and fact.how is not How.LONG
        if beside:
            lines[-1].append(fact)
        else:
            lines.append([fact])
    return lines


def log_line_dialog(
    context: Context, kinds: LogKinds, line: str, kind: str, session: str, parent: QWidget | None
) -> FactsDialog:
    """Return the dialog of one line, which shows other fields as soon as the line is another kind."""
    shown = [kind]

    def other(values: Mapping[str, Any]) -> Sequence[FactsPart] | None:
        if values["kind"] == shown[-1]:
            return None
        shown.append(values["kind"])
        return parts_of(kinds, line, kinds.of(values["kind"]), context.desk.today)

    parts = parts_of(kinds, line, kinds.of(kind), context.desk.today)
    made = FactsDialog(context, session, "One line of the log", "", parts, parent, other)
    made.setObjectName("logLineDialog")
    return made


def parts_of(kinds: LogKinds, line: str, kind: LogKind, today: Callable[[], datetime.date]) -> Sequence[FactsPart]:
    """Return the cards of a line: what every line has, and what its kind asks for."""
    read = partial(_read, line=line)
    save = partial(_save, line=line)
    about = "" if kind.publish else NEVER if kind.known else NEWER
    own = FactsPart(
        heading="The line", lines=own_facts(kinds, kind), noun="log_line", row=line, read=read, save=save,
        prefix="logLine", about=about, missing=lambda values: log_rules.still_to_come(values, today()),
    )  # fmt: skip
    if not kind.asks:
        return (own,)
    behind = FactsPart(
        heading=kind.words, lines=kind_facts(kind), noun="log_line", row=line, read=read, save=save, prefix="logBehind",
        missing=partial(log_rules.missing, kind),
    )  # fmt: skip
    return own, behind


def _read(desk: Desk, *, line: str) -> Mapping[str, Any]:
    return log.read(desk, line)


def _save(desk: Desk, field: str, value: Any, *, line: str) -> Changes:
    return log.change(desk, line, field, Publicity(value) if field == "publicity" and value else value)
