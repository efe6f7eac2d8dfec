"""A page that is all words and fields: never wider than reads well, with air at both sides."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

LETTERS = 100


class Narrow(QWidget):
    """Give it one layout. The margins at its sides take what the words do not need, at every text size."""

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102
        super().resizeEvent(event)
        self._set_air()

    def _set_air(self) -> None:
        column = self.layout()
        if column is not None:
            air = max(0, self.width() - LETTERS * self.fontMetrics().averageCharWidth()) // 2
            margins = column.contentsMargins()
            if margins.left() != air:
                column.setContentsMargins(air, margins.top(), air, margins.bottom())
