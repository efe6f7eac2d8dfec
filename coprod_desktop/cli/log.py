"""The command that lists the log: of all groups or of one, of every kind or of one. Private, as everything here is."""

from __future__ import annotations

import argparse
import json
from typing import Any

from coprod_desktop.cli import groups
from coprod_desktop.cli.desk import Commands, open_desk
from coprod_desktop.domain.log_kinds import COLUMNS, LogKinds
from coprod_desktop.services import log
from coprod_desktop.services.seen import log as seen
from coprod_desktop.services.seen.log import LogRow


def add(commands: Commands, kinds: LogKinds) -> None:
    """Add the command to the parser's."""
    listed = commands.add_parser("log", help="list what groups decided, learnt, are stuck with and were told (private)")
    listed.add_argument("--group", metavar="GROUP", help="of one group: its name or its id")
    listed.add_argument(
        "--kind", choices=kinds.names(), metavar="KIND", help=f"of one kind: {', '.join(kinds.names())}"
    )
    listed.add_argument("--due", action="store_true", help="only what is to be looked at again by today")
    listed.add_argument("--json", action="store_true")
    listed.set_defaults(run=_log)


def _log(asked: argparse.Namespace) -> None:
    with open_desk(asked) as desk:
        named = log.group_names(desk)
        group = groups.find(desk, asked.group) if asked.group else None
        found = seen.seen(desk, group=group, kind=asked.kind, limit=None).rows
    rows = [row for row in found if row.late or not asked.due]
    if asked.json:
        print(json.dumps([as_json(row, named) for row in rows], ensure_ascii=False, indent=1, default=str))
        return
    for row in rows:
        where = named.get(row.line.group_id or "", "")
        print(f"{row.called}: {' '.join(row.line.words.split())}  ({row.beside}){f'  {where}' if where else ''}")
        if row.doubt:
            print(f"  ? in it: {row.doubt}")
    if not rows:
        print("Nothing is in the log yet." if not asked.due else "Nothing is to be looked at again yet.")


def as_json(row: LogRow, named: dict[str, str]) -> dict[str, Any]:
    """Return a line as `log --json` prints it: every column that holds something."""
    line = row.line
    own = {
        "id": line.id, "kind": line.kind, "kind_words": row.kind.words, "confirmed": line.confirmed, "on": line.on,
        "words": line.words, "group": named.get(line.group_id or ""), "group_id": line.group_id,
        "session": line.session_id, "publicity": line.publicity.value, "state": line.state, "follow_up": line.follow_up,
        "doubt": row.doubt or None,
    }  # fmt: skip
    behind = {name: value for name in sorted(COLUMNS) if (value := getattr(line, name)) not in (None, ())}
    return own | behind
