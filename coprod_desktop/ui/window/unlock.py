"""The locked door: one field, one button; for who has forgotten the passphrase, a field for the recovery code."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from coprod_desktop.errors import UserError
from coprod_desktop.ui._forms.unlock import Ui_Unlock
from coprod_desktop.ui.base.folders import near
from coprod_desktop.ui.style import icons
from coprod_desktop.ui.widgets.narrow import Narrow

FORGOTTEN, NOT_FORGOTTEN = "I have forgotten it", "Type the passphrase instead"


class Unlock(Narrow):
    """Asks for the passphrase, or only for a press when the workspace has none. A code in its field opens, too."""

    open_wanted = Signal(object, object)
    """(folder, passphrase or recovery code, or None)"""
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
        form.forgotten.setVisible(needs_passphrase)
        self._show_code(False)
        form.open.clicked.connect(self._open)
        form.passphrase.returnPressed.connect(self._open)
        form.recoveryWords.returnPressed.connect(self._open)
        form.forgotten.clicked.connect(self._forgotten)
        form.other.clicked.connect(self._other)
        form.fromBackup.clicked.connect(self.backup_wanted)
        form.showTyped.toggled.connect(self._show_typed)

    def first_focus(self) -> QWidget:
        """Return the control to begin with."""
        first: QWidget = self._field() if self._needs else self._form.open
        return first

    def _field(self) -> QLineEdit:
        field: QLineEdit = self._form.recoveryWords if self._by_code else self._form.passphrase
        return field

    def set_busy(self, busy: bool) -> None:
        """Opening takes a moment: say so on the button, and take no second press."""
        self._form.open.setEnabled(not busy)
        self._form.open.setText("Opening…" if busy else "Open")

    def refuse(self, error: UserError) -> None:
        """Say what was wrong. A passphrase is selected, to be typed again; the words of a code stay to be put right."""
        self.set_busy(False)
        self.banner.tell_error(error)
        self.first_focus().setFocus()
        self._form.passphrase.selectAll()

    def _open(self) -> None:
        if not self._form.open.isEnabled():
            return
        self.banner.clear()
        self.set_busy(True)
        self.open_wanted.emit(self._folder, self._field().text() if self._needs else None)

    def _forgotten(self) -> None:
        self.banner.clear()
        self._show_code(not self._by_code)
        self._field().setFocus()

    def _show_code(self, by_code: bool) -> None:
        form, self._by_code = self._form, by_code
        for part in (form.recoveryLabel, form.recoveryWords, form.recoveryHelp):
            part.setVisible(by_code and self._needs)
        for part in (form.passphraseLabel, form.passphrase, form.showTyped):
            part.setVisible(not by_code and self._needs)
        form.forgotten.setText(NOT_FORGOTTEN if by_code else FORGOTTEN)

    def _other(self) -> None:
        found = QFileDialog.getExistingDirectory(self, "Which folder is the workspace?", str(near(self._folder.parent)))
        if found:
            self.other_wanted.emit(Path(found))

    def _show_typed(self, shown: bool) -> None:
        self._form.passphrase.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
