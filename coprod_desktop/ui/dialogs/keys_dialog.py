"""F1: the keys, for the whole program and for the page that is open."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from coprod_desktop.ui.keys.shell_keys import SHELL_KEYS
from coprod_desktop.ui.widgets.buttons import button
from coprod_desktop.ui.widgets.dialogs import fit_screen
from coprod_desktop.ui.widgets.text import Heading, KeyCap, Words

Rows = Sequence[tuple[str, str]]


class KeysDialog(QDialog):
    """`page_keys` are (key, what it does) of the page that is open, listed first."""

    def __init__(self, page_title: str, page_keys: Rows, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("keysDialog")
        self.setWindowTitle("Keys")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        inside = QWidget()
        inside.setObjectName("scrolled")
        grid = QGridLayout(inside)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        if page_keys:
            self._add(grid, f"On the page {page_title}", page_keys)
        self._add(grid, "Everywhere", [(k.shown, k.words) for k in SHELL_KEYS])
        grid.setRowStretch(grid.rowCount(), 1)
        area = QScrollArea()
        area.setObjectName("keysList")
        area.setAccessibleName("Keys")
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setWidget(inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.addWidget(area, 1)
        close = button("Close", "keysClose", kind="outline")
        close.clicked.connect(self.close)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        area.setFocus()  # so that arrows and Page Down go on to the keys below; Escape closes
        fit_screen(self, 620, 620)

    def _add(self, grid: QGridLayout, heading: str, rows: Rows) -> None:
        grid.addWidget(Heading(heading), grid.rowCount(), 0, 1, 2)
        for key, words in rows:
            at = grid.rowCount()
            grid.addWidget(KeyCap(key), at, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
            grid.addWidget(Words(words), at, 1)
