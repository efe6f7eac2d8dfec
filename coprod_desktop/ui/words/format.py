"""Formats and copies in words, the same on every page; the words are those of the table of formats."""

from __future__ import annotations

from collections.abc import Sequence

from coprod_desktop.services.program import content


def format_words(name: str, large_pt: int | None = None) -> str:
    """Return a format in words, with its size of type; words that are no format, such as "Printed", stay."""
    return content.load().formats.words(name, large_pt)


def copies(formats: Sequence[str], large_pt: int | None = None) -> str:
    """Return "Large print (PDF), 20 point; Braille files"."""
    return "; ".join(format_words(name, large_pt) for name in formats)


def reading(reads: Sequence[str], cannot_make: Sequence[str], large_pt: int) -> str:
    """Return how someone reads: "Reads large print, 20 point"; that nobody asked, when nobody did."""
    if not reads and not cannot_make:
        return "Nobody has asked how they read"
    size = f", {large_pt} point"
    known = [form.reads + (size if form.sized else "") for form in content.load().formats.among(reads)]
    return "Reads " + "; ".join([*known, *(f"“{words}”" for words in cannot_make)])
