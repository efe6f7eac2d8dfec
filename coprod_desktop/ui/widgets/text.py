"""Labels by what they are. All show plain text: what people typed is never read as markup.

Do not give them an accessible name: a screen reader would hear the name instead of the words.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget


def restyle(widget: QWidget) -> None:
    """Have the style sheet look at a widget again after a property it reads has changed."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


class Words(QLabel):
    """Plain words that wrap. With `tone` ("quiet", "you_said", "done", "danger", …) they take that token's colour.

    In a form: promote a QLabel; what a compiled form passes first is the parent.
    """

    def __init__(
        self, text: str | QWidget | None = "", parent: QWidget | None = None, *, tone: str = "", wrap: bool = True
    ) -> None:
        super().__init__(text if isinstance(text, QWidget) else parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        if isinstance(text, str):
            self.setText(text)
        if tone:
            self.set_tone(tone)

    def set_tone(self, tone: str) -> None:
        """Colour the words with a token's name; "" is ordinary text."""
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            restyle(self)


class Title(Words):
    """The name of what one is looking at: large and semibold."""


class Heading(Words):
    """The heading of a card: semibold."""


class Strong(Words):
    """Semibold words in running text."""


class Big(Words):
    """A figure to be read from a step away, such as "14 min left"."""


class KeyCap(Words):
    """The name of a key in a small box: "Ctrl K". Ornament beside words that say what it does."""

    def __init__(self, text: str | QWidget | None = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent, wrap=False)


class Chip(Words):
    """A small rounded label, such as a theme. Not a button."""

    def __init__(self, text: str | QWidget | None = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent, wrap=False)
