"""The workspace a command works at: its folder, and its passphrase asked for or from the environment."""

from __future__ import annotations

import argparse
import contextlib
import getpass
import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from coprod_desktop.errors import UserError, WrongSecret
from coprod_desktop.services import workspace
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.tries import Tries

PASSPHRASE = "COPROD_PASSPHRASE"
NEW_PASSPHRASE = "COPROD_NEW_PASSPHRASE"
MOST_TRIES = 8
_WHICH = "Passphrase or recovery code: "
Commands = Any
"""What argparse gives to add commands to; its class has no public name."""


def folder_of(asked: argparse.Namespace) -> Path:
    """Return the folder that --workspace names."""
    return Path(asked.workspace).expanduser().absolute()


@contextlib.contextmanager
def open_desk(asked: argparse.Namespace) -> Iterator[Desk]:
    """Open the workspace for one command, and close it."""
    desk, _ = unlock(folder_of(asked))
    try:
        yield desk
    finally:
        workspace.close(desk)


@contextlib.contextmanager
def how_far(words: str) -> Iterator[Callable[[float], None]]:
    """Yield what hears how far one step is (0 to 1), and shows it on a terminal. Ctrl+C ends it while nothing is changed."""
    pressed: list[int] = []
    shown = sys.stderr.isatty()

    def part(done: float) -> None:
        if pressed:
            raise UserError("Stopped.", "Nothing was changed.")
        if shown:
            print(f"\r{words}: {done:.0%} (Ctrl+C stops it) ", end="", file=sys.stderr, flush=True)

    before = signal.signal(signal.SIGINT, lambda number, _frame: pressed.append(number))
    try:
        yield part
    finally:
        signal.signal(signal.SIGINT, before)
        if shown:
            print(file=sys.stderr)


def secret_for(folder: Path) -> str | None:
    """Return what opens a workspace, asked for once: its passphrase or recovery code, None where it needs neither."""
    return (os.environ.get(PASSPHRASE) or ask(_WHICH)) if workspace.state(folder) == "locked" else None


def unlock(folder: Path, *, sleep: Callable[[float], None] = time.sleep) -> tuple[Desk, str | None]:
    """Open the workspace with what the environment holds, else with what is asked for. Returns what opened it, too.

    A passphrase or a recovery code will do. At a terminal a wrong one can be typed again; after a few that takes longer.
    """
    desk, secret = _unlocked(folder, sleep)
    for told in workspace.news(desk):
        print(told, file=sys.stderr)
    return desk, secret


def _unlocked(folder: Path, sleep: Callable[[float], None]) -> tuple[Desk, str | None]:
    if workspace.state(folder) != "locked":
        return workspace.unlock(folder, None), None
    given = os.environ.get(PASSPHRASE)
    if given:
        return workspace.unlock(folder, given), given
    tries = Tries()
    while True:
        typed = ask(_WHICH)
        try:
            return workspace.unlock(folder, typed), typed
        except WrongSecret as wrong:
            tries = tries.failed(time.monotonic())
            if tries.wrong == MOST_TRIES:
                raise
            print(wrong, file=sys.stderr)
            sleep(tries.wait(time.monotonic()))


def ask(prompt: str) -> str:
    """Ask at the terminal for something that is not shown. Raises UserError where nobody can be asked."""
    if not sys.stdin.isatty():
        raise UserError("This workspace needs a passphrase.", f"Type it at a terminal, or set {PASSPHRASE}.")
    return getpass.getpass(prompt)


def ask_new(name: str, prompt: str) -> str:
    """Return a new passphrase from the environment's `name`, else asked for twice. Raises UserError when they differ."""
    given = os.environ.get(name)
    if given is not None:
        return given
    typed = ask(prompt)
    if ask("The same again: ") != typed:
        raise UserError("The two are not the same.", "Nothing was changed. Try again.")
    return typed
