"""The row that adds people on People: a name, a role, and whose list they come onto. Enter adds, and the next can be typed."""

from __future__ import annotations

import datetime
from functools import partial

from PySide6.QtCore import QObject, Signal

from coprod_desktop.domain import dates
from coprod_desktop.domain.beginning import beginning
from coprod_desktop.domain.changes import Changes
from coprod_desktop.errors import UserError
from coprod_desktop.services import bank, people
from coprod_desktop.services.seen.everyone import Everyone
from coprod_desktop.services.sessions import SessionLine
from coprod_desktop.ui._forms.people import Ui_People
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.style import icons
from coprod_desktop.ui.widgets.add_row import AddRow
from coprod_desktop.ui.widgets.kept_field import KeptField
from coprod_desktop.ui.words.session import UNTITLED

TITLE = 22
"""Letters of a session's title."""
NO_LIST = "No list yet, only the bank"


class AddPeople(QObject):
    """`added` gives the id of somebody who is there now."""

    added = Signal(str)

    def __init__(self, context: Context, form: Ui_People, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._form = context, form
        form.addRole.addItems(list(context.desk.content.pick_list("roles")))
        form.addRole.setCurrentText("")
        edit = form.addRole.lineEdit()
        assert edit is not None
        edit.setObjectName("addRoleEdit")
        edit.setAccessibleName("Role")
        self._kept = [KeptField(context, form.addName), KeptField(context, edit)]
        icons.put(form.addPerson, "plus")
        AddRow(form.addPerson, self._press, form.addName, form.addRole)
        form.addBox.hide()

    def show_lists(self, found: Everyone) -> None:
        """Offer the lists of the sessions around today, for who is added and for who is on none; what is chosen stays."""
        for kept, name in zip(self._kept, people.NEW, strict=True):
            kept.show(f"people:new:{name}", "")
        add, put = self._form.addList, self._form.putList
        now = add.currentData() if add.count() else found.usual_session()
        lines = [(_in_short(s), s.id) for s in found.sessions]
        for box in (add, put):
            box.clear()
            for words, session in lines:
                box.addItem(words, session)
            box.setCurrentIndex(max(0, box.findData(now or found.usual_session())))
        add.addItem(NO_LIST, None)
        add.setCurrentIndex(max(0, add.findData(now)) if now is not None else add.count() - 1)
        for widget in (put, self._form.putOn):
            widget.setVisible(bool(lines))

    def begin(self) -> None:
        """Show the fields, with the focus where one begins."""
        self._form.addBox.show()
        self._form.addPerson.setText("Add them")
        self._form.addName.setFocus()

    def end(self) -> None:
        """Put the fields away, unless somebody's name is in them."""
        if not self._form.addName.text().strip():
            self._form.addBox.hide()
            self._form.addPerson.setText("Add people")

    def leave(self) -> None:
        """Keep at once what was being typed."""
        for kept in self._kept:
            kept.hand_in()

    def _press(self) -> None:
        form = self._form
        name = form.addName.text().strip()
        if form.addBox.isHidden() or not name:
            self.begin()
            return
        session, role = form.addList.currentData(), form.addRole.currentText().strip()
        for kept, words in zip(self._kept, (name, role), strict=True):
            kept.settle(words)
        form.addName.clear()
        form.addRole.setCurrentText("")
        failed = partial(self._not_added, name, role)
        if session is None:
            self._context.runner.do(bank.add_person, name, role, done=self._added, failed=failed, owner=self)
        else:
            self._context.runner.do(people.add, session, name, role, done=self._added, failed=failed, owner=self)
        self._context.announce(f"Added: {name}")
        form.addName.setFocus()

    def _added(self, made: tuple[str, Changes]) -> None:
        self.added.emit(made[0])

    def _not_added(self, name: str, role: str, error: UserError) -> None:
        self._form.addName.setText(name)
        self._form.addRole.setCurrentText(role)
        self._context.fail(error)


def _in_short(session: SessionLine) -> str:
    """Return the day and the beginning of the title, as a box in half a small window has room for."""
    day = dates.short(datetime.date.fromisoformat(session.date))
    return f"{day}, {beginning(session.title or UNTITLED, TITLE)}"
