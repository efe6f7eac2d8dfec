"""The command `assurance`: the papers that get the program a yes, from the installed version, without a workspace."""

from __future__ import annotations

import argparse
import datetime
import sys
from pathlib import Path

from coprod_desktop.cli.desk import Commands


def add(commands: Commands) -> None:
    """Add the command to the parser's."""
    own = commands.add_parser("assurance", help="make the papers for your IT, data protection and equality people")
    own.add_argument("--out", type=Path, required=True, metavar="DIR")
    own.add_argument(
        "--format", metavar="FORMATS", default="word,html", help="names with commas; word and html if not given"
    )
    own.set_defaults(run=_assurance, alone=True)


def _assurance(asked: argparse.Namespace) -> None:
    from coprod_desktop.services.assurance import pack  # what it reads is for this command alone

    names = [name.strip() for name in asked.format.split(",") if name.strip()]
    made = pack.make(asked.out, names, now=lambda: datetime.datetime.now().astimezone())
    for warning in made.warnings:
        print(warning, file=sys.stderr)
    for path in made.paths:
        print(path)
