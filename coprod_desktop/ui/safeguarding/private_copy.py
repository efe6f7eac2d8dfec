"""Words about somebody at risk on the clipboard: kept out of its history where there is one, and gone after a minute."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QClipboard, QGuiApplication

from coprod_desktop.ui.base.timers import Pause

CLEARED_AFTER_MS = 60_000
COPIED = (
    "Copied. Paste it into your organisation's record now: after a minute it is off the clipboard. "
    "Until then anyone at this laptop can paste it."
)
_KEPT_OUT = (
    ("x-kde-passwordManagerHint", b"secret"),
    ("ExcludeClipboardContentFromMonitorProcessing", b"1"),
    ("CanIncludeInClipboardHistory", b"\0\0\0\0"),
    ("CanUploadToCloudClipboard", b"\0\0\0\0"),
    ("org.nspasteboard.ConcealedType", b"1"),
)
"""What tells clipboard histories, and clipboards shared with other machines, to leave it out (KDE, Windows, macOS)."""


def copy(words: str) -> PrivateCopy:
    """Copy words. What copies them may be closed: they are cleared all the same, also when the program ends."""
    return PrivateCopy(words)


class PrivateCopy(QObject):
    """One copy, until it is cleared or something else was copied. Lives as long as the program does."""

    def __init__(self, words: str) -> None:
        app = QGuiApplication.instance()
        super().__init__(app)
        self._words = words
        data = QMimeData()
        data.setText(words)
        for name, value in _KEPT_OUT:
            data.setData(name, value)
        QGuiApplication.clipboard().setMimeData(data)
        self.left = Pause(self.clear, CLEARED_AFTER_MS, self)
        self.left.start()
        if app is not None:
            app.aboutToQuit.connect(self.clear)

    def clear(self) -> None:
        """Take the words off the clipboard, unless something else was copied since."""
        self.left.stop()
        clipboard = QGuiApplication.clipboard()
        if self._words and clipboard.text() == self._words:
            clipboard.clear(QClipboard.Mode.Clipboard)
        self._words = ""
        self.deleteLater()
