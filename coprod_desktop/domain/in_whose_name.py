"""Whose a thing is, by the name that was typed beside it: people write "Mo", "mo bell", "Mo Bell (co-chair)", "Mo and Ida"."""

from __future__ import annotations

import re
from collections.abc import Iterable

_ENDS = re.compile(r"^(?:[\s,;/&+]|\b(?:and|with)\b)+|(?:[\s,;/&+]|\b(?:and|with)\b)+$", re.IGNORECASE)
"""What stood between two names, once one of them is out."""
_AFTER_A_NAME = re.compile(r"[^\W\d_a-z][\w’'-]*\s+$")


def is_theirs(typed: str | None, name: str, others: Iterable[str] = ()) -> bool:
    """Tell whether what was typed names this person, alone or beside others. `others`: whoever else it could be.

    A first name alone is theirs while nobody else has it.
    """
    return typed is not None and _place(typed, name, others) is not None


def handed_on(typed: str, name: str, heir: str, others: Iterable[str] = ()) -> str | None:
    """Return what stands there once they have left: `heir`, and whoever else was named; None where nobody is left."""
    place = _place(typed, name, others)
    if place is None:
        return typed
    rest = _ENDS.sub("", f"{typed[: place[0]]} {typed[place[1] :]}")
    rest = " ".join(rest.split())
    return " and ".join(one for one in (heir.strip(), rest) if one) or None


def _place(typed: str, name: str, others: Iterable[str]) -> tuple[int, int] | None:
    parts = name.split()
    if not parts:
        return None
    whole = _found(parts, typed)
    if whole is not None or len(parts) == 1:
        return whole
    firsts = {other.split()[0].casefold() for other in others if other.split()}
    return None if parts[0].casefold() in firsts else _found(parts[:1], typed, alone=True)


def _found(parts: list[str], typed: str, *, alone: bool = False) -> tuple[int, int] | None:
    """Return where a name stands, with what is in brackets after it; `alone`: not as the first of a longer name."""
    words = r"\s+".join(map(re.escape, parts))
    longer = r"(?!\s+[^\W\d_a-z])" if alone else ""
    # the capital that begins a family name is looked for as it is typed; the name itself in any capitals
    found = re.search(rf"(?<![\w-])(?i:{words})(?![\w’'-]){longer}(?:\s*\([^)]*\))?", typed)
    if found is None or (alone and _AFTER_A_NAME.search(typed[: found.start()])):
        return None
    return found.span()
