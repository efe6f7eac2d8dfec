"""Which screen the room sees, and word of every change: plugged, pulled, mirrored, turned or scaled."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

NO_SECOND = "No second screen. The sheet to read aloud is F9."
MIRRORED = "The second screen shows the same as this one. To use it as room screen, set it to “Extend”."


class Screens(QObject):
    """`changed` after anything about the screens has changed: what is on the second one is then to be blank."""

    changed = Signal()

    def __init__(self, own: QWidget, parent: QObject) -> None:
        super().__init__(parent)
        self._own = own
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.screenAdded.connect(self._added)
        app.screenRemoved.connect(self.changed)
        app.primaryScreenChanged.connect(self.changed)
        for screen in QGuiApplication.screens():
            self._watch(screen)

    def for_room(self) -> QScreen | None:
        """Return the screen the room sees; None while there is no other than the laptop's own, or only a mirror of it."""
        own = self._own.window().screen()
        return next(
            (s for s in QGuiApplication.screens() if s is not own and not s.geometry().intersects(own.geometry())),
            None,
        )

    def why_none(self) -> str:
        """Say why there is no screen for the room."""
        return MIRRORED if len(QGuiApplication.screens()) > 1 else NO_SECOND

    def _added(self, screen: QScreen) -> None:
        self._watch(screen)
        self.changed.emit()

    def _watch(self, screen: QScreen) -> None:
        for signal in (screen.geometryChanged, screen.logicalDotsPerInchChanged, screen.virtualGeometryChanged):
            signal.connect(self.changed)
