"""The command that lists groups and projects, or tells of one: what is next, due, promised. Private, as everything here is."""

from __future__ import annotations

import argparse
import json
from collections import Counter
from typing import Any

from coprod_desktop.cli.desk import Commands, open_desk
from coprod_desktop.domain import group_members
from coprod_desktop.domain.beginning import beginning
from coprod_desktop.domain.counted import counted
from coprod_desktop.domain.group_due import GroupDue
from coprod_desktop.errors import UserError
from coprod_desktop.services import groups, groups_due
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.groups import GroupLine
from coprod_desktop.services.seen import group as seen
from coprod_desktop.services.seen.group import GroupSeen

_SHOWN = 80
"""Letters of a name that was asked for, said again where it is not here."""
_ALL_ROWS = 10_000
"""Of a section of one group."""


def add(commands: Commands) -> None:
    """Add the command to the parser's."""
    listed = commands.add_parser("groups", help="list groups and projects, with what is next and due (private)")
    listed.add_argument("group", nargs="?", metavar="GROUP", help="tell of one: its name or its id")
    listed.add_argument("--due", action="store_true", help="only groups of which something is due by now")
    listed.add_argument("--json", action="store_true")
    listed.set_defaults(run=_groups)


def _groups(asked: argparse.Namespace) -> None:
    with open_desk(asked) as desk:
        due: dict[str, list[GroupDue]] = {}
        for one in groups_due.every(desk):
            due.setdefault(one.group, []).append(one)
        if asked.group:
            _one(desk, find(desk, asked.group), due, as_json=asked.json)
            return
        today = desk.today()
        lines = [
            line for line in groups.every(desk) if not asked.due or any(d.is_near(today) for d in due.get(line.id, ()))
        ]
        if asked.json:
            terms = groups.terms_agreed(desk)
            found = [
                {**_line(desk, line, due.get(line.id, ())), "terms_agreed_on": terms.get(line.id)} for line in lines
            ]
            print(json.dumps(found, ensure_ascii=False, indent=1, default=str))
            return
        for line in lines:
            _print(desk, line, due.get(line.id, ()))
        if not lines:
            print("Nothing of a group is due." if asked.due else "There is no group yet.")


def find(desk: Desk, named: str) -> str:
    """Return the id of the group with this name or id. UserError when there is none, or the name is two groups'."""
    words = " ".join(named.split()).casefold()
    found = [line.id for line in groups.every(desk) if line.id == named or line.name.casefold() == words]
    if len(found) != 1:
        called = f"called “{beginning(named, _SHOWN)}”."
        raise UserError(f"No group is {called}" if not found else f"{len(found)} groups are {called}", "")
    return found[0]


def _print(desk: Desk, line: GroupLine, due: list[GroupDue] | tuple[()]) -> None:
    told = [desk.content.groups.words(line.kind), line.area or "", line.locality or "", counted(line.members, "member")]
    told.append(f"next {line.next_on}" if line.next_on else "")
    print(f"{line.name}: {', '.join(part for part in told if part)}")
    for one in due:
        print(f"  {one.on}  {one.words}")


def _line(desk: Desk, line: GroupLine, due: list[GroupDue] | tuple[()]) -> dict[str, Any]:
    """Return a group as `groups --json` prints it: what a directory tells, and no names of members."""
    return {
        "id": line.id, "name": line.name, "kind": line.kind, "kind_words": desk.content.groups.words(line.kind),
        "area": line.area, "locality": line.locality, "start": line.start, "end": line.end,
        "handed_over_on": line.handed_over_on, "members": line.members, "sessions": line.sessions, "next_on": line.next_on,
        "due": [{"what": one.what.value, "on": one.on, "words": one.words} for one in due if one.member is None],
        "terms_end": [one.on for one in due if one.member is not None],
    }  # fmt: skip


def _one(desk: Desk, group: str, due: dict[str, list[GroupDue]], *, as_json: bool) -> None:
    found = seen.read(desk, group, most=_ALL_ROWS)
    line = next(line for line in groups.every(desk) if line.id == group)
    if found is None:
        raise UserError("That group was taken away.", "")
    if as_json:
        print(
            json.dumps(_line(desk, line, due.get(group, ())) | _more(found), ensure_ascii=False, indent=1, default=str)
        )
        return
    _print(desk, line, ())
    for row in found.rows:
        when = f"{row.day}  " if row.day else ""
        print(f"  {row.section.value:<9}{when}{' '.join(row.words.split())}{f'  ({row.detail})' if row.detail else ''}")


def _more(found: GroupSeen) -> dict[str, Any]:
    group = found.group
    own = ("issue", "aim", "may_decide", "money_pence", "money_words", "why_this_many", "level", "contact", "no_end")
    mix = group_members.mix_to_print([one.member for one in found.members])
    return {
        **{name: getattr(group, name) for name in own},
        "terms_agreed_on": found.terms_agreed,
        "mix": dict(mix) if mix else None,
        "partners": [
            {"name": one.name, "user_led": one.user_led, "independent": one.independent, "part": one.part}
            for one in found.partners
        ],
        "timeline": [
            {"section": row.section.value, "day": row.day, "until": row.until, "words": row.words, "detail": row.detail}
            for row in found.rows
        ],
        "counts": Counter(row.section.value for row in found.rows),
    }
