"""Holds one page: it scrolls when it is larger than the window, and its main button is in sight all the same."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from coprod_desktop.ui.base.timers import Pause
from coprod_desktop.ui.widgets import in_view
from coprod_desktop.ui.widgets.flow import FlowRow

_GAP = 8


class Area(QWidget):
    """`make` makes a page or a door in the parent it gets. Its main button is its one filled one ("primary")."""

    def __init__(self, make: Callable[[QWidget], QWidget], parent: QWidget) -> None:
        super().__init__(parent)
        self._main: QPushButton | None = None
        self._place = QWidget()  # stands where the main button would be
        self._place.setFixedSize(0, 0)
        self.around = QScrollArea(self)
        self.around.setFrameShape(QFrame.Shape.NoFrame)
        self.around.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.around.setWidgetResizable(True)
        self.around.viewport().setAutoFillBackground(False)
        self.foot = QWidget()
        self.foot.setObjectName("foot")
        row = QHBoxLayout(self.foot)
        row.setContentsMargins(0, 0, 0, 0)
        self.foot.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP)
        column.addWidget(self.around, 1)
        column.addWidget(self.foot, 0, Qt.AlignmentFlag.AlignLeft)
        # in its place from the start: all that is in it would be told of each parent that comes above it
        self.page = page = make(self.around.viewport())
        self.around.setObjectName(f"{page.objectName()}Scroll")
        self.around.setWidget(page)
        page.setAutoFillBackground(False)
        self._soon = Pause(self.fit, 0, self)
        page.installEventFilter(self)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102
        super().resizeEvent(event)
        self._soon.start(0)
        focused = QApplication.focusWidget()
        if focused is not None and self.page.isAncestorOf(focused):
            top = focused.mapTo(self, QPoint(0, 0)).y()
            if top < event.oldSize().height() and top + focused.height() > 0:  # it was in sight
                in_view.bring(focused)  # a message above the page takes room

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: D102
        is_hidden = event.type() == QEvent.Type.Hide and watched is not self.page
        if is_hidden or event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Show):
            self._soon.start(0)
        return super().eventFilter(watched, event)

    def fit(self) -> None:
        """Put the main button below the page when one would have to scroll to it, and back when not."""
        main, was = self._main_button(), self._main
        wanted = main if main is not None and self._is_below(main) else None
        if wanted is was:
            self._stand_below()
            return
        focused = QApplication.focusWidget()
        if was is not None:
            self._main, shown = None, not was.isHidden()
            _swap(self._place, was)
            was.setVisible(shown)
            self._place.setParent(None)
            self.foot.hide()
        if wanted is not None:
            self._main = wanted
            around = wanted.parentWidget()
            if around is not None:
                around.installEventFilter(self)  # it may be in a part of the page that goes
            _swap(wanted, self._place)
            self._place.show()  # else it counts as hidden until the next turn, and the button would go back and forth
            row = self.foot.layout()
            assert row is not None
            row.addWidget(wanted)
            self.foot.show()
            wanted.show()
            self._stand_below()
        if isinstance(focused, QPushButton) and focused in (was, wanted):
            focused.setFocus()
        elif focused is not None and self.page.isAncestorOf(focused):
            in_view.bring(focused)  # the button below the page takes room

    def _stand_below(self) -> None:
        """Put the foot below where the button would be, in a column in the middle too."""
        row = self.foot.layout()
        if self._main is not None and row is not None:
            x = self._place.mapTo(self.page, QPoint(0, 0)).x()
            row.setContentsMargins(max(0, min(x, self.width() - self._main.sizeHint().width())), 0, 0, 0)

    def _main_button(self) -> QPushButton | None:
        around = self._place.parentWidget()  # a part of the page that is hidden takes its button with it
        is_shown = around is not None and around.isVisibleTo(self.page)
        if self._main is not None and not self._main.isHidden() and is_shown:
            return self._main
        return next((b for b in self.page.findChildren(QPushButton) if self._is_main(b)), None)

    def _is_main(self, push: QPushButton) -> bool:
        """Tell whether it is the main button of the page; one of a dialog above the page stays in its dialog."""
        return push.property("kind") == "primary" and push.isVisibleTo(self.page) and push.window() is self.window()

    def _is_below(self, main: QPushButton) -> bool:
        """Tell whether its place in the page is further down than the window reaches."""
        place = self._place if main is self._main else main
        top = place.mapTo(self.page, QPoint(0, 0)).y()
        return top + max(main.height(), main.sizeHint().height()) > self.height()


def _swap(there: QWidget, other: QWidget) -> None:
    """Put a widget where another one is, which is left without a place."""
    around = there.parentWidget()
    if isinstance(around, FlowRow):
        around.swap(there, other)
    else:
        layout = around.layout() if around is not None else None
        if layout is not None:
            layout.replaceWidget(there, other)
