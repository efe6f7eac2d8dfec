"""What each word of a text makes worth looking for. One look-up a word, so that most lines cost next to nothing."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from coprod_desktop.domain.check import addresses, codes, gentle, known, lists, online, spoken
from coprod_desktop.domain.check.worth import (
    CUED,
    DIGITS,
    DWELLS,
    HEALTH,
    LAW,
    ODD,
    ONLINE,
    PASSES,
    POINTS,
    SPOKEN,
    VIOLENCE,
)

_SENSITIVE = ((HEALTH, gentle.HEALTH_STEM), (VIOLENCE, gentle.VIOLENCE_STEM), (LAW, gentle.LAW_STEM))
_SETS = (
    (SPOKEN, spoken.TRIGGERS),
    (DWELLS, addresses.TRIGGERS),
    (ONLINE, online.TRIGGERS),
    (POINTS, gentle.TRIGGERS),
    (PASSES, codes.TRIGGERS),
)


def of(tokens: Iterable[str]) -> int:
    """Return everything that is worth looking for in a text with these words."""
    found = 0
    for token in tokens:
        found |= _of_one(token)
    return found


def is_cue(token: str) -> bool:
    """Tell whether names stand after or before this word, or it is none of English."""
    return bool(_of_one(token) & (ODD | CUED))


@lru_cache(1 << 13)
def _of_one(token: str) -> int:
    found = 0
    bare = token.removesuffix("'s")
    for trait, words in _SETS:
        if token in words or bare in words:
            found |= trait
    for trait, stem in _SENSITIVE:
        if stem.match(token):
            found |= trait
    if any(c.isdigit() for c in token):
        found |= DIGITS if token.isdigit() else DIGITS | ODD
    elif not known.is_word(token):
        found |= ODD
    if token in _CUES:
        found |= CUED
    if token in {"mr", "mrs"}:
        found |= ODD
    if "-" in token and not spoken.TRIGGERS.isdisjoint(token.split("-")):
        found |= SPOKEN
    return found


_CUES = (
    lists.RELATIONS
    | lists.TITLES
    | lists.TITLES_ABROAD
    | lists.POLITE_AFTER
    | {second for _, second in lists.RELATIONS_IN_TWO}
    | {"called", "named", "our", "boy", "girl", "lad", "lass"}
)
