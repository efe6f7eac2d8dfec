"""Reading a theme back: said and signed first, then a wait, then what the room says to it, typed as it is said."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QDialog, QPlainTextEdit, QWidget

from coprod_desktop.domain.counted import counted
from coprod_desktop.domain.live_hour import Heard
from coprod_desktop.domain.read_back import COUNT_TO, SAID
from coprod_desktop.errors import UserError
from coprod_desktop.services import read_back
from coprod_desktop.services.read_back import ThemeBack
from coprod_desktop.ui._forms.room_read_back import Ui_RoomReadBack
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.listen.ask import Question
from coprod_desktop.ui.widgets.kept_field import KeptField
from coprod_desktop.ui.widgets.text import Words, restyle

WAIT = (
    f"2. Ask: “Did we get this right?” Then count to {COUNT_TO}. Wait longer while people sign, while an interpreter "
    "finishes, and while somebody's device speaks. One person's “no” is written down, however many say it is right."
)
NONE = "There is no theme yet. Give lines a theme with Alt T, then read each back here."
_LINES = 2
"""Lines of text a field shows."""


class ReadBackDialog(Question):
    """`show_theme` sends a theme and the sentence that was said to the room screen, through the gate."""

    def __init__(
        self, context: Context, session: str, show_theme: Callable[[str, str], object], parent: QWidget, theme: str = ""
    ) -> None:
        super().__init__("Read back to the room", parent, letters=64, high=True)
        self._context, self._session, self._show_theme = context, session, show_theme
        self._themes: Sequence[ThemeBack] = ()
        self._wanted = theme
        self.ui = ui = Ui_RoomReadBack()
        ui.setupUi(self)
        ui.readBackRows.addStretch()
        ui.backLoose.hide()
        self.setObjectName("readBackDialog")
        for label in self.findChildren(Words):
            restyle(label)  # the form names their tone after the scroll area has styled them
        ui.backWait.setText(WAIT)
        for field in (ui.backSentence, ui.backWords):
            field.setFixedHeight(self.fontMetrics().lineSpacing() * _LINES + 20)
        self._sentence, self._words = KeptField(context, ui.backSentence), KeptField(context, ui.backWords)
        ui.backTheme.currentIndexChanged.connect(lambda _at: self._show())
        for push, answer in (
            (ui.backRight, Heard.RIGHT),
            (ui.backChange, Heard.CHANGE),
            (ui.backMissing, Heard.MISSING),
        ):
            push.clicked.connect(lambda _=False, answer=answer: self._answer(answer))
        ui.backShow.clicked.connect(self._show_in_room)
        ui.backClose.clicked.connect(self.reject)
        self.finished.connect(self._hand_in)
        self._read()
        ui.backTheme.setFocus()

    def _read(self) -> None:
        self._context.runner.ask(read_back.themes, self._session, done=self._show_themes, owner=self)
        self._context.runner.ask(read_back.without_theme, self._session, done=self._show_loose, owner=self)

    def _show_loose(self, many: int) -> None:
        """Nobody's words are left out of the reading back unsaid."""
        self.ui.backLoose.setVisible(bool(many))
        them = "it" if many == 1 else "them"
        self.ui.backLoose.show_state(
            "look",
            f"{counted(many, 'thing said has', 'things said have')} no theme yet, and nobody would read {them} back. "
            f"In the list, choose {them} (Shift Down takes several), then Alt T.",
        )

    def _show_themes(self, themes: Sequence[ThemeBack]) -> None:
        ui, before = self.ui, self._now()
        now = self._wanted or (before.theme if before is not None else "")
        self._themes = themes
        ui.backTheme.blockSignals(True)
        ui.backTheme.clear()
        for one in themes:
            ui.backTheme.addItem(f"{one.theme} · {one.told}" if one.told else one.theme, one.theme)
        ui.backTheme.setCurrentIndex(max(0, ui.backTheme.findData(now)))
        ui.backTheme.blockSignals(False)
        self._wanted = ""
        self._show()

    def _now(self) -> ThemeBack | None:
        at = self.ui.backTheme.currentIndex()
        return self._themes[at] if 0 <= at < len(self._themes) else None

    def _show(self) -> None:
        ui, one = self.ui, self._now()
        for part in (ui.backRight, ui.backChange, ui.backMissing, ui.backShow, ui.backSentence, ui.backWords):
            part.setEnabled(one is not None)
        ui.backTold.setVisible(one is None or bool(one.told))
        if one is None:
            ui.backTold.show_state("info", NONE)
            return
        ui.backTold.show_state("done", f"The room said: {one.told}.")
        said = "\n".join(f"• {line}" for line in one.lines)
        ui.backCaught.setText(f"{counted(len(one.lines), 'thing', 'things')} said:\n{said}")
        self._fill(self._sentence, ui.backSentence, "sentence", one, one.sentence)
        self._fill(self._words, ui.backWords, "words", one, "")

    def _fill(self, kept: KeptField, field: QPlainTextEdit, name: str, one: ThemeBack, saved: str) -> None:
        """Show what is saved, unless something of this theme is being typed."""
        key = f"read_back:{read_back.draft_of(self._session, one.theme)}:{name}"
        kept.hand_in()
        if key != field.property("draft"):
            kept.stop()
            field.setPlainText(saved)
            field.setProperty("draft", key)
            kept.show(key, saved, session=self._session, row=self._session)

    def _show_in_room(self) -> None:
        if (one := self._now()) is not None:
            self._show_theme(one.theme, " ".join(self.ui.backSentence.toPlainText().split()))

    def _answer(self, answer: Heard) -> None:
        one, ui = self._now(), self.ui
        if one is None:
            return
        words, before = ui.backWords.toPlainText().strip(), ui.backSentence.toPlainText().strip()
        if answer is not Heard.RIGHT and not words:
            ui.banner.tell_error(UserError("Type what was said first, as it was said.", "Nothing was written down."))
            ui.backWords.setFocus()
            return

        def done(_changes: object) -> None:
            self._context.announce(f"Written down: {one.theme}: {SAID[answer]}.")
            ui.banner.clear()
            for kept, field in ((self._sentence, ui.backSentence), (self._words, ui.backWords)):
                kept.settle("")
                field.setProperty("draft", None)
            self._read()

        self._context.runner.do(
            read_back.add,
            self._session,
            one.theme,
            answer,
            words=words if answer is not Heard.RIGHT else "",
            before=before,
            done=done,
            failed=ui.banner.tell_error,
            owner=self,
        )

    def _hand_in(self) -> None:
        for kept in (self._sentence, self._words):
            kept.hand_in()


def open_read_back(
    context: Context, session: str, show_theme: Callable[[str, str], object], back: QWidget, parent: QWidget
) -> QDialog:
    """Open it; `back` has the focus again afterwards."""
    dialog = ReadBackDialog(context, session, show_theme, parent)
    dialog.finished.connect(lambda _how: back.setFocus())
    dialog.open()
    return dialog
