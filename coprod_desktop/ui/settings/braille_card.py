"""How large a braille page is: cells and lines of this organisation's embosser."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.changes import Changes
from coprod_desktop.errors import UserError
from coprod_desktop.services.making import braille
from coprod_desktop.ui._forms.settings_braille import Ui_SettingsBraille
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.settings.reading_card import ReadingCard
from coprod_desktop.ui.widgets.saved_fields import SavedFields

_ROW = "organisation"
"""There is one size, so the fields are always of the same row."""
_NAMES = ("braille_cells", "braille_lines")


class BrailleCard(ReadingCard):
    """`set_up` once; the numbers are read when the card is first shown, and again whenever they have changed."""

    nouns = frozenset({"organisation"})

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = form = Ui_SettingsBraille()
        form.setupUi(self)
        self.setObjectName("brailleCard")
        form.brailleState.hide()
        self._fields = SavedFields(self)
        for name, field in zip(_NAMES, (form.brailleCells, form.brailleLines), strict=True):
            self._fields.pick(name, field)
        self._fields.changed.connect(self._save)

    def set_up(self, context: Context) -> None:
        """Give the card what pages have. Once."""
        super().set_up(context)
        self._fields.keep_drafts(context, _ROW)

    def hand_in(self) -> None:
        """Save what was changed and is not saved yet."""
        self._fields.hand_in()

    def _ask(self, context: Context) -> None:
        context.runner.ask(braille.size, done=self._show, owner=self)

    def _show(self, size: tuple[int, int]) -> None:
        self._fields.show_row(_ROW, dict(zip(_NAMES, size, strict=True)))

    def _save(self, _row: str, _name: str, _value: object) -> None:
        if self._context is None:
            return
        form = self.form
        self._context.runner.do(
            braille.change_size,
            cells=form.brailleCells.value(),
            lines=form.brailleLines.value(),
            done=self._saved,
            failed=self._wrong,
            owner=self,
        )

    def _saved(self, _changes: Changes) -> None:
        form = self.form
        words = f"Saved: {form.brailleCells.value()} cells by {form.brailleLines.value()} lines."
        self._say("done", words)

    def _wrong(self, error: UserError) -> None:
        self._say("look", f"{error.what} {error.do}".strip())
        self.read()

    def _say(self, state: str, words: str) -> None:
        self.form.brailleState.show_state(state, words)
        self.form.brailleState.show()
        if self._context is not None:
            self._context.announce(words)
