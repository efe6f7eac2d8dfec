"""The words of one sealed line: shut until somebody opens them on purpose, as often as needed, and copies them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coprod_desktop.errors import UserError
from coprod_desktop.services import safeguarding
from coprod_desktop.services.safeguarding import SealedWords
from coprod_desktop.ui._forms.sealed_words import Ui_SealedWords
from coprod_desktop.ui.base.announce import announce
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.safeguarding import private_copy
from coprod_desktop.ui.style import icons
from coprod_desktop.ui.widgets.room import Room


class SealedWordsBox(QWidget):
    """`set_up` once; then `show_line` says of which line. Another line shuts the words again."""

    opened = Signal()
    copied = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = form = Ui_SealedWords()
        form.setupUi(self)
        self.setObjectName("sealedWordsBox")
        self._context: Context | None = None
        self._line, self._locked = "", False
        self._opened: SealedWords | None = None
        icons.put(form.sealedCopy, "copy")
        icons.put(form.sealedOpen, "lock")
        Room(form.sealedText, 5)
        form.sealedOpen.clicked.connect(self._open)
        form.sealedPass.returnPressed.connect(self._open)
        form.sealedCopy.clicked.connect(self._copy)
        form.sealedHide.clicked.connect(self.shut)
        self.shut()

    def set_up(self, context: Context) -> None:
        """Give the box what pages have."""
        self._context = context
        context.runner.ask(safeguarding.asks_passphrase, done=self._show_locked, owner=self)

    def show_line(self, line: str) -> None:
        """Show another sealed line, shut; the same one stays as it is."""
        if line != self._line:
            self._line = line
            self.shut()

    def shut(self) -> None:
        """Show no words."""
        had = self.form.sealedHide.hasFocus()
        self._opened = None
        self.form.sealedText.clear()
        self.form.sealedPass.clear()
        self._show_state("", "")
        self._show_parts()
        if had:
            self.form.sealedOpen.setFocus()

    def _show_locked(self, locked: bool) -> None:
        self._locked = locked
        self._show_parts()

    def _show_parts(self) -> None:
        form, is_open = self.form, self._opened is not None
        for part in (form.sealedPassLabel, form.sealedPass):
            part.setVisible(self._locked and not is_open)
        form.sealedOpen.setVisible(not is_open)
        for part in (form.sealedText, form.sealedCopy, form.sealedHide):
            part.setVisible(is_open)

    def _open(self) -> None:
        if self._context is None:
            return
        typed = self.form.sealedPass.text() if self._locked else None
        self._context.runner.ask(
            safeguarding.open_words, self._line, typed, done=self._show, failed=self._refuse, owner=self
        )

    def _show(self, opened: SealedWords) -> None:
        self._opened = opened
        self.form.sealedText.setPlainText(opened.as_text)
        self.form.sealedPass.clear()
        self._show_state("", "")
        self._show_parts()
        self.form.sealedText.setFocus()
        self.opened.emit()

    def _refuse(self, error: UserError) -> None:
        self._show_state("danger", f"{error.what} {error.do}".strip())
        if self._locked:
            self.form.sealedPass.setFocus()
            self.form.sealedPass.selectAll()

    def _copy(self) -> None:
        if self._opened is not None:
            private_copy.copy(self._opened.as_text)
            self.copied.emit()
            self._show_state("done", private_copy.COPIED)

    def _show_state(self, state: str, words: str) -> None:
        self.form.sealedSaid.setVisible(bool(words))
        if words:
            self.form.sealedSaid.show_state(state, words)
            announce(self, words, urgent=state == "danger")
