"""The card for when someone may be at risk. It stays open, with the number, also after a line was sealed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QPushButton, QWidget

from coprod_desktop.domain.beginning import beginning
from coprod_desktop.domain.record import Session
from coprod_desktop.errors import UserError
from coprod_desktop.services.safeguarding import Sealed
from coprod_desktop.ui._forms.listen_risk import Ui_ListenRisk
from coprod_desktop.ui.base.announce import announce
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.dialogs.ask import Ask
from coprod_desktop.ui.listen.ask import SHOWN_OF_LONG
from coprod_desktop.ui.listen.at_hand import AtHand
from coprod_desktop.ui.safeguarding import private_copy
from coprod_desktop.ui.safeguarding.words import ring
from coprod_desktop.ui.style import icons
from coprod_desktop.ui.widgets.dialogs import ShowAll
from coprod_desktop.ui.widgets.in_view import bring
from coprod_desktop.ui.widgets.text import restyle

SEALED = (
    "Sealed. It is in no list, no search, no paper and no file. "
    "Home asks each day until it is in your organisation's record."
)
BACK = "Put back where it was. Nothing is sealed."


class RiskCard(QDialog):
    """What to do, whom to ring, and one press to seal."""

    seal_wanted = Signal()
    seal_typed_wanted = Signal()
    throw_away_wanted = Signal()
    put_back_wanted = Signal(str)
    """The name of what is sealed."""

    def __init__(self, context: Context, session: Session | None, at_hand: AtHand, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Someone may be at risk")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._form = form = Ui_ListenRisk()
        form.setupUi(self)
        self.setObjectName("riskDialog")
        self._sealed, self._exact, self._is_copied = "", at_hand.exact, False
        icons.put(form.riskSeal, "lock", "on_primary")
        icons.put(form.riskSealTyped, "lock", "on_primary")
        name, number = (session.lead_name, session.lead_phone) if session is not None else (None, None)
        form.riskRing.setText(ring(name, number))
        form.riskWords.set_up(context)
        form.riskWords.opened.connect(lambda: bring(form.riskWords.form.sealedText, form.riskWords))
        self._show_at_hand(at_hand)
        form.riskSeal.clicked.connect(self.seal_wanted)
        form.riskSealTyped.clicked.connect(self.seal_typed_wanted)
        icons.put(form.riskCopy, "copy")
        form.riskCopy.clicked.connect(self._copy)
        form.riskThrowAway.clicked.connect(self._ask_throw_away)
        form.riskPutBack.clicked.connect(lambda: self.put_back_wanted.emit(self._sealed))
        form.riskClose.clicked.connect(self.accept)
        ShowAll(self, form.riskArea, 62)
        self._first().setFocus()

    def show_sealed(self, sealed: Sealed) -> None:
        """Say that it is sealed, and let its words be opened."""
        self._sealed = sealed.id
        form = self._form
        form.riskClose.setFocus()  # before what had it goes: a second press of the key closes, and puts nothing back
        self._say("done", SEALED)
        form.riskWords.show_line(sealed.id)
        form.riskPoints.setText(_points_words(sealed))
        for part in (form.riskLine, form.riskSeal, form.riskSealTyped, form.riskCopy, form.riskThrowAway):
            part.hide()
        form.riskPoints.setVisible(bool(form.riskPoints.text()))
        form.riskWords.show()
        form.riskPutBack.show()

    def show_put_back(self) -> None:
        """Say that nothing is sealed any more."""
        form = self._form
        form.riskClose.setFocus()
        self._say("info", BACK)
        for part in (form.riskPoints, form.riskWords, form.riskPutBack):
            part.hide()

    def refuse(self, error: UserError) -> None:
        """Say what could not be done."""
        self._say("danger", f"{error.what} {error.do}".strip())

    def _show_at_hand(self, at_hand: AtHand) -> None:
        form, line = self._form, at_hand.line
        form.riskLine.setText(f"{at_hand.which}: “{beginning(line.text, SHOWN_OF_LONG)}”" if line is not None else "")
        form.riskSeal.setText(f"Seal {at_hand.which[:1].lower()}{at_hand.which[1:]}")
        for part in (form.riskLine, form.riskSeal):
            part.setVisible(line is not None)
        for part in (form.riskSealTyped, form.riskThrowAway):
            part.setVisible(at_hand.typing)
        form.riskCopy.setVisible(bool(self._exact))
        if at_hand.typing:
            form.riskSeal.setProperty("kind", "outline")
            restyle(form.riskSeal)
            icons.put(form.riskSeal, "lock", "primary")
        for part in (form.riskState, form.riskPoints, form.riskWords, form.riskPutBack):
            part.hide()

    def _first(self) -> QPushButton:
        form = self._form
        buttons: tuple[QPushButton, ...] = (form.riskSealTyped, form.riskSeal, form.riskClose)
        return next(push for push in buttons if not push.isHidden())

    def _copy(self) -> None:
        private_copy.copy(self._exact)
        self._is_copied = True
        self._say("done", private_copy.COPIED)

    def _ask_throw_away(self) -> None:
        """What was said may be needed to the letter: it goes once it is copied, or when somebody is sure."""
        if self._is_copied:
            self._throw_away()
            return
        asked = Ask(
            "Throw it away without a copy?",
            "The exact words may be needed in your organisation's record. Copy them first, or seal them. "
            "Thrown away they are gone, and this cannot be undone.",
            "Throw it away",
            "Copy it first",
            self._throw_away,
            self,
        )
        asked.rejected.connect(self._form.riskCopy.setFocus)
        asked.open()

    def _throw_away(self) -> None:
        self._form.riskClose.setFocus()
        for part in (self._form.riskThrowAway, self._form.riskSealTyped, self._form.riskCopy):
            part.hide()
        self.throw_away_wanted.emit()

    def _say(self, state: str, words: str) -> None:
        self._form.riskState.show_state(state, words)
        self._form.riskState.show()
        announce(self, words, urgent=state == "danger")


def _points_words(sealed: Sealed) -> str:
    went = ""
    if sealed.points:
        went = "What was written from it alone went with it. "
    if not sealed.look_at:
        return went.strip()
    told = "\n".join(f"“{beginning(words, SHOWN_OF_LONG)}”" for words in sealed.look_at)
    return f"{went}Also written from it. Look on Answer whether it tells of it:\n{told}"
