"""From which side words are read."""

from __future__ import annotations

import re
from unicodedata import bidirectional

from coprod_desktop.publish.document import Run

_FROM_RIGHT = {"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"}
_MONTH = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*"
_GAP = "[ \xa0]"
KEEPS_ITS_ORDER = re.compile(
    rf"(?<!\w)[£€$]{_GAP}?\d+(?:[.,]\d+)*(?:{_GAP}?(?:million|billion|bn|m|k)\b)?"
    rf"|(?<!\w)\d{{1,2}}(?:st|nd|rd|th)?{_GAP}{_MONTH}\.?(?:{_GAP}\d{{4}})?(?!\w)"
    rf"|(?<!\w)\+?\d+(?:{_GAP}\d+)+(?!\w)"
)
"""Money, a date in English and a phone number: in a sentence from the right they would be turned about, part by part."""


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
