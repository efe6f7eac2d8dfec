"""A quiet line below words that may be misspelt, after a pause in typing. It never changes a word, and nothing waits for it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.base.timers import Pause
from coprod_desktop.ui.style import theme
from coprod_desktop.ui.widgets.growing_field import GrowingField

if TYPE_CHECKING:  # the first line typed does not wait for it
    from coprod_desktop.domain.spelling import Doubt

PAUSE_MS = 900
"""A pause in typing this long: who types fast sees nothing."""


class Spelling(QObject):
    """Watches one field. `know` gives the names of this session; words for a screen reader are the field's description."""

    def __init__(self, context: Context, field: GrowingField, described: str = "") -> None:
        super().__init__(field)
        self._context, self._field, self._described = context, field, described
        self._local: tuple[str, ...] = ()
        self._pause = Pause(self.look, PAUSE_MS, self)
        self._looking = False
        field.document().contentsChanged.connect(self._changed)  # also when the program empties it

    def know(self, names: Iterable[str]) -> None:
        """Take the names of people, themes and places that are spelt right here."""
        self._local = tuple(names)

    def _changed(self) -> None:
        if self._field.document().isEmpty():
            self._show("", ())
        self._pause.start()

    def look(self) -> None:
        """Look at the words now; while a worker still looks at others, once it is done."""
        text = self._field.words()
        runner = self._context.runner
        if self._looking or not text.strip() or runner.desk is None or not self._context.settings.read().spelling:
            return
        from coprod_desktop.domain.spelling import local_names
        from coprod_desktop.services import spelling

        self._looking = True
        cursor = self._field.textCursor().position() if self._field.hasFocus() else None
        at = None if cursor is None else len(text.encode("utf-16-le")[: 2 * cursor].decode("utf-16-le", "ignore"))
        if at is not None and text[:at].endswith((" ", ".", ",", "?", "!")):
            at = None  # the word before it is finished
        work = partial(_look, spelling.look, text, local_names(self._local), at)
        runner.job(work, done=partial(self._found, text), failed=lambda _: self._over(), owner=self)

    def _over(self) -> None:
        self._looking = False

    def _found(self, text: str, doubts: tuple[Doubt, ...]) -> None:
        self._looking = False
        if text == self._field.words():
            self._show(text, doubts)
        else:
            self._pause.start()

    def _show(self, text: str, doubts: tuple[Doubt, ...]) -> None:
        shown = []
        for doubt in doubts:
            one = QTextEdit.ExtraSelection()
            cursor = QTextCursor(self._field.document())
            cursor.setPosition(_units(text[: doubt.start]))
            cursor.setPosition(_units(text[: doubt.end]), QTextCursor.MoveMode.KeepAnchor)
            look = QTextCharFormat()
            look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
            look.setUnderlineColor(QColor(theme.tokens().waiting))
            one.cursor, one.format = cursor, look
            shown.append(one)
        self._field.setExtraSelections(shown)
        told = " ".join(part for part in (_words_told(doubts), self._described) if part)
        if self._field.accessibleDescription() != told:
            self._field.setAccessibleDescription(told)


def _words_told(doubts: tuple[Doubt, ...]) -> str:
    if not doubts:
        return ""
    from coprod_desktop.domain.spelling import words_told

    return words_told(doubts)


def _look(verb: object, text: str, local: frozenset[str], at: int | None, desk: object, job: object) -> object:
    return verb(desk, job, text, local, at)  # type: ignore[operator]


def _units(text: str) -> int:
    """Return how long a text is as Qt counts it."""
    return len(text.encode("utf-16-le")) // 2
