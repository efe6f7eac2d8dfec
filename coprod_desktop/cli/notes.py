"""The command that shows what notes come apart into. It needs no workspace, and keeps nothing."""

from __future__ import annotations

import argparse
import datetime
import json
import sys
from pathlib import Path
from typing import Any

from coprod_desktop.cli.desk import Commands
from coprod_desktop.domain import dates
from coprod_desktop.domain.notes.values import Cut
from coprod_desktop.domain.words import KIND_WORDS
from coprod_desktop.services.bring_in import notes_file
from coprod_desktop.services.program import content


def add(commands: Commands) -> None:
    """Add the command to the parser's."""
    notes = commands.add_parser(
        "notes", help="show what notes, a chat or a transcript come apart into; nothing is stored"
    )
    notes.add_argument("file", type=Path, metavar="FILE")
    notes.add_argument("--json", action="store_true", help="a list of {at, speaker, kind, text}")
    notes.add_argument("--day", metavar="DAY", help="the day they are of, for days written without a year")
    notes.add_argument("--start", metavar="HH:MM", help="when a recording began, for times counted from its start")
    notes.set_defaults(run=_notes, alone=True)


def _notes(asked: argparse.Namespace) -> None:
    from coprod_desktop.domain.notes import reading  # other commands do not wait for it

    start = dates.parse_time(asked.start) if asked.start else None
    day = dates.parse_date(asked.day, datetime.date.today()) if asked.day else None
    found = reading.read(notes_file.text_in(asked.file), content.load().notes, day=day, start=start)
    lines = found.lines
    if asked.json:
        print(json.dumps([as_json(cut) for cut in lines], ensure_ascii=False, indent=1))
    else:
        print(f"This is {found.source.value}: {len(lines)} line{'' if len(lines) == 1 else 's'}.")
        for cut in lines:
            print(as_line(cut))
    for sentence in found.doubts:
        print(sentence, file=sys.stderr)
    for cut in found.cuts:
        if cut.aside:
            print(f"Set aside: {' '.join(cut.text.split())}", file=sys.stderr)
        for doubt in cut.doubts:
            print(f"{doubt} ({' '.join(cut.text.split())[:60]})", file=sys.stderr)


def as_json(cut: Cut) -> dict[str, Any]:
    """Return a cut as `notes --json` prints it; what only some cuts have is named only there."""
    found: dict[str, Any] = {"at": cut.at, "speaker": cut.speaker, "kind": cut.kind.value, "text": cut.text}
    if cut.action is not None:
        due = cut.action.due
        found["action"] = {
            "answer": cut.action.answer.value,
            "what": cut.action.what,
            "who": cut.action.who,
            "when": cut.action.when,
            "due": due.isoformat() if due else None,
            "why": cut.action.why,
        }
    if cut.said_for is not None:
        found["said_for"] = cut.said_for
    if cut.interpreter:
        found["for_whom"] = "ask"
    if cut.machine:
        found["unconfirmed"] = True
    if cut.sheet is not None:
        found["sheet"] = cut.sheet
    return found


def as_line(cut: Cut) -> str:
    """Return a cut as a line to read."""
    kind = "To do" if cut.action is not None else KIND_WORDS[cut.kind]
    beside = " (made by a machine, not yet confirmed)" if cut.machine else ""
    whom = " (for whom?)" if cut.interpreter else f" (for {cut.said_for})" if cut.said_for else ""
    who = (cut.speaker or "") + whom
    text = cut.text.replace("\n", " / ")
    return f"{cut.at or '     '}  {kind:14}  {who + ': ' if who else ''}{text}{beside}"
