"""The columns of a list that is brought in: what stands in each, and what it is taken for, to be changed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from coprod_desktop.domain.beginning import beginning
from coprod_desktop.services.bring_in.people_list.values import LEFT, Column, Meaning
from coprod_desktop.ui.widgets.text import Strong, Words

SHOWN = 26
"""Letters of a heading, and of what stands below it, that are shown; all of it is read out."""


class ListColumns(QScrollArea):
    """Columns side by side, in the order of the list. Tab goes from one to the next; what has the focus is in view."""

    changed = Signal()
    """Somebody chose what a column is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("listColumns")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("Columns of the list")
        self._boxes: dict[int, QComboBox] = {}
        self._made: dict[int, QWidget] = {}
        self._shown: tuple[tuple[int, str], ...] = ()

    def show_columns(self, columns: Sequence[Column], meanings: Sequence[Meaning]) -> None:
        """Show what the columns are taken for; those that are shown already keep the focus."""
        same = tuple((column.place, column.heading) for column in columns)
        if same != self._shown:
            self._make(columns, meanings)
            self._shown = same
            used = next((column for column in columns if column.meaning != LEFT), None)
            if used is not None:  # those before it stay behind; they are a scroll to the left
                first = self._made[used.place]
                QTimer.singleShot(0, first, lambda: self.horizontalScrollBar().setValue(first.x()))
        for column in columns:
            box = self._boxes[column.place]
            with QSignalBlocker(box):
                box.setCurrentIndex(max(0, box.findData(column.meaning)))

    def meanings(self) -> dict[int, str]:
        """Return what is chosen for each column, by place."""
        return {place: str(box.currentData()) for place, box in self._boxes.items()}

    def box(self, place: int) -> QComboBox:
        """Return where the meaning of a column is chosen."""
        return self._boxes[place]

    def boxes(self) -> Sequence[QComboBox]:
        """Return all of them, from left to right."""
        return list(self._boxes.values())

    def _make(self, columns: Sequence[Column], meanings: Sequence[Meaning]) -> None:
        self._boxes.clear()
        self._made.clear()
        inside = QWidget()
        inside.setObjectName("scrolled")
        row = QHBoxLayout(inside)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        for column in columns:
            self._made[column.place] = made = self._column(column, meanings)
            row.addWidget(made)
        row.addStretch(1)
        self.setWidget(inside)
        self.updateGeometry()

    def _column(self, column: Column, meanings: Sequence[Meaning]) -> QWidget:
        made = QWidget()
        below = QVBoxLayout(made)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(2)
        heading = column.heading or f"Column {column.place + 1}, without a heading"
        samples = ", ".join(column.samples)
        for label in (Strong(beginning(heading, SHOWN)), Words(beginning(samples, SHOWN) or "Empty", tone="quiet")):
            label.setWordWrap(False)
            below.addWidget(label)
        box = QComboBox()
        box.setObjectName(f"meaning{column.place}")
        box.setAccessibleName(f"What the column “{heading}” is")
        box.setAccessibleDescription(f"In it: {samples}" if samples else "It is empty.")
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(12)
        for meaning in meanings:
            box.addItem(meaning.words, meaning.key)
        box.activated.connect(lambda _at: self.changed.emit())
        box.installEventFilter(self)
        self._boxes[column.place] = box
        below.addWidget(box)
        below.addStretch(1)
        return made

    def sizeHint(self) -> QSize:  # noqa: D102
        inside = self.widget()
        high = inside.sizeHint().height() if inside is not None else 0
        return QSize(super().sizeHint().width(), high + self.horizontalScrollBar().sizeHint().height())

    def minimumSizeHint(self) -> QSize:  # noqa: D102
        return QSize(200, self.sizeHint().height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: D102
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QComboBox):
            self.ensureWidgetVisible(watched, 12, 0)
        return super().eventFilter(watched, event)
