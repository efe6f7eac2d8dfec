"""Commands about the workspace itself."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from coprod_desktop.cli.desk import PASSPHRASE, Commands, ask_new, folder_of
from coprod_desktop.errors import UserError
from coprod_desktop.services import workspace
from coprod_desktop.services.program import selfcheck


def add(commands: Commands) -> None:
    """Add these commands to the parser's."""
    new = commands.add_parser("new", help="make an empty workspace")
    new.add_argument("--no-passphrase", action="store_true", help="anyone with this laptop can read it")
    new.set_defaults(run=_new)

    own = commands.add_parser("selfcheck", help="is everything here that the program rests on?")
    own.set_defaults(run=_selfcheck, alone=True)


def _new(asked: argparse.Namespace) -> None:
    folder, passphrase = folder_of(asked), None
    if workspace.state(folder) != "none":
        raise UserError(f"There is a workspace in {folder} already.", "It was left as it is.")
    if not asked.no_passphrase:
        passphrase = ask_new(PASSPHRASE, "Passphrase: ")
    if worry := workspace.worry(folder):
        print(worry, file=sys.stderr)
    workspace.create(folder, passphrase)
    print(f"Made a workspace in {folder}")
    if passphrase is not None:
        print("If the passphrase is forgotten, only a recovery code opens it: passphrase --recovery-code makes one.")


def _selfcheck(asked: argparse.Namespace) -> None:
    folder = folder_of(asked) if asked.workspace else Path.cwd()
    rows = selfcheck.selfcheck(folder)
    for row in rows:
        print(f"{'ok' if not row.do else 'LOOK':5} {row.name}: {row.found}{' ' + row.do if row.do else ''}")
    if any(row.do for row in rows):
        raise UserError("Not everything is as it should be.", "See the lines marked LOOK.")
