"""Asks for a passphrase: one's own, a new one typed twice, or both. It is in no draft, and goes with the dialog."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from coprod_desktop.errors import UserError
from coprod_desktop.ui._forms.passphrase import Ui_PassphraseForm
from coprod_desktop.ui.base.runner import Runner
from coprod_desktop.ui.widgets.dialogs import fit_screen
from coprod_desktop.ui.widgets.enter_goes_on import EnterGoesOn


@dataclass(frozen=True)
class Asked:
    """What is asked for, and the words to ask with."""

    title: str
    help: str
    act: str
    """On the button."""
    own: bool
    """Whether one's own passphrase is asked for."""
    new: bool
    """Whether a new one is."""
    refuse: str = "Cancel"


class PassphraseDialog(QDialog):
    """`verb(desk, own, new)` is called on the writing thread; `accepted` means that it was done."""

    def __init__(
        self, runner: Runner, asked: Asked, verb: Callable[..., object], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._runner, self._asked, self._verb = runner, asked, verb
        self.form = form = Ui_PassphraseForm()
        form.setupUi(self)
        self.setObjectName("passphraseDialog")
        self.setWindowTitle(asked.title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        form.askedTitle.setText(asked.title)
        form.askedHelp.setText(asked.help)
        form.askedDo.setText(asked.act)
        form.askedNot.setText(asked.refuse)
        for part in (form.askedOwnLabel, form.askedOwn):
            part.setVisible(asked.own)
        for part in (form.askedFirstLabel, form.askedFirst, form.askedSecondLabel, form.askedSecond):
            part.setVisible(asked.new)
        self._fields: tuple[QLineEdit, ...] = (form.askedOwn, form.askedFirst, form.askedSecond)
        form.askedDo.setDefault(True)
        EnterGoesOn(form.askedOwn, form.askedFirst, form.askedSecond)
        form.askedShow.toggled.connect(self._show_typed)
        form.askedDo.clicked.connect(self._do)
        form.askedNot.clicked.connect(self.reject)
        (form.askedOwn if asked.own else form.askedFirst).setFocus()
        fit_screen(self, 520, 300)

    def _do(self) -> None:
        form = self.form
        form.askedBanner.clear()
        if self._asked.new and form.askedFirst.text() != form.askedSecond.text():
            self._wrong(form.askedSecond, UserError("The two passphrases are not the same.", "Type it again."))
            return
        own = form.askedOwn.text() if self._asked.own else None
        new = form.askedFirst.text() if self._asked.new else None
        self._runner.do(self._verb, own, new, done=lambda _: self.accept(), failed=self._refuse, owner=self)

    def _refuse(self, error: UserError) -> None:
        is_own = self._asked.own and ("not the passphrase" in error.what or not self._asked.new)
        self._wrong(self.form.askedOwn if is_own else self.form.askedFirst, error)

    def _wrong(self, field: QLineEdit, error: UserError) -> None:
        self.form.askedBanner.tell_error(error)
        field.setFocus()
        field.selectAll()

    def _show_typed(self, shown: bool) -> None:
        for field in self._fields:
            field.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
