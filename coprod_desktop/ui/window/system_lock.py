"""Tells when the system locks or goes to sleep. Where nothing tells it, nothing happens.

Linux: logind (the session's lock, and sleep: it is asked to wait until this program has locked) and the desktop's screen
saver. Windows: messages to the window. macOS: Qt does not tell, so there it is not known.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import SLOT, QAbstractNativeEventFilter, QByteArray, QCoreApplication, QObject, QTimer, Signal, Slot

if TYPE_CHECKING:
    from PySide6.QtDBus import QDBusConnection

RELEASE_AFTER_MS = 4_000
"""logind waits five seconds at most; where this process ended before, it waits no longer."""
_LOGIN, _MANAGER = "org.freedesktop.login1", "org.freedesktop.login1.Manager"
_AT = "/org/freedesktop/login1"
_ANSWER_MS = 500
_SAVERS = ("org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver", "org.cinnamon.ScreenSaver", "org.mate.ScreenSaver")
_WM_POWERBROADCAST, _PBT_APMSUSPEND = 0x0218, 0x0004
_WM_WTSSESSION_CHANGE, _WTS_SESSION_LOCK = 0x02B1, 0x0007


class SystemLock(QObject):
    """Says `locks` when the system locks or is about to sleep."""

    locks = Signal()


class LinuxLock(SystemLock):
    """Listens on the system's and the desktop's bus. Make it after the first paint: the library is not small."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        from PySide6.QtDBus import QDBusConnection

        self._waits: object | None = None  # while it is there, sleep waits
        self._system = QDBusConnection.systemBus()
        if self._system.isConnected():
            self._system.connect(_LOGIN, _AT, _MANAGER, "PrepareForSleep", self, _slot("sleeps(bool)"))
            if session := self._session():
                self._system.connect(_LOGIN, session, f"{_LOGIN}.Session", "Lock", self, _slot("locked()"))
            self._have_sleep_wait()
        desktop = QDBusConnection.sessionBus()
        if desktop.isConnected():
            for saver in _SAVERS:
                desktop.connect("", "", saver, "ActiveChanged", self, _slot("saver(bool)"))

    @Slot()
    def locked(self) -> None:
        """The session is to be locked."""
        self.locks.emit()

    @Slot(bool)
    def saver(self, is_on: bool) -> None:
        """The screen saver came on or went; screens that lock say so by it."""
        if is_on:
            self.locks.emit()

    @Slot(bool)
    def sleeps(self, is_about_to: bool) -> None:
        """The machine is about to sleep, or woke up."""
        if not is_about_to:
            self._have_sleep_wait()
            return
        self.locks.emit()
        QTimer.singleShot(RELEASE_AFTER_MS, self, self.let_sleep)

    def let_sleep(self) -> None:
        """Hold sleep up no longer."""
        self._waits = None

    def _session(self) -> str:
        """Return the path of this login's session; "" where it is not known."""
        own = os.environ.get("XDG_SESSION_ID", "")
        found = _ask(self._system, "GetSession", own) if own else _ask(self._system, "GetSessionByPID", os.getpid())
        return found.path() if found is not None else ""

    def _have_sleep_wait(self) -> None:
        words = ("sleep", "Co-production Desktop", "Locks before the computer sleeps", "delay")
        self._waits = _ask(self._system, "Inhibit", *words)


def _slot(name: str) -> Any:
    return SLOT(name)  # text; the stubs ask for bytes, which are refused


def _ask(bus: QDBusConnection, what: str, *values: Any) -> Any:
    """Return the first thing logind answers; None when it does not."""
    from PySide6.QtDBus import QDBus, QDBusMessage

    call = QDBusMessage.createMethodCall(_LOGIN, _AT, _MANAGER, what)
    call.setArguments(list(values))
    answer = bus.call(call, QDBus.CallMode.Block, _ANSWER_MS)
    is_answer = answer.type() is QDBusMessage.MessageType.ReplyMessage and answer.arguments()
    return answer.arguments()[0] if is_answer else None


class WindowsLock(SystemLock):
    """Reads the messages that Windows sends to a window. `window` is its number."""

    def __init__(self, window: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._messages = _Messages(self)
        app = QCoreApplication.instance()
        if app is not None and sys.platform == "win32":
            import ctypes

            ctypes.windll.wtsapi32.WTSRegisterSessionNotification(window, 0)
            app.installNativeEventFilter(self._messages)

    def heard(self, message: int, value: int) -> None:
        """A message came to the window."""
        if (message, value) in ((_WM_WTSSESSION_CHANGE, _WTS_SESSION_LOCK), (_WM_POWERBROADCAST, _PBT_APMSUSPEND)):
            self.locks.emit()


class _Messages(QAbstractNativeEventFilter):
    def __init__(self, lock: WindowsLock) -> None:
        super().__init__()
        self._lock = lock

    def nativeEventFilter(self, kind: QByteArray | bytes | bytearray | memoryview, message: int) -> object:
        if kind == b"windows_generic_MSG":
            from ctypes import wintypes

            found = wintypes.MSG.from_address(int(message))
            self._lock.heard(found.message, found.wParam)
        return False, 0


def of_this_system(window: int, parent: QObject) -> SystemLock | None:
    """Return what tells it here; None where nothing does."""
    if sys.platform == "win32":
        return WindowsLock(window, parent)
    return LinuxLock(parent) if sys.platform.startswith("linux") else None
