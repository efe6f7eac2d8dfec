"""The privacy notice, how long records are kept, and the questions about you: each a dialog made of a table of fields."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from coprod_desktop.domain import privacy_notice as words
from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.counted import counted
from coprod_desktop.domain.keep_rules import KINDS, KeptKind, Kind
from coprod_desktop.services import about_you
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.rights import keeping, privacy, special
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.dialogs.facts_dialog import FactsDialog, FactsPart
from coprod_desktop.ui.widgets.fact_form import Fact, How

_WHO = (("controller",), ("contact",), ("officer",))
_DAYS = ("agreed_on", "review_on")


def _fact(name: str, how: How = How.WORDS, choices: Sequence[tuple[str, Any]] = ()) -> Fact:
    return Fact(name, words.FIELDS[name], how, choices)


def notice_dialog(context: Context, parent: QWidget | None) -> FactsDialog:
    """Return the editor of the notice."""
    part = partial(FactsPart, noun="privacy", row=special.ROW, read=_read_notice, save=_save_notice)
    parts = [
        part(heading="Who", prefix="privacyWho", lines=[[_fact(name)] for (name,) in _WHO]),
        part(
            heading="What for, and what lets you",
            prefix="privacyWhy",
            lines=[
                [_fact("purpose", How.LONG)],
                [_fact("lawful_basis", How.OPEN, [(one, one) for one in words.BASES])],
                [_fact("article9", How.OPEN, [(one, one) for one in words.CONDITIONS])],
            ],
            about="The lawful basis is your organisation's choice; for a council it is most often public task. A ticked box "
            "alone makes nothing consent.",
        ),
        part(
            heading="Rights and complaints",
            prefix="privacyRights",
            lines=[[_fact("rights", How.LONG)], [_fact("complain_to", How.LONG)]],
        ),
        part(heading="When", prefix="privacyWhen", lines=[[_fact(name, How.DATE) for name in _DAYS]]),
    ]
    about = "It is printed for each nation with its own law. What is not filled in is flagged in its place."
    return FactsDialog(context, "", "Privacy notice", about, parts, parent)


def _read_notice(desk: Desk) -> Mapping[str, Any]:
    now = privacy.privacy(desk)
    return {**words.filled(now), **{name: getattr(now, name, None) for name in _DAYS}}


def _save_notice(desk: Desk, field: str, value: Any) -> Changes:
    return privacy.change(desk, **{field: value})


def keep_dialog(context: Context, parent: QWidget | None) -> FactsDialog:
    """Return the dialog in which the organisation says how long it keeps what."""
    parts = [
        FactsPart(
            heading=kind.words,
            prefix=f"keep-{kind.kind}",
            lines=[[Fact(str(kind.kind), f"Months, from {kind.from_what}", How.WHOLE)]],
            noun="keep_rule",
            row=keeping.ROW,
            read=_read_rules,
            save=_save_rule,
            about=_about(kind),
        )
        for kind in KINDS
    ]
    about = "Your organisation decides. Left empty, nothing of that kind is ever due. Nothing goes by itself."
    return FactsDialog(context, "", "How long records are kept", about, parts, parent)


def _about(kind: KeptKind) -> str:
    if kind.months is None:
        return f"{kind.goes} Ask your records manager for the time."
    months = counted(kind.months, "month")
    return f"{kind.goes} A suggestion: {months} ({kind.source})."


def _read_rules(desk: Desk) -> Mapping[str, Any]:
    return {str(kind): rule.months for kind, rule in keeping.rules(desk).items()}


def _save_rule(desk: Desk, field: str, value: Any) -> Changes:
    return keeping.set_rule(desk, Kind(field), value)


def about_you_dialog(context: Context, parent: QWidget | None) -> FactsDialog:
    """Return the dialog in which the questions get the organisation's own wording."""
    parts = [
        FactsPart(
            heading=ours,
            prefix=f"about-{name}",
            lines=[[Fact("words", "The question")], [Fact("answers", "Answers, one a line", How.LONG)], [Fact("source", "Whose wording it is")]],
            noun="about_you_question",
            row=about_you.row_of(name),
            read=partial(_read_question, name),
            save=partial(_save_question, name),
        )
        for name, ours in about_you.CHARACTERISTICS.items()
    ]  # fmt: skip
    about = (
        "Never ask at the door: a form without a name, that can be left empty. “Prefer not to say” always stands last. "
        "An empty question brings our words back."
    )
    return FactsDialog(context, "", "About you: the questions", about, parts, parent)


def _read_question(name: str, desk: Desk) -> Mapping[str, Any]:
    found = next(q for q in about_you.questions(desk) if q.characteristic == name)
    return {"words": found.words, "answers": "\n".join(found.answers), "source": found.source or None}


def _save_question(name: str, desk: Desk, field: str, value: Any) -> Changes:
    return about_you.change(desk, name, field, value)
