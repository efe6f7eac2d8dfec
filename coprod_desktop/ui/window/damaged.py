"""The door of a workspace that is not opened as it is: what happened, what is safe, and one button that puts it right."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from coprod_desktop.errors import UserError
from coprod_desktop.ui._forms.damaged import Ui_Damaged
from coprod_desktop.ui.base.announce import announce
from coprod_desktop.ui.base.folders import near
from coprod_desktop.ui.base.runner import Runner
from coprod_desktop.ui.style import icons
from coprod_desktop.ui.widgets.narrow import Narrow


class Damaged(Narrow):
    """Says what is wrong with the workspace in a folder."""

    other_wanted = Signal(object)
    backup_wanted = Signal()

    def __init__(self, folder: Path, wrong: UserError, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._form = form = Ui_Damaged()
        form.setupUi(self)
        self.setObjectName("damaged")
        self.banner = form.banner
        self._folder = folder
        form.damagedFolder.setText(str(folder))
        form.damagedWhat.setText(wrong.what)
        form.damagedDo.setText(wrong.do)
        icons.put(form.other, "folder")
        self._act: Callable[[], None] = lambda: None
        form.putRight.clicked.connect(self._pressed)
        form.other.clicked.connect(self._other)
        form.fromBackup.clicked.connect(self.backup_wanted)

    def first_focus(self) -> QWidget:
        """Return the control to begin with."""
        first: QWidget = self._form.putRight
        return first

    def put_right(self, runner: Runner, secret: str | bytes | None, then: Callable[[], None]) -> None:
        """Have the button put it right and go on with `then`."""

        def work() -> None:
            from coprod_desktop.services import damage

            damage.put_it_right(self._folder, secret)

        self._act = lambda: runner.run(work, done=lambda _: then(), failed=self.refuse, owner=self)

    def refuse(self, error: UserError) -> None:
        """Say why it could not be put right; it may be tried again."""
        self._set_busy(False)
        self.banner.tell_error(error)
        self.first_focus().setFocus()

    def _pressed(self) -> None:
        self.banner.clear()
        self._set_busy(True)
        announce(self, "Putting it right. This can take a minute.")
        self._act()

    def _set_busy(self, busy: bool) -> None:
        self._form.putRight.setEnabled(not busy)
        self._form.putRight.setText("Putting it right…" if busy else "Put it right")

    def _other(self) -> None:
        found = QFileDialog.getExistingDirectory(self, "Which folder is the workspace?", str(near(self._folder.parent)))
        if found:
            self.other_wanted.emit(Path(found))
