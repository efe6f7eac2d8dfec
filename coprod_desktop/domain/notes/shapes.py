"""What names look like: two words with capitals, initials, small letters; by what else somebody may be noted."""

from __future__ import annotations

import re

from coprod_desktop.domain.check import known
from coprod_desktop.domain.check.words import fold
from coprod_desktop.domain.notes.known_words import plain

_LONGEST = 60
PARTICLES = frozenset(
    [
        "ap",
        "ab",
        "ben",
        "bin",
        "bint",
        "da",
        "de",
        "del",
        "den",
        "der",
        "di",
        "dos",
        "du",
        "el",
        "ibn",
        "la",
        "le",
        "mac",
        "mc",
        "o",
        "van",
        "von",
        "und",
        "y",
        "al",
        "ul",
        "ur",
    ]
)
TITLES = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "miss",
        "mx",
        "dr",
        "prof",
        "cllr",
        "sir",
        "dame",
        "lady",
        "lord",
        "councillor",
        "rev",
        "fr",
        "sr",
        "father",
        "sister",
    ]
)


def is_name_only(word: str) -> bool:
    """Tell whether a word is a first name and nothing else."""
    return known.is_first_name(word) and not known.is_word(word)


def shape_of_name(who: str) -> str:
    """Return whether a label has the shape of a name: name (two words up), one, lower; "" for none."""
    tokens = who.split()
    if not tokens or len(tokens) > 5 or len(who) > _LONGEST or re.search(r"[\d!?…;]", who):
        return ""
    if re.search(r"[.,]", re.sub(r"\b(?:[A-Z]|[A-Z][a-z]{1,3})\.", "", who)):
        return ""
    loud = [
        t
        for at, t in enumerate(tokens)
        if (t.casefold() not in PARTICLES or (at == 0 and t[0].isupper()))  # Ben, Al and Di are people
        and t.casefold().strip(".") not in TITLES
    ]
    if not loud or not all(any(c.isalpha() for c in t) for t in loud):
        return ""
    first = [next(c for c in t if c.isalpha()) for t in loud]
    if all(not c.isupper() and not c.islower() for c in first):  # scripts without capitals
        return "name" if 1 < len(loud) < 4 else "one" if len(loud) == 1 else ""
    if all(c.isupper() or (c.isalpha() and not c.islower()) for c in first):
        return "name" if len(loud) > 1 else "one"
    if len(tokens) < 3 and all(t.islower() for t in tokens):
        return "lower"
    return ""


def initials_of(name: str) -> set[str]:
    """Return the initials somebody may be noted by: "Wyn ap Rhydderch" is WaR, WAR and WR."""
    parts = [p for p in re.split(r"[\s-]+", name) if p and p[0].isalpha()]
    plain_parts = [p for p in parts if p.casefold() not in PARTICLES and p.casefold().strip(".") not in TITLES]
    spaced = [p for p in name.split() if p[:1].isalpha() and p.casefold() not in PARTICLES]
    made = {"".join(p[0] for p in group) for group in (parts, plain_parts, spaced) if len(group) > 1}
    if len(spaced) > 1:
        made.add(spaced[0][0] + spaced[-1][0])
        made.add(spaced[0][0] + "".join(c for c in spaced[-1] if c.isupper())[:2])
    return {fold(m) for m in made}


def shorts_of(name: str) -> set[str]:
    """Return by what else somebody may be noted: initials, and first name or title and surname."""
    first, last = plain(name).split()[0], plain(name).split()[-1]
    return {*initials_of(name), f"{first} {last}" if first.strip(".") in TITLES else first}


def first_letter(name: str) -> str:
    """Return the first letter of a name after a title, folded."""
    parts = plain(name).split()
    return next((part for part in parts if part.strip(".") not in TITLES), parts[0])[0]
