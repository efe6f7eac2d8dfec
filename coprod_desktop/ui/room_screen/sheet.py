"""When the projector is dead: the same picture over the whole laptop, to be read aloud from, or printed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QKeySequence,
    QPageLayout,
    QPageSize,
    QPainter,
    QPaintEvent,
    QPdfWriter,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QDialog, QSizePolicy, QVBoxLayout, QWidget

from coprod_desktop.publish.room_view import RoomView
from coprod_desktop.ui.room_screen.picture import RoomLook, RoomPicture
from coprod_desktop.ui.style.theme import Scheme
from coprod_desktop.ui.widgets.buttons import button
from coprod_desktop.ui.widgets.flow import FlowRow
from coprod_desktop.ui.widgets.text import Heading, Words

NOTHING = (
    "Nothing is shown to the room yet. Choose what to read out: what is on now, ground rules, themes, a vote, words."
)
CHOOSE_KEY = "Alt+M"
"""The key that opens the same list on Listen."""
_PAPER = QSizeF(1123, 794)
"""A4 across, in the same pixels as a screen."""
_SHARP = 300


class Paper(QWidget):
    """One page of the picture, as large as there is room."""

    def __init__(self, view: RoomView, look: RoomLook, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("aloudPaper")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._view, self._look, self.page = view, look, 0
        self.picture = RoomPicture(view, QSizeF(16, 9), look)
        self._show()

    def show_view(self, view: RoomView, look: RoomLook) -> None:
        """Show this now."""
        self._view, self._look = view, look
        self._lay_out()

    def turn(self, by: int) -> None:
        """Go a page on or back."""
        self.page = max(0, min(self.page + by, self.picture.pages - 1))
        self._show()

    def _lay_out(self) -> None:
        self.picture = RoomPicture(self._view, QSizeF(max(16, self.width()), max(9, self.height())), self._look)
        self.turn(0)

    def _show(self) -> None:
        self.setAccessibleName(self.picture.words(self.page) or NOTHING)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102
        super().resizeEvent(event)
        self._lay_out()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: D102
        painter = QPainter(self)
        self.picture.paint(painter, QRectF(self.rect()), self.page)
        painter.end()


class ReadAloudSheet(QDialog):
    """Covers the window. `now` gives what is shown: it goes from here too in the step that takes it off the screen."""

    choose_wanted = Signal(object)
    """Something else is to be shown: the button at which the list opens."""

    def __init__(self, now: Callable[[], tuple[RoomView, RoomLook]], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("readAloudSheet")
        self.setWindowTitle("To read aloud")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._now = now
        self.paper = Paper(*now(), self)
        self.nothing = Heading(NOTHING)
        self.nothing.setWordWrap(True)
        self.nothing.setObjectName("aloudNothing")
        self.pages = Words(tone="quiet", wrap=False)
        self.pages.setObjectName("aloudPages")
        self.before, self.after = button("Page before", "aloudBefore"), button("Next page", "aloudNext")
        self.choose = button("Choose what to read out…", "aloudChoose")
        self.choose.setToolTip(CHOOSE_KEY.replace("+", " "))
        self.choose.setAccessibleDescription(f"Key: {CHOOSE_KEY.replace('+', ' ')}")
        self.choose.clicked.connect(lambda: self.choose_wanted.emit(self.choose))
        QShortcut(QKeySequence(CHOOSE_KEY), self).activated.connect(self.choose.click)
        self.print, self.close_it = button("Print", "aloudPrint", icon="printer"), button("Close", "aloudClose")
        self.before.clicked.connect(lambda: self.turn(-1))
        self.after.clicked.connect(lambda: self.turn(1))
        self.print.clicked.connect(self._print)
        self.close_it.clicked.connect(self.reject)
        column, foot = QVBoxLayout(self), FlowRow(self)  # large text takes a second line
        column.setContentsMargins(16, 16, 16, 8)
        column.addWidget(self.paper, 1)
        column.addWidget(self.nothing)
        for part in (self.pages, self.before, self.after, self.choose, self.print, self.close_it):
            foot.add(part)
        column.addWidget(foot)
        window = parent.window()
        self.resize(window.size())
        self.move(window.mapToGlobal(window.rect().topLeft()))
        self.show_now()
        (self.choose if self._now()[0].is_blank else self.close_it).setFocus()

    def show_now(self) -> None:
        """Show what the room may see now."""
        self.paper.show_view(*self._now())
        self._tell()

    def turn(self, by: int) -> None:
        """Go a page on or back."""
        self.paper.turn(by)
        self._tell()

    def _tell(self) -> None:
        blank = self._now()[0].is_blank
        self.nothing.setVisible(blank)
        self.paper.setVisible(not blank)
        pages, page = self.paper.picture.pages, self.paper.page
        self.pages.setText(f"Page {page + 1} of {pages}" if pages > 1 else "")
        for push, on in ((self.before, page > 0), (self.after, page < pages - 1)):
            push.setVisible(pages > 1)
            push.setEnabled(on)
        self.print.setEnabled(not blank)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102
        super().resizeEvent(event)
        self._tell()

    def _print(self) -> None:
        from coprod_desktop.ui.paper import printing  # rarely

        printer = printing.ask_printer(self)
        if printer is not None:
            run = printing.PrintRun(as_pdf(self._now()[0]), printer, self)
            self.print.setEnabled(False)
            run.ended.connect(lambda _whole: self.print.setEnabled(True))
            run.start()


def as_pdf(view: RoomView) -> bytes:
    """Return the view as a PDF of A4 pages across, dark on light: letters as large on paper as on the screen."""
    picture = RoomPicture(view, _PAPER, RoomLook(Scheme.LIGHT))
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle("To read aloud")
    writer.setResolution(_SHARP)
    writer.setPageLayout(
        QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Landscape, QMarginsF(0, 0, 0, 0))
    )
    painter = QPainter(writer)
    for page in range(picture.pages):
        if page:
            writer.newPage()
        picture.paint(painter, QRectF(0, 0, writer.width(), writer.height()), page)
    painter.end()
    buffer.close()
    return bytes(data.data())
