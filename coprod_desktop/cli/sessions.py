"""Commands that bring sessions in and say what is in them."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from coprod_desktop.cli.desk import Commands, open_desk
from coprod_desktop.cli.findings import as_json, as_line
from coprod_desktop.errors import UserError
from coprod_desktop.publish.paper_kinds import MEMBERS_LOOK, YOU_SAID_WE_WILL
from coprod_desktop.services import members_check, promises, sessions
from coprod_desktop.services.bring_in import events_log, files, merge
from coprod_desktop.services.making import papers
from coprod_desktop.services.seen import preview


def add(commands: Commands) -> None:
    """Add these commands to the parser's."""
    bring = commands.add_parser("import", help="bring session files in")
    bring.add_argument("files", nargs="+", type=Path, metavar="FILE")
    bring.set_defaults(run=_import)

    every = commands.add_parser("sessions", help="list the sessions")
    every.add_argument("--json", action="store_true")
    every.set_defaults(run=_sessions)

    promised = commands.add_parser("promises", help="list what was promised in every session, and where each stands")
    promised.add_argument("--json", action="store_true")
    promised.set_defaults(run=_promises)

    check = commands.add_parser("check", help="list what to look at before a paper is made")
    check.add_argument("session", metavar="SESSION")
    check.add_argument("--json", action="store_true")
    check.set_defaults(run=_check)

    looked = commands.add_parser(
        "looked", help="note who of the people who were there looked at a paper before it leaves"
    )
    looked.add_argument("session", metavar="SESSION")
    looked.add_argument("--kind", choices=sorted(MEMBERS_LOOK), default=YOU_SAID_WE_WILL, help="which paper")
    who = looked.add_mutually_exclusive_group(required=True)
    who.add_argument("--who", metavar="WHO", help="“two members and a carer”: it is printed")
    who.add_argument("--skipped", metavar="WHY", help="nobody looked, and why: it is printed")
    looked.add_argument("--changed", metavar="WHAT", default="", help="what they changed, in a few words")
    looked.set_defaults(run=_looked)


def _import(asked: argparse.Namespace) -> None:
    with open_desk(asked) as desk:
        for file in asked.files:
            data = files.bytes_of(file)
            try:
                if files.is_log(desk, data, file.name):
                    brought = events_log.import_log(desk, data)
                    print(f"Added {brought.added} sessions of a log; {brought.here_already} were here already")
                    for told in brought.left_out:
                        print(f"  {told}")
                    if brought.unused:
                        print(f"  columns with no place here, not brought in: {', '.join(brought.unused)}")
                    continue
                done = merge.import_file(desk, data)
            except UserError as wrong:
                raise UserError(f"{file.name}: {wrong.what}", wrong.do) from wrong
            print(f"{'Added' if done.new else 'Brought up to date'}: {done.title} ({done.session})")
            for place in done.differ:
                print(f"  changed here and in the file, ours kept: {place}")
            for doubt in done.doubts:
                print(f"  {doubt}")
            if done.not_understood:
                print(f"  not understood, kept: {', '.join(done.not_understood)}")


def _sessions(asked: argparse.Namespace) -> None:
    with open_desk(asked) as desk:
        lines = sessions.every(desk)
    if asked.json:
        rows = [
            {
                "id": s.id, "exchange_id": s.key, "title": s.title, "type": s.type, "date": s.date, "place": s.place,
                "entries": s.entries, "people": s.people, "points": s.points, "answered": s.answered,
            }
            for s in lines
        ]  # fmt: skip
        print(json.dumps(rows, ensure_ascii=False, indent=1))
        return
    for s in lines:
        print(f"{s.date}  {s.title}  ({s.entries} lines, {s.answered} of {s.points} points answered)  {s.id}")
    if not lines:
        print("There are no sessions yet.")


def _promises(asked: argparse.Namespace) -> None:
    with open_desk(asked) as desk:
        lines = promises.lines(desk)
    if asked.json:
        rows = [
            {
                "id": p.id, "what": p.what, "you_said": p.you_said, "who": p.who, "due": p.due,
                "standing": p.standing, "state": p.state, "days_late": p.days_late,
                "session": p.session, "made_on": p.session_date, "told_in": sorted(p.told_in),
                "updates": [{"on": u.on, "state": u.state, "text": u.text} for u in p.updates],
            }
            for p in lines
        ]  # fmt: skip
        print(json.dumps(rows, ensure_ascii=False, indent=1, default=str))
        return
    for p in lines:
        due = f" (by {p.due})" if p.due else ""
        print(
            f"{p.state}: {p.what}{due}  {p.who or 'Nobody named has it'}  {p.session_title or 'From an earlier paper'}"
        )
    if not lines:
        print("No promises yet.")


def _looked(asked: argparse.Namespace) -> None:
    with open_desk(asked) as desk:
        session, today = sessions.find(desk, asked.session), desk.today()
        if asked.skipped is not None:
            members_check.skipped(desk, session, asked.kind, asked.skipped, today)
        else:
            members_check.looked(desk, session, asked.kind, asked.who, today, asked.changed)
    print("Noted. The paper tells it.")


def _check(asked: argparse.Namespace) -> None:
    with open_desk(asked) as desk:
        session = sessions.find(desk, asked.session)
        found, otherwise = papers.findings(desk, session), preview.told_before(desk, session)
    if asked.json:
        print(json.dumps([as_json(f) for f in found], ensure_ascii=False, indent=1))
    for f in () if asked.json else found:
        print(as_line(f))
    for sentence in otherwise:  # these are of the paper and no findings, so they are not in the list
        print(f"{'notice':10}  {sentence}", file=sys.stderr if asked.json else sys.stdout)
    if not found and not otherwise and not asked.json:
        print("There is nothing to look at.")
