"""What exactly every text here comes apart into, each line with all that is told of it: found.tsv.

The texts are those of sessions/ and sets/, and small ones at the edge of each rule, in edges.txt: just inside it, or
just outside. A rule that changes changes lines here, and each of them is to be looked at: is it better so? Then write
them again:

    python -m tests.domain.notes.test_found
"""

from __future__ import annotations

import csv
import dataclasses
import datetime
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from coprod_desktop.domain.notes.values import Action, Cut
from tests.domain.notes import unseen
from tests.domain.notes.ruler import SESSIONS, of_file, read

FOUND, EDGES = (Path(__file__).with_name(name) for name in ("found.tsv", "edges.txt"))
DAY = datetime.date(2026, 3, 2)
"""The day they are all of."""
HEAD = ("notes", "at", "who", "kind", "words", "more")
FILES = {
    f"{path.parent.name}/{path.stem}": path for path in sorted((*SESSIONS.glob("*.txt"), *unseen.SETS.glob("*/*.txt")))
}
PLAIN, NO_ACTION = Cut(text=""), Action(what="")


@cache
def edges() -> dict[str, str]:
    """Return the small texts by what each is of."""
    parts = re.split(r"^=== (.+) ===\n", EDGES.read_text("utf-8"), flags=re.MULTILINE)[1:]
    return dict(zip(parts[::2], parts[1::2], strict=True))


def text_of(name: str) -> str:
    path = FILES.get(name)
    if path is None:
        return edges()[name]
    return of_file(path)[0] if path.parent == SESSIONS else unseen.of_file(path).text


def found(name: str) -> Iterator[tuple[str, ...]]:
    """Yield what is told of a whole text, and each of its lines."""
    whole = read(text_of(name), day=DAY)
    yield (
        name,
        "",
        "",
        whole.source.value,
        "",
        _more({"direct": whole.direct, "from start": whole.counted_from_start, "doubts": whole.doubts}),
    )
    for cut in whole.cuts:
        seldom = _unlike(cut, PLAIN, {"text", "at", "speaker", "kind", "action"})
        todo = {} if cut.action is None else {"to do": cut.action.what, **_unlike(cut.action, NO_ACTION, {"what"})}
        yield name, cut.at or "", cut.speaker or "", cut.kind.value, _plain(cut.text), _more({**todo, **seldom})


def _unlike(one: Cut | Action, plain: Cut | Action, without: set[str]) -> dict[str, object]:
    names = [field.name for field in dataclasses.fields(one) if field.name not in without]
    return {name: getattr(one, name) for name in names if getattr(one, name) != getattr(plain, name)}


def _more(told: dict[str, object]) -> str:
    shown = {name: " ".join(value) if isinstance(value, tuple) else value for name, value in told.items() if value}
    return _plain(" | ".join(name if value is True else f"{name}: {value}" for name, value in shown.items()))


def _plain(words: str) -> str:
    return words.replace("\n", "\\n").replace("\t", "\\t")


@cache
def before() -> dict[str, list[tuple[str, ...]]]:
    """Return the lines that were looked at, by the text they are of."""
    made: dict[str, list[tuple[str, ...]]] = {}
    with FOUND.open(encoding="utf-8", newline="") as file:
        for row in list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))[1:]:
            made.setdefault(row[0], []).append(tuple(row))
    return made


@pytest.mark.parametrize("name", [*FILES, *edges()])
def test_in_every_text_the_same_is_found_as_before(name):
    assert list(found(name)) == before().get(name)


def test_each_text_that_was_looked_at_is_still_here():
    assert list(before()) == [*FILES, *edges()]


if __name__ == "__main__":
    rows = [HEAD, *(row for name in (*FILES, *edges()) for row in found(name))]
    FOUND.write_text("".join("\t".join(row) + "\n" for row in rows), "utf-8")
