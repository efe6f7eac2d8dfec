"""Takes what one line says out of notes as they were typed: strike and seal leave no copy there."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import Any

_ENOUGH = 0.6
"""So much of a line's words in one place of the notes means it is told there."""
_FEWEST = 3
_LINES = 3
"""A line of notes may be broken over so many lines."""
_AROUND = " .,;:“”\"'"
"""Marks that stood around a copy."""


def without(notes: Any, words: str) -> Any:
    """Return raw notes (a text, or a list or object of texts) without the places that hold these words."""
    if isinstance(notes, str):
        return _from_text(notes, words)
    if isinstance(notes, list):
        return [without(part, words) for part in notes]
    if isinstance(notes, dict):
        return {key: without(part, words) for key, part in notes.items()}
    return notes


def without_copy(text: str, words: str) -> str:
    """Return a text without any copy of these words, its lines as they were. Words that say little are taken for a copy only when they are all of it."""
    folded, tokens = _folded(text), _tokens(words, every=True)
    if not tokens or len(folded) != len(text):
        return text
    if len(set(_tokens(words))) < _FEWEST:
        return "" if _tokens(text, every=True) == tokens else text
    copies = [found.span() for found in re.finditer(_in_a_row(tokens) + r"(?![^\W_])", folded)]
    if not copies:
        return text
    ends = [0, *(end for _, end in copies)]
    starts = [*(start for start, _ in copies), len(text)]
    left = " ".join(text[end:start] for end, start in zip(ends, starts, strict=True))
    return re.sub(r"[^\S\n]+", " ", left).strip(_AROUND + "\n")


def _in_a_row(tokens: Sequence[str]) -> str:
    """Return a pattern for these words, whatever stands between them; the first begins where a word begins."""
    return r"(?<![^\W_])" + r"[\W_]*".join(map(re.escape, tokens))


def _from_text(notes: str, words: str) -> str:
    notes, words = unicodedata.normalize("NFC", notes), unicodedata.normalize("NFC", words)
    exact = re.findall(r"[^\W_]+", words)
    if exact and (len(exact) > 1 or len(exact[0]) > _FEWEST):
        notes = re.sub(_in_a_row(exact) + r"[^\W_]*", "", notes, flags=re.IGNORECASE)  # never half a word
    wanted = set(_tokens(words))
    if len(wanted) < _FEWEST:
        return notes
    lines = notes.split("\n")
    for size in range(1, _LINES + 1):
        for at in range(len(lines) - size + 1):
            here = set(_tokens(" ".join(lines[at : at + size])))
            if len(here & wanted) >= max(_FEWEST, _ENOUGH * len(wanted)):
                lines[at : at + size] = [""] * size
    return "\n".join(lines)


def _folded(text: str) -> str:
    return unicodedata.normalize("NFC", text).casefold().replace("’", "'")


def _tokens(text: str, *, every: bool = False) -> list[str]:
    """The words of a text; those of one or two letters tell nothing."""
    found = re.findall(r"[^\W_]+", _folded(text))
    return found if every else [token for token in found if len(token) > 2]
