"""The commands without a window: composition root. Exit 0 done, 1 refused with a sentence, 2 wrong usage."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from coprod_desktop.cli import (
    agreed,
    assurance,
    backups,
    groups,
    log,
    notes,
    papers,
    passphrase,
    people,
    person,
    privacy,
    report,
    sessions,
    taking,
    workspace,
)
from coprod_desktop.errors import UserError
from coprod_desktop.services.program import content, fault


def main(arguments: Sequence[str]) -> int:
    """Run one command. Returns the exit code."""
    try:
        parser = _parser()
        asked = parser.parse_args(arguments)
        if asked.workspace is None and not asked.alone:
            parser.error("say which workspace: --workspace DIR before the command")
        _readable(asked)
        asked.run(asked)
    except UserError as wrong:
        print(f"{wrong.what} {wrong.do}".strip(), file=sys.stderr)
        return 1
    except BrokenPipeError:
        return 0
    except Exception as bug:
        print(
            "Something in the program went wrong. What was saved is safe. These details hold nobody's words:",
            fault.details(bug),
            sep="\n",
            file=sys.stderr,
        )
        return 1
    return 0


def _readable(asked: argparse.Namespace) -> None:
    """Raise UserError for a word that is no text, such as one of another coding; folders and files may be called anything."""
    for value in vars(asked).values():
        for word in value if isinstance(value, list) else (value,):
            if isinstance(word, str) and not word.isascii() and any("\ud800" <= letter <= "\udfff" for letter in word):
                raise UserError(
                    "One of these words is not text that can be read here. Nothing was done.",
                    "Type it again, or give the id in its place.",
                )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="coprod-desktop", description="Co-production Desktop. Without a command it opens the window."
    )
    parser.add_argument("--workspace", type=Path, metavar="DIR", help="the folder of the workspace")
    parser.set_defaults(alone=False)  # whether a command does without a workspace
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    workspace.add(commands)
    passphrase.add(commands)
    backups.add(commands)
    taking.add(commands)
    sessions.add(commands)
    person.add(commands)
    privacy.add(commands)
    notes.add(commands)
    people.add(commands)
    groups.add(commands)
    log.add(commands, content.load().log)
    papers.add(commands, content.load().formats)
    agreed.add(commands)
    report.add(commands, content.load().formats)
    assurance.add(commands)
    return parser
