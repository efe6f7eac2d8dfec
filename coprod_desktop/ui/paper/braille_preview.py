"""The paper in braille, page by page, beside what it says: for someone who does not read braille."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QDialog, QWidget

from coprod_desktop.domain.permission import Circle
from coprod_desktop.errors import UserError
from coprod_desktop.services.making import braille
from coprod_desktop.services.making.braille import BraillePreview
from coprod_desktop.ui._forms.braille_preview import Ui_BraillePreview
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.widgets.dialogs import fit_screen
from coprod_desktop.ui.widgets.room import Room

MUST_CHECK = (
    "A braille reader must check the file before it is given out. "
    "What it says is read back from the dots by this program, and a program does not feel what a finger feels."
)
_LINES = 8


class BraillePreviewDialog(QDialog):
    """Makes nothing and changes nothing: it shows the braille paper as it would be now."""

    def __init__(
        self, context: Context, session: str, kind: str, parent: QWidget | None = None, circle: Circle = Circle.ANYONE
    ) -> None:
        super().__init__(parent)
        self._context, self._session, self._kind, self._circle = context, session, kind, circle
        self.ui = ui = Ui_BraillePreview()
        ui.setupUi(self)
        self.setObjectName("braillePreview")
        self.setWindowTitle("The paper in braille")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._shown: BraillePreview | None = None
        self._page = 0
        ui.mustCheck.show_state("look", MUST_CHECK)
        for field in (ui.dots, ui.said):
            Room(field, _LINES)
        ui.contracted.toggled.connect(lambda _on: self._ask())
        ui.pageBack.clicked.connect(lambda: self._turn(-1))
        ui.pageNext.clicked.connect(lambda: self._turn(1))
        ui.close.clicked.connect(self.reject)
        self._show_page()
        ui.contracted.setFocus()
        fit_screen(self, 1160, 800)
        self._ask()

    def changeEvent(self, event: QEvent) -> None:  # noqa: D102
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self._shown is not None:
            self._show_page()

    def _ask(self) -> None:
        self._context.runner.ask(
            braille.preview,
            self._session,
            self._kind,
            self.ui.contracted.isChecked(),
            self._circle,
            done=self._show,
            failed=self._refused,
            owner=self,
        )

    def _show(self, found: BraillePreview) -> None:
        if found.contracted != self.ui.contracted.isChecked():
            return  # the other kind was chosen while this one was being made
        self._shown, self._page = found, 0
        self._show_page()

    def _refused(self, error: UserError) -> None:
        self._shown = None
        self._show_page()
        self.ui.banner.tell_error(error)

    def _turn(self, way: int) -> None:
        self._page += way
        self._show_page()
        self._context.announce(self.ui.pageWords.text())

    def _show_page(self) -> None:
        ui, found = self.ui, self._shown
        pages = found.pages if found else ()
        self._page = max(0, min(self._page, len(pages) - 1))
        ui.dots.setPlainText(pages[self._page].dots if pages else "")
        ui.said.setPlainText(pages[self._page].said if pages else "")
        ui.pageWords.setText(f"Page {self._page + 1} of {len(pages)}" if pages else "")
        _enable(ui.pageBack, self._page > 0, ui.pageNext)
        _enable(ui.pageNext, self._page + 1 < len(pages), ui.pageBack)
        ui.brailleWarnings.setText("\n".join(found.warnings) if found else "")
        ui.brailleWarnings.setVisible(bool(found and found.warnings))


def _enable(push: QWidget, on: bool, other: QWidget) -> None:
    """Take a button out of use where there is nothing for it; the focus goes to the other one."""
    had = push.hasFocus()
    push.setEnabled(on)
    if had and not on:
        other.setEnabled(True)
        other.setFocus()
