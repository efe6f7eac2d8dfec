"""The command about who can open the workspace."""

from __future__ import annotations

import argparse
import sys

from coprod_desktop.cli.desk import NEW_PASSPHRASE, Commands, ask_new, folder_of, unlock
from coprod_desktop.errors import UserError
from coprod_desktop.services import keys, workspace
from coprod_desktop.services.desk import Desk


def add(commands: Commands) -> None:
    """Add this command to the parser's."""
    own = commands.add_parser(
        "passphrase",
        help="change the passphrase, or who else can open the workspace",
        description="Changes the passphrase. Asks for the one that holds, or a recovery code (or takes it from "
        f"COPROD_PASSPHRASE), and for the new one (or takes it from {NEW_PASSPHRASE}).",
    )
    which = own.add_mutually_exclusive_group()
    which.add_argument("--recovery-code", action="store_true", help="make a recovery code; an older one ends with it")
    which.add_argument("--second", action="store_true", help="a second person's own passphrase")
    which.add_argument("--no-second", action="store_true", help="take the second person's passphrase away")
    which.add_argument("--none", action="store_true", help="no passphrase: anyone with this laptop can read everything")
    own.set_defaults(run=_passphrase)


def _passphrase(asked: argparse.Namespace) -> None:
    desk, secret = unlock(folder_of(asked))
    try:
        if asked.recovery_code:
            _make_code(desk)
        elif asked.second:
            keys.second_passphrase(desk, secret, ask_new(NEW_PASSPHRASE, "The second person's passphrase: "))
            print("The second person's passphrase holds from now on.")
        elif asked.no_second:
            keys.second_passphrase(desk, secret, None)
            print("There is no second person's passphrase any more.")
        elif asked.none:
            keys.change(desk, secret, None)
            print("There is no passphrase any more: anyone with this laptop can read everything in it.")
        else:
            keys.change(desk, secret, ask_new(NEW_PASSPHRASE, "New passphrase: "))
            print("The new passphrase holds from now on.")
            if wanting := keys.reminder(desk):
                print(f"{wanting.what} passphrase --recovery-code makes one.", file=sys.stderr)
    finally:
        workspace.close(desk)


def _make_code(desk: Desk) -> None:
    words = keys.make_code(desk)
    print(
        "This recovery code opens the workspace when the passphrase is forgotten. Write it down and keep it where "
        "the laptop is not."
    )
    for number, word in enumerate(words, 1):
        print(f"{number:2}. {word}")
    if not sys.stdin.isatty():
        raise UserError(
            "The code opens the workspace from now on, but nobody has shown yet that it was written down.",
            "Do that at a terminal or in Settings; until then the program goes on reminding.",
        )
    typed = {number: input(f"Word {number} of it: ") for number in keys.asked_back()}
    keys.confirm(desk, words, typed)
    print("The recovery code stands.")
