"""The beginning of long words, for where there is no room for all of them."""

from __future__ import annotations


def beginning(words: str, most: int) -> str:
    """Return words of at most so many letters as they are, longer ones cut after a word, with "…" to say so."""
    if len(words) <= most:
        return words
    kept = words[: most + 1].rstrip()
    if len(kept) > most:  # in the middle of a word, or just behind it
        kept = words[: most + 1].rpartition(" ")[0].rstrip() or words[:most]
    return f"{kept}…"
