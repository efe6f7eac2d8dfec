"""The door of a workspace that is not opened as it is: what happened, what is safe, and what can be done.

What is damaged can be put right by one button; where a part is missing, somebody looks for it and has it looked at again.
"""

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
        self._words = ("Put it right", "Putting it right…", "Putting it right. This can take a minute.")
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

    def look_again(self, then: Callable[[], None]) -> None:
        """Have the button look at the folder again: a part is missing, and may have been found."""
        self._form.damagedHeading.setText("This workspace cannot be opened as it is")
        self._words, self._act = ("Look again", "Looking…", "Looking again."), then
        self._set_busy(False)

    def refuse(self, error: UserError) -> None:
        """Say why it could not be put right; it may be tried again."""
        self._set_busy(False)
        self.banner.tell_error(error)
        self.first_focus().setFocus()

    def _pressed(self) -> None:
        self.banner.clear()
        self._set_busy(True)
        announce(self, self._words[2])
        self._act()

    def _set_busy(self, busy: bool) -> None:
        self._form.putRight.setEnabled(not busy)
        self._form.putRight.setText(self._words[busy])

    def _other(self) -> None:
        found = QFileDialog.getExistingDirectory(self, "Which folder is the workspace?", str(near(self._folder.parent)))
        if found:
            self.other_wanted.emit(Path(found))
