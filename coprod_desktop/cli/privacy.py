"""Commands about privacy: the notice, how long records are kept, and what is due to go."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from coprod_desktop.cli.desk import Commands, how_far, open_desk
from coprod_desktop.domain.keep_rules import KINDS, OF, Kind
from coprod_desktop.domain.words import Nation
from coprod_desktop.services.rights import keeping, privacy

_NATIONS = {nation.value.lower().replace(" ", "-"): nation for nation in Nation}


def add(commands: Commands) -> None:
    """Add these commands to the parser's."""
    notice = commands.add_parser("privacy-notice", help="make the privacy notice, in every format or in some")
    notice.add_argument("--nation", choices=sorted(_NATIONS), default="england")
    notice.add_argument("--format", metavar="FORMATS", help="names with commas; all if it is not given")
    notice.add_argument("--out", type=Path, required=True, metavar="DIR")
    notice.set_defaults(run=_notice)

    keep = commands.add_parser("keep", help="say how many months a kind of record is kept, or list what is set")
    keep.add_argument("kind", nargs="?", choices=[str(row.kind) for row in KINDS])
    keep.add_argument("months", nargs="?", type=int, help="none takes the rule away")
    keep.set_defaults(run=_keep)

    due = commands.add_parser("due", help="list what is past its time, or delete it for good")
    due.add_argument("--delete", action="store_true", help="delete all of it that nothing keeps")
    due.set_defaults(run=_due)


def _notice(asked: argparse.Namespace) -> None:
    names = [name.strip() for name in asked.format.split(",")] if asked.format else None
    with open_desk(asked) as desk:
        made = privacy.make(desk, asked.out, names, _NATIONS[asked.nation])
    for warning in made.warnings:
        print(warning, file=sys.stderr)
    for path in made.paths:
        print(path)


def _keep(asked: argparse.Namespace) -> None:
    with open_desk(asked) as desk:
        if asked.kind is not None:
            keeping.set_rule(desk, Kind(asked.kind), asked.months)
        for kind, rule in keeping.rules(desk).items():
            print(f"{kind}: {OF[kind].words}, {rule.months} months from {rule.from_what}")


def _due(asked: argparse.Namespace) -> None:
    with open_desk(asked) as desk:
        found = keeping.due(desk)
        for one in found:
            print(f"{one.words}{f'. It stays: {one.stays}' if one.stays else ''}")
        if not found:
            print("Nothing is past its time.")
        elif asked.delete:
            until = max((copy.until for copy in keeping.copies(desk, found)), default=None)
            with how_far("Deleting") as part:
                keeping.let_go(desk, found, part)
            print(f"Deleted.{f' Backups hold it until {until} at the latest.' if until else ''}")
