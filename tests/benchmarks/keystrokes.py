"""A keystroke model: keys for one caught line with and without the helps. Keys only: no thinking, no looking, no mouse.

    python -m tests.benchmarks.keystrokes

Without: as notes are typed into a document: time, name, words, what it is and its theme written out, Enter. With: the
program knows the time; a name and a theme are taken as soon as they are the first that fits; a kind is two keys. It says
nothing of speed: a key of a menu is looked for, a letter is not.
"""

from __future__ import annotations

import json
import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from coprod_desktop.domain import shorthand
from coprod_desktop.domain.words import KIND_WORDS, EntryKind

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
TAKE = 1
"""Tab."""
KIND_KEYS = {EntryKind.CONTRIBUTION: 0, EntryKind.PARKING_LOT: 1, EntryKind.ACCESS_INCIDENT: 1}
"""A key of its own; every other kind is Alt+K and a letter. A key held with another counts as one more key."""


@dataclass(frozen=True)
class Line:
    """What is to be caught of one line."""

    words: str
    who: str
    theme: str
    kind: EntryKind


def lines_of(path: Path) -> tuple[list[Line], list[str]]:
    """Return a sample's lines, and the names that can be taken."""
    data = json.loads(path.read_text("utf-8"))
    names = {person["id"]: person["name"] for person in data.get("people", ())}
    found = [
        Line(
            " ".join(entry["text"].split()),
            names.get(entry.get("speaker", ""), ""),
            entry.get("theme") or "",
            EntryKind(entry["kind"]),
        )
        for entry in data.get("entries", ())
    ]
    return found, sorted(names.values())


def without(line: Line) -> int:
    """Return the keys of a line typed into a document: "10:44 Name: words [Question] [Theme]" and Enter."""
    kind = "" if line.kind is EntryKind.CONTRIBUTION else KIND_WORDS[line.kind]
    marks = sum(len(f" [{mark}]") for mark in (kind, line.theme) if mark)
    return len("10:44 ") + (len(f"{line.who}: ") if line.who else 0) + len(line.words) + marks + len("\n")


def with_helps(line: Line, names: Sequence[str], themes: Sequence[str]) -> int:
    """Return the keys of the same line caught here. `themes` are those of the lines before it."""
    keys = len(line.words) + len("\n")
    if line.who:
        keys += len(" @") + to_take(line.who, names)
    if line.theme:
        new = len(line.theme) + TAKE + 1  # written out once, taken with Down and Tab
        keys += len(" #") + (to_take(line.theme, themes) if line.theme in themes else new)
    chord = KIND_KEYS.get(line.kind)
    return keys + (3 if chord is None else 2 * chord)


def to_take(wanted: str, known: Sequence[str]) -> int:
    """Return the fewest keys that take a name: letters, Down to it, and Tab."""
    letters, downs = way_to(wanted, known)
    return len(letters) + downs + TAKE


def way_to(wanted: str, known: Sequence[str]) -> tuple[str, int]:
    """Return the letters to type and how often to press Down, so that the keys are fewest."""
    ways = []
    for many in range(1, len(wanted) + 1):
        fits = shorthand.completions(wanted[:many], known)
        if wanted in fits:
            ways.append((wanted[:many], fits.index(wanted)))
    return min(ways, key=lambda way: len(way[0]) + way[1])


def told() -> str:
    """Return the model's figures, as what they are."""
    rows = []
    for path in sorted(SAMPLES.glob("*.json")):
        lines, names = lines_of(path)
        themes: list[str] = []
        plain, helped, beside = [], [], []
        for line in lines:
            plain.append(without(line))
            helped.append(with_helps(line, names, themes))
            beside.append(len(line.words) + 1)
            themes = list(dict.fromkeys([*themes, line.theme])) if line.theme else themes
        if lines:
            rows.append((path.stem, len(lines), *(statistics.mean(some) for some in (plain, helped, beside))))
    head = "keys for one line, by a model: typed into a document, caught here, its words alone"
    body = [f"{name}: {many} lines, {a:.1f}, {b:.1f}, {c:.1f}" for name, many, a, b, c in rows]
    note = "A model counts keys. It says nothing of how quick anybody is."
    return "\n".join([head, *body, note])


if __name__ == "__main__":
    print(told())
