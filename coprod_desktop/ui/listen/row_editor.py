"""Changing a line where it stands in the list: Enter saves, Escape leaves it as it was, Ctrl+Enter splits it in two."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from coprod_desktop.ui.base.timers import Soon
from coprod_desktop.ui.style import theme
from coprod_desktop.ui.widgets.buttons import button
from coprod_desktop.ui.widgets.flow import FlowRow
from coprod_desktop.ui.widgets.growing_field import GrowingField
from coprod_desktop.ui.widgets.kept_field import DRAFT_MS


class RowEditor(QWidget):
    """`editing` is the line it changes, "" for none."""

    entered = Signal()
    left = Signal()
    split_wanted = Signal(str, str)
    """The words before and after the cursor."""
    typed = Signal()
    """The words changed, soon after they did."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rowEditor")
        self.setAccessibleName("Changing a line")
        self.editing = ""
        self.field = GrowingField(self)
        self.field.setObjectName("rowWords")
        self.field.setAccessibleName("The words of this line")
        self.field.setAccessibleDescription(
            "Enter saves. Escape leaves it as it was. Ctrl Enter makes two lines of it."
        )
        acts = FlowRow(self)
        self.save = self._button(acts, "Save  Enter", "rowSave", "Enter", "primary")
        self.split = self._button(acts, "Split here", "rowSplit", "Ctrl Enter")
        self.leave = self._button(acts, "Leave it as it was", "rowLeave", "Escape")
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 8)
        column.setSpacing(6)
        column.addWidget(self.field)
        column.addWidget(acts)
        self._soon = Soon(self.typed.emit, DRAFT_MS, self)
        self.field.textChanged.connect(self._changed)
        self.field.entered.connect(self.entered)
        self.field.gave_up.connect(self.left)
        self.save.clicked.connect(self.entered)
        self.leave.clicked.connect(self.left)
        self.split.clicked.connect(self._split)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self.field).activated.connect(self._split)
        self.hide()

    def _button(self, row: FlowRow, words: str, name: str, key: str, kind: str = "small") -> QPushButton:
        made = button(words, name, kind=kind)
        made.setAccessibleName(words.removesuffix("  Enter"))
        made.setAccessibleDescription(f"Key: {key}")
        made.setToolTip(key)
        row.add(made)
        return made

    def begin(self, line_id: str, words: str, *, all_chosen: bool) -> None:
        """Change a line; `all_chosen`: what is typed takes the place of all its words."""
        self.editing = ""
        self.field.set_words(words)
        self.editing = line_id
        if all_chosen:
            self.field.selectAll()

    def hand_in(self) -> None:
        """Say at once what was typed and not said yet."""
        if self._soon.isActive():
            self._soon.stop()
            self.typed.emit()

    def end(self) -> None:
        """Nothing is being changed any more."""
        self._soon.stop()
        self.editing = ""
        self.field.set_words("")

    def _changed(self) -> None:
        if self.editing:
            self._soon.begin()

    def _split(self) -> None:
        words = self.field.words()
        at = len(words.encode("utf-16-le")[: 2 * self.field.textCursor().position()].decode("utf-16-le", "ignore"))
        self.split_wanted.emit(words[:at], words[at:])

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: D102
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(theme.tokens().selection))
