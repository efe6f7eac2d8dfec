"""The dialogs that open from the editor, each by the paper it shows: imported when they are opened."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtWidgets import QDialog, QWidget

from coprod_desktop.domain.changes import Changes
from coprod_desktop.services import agreed
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.seen.agreed import EditorSeen
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.dialogs.facts_dialog import FactsDialog, FactsPart
from coprod_desktop.ui.widgets.fact_form import Fact, How

_HEAD = ("title", "subject", "owner", "approved_by", "review_every_months")


def versions(context: Context, seen: EditorSeen, parent: QWidget) -> QDialog:
    """Return versions beside each other."""
    from coprod_desktop.ui.agreed.versions_dialog import AgreedVersionsDialog

    return AgreedVersionsDialog(context, seen.held, parent)


def signed(context: Context, seen: EditorSeen, parent: QWidget) -> QDialog:
    """Return who signed up."""
    from coprod_desktop.ui.agreed.signed_dialog import AgreedSignedDialog

    return AgreedSignedDialog(context, seen.held.paper.id, parent)


def make(context: Context, seen: EditorSeen, parent: QWidget) -> QDialog:
    """Return what makes the newest version in formats."""
    from coprod_desktop.ui.agreed.make_dialog import AgreedMakeDialog

    return AgreedMakeDialog(context, seen.held.paper.id, seen.held.newest.n, parent)


def about(context: Context, seen: EditorSeen, parent: QWidget) -> QDialog:
    """Return what stands at the head of the paper and in its document control."""
    paper, version = seen.held.paper.id, seen.held.newest.id
    parts = [
        FactsPart(
            heading="The paper",
            lines=[
                [Fact("title", "What it is called")],
                [Fact("subject", "What it is about, in a line")],
                [Fact("owner", "Owner: who looks after it"), Fact("approved_by", "Approved by")],
                [Fact("review_every_months", "Looked at again after so many months", How.WHOLE)],
            ],
            noun="agreed_paper",
            row=paper,
            read=partial(_read, paper),
            save=partial(_save, paper),
            about="Owner and approval are printed; people on your list only as they let their names be.",
        )
    ]
    if not seen.final:
        parts.append(
            FactsPart(
                heading=f"Version {seen.held.newest.n}",
                lines=[[Fact("changed", "What changed since the version before", How.LONG)]],
                noun="paper_version",
                row=version,
                read=partial(_read_version, paper),
                save=partial(_save_version, version),
            )
        )
    return FactsDialog(context, "", "Owner, review, what changed", "", parts, parent)


def _read(paper: str, desk: Desk) -> Mapping[str, Any]:
    now = agreed.one(desk, paper).paper
    return {name: getattr(now, name) for name in _HEAD}


def _save(paper: str, desk: Desk, field: str, value: Any) -> Changes:
    return agreed.change(desk, paper, **{field: value})


def _read_version(paper: str, desk: Desk) -> Mapping[str, Any]:
    return {"changed": agreed.one(desk, paper).newest.changed}


def _save_version(version: str, desk: Desk, _field: str, value: Any) -> Changes:
    return agreed.say_changed(desk, version, value or "")
