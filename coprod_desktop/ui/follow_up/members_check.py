"""Members look at the draft before it leaves: who, when, what they changed; or why nobody did."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from coprod_desktop.domain import looked_at
from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.week_after import MemberCheck
from coprod_desktop.errors import UserError
from coprod_desktop.services import members_check
from coprod_desktop.ui._forms.members_check import Ui_MembersCheckForm
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.widgets.dialogs import fit_screen, is_right, take_as_typed
from coprod_desktop.ui.widgets.kept_field import KeptForm


class MembersCheckDialog(QDialog):
    """For one kind of paper of a session. A reason alone says that nobody looked."""

    def __init__(self, context: Context, session: str, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._session, self._kind = context, session, kind
        self.ui = ui = Ui_MembersCheckForm()
        ui.setupUi(self)
        self.setObjectName("membersCheck")
        self.setWindowTitle("Members look at the draft")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        ui.on.set_name("on", ui.onLabel.text())
        ui.onLabel.setBuddy(ui.on.edit)
        ui.on.today, ui.on.past = context.desk.today, True
        ui.on.set_date(context.desk.today())
        for named, label in ((ui.who, ui.whoLabel), (ui.changed, ui.changedLabel), (ui.skipped, ui.skippedLabel)):
            named.setAccessibleName(label.text())
        ui.save.clicked.connect(self._save)
        ui.cancel.clicked.connect(self.reject)
        fields = {"who": ui.who, "changed": ui.changed, "on": ui.on, "skipped": ui.skipped}
        KeptForm(context, self, f"members_check:{self._session}", fields, self._session)
        self._show(None)
        context.runner.ask(members_check.last, self._session, self._kind, done=self._show, owner=self)
        ui.who.setFocus()
        fit_screen(self, 600, 620)

    def _show(self, last: MemberCheck | None) -> None:
        if last is None:
            self.ui.soFar.show_state("waiting", "Nobody has looked at it yet.")
        else:
            said = looked_at.check_words(last, last.who, last.changed, last.skipped)
            self.ui.soFar.show_state("look" if last.skipped else "done", said)

    def _save(self) -> None:
        ui = self.ui
        ui.banner.clear()
        if not is_right(ui.banner, take_as_typed(ui.on)):
            return
        on = ui.on.date() or self._context.desk.today()
        why, who = ui.skipped.text(), ui.who.text()
        if why.strip() and who.strip():
            self._refused(UserError("Say who looked, or why nobody did: not both.", "Nothing was written down."))
            return
        changed = ui.changed.toPlainText()
        verb = (
            partial(members_check.skipped, why=why, on=on)
            if why.strip()
            else partial(members_check.looked, who=who, on=on, changed=changed)
        )
        self._context.runner.do(
            verb, session=self._session, kind=self._kind, done=self._saved, failed=self._refused, owner=self
        )

    def _saved(self, _changes: Changes) -> None:
        self._context.announce("Noted.")
        self.accept()

    def _refused(self, error: UserError) -> None:
        self.ui.banner.tell_error(error)
