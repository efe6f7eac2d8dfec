"""What the door has done on the writing thread. The store is heavy, and is imported inside these functions."""

from __future__ import annotations

import gc
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from coprod_desktop.ui.window import single

if TYPE_CHECKING:
    from coprod_desktop.services.desk import Desk

IN_USE = "in use"
ANSWERED = "answered"
"""A window may answer for it, one that is locked too."""


def make(folder: Path, passphrase: str | None) -> Desk:
    """Make a workspace and open it."""
    from coprod_desktop.services import workspace

    workspace.create(folder, passphrase)
    return workspace.unlock(folder, passphrase)


def unlock(folder: Path, secret: str | bytes | None, say: Callable[[str], object] = str) -> Desk:
    """Open a workspace; `say` hears, on this thread, what takes long."""
    from coprod_desktop.services import workspace

    desk = workspace.unlock(folder, secret, say)
    gc.freeze()
    return desk


def state(folder: Path, *, asks_windows: bool) -> str:
    """Return what is in a folder, or that a program has it open (IN_USE, ANSWERED)."""
    from coprod_desktop.services import workspace

    gc.freeze()  # what was loaded stays: to look for rubbish in it is 15 ms of the start
    if workspace.in_use(folder):
        return IN_USE
    return ANSWERED if asks_windows and single.may_answer(folder) else workspace.state(folder)


def state_of_files(folder: Path) -> str:
    """Return what is in a folder, whoever has it open."""
    from coprod_desktop.services import workspace

    return workspace.state(folder)


def get_ready() -> None:
    """Load what opening a workspace and showing Home needs, while the locked door waits for somebody."""
    from coprod_desktop.services import workspace

    workspace.get_ready()
    from coprod_desktop.ui.pages import home  # noqa: F401
    from coprod_desktop.ui.window import keepers

    keepers.load()


def worry(folder: Path) -> str | None:
    """Return a sentence when a folder is a bad home for a workspace."""
    from coprod_desktop.services import workspace

    return workspace.worry(folder)


def from_keyring(folder: Path) -> bytes | None:
    """Return what this computer's keyring holds for a workspace."""
    from coprod_desktop.services import keys

    return keys.from_keyring(folder)


def close(desk: Desk) -> None:
    """Close a workspace."""
    from coprod_desktop.services import workspace

    workspace.close(desk)


def close_and_put_right(desk: Desk) -> None:
    """Close a damaged workspace and put it right."""
    from coprod_desktop.services import damage

    damage.close_and_put_right(desk)
