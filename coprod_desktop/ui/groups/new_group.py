"""The row that begins a group: its name and its kind. Enter begins it, and one stands on it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from coprod_desktop.domain.changes import Changes
from coprod_desktop.errors import UserError
from coprod_desktop.services import groups
from coprod_desktop.ui._forms.groups import Ui_Groups
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.style import icons
from coprod_desktop.ui.widgets.add_row import AddRow
from coprod_desktop.ui.widgets.kept_field import KeptField

USUAL = "steering_group"


class NewGroup(QObject):
    """`added` gives the id of the group that is there now. The fields are put away until somebody wants one."""

    added = Signal(str)

    def __init__(self, context: Context, form: Ui_Groups, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._form = context, form
        for kind in context.desk.content.groups.rows:
            form.newGroupKind.addItem(kind.words, kind.kind)
        form.newGroupKind.setCurrentIndex(form.newGroupKind.findData(USUAL))
        self._kept = KeptField(context, form.newGroupName)
        self._kept.show("work_group:new:name", "")
        icons.put(form.addGroup, "plus")
        AddRow(form.addGroup, self._press, form.newGroupName, form.newGroupKind)
        form.newGroupBox.hide()

    def end(self) -> None:
        """Put the fields away, unless a name is in them."""
        if not self._form.newGroupName.text().strip():
            self._form.newGroupBox.hide()

    def leave(self) -> None:
        """Keep at once what was being typed."""
        self._kept.hand_in()

    def _press(self) -> None:
        form = self._form
        if form.newGroupBox.isHidden():
            form.newGroupBox.show()
            form.newGroupName.setFocus()
            return
        self._kept.settle(form.newGroupName.text())
        self._context.runner.do(
            groups.add, form.newGroupName.text(), form.newGroupKind.currentData(),
            done=self._done, failed=self._refused, owner=self,
        )  # fmt: skip

    def _done(self, made: tuple[str, Changes]) -> None:
        self._context.announce(f"Added: {self._form.newGroupName.text().strip()}")
        self._form.newGroupName.clear()
        self.end()
        self.added.emit(made[0])

    def _refused(self, error: UserError) -> None:
        self._kept.not_saved("")
        self._context.fail(error)
        self._form.newGroupName.setFocus()
