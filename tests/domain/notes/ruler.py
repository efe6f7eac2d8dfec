"""Notes beside the lines they should come apart into, and how many of them do.

A line is found when there is a cut with its words, and time, speaker and kind are right where the notes say them.
Files in sessions/: the notes, a row of equal signs, then a line each: time, speaker, kind, words ("\\n" is a new line).
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path

from coprod_desktop.domain.notes import reading
from coprod_desktop.domain.notes.values import Cut
from coprod_desktop.services.program import content

SESSIONS = Path(__file__).parent / "sessions"
SAMPLES = Path(__file__).parents[2] / "samples"
_RULE = "\n==========\n"


@dataclass(frozen=True)
class Line:
    """A line that should be found; an empty speaker or time is one the notes do not say."""

    at: str
    speaker: str
    kind: str
    text: str


@dataclass(frozen=True)
class Measured:
    """How notes came apart."""

    found: int
    lines: int
    missed: tuple[str, ...]
    more: tuple[Cut, ...]
    """Cuts that are no line of the session."""


def read(text: str, **more):
    """Have notes come apart as the program does."""
    return reading.read(text, content.load().notes, **more)


def of_file(path: Path) -> tuple[str, tuple[Line, ...]]:
    """Return the notes of a file here, and the lines."""
    notes, lines = path.read_text("utf-8").split(_RULE)
    rows = (row.split("\t") for row in lines.strip("\n").split("\n"))
    return notes, tuple(Line(at, who, kind, text.replace("\\n", "\n")) for at, who, kind, text in rows)


def of_sample(path: Path) -> tuple[str, tuple[Line, ...]]:
    """Return the notes of a session file, and its lines. A time counts only where the notes have times."""
    whole = json.loads(path.read_text("utf-8"))
    notes = whole["raw_notes"]
    names = {p["id"]: p["name"] for p in whole["people"]} | {"anonymous": "anonymous", None: ""}
    timed = re.search(r"^\d\d:?\d\d\s", notes, re.MULTILINE) is not None
    return notes, tuple(
        Line(e.get("at") or "" if timed else "", names[e["speaker"]], e["kind"], e["text"]) for e in whole["entries"]
    )


def measure(notes: str, lines: tuple[Line, ...]) -> Measured:
    """Count the lines that are found."""
    left = [cut for cut in read(notes).lines if cut.action is None]
    missed, found = [], 0
    for line in lines:
        cut = next((c for c in left if _words(c.text) == _words(line.text)), None)
        if cut is None:
            missed.append(f"not there: {line.text}")
            continue
        left.remove(cut)
        wrong = [
            f"{what} {is_!r}, not {should!r}"
            for what, is_, should, right in (
                ("at", cut.at, line.at, (cut.at or "") == line.at),
                ("speaker", cut.speaker, line.speaker, _is_them(cut.speaker or "", line.speaker)),
                ("kind", cut.kind.value, line.kind, cut.kind == line.kind),
            )
            if not right
        ]
        found += not wrong
        missed += [f"{line.text}: {', '.join(wrong)}"] if wrong else []
    return Measured(found, len(lines), tuple(missed), tuple(left))


def _words(text: str) -> str:
    return " ".join(text.casefold().split())


def _is_them(called: str, name: str) -> bool:
    """Tell whether notes name this person: by the whole name, or by its beginning."""
    return called.casefold() == name.casefold() or (
        bool(called) and name.casefold().startswith(f"{called.casefold()} ")
    )
