"""Formats and copies in words, the same on every page."""

from __future__ import annotations

from collections.abc import Sequence

from coprod_desktop.publish import press

FORMAT_WORDS = {form.name: form.words for form in press.FORMATS} | {"json": "Session file"}
"""By the names the press knows, as on the posting list."""
_READS = {
    "pdf": "standard print",
    "large-print": "large print",
    "easy-read": "Easy Read",
    "html": "a web page",
    "docx": "Word",
    "text": "plain text, or hears it",
    "braille": "braille",
    "csv": "a list",
    "xlsx": "a list in Excel",
    "ics": "dates for a calendar",
}


def copies(formats: Sequence[str], large_pt: int | None = None) -> str:
    """Return "Large print (PDF), 20 point; Braille files". Words that are no format, such as "Printed", stay."""
    size = f", {large_pt} point" if large_pt else ""
    return "; ".join(FORMAT_WORDS.get(f, f) + (size if f == "large-print" else "") for f in formats)


def reading(reads: Sequence[str], cannot_make: Sequence[str], large_pt: int) -> str:
    """Return how someone reads: "Reads large print, 20 point"; that nobody asked, when nobody did."""
    if not reads and not cannot_make:
        return "Nobody has asked how they read"
    known = [_READS[name] + (f", {large_pt} point" if name == "large-print" else "") for name in reads]
    return "Reads " + "; ".join([*known, *(f"“{words}”" for words in cannot_make)])
