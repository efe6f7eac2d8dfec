"""One window a workspace: a second start brings the first window to the front and ends, open or locked.

Qt's network library is imported when it is first needed, not at the start.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDir, QObject, Signal

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalSocket

PATIENCE_MS = 300


class OnlyWindow(QObject):
    """Speaks through a local socket of this user, named by a hash of the folder: nothing to read in its name."""

    wanted = Signal()
    """Another start asked for this window."""
    file_came = Signal(Path)
    """It was started to open this file."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        from PySide6.QtNetwork import QLocalServer

        self.folder: Path | None = None
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._asked)

    def other_answers(self, folder: Path, files: Sequence[Path] = ()) -> bool:
        """Ask the window that has this workspace open to come to the front, and to open files; False when there is none."""
        from PySide6.QtNetwork import QLocalSocket

        socket = QLocalSocket()
        socket.connectToServer(_name(folder))
        answers = bool(socket.waitForConnected(PATIENCE_MS))
        if answers and files:
            for file in files:
                socket.write(json.dumps(str(file)).encode() + b"\n")  # a name may hold whatever else would end a line
            socket.waitForBytesWritten(PATIENCE_MS)
            socket.disconnectFromServer()
        socket.abort()
        return answers

    def hold(self, folder: Path) -> None:
        """From now on answer for this workspace. Whoever has its lock may take the name over from a dead window."""
        self.let_go()
        self.folder = folder
        if not self._server.listen(_name(folder)):
            self._server.removeServer(_name(folder))
            self._server.listen(_name(folder))

    def let_go(self) -> None:
        """Answer no more."""
        self.folder = None
        self._server.close()

    def _asked(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.readyRead.connect(partial(self._named, socket))
            socket.disconnected.connect(socket.deleteLater)
            self._named(socket)
        self.wanted.emit()

    def _named(self, socket: QLocalSocket) -> None:
        while socket.canReadLine():
            with contextlib.suppress(ValueError):
                if isinstance(named := json.loads(bytes(socket.readLine().data())), str):
                    self.file_came.emit(Path(named))


def may_answer(folder: Path) -> bool:
    """Tell, without asking, whether a window may answer for this workspace: one that was killed seems to as well."""
    if sys.platform == "win32":
        return Path(rf"\\.\pipe\{_name(folder)}").exists()
    return Path(QDir.tempPath(), _name(folder)).exists()


def _name(folder: Path) -> str:
    return "coprod-" + hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:24]
