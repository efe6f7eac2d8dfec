"""Asks what is to be kept, why, who asked for it, and until when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from coprod_desktop.errors import UserError
from coprod_desktop.services import holds, people, sessions
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.holds import Scope
from coprod_desktop.ui._forms.settings_hold import Ui_SettingsHold
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.widgets.dialogs import ShowAll, is_right, take_as_typed
from coprod_desktop.ui.widgets.kept_field import KeptForm

SCOPES = {Scope.WORKSPACE: "Everything in this workspace", Scope.SESSION: "One session", Scope.PERSON: "One person"}
WHICH = {Scope.SESSION: "Which session", Scope.PERSON: "Which person"}
REASONS = ("An information request", "A complaint", "A safeguarding enquiry")


@dataclass(frozen=True)
class ToHold:
    """What can be held: (words, id)."""

    sessions: Sequence[tuple[str, str]]
    people: Sequence[tuple[str, str]]


def to_hold(desk: Desk) -> ToHold:
    """Return every session and person. Runs on the reading thread."""
    titled = [(f"{line.title}, {line.date}", line.id) for line in sessions.every(desk)]
    return ToHold(titled, sorted((line.name, line.id) for line in people.every(desk, with_bin=True)))


class HoldDialog(QDialog):
    """`accepted` means that the hold stands."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._known = ToHold((), ())
        self.form = form = Ui_SettingsHold()
        form.setupUi(self)
        self.setObjectName("holdDialog")
        self.setWindowTitle("Place a hold")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for scope, said in SCOPES.items():
            form.holdScope.addItem(said, scope)
        form.holdWhy.addItems(REASONS)
        form.holdWhy.setCurrentIndex(-1)
        form.holdUntil.set_name("holdUntil", "Until which day")
        form.holdUntilLabel.setBuddy(form.holdUntil.edit)
        form.holdUntil.today = context.desk.today
        KeptForm(context, self, "hold:new", {"why": form.holdWhy, "who": form.holdWho, "until": form.holdUntil})
        form.holdSave.setDefault(True)
        form.holdScope.currentIndexChanged.connect(lambda _at: self._show_which())
        form.holdSave.clicked.connect(self._save)
        form.holdCancel.clicked.connect(self.reject)
        self._show_which()
        ShowAll(self, form.holdArea, 60)
        form.holdScope.setFocus()
        context.runner.ask(to_hold, done=self._show_known, owner=self)

    def _show_known(self, known: ToHold) -> None:
        self._known = known
        self._show_which()

    def _scope(self) -> Scope:
        return Scope(self.form.holdScope.currentData())

    def _show_which(self) -> None:
        form, scope = self.form, self._scope()
        for part in (form.holdWhichLabel, form.holdWhich):
            part.setVisible(scope is not Scope.WORKSPACE)
        form.holdWhichLabel.setText(WHICH.get(scope, ""))
        form.holdWhich.clear()
        for said, row_id in self._known.people if scope is Scope.PERSON else self._known.sessions:
            form.holdWhich.addItem(said, row_id)
        form.holdWhich.setCurrentIndex(-1)

    def _save(self) -> None:
        form, scope = self.form, self._scope()
        form.holdBanner.clear()
        if not is_right(form.holdBanner, take_as_typed(form.holdUntil)):
            return
        self._context.runner.do(
            holds.place,
            scope,
            None if scope is Scope.WORKSPACE else form.holdWhich.currentData(),
            form.holdWhy.currentText(),
            form.holdWho.text(),
            form.holdUntil.date(),
            done=lambda _: self.accept(),
            failed=self._refuse,
            owner=self,
        )

    def _refuse(self, error: UserError) -> None:
        self.form.holdBanner.tell_error(error)
