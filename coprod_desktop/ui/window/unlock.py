"""The locked door: one field, one button."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from coprod_desktop.errors import UserError
from coprod_desktop.ui._forms.unlock import Ui_Unlock
from coprod_desktop.ui.base.folders import near
from coprod_desktop.ui.style import icons
from coprod_desktop.ui.widgets.narrow import Narrow


class Unlock(Narrow):
    """Asks for the passphrase, or only for a press when the workspace has none."""

    open_wanted = Signal(object, object)
    """(folder, passphrase or None)"""
    other_wanted = Signal(object)
    backup_wanted = Signal()

    def __init__(self, folder: Path, *, needs_passphrase: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._form = form = Ui_Unlock()
        form.setupUi(self)
        self.setObjectName("unlock")
        self.banner = form.banner
        self._folder, self._needs = folder, needs_passphrase
        form.unlockFolder.setText(str(folder))
        icons.put(form.other, "folder")
        if not needs_passphrase:
            form.unlockHeading.setText("This workspace is closed")
        for part in (form.passphraseLabel, form.passphrase, form.showTyped):
            part.setVisible(needs_passphrase)
        form.open.clicked.connect(self._open)
        form.passphrase.returnPressed.connect(self._open)
        form.other.clicked.connect(self._other)
        form.fromBackup.clicked.connect(self.backup_wanted)
        form.showTyped.toggled.connect(self._show_typed)

    def first_focus(self) -> QWidget:
        """Return the control to begin with."""
        first: QWidget = self._form.passphrase if self._needs else self._form.open
        return first

    def set_busy(self, busy: bool) -> None:
        """Opening takes a moment: say so on the button, and take no second press."""
        self._form.open.setEnabled(not busy)
        self._form.open.setText("Opening…" if busy else "Open")

    def refuse(self, error: UserError) -> None:
        """Say what was wrong; the passphrase is selected, to be typed again."""
        self.set_busy(False)
        self.banner.tell_error(error)
        self.first_focus().setFocus()
        self._form.passphrase.selectAll()

    def _open(self) -> None:
        if not self._form.open.isEnabled():
            return
        self.banner.clear()
        self.set_busy(True)
        self.open_wanted.emit(self._folder, self._form.passphrase.text() if self._needs else None)

    def _other(self) -> None:
        found = QFileDialog.getExistingDirectory(self, "Which folder is the workspace?", str(near(self._folder.parent)))
        if found:
            self.other_wanted.emit(Path(found))

    def _show_typed(self, shown: bool) -> None:
        self._form.passphrase.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
