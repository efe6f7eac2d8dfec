"""Below a text field: what could be said in plainer words. Quiet, never in the way, and nothing waits for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from coprod_desktop.domain.beginning import beginning
from coprod_desktop.domain.plain.hints import MOST, Hint, HintKind, hints
from coprod_desktop.ui.base.timers import Pause
from coprod_desktop.ui.widgets import in_view
from coprod_desktop.ui.widgets.buttons import button
from coprod_desktop.ui.widgets.card_list import CardList
from coprod_desktop.ui.widgets.card_rows import CardRow, Piece
from coprod_desktop.ui.widgets.flow import FlowRow
from coprod_desktop.ui.widgets.growing_field import GrowingField

PAUSE_MS = 600
"""A pause in typing this long; before that nothing appears, goes or moves."""
_MUCH = 30
"""After "Not now": so many characters more or fewer, and the field is looked at again."""
_ICON = {HintKind.VAGUE: "clock", HintKind.PASSIVE: "people"}
_LONGEST = 40
"""Characters of a sentence that say which one is meant."""


class PlainHints(QWidget):
    """In a form: promote a QWidget below the field, then `watch(field, …)`. `set_words(None)` switches it off."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field: GrowingField | None = None
        self._words: Mapping[str, str] | None = None
        self._said: tuple[str, ...] = ()
        self._dated = False
        self._shown: tuple[Hint, ...] = ()
        self._put_off: str | None = None
        self._pause = Pause(self.look, PAUSE_MS, self)
        self.hide()

    def watch(self, field: GrowingField, what: str, *, dated: bool) -> None:
        """Look at what is typed in a field. `what` names it aloud; `dated` when a day belongs in it."""
        self._field, self._dated, name = field, dated, field.objectName()
        self.list = CardList(f"{name}Hints", f"In plainer words: {what}", self)
        self.list.set_grow()
        self.list.opened.connect(lambda row: self._use(int(row)))
        self.uses = tuple(self._use_button(f"{name}Use{n + 1}", n) for n in range(MOST))
        self.not_now = button("Not now", f"{name}NotNow")
        self.not_now.setAccessibleName(f"No plainer words for {what} now")
        self.not_now.clicked.connect(self._not_now)
        acts = FlowRow(self)
        for push in (*self.uses, self.not_now):
            acts.add(push)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.list)
        column.addWidget(acts)
        for one, following in pairwise((field, self.list, *self.uses, self.not_now)):
            QWidget.setTabOrder(one, following)  # they come after the form's own order was set
        field.textChanged.connect(self._changed)
        field.installEventFilter(self)

    def set_words(self, words: Mapping[str, str] | None) -> None:
        """Give the list in force, or None for no hints at all."""
        if self._words != words:
            self._words = words
            self.look()

    def set_said(self, lines: Sequence[str]) -> None:
        """Give people's own lines: where the field repeats one, there is nothing to better."""
        if self._said != tuple(lines):
            self._said = tuple(lines)
            self._pause.start()

    def hints(self) -> tuple[Hint, ...]:
        """Return the hints shown now."""
        return self._shown

    def look(self) -> None:
        """Look at the field's words now, and show what there is to say."""
        self._pause.stop()
        self._show(self._found())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: D102
        if watched is self._field and self._field is not None:
            if event.type() == QEvent.Type.HideToParent:
                self._show(())
            elif event.type() == QEvent.Type.ShowToParent:
                self._pause.start()
        return super().eventFilter(watched, event)

    def _use_button(self, name: str, n: int) -> QPushButton:
        made = button("", name)
        made.clicked.connect(partial(self._use, n))
        return made

    def _changed(self) -> None:
        if self._field is not None and not self._field.document().isUndoRedoEnabled():
            self._put_off = None  # Qt keeps no undo while the program puts words there: those of another row
            self._show(())
        self._pause.start()

    def _found(self) -> tuple[Hint, ...]:
        if self._field is None or self._field.isHidden() or not self._words:
            return ()
        text = self._field.words()
        if self._put_off is not None and abs(len(text) - len(self._put_off)) < _MUCH:
            return ()
        self._put_off = None
        return hints(text, self._words, dated=self._dated, said=self._said)

    def _show(self, found: tuple[Hint, ...]) -> None:
        self._shown = found
        if found:
            self.list.show_rows([_row(n, hint) for n, hint in enumerate(found)])
            for n, push in enumerate(self.uses):
                use = found[n].use if n < len(found) else ""
                push.setText(f"Use “{beginning(use, _LONGEST)}”".replace("&", "&&"))
                push.setAccessibleName(f"Use “{use}” for “{found[n].words}”" if use else "")
                push.setVisible(bool(use))
        elif self._field is not None and self.isAncestorOf(QApplication.focusWidget() or self):
            self._field.setFocus()  # what had the focus goes away
        self.setVisible(bool(found))
        if found and self._field is not None and self._field.hasFocus():
            in_view.bring(self._field, self)

    def _use(self, n: int, _checked: bool = False) -> None:
        """Put the plainer words in place of the hard ones, as if typed: Ctrl+Z in the field takes them back."""
        field = self._field
        hint = self._shown[n] if n < len(self._shown) else None
        if field is None or hint is None or not hint.use:
            return
        text = field.words()
        if text[hint.start : hint.end] == hint.words:
            cursor = field.textCursor()
            cursor.setPosition(_units(text[: hint.start]))
            cursor.setPosition(_units(text[: hint.end]), QTextCursor.MoveMode.KeepAnchor)
            cursor.insertText(hint.use)
            field.setTextCursor(cursor)
        field.setFocus()
        self.look()

    def _not_now(self) -> None:
        if self._field is not None:
            self._put_off = self._field.words()
            self._field.setFocus()
        self._show(())


def _row(n: int, hint: Hint) -> CardRow:
    icon = _ICON.get(hint.kind, "info")
    return CardRow(
        str(n), (Piece(f"“{beginning(hint.words, _LONGEST)}”", strong=True, icon=icon, tail=hint.say),), "line"
    )


def _units(text: str) -> int:
    """Return how long a text is as Qt counts it."""
    return len(text.encode("utf-16-le")) // 2
