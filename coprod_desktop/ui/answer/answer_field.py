"""A field for a sentence or two: as high as its words, up to eight lines."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QFontMetrics, QResizeEvent

from coprod_desktop.ui.style.fusion import TARGET
from coprod_desktop.ui.widgets.growing_field import GrowingField

MOST_LINES = 8
_EDGE = 22
"""The frame and the air inside it, above and below (resources/styles/base.qss)."""


class AnswerField(GrowingField):
    """Enter hands in, Shift+Enter begins a new line."""

    def sizeHint(self) -> QSize:  # noqa: D102
        lines = min(max(round(self.document().size().height()), 1), MOST_LINES)
        high = lines * QFontMetrics(self.font()).lineSpacing() + round(2 * self.document().documentMargin()) + _EDGE
        return QSize(200, max(high, TARGET))

    def minimumSizeHint(self) -> QSize:  # noqa: D102
        return QSize(120, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102
        super().resizeEvent(event)
        self.updateGeometry()  # another width wraps the words into more lines, or fewer
