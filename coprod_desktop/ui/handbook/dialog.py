"""F1: the handbook, at the page that belongs to where one is, and the keys."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QDialog, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from coprod_desktop.domain.handbook import Block, HandbookPage, Hit, Piece, search
from coprod_desktop.services.program import handbook
from coprod_desktop.ui.base.announce import announce
from coprod_desktop.ui.base.timers import Pause
from coprod_desktop.ui.handbook.keys_list import KeysList
from coprod_desktop.ui.handbook.page_text import HandbookText
from coprod_desktop.ui.widgets.buttons import button
from coprod_desktop.ui.widgets.dialogs import fit_screen
from coprod_desktop.ui.widgets.flow import FlowRow

Rows = Sequence[tuple[str, str]]
KEYS = "The keys"
FOUND = "found"
PAUSE_MS = 150
_AIR = 44
"""Pixels of a field beside its words."""


class _Finder(QLineEdit):
    """As wide as the words that say what it is for, however large they are."""

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return hint.expandedTo(
            QSize(self.fontMetrics().horizontalAdvance(self.placeholderText()) + _AIR, hint.height())
        )


class _Left(NamedTuple):
    """What was read before, to come back to: its name, the blocks at the top and with the caret, what was looked for."""

    name: str
    top: int
    caret: int
    words: str


class HandbookDialog(QDialog):
    """`where` is a page of the window or a folder of dialogs; `page_keys` are the keys of the page that is open."""

    def __init__(self, where: str, page_title: str, page_keys: Rows, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._at = handbook.NAMES[0]
        self._trail: list[_Left] = []
        self._hits: tuple[Hit, ...] = ()
        self._looked_for = ""
        self._pages = {page.name: page for page in handbook.load()}
        self.setObjectName("handbookDialog")
        self.setWindowTitle("Handbook")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(8)
        column.addWidget(self._head())
        self.text = HandbookText()
        self.text.wanted.connect(self._follow)
        self.keys = KeysList(page_title, page_keys)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.text)
        self.stack.addWidget(self.keys)
        column.addWidget(self.stack, 1)
        column.addWidget(self._foot())
        self._wait = Pause(self._search, PAUSE_MS, self)
        again = QShortcut(Qt.Key.Key_F1, self)
        again.activated.connect(self.turn_to_keys)
        QShortcut(QKeySequence("Alt+Left"), self, self.go_back)
        QShortcut(QKeySequence("Ctrl+F"), self, self._to_finder)
        self.go_to(handbook.belongs(where))
        self.text.setFocus()
        fit_screen(self, 860, 660)

    def _head(self) -> QWidget:
        row = FlowRow()
        self.which = QComboBox()
        self.which.setObjectName("handbookPage")
        self.which.setAccessibleName("Page of the handbook")
        self.which.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.which.setMinimumContentsLength(24)
        for number, page in enumerate(self._pages.values(), 1):
            self.which.addItem(f"{number}. {page.title}", page.name)
        self.which.addItem(KEYS, KEYS)
        self.which.setPlaceholderText("What was found")
        self.which.activated.connect(lambda _at: self._go_on(self.which.currentData()))
        row.add(self.which)
        self.finder = _Finder()
        self.finder.setObjectName("handbookFind")
        self.finder.setAccessibleName("Find in the handbook")
        self.finder.setPlaceholderText("Find in the handbook")
        self.finder.setToolTip("Ctrl F")
        self.finder.setAccessibleDescription("Ctrl F comes here, Enter goes to the first that is found")
        self.finder.textEdited.connect(lambda _words: self._wait.start())
        self.finder.installEventFilter(self)
        row.add(self.finder)
        return row

    def _foot(self) -> QWidget:
        row = FlowRow()
        self.back = button("Back", "handbookBack")
        self.back.setToolTip("Alt Left: to what you read before")
        self.back.setAccessibleDescription("Alt Left: to what you read before")
        self.back.setEnabled(False)
        self.before = button("Page before", "handbookBefore")
        self.next = button("Next page", "handbookNext")
        self.to_keys = button("The keys (F1)", "handbookKeys")
        self.close_it = button("Close", "handbookClose", kind="outline")
        for push in (self.back, self.before, self.next, self.to_keys, self.close_it):
            row.add(push)
        self.back.clicked.connect(self.go_back)
        self.before.clicked.connect(lambda: self._turn(-1))
        self.next.clicked.connect(lambda: self._turn(1))
        self.to_keys.clicked.connect(self.turn_to_keys)
        self.close_it.clicked.connect(self.close)
        return row

    # ---- where one is

    @property
    def at(self) -> str:
        """The name of the page that is shown, KEYS or FOUND."""
        return self._at

    @property
    def place(self) -> tuple[str, int]:
        """The page one reads, or read last, and how far down, to come back to."""
        for left in (self._here(), *reversed(self._trail)):
            if left.name in self._pages:
                return left.name, left.top
        return handbook.NAMES[0], 0

    def come_back(self, place: tuple[str, int]) -> None:
        """Go on where one left off."""
        self.go_to(place[0])
        self.text.come_back(place[1])

    def go_to(self, name: str, words: str = "") -> None:
        """Show a page by its name, at these words."""
        self._at = name
        self.which.setCurrentIndex(self.which.findData(name))
        self.stack.setCurrentWidget(self.keys if name == KEYS else self.text)
        self.before.setEnabled(self.which.currentIndex() > 0)
        self.next.setEnabled(0 <= self.which.currentIndex() < self.which.count() - 1)
        if name in self._pages:
            self.text.show_blocks(self._pages[name])
            if words:
                self.text.go_to(words)
        announce(self, self.which.currentText())

    def turn_to_keys(self) -> None:
        """F1 once more: the keys, and back."""
        if self._at == KEYS:
            self.go_back()
        else:
            self._go_on(KEYS)
            self.keys.setFocus()  # arrows and Page Down go on to the keys below

    def go_back(self) -> None:
        """Show what was read before, where one was in it."""
        if not self._trail:
            return
        left = self._trail.pop()
        if left.name == FOUND:
            self.finder.setText(left.words)
            self._show_found(left.words)
        else:
            self.go_to(left.name)
        self.text.come_back(left.top, left.caret)
        self.back.setEnabled(bool(self._trail))
        (self.keys if self._at == KEYS else self.text).setFocus()

    def _here(self) -> _Left:
        return _Left(self._at, self.text.top, self.text.textCursor().blockNumber(), self._looked_for)

    def _keep_here(self) -> None:
        self._trail.append(self._here())
        self.back.setEnabled(True)

    def _go_on(self, name: str, words: str = "") -> None:
        if name != self._at:
            self._keep_here()
        self.go_to(name, words)

    def _turn(self, way: int) -> None:
        self._go_on(self.which.itemData(self.which.currentIndex() + way))
        for push in (self.next, self.before):
            if push.hasFocus() and not push.isEnabled():
                self.text.setFocus()

    def _follow(self, link: str) -> None:
        name, _, number = link.partition("#")
        if name == FOUND:
            hit = self._hits[int(number)]
            self._go_on(hit.page.name, hit.words)
        elif name in self._pages:
            self._go_on(name)

    # ---- finding

    def _to_finder(self) -> None:
        self.finder.setFocus()
        self.finder.selectAll()

    def _search(self) -> None:
        words = self.finder.text().strip()
        if not words:
            return
        if self._at != FOUND:
            self._keep_here()
        self._show_found(words)

    def _show_found(self, words: str) -> None:
        self._looked_for = words
        self._hits = search(handbook.load(), words)
        many = len({hit.page.name for hit in self._hits})
        title = f"“{words}” stands on {many} page{'s' * (many != 1)}" if self._hits else f"Nothing here says “{words}”"
        blocks: list[Block] = [Block((Piece(title),), level=1)]
        last = None
        for number, hit in enumerate(self._hits):
            if hit.page is not last:
                blocks.append(Block((Piece(hit.page.title),), level=2))
                last = hit.page
            blocks.append(Block((Piece(hit.words, link=f"{FOUND}#{number}"),), bullet=True))
        if not self._hits:
            blocks.append(Block((Piece("Try one word, or the beginning of one."),)))
        self._at = FOUND
        self.which.setCurrentIndex(-1)
        self.before.setEnabled(False)
        self.next.setEnabled(False)
        self.stack.setCurrentWidget(self.text)
        self.text.show_blocks(HandbookPage(FOUND, title, tuple(blocks)))
        announce(self, title)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: D102
        if watched is self.finder and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._wait.stop()
                self._search()
                if self._at == FOUND and self._hits:
                    self._follow(f"{FOUND}#0")
                    self.text.setFocus()
                return True
            if event.key() == Qt.Key.Key_Down:
                self.text.setFocus()
                return True
        return super().eventFilter(watched, event)
