"""The keys, for the page that is open and for the whole program, as one list."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QWidget

from coprod_desktop.ui.keys.shell_keys import SHELL_KEYS
from coprod_desktop.ui.widgets.text import Heading, KeyCap, Words

Rows = Sequence[tuple[str, str]]


class KeysList(QScrollArea):
    """`page_keys` are (key, what it does) of the page that is open, listed first."""

    def __init__(self, page_title: str, page_keys: Rows, parent: QWidget | None = None) -> None:
        super().__init__(parent)
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
        self.setObjectName("keysList")
        self.setAccessibleName("Keys")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setWidget(inside)

    def _add(self, grid: QGridLayout, heading: str, rows: Rows) -> None:
        grid.addWidget(Heading(heading), grid.rowCount(), 0, 1, 2)
        for key, words in rows:
            at = grid.rowCount()
            grid.addWidget(KeyCap(key), at, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
            grid.addWidget(Words(words), at, 1)
