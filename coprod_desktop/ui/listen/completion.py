"""Names that follow an @ and themes that follow a #, offered while one types. The field keeps the focus."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QPlainTextEdit

from coprod_desktop.domain import shorthand
from coprod_desktop.ui.base.announce import announce
from coprod_desktop.ui.style.fusion import TARGET

MOST = 7
_BEGUN = re.compile(r"(?:^|(?<=\s))([@#])([^@#\n]{0,40})$")
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_TAKE = (Qt.Key.Key_Tab, *_ENTER)


class Completion(QObject):
    """Watches a field. `picked` carries the sign and the name; what was typed after the sign has gone from the field."""

    picked = Signal(str, str)

    def __init__(self, field: QPlainTextEdit, known: Callable[[str], Sequence[str]]) -> None:
        super().__init__(field)
        self._field, self._known = field, known
        self._sign = self._typed = ""
        self.popup = QListWidget()
        self.popup.setObjectName("completions")
        self.popup.setAccessibleName("Names that fit")
        self.popup.setProperty("banner", "true")
        self.popup.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.popup.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.popup.hide()
        self.popup.itemClicked.connect(lambda _item: self._take())
        field.destroyed.connect(self.popup.deleteLater)
        field.installEventFilter(self)
        field.textChanged.connect(self._look)
        field.cursorPositionChanged.connect(self._look)

    def close(self) -> None:
        """Offer nothing."""
        self.popup.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: D102
        if event.type() is QEvent.Type.FocusOut:
            self.popup.hide()
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent) or self.popup.isHidden():
            return super().eventFilter(watched, event)
        row, rows = self.popup.currentRow(), self.popup.count()
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            way = 1 if event.key() == Qt.Key.Key_Down else -1
            self.popup.setCurrentRow((row + way) % rows if row >= 0 else (0 if way > 0 else rows - 1))
            announce(self._field, self.popup.currentItem().text())
            return True
        if event.key() in _ENTER and rows == 1 and self._is_whole():
            self.popup.hide()  # all of the name is there: Enter saves the line, as it does without an @
            return super().eventFilter(watched, event)
        if event.key() in _TAKE and not event.modifiers() and row >= 0:
            self._take()
            return True
        if event.key() == Qt.Key.Key_Escape:
            self.popup.hide()
            return True
        return super().eventFilter(watched, event)

    def _is_whole(self) -> bool:
        """Tell whether the one name that is offered was typed to its end."""
        return self._typed.strip().casefold() == self.popup.item(0).text().casefold()

    def _look(self) -> None:
        cursor = self._field.textCursor()
        cursor.setPosition(cursor.block().position(), cursor.MoveMode.KeepAnchor)
        before = cursor.selectedText()
        begun = None if self._field.textCursor().hasSelection() else _BEGUN.search(before)
        found = shorthand.completions(begun[2], self._known(begun[1]))[:MOST] if begun else []
        new = begun[2] if begun and not found and begun[1] == "#" and " " not in begun[2] else ""
        if begun is None or not (found or new):
            self.popup.hide()
            return
        self._sign, self._typed = begun[1], begun[2]
        self.popup.clear()
        for words, name in [(name, name) for name in found] or [(f"New theme: {new}", new)]:
            item = QListWidgetItem(words, self.popup)
            item.setData(Qt.ItemDataRole.UserRole, name)
        # with nothing typed yet nothing is chosen, so that Enter after "see you @" still saves the line;
        # nor is a new theme, for "#" may be part of what was said
        self.popup.setCurrentRow(0 if self._typed and found else -1)
        self._place()
        if self._typed and found:
            announce(self._field, f"{found[0]}. Tab takes it." if len(found) == 1 else f"{len(found)} fit: {found[0]}")

    def _place(self) -> None:
        room = self._field.window()
        if self.popup.parent() is not room:
            self.popup.setParent(room)
        metrics = self.popup.fontMetrics()
        items = [self.popup.item(row) for row in range(self.popup.count())]
        high, wide = max(metrics.height() + 12, TARGET), max(metrics.horizontalAdvance(i.text()) for i in items)
        for item in items:
            item.setSizeHint(QSize(wide + 24, high))
        self.popup.resize(min(wide + 60, room.width()), high * len(items) + 8)
        corner = self._field.mapTo(room, self._field.cursorRect().topLeft())
        left = max(0, min(corner.x(), room.width() - self.popup.width()))
        self.popup.move(QPoint(left, max(0, self._field.mapTo(room, QPoint(0, 0)).y() - self.popup.height() - 4)))
        self.popup.show()
        self.popup.raise_()

    def _take(self) -> None:
        item = self.popup.currentItem()
        if item is None:
            return
        name, sign = str(item.data(Qt.ItemDataRole.UserRole)), self._sign
        self.popup.hide()
        cursor = self._field.textCursor()
        begun = len((sign + self._typed).encode("utf-16-le")) // 2
        cursor.setPosition(cursor.position() - begun, cursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        self.popup.hide()
        self.picked.emit(sign, name)
