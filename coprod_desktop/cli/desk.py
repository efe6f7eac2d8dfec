"""The workspace a command works at: its folder, and its passphrase asked for or from the environment."""

from __future__ import annotations

import argparse
import contextlib
import getpass
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from coprod_desktop.errors import UserError
from coprod_desktop.services import workspace
from coprod_desktop.services.desk import Desk

PASSPHRASE = "COPROD_PASSPHRASE"
Commands = Any
"""What argparse gives to add commands to; its class has no public name."""


def folder_of(asked: argparse.Namespace) -> Path:
    """Return the folder that --workspace names."""
    return Path(asked.workspace).expanduser().absolute()


@contextlib.contextmanager
def open_desk(asked: argparse.Namespace) -> Iterator[Desk]:
    """Open the workspace for one command, and close it."""
    folder = folder_of(asked)
    desk = workspace.unlock(folder, passphrase_for(folder))
    for told in workspace.news(desk):
        print(told, file=sys.stderr)
    try:
        yield desk
    finally:
        workspace.close(desk)


def passphrase_for(folder: Path) -> str | None:
    """Return the passphrase of a workspace, None where it has none."""
    return (os.environ.get(PASSPHRASE) or ask("Passphrase: ")) if workspace.state(folder) == "locked" else None


def ask(prompt: str) -> str:
    """Ask at the terminal for something that is not shown. Raises UserError where nobody can be asked."""
    if not sys.stdin.isatty():
        raise UserError("This workspace needs a passphrase.", f"Type it at a terminal, or set {PASSPHRASE}.")
    return getpass.getpass(prompt)
