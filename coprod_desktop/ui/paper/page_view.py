"""The paper as pages, one below the other: fit width, zoom, page keys. Pages are drawn when they come into view."""

from __future__ import annotations

from bisect import bisect_right
from collections import OrderedDict
from itertools import accumulate

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from coprod_desktop.ui.paper.pdf_pages import PdfPages
from coprod_desktop.ui.style import theme

GAP = 16
KEPT = 8
"""Pictures of pages kept in memory."""
ZOOMS = (50, 75, 100, 125, 150, 200, 250, 300)
"""Percent of the width that fits."""


class PageView(QAbstractScrollArea):
    """Shows a PdfPages. Pictures cannot be read out: the same words stand under "As text"."""

    turned = Signal(int, int)
    """The page one is looking at and of how many; (0, 0) without pages."""
    zoomed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages: PdfPages | None = None
        self._pictures: OrderedDict[tuple[int, int], QPixmap] = OrderedDict()
        self._tops = [GAP]
        """Where each page begins, and where the next would."""
        self._zoom = 100
        self._seen = (0, 0)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("The paper as pages")
        self.setAccessibleDescription("Pictures of the pages. The button As text shows the same words as text.")
        self.verticalScrollBar().valueChanged.connect(self._tell_page)

    def show_pages(self, pages: PdfPages | None) -> None:
        """Show another paper at the place one was looking at; None for none."""
        bar = self.verticalScrollBar()
        place = bar.value() / bar.maximum() if bar.maximum() else 0.0
        self._pages = pages
        self._pictures.clear()
        self._lay_out()
        bar.setValue(round(place * bar.maximum()))
        self._tell_page()
        self.viewport().update()

    def zoom(self, way: int) -> None:
        """One step larger (1), smaller (-1), or as wide as there is room (0)."""
        at = ZOOMS.index(self._zoom) + way
        percent = 100 if way == 0 else ZOOMS[max(0, min(len(ZOOMS) - 1, at))]
        if percent == self._zoom:
            return
        bar = self.verticalScrollBar()
        place = bar.value() / max(self._whole_height(), 1)
        self._zoom = percent
        self._lay_out()
        bar.setValue(round(place * self._whole_height()))
        self.zoomed.emit(percent)
        self.viewport().update()

    def turn(self, way: int) -> None:
        """Go to the next page (1) or the one before (-1)."""
        now, total = self._seen
        if total:
            self.go_to(max(0, min(total - 1, now - 1 + way)))

    def go_to(self, at: int) -> None:
        """Bring the head of a page (counted from 0) to the top."""
        self.verticalScrollBar().setValue(self._rect(at).top() - GAP // 2)

    # ---- where pages lie

    def _page_width(self) -> int:
        return max(80, (self.viewport().width() - 2 * GAP) * self._zoom // 100)

    def _page_height(self, at: int) -> int:
        assert self._pages is not None
        size = self._pages.size(at)
        return round(self._page_width() * size.height() / size.width())

    def _rect(self, at: int) -> QRect:
        """Return where a page lies in the whole, not scrolled."""
        left = max(GAP, (self.viewport().width() - self._page_width()) // 2)
        return QRect(left, self._tops[at], self._page_width(), self._page_height(at))

    def _whole_height(self) -> int:
        return self._tops[-1]

    def _at(self, height: int) -> int:
        """Return the page that lies at a height of the whole, or the one above the gap there."""
        return max(0, min(bisect_right(self._tops, height), len(self._tops) - 1) - 1)

    def _lay_out(self) -> None:
        room = self.viewport().size()
        heights = [self._page_height(at) + GAP for at in range(len(self._pages) if self._pages is not None else 0)]
        self._tops = list(accumulate(heights, initial=GAP))
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        wide = self._page_width() + 2 * GAP if self._pages is not None else 0
        across.setRange(0, max(0, wide - room.width()))
        across.setPageStep(room.width())
        across.setSingleStep(24)
        down.setRange(0, max(0, self._whole_height() - room.height()))
        down.setPageStep(room.height())
        down.setSingleStep(48)

    def _tell_page(self) -> None:
        total = len(self._pages) if self._pages is not None else 0
        middle = self.verticalScrollBar().value() + self.viewport().height() // 3
        now = self._at(middle) + 1 if total else 0
        if (now, total) != self._seen:
            self._seen = (now, total)
            self.turned.emit(now, total)

    # ---- what Qt tells

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102
        super().resizeEvent(event)
        self._lay_out()
        self._tell_page()

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: ARG002, D102
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102
        key, keys = event.key(), Qt.Key
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        if key in (keys.Key_Plus, keys.Key_Equal):
            self.zoom(1)
        elif key == keys.Key_Minus:
            self.zoom(-1)
        elif key == keys.Key_0:
            self.zoom(0)
        elif key in (keys.Key_PageDown, keys.Key_PageUp):
            self.turn(1 if key == keys.Key_PageDown else -1)
        elif key in (keys.Key_Home, keys.Key_End):
            down.setValue(0 if key == keys.Key_Home else down.maximum())
        elif key in (keys.Key_Down, keys.Key_Up):
            down.setValue(down.value() + down.singleStep() * (1 if key == keys.Key_Down else -1))
        elif key in (keys.Key_Right, keys.Key_Left):
            across.setValue(across.value() + across.singleStep() * (1 if key == keys.Key_Right else -1))
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: D102
        colours = theme.tokens()
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(colours.hover))
        across, down = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        if self._pages is not None:
            for at in range(self._at(down), self._at(down + self.viewport().height()) + 1):
                rect = self._rect(at).translated(-across, -down)
                painter.drawPixmap(rect, self._picture(at))
                painter.setPen(QPen(QColor(colours.edge), 1))
                painter.drawRect(rect.adjusted(0, 0, -1, -1))
        if self.hasFocus():
            painter.setPen(QPen(QColor(colours.focus), 3))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -2, -2))
        painter.end()

    def _picture(self, at: int) -> QPixmap:
        assert self._pages is not None
        width = round(self._page_width() * self.devicePixelRatioF())
        key = (at, width)
        if key not in self._pictures:
            self._pictures[key] = QPixmap.fromImage(self._pages.picture(at, width))
        self._pictures.move_to_end(key)
        while len(self._pictures) > KEPT:
            self._pictures.popitem(last=False)
        return self._pictures[key]
