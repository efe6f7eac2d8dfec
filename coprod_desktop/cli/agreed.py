"""The command `agreed`: papers people agree on, listed, made in any format, or made blank."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from coprod_desktop.cli import findings
from coprod_desktop.cli.desk import Commands, open_desk
from coprod_desktop.domain.agreed import says
from coprod_desktop.domain.agreed_kinds import AgreedKinds
from coprod_desktop.domain.format_table import ALL
from coprod_desktop.errors import UserError
from coprod_desktop.services import agreed
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.making import agreed as making
from coprod_desktop.store.agreed import PaperHeld


def add(commands: Commands) -> None:
    """Add the command to the parser's."""
    own = commands.add_parser("agreed", help="list the papers people agree on, or make one in formats")
    own.add_argument("paper", nargs="?", metavar="PAPER", help="id, title or kind of the paper; with --blank: a kind")
    own.add_argument("--json", action="store_true", help="the list, or the paper with all its versions, as JSON")
    own.add_argument("--kinds", action="store_true", help="list the kinds there are")
    own.add_argument("--check", action="store_true", help="what to look at before it is made, as `check` for sessions")
    own.add_argument("--version", type=int, metavar="N", help="which version; the newest if it is not given")
    own.add_argument(
        "--format", metavar="FORMATS", default="pdf", help=f"names with commas, or {ALL}; pdf if not given"
    )
    own.add_argument("--out", type=Path, metavar="DIR", help="make it, into this folder")
    own.add_argument("--blank", action="store_true", help="a form of this kind to write on, or a card as it comes")
    own.add_argument(
        "--template", type=Path, metavar="FILE", help="of an agreed report: your council’s own Word template"
    )
    own.set_defaults(run=_agreed)


def _agreed(asked: argparse.Namespace) -> None:
    with open_desk(asked) as desk:
        if asked.kinds:
            _list_kinds(desk.content.agreed)
        elif asked.paper is None and (asked.out or asked.blank):
            raise UserError("Say which paper to make.", "`agreed` lists those there are. Nothing was made.")
        elif asked.paper is None:
            _list(agreed.every(desk, everywhere=True), asked)
        elif asked.check:
            _check(desk, asked)
        elif asked.out:
            _make(desk, asked)
        else:
            _tell(agreed.find(desk, asked.paper), asked)


def _list_kinds(kinds: AgreedKinds) -> None:
    for kind in kinds.rows:
        print(f"{kind.name}\t{kind.words}. {kind.about}")


def _list(there: tuple[PaperHeld, ...], asked: argparse.Namespace) -> None:
    if asked.json:
        print(json.dumps([_row(held) for held in there], ensure_ascii=False, indent=1))
        return
    for held in there:
        last = held.newest
        print(
            f"{held.paper.id}\t{held.paper.title}\tversion {last.n}\t{says(last.state, last.agreed_on, last.checked_by)}"
        )
    if not there:
        print("There are no agreed papers yet.")


def _row(held: PaperHeld) -> dict[str, object]:
    last, holds = held.newest, held.agreed
    return {
        "id": held.paper.id,
        "kind": held.paper.kind,
        "title": held.paper.title,
        "group": held.group,
        "owner": held.paper.owner,
        "approved_by": held.paper.approved_by,
        "version": last.n,
        "state": last.state.value,
        "agreed_version": holds.n if holds else None,
        "agreed_on": holds.agreed_on.isoformat() if holds and holds.agreed_on else None,
        "review_by": holds.review_by.isoformat() if holds and holds.review_by else None,
        "signed_up": len(held.signed),
    }


def _tell(held: PaperHeld, asked: argparse.Namespace) -> None:
    version = held.newest if asked.version is None else held.version(asked.version)
    if asked.json:
        versions = [
            {
                "version": one.n,
                "state": one.state.value,
                "on": one.on.isoformat(),
                "agreed_on": one.agreed_on.isoformat() if one.agreed_on else None,
                "changed": one.changed,
                "parts": [{"heading": heading, "text": text} for heading, text in one.parts],
            }
            for one in held.versions
        ]
        print(json.dumps({**_row(held), "versions": versions}, ensure_ascii=False, indent=1))
        return
    print(f"{held.paper.title}. Version {version.n}. {says(version.state, version.agreed_on, version.checked_by)}")
    for heading, text in version.parts:
        print(f"\n{heading}\n{text or '(nothing written yet)'}")


def _check(desk: Desk, asked: argparse.Namespace) -> None:
    found = making.findings(desk, agreed.find(desk, asked.paper).paper.id, asked.version)
    if asked.json:
        print(json.dumps([findings.as_json(one) for one in found], ensure_ascii=False, indent=1))
        return
    for one in found:
        print(findings.as_line(one))
    if not found:
        print("Nothing to look at.")


def _make(desk: Desk, asked: argparse.Namespace) -> None:
    every = [form.name for form in desk.content.formats.rows if not form.private]
    names = every if asked.format == ALL else [name.strip() for name in asked.format.split(",")]
    if asked.blank:
        made = making.make_blank(desk, asked.paper, names, asked.out)
    else:
        paper = agreed.find(desk, asked.paper).paper.id
        made = making.make(desk, paper, names, asked.out, asked.version, template=asked.template)
    for warning in made.warnings:
        print(warning, file=sys.stderr)
    if made.draft:
        print("It is not agreed yet, and says draft.", file=sys.stderr)
    for path in made.paths:
        print(path)
