"""Commands about one person: everything that is kept of them, and everything of them erased."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from coprod_desktop.cli.desk import Commands, how_far, open_desk
from coprod_desktop.services.making import about_person
from coprod_desktop.services.rights import erasure, finding


def add(commands: Commands) -> None:
    """Add these commands to the parser's."""
    about = commands.add_parser(
        "person", help="everything kept about one person, and a draft with other people covered (private)"
    )
    about.add_argument("person", metavar="PERSON", help="their name or id")
    about.add_argument("--out", type=Path, required=True, metavar="DIR")
    about.set_defaults(run=_about)

    erase = commands.add_parser("erase", help="take everything about one person out, for good")
    erase.add_argument("person", metavar="PERSON", help="their name or id")
    erase.add_argument("--yes", action="store_true", help="do it: without this it only says what goes and what stays")
    erase.set_defaults(run=_erase)


def _about(asked: argparse.Namespace) -> None:
    with open_desk(asked) as desk:
        made = about_person.make(desk, finding.find_person(desk, asked.person), asked.out)
    for warning in made.warnings:
        print(warning, file=sys.stderr)
    for path in made.paths:
        print(path)


def _erase(asked: argparse.Namespace) -> None:
    with open_desk(asked) as desk:
        person = finding.find_person(desk, asked.person)
        with how_far("Looking") as part:
            asks = erasure.before(desk, person, part)
        for sentence in erasure.in_words(asks, desk.today()):
            print(sentence)
        if not asked.yes:
            print("Nothing was erased. To do it, give the command again with --yes.")
            return
        with how_far("Erasing") as part:
            erasure.erase(desk, person, part=part)
    print("Erased. It cannot be brought back.")
