"""One line with a heading and what stands under it in short; pressed, it opens and shows the part, made when first seen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coprod_desktop.ui.style import icons
from coprod_desktop.ui.widgets.buttons import button
from coprod_desktop.ui.widgets.card import Rule
from coprod_desktop.ui.widgets.text import Words

_INDENT = 32
"""What the heading's words are indented by, behind its mark."""


class Fold(QWidget):
    """`make` is called once, when somebody opens it for the first time. Folded, only heading and summary are there."""

    def __init__(self, title: str, name: str, make: Callable[[], QWidget], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._make = title, make
        self.part: QWidget | None = None
        self.head = button(title, name, kind="fold", parent=self)
        self.head.setCheckable(True)
        self.summary = Words(tone="quiet", parent=self)
        self.summary.setContentsMargins(_INDENT, 0, 0, 0)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(Rule())
        self._column.addWidget(self.head)
        self._column.addWidget(self.summary)
        self.head.toggled.connect(self._turn)
        self._show_head()

    def say(self, summary: str) -> None:
        """Show in one line what is in it; a screen reader says it with the heading."""
        self.summary.setText(summary)
        self.summary.setVisible(bool(summary) and not self.is_open())
        self._show_head()

    def is_open(self) -> bool:
        """Tell whether the part is shown."""
        return self.head.isChecked()

    def open(self) -> None:
        """Show the part."""
        self.head.setChecked(True)

    def _turn(self, on: bool) -> None:
        if on and self.part is None:
            self.part = self._make()
            self.part.setParent(self)
            self._column.addWidget(self.part)
            self._in_order(self.part)
        if self.part is not None:
            self.part.setVisible(on)
        self.summary.setVisible(bool(self.summary.text()) and not on)
        self._show_head()

    def _in_order(self, part: QWidget) -> None:
        """Tab comes to what is in it after its heading."""
        before: QWidget = self.head
        for child in part.findChildren(QWidget):
            here = child.window() is self.window()  # the list of a combo box is a window of its own
            if here and child.focusPolicy() & Qt.FocusPolicy.TabFocus and child.focusProxy() is None:
                self.setTabOrder(before, child)
                before = child

    def _show_head(self) -> None:
        on = self.is_open()
        icons.put(self.head, "up" if on else "down")
        self.head.setAccessibleName(f"{self._title}, {'open' if on else 'folded'}")
        self.head.setAccessibleDescription(self.summary.text())
