"""One of several answers to choose from: a framed line as wide as its card; the chosen one is filled and semibold."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QRadioButton, QSizePolicy, QStyle, QStyleOptionButton, QWidget

from coprod_desktop.ui.style import theme
from coprod_desktop.ui.style.fusion import TARGET

_AIR = 12
_SLACK = 4
"""Words are drawn a little wider than they are measured; they wrap only when they have to."""
ARROWS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)


def check(choices: Iterable[Choice], wanted: Choice | None) -> None:
    """Choose one of a group, or none of it."""
    group = list(choices)
    if wanted is not None:
        wanted.setChecked(True)
    for choice in group:
        if wanted is None:
            choice.setAutoExclusive(False)
            choice.setChecked(False)
            choice.setAutoExclusive(True)
        # Tab stops once in a group, at what is chosen; Qt sees to it only after the group had the focus
        stops = choice is (wanted or group[0])
        choice.setFocusPolicy(Qt.FocusPolicy.StrongFocus if stops else Qt.FocusPolicy.ClickFocus)


class Choice(QRadioButton):
    """A radio button that can be pressed anywhere on its line. Its words wrap."""

    def __init__(self, words: str | QWidget | None = "", parent: QWidget | None = None) -> None:
        super().__init__(words if isinstance(words, QWidget) else parent)
        if isinstance(words, str):
            self.setText(words)
        self._key = ""
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_key(self, key: str) -> None:
        """Show the key that chooses this line at its end; who listens for it is the group's affair."""
        self._key = key
        self.setAccessibleDescription(f"Key {key}" if len(key) == 1 else key)
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:  # noqa: D102
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: D102
        metrics = QFontMetrics(theme.scaled(self.font(), 1.0, strong=True))
        room = QRect(0, 0, max(width - self._left() - self._right(), 40), 10_000)
        return max(TARGET, metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, self.text()).height() + 12)

    def sizeHint(self) -> QSize:  # noqa: D102
        metrics = QFontMetrics(theme.scaled(self.font(), 1.0, strong=True))
        width = self._left() + metrics.horizontalAdvance(self.text()) + self._right() + _SLACK
        return QSize(width, max(TARGET, metrics.height() + 12))

    def minimumSizeHint(self) -> QSize:  # noqa: D102
        return QSize(min(self._left() + 80, self.sizeHint().width()), TARGET)

    def hitButton(self, pos: object) -> bool:  # noqa: ARG002, D102
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102
        super().keyPressEvent(event)
        group = self.parentWidget()
        now = group.focusWidget() if group is not None else None
        # while nothing is chosen yet Qt only moves the ring, and a person takes that for choosing
        if event.key() in ARROWS and isinstance(now, Choice) and now is not self:
            now.setChecked(True)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: D102
        colours = theme.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on, focused = self.isChecked(), self.hasFocus()
        wide = 3 if focused else 2 if on else 1
        edge = colours.focus if focused else colours.primary if on else colours.edge
        half = wide / 2
        painter.setPen(QPen(QColor(edge), wide))
        fill = colours.selection if on else colours.hover if self.underMouse() else colours.surface
        painter.setBrush(QColor(fill))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), 8, 8)
        self._paint_ring(painter)
        painter.setFont(theme.scaled(self.font(), 1.0, strong=on))
        painter.setPen(QColor(colours.text if self.isEnabled() else colours.quiet))
        room = self.rect().adjusted(self._left(), 0, -self._right(), 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap, self.text())
        if self._key:
            painter.setFont(self.font())
            painter.setPen(QColor(colours.quiet))
            inside = self.rect().adjusted(0, 0, -_AIR, 0)
            painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self._key)

    def _paint_ring(self, painter: QPainter) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        side = self.style().pixelMetric(QStyle.PixelMetric.PM_ExclusiveIndicatorWidth, option, self)
        option.rect = QRect(_AIR, (self.height() - side) // 2, side, side)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_IndicatorRadioButton, option, painter, self)

    def _right(self) -> int:
        return _AIR + (QFontMetrics(self.font()).horizontalAdvance(self._key) + _AIR if self._key else 0)

    def _left(self) -> int:
        return _AIR + self.style().pixelMetric(QStyle.PixelMetric.PM_ExclusiveIndicatorWidth, None, self) + 10
