"""The text itself before it is read: its lines whatever ends them, without what cannot be seen."""

from __future__ import annotations

import re
import unicodedata

_BREAKS = re.compile("\r\n?|\v|\f|\u0085|\u2028|\u2029")
_NOT_SEEN = re.compile("[\x00-\x08\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ufeff\ufff9-\ufffb\u200b\u2060]")
_DIRECTIONS = "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u061c"
_TURNED = re.compile("[\u202a-\u202e\u2066-\u2069]")
_NUL = "\x00"
_RUN = re.compile(r"([^\w\n])\1{39,}|[^\S\n]{40,}")
"""Forty blanks or stars in a row say as much as thousands, which would be read for minutes."""
LONGEST = 2_000_000
"""Characters: an eight-hour transcript has under half a million."""


def tidied(text: str) -> tuple[str, tuple[str, ...]]:
    """Return the text in lines that end alike, and sentences about what was left out of it."""
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    plain = _BREAKS.sub("\n", whole)
    seen = _NOT_SEEN.sub("", plain)
    doubts = []
    if _NUL in plain:
        doubts.append("There were marks in it that are no letters; they were left out, and every word was kept.")
    seen = _RUN.sub(lambda run: run.group()[:40], seen)
    return unicodedata.normalize("NFC", seen), tuple(doubts)


def beginning(line: str) -> str:
    """Return a line without blanks and unseen marks of direction before its first letter."""
    return line.lstrip(" \t\u00a0" + _DIRECTIONS)


def bare(line: str) -> str:
    """Return a line without blanks and marks of direction around it; marks that turn words inside it stay whole."""
    cut = line.strip(" \t\u00a0\u200e\u200f\u061c")
    if _TURNED.search(cut) is None:
        return cut
    return cut.lstrip(_DIRECTIONS + " ").rstrip(" ")


def reads_from_right(text: str) -> bool:
    """Tell whether the first letter that has a direction is written from right to left."""
    for letter in text:
        direction = unicodedata.bidirectional(letter)
        if direction in {"R", "AL"}:
            return True
        if direction == "L":
            return False
    return False
