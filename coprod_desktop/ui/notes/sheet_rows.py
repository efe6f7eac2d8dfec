"""What was typed from sheets so far, the newest last."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.record import Entry
from coprod_desktop.domain.words import KIND_WORDS, EntryKind
from coprod_desktop.ui.widgets.rows_list import ListRow, RowsList


class SheetRows(RowsList[Entry]):
    """Rows of lines that say which sheet they are from."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_shown, "sheetRows", "Typed so far", parent, with_icons=False)


def _shown(line: Entry) -> ListRow:
    kind = "" if line.kind is EntryKind.CONTRIBUTION else KIND_WORDS[line.kind]
    return ListRow(line.id, line.text, kind, count=line.sheet or "")
