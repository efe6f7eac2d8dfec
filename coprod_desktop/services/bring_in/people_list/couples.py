"""Two people whom a list names in one cell: "Dorothy & Ken Mabey" are Dorothy Mabey and Ken Mabey."""

from __future__ import annotations

import re
from collections.abc import Sequence

from coprod_desktop.domain.check.known import is_first_name, is_word, nicknames
from coprod_desktop.domain.check.lists import STARTING_NAMES
from coprod_desktop.domain.check.words import fold
from coprod_desktop.domain.list_words import ListWords

_AND = re.compile(r"\s*(?:&|\+|\band\b)\s*", re.I)
_BRACKETS_BEHIND = re.compile(r"([^()]+?)\s*(\([^()]*\))")
_CLAUSES = re.compile(r"\s*[,;/]\s*|\s+(?:but|and)\s+")
_THEIR = re.compile(
    r"(?i:her|his|their) (?:(?i:older|younger|adult|little) )?(?:son|daughter|wife|husband|partner|brother|sister|mother|mum|father|dad|friend|carer|pa|nephew|niece|neighbour) (?=[A-Z])"
)
"""Whose somebody is, before their own name: "and her son Jo"."""
_MOST_WORDS = 3
"""Of one name, its title not counted."""


def apart(name: str, words: ListWords) -> Sequence[str]:
    """Return the people whom a name stands for: both where both are named, else the name as it is."""
    if found := _BRACKETS_BEHIND.fullmatch(name):
        several = apart(found[1], words)
        return (name,) if len(several) < 2 else [f"{one} {found[2]}" for one in several]
    two = _of_a_slash(name) or [_THEIR.sub("", part.strip(" ,")) for part in _AND.split(_turned(name))]
    if len(two) != 2 or not all(two) or any(char.isdigit() or char in "()@" for char in name) or "/" in "".join(two):
        return (name,)
    if words.says("organisations", name) or not all(_is_named(part, words) for part in two):
        return (name,)
    (title, first), (_, second) = (_without_title(part, words) for part in two)
    if title and not first and second:
        return (" ".join([*title, second[-1]]), two[1])
    if len(second) > 1 and len(first) < 2:
        return (" ".join([*title, *first, second[-1] if first else " ".join(second)]), two[1])
    if first and not second:
        return (name,)
    return tuple(two) if first or len(second) == 1 else (name,)


def own_part(text: str, name: str, others: Sequence[str]) -> str:
    """Return what of a cell that tells people apart by first name is this one's: of "Ann yes, Bo no" Ann's is "yes".

    All of it where nobody is named; "" where only the others are.
    """
    clauses = _CLAUSES.split(text)
    if not any(_names(one).search(clause) for clause in clauses for one in (name, *others)):
        return text
    return ", ".join(_names(name).sub("", clause).strip() for clause in clauses if _names(name).search(clause))


def _names(first: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w.@])\(?{re.escape(first)}(?:['’]s)?\b(?!@)\)?\s*[:–-]?\s*", re.I)


def _of_a_slash(name: str) -> list[str]:
    """Return two people with a slash between them: "Maggie / Stu". "Elizabeth / Liz" is one, and so is "Ann Lee / Social Worker"."""
    two = [part.strip() for part in name.split("/")]
    firsts = [fold(part.partition(" ")[0]) for part in two]
    known = [is_first_name(first) or first in STARTING_NAMES for first in firsts]
    whole = any(known) and not any(map(is_word, firsts)) and all(" " in part for part in two)
    if len(two) != 2 or not (all(known) or whole):
        return []
    return [] if firsts[1] in {firsts[0]} | nicknames(firsts[0]) else two


def _turned(name: str) -> str:
    last, comma, firsts = name.partition(",")
    return f"{firsts.strip()} {last.strip()}" if comma and _AND.search(firsts) and not _AND.search(last) else name


def _without_title(part: str, words: ListWords) -> tuple[list[str], list[str]]:
    parts = part.split()
    many = next((at for at, one in enumerate(parts) if not words.has("titles", one)), len(parts))
    return parts[:many], parts[many:]


def _is_named(part: str, words: ListWords) -> bool:
    """Tell whether a part may be somebody's name: "Ken Mabey", "Ken", "Mrs"; not "guest", "2 friends", "family"."""
    parts = part.split()
    told = [one for one in parts if not words.has("titles", one)]
    if len(told) > _MOST_WORDS or any(words.has("relations", one) or words.is_one("nobody", one) for one in told):
        return False
    return all(one[:1].isupper() or words.has("particles", one) for one in parts)
