"""Locking ends the process that held words and key. Another, which never had them, shows the locked door.

The old process starts the new one and listens on a local socket of this user, under a name of no meaning; nothing else
is on the new one's command line. It says which folder, and how the window stood; the new one says that it is painted.
The old one's last word is what became of what was typed last; then it ends, and the socket breaks.
"""

from __future__ import annotations

import contextlib
import json
import os
import secrets
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from coprod_desktop.ui.base.timers import Every

LOCKED = "--locked"
PATIENCE_MS = 10_000
"""The old process ends this long after it closed the workspace, whether or not the new one has come."""
_LOOK_MS = 100
_ANSWER_MS = 2_000


@dataclass(frozen=True)
class Stand:
    """Which folder was open, and how the window stood. `front`: it was the one that is worked in."""

    folder: str = ""
    front: bool = True
    minimised: bool = False


class Successor(QObject):
    """The new process, seen from the old one. Made when it locks: the process begins at once."""

    came = Signal()
    """Its window is painted."""
    wanted = Signal()
    """Somebody wants to open the workspace there."""
    fell = Signal()
    """It ended, or never began: the locked door has to be shown here."""

    def __init__(self, stand: Stand, command: list[str] | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stand, self._socket = stand, None  # type: Stand, QLocalSocket | None
        self.is_there = False
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._connected)
        name = f"coprod-{secrets.token_hex(12)}"
        self._process: subprocess.Popen[bytes] | None = None
        if self._server.listen(name):
            with contextlib.suppress(OSError):
                self._process = subprocess.Popen([*(command or this_program()), LOCKED, name])
        self._look = Every(self._look_at_it, _LOOK_MS, self)
        self._look.start()

    def end_this(self, word: Mapping[str, Any]) -> None:
        """Say the last word and end this process: nothing of it is left, and nothing more is run."""
        self._say(word)
        self._server.close()
        os._exit(0)

    def give_up(self) -> None:
        """Wait no more."""
        self._look.stop()
        self._server.close()

    def _say(self, word: Mapping[str, Any]) -> None:
        if self._socket is not None:
            _send(self._socket, word)
            self._socket.waitForBytesWritten(_ANSWER_MS)

    def _connected(self) -> None:
        socket = self._server.nextPendingConnection()
        if socket is None:
            return
        self._socket = socket
        socket.readyRead.connect(self._said)
        _send(socket, asdict(self._stand))

    def _said(self) -> None:
        while self._socket is not None and self._socket.canReadLine():
            (self._has_come if "painted" in _line(self._socket) else self.wanted.emit)()

    def _has_come(self) -> None:
        self.is_there = True
        self._look.stop()
        self.came.emit()

    def _look_at_it(self) -> None:
        if self._process is None or self._process.poll() is not None:
            self.give_up()
            self.fell.emit()


class Predecessor(QObject):
    """The old process, seen from the new one. `stand` is what it said first; its defaults when it said nothing."""

    gone = Signal(object)
    """It ended. Its last word, a mapping; {} when there was none."""

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._word: Mapping[str, Any] = {}
        self.is_gone = False
        self._socket = QLocalSocket(self)
        self._socket.connectToServer(name)
        self.stand = self._first_word()
        self._socket.readyRead.connect(self._said)
        self._socket.disconnected.connect(self._end)
        if self._socket.state() is not QLocalSocket.LocalSocketState.ConnectedState:
            QTimer.singleShot(0, self, self._end)

    def tell_painted(self) -> None:
        """Say that this window can be seen."""
        if not self.is_gone:
            _send(self._socket, {"painted": True})

    def when_gone(self, then: Callable[[], object]) -> None:
        """Have it end as soon as it can, and call `then` when it has; at once if it has."""
        if self.is_gone:
            then()
        else:
            self.gone.connect(lambda _word: then())
            _send(self._socket, {"wanted": True})

    def _first_word(self) -> Stand:
        if self._socket.waitForConnected(_ANSWER_MS) and self._socket.waitForReadyRead(_ANSWER_MS):
            found = _line(self._socket)
            with contextlib.suppress(TypeError):
                return Stand(**found)
        return Stand()

    def _said(self) -> None:
        while self._socket.canReadLine():
            self._word = _line(self._socket)

    def _end(self) -> None:
        if not self.is_gone:
            self._said()
            self.is_gone = True
            self.gone.emit(self._word)


def this_program() -> list[str]:
    """Return the command that opens this program's window, from a checkout, an installed copy or a frozen one."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "window"]
    return [sys.executable, "-m", "coprod_desktop", "window"]


def _send(socket: QLocalSocket, word: Mapping[str, Any]) -> None:
    socket.write(json.dumps(word).encode() + b"\n")
    socket.flush()


def _line(socket: QLocalSocket) -> dict[str, Any]:
    with contextlib.suppress(ValueError):
        found = json.loads(bytes(socket.readLine().data()))
        if isinstance(found, dict):
            return found
    return {}
