"""The window program put together: nothing here but who gets what."""

from __future__ import annotations

import builtins
import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from coprod_desktop.ui.window.door import Door
    from coprod_desktop.ui.window.shell import Shell
    from coprod_desktop.ui.window.succession import Predecessor, Stand, Successor

NO_SCREEN = "There is no screen here, so the window cannot open. The commands work without one: coprod-desktop --help\n"
NO_LIBRARY = (
    "The window cannot open: this computer lacks a library that it is drawn with ({}). Your workspaces are as they were. "
    "Ask whoever looks after this computer to install it; the commands work without: coprod-desktop --help\n"
)
_OPTIONS = ("--workspace", "--locked")
"""Each with a word after it."""
LISTEN_AFTER_MS = 1_500
"""So long after the first page has all it asked for, the program listens for the system's lock: first of all one can type."""
UNSEEN_MS = 2_000
"""A window that is minimised, or on no screen, is never painted; its locked door begins all the same."""


def main(argv: Sequence[str] | None = None) -> int:
    """Open the window and stay until it is closed. `--workspace DIR` opens that folder; files named are brought in.

    Returns the exit code.
    """
    words = list(sys.argv[1:] if argv is None else argv)
    if _no_screen():
        sys.stderr.write(NO_SCREEN)
        return 1
    gc.set_threshold(
        50_000, 20, 20
    )  # a start makes many objects that all stay; looking for rubbish among them is time lost
    plain_import = builtins.__import__
    try:
        from PySide6.QtCore import QTimer
        from PySide6.QtWidgets import QApplication
    except ImportError as wrong:  # a library of the system that Qt draws with, on a bare Linux
        sys.stderr.write(NO_LIBRARY.format(wrong))
        return 1

    # PySide6 puts an import of its own in place, which looks through the source of every module for its switch to
    # snake_case names. Nothing here uses that, and it is a tenth of the time to the first line typed.
    builtins.__import__ = plain_import
    from coprod_desktop.ui.base import folders
    from coprod_desktop.ui.base.clipboard import ClipboardKeeper
    from coprod_desktop.ui.base.runner import Runner
    from coprod_desktop.ui.base.settings_file import SettingsFile
    from coprod_desktop.ui.keys.enter_keys import EnterKeys
    from coprod_desktop.ui.style import theme
    from coprod_desktop.ui.window.asking_first import AskingFirst
    from coprod_desktop.ui.window.calm_keeper import CalmKeeper
    from coprod_desktop.ui.window.door import Door
    from coprod_desktop.ui.window.lock_keeper import LockKeeper
    from coprod_desktop.ui.window.look_keeper import LookKeeper
    from coprod_desktop.ui.window.place import PlaceKeeper
    from coprod_desktop.ui.window.shell import APP_NAME, Shell

    app = QApplication(words)
    app.setApplicationName("coprod-desktop")
    app.setApplicationDisplayName(APP_NAME)
    app.setDesktopFileName("coprod-desktop")
    folders.keep_no_history()
    settings = SettingsFile()
    theme.prepare(app)
    looks = LookKeeper(app, settings)
    runner = Runner(app)
    shell = Shell(app, runner, looks)
    EnterKeys(app, shell)
    AskingFirst(shell, runner)
    predecessor = _predecessor(words, app)
    place = PlaceKeeper(shell, settings)
    shell.painted.connect(place.come_back)
    shell.leaving.connect(place.remember)
    folder = workspace_in(words)
    if predecessor is not None and predecessor.stand.folder:
        folder = Path(predecessor.stand.folder)
    door = Door(shell, runner, settings, folder, files=files_in(words), predecessor=predecessor, succeed=_succeed)
    if sys.platform == "darwin":
        app.installEventFilter(door.files)
    door.closed.connect(ClipboardKeeper(app).clear)
    door.closed.connect(CalmKeeper(shell).rest)
    locks = LockKeeper(app, shell, settings)

    def watch() -> None:
        locks.see_touches()  # the key that locks works in the first dialog too, however soon it is pressed
        QTimer.singleShot(LISTEN_AFTER_MS, locks, locks.listen_to_system)

    shell.painted.connect(lambda: runner.once_idle(watch))

    def on_fault(_kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        from coprod_desktop.services.program import fault

        text = fault.details(error)
        sys.stderr.write(f"{text}\n")
        shell.show_bug(text)

    sys.excepthook = on_fault
    _show(shell, door, predecessor)
    return app.exec()


def workspace_in(words: Sequence[str]) -> Path | None:
    """Return the folder that --workspace names, if it does."""
    found = _option(words, "--workspace")
    return Path(found) if found is not None else None


def files_in(words: Sequence[str]) -> list[Path]:
    """Return the files that the window is asked to open: the words that are neither options nor the command."""
    found, rest = [], iter(words)
    for word in rest:
        if word in _OPTIONS:
            next(rest, None)
        elif word != "window" and not word.startswith("-"):
            found.append(Path(word).absolute())
    return found


def _option(words: Sequence[str], name: str) -> str | None:
    for i, word in enumerate(words):
        if word.startswith(f"{name}="):
            return word.partition("=")[2]
        if word == name and i + 1 < len(words):
            return words[i + 1]
    return None


def _predecessor(words: Sequence[str], app: QApplication) -> Predecessor | None:
    """Return the process that locked and started this one, if one did."""
    name = _option(words, "--locked")
    if name is None:
        return None
    from coprod_desktop.ui.window.succession import Predecessor

    return Predecessor(name, app)


def _succeed(stand: Stand) -> Successor:
    from coprod_desktop.ui.window.succession import Successor

    return Successor(stand)


def _show(shell: Shell, door: Door, predecessor: Predecessor | None) -> None:
    """Show the window as that of the process before stood: a person at work elsewhere is not disturbed."""
    if predecessor is None:
        shell.show()
        return
    shell.nav.show(False, enabled=False)  # what it leads to is locked
    stand = predecessor.stand
    from PySide6.QtCore import Qt, QTimer

    QTimer.singleShot(UNSEEN_MS, door, door.begin)
    if not stand.front:
        shell.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    shell.showMinimized() if stand.minimised else shell.show()


def _no_screen() -> bool:
    seen = any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
    return sys.platform.startswith("linux") and not seen
