"""What the door has done on the writing thread. Services are imported inside: the window is painted before they are."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from coprod_desktop.errors import UserError
from coprod_desktop.ui.window import single

if TYPE_CHECKING:
    from coprod_desktop.services.desk import Desk

IN_USE = "in use"
ANSWERED = "answered"
"""A window may answer for it, one that is locked too."""


def state(folder: Path, *, asks_windows: bool) -> str:
    """Return IN_USE, ANSWERED (asked for with `asks_windows` only), or what services.workspace.state says."""
    from coprod_desktop.services import workspace

    if workspace.in_use(folder):
        return IN_USE
    return ANSWERED if asks_windows and single.may_answer(folder) else workspace.state(folder)


def state_of_files(folder: Path) -> str:
    """Return what services.workspace.state says, whoever has it open."""
    from coprod_desktop.services import workspace

    return workspace.state(folder)


def get_ready() -> None:
    """Import what opening a workspace needs, while the locked door waits for somebody."""
    from coprod_desktop.ui.pages import home  # noqa: F401


def worry(folder: Path) -> str | None:
    """Return why the folder is a bad home for a workspace, if it is."""
    from coprod_desktop.services import workspace

    return workspace.worry(folder)


def news(desk: Desk) -> tuple[UserError, ...]:
    """Return what is to be told of the files of a workspace that opened."""
    from coprod_desktop.services import workspace

    return workspace.news(desk)


def close(desk: Desk) -> None:
    """Close the workspace."""
    from coprod_desktop.services import workspace

    workspace.close(desk)


def close_and_put_right(desk: Desk) -> None:
    """Close the workspace and mend what is damaged in it."""
    from coprod_desktop.services import damage

    damage.close_and_put_right(desk)
