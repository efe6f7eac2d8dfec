"""What the program put on the clipboard is off it when the workspace is closed: locked, or left."""

from __future__ import annotations

import hashlib
import secrets

from PySide6.QtCore import QObject
from PySide6.QtGui import QClipboard, QGuiApplication


class ClipboardKeeper(QObject):
    """One per program. Knows what came from us by a hash: a clipboard manager may have taken it over from us."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._salt = secrets.token_bytes(16)
        self._ours: set[bytes] = set()
        clipboard = QGuiApplication.clipboard()
        clipboard.dataChanged.connect(self._copied)

    def clear(self) -> None:
        """Take off what is ours: of the clipboard, and of what is selected with the mouse (Linux)."""
        clipboard = QGuiApplication.clipboard()
        if clipboard.supportsSelection() and clipboard.ownsSelection():
            clipboard.clear(QClipboard.Mode.Selection)
        if clipboard.ownsClipboard() or (self._ours and self._hash(clipboard.text()) in self._ours):
            clipboard.clear(QClipboard.Mode.Clipboard)
        self._ours.clear()

    def _copied(self) -> None:
        clipboard = QGuiApplication.clipboard()
        if clipboard.ownsClipboard() and (text := clipboard.text()):
            self._ours.add(self._hash(text))

    def _hash(self, text: str) -> bytes:
        return hashlib.sha256(self._salt + text.encode("utf-8", "surrogatepass")).digest()
