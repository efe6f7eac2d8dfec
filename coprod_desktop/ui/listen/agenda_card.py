"""Where the session stands: what is done, what is on now and how long it has left, what comes after."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from coprod_desktop.ui.listen.agenda_words import AgendaView, Coming
from coprod_desktop.ui.widgets.buttons import button
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.status_label import StatusLabel
from coprod_desktop.ui.widgets.text import Big, Chip, Heading, Words


class AgendaCard(Card):
    """Shows an AgendaView; only what differs is drawn again."""

    next_wanted = Signal()
    make_wanted = Signal()
    """There is no agenda yet, and someone wants one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Agenda", parent=parent)
        self.setObjectName("agendaCard")
        self._shown: AgendaView | None = None
        self._done, self._coming = _rows(), _rows()
        self._done.layout().setSpacing(4)  # type: ignore[union-attr]
        self.now = _NowCard()
        self.none_yet = Words("There is no agenda yet.", tone="quiet")
        self.next = _LongButton("agendaNext", kind="outline")
        self.next.clicked.connect(self.next_wanted)
        self.make = button("Make an agenda", "agendaMake")
        self.make.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.make.clicked.connect(self.make_wanted)
        for part in (self._done, self.now, self.next, self._coming, self.none_yet, self.make):
            self.column.addWidget(part)
        self.column.addStretch(1)

    def show_view(self, view: AgendaView) -> bool:
        """Show where the session stands. Returns whether another item is on now."""
        before, self._shown = self._shown, view
        if view == before:
            return False
        empty = not (view.done or view.left)
        self.none_yet.setVisible(empty)
        self.make.setVisible(empty)
        if before is None or view.done != before.done:
            _fill(self._done, [StatusLabel("done", words) for words in view.done])
        if before is None or view.coming != before.coming:
            _fill(self._coming, [_coming_row(item) for item in view.coming])
        self.now.setVisible(not empty)
        self.now.show_now(view)
        self.next.set_words(view.next)
        self.next.setVisible(bool(view.next))
        return before is None or view.title != before.title


class _NowCard(QFrame):
    """What is on now, and in large how long it has left."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("nowCard")
        self.setProperty("card", "now")
        self.head = Words("Now", tone="quiet")
        self.title = Heading()
        self.left = Big()
        self.left.setObjectName("minutesLeft")
        self.until = Words(tone="quiet")
        self.until.setObjectName("untilWords")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(2)
        for part in (self.head, self.title, self.left, self.until):
            column.addWidget(part)

    def show_now(self, view: AgendaView) -> None:
        """Show the words for the item that is on."""
        self.head.setVisible(bool(view.title))
        self.title.setText(view.title)
        self.title.setVisible(bool(view.title))
        self.left.setText(view.left)
        self.until.setText(view.until)
        self.until.setVisible(bool(view.until))


class _LongButton(QPushButton):
    """Cuts its words to its width; a screen reader and the tip have all of them."""

    def __init__(self, name: str, kind: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("kind", kind)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._words = ""

    def set_words(self, words: str) -> None:
        """Show other words."""
        self._words = words
        self.setAccessibleName(words)
        self.setToolTip(words)
        self._cut()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._cut()

    def _cut(self) -> None:
        short = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, max(self.width() - 44, 60))
        self.setText(short.replace("&", "&&"))


def _coming_row(item: Coming) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    at = Words(item.at, tone="quiet", wrap=False)
    at.setMinimumWidth(at.fontMetrics().horizontalAdvance("00:00"))  # so that the words begin below each other
    row.addWidget(at, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(Words(item.words), 1, Qt.AlignmentFlag.AlignTop)
    if item.kept:
        row.addWidget(Chip("kept"), 0, Qt.AlignmentFlag.AlignTop)
    return made


def _rows() -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(8)
    return made


def _fill(place: QWidget, rows: list[QWidget] | list[StatusLabel]) -> None:
    column = place.layout()
    assert column is not None
    while (item := column.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.deleteLater()
    for row in rows:
        column.addWidget(row)
    place.setVisible(bool(rows))
