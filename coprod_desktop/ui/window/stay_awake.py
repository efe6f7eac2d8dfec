"""Asks the system neither to sleep nor to lock the screen, and gives that back: each system in its own way.

Linux: the desktop's screen saver and power manager, and logind, over D-Bus; what was asked for ends with the connection
it was asked over, so it ends with this process too, however that ends. Windows: SetThreadExecutionState. macOS:
caffeinate, which ends with this process.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    import subprocess

    from PySide6.QtDBus import QDBusMessage, QDBusPendingCallWatcher

WHO, WHY = "Co-production Desktop", "People are talking, and nobody touches the keyboard"
_ANSWER_MS = 5_000
_SAVER, _POWER = "org.freedesktop.ScreenSaver", "org.freedesktop.PowerManagement.Inhibit"
_DESKTOP = (
    (_SAVER, "/org/freedesktop/ScreenSaver", _SAVER),
    (_POWER, "/org/freedesktop/PowerManagement/Inhibit", _POWER),
)
"""Service, object and interface of what keeps a desktop's screen on."""
_LOGIN = "org.freedesktop.login1"
_CAFFEINATE = "/usr/bin/caffeinate"
_CONTINUOUS, _SYSTEM, _DISPLAY = 0x80000000, 0x00000001, 0x00000002


class StayAwake(QObject):
    """Holds sleep and lock off between `hold` and `release`. This one can do nothing, and says so."""

    answered = Signal(bool)
    """Whether the system holds sleep and lock off, each time it was asked to."""

    def hold(self) -> None:
        """Ask the system to stay awake."""
        self.answered.emit(False)

    def release(self) -> None:
        """The system may sleep and lock again."""


class LinuxAwake(StayAwake):
    """Asks everything there may be; one yes is enough. Nothing waits for the answers."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._open: list[str] = []
        self._waits: list[QDBusPendingCallWatcher] = []
        self._kept: list[QDBusMessage] = []  # logind's answer holds a file that is the lock itself
        self._times = 0

    def hold(self) -> None:  # noqa: D102
        from PySide6.QtDBus import QDBusConnection

        self.release()
        kinds = QDBusConnection.BusType
        for service, path, interface in _DESKTOP:
            self._ask(kinds.SessionBus, (service, path, interface), [WHO, WHY])
        manager = (_LOGIN, "/org/freedesktop/login1", f"{_LOGIN}.Manager")
        self._ask(kinds.SystemBus, manager, ["idle", WHO, WHY, "block"])
        if not self._waits:
            self.answered.emit(False)

    def _ask(self, kind: object, to: tuple[str, str, str], values: list[str]) -> None:
        from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher

        self._times += 1
        name = f"awake-{os.getpid()}-{self._times}"
        bus = QDBusConnection.connectToBus(kind, name)  # type: ignore[call-overload]
        if not bus.isConnected():
            QDBusConnection.disconnectFromBus(name)
            return
        self._open.append(name)
        call = QDBusMessage.createMethodCall(*to, "Inhibit")
        call.setArguments(list(values))
        wait = QDBusPendingCallWatcher(bus.asyncCall(call, _ANSWER_MS), self)
        wait.finished.connect(self._came)
        self._waits.append(wait)

    def _came(self, wait: QDBusPendingCallWatcher) -> None:
        if wait not in self._waits:
            return  # it was asked for before, and given back since
        self._waits.remove(wait)
        if not wait.isError():
            self._kept.append(wait.reply())
        wait.deleteLater()
        if not self._waits:
            self.answered.emit(bool(self._kept))

    def release(self) -> None:  # noqa: D102
        if not self._open:
            return
        from PySide6.QtDBus import QDBusConnection

        for wait in self._waits:
            wait.deleteLater()
        self._waits.clear()
        self._kept.clear()
        for name in self._open:
            QDBusConnection.disconnectFromBus(name)
        self._open.clear()


class MacAwake(StayAwake):
    """Runs caffeinate beside this process, and no longer than it."""

    def __init__(self, parent: QObject | None = None, command: str = _CAFFEINATE) -> None:
        super().__init__(parent)
        self._command = command
        self._beside: subprocess.Popen[bytes] | None = None

    def hold(self) -> None:  # noqa: D102
        import subprocess

        self.release()
        if os.path.isfile(self._command):
            self._beside = subprocess.Popen([self._command, "-di", "-w", str(os.getpid())])
        self.answered.emit(self._beside is not None)

    def release(self) -> None:  # noqa: D102
        if self._beside is not None:
            self._beside.terminate()
            self._beside.wait()
            self._beside = None


class WindowsAwake(StayAwake):
    """Says so of the window's thread: it ends with it."""

    def hold(self) -> None:  # noqa: D102
        self.answered.emit(_say_to_windows(_CONTINUOUS | _SYSTEM | _DISPLAY))

    def release(self) -> None:  # noqa: D102
        _say_to_windows(_CONTINUOUS)


def _say_to_windows(state: int) -> bool:
    if sys.platform != "win32":
        return False
    import ctypes

    return bool(ctypes.windll.kernel32.SetThreadExecutionState(ctypes.c_uint(state)))


def of_this_system(parent: QObject | None = None) -> StayAwake:
    """Return what keeps this computer awake."""
    if sys.platform == "win32":
        return WindowsAwake(parent)
    if sys.platform == "darwin":
        return MacAwake(parent)
    return LinuxAwake(parent) if sys.platform.startswith("linux") else StayAwake(parent)
