"""What came out of bringing a session file in: what was taken, where ours was kept, what was not understood."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QVBoxLayout, QWidget

from coprod_desktop.domain.counted import counted
from coprod_desktop.services.bring_in.merge import Imported
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.widgets.buttons import button
from coprod_desktop.ui.widgets.dialogs import fit_screen
from coprod_desktop.ui.widgets.flow import FlowRow
from coprod_desktop.ui.widgets.status_label import StatusLabel
from coprod_desktop.ui.widgets.text import Title, Words

_PLACES = {
    "session": "The session's own facts",
    "agenda": "The agenda",
    "checklist": "The checklist",
    "ground_rules": "The ground rules",
    "people": "Person",
    "entries": "Line",
    "promises": "Point",
    "votes": "Vote",
    "previous_promises": "Earlier promise",
}


class BroughtIn(QDialog):
    """Opens the session, or closes."""

    def __init__(self, context: Context, done: Imported, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._done = context, done
        self.setObjectName("broughtIn")
        self.setWindowTitle("Brought in")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        column.addWidget(Title(done.title))
        column.addWidget(StatusLabel("done" if done.taken else "info", taken_words(done)))
        notes = note_words(done)
        if notes:
            column.addWidget(self._notes(notes), 1)
        if done.taken:
            column.addWidget(Words("Ctrl Z takes all of it back, in one step.", tone="quiet"))
        acts = FlowRow()
        go = button("Open this session", "broughtOpen", kind="primary")
        go.clicked.connect(self._go)
        acts.add(go)
        if done.differ:
            choose = button("Choose between the two versions…", "broughtChoose", kind="outline")
            choose.clicked.connect(self._choose)
            acts.add(choose)
        close = button("Close", "broughtClose")
        close.clicked.connect(self.accept)
        acts.add(close)
        column.addWidget(acts)
        go.setFocus()
        fit_screen(self, 560, 420 if notes else 220)

    def _notes(self, words: str) -> QPlainTextEdit:
        shown = QPlainTextEdit(words)
        shown.setObjectName("broughtNotes")
        shown.setAccessibleName("What to know about this file")
        shown.setReadOnly(True)
        shown.setTabChangesFocus(True)
        return shown

    def _choose(self) -> None:
        from coprod_desktop.ui.versions.two_versions import TwoVersionsDialog

        page = self.parentWidget()
        self.accept()
        TwoVersionsDialog(self._context, self._done.session, page).open()

    def _go(self) -> None:
        self.accept()
        self._context.open_page("answer" if self._done.new else "listen", self._done.session)


def taken_words(done: Imported) -> str:
    """Return how much was taken."""
    if not done.taken:
        return "Nothing new was in the file. Nothing was changed."
    things = counted(done.taken, "thing")
    if done.new:
        return f"A new session. {things} taken in, and all of it is saved."
    return f"This session was here already. {things} new or changed in the file, and saved."


def note_words(done: Imported) -> str:
    """Return what to know: where both had changed, and keys that mean nothing to this program."""
    parts = []
    if done.differ:
        places = "\n".join(f"- {place_words(place)}" for place in done.differ)
        parts.append(f"Changed here and in the file. Yours stands until you choose:\n{places}")
    parts += done.doubts
    if done.not_understood:
        parts.append(
            "Not understood, and kept as it came, so that it goes out again when you save the session as a file:\n"
            + _listed(done.not_understood)
        )
    return "\n\n".join(parts)


def place_words(place: str) -> str:
    """Return "Line 5 of the file" for entries[4]."""
    found = re.fullmatch(r"(\w+)\[(\d+)\]", place)
    if found is None:
        return _PLACES.get(place, place)
    return f"{_PLACES.get(found[1], found[1])} {int(found[2]) + 1} of the file"


def _listed(names: Sequence[str]) -> str:
    return "\n".join(f"- {name}" for name in names)
