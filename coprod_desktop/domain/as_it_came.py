"""Words pasted from a mail or typed on another machine, as they are kept: the same words, without what nobody sees."""

from __future__ import annotations

import unicodedata

from coprod_desktop.domain.check.words import tidy

_UNSEEN = ("Cc", "Cf", "Mn")


def as_it_came(text: str) -> str:
    """Return the text with its lines as they were, but no signs that control a machine; "" when nothing of it is seen."""
    lines = tidy(text.replace("\r\n", "\n").replace("\r", "\n")).split("\n")
    kept = ["".join(char for char in line if char == "\t" or unicodedata.category(char) != "Cc") for line in lines]
    whole = "\n".join(line.rstrip() for line in kept).strip()
    return whole if any(_is_seen(char) for char in whole) else ""


def in_one_line(text: str) -> str:
    """Return the same on one line: who was asked, who looked."""
    return " ".join(as_it_came(text).split())


def _is_seen(char: str) -> bool:
    return not char.isspace() and unicodedata.category(char) not in _UNSEEN
