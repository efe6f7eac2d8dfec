"""The note-taker's habits, as the shape of all lines shows them: wrapped lines, names or times behind the words, topics."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from coprod_desktop.domain.notes import times
from coprod_desktop.domain.notes.known_words import plain
from coprod_desktop.domain.notes.pieces import Piece
from coprod_desktop.domain.notes.shapes import is_name_only
from coprod_desktop.domain.notes.spoken import behind
from coprod_desktop.domain.notes.state import Reading

_LEAST = 3
_BOXED = re.compile(r"\S\s*\(([A-Z][a-z]+)\)\W*$")
ENDED = re.compile(r"[.!?][\"”'’)]*$")
"""Words that are a whole sentence."""
_WRAPPED, _NARROW = 60, 36


def are_answered(found: Sequence[Piece]) -> bool:
    """Tell whether questions head the lines: after a blank line one that asks, and answers right below it, twice or more."""
    heads = [p.blank_before and p.rest.endswith("?") and not p.bullet for p in found]
    tops = [at for at, one in enumerate(heads) if one and at + 2 < len(found)]
    held = [at for at in tops if not found[at + 1].blank_before and not found[at + 2].blank_before]
    return len(held) > 1 and len(held) == sum(heads)


def is_wrapped(found: Sequence[Piece]) -> bool:
    """Tell whether lines are broken where the paper ended: most that have more below them end in mid sentence."""
    inner = [p.raw.strip() for p, below in itertools.pairwise(found) if not below.blank_before]
    open_ones = sorted(len(line) for line in inner if not ENDED.search(line) and not line.endswith(":"))
    if len(open_ones) < _LEAST or len(open_ones) < 0.5 * len(inner):
        return False
    middle, longest = open_ones[len(open_ones) // 2], max(map(len, inner))
    blocks = sum(p.blank_before for p in found)
    long_ones = middle >= _WRAPPED and 1 < blocks < 0.7 * len(found)
    ended = sum(ENDED.search(line) is not None for line in inner) + blocks
    even = middle >= _NARROW and middle >= 0.8 * longest and ended >= 0.3 * len(found)
    return long_ones or even


def look_behind(reading: Reading, found: Sequence[Piece]) -> None:
    """See whether times or names stand behind the words in this text."""
    in_front = sum(p.time is not None for p in found)
    timed = [times.at_end(p.rest) for p in found]
    reading.times_behind = in_front < 0.2 * len(found) and sum(t is not None for t, _ in timed) >= max(
        2, 0.4 * len(found)
    )
    names: list[tuple[str, str]] = []
    for piece, (_t, before) in zip(found, timed, strict=True):
        who = behind(before if reading.times_behind else piece.rest)
        if who is not None and (shape := reading.labels.shape(who[0])):
            names.append((plain(who[0]), shape))
    boxed = [m[1] for p in found if (m := _BOXED.search(p.rest)) is not None]
    reading.boxed_behind = sum(is_name_only(plain(who)) or reading.labels.is_name_too(plain(who)) for who in boxed) > 1
    few = len({name for name, _ in names}) <= 0.8 * len(names)
    reading.small_behind = few and len(names) >= max(3, 0.6 * len(found))
    named = [name for name, shape in names if shape != "lower" or reading.small_behind]
    reading.names_behind = not reading.labels.most_are() and len(named) >= max(2, 0.4 * len(found))
    reading.labels.counts.update(named)


def has_topics(found: Sequence[Piece]) -> bool:
    """Tell whether times stand before topics, and what was said stands in bullets below them."""
    timed = sum(p.time is not None and not p.bullet for p in found)
    above = sum(
        p.time is not None and not p.bullet and b.bullet and b.time is None for p, b in itertools.pairwise(found)
    )
    return timed > 1 and above >= 0.5 * timed and sum(p.bullet for p in found) >= timed
