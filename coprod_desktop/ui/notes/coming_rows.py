"""The lines notes came apart into: when, who, what kind, the words, and what is open about each."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.notes import preview
from coprod_desktop.domain.notes.preview import ComingLine
from coprod_desktop.domain.words import ANONYMOUS
from coprod_desktop.ui.widgets.rows_list import ListRow, RowsList

NO_TIME = "––:––"


class ComingRows(RowsList[ComingLine]):
    """`names` are people of the list by their id; Space is taken by the dialog."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self._shown, "comingRows", "Lines of the notes, and what happens with each", parent)
        self.names: Mapping[str, str] = {}

    def _shown(self, row: ComingLine) -> ListRow:
        return shown(row, self.names)


def shown(row: ComingLine, names: Mapping[str, str]) -> ListRow:
    """Return a line as it stands in the list."""
    cut = row.cut
    state, happens = _happens(row)
    details = [
        " · ".join(filter(None, (happens, who_words(row, names), row.kind_words, cut.sheet or ""))),
        _todo(row),
        "Made by a machine: comes in not yet confirmed, and is not quoted until somebody confirms it."
        if cut.machine
        else "",
        *cut.doubts,
    ]
    return ListRow(row.id, cut.text or "No words", "\n".join(filter(None, details)), state, "", "", cut.at or NO_TIME)


def who_words(row: ComingLine, names: Mapping[str, str]) -> str:
    """Return who said a line, and for whom, as far as it is chosen: "Len Obi", "Interpreter, for Joy Tan"."""
    called = row.cut.speaker or ""
    who = {
        preview.NOBODY: called,
        preview.NEW: f"{called} (new on the list)",
        preview.ASK: f"which {called}?" if called else "who?",
        ANONYMOUS: "No name given",
    }.get(row.who) or names.get(row.who, called)
    whom = {preview.NOBODY: "", preview.ASK: "for whom?", preview.NEW: f"for {row.cut.said_for} (new on the list)"}.get(
        row.for_whom, f"for {names.get(row.for_whom, '')}"
    )
    return ", ".join(filter(None, (who, whom)))


def _happens(row: ComingLine) -> tuple[str, str]:
    if row.asks:
        return "look", "Choose"
    if row.taken:
        return "done", ""
    return "info", "Set aside" if row.cut.aside else "Left out"


def _todo(row: ComingLine) -> str:
    action = row.cut.action
    if action is None:
        return ""
    who, when = action.who or "nobody named", action.when or "no day given"
    return f"Comes in as an answer to finish: {action.what} ({who}; {when})"
