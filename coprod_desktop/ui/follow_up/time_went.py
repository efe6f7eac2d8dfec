"""How the time went: planned beside what it took, as a table with a picture in it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from coprod_desktop.domain.as_it_went import AsItWent
from coprod_desktop.services.seen import time_went
from coprod_desktop.ui._forms.time_went import Ui_TimeWent
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.widgets.dialogs import fit_screen

NOT_YET = ("How the time went is told once the agenda is done.", "Go through it on Listen to its end.")


class TimeWentDialog(QDialog):
    """Only looks."""

    def __init__(self, went: AsItWent, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = ui = Ui_TimeWent()
        ui.setupUi(self)
        self.setObjectName("timeWentDialog")
        self.setWindowTitle("How the time went")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        ui.wentWords.setText(went.words)
        ui.wentBars.show_went(went)
        ui.wentBars.pictured.connect(ui.wentLegend.setVisible)
        ui.close.clicked.connect(self.accept)
        ui.close.setFocus()
        fit_screen(self, 720, 640)


def open_time_went(context: Context, session: str, parent: QWidget) -> None:
    """Read how the time of a session went, and show it; or say that it is not over yet."""

    def show(went: AsItWent | None) -> None:
        if went is None:
            context.tell(*NOT_YET, "info")
        else:
            TimeWentDialog(went, parent).open()

    context.runner.ask(time_went.read, session, done=show, owner=parent)
