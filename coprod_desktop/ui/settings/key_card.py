"""What opens the workspace besides the passphrase: a recovery code, a second person, this computer's keyring."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from coprod_desktop.errors import UserError
from coprod_desktop.services import keys, workspace
from coprod_desktop.services.keys import Ways
from coprod_desktop.ui._forms.settings_key import Ui_SettingsKey
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.dialogs.passphrase import Asked, PassphraseDialog
from coprod_desktop.ui.dialogs.recovery_code import make_code
from coprod_desktop.ui.widgets.card import Card

if TYPE_CHECKING:
    from coprod_desktop.services.desk import Desk

SHOW_WHO = Asked("A new recovery code", "So that nobody makes one behind your back.", "Go on", own=True, new=False)
SECOND = Asked(
    "A second person's passphrase",
    "They type it, not you. It opens everything in this workspace, as yours does; each can change their own.",
    "Set their passphrase",
    own=True,
    new=True,
)
SECOND_GONE = Asked(
    "Take the second person's passphrase away?",
    "Copies and backups made before today still open with it.",
    "Take it away",
    own=True,
    new=False,
)


class KeyCard(Card):
    """`set_up` once; read whenever it is shown, and after `read`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "true")
        self.form = form = Ui_SettingsKey()
        form.setupUi(self)
        self.setObjectName("keyCard")
        self._context: Context | None = None
        form.keySaid.hide()
        form.keyCode.clicked.connect(self._ask_code)
        form.keySecond.clicked.connect(lambda: self._ask(SECOND, keys.second_passphrase, "It holds from now on."))
        form.keySecondGone.clicked.connect(
            lambda: self._ask(SECOND_GONE, keys.second_passphrase, "It opens nothing any more.")
        )
        form.keyRing.clicked.connect(self._choose_ring)
        self._show(Ways(passphrase=False, second=False, code=False, keyring=False, keyring_here=False))

    def set_up(self, context: Context) -> None:
        """Give the card what pages have. Once."""
        self._context = context
        if self.isVisible():
            self.read()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: D102
        super().showEvent(event)
        self.form.keySaid.hide()
        self.read()

    def read(self) -> None:
        """Show how it is now."""
        if self._context is not None:
            self._context.runner.ask(keys.ways, done=self._show, owner=self)

    def _show(self, ways: Ways) -> None:
        form = self.form
        form.keyNone.setVisible(not ways.passphrase)
        for part in (form.keyCodeState, form.keyCodeActs, form.keySecondState, form.keySecondActs):
            part.setVisible(ways.passphrase)
        form.keySecondGone.setVisible(ways.second)
        for part in (form.keyRing, form.keyRingHelp):
            part.setVisible(ways.passphrase and ways.keyring_here)
        form.keyRing.setChecked(ways.keyring)
        if ways.code:
            form.keyCodeState.show_state("done", "There is a recovery code, and somebody has it on paper.")
        else:
            form.keyCodeState.show_state("look", f"{keys.REMINDER.what} If it is forgotten, everything here is lost.")
        form.keyCode.setText("Make a new recovery code…" if ways.code else "Make a recovery code…")
        if ways.second:
            form.keySecondState.show_state("done", "A second person opens it with a passphrase of their own.")
        else:
            form.keySecondState.show_state("info", "Nobody else has a passphrase of their own.")

    # ---- acts

    def _ask_code(self) -> None:
        if (context := self._context) is not None:
            dialog = PassphraseDialog(context.runner, SHOW_WHO, _check, self)
            dialog.accepted.connect(lambda: make_code(context.runner, self, self._code_stands, self._code_later))
            dialog.open()

    def _code_stands(self) -> None:
        self._say("done", "The recovery code stands. An older one opens nothing any more.")

    def _code_later(self) -> None:
        self._say("look", "The new code does not stand yet: make one again when you have a minute.")

    def _ask(self, asked: Asked, verb: Callable[..., object], done: str) -> None:
        if self._context is not None:
            dialog = PassphraseDialog(self._context.runner, asked, verb, self)
            dialog.accepted.connect(lambda: self._say("done", done))
            dialog.open()

    def _choose_ring(self, on: bool) -> None:
        if self._context is not None:
            said = "The keyring keeps a key from now on." if on else "The keyring keeps no key any more."
            self._context.runner.do(
                keys.keyring_on if on else keys.keyring_off,
                done=lambda _: self._say("done", said),
                failed=self._refuse,
                owner=self,
            )

    def _refuse(self, error: UserError) -> None:
        self._say("danger", str(error))

    def _say(self, state: str, words: str) -> None:
        self.form.keySaid.show_state(state, words)
        self.form.keySaid.show()
        self.read()
        if self._context is not None:
            self._context.runner.kept.emit()
            self._context.announce(words)


def _check(desk: Desk, own: str | None, _new: str | None) -> None:
    workspace.check_passphrase(desk, own)
