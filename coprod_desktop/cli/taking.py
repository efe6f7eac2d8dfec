"""The command that takes everything with one: all that is in a workspace, in one folder, in open formats."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from coprod_desktop.cli.desk import Commands, how_far, open_desk


def add(commands: Commands) -> None:
    """Add the command to the parser's."""
    take = commands.add_parser(
        "take-everything",
        help="everything in open formats, in one folder: sessions, papers, lists, log, money (private)",
    )
    take.add_argument(
        "--out", type=Path, required=True, metavar="DIR", help="where the folder is to be: a stick, a drive"
    )
    take.set_defaults(run=_take)


def _take(asked: argparse.Namespace) -> None:
    from coprod_desktop.services.taking import everything  # other commands do not wait for it
    from coprod_desktop.services.taking.contents import BEFORE

    print(BEFORE, file=sys.stderr)
    if worry := everything.worry(asked.out):
        print(worry, file=sys.stderr)
    with open_desk(asked) as desk, how_far("Taking everything") as part:
        taken = everything.take(desk, asked.out, part)
    for sentence in (*taken.left, *((taken.worry,) if taken.worry else ())):
        print(sentence, file=sys.stderr)
    print(everything.told(taken), file=sys.stderr)
    print(taken.folder)
