"""Printing a paper: its pages as pictures, one a turn of the event loop, so that the window goes on answering."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject, QRect, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from coprod_desktop.ui.base.timers import Every
from coprod_desktop.ui.paper.pdf_pages import PdfPages

DOTS = 300
"""Dots an inch: as sharp as office printers draw letters."""


class PrintRun(QObject):
    """Prints a PDF on a printer that was chosen. `ended` says whether every page went out."""

    page_printed = Signal(int, int)
    ended = Signal(bool)

    def __init__(self, pdf: bytes, printer: QPrinter, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pages = PdfPages(pdf)
        self._printer = printer
        self._painter = QPainter()
        self._steps = self._run()
        self._turn = Every(self._step, 0, self)

    def start(self) -> None:
        """Begin."""
        self._turn.start()

    def _step(self) -> None:
        if next(self._steps, None) is None:
            self._turn.stop()

    def _run(self) -> Iterator[int]:
        first, last = wanted_pages(self._printer.fromPage(), self._printer.toPage(), len(self._pages))
        if not self._painter.begin(self._printer):
            self.ended.emit(False)
            return
        for at in range(first, last + 1):
            if at > first:
                self._printer.newPage()
            self._draw(at)
            self.page_printed.emit(at - first + 1, last - first + 1)
            yield at + 1
        self._painter.end()
        self.ended.emit(True)

    def _draw(self, at: int) -> None:
        room = self._printer.pageLayout().paintRectPixels(self._printer.resolution())
        size = self._pages.size(at).scaled(room.width(), room.height(), Qt.AspectRatioMode.KeepAspectRatio)
        target = QRect(0, 0, round(size.width()), round(size.height()))
        target.moveLeft((room.width() - target.width()) // 2)
        dots = round(self._pages.size(at).width() / 72 * DOTS)
        self._painter.drawImage(target, self._pages.picture(at, dots))


def wanted_pages(first: int, last: int, total: int) -> tuple[int, int]:
    """Return the first and last page to print, counted from 0; (0, 0) from the dialog means all."""
    return (max(first, 1) - 1, min(last or total, total) - 1)


def ask_printer(parent: QWidget) -> QPrinter | None:
    """Let the person choose a printer and pages; None when they changed their mind."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle("Print the paper")
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, True)
    return printer if dialog.exec() == QDialog.DialogCode.Accepted else None
