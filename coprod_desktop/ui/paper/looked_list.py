"""Everything that was or is to be looked at, as rows of a list."""

from __future__ import annotations

from html import escape

from PySide6.QtWidgets import QWidget

from coprod_desktop.services.seen.looking import STATE_WORDS, LookItem, State
from coprod_desktop.ui.widgets.rows_list import ListRow, RowsList

ICONS = {
    State.MUST: "late",
    State.ASKED: "waiting",
    State.GAP: "waiting",
    State.LEAVES: "waiting",
    State.SETTLED: "done",
}


def row(item: LookItem) -> ListRow:
    """Return an item as it is shown and read out."""
    return ListRow(item.id, item.title, item.detail, ICONS[item.state], STATE_WORDS[item.state])


def marked(item: LookItem) -> str:
    """Return the sentence as rich text, larger than other words; the found words are bold, underlined and in brackets, so also when read out."""
    out = (f"<b><u>[{escape(text)}]</u></b>" if found else escape(text) for text, found in item.sentence())
    return f'<font size="+1">{"".join(out)}</font>'.replace("\n", "<br>")


class LookedList(RowsList[LookItem]):
    """The list, so that the form can hold it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(row, "lookedList", "What was looked at", parent)
