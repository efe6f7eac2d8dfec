"""The first start: where the workspace lives and who can read it. Also the way to the sample."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from coprod_desktop.errors import UserError
from coprod_desktop.ui._forms.welcome import Ui_Welcome
from coprod_desktop.ui.base.folders import near
from coprod_desktop.ui.style import icons
from coprod_desktop.ui.widgets.narrow import Narrow

LOSS = (
    "If it is forgotten, only a recovery code or a second person's passphrase opens it. Without them everything in the "
    "workspace is lost: nobody can get it back, not even us."
)


class Welcome(Narrow):
    """Signals carry what was chosen; it makes nothing itself. `worry` returns a sentence about a bad folder, or None."""

    make_wanted = Signal(object, object)
    """(folder, passphrase or None)"""
    sample_wanted = Signal()
    existing_wanted = Signal(object)
    backup_wanted = Signal()

    def __init__(self, folder: Path, worry: Callable[[Path], str | None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._form = form = Ui_Welcome()
        form.setupUi(self)
        self.setObjectName("welcome")
        self.banner = form.banner
        self._worry = worry
        icons.put(form.chooseFolder, "folder")
        form.lossWords.show_state("look", LOSS)
        form.chooseFolder.clicked.connect(self._choose)
        form.existing.clicked.connect(self._choose_existing)
        form.fromBackup.clicked.connect(self.backup_wanted)
        form.sample.clicked.connect(self.sample_wanted)
        form.make.clicked.connect(self._make)
        form.showTyped.toggled.connect(self._show_typed)
        form.withPassphrase.toggled.connect(self._with_passphrase)
        form.first.returnPressed.connect(form.second.setFocus)
        form.second.returnPressed.connect(self._make)
        self.set_folder(folder)

    def set_folder(self, folder: Path) -> None:
        """Show where the workspace will be, and what is wrong with that place if anything is."""
        self._folder = folder
        self._form.folderWords.setText(str(folder))
        worry = self._worry(folder)
        self._form.folderWorry.setVisible(worry is not None)
        if worry is not None:
            self._form.folderWorry.show_state("look", worry)

    def first_focus(self) -> QWidget:
        """Return the control to begin with."""
        field: QWidget = self._form.first
        return field

    def refuse(self, error: UserError) -> None:
        """Say what could not be done; everything chosen stays as it is."""
        self.banner.tell_error(error)

    def _choose(self) -> None:
        found = QFileDialog.getExistingDirectory(
            self, "Where should the workspace live?", str(near(self._folder.parent))
        )
        if found:
            chosen = Path(found)
            # an empty folder is meant to be the workspace; beside other things it gets a folder of its own
            empty = not any(chosen.iterdir())
            self.set_folder(chosen if empty else chosen / "co-production workspace")

    def _choose_existing(self) -> None:
        found = QFileDialog.getExistingDirectory(self, "Which folder is the workspace?", str(near(self._folder.parent)))
        if found:
            self.existing_wanted.emit(Path(found))

    def _make(self) -> None:
        self.banner.clear()
        if self._form.noPassphrase.isChecked():
            self.make_wanted.emit(self._folder, None)
            return
        first, second = self._form.first.text(), self._form.second.text()
        if not first:
            self._wrong(self._form.first, "There is no passphrase yet.", "Type one twice, or choose no passphrase.")
        elif first != second:
            self._wrong(self._form.second, "The two passphrases are not the same.", "Type the second one again.")
        else:
            self.make_wanted.emit(self._folder, first)

    def _wrong(self, field: QLineEdit, what: str, do: str) -> None:
        self.refuse(UserError(what, do))
        field.setFocus()
        field.selectAll()

    def _show_typed(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self._form.first.setEchoMode(mode)
        self._form.second.setEchoMode(mode)

    def _with_passphrase(self, on: bool) -> None:
        form = self._form
        for part in (form.firstLabel, form.first, form.secondLabel, form.second, form.showTyped, form.lossWords):
            part.setVisible(on)
