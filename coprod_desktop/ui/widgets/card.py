"""A white card on the paper ground: the frame that pages are made of."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from coprod_desktop.ui.widgets.text import Heading, Words, restyle

MARGIN = 16


class Card(QFrame):
    """A frame with an optional heading and a quiet note beside it ("Promises · 2 of 7 kept").

    `card.column` is the layout to add to. In a form: promote a QFrame and give it a layout there instead.
    """

    def __init__(self, heading: str | QWidget | None = "", note: str = "", parent: QWidget | None = None) -> None:
        in_form = not isinstance(heading, str)
        super().__init__(heading if isinstance(heading, QWidget) else parent)
        self.setProperty("card", "true")
        if in_form:
            return
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        self.column.setSpacing(8)
        self.heading = Heading(str(heading), wrap=False)
        self.note = Words(tone="quiet")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.heading)
        row.addWidget(self.note, 1)
        self.column.addLayout(row)
        self.heading.setVisible(bool(heading))
        self.set_note(note)

    def set_note(self, note: str) -> None:
        """Show quiet words beside the heading."""
        self.note.setText(f"· {note}" if note else "")
        self.note.setVisible(bool(note))

    def set_kind(self, kind: str) -> None:
        """Make it an ordinary card ("true"), the one that is on now ("now") or the one chosen ("chosen")."""
        self.setProperty("card", kind)
        restyle(self)


class Rule(QFrame):
    """A thin line between parts. Ornament."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("rule", "true")
