"""What exactly comes of small notes, each just inside a rule or just outside it: small.txt.

A rule that changes changes lines there, and each of them is to be looked at: is it better so? Then write them again:

    python -m tests.domain.notes.test_small
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import MISSING, fields
from pathlib import Path

from coprod_desktop.domain.notes.values import Action, Cut, NotesRead
from coprod_desktop.errors import UserError
from tests.domain.notes.ruler import read

SMALL = Path(__file__).with_name("small.txt")
_RULE, _COMES = "==========\n", "----------\n"
_ALWAYS = ("at", "speaker", "kind", "text")


def told(found: NotesRead, notes: str) -> Iterator[str]:
    """Yield a line about the whole, and one for each cut: when, who, what kind, the words, then what is not as usual."""
    gone = None if found.without_direct is None else [x for x in notes.split("\n") if x not in found.without_direct]
    yield "\t".join(
        [found.source, *_unusual(found, but=("source", "cuts", "without_direct")), *([repr(gone)] if gone else [])]
    )
    for cut in found.cuts:
        usual = (cut.at or "", cut.speaker or "", cut.kind.value, cut.text.replace("\n", "\\n"))
        yield "\t".join([*usual, *_unusual(cut, but=_ALWAYS)])


def _unusual(one: NotesRead | Cut | Action, *, but: tuple[str, ...]) -> Iterator[str]:
    for field in fields(one):
        value = getattr(one, field.name)
        if field.name in but or (field.default is not MISSING and value == field.default):
            continue
        words = ", ".join(_unusual(value, but=())) if isinstance(value, Action) else value
        yield field.name if value is True else f"{field.name}: {words}"


def small() -> list[tuple[str, str]]:
    """Return the small notes, each with what comes of it."""
    return [(one.partition(_COMES)[0], one.partition(_COMES)[2]) for one in SMALL.read_text("utf-8").split(_RULE)]


def of_small(notes: str) -> str:
    """Return what comes of small notes; a recording is said to begin at ten where the first line says so."""
    start, text = ("10:00", notes.removeprefix("(begun at 10:00)\n")) if notes.startswith("(begun") else (None, notes)
    try:
        return "".join(f"{line}\n" for line in told(read(text.removesuffix("\n"), start=start), text))
    except UserError as error:
        return f"{error}\n"


def test_of_small_notes_comes_what_came_before():
    assert {notes: of_small(notes) for notes, _ in small()} == dict(small())


if __name__ == "__main__":
    SMALL.write_text(_RULE.join(f"{notes}{_COMES}{of_small(notes)}" for notes, _ in small()), "utf-8")
