"""One window a workspace: a second start brings the first window to the front and ends, open or locked.

Qt's network library is imported when it is first needed, not at the start.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDir, QObject, Signal

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalSocket

PATIENCE_MS = 300
LONGEST = 64 * 1024
"""Bytes of one file's name at most, far more than a system allows: what sends more without an end is not this program."""


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
        if not _is_own(folder):
            return False
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
            socket.setReadBufferSize(LONGEST)
            socket.readyRead.connect(self._read)  # a slot that held the socket would outlive it
            socket.disconnected.connect(socket.deleteLater)
        self._read()
        self.wanted.emit()

    def _read(self) -> None:
        from PySide6.QtNetwork import QLocalSocket

        for socket in self._server.findChildren(QLocalSocket):
            self._named(socket)

    def _named(self, socket: QLocalSocket) -> None:
        while socket.canReadLine():
            if (file := _file_in(bytes(socket.readLine().data()))) is not None:
                self.file_came.emit(file)
        if socket.bytesAvailable() >= LONGEST:
            socket.abort()


def _file_in(line: bytes) -> Path | None:
    """Return the file that a line names as `other_answers` writes it; None for anything else."""
    with contextlib.suppress(ValueError, RecursionError):
        named = json.loads(line)
        if isinstance(named, str) and "\0" not in named and (file := Path(named)).is_absolute():
            return file
    return None


def may_answer(folder: Path) -> bool:
    """Tell, without asking, whether a window may answer for this workspace: one that was killed seems to as well."""
    if sys.platform == "win32":
        return Path(rf"\\.\pipe\{_name(folder)}").exists()
    return _is_own(folder)


def _is_own(folder: Path) -> bool:
    """Tell whether what answers for this workspace is this user's: in a folder for all, anybody may take a name first."""
    if sys.platform == "win32":
        return True
    try:
        return Path(QDir.tempPath(), _name(folder)).lstat().st_uid == os.getuid()
    except OSError:
        return False


def _name(folder: Path) -> str:
    return "coprod-" + hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:24]
