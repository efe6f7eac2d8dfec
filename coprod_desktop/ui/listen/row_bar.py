"""What can be done with the chosen line, in sight below its words: buttons, each with its key."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coprod_desktop.domain.words import EntryKind
from coprod_desktop.services.capture import EntryLine
from coprod_desktop.ui.listen.row_menu import SEEN_TO, papers_words
from coprod_desktop.ui.widgets.buttons import button
from coprod_desktop.ui.widgets.flow import FlowRow

ACTS: tuple[tuple[str, str, str, str], ...] = (
    ("edit", "Change", "F2 or Enter", "edit"),
    ("kind", "Kind", "Alt K", "down"),
    ("theme", "Theme", "Alt T", "down"),
    ("park", "Park", "Alt P", ""),
    ("papers", "Keep off papers", "Alt V", ""),
    ("join", "Join up", "Ctrl J", ""),
    ("seen_to", "What was done…", "Alt E", ""),
    ("more", "More…", "Shift F10", ""),
)
"""(what it does, words, key, icon)"""
_OF_SEVERAL = frozenset({"kind", "theme", "park", "papers", "more"})
_OF_ONE = frozenset({"edit", "theme", "park", "join", "more"})
_GO_FIRST = ("papers", "join", "park", "kind", "theme", "seen_to")
_SPOKEN = {
    "edit": "Change the words",
    "kind": "What it is",
    "join": "Join it to the line before",
    "more": "Everything that can be done with this line",
}


class RowBar(QWidget):
    """`pressed` carries what is to be done."""

    pressed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rowBar")
        self.setAccessibleName("What can be done with the chosen line")
        self._row = FlowRow(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 0, 8, 6)
        column.addWidget(self._row)
        self.buttons = {what: self._made(what, words, key, icon) for what, words, key, icon in ACTS}
        self._wanted: list[str] = []
        self.hide()

    def _made(self, what: str, words: str, key: str, icon: str) -> QWidget:
        made = button(words, f"row_{what}", kind="small", icon=icon)
        made.setAccessibleName(_SPOKEN.get(what, words))
        made.setAccessibleDescription(f"Key: {key}")
        made.setToolTip(key)
        if icon == "down":
            made.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a press with the mouse leaves the focus where one types
        made.clicked.connect(lambda: self.pressed.emit(what))
        self._row.add(made)
        return made

    def show_for(self, lines: Sequence[EntryLine], *, first: bool) -> None:
        """Show what can be done with these lines; `first`: there is none before it."""
        several, kinds = len(lines) > 1, {line.kind for line in lines}
        for what, made in self.buttons.items():
            made.setVisible(what in (_OF_SEVERAL if several else _OF_ONE) and not (what == "join" and first))
        self.buttons["seen_to"].setVisible(not several and kinds <= set(SEEN_TO))
        self._say("seen_to", SEEN_TO.get(EntryKind(lines[0].kind), ""))
        self._say("park", "Not parked" if kinds == {EntryKind.PARKING_LOT} else "Park")
        self._say("papers", papers_words(lines))
        self._wanted = [what for what, made in self.buttons.items() if not made.isHidden()]
        self._fit(self.width())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit(event.size().width())

    def _fit(self, width: int) -> None:
        """Keep to one line of buttons: the words of the line are to stay in view. The rest is under "More"."""
        shown = list(self._wanted)
        for what in self._wanted:
            self.buttons[what].setVisible(True)
        for what in _GO_FIRST:
            if self._row.sizeHint().width() <= width - 16:
                break
            if what in shown:
                self.buttons[what].setVisible(False)

    def _say(self, what: str, words: str) -> None:
        self.buttons[what].setText(words)  # type: ignore[attr-defined]
        self.buttons[what].setAccessibleName(words)
