"""The recovery code, shown once: write it down or print it, then type two of its words back. "Later" is always possible.

What is typed here is a secret: it is in no draft, and goes with the dialog.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from coprod_desktop.errors import UserError
from coprod_desktop.services import keys
from coprod_desktop.ui._forms.recovery_code import Ui_RecoveryCodeForm
from coprod_desktop.ui.base.announce import announce
from coprod_desktop.ui.base.runner import Runner
from coprod_desktop.ui.style import icons
from coprod_desktop.ui.widgets.dialogs import fit_screen
from coprod_desktop.ui.widgets.enter_goes_on import EnterGoesOn
from coprod_desktop.ui.widgets.room import Room

WHY = (
    "If the passphrase is forgotten, these twelve words open the workspace. Without them everything in it would be "
    "lost: nobody could get it back, not even us. Keep them where the laptop is not."
)
ASKED = "So that it is sure to be right: look at your paper, and type these two words."


class RecoveryCode(QDialog):
    """`accepted` means that the code stands, `rejected` that it is to be done later."""

    def __init__(self, runner: Runner, words: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._runner, self._words, self._numbers = runner, words, keys.asked_back()
        self.form = form = Ui_RecoveryCodeForm()
        form.setupUi(self)
        self.setObjectName("recoveryCode")
        self.setWindowTitle("Your recovery code")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        icons.put(form.codePrint, "printer")
        form.codeWords.setPlainText("\n".join(f"{number}. {word}" for number, word in enumerate(words, 1)))
        Room(form.codeWords, len(words) + 2)
        for label, number in zip((form.codeFirstLabel, form.codeSecondLabel), self._numbers, strict=True):
            label.setText(f"Word {number}")
        form.codeNext.clicked.connect(self._next)
        EnterGoesOn(form.codeFirst, form.codeSecond)
        form.codeBack.clicked.connect(lambda: self._show(asked=False))
        form.codePrint.clicked.connect(self._print)
        form.codeLater.clicked.connect(self.reject)
        self._show(asked=False)
        fit_screen(self, 520, 520)

    def _show(self, *, asked: bool) -> None:
        form = self.form
        form.codeBanner.clear()
        for part in (form.codeWords, form.codePrint):
            part.setVisible(not asked)
        for part in (form.codeAsked, form.codeBack):
            part.setVisible(asked)
        form.codeHelp.setText(ASKED if asked else WHY)
        form.codeNext.setText("Done" if asked else "I have written it down")
        (form.codeFirst if asked else form.codeWords).setFocus()

    def _next(self) -> None:
        if self.form.codeAsked.isHidden():
            self._show(asked=True)
            announce(self, ASKED)
            return
        typed = dict(zip(self._numbers, (self.form.codeFirst.text(), self.form.codeSecond.text()), strict=True))
        wrong = keys.not_of_code(self._words, typed)
        if wrong is not None:  # said here: nothing was to be saved yet, so nothing is “not saved”
            self._refuse(wrong)
            return
        self._runner.do(keys.confirm, self._words, typed, done=lambda _: self.accept(), failed=self._refuse, owner=self)

    def _refuse(self, error: UserError) -> None:
        self.form.codeBanner.tell_error(error)
        wrong: QLineEdit = self.form.codeSecond if f"Word {self._numbers[1]} " in error.what else self.form.codeFirst
        wrong.setFocus()
        wrong.selectAll()

    def _print(self) -> None:
        """The sheet goes from memory to the printer: it is never a file of ours."""
        from coprod_desktop.services.making import recovery_sheet
        from coprod_desktop.ui.paper import printing

        printer = printing.ask_printer(self)
        if printer is None or self._runner.desk is None:
            return
        run = printing.PrintRun(recovery_sheet.pdf(self._words, self._runner.desk.now()), printer, self)
        run.ended.connect(self._printed)
        run.ended.connect(run.deleteLater)
        run.start()

    def _printed(self, whole: bool) -> None:
        if whole:
            self.form.codeBanner.tell("The sheet went to the printer.", "Fetch it before you go on.", "done")
        else:
            self.form.codeBanner.tell("The printer could not be used.", "Write the words down instead.", "look")


def make_code(runner: Runner, parent: QWidget, stands: Callable[[], None], later: Callable[[], None]) -> None:
    """Make a recovery code and show it; then `stands` is called when two of its words came back, else `later`."""

    def show(words: tuple[str, ...]) -> None:
        dialog = RecoveryCode(runner, words, parent)
        dialog.accepted.connect(stands)
        dialog.rejected.connect(later)
        dialog.open()

    runner.do(keys.make_code, done=show, owner=parent)
