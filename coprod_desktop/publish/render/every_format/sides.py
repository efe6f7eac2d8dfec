"""From which side words are read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import bidirectional

from coprod_desktop.publish.document import Run

_FROM_RIGHT = {"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"}
_MONTH = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*"
_GAP = "[ \xa0]"
KEEPS_ITS_ORDER = re.compile(
    rf"(?<!\w)[£€$]{_GAP}?\d+(?:[.,]\d+)*(?:{_GAP}?(?:million|billion|bn|m|k)\b)?"
    rf"|(?<!\w)\d{{1,2}}(?:st|nd|rd|th)?{_GAP}{_MONTH}\.?(?:{_GAP}\d{{4}})?(?!\w)"
    rf"|(?<!\w)\+?\d+(?:{_GAP}\d+)+(?!\w)"
    r"|(?<!\w)(?:\+\d|0\d)\d*(?:-\d+)+(?!\w)"
    rf"|(?<!\w)\d{{1,4}}-\d{{1,2}}-\d{{1,4}}(?!\w)"
    rf"|(?<!\w)\d{{1,2}}(?:[:.]\d{{2}})?{_GAP}?[ap]\.?m\b\.?"
)
"""Money, a date in English or in figures, a phone number, a time with am or pm, whose parts a sentence from the right would turn about.

A time by itself, "9:30", stays in order there, and from one to another is read from the right.
"""
_BEGINS = re.compile(r"[£€$+\d]")
"""How each of these begins, which is sooner looked for."""


def in_order(text: str) -> Iterator[tuple[str, bool]]:
    """Yield text of a sentence from the right in parts, each with whether it keeps its own order, from the left."""
    at = 0
    begins = _BEGINS.search(text)
    for kept in KEEPS_ITS_ORDER.finditer(text, begins.start()) if begins else ():
        if kept.start() > at:
            yield text[at : kept.start()], False
        yield kept[0], True
        at = kept.end()
    if at < len(text):
        yield text[at:], False


def any_from_right(text: str) -> bool:
    """Tell whether text has letters in it that are read from the right."""
    return not text.isascii() and any(bidirectional(char) in ("R", "AL") for char in text)


def runs_rightwards(text: str) -> bool:
    """Tell whether text begins with a letter that is read from the right."""
    if text.isascii():
        return False
    ways = (bidirectional(char) for char in text)
    return next((way != "L" for way in ways if way in ("L", "R", "AL")), False)


def language_from_right(lang: str) -> bool:
    """Tell whether a language is written from the right."""
    return lang.lower().split("-")[0] in _FROM_RIGHT


def from_right(run: Run) -> bool:
    """Tell whether a run is read from the right; one that says nothing of itself goes by its first letter."""
    return run.dir == "rtl" or (run.lang is None and runs_rightwards(run.text))
