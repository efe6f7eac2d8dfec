"""What else can be done on People: bring a list in, save those who are shown, and see who is missing."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu, QWidget

from coprod_desktop.errors import UserError
from coprod_desktop.ui._forms.people import Ui_People
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.style import icons


class MorePeople(QObject):
    """A list comes onto the list of the session that is chosen where people are added."""

    def __init__(self, context: Context, form: Ui_People, page: QWidget) -> None:
        super().__init__(page)
        self._context, self._form, self._page = context, form, page
        icons.put(form.bringList, "folder")
        form.bringList.clicked.connect(self._bring)
        form.morePeople.clicked.connect(self._open)

    def menu(self) -> QMenu:
        """Return the menu."""
        menu = QMenu("More", self._form.morePeople)
        save = menu.addAction("Save the list of this session…", self._save)
        save.setObjectName("saveList")
        save.setEnabled(self._form.inSession.currentData() is not None and self._form.oneBox.isVisible())
        menu.addAction("Who is missing…", self._missing).setObjectName("whoIsMissing")
        return menu

    def _open(self) -> None:
        push = self._form.morePeople
        self.menu().popup(push.mapToGlobal(QPoint(0, push.height())))

    def _bring(self) -> None:
        from coprod_desktop.ui.people.bring_list import BringList

        session = self._form.addList.currentData() or self._form.putList.currentData()
        if session is None:
            self._context.fail(
                UserError("A list comes onto the list of a session, and there is none yet.", "Plan a session first.")
            )
            return
        dialog = BringList(self._context, self._page).ask(session)
        dialog.finished.connect(lambda _how: self._form.bringList.setFocus())

    def _save(self) -> None:
        from coprod_desktop.ui.people.save_list import save_list

        session = self._form.inSession.currentData()
        if session is not None:
            save_list(self._context, session, self._page)

    def _missing(self) -> None:
        from coprod_desktop.ui.people.missing_dialog import MissingDialog

        dialog = MissingDialog(self._context, self._page)
        dialog.finished.connect(lambda _how: self._form.morePeople.setFocus())
        dialog.open()
