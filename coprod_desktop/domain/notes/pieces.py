"""The beginning of each line of notes: its bullet and its time; what the words are is read afterwards."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from coprod_desktop.domain.notes import headings, tidy, times
from coprod_desktop.domain.notes.times import ReadTime

_BULLET = re.compile(
    r"^(?:(?P<sign>[-–—•·‣▪●○>➢→✓☐□◦])\s*(?=[^\s-]|->|$)|(?P<star>\*)\s+|(?P<letter>o)\s{2,}|(?P<box>\[[ xX]?\])\s*)"
)
_POINTS = frozenset("•▪●*")
"""Bullets that stand behind a time too."""
_BOX = re.compile(r"^\[[ xX]?\]\s*")
"""A box to tick, behind a bullet: "- [ ] ring the bus company"."""
_NUMBER = re.compile(r"^\(?(?P<number>\d{1,3})[.)]\s+(?=\S)")
_SECTION = re.compile(r"^\d{1,2}\.(?P<part>\d{1,2})\.?\s+(?=[^\W\d_])")
"""The number of a paragraph of minutes."""
_STRESSED = re.compile(r"^(?P<sign>[*_]{1,2})(?=[^\s*_])(?P<lead>[^*_:\n]{1,40})(?::(?P=sign)|(?P=sign)\s?:)\s*")
"""A name or a mark in bold, its colon inside or behind: "**Question:** Why?"."""
_FEW = 4


@dataclass(frozen=True)
class Piece:
    """One line: as it stood, and what is left after what stands before the words."""

    raw: str
    rest: str
    bullet: bool
    number: int | None
    time: ReadTime | None
    blank_before: bool
    indent: int

    @property
    def begins(self) -> bool:
        """Whether it begins something by its bullet or its time."""
        return self.bullet or self.time is not None


def of_lines(lines: Sequence[str]) -> list[Piece]:
    """Return the lines that are not empty. What looks like a time at the beginning is one where lines mostly have one."""
    found = []
    blank = True
    sections = _are_sections(lines)
    for line in lines:
        start = _STRESSED.sub(r"\g<lead>: ", tidy.beginning(line))
        if not start.strip():
            blank = True
            continue
        section = _SECTION.match(start) if sections else None
        piece = _piece(line, start.rstrip()[section.end() if section else 0 :], blank)
        found.append(piece if section is None else replace(piece, number=int(section["part"])))
        blank = False
    return _with_times_above(_with_times(_with_numbers(found)))


def _are_sections(lines: Sequence[str]) -> bool:
    """Tell whether lines are numbered as minutes are, "2.1", "2.2": no time of day is written so."""
    numbered = [m for line in lines if (m := _SECTION.match(tidy.beginning(line))) is not None]
    return len(numbered) >= _FEW - 1 and any(len(m["part"]) == 1 for m in numbered)


def _with_times_above(pieces: list[Piece]) -> list[Piece]:
    """Take a time that stands on a line of its own to the lines below it that have none."""
    made: list[Piece] = []
    above: Piece | None = None
    for piece in pieces:
        if piece.time is not None and not piece.rest.strip(" -–—:"):
            above = piece
            continue
        if above is not None and piece.time is None:
            piece = replace(piece, time=above.time, blank_before=piece.blank_before or above.blank_before)
        elif piece.time is not None:
            above = None
        made.append(piece)
    return made if any(piece.rest for piece in made) else pieces


def _piece(line: str, start: str, blank: bool) -> Piece:
    indent = len(line.expandtabs(4)) - len(line.expandtabs(4).lstrip(" "))
    read, rest = times.at_start(start)
    bullet = False
    found = _BULLET.match(start)
    if read is None and found is not None and not headings.is_rule(start):
        bullet, rest = True, _BOX.sub("", tidy.beginning(start[found.end() :]))
        read, rest = times.at_start(rest)
    elif (
        read is not None and (found := _BULLET.match(rest)) is not None and (found["sign"] or found["star"]) in _POINTS
    ):
        rest = rest[found.end() :]
    return Piece(line.rstrip(), tidy.beginning(rest), bullet, None, read, blank, indent)


def _with_numbers(pieces: list[Piece]) -> list[Piece]:
    """Take the numbers from the beginnings of lines that are counted one after the other; of headings they stay."""
    numbered = [(at, m) for at, p in enumerate(pieces) if p.time is None and (m := _NUMBER.match(p.rest))]
    numbers = [int(m["number"]) for _, m in numbered]
    follow = sum(b == a + 1 for a, b in itertools.pairwise(numbers))
    if len(numbers) < max(3, 0.5 * len(pieces)) or follow < 0.6 * (len(numbers) - 1):
        return pieces
    made = list(pieces)
    for at, m in numbered:
        rest = pieces[at].rest[m.end() :]
        read, after = times.at_start(rest)
        made[at] = replace(pieces[at], number=int(m["number"]), rest=after if read else rest, time=read)
    return made


def _with_times(pieces: list[Piece]) -> list[Piece]:
    with_time = [p for p in pieces if p.time is not None]
    sure = [p for p in with_time if not p.time.bare and ":" in p.time.written]  # type: ignore[union-attr]
    enough = len(with_time) >= max(2, 0.25 * len(pieces)) or (len(pieces) <= _FEW and bool(with_time))
    if enough:
        return pieces
    return [p if p.time is None or p in sure else _put_back(p) for p in pieces]


def _put_back(piece: Piece) -> Piece:
    start = tidy.beginning(piece.raw)
    if piece.bullet and (found := _BULLET.match(start)) is not None:
        start = tidy.beginning(start[found.end() :])
    return replace(piece, rest=start, time=None)
