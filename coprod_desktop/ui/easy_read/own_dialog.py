"""Bring a picture or photo of one's own: what it shows is asked first."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

from coprod_desktop.domain.changes import Changes
from coprod_desktop.errors import UserError
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.making import easy_read
from coprod_desktop.ui._forms.easy_read_own import Ui_EasyOwnForm
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.widgets.dialogs import fit_screen
from coprod_desktop.ui.widgets.kept_field import KeptForm


class OwnPictureDialog(QDialog):
    """What is wrong is said inside, and what was typed stays. `kept` gives the id of the picture."""

    kept = Signal(str)

    def __init__(self, context: Context, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._path = context, path
        self.ui = ui = Ui_EasyOwnForm()
        ui.setupUi(self)
        self.setObjectName("easyOwn")
        self.setWindowTitle("A picture of your own")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        ui.ownFile.setText(path.name)
        KeptForm(context, self, "own_picture:new", {"alt": ui.alt})
        ui.keep.clicked.connect(self._keep)
        ui.alt.returnPressed.connect(self._keep)
        ui.cancel.clicked.connect(self.reject)
        ui.alt.setFocus()
        fit_screen(self, 560, 380)

    def _keep(self) -> None:
        self.ui.banner.clear()
        self.ui.keep.setEnabled(False)
        self._context.runner.do(
            _kept, self._path, self.ui.alt.text(), done=self._done, failed=self._refused, owner=self
        )

    def _done(self, kept: tuple[str, Changes]) -> None:
        self._context.announce("Kept.")
        self.kept.emit(kept[0])
        self.accept()

    def _refused(self, error: UserError) -> None:
        self.ui.keep.setEnabled(True)
        self.ui.banner.tell_error(error)
        self.ui.alt.setFocus()


def _kept(desk: Desk, path: Path, alt: str) -> tuple[str, Changes]:
    from coprod_desktop.publish import pictures
    from coprod_desktop.services.bring_in import files

    return easy_read.add_picture(desk, files.bytes_of(path, pictures.MOST_BYTES, "picture"), alt)
