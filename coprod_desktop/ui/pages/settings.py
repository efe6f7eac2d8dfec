"""How the window looks, how lines are captured, the workspace, what papers carry, and what the program is made of."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QPushButton, QRadioButton, QWidget

from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.shorthand import FIRST_LETTERS
from coprod_desktop.domain.words import KIND_WORDS
from coprod_desktop.errors import UserError
from coprod_desktop.services import keys, workspace
from coprod_desktop.services.program import about
from coprod_desktop.services.program.about import LicensedPart
from coprod_desktop.ui._forms.settings import Ui_Settings
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.base.settings_file import LOCK_AFTER
from coprod_desktop.ui.bin.bin_dialog import open_bin
from coprod_desktop.ui.dialogs.ask import Ask
from coprod_desktop.ui.pages.base import Page
from coprod_desktop.ui.settings.for_it import ForIt
from coprod_desktop.ui.style import icons
from coprod_desktop.ui.style.theme import TEXT_SCALES, Scheme
from coprod_desktop.ui.window.welcome import LOSS

if TYPE_CHECKING:
    from coprod_desktop.services.desk import Desk

OPEN_WORDS = "There is no passphrase: anyone with this laptop can read everything in it."
LOCKED_WORDS = "It opens only with the passphrase."
COPIES = "Copies of the folder made before today still open as they did then."


class SettingsPage(Page):
    """What is changed here holds at once; only a passphrase is asked for twice, as it cannot be undone."""

    title = "Settings"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._form = form = Ui_Settings()
        form.setupUi(self)
        self.setObjectName("SettingsPage")
        self._locked = self._ready = False
        self._schemes: dict[Scheme, QRadioButton] = {
            Scheme.SYSTEM: form.schemeSystem,
            Scheme.LIGHT: form.schemeLight,
            Scheme.DARK: form.schemeDark,
            Scheme.HIGH_CONTRAST: form.schemeHigh,
        }
        self._set_up_look()
        self._set_up_workspace()
        self._set_up_about()
        cards = (
            form.keyCard,
            form.organisationCard,
            form.agreedCard,
            form.ratesCard,
            form.wordsCard,
            form.brailleCard,
            form.backupsCard,
            form.privacyCard,
            form.holdsCard,
            form.takeCard,
        )
        for card in cards:
            card.set_up(context)
        self._ready = True

    def changeEvent(self, event: QEvent) -> None:  # noqa: D102
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange and self._ready:
            self._show_look()  # Ctrl and + made the words larger

    def _set_up_look(self) -> None:
        form = self._form
        for scale in TEXT_SCALES:
            form.textSize.addItem(f"{scale} %" + (", the usual size" if scale == 100 else ""), scale)
        letters = " · ".join(f"{letter} {KIND_WORDS[kind].lower()}" for letter, kind in FIRST_LETTERS.items())
        form.shorthandWords.setText(f"Type the sign first, then the words: {letters}.")
        self._show_look()
        for scheme, choice in self._schemes.items():
            choice.clicked.connect(partial(self._choose_scheme, scheme))
        form.textSize.activated.connect(self._choose_size)
        form.still.clicked.connect(self._choose_still)
        form.shorthand.clicked.connect(self._choose_shorthand)

    def _set_up_workspace(self) -> None:
        form = self._form
        form.workspaceWhere.setText(str(self.context.folder))
        form.lossWords.show_state("look", LOSS)
        icons.put(form.copyFolder, "copy")
        form.copyFolder.clicked.connect(partial(self._copy, form.copyFolder, str(self.context.folder)))
        for minutes in LOCK_AFTER:
            form.lockAfter.addItem(f"{minutes} minutes" if minutes else "Never by itself", minutes)
        form.lockAfter.setCurrentIndex(form.lockAfter.findData(self.context.settings.read().lock_after))
        form.lockAfter.activated.connect(self._choose_lock_after)
        icons.put(form.openBin, "bin")
        form.openBin.clicked.connect(lambda: open_bin(self.context, self))
        form.change.clicked.connect(self._change)
        form.takeAway.clicked.connect(self._ask_to_take_away)
        form.showTyped.toggled.connect(self._show_typed)
        form.second.returnPressed.connect(self._change)

    def _set_up_about(self) -> None:
        form = self._form
        form.aboutVersion.setText(f"Co-production Desktop {about.version()}, MIT licence".replace("  ", " "))
        form.ladderWords.setText(f"{about.LADDER_CREDIT}\n{about.LADDER_URL}")
        form.openHandbook.clicked.connect(self._open_handbook)
        icons.put(form.copyLink, "copy")
        form.copyLink.clicked.connect(partial(self._copy, form.copyLink, about.LADDER_URL))
        form.madeOf.setMinimumHeight(220)
        self.for_it = ForIt(self.context, form.forIt, form.forItSaid)

    # ---- the page

    def open(self, session_id: str | None) -> None:  # noqa: D102
        super().open(session_id)
        self._show_look()
        self._form.organisationCard.open()
        folder = self.context.folder
        self.context.runner.ask(lambda _desk: workspace.state(folder), done=self._show_state, owner=self)
        self.context.runner.ask(_parts, done=self._show_parts, owner=self)

    def leave(self) -> None:  # noqa: D102
        self._forget_typed()
        self._form.organisationCard.leave()
        self._form.brailleCard.hand_in()

    def first_focus(self) -> QRadioButton:  # noqa: D102
        return self._schemes[self.context.look().scheme]

    # ---- how it looks

    def _show_look(self) -> None:
        form, look = self._form, self.context.look()
        self._schemes[look.scheme].setChecked(True)
        form.textSize.setCurrentIndex(form.textSize.findData(look.text_scale))
        form.still.setChecked(look.still)
        form.shorthand.setChecked(self.context.settings.read().shorthand)

    def _choose_scheme(self, scheme: Scheme, _checked: bool = True) -> None:
        self.context.set_look(replace(self.context.look(), scheme=scheme))

    def _choose_size(self, _index: int) -> None:
        self.context.set_look(replace(self.context.look(), text_scale=self._form.textSize.currentData()))

    def _choose_still(self, still: bool) -> None:
        self.context.set_look(replace(self.context.look(), still=still))

    def _choose_shorthand(self, on: bool) -> None:
        settings = self.context.settings
        settings.write(replace(settings.read(), shorthand=on))

    def _choose_lock_after(self, _index: int) -> None:
        settings = self.context.settings
        settings.write(replace(settings.read(), lock_after=self._form.lockAfter.currentData()))

    # ---- the workspace

    def _show_state(self, state: str) -> None:
        form = self._form
        self._locked = state == "locked"
        form.passphraseState.show_state(
            "done" if self._locked else "look", LOCKED_WORDS if self._locked else OPEN_WORDS
        )
        form.oldBox.setVisible(self._locked)
        form.takeAway.setVisible(self._locked)
        form.change.setText("Change the passphrase" if self._locked else "Set a passphrase")

    def _change(self) -> None:
        first, second = self._form.first, self._form.second
        if not first.text():
            self._wrong(first, UserError("There is no new passphrase yet.", "Type one twice. Nothing was changed."))
        elif first.text() != second.text():
            self._wrong(second, UserError("The two passphrases are not the same.", "Type the second one again."))
        else:
            self._run(first.text())

    def _ask_to_take_away(self) -> None:
        if not self._form.old.text():
            self._wrong(self._form.old, UserError("Type the passphrase first.", "Nothing was changed."))
            return
        Ask(
            "Have no passphrase?",
            "Anyone who can use this laptop could then read everything in this workspace: names, needs and notes. "
            "You can set a passphrase again at any time.",
            "Have no passphrase",
            "Keep it",
            lambda: self._run(None),
            self,
        ).open()

    def _run(self, new: str | None) -> None:
        old = self._form.old.text() if self._locked else None
        self.context.runner.do(
            keys.change,
            old,
            new,
            done=partial(self._changed, new),
            failed=partial(self._wrong, self._form.old),
            owner=self,
        )

    def _changed(self, new: str | None, _changes: Changes) -> None:
        self._forget_typed()
        self._show_state("open" if new is None else "locked")
        self._form.keyCard.read()
        self._form.change.setFocus()
        what = "There is no passphrase any more." if new is None else "The new passphrase holds from now on."
        self.context.tell(what, COPIES, "done")

    def _wrong(self, field: QLineEdit, error: UserError) -> None:
        self.context.fail(error)
        where = field if field.isVisibleTo(self) else self._form.first
        where.setFocus()
        where.selectAll()

    def _forget_typed(self) -> None:
        for field in (self._form.old, self._form.first, self._form.second):
            field.clear()
        self._form.showTyped.setChecked(False)

    def _show_typed(self, shown: bool) -> None:
        for field in (self._form.old, self._form.first, self._form.second):
            field.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)

    # ---- about

    def _show_parts(self, parts: tuple[LicensedPart, ...]) -> None:
        self._form.madeOf.setPlainText("\n".join(part.words for part in parts))

    def _open_handbook(self) -> None:
        from coprod_desktop.ui.handbook.dialog import HandbookDialog

        HandbookDialog("home", self.title, self.keys(), self).open()

    def _copy(self, push: QPushButton, words: str, _checked: bool = False) -> None:
        QGuiApplication.clipboard().setText(words)
        push.setText("Copied")
        self.context.announce("Copied")


def _parts(_desk: Desk) -> tuple[LicensedPart, ...]:
    return about.parts()
