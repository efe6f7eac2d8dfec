"""Lines to tick, each with all of its words, however long."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from coprod_desktop.ui.style.fusion import TARGET
from coprod_desktop.ui.widgets.text import Words


class Tick(NamedTuple):
    """One line: its id, its words, and quiet words below them."""

    id: str
    words: str
    detail: str = ""
    ticked: bool = False


class TickList(QScrollArea):
    """In a form: promote a QScrollArea. Up and Down go from line to line, Space ticks, Tab leaves line by line."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._boxes: dict[str, QCheckBox] = {}
        self._words: dict[Words, QCheckBox] = {}
        self._before: QWidget | None = None
        self._after: Sequence[QWidget] = ()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_ticks(self, rows: Iterable[Tick]) -> None:
        """Show other lines."""
        self._boxes.clear()
        self._words.clear()
        inside = QWidget()
        inside.setObjectName("scrolled")
        column = QVBoxLayout(inside)
        column.setContentsMargins(4, 0, 8, 0)
        column.setSpacing(0)
        for row in rows:
            column.addLayout(self._line(row))
        column.addStretch(1)
        self.setWidget(inside)
        for one, next_one in pairwise(filter(None, (self._before, *self._boxes.values(), *self._after))):
            self.setTabOrder(one, next_one)

    def stand_between(self, before: QWidget | None, *after: QWidget) -> None:
        """Say which controls Tab stops at before and after the lines."""
        self._before, self._after = before, after

    def ticked(self) -> list[str]:
        """Return the ids of the lines that are ticked, in their order."""
        return [row_id for row_id, box in self._boxes.items() if box.isChecked()]

    def tick(self, ids: Iterable[str]) -> None:
        """Tick these lines too."""
        for row_id in ids:
            self._boxes[row_id].setChecked(True)

    def box(self, row_id: str) -> QCheckBox:
        """Return the check box of a line."""
        return self._boxes[row_id]

    def sizeHint(self) -> QSize:  # noqa: D102
        return QSize(400, self.fontMetrics().height() * 12)

    def minimumSizeHint(self) -> QSize:  # noqa: D102
        return QSize(200, max(TARGET, self.fontMetrics().height() * 5))

    def _line(self, row: Tick) -> QHBoxLayout:
        box = QCheckBox()
        box.setObjectName(f"tick{len(self._boxes)}")
        box.setAccessibleName(f"{row.words} {row.detail}".strip())
        box.setChecked(row.ticked)
        box.toggled.connect(lambda _on: self.changed.emit())
        box.installEventFilter(self)
        self._boxes[row.id] = box
        words = QVBoxLayout()
        words.setSpacing(0)
        # the first line of words stands beside the middle of the box
        words.setContentsMargins(0, (box.sizeHint().height() - self.fontMetrics().height()) // 2, 0, 4)
        for text, tone in ((row.words, ""), (row.detail, "quiet")):
            if text:
                label = Words(text, tone=tone)
                label.installEventFilter(self)
                self._words[label] = box
                words.addWidget(label)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(box, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        return line

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: D102
        if event.type() == QEvent.Type.MouseButtonRelease and isinstance(watched, Words) and watched in self._words:
            self._words[watched].click()
            return True
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QCheckBox):
            self.ensureWidgetVisible(watched)
        return super().eventFilter(watched, event)
