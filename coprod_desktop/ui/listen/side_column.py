"""A column of cards beside the list: as wide as its words need, scrolling when the window is low."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from coprod_desktop.ui.base.timers import Pause

LETTERS = 26
SETTLED_MS = 60
FOOT_GAP = 6


class SideColumn(QScrollArea):
    """Never scrolls sideways."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._most = 10_000
        self._wanted: QWidget | None = None
        self._foot: QWidget | None = None
        self._settled = Pause(self._show_wanted, SETTLED_MS, self)
        self.verticalScrollBar().actionTriggered.connect(self._leave_it)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.viewport().setAutoFillBackground(False)

    def setWidget(self, widget: QWidget) -> None:  # noqa: D102
        super().setWidget(widget)
        widget.setAutoFillBackground(False)

    def set_foot(self, foot: QWidget) -> None:
        """Keep something in view below the cards, wherever one scrolls to. Call `fit_foot` when its words change."""
        self._foot = foot
        foot.setParent(self)
        self.fit_foot()

    def fit_foot(self) -> None:
        """Give what stands below the room its words need."""
        foot = self._foot
        if foot is None:
            return
        width = max(self.width() - self.verticalScrollBar().sizeHint().width(), 1)
        high = 0 if foot.isHidden() else max(foot.heightForWidth(width), foot.minimumSizeHint().height())
        self.setViewportMargins(0, 0, 0, high + FOOT_GAP if high else 0)
        foot.setGeometry(0, self.height() - high, width, high)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102
        super().resizeEvent(event)
        self.fit_foot()

    def set_most(self, width: int) -> None:
        """Leave the rest of the page to the list: never be wider than this, unless the cards cannot be narrower."""
        self._most = width
        self.updateGeometry()

    def bring_into_view(self, part: QWidget) -> None:
        """Scroll to a part, once the cards have found their new heights."""
        self._wanted = part
        self._settled.start()

    def _show_wanted(self) -> None:
        if self._wanted is not None:
            self.ensureWidgetVisible(self._wanted, 0, 8)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: D102
        self._leave_it()
        super().wheelEvent(event)

    def _leave_it(self) -> None:
        """The person scrolls: from here on they say what is in view."""
        self._wanted = None

    def sizeHint(self) -> QSize:  # noqa: D102
        inside = self.widget()
        return QSize(self._wide(), inside.sizeHint().height() if inside is not None else 200)

    def minimumSizeHint(self) -> QSize:  # noqa: D102
        return QSize(self._wide(), self.fontMetrics().height() * 6)

    def _wide(self) -> int:
        inside = self.widget()
        least = inside.minimumSizeHint().width() if inside is not None else 0
        wanted = min(round(self.fontMetrics().averageCharWidth() * LETTERS), self._most)
        # the bar has its own room, so that nothing moves when it comes and goes
        return max(wanted, least) + self.verticalScrollBar().sizeHint().width()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: D102
        if watched is self.widget() and event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
        if watched is self.widget() and event.type() is QEvent.Type.Resize and self._wanted is not None:
            self._settled.start()
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: D102
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.updateGeometry()
            self.fit_foot()
