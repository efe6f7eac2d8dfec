"""What is different between two versions of a paper made of headings: side by side, and as a list of sentences."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from coprod_desktop.domain.agreed import Part, Parts, place_of
from coprod_desktop.domain.counted import counted


class WhatBecame(StrEnum):
    """What became of a heading."""

    SAME = "the same"
    ADDED = "added"
    TAKEN_OUT = "taken out"
    RENAMED = "called something else"
    CHANGED = "other words"


class ComparedHeading(NamedTuple):
    """One heading in two versions, side by side; "" where it does not stand."""

    change: WhatBecame
    before: Part
    after: Part
    moved: bool = False

    @property
    def heading(self) -> str:
        """What it is called now, or was."""
        return self.after[0] or self.before[0]


def compare(before: Parts, after: Parts) -> tuple[ComparedHeading, ...]:
    """Return every heading of two versions in the order of the newer; what went stands where it was."""
    pairs = _pairs(before, after)
    order = [old for old in (pairs.get(n) for n in range(len(after))) if old is not None]
    moved = set(order) - set(_rising(order))
    rows = [
        _compared(before[old] if (old := pairs.get(n)) is not None else None, part, old in moved)
        for n, part in enumerate(after)
    ]
    kept = set(pairs.values())
    for gone in (n for n in range(len(before)) if n not in kept):
        at = next((k for k in range(len(rows)) if rows[k].before[0] and before.index(rows[k].before) > gone), len(rows))
        rows.insert(at, ComparedHeading(WhatBecame.TAKEN_OUT, before[gone], ("", "")))
    return tuple(rows)


def _pairs(before: Parts, after: Parts) -> dict[int, int]:
    """Return which heading of the older each of the newer was: by what it is called, else by the same words below it."""
    found = {n: old for n, (heading, _text) in enumerate(after) if (old := place_of(before, heading)) is not None}
    for n, (_heading, text) in enumerate(after):
        if n in found:
            continue
        taken = set(found.values())
        like = [(_alike(before[old][1], text), old) for old in range(len(before)) if old not in taken]
        if like and (best := max(like))[0] > 0.8:
            found[n] = best[1]
    for n, (_heading, text) in enumerate(after):
        if n not in found and n < len(before) and n not in found.values() and not (before[n][1] + text).strip():
            found[n] = n  # the same place and no words: it was called something else
    return found


def _alike(one: str, other: str) -> float:
    words = one.split()
    return difflib.SequenceMatcher(None, words, other.split(), autojunk=False).ratio() if words else 0.0


def _rising(order: Sequence[int]) -> list[int]:
    """Return the longest run that kept its order: the others were moved."""
    best: list[list[int]] = []
    for one in order:
        longest = max((run for run in best if run[-1] < one), key=len, default=[])
        best.append([*longest, one])
    return max(best, key=len, default=[])


def _compared(before: Part | None, after: Part, moved: bool) -> ComparedHeading:
    if before is None:
        return ComparedHeading(WhatBecame.ADDED, ("", ""), after)
    if before[1].strip() != after[1].strip():
        return ComparedHeading(WhatBecame.CHANGED, before, after, moved)
    if before[0] != after[0]:
        return ComparedHeading(WhatBecame.RENAMED, before, after, moved)
    return ComparedHeading(WhatBecame.SAME, before, after, moved)


def differences(before: Parts, after: Parts) -> tuple[str, ...]:
    """Say what is different, a sentence each; nothing when nothing is."""
    return tuple(_differences(before, after))


def _differences(before: Parts, after: Parts) -> Iterator[str]:
    for row in compare(before, after):
        moved = " It stands in another place." if row.moved else ""
        if row.change is WhatBecame.ADDED:
            yield f"New: “{row.heading}”."
        elif row.change is WhatBecame.TAKEN_OUT:
            yield f"Taken out: “{row.heading}”."
        elif row.before[0] != row.after[0]:
            words = " Its words were changed too." if row.change is WhatBecame.CHANGED else ""
            yield f"“{row.before[0]}” is called “{row.after[0]}” now.{words}{moved}"
        elif row.change is WhatBecame.CHANGED:
            more, less = _words_changed(row.before[1], row.after[1])
            yield f"“{row.heading}”: {counted(more, 'word')} new, {counted(less, 'word')} taken out.{moved}"
        elif row.moved:
            yield f"“{row.heading}” stands in another place."


_WORD = re.compile(r"\S+")


class WordsPiece(NamedTuple):
    """A run of words that two versions share, or that only this one has."""

    words: str
    only_here: bool


def marked(before: str, after: str) -> tuple[tuple[WordsPiece, ...], tuple[WordsPiece, ...]]:
    """Return both texts in pieces, those marked that only one of them has. Together the pieces are the text."""
    one, other = _spans(before), _spans(after)
    match = difflib.SequenceMatcher(None, [word for word, _ in one], [word for word, _ in other], autojunk=False)
    left: list[WordsPiece] = []
    right: list[WordsPiece] = []
    for kind, a, b, c, d in match.get_opcodes():
        only = kind != "equal"
        if a < b:
            left.append(WordsPiece("".join(piece for _, piece in one[a:b]), only))
        if c < d:
            right.append(WordsPiece("".join(piece for _, piece in other[c:d]), only))
    return tuple(left), tuple(right)


def _spans(text: str) -> list[tuple[str, str]]:
    """Return each word, and with it the space that follows; what stands before the first belongs to the first."""
    words = list(_WORD.finditer(text))
    starts = [0, *(word.start() for word in words[1:]), len(text)]
    return [(word[0], text[starts[n] : starts[n + 1]]) for n, word in enumerate(words)]


def _words_changed(before: str, after: str) -> tuple[int, int]:
    left, right = marked(before, after)
    return _many(right), _many(left)


def _many(pieces: Sequence[WordsPiece]) -> int:
    return sum(len(piece.words.split()) for piece in pieces if piece.only_here)
