"""A state as icon, word and colour together, never colour alone."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from coprod_desktop.ui.style import icons, theme
from coprod_desktop.ui.widgets.text import Words

STATES: dict[str, tuple[str, str]] = {
    "done": ("check", "done"),
    "waiting": ("clock", "waiting"),
    "late": ("warn", "no"),
    "look": ("warn", "waiting"),
    "danger": ("warn", "danger"),
    "we_will": ("check", "we_will"),
    "part": ("half", "we_will"),
    "no": ("cross", "no"),
    "passed_on": ("arrow", "we_will"),
    "info": ("info", "quiet"),
    "saving": ("clock", "quiet"),
}
"""State -> (icon, token). A part is a half circle, not a tick."""


class IconLabel(QLabel):
    """An icon as large as a line of text, drawn again when the colours change. Ornament beside words."""

    def __init__(self, name: str = "info", token: str = "text", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._token = name, token
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_icon(name, token)

    def set_icon(self, name: str, token: str) -> None:
        """Show another icon, in the colour of a token."""
        self._name, self._token = name, token
        size = round(self.fontMetrics().height() * 1.0)
        colour = getattr(theme.tokens(), token)
        self.setPixmap(icons.pixmap(name, colour, size, self.devicePixelRatioF()))

    def changeEvent(self, event: QEvent) -> None:  # noqa: D102
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self.set_icon(self._name, self._token)


class StatusLabel(QWidget):
    """One state: `StatusLabel("waiting", "No answer yet")`; later `show_state("done", "Saved 10:55:02")`."""

    def __init__(
        self, state: str | QWidget | None = "info", words: str = "", parent: QWidget | None = None, *, wrap: bool = True
    ) -> None:
        super().__init__(state if isinstance(state, QWidget) else parent)
        first = state if isinstance(state, str) else "info"
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.icon = IconLabel()
        self.words = Words(wrap=wrap)
        row.addWidget(self.icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.words, 1)
        self.show_state(first, words)

    def show_state(self, state: str, words: str) -> None:
        """Show another state (a key of STATES) with its words."""
        icon, token = STATES[state]
        self.icon.set_icon(icon, token)
        self.words.set_tone(token)
        self.words.setText(words)

    def text(self) -> str:
        """Return the words."""
        return self.words.text()
