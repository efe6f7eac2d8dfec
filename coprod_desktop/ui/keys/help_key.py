"""F1, in the window and in dialogs: there the window's own shortcut is asleep, and help is wanted most."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QWidget

_UI = "coprod_desktop.ui."
_ANYWHERE = "dialogs"
"""The folder of dialogs that are asked on any page: there help is the page's, but for those that BELONGS names."""


class HelpKey(QObject):
    """`here` gives the page of the window that is open: its key, its title, and its own keys."""

    def __init__(
        self, app: QApplication, shell: QWidget, here: Callable[[], tuple[str, str, Sequence[tuple[str, str]]]]
    ) -> None:
        super().__init__(shell)
        self._shell, self._here = shell, here
        self._left: dict[str, tuple[str, int]] = {}  # where one was -> which page was read then, and how far down
        app.focusChanged.connect(self._watch)

    def _watch(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Listen in the dialog that has the focus: what its fields leave of a key comes to it."""
        if new is not None and isinstance(dialog := new.window(), QDialog):
            dialog.installEventFilter(self)  # once more is as good as once

    def show(self, above: QWidget | None = None, folder: str = "") -> None:
        """Open the handbook at the page for where one is; `above` a dialog that is written in a `folder` of ui/."""
        from coprod_desktop.ui.handbook.dialog import HandbookDialog

        key, title, keys = self._here()
        where = folder or key
        dialog = HandbookDialog(where, title, keys, above or self._shell)
        dialog.finished.connect(lambda _result: self._left.update({where: dialog.place}))
        if where in self._left:  # the next step is where one left off
            dialog.come_back(self._left[where])
        dialog.open()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002, D102
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_F1:
            dialog = QApplication.activeModalWidget()
            if isinstance(dialog, QDialog) and dialog.objectName() != "handbookDialog":
                self.show(dialog, folder_of(dialog))
                return True
        return False


def folder_of(dialog: QDialog) -> str:
    """Return where help looks for a dialog: its folder of ui/, or its module for one of those asked on any page.

    "" for one that has no help of its own, as Qt's own dialogs have none.
    """
    from coprod_desktop.services.program.handbook import BELONGS  # nobody asks before the first paint

    module = type(dialog).__module__
    name = module.removeprefix(_UI) if module.startswith(_UI) else ""
    folder = name.partition(".")[0]
    return folder if folder != _ANYWHERE else name if name in BELONGS else ""
