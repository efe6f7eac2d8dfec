"""Commands about lists of people: what is in one, which needs no workspace and keeps nothing; and a session's, out again."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from coprod_desktop.cli.desk import Commands, open_desk
from coprod_desktop.domain.counted import counted
from coprod_desktop.domain.words import Attending
from coprod_desktop.services import sessions
from coprod_desktop.services.bring_in.people_list.values import Listed, ListedRow
from coprod_desktop.services.program import content

_COMING = {Attending.COMING: "coming", Attending.HERE: "coming", Attending.APOLOGIES: "apologies", Attending.DID_NOT_COME: "no"}  # fmt: skip
_NAME, _ROLE = 28, 16
"""Widths of the table, in letters."""


def add(commands: Commands) -> None:
    """Add the command to the parser's."""
    people = commands.add_parser(
        "people", help="show what is in a list of people, as it would come in; nothing is stored"
    )
    people.add_argument(
        "file", type=Path, metavar="FILE", help="a spreadsheet, a form's answers, an attendance report …"
    )
    people.add_argument("--sheet", metavar="NAME", help="which sheet or table of it")
    people.add_argument(
        "--json", action="store_true", help="a list of {name, ticked, contact, role, coming, needs, consents, doubts}"
    )
    people.set_defaults(run=_people, alone=True)

    out = commands.add_parser("people-list", help="the people of a session as a list for a spreadsheet (private)")
    out.add_argument("session", metavar="SESSION")
    out.add_argument("--format", choices=("csv", "xlsx"), help="both, if it is not given")
    out.add_argument("--out", type=Path, required=True, metavar="DIR")
    out.set_defaults(run=_out)


def _people(asked: argparse.Namespace) -> None:
    from coprod_desktop.services.bring_in import files, people_rows  # other commands do not wait for them

    data = files.bytes_of(asked.file, people_rows.LARGEST, "list of people")
    found = people_rows.read_list(data, content.load().needs, name=asked.file.name, sheet=asked.sheet)
    if asked.json:
        print(json.dumps([as_json(row) for row in found.rows], ensure_ascii=False, indent=1))
    else:
        _print(found)
    for sentence in found.doubts:
        print(sentence, file=sys.stderr)
    for number, why in found.refused:
        print(f"Row {number} cannot come in: {why}", file=sys.stderr)


def _out(asked: argparse.Namespace) -> None:
    from coprod_desktop.services.making import people_list, private_sheet

    with open_desk(asked) as desk:
        session = sessions.find(desk, asked.session)
        made = people_list.make(desk, session, asked.out, [asked.format] if asked.format else private_sheet.FORMATS)
    for path in made.paths:
        print(path)


def as_json(row: Listed) -> dict[str, Any]:
    """Return a row as `people --json` prints it. Consents are only ever a no: a list never gives a yes."""
    return {
        "name": row.name,
        "ticked": is_ticked(row),
        "contact": row.contact or "",
        "role": row.role,
        "coming": _COMING.get(row.attendance) if row.attendance else None,
        "needs": [need for need, _ in row.needs],
        "consents": dict.fromkeys(row.refused, "no"),
        "doubts": list(row.doubts),
    }


def is_ticked(row: Listed) -> bool:
    """Tell whether a row comes in when nobody says otherwise: once each, and nobody who is none."""
    return row.ticked and row.repeats is None


def _print(found: ListedRow) -> None:
    ticked = sum(map(is_ticked, found.rows))
    sheet = f", “{found.where.sheet}”" if found.where.sheet else ""
    print(f"This is {found.where.kind}{sheet}: {counted(ticked, 'person', 'people')}.")
    for column in found.columns:
        words = next(meaning.words for meaning in found.meanings if meaning.key == column.meaning)
        print(f"  {column.heading or f'Column {column.place + 1}'} → {words}")
    for row in found.rows:
        print(as_line(row))
        for doubt in row.doubts:
            print(f"       ? {doubt}")


def as_line(row: Listed) -> str:
    """Return a row as a line to read."""
    said = [
        row.attendance.value if row.attendance else "",
        *(f"{key}: no" for key in row.refused),
        "; ".join(need for need, _ in row.needs),
        row.contact or "",
    ]
    mark = "✓" if is_ticked(row) else "–"
    return f"{row.number:5} {mark} {row.name:{_NAME}} {row.role:{_ROLE}} {' · '.join(filter(None, said))}".rstrip()
