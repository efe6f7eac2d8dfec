"""What is known about one person, as a dialog: at the door, where there is no page for it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.record import Person
from coprod_desktop.services import people
from coprod_desktop.ui._forms.person_dialog import Ui_PersonDialog
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.people.person_editor import PersonEditor
from coprod_desktop.ui.widgets.dialogs import fit_screen


class PersonDialog(QDialog):
    """The same editor as on Get ready and People; every field saves by itself."""

    def __init__(self, context: Context, session: str, person: Person, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._session, self._person = context, session, person.id
        self.form = form = Ui_PersonDialog()
        form.setupUi(self)
        self.setObjectName("personDialog")
        self.setWindowTitle(person.name)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        form.personDialogTitle.setText(person.name)
        self.editor = PersonEditor(context, context.desk.content)
        form.personDialogPlace.addWidget(self.editor)
        self.setTabOrder(self.editor.last_field(), form.personDialogClose)
        form.personDialogClose.clicked.connect(self.accept)
        context.runner.changed.connect(self._apply)
        self.editor.show_person(session, person)
        self.editor.go_to_name()
        fit_screen(self, 620, 660)

    def done(self, result: int) -> None:  # noqa: D102
        self.editor.leave()
        super().done(result)

    def _apply(self, changes: Changes) -> None:
        if any(ref.noun in {"person", "attendance", "need", "checklist_item"} for ref in changes.all()):
            self._context.runner.ask(people.on_list, self._session, done=self._show, owner=self)

    def _show(self, listed: Sequence[Person]) -> None:
        now = next((person for person in listed if person.id == self._person), None)
        if now is None:
            self._context.tell(self.editor.forget(), "Nothing more is written about them here.")
            super().done(0)
            return
        self.form.personDialogTitle.setText(now.name)
        self.editor.show_person(self._session, now)
