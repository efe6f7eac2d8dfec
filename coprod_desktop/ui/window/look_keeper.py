"""Holds the look in use, dresses the program in it and remembers it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from coprod_desktop.ui.base.settings_file import SettingsFile
from coprod_desktop.ui.style import theme
from coprod_desktop.ui.style.theme import TEXT_SCALES, Appearance, Scheme


class LookKeeper(QObject):
    """One per program. Follows the system when the look says so."""

    def __init__(self, app: QApplication, settings: SettingsFile) -> None:
        super().__init__(app)
        self._app, self.settings = app, settings
        self._look = settings.read().look
        theme.apply(app, self._look)
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._system_changed)
        hints.accessibility().contrastPreferenceChanged.connect(self._system_changed)

    def look(self) -> Appearance:
        """Return the look in use."""
        return self._look

    def set_look(self, look: Appearance) -> None:
        """Dress the program in another look and remember it."""
        self._look = look
        theme.apply(self._app, look)
        self.settings.write(replace(self.settings.read(), look=look))

    def step(self, way: int) -> None:
        """Make the text one step larger (1) or smaller (-1)."""
        at = TEXT_SCALES.index(self._look.text_scale) + way
        if 0 <= at < len(TEXT_SCALES):
            self.set_look(replace(self._look, text_scale=TEXT_SCALES[at]))

    def _system_changed(self) -> None:
        if self._look.scheme is Scheme.SYSTEM:
            theme.apply(self._app, self._look)
