"""The line at the foot of the window: saved or not, the backup, the battery, one thing to know, and the two keys that lead everywhere."""

from __future__ import annotations

import datetime

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from coprod_desktop.errors import UserError
from coprod_desktop.ui.base.announce import announce
from coprod_desktop.ui.base.timers import Soon
from coprod_desktop.ui.widgets.status_label import StatusLabel
from coprod_desktop.ui.widgets.text import KeyCap, Words

PATIENCE_MS = 250
KEY_HINTS = (("Ctrl K", "find anything"), ("F1", "help"))


BESIDE = 3
"""How much stands beside the words of a state, in heights of a line: its icon and the air round it."""


class StatusLine(QWidget):
    """Connect the runner's saving, saved and not_saved. A failed save stays until the next one succeeds."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("statusLine")
        self.save_state = StatusLabel("info", "", wrap=False)
        self.save_state.setObjectName("saveState")
        self.save_state.words.setObjectName("saveWords")
        self.kept_state = StatusLabel("info", "", wrap=False)
        self.kept_state.setObjectName("keptState")
        self.kept_state.words.setObjectName("keptWords")
        self.battery_state = StatusLabel("info", "", wrap=False)
        self.battery_state.setObjectName("batteryState")
        self.battery_state.words.setObjectName("batteryWords")
        self.note = StatusLabel("info", "", wrap=False)
        self.note.setObjectName("statusNote")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(24)
        row.addWidget(self.save_state)
        row.addWidget(self.kept_state)
        row.addWidget(self.battery_state)
        row.addWidget(self.note)
        row.addStretch(1)
        self.hints = _key_hints()
        row.addWidget(self.hints)
        self._told = (self.save_state, self.kept_state, self.battery_state, self.note)
        for label in self._told:
            # long words give way to the window, never the other way round
            label.words.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
            label.words.setMinimumWidth(1)
            label.hide()
        self._kept = ("", "")
        self._slow = Soon(self._say_saving, PATIENCE_MS, self)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: D102
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _fit(self) -> None:
        """Leave the keys out where there is no room for them beside what must be said."""
        for words in self._kept:
            self.kept_state.words.setText(words)
            if self._wide() <= self.width():
                break
        self.hints.setVisible(self._wide() + self.hints.sizeHint().width() <= self.width())

    def _wide(self) -> int:
        metrics = self.fontMetrics()
        said = [label.text() for label in self._told if not label.isHidden()]
        return sum(metrics.horizontalAdvance(words) + BESIDE * metrics.height() for words in said)

    def show_saving(self) -> None:
        """A change is on its way to the disk; said only when it takes long enough to notice."""
        self._slow.begin()

    def _say_saving(self) -> None:
        self.save_state.show_state("saving", "Saving…")
        self.save_state.show()
        self._fit()

    def show_saved(self, at: datetime.datetime) -> None:
        """Everything is on the disk since `at`."""
        self._slow.stop()
        self.save_state.show_state("done", f"Saved {at:%H:%M:%S}")
        self.save_state.show()
        self._fit()

    def show_not_saved(self, error: UserError) -> None:
        """A change did not reach the disk; also spoken at once."""
        self._slow.stop()
        words = f"Not saved. {error.what}"
        self.save_state.show_state("danger", words)
        self.save_state.show()
        self._fit()
        self.save_state.setToolTip(f"{error.what} {error.do}".strip())
        announce(self, f"Not saved. {error.what} {error.do}".strip(), urgent=True)

    def show_kept(self, state: str, words: str, more: str, short: str) -> None:
        """Show when the last backup was, or in `short` what presses most; what more there is to say is a description."""
        self.kept_state.setVisible(bool(words))
        self._kept = (words, short)
        if words:
            self.kept_state.show_state(state, words)
            self.kept_state.setToolTip(more)
            self.kept_state.setAccessibleDescription(more)
        self._fit()

    def show_battery(self, state: str, words: str) -> None:
        """Show how the battery stands; where there is none, nothing is shown."""
        self.battery_state.setVisible(bool(words))
        if words:
            self.battery_state.show_state(state, words)
        self._fit()

    def show_note(self, state: str, words: str) -> None:
        """Show a second state (a key of STATES), or none."""
        self.note.setVisible(bool(words))
        if words:
            self.note.show_state(state or "info", words)
        self._fit()

    def forget(self) -> None:
        """Say nothing any more: the workspace is closed."""
        self._slow.stop()
        for label in self._told:
            label.hide()


def _key_hints() -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 4, 0)
    row.setSpacing(8)
    for key, words in KEY_HINTS:
        row.addWidget(KeyCap(key))
        row.addWidget(Words(words, tone="quiet", wrap=False))
    return made
