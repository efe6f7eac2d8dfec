"""The window program put together: nothing here but who gets what."""

from __future__ import annotations

import builtins
import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

NO_SCREEN = "There is no screen here, so the window cannot open. The commands work without one: coprod-desktop --help\n"


def main(argv: Sequence[str] | None = None) -> int:
    """Open the window and stay until it is closed. `--workspace DIR` opens that folder. Returns the exit code."""
    words = list(sys.argv[1:] if argv is None else argv)
    if _no_screen():
        sys.stderr.write(NO_SCREEN)
        return 1
    gc.set_threshold(
        50_000, 20, 20
    )  # a start makes many objects that all stay; looking for rubbish among them is time lost
    plain_import = builtins.__import__
    from PySide6.QtWidgets import QApplication

    # PySide6 puts an import of its own in place, which looks through the source of every module for its switch to
    # snake_case names. Nothing here uses that, and it is a tenth of the time to the first line typed.
    builtins.__import__ = plain_import
    from coprod_desktop.ui.base.runner import Runner
    from coprod_desktop.ui.base.settings_file import SettingsFile
    from coprod_desktop.ui.keys.enter_keys import EnterKeys
    from coprod_desktop.ui.style import theme
    from coprod_desktop.ui.window.door import Door
    from coprod_desktop.ui.window.look_keeper import LookKeeper
    from coprod_desktop.ui.window.place import PlaceKeeper
    from coprod_desktop.ui.window.shell import APP_NAME, Shell

    app = QApplication(words)
    app.setApplicationName("coprod-desktop")
    app.setApplicationDisplayName(APP_NAME)
    settings = SettingsFile()
    theme.prepare(app)
    looks = LookKeeper(app, settings)
    runner = Runner(app)
    shell = Shell(app, runner, looks)
    EnterKeys(app, shell)
    place = PlaceKeeper(shell, settings)
    shell.painted.connect(place.come_back)
    shell.leaving.connect(place.remember)
    Door(shell, runner, settings, workspace_in(words))

    def on_fault(_kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        from coprod_desktop.services.program import fault

        text = fault.details(error)
        sys.stderr.write(f"{text}\n")
        shell.show_bug(text)

    sys.excepthook = on_fault
    shell.show()
    return app.exec()


def workspace_in(words: Sequence[str]) -> Path | None:
    """Return the folder that --workspace names, if it does."""
    for i, word in enumerate(words):
        if word.startswith("--workspace="):
            return Path(word.partition("=")[2])
        if word == "--workspace" and i + 1 < len(words):
            return Path(words[i + 1])
    return None


def _no_screen() -> bool:
    seen = any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
    return sys.platform.startswith("linux") and not seen
