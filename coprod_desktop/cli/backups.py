"""Commands about backups: make one, list them, get a workspace back from one."""

from __future__ import annotations

import argparse
import datetime
import json
import os
import sys
from pathlib import Path
from typing import Any

from coprod_desktop.cli.desk import PASSPHRASE, Commands, ask, open_desk
from coprod_desktop.domain.counted import counted
from coprod_desktop.services import backups, restore
from coprod_desktop.services.backups import Why
from coprod_desktop.store.backups import is_whole


def add(commands: Commands) -> None:
    """Add these commands to the parser's."""
    make = commands.add_parser("backup", help="make a backup now")
    make.add_argument("--to", type=Path, metavar="DIR", help="copy it there too: a stick, an office drive")
    make.set_defaults(run=_backup)

    every = commands.add_parser("backups", help="list the backups, and say whether each is as it was made")
    every.add_argument("--json", action="store_true", help="as JSON")
    every.set_defaults(run=_backups)

    back = commands.add_parser("restore", help="get a workspace back from a backup; needs no workspace")
    back.add_argument("source", type=Path, metavar="FROM", help="a backup, a folder of them, a stick, or a workspace")
    back.add_argument("--to", type=Path, metavar="DIR", required=True, help="an empty folder, or one that is not there")
    back.set_defaults(run=_restore, alone=True)


def _backup(asked: argparse.Namespace) -> None:
    with open_desk(asked) as desk:
        made = backups.make(desk, Why.ASKED)
        print(f"Made a backup: {made.folder}")
        if asked.to is not None:
            print(f"Copied it: {backups.copy_once(desk, made, asked.to).folder}")


def _backups(asked: argparse.Namespace) -> None:
    with open_desk(asked) as desk:
        rows: list[dict[str, Any]] = [
            {
                "made_at": one.backup.told.made_at,
                "why": one.backup.told.why,
                "sessions": one.backup.told.sessions,
                "lines": one.backup.told.lines,
                "promises": one.backup.told.promises,
                "bytes": one.backup.told.bytes,
                "verified": is_whole(one.backup),
                "where": str(one.backup.folder),
            }
            for one in backups.listed(desk)
        ]
    if asked.json:
        print(json.dumps(rows, indent=1))
        return
    if not rows:
        print("There is no backup yet. Make one: coprod-desktop --workspace DIR backup")
    for row in rows:
        at = datetime.datetime.fromisoformat(str(row["made_at"])).astimezone()
        counts = ", ".join(counted(int(row[f"{one}s"]), one) for one in ("session", "line", "promise"))
        print(f"{'ok' if row['verified'] else 'LOOK':5} {at:%Y-%m-%d %H:%M}  {counts}  {row['where']}")


def _restore(asked: argparse.Namespace) -> None:
    sources = restore.look_for_one(asked.source.expanduser().absolute())
    print(f"Newest: {sources[0].words}")
    if len(sources) > 1:
        print(f"Oldest of {len(sources)}: {sources[-1].words}")
    secret = None
    if restore.needs_passphrase(sources):
        secret = os.environ.get(PASSPHRASE) or ask("Passphrase or recovery code: ")
    done = restore.restore(sources, asked.to, secret)
    if done.passed_over:
        print(f"{len(done.passed_over)} damaged, so an older one was used.", file=sys.stderr)
    print(restore.told(done, datetime.date.today()))
    print(f"The workspace is in {done.folder}")
