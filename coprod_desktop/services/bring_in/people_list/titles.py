"""Lines that head a part of a list: what they say of everybody below, and those nobody knows, which end what the one above says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum
from itertools import takewhile

from coprod_desktop.domain.check.known import is_first_name, is_word
from coprod_desktop.domain.check.lists import FUNCTION_WORDS, STARTING_NAMES, WORD_NAMES
from coprod_desktop.domain.check.words import fold
from coprod_desktop.domain.list_words import ListWords, Section
from coprod_desktop.services.bring_in.people_list.couples import apart
from coprod_desktop.services.bring_in.people_list.said import begins_with_reply, refused_in, speaks_of_coming
from coprod_desktop.services.bring_in.people_list.sheets import Row

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_NONE = re.compile(r"[\d,;@()\[\]+]|\s[-–—]\s|[.:!?]\s")
"""Stands beside a name, and in no title."""
_COUNT = re.compile(r"\s*[(\[]?\b\d+\b[)\]]?")
_IN_BRACKETS = re.compile(r"\([^()]*\)")
_REFUSES = re.compile(
    r"(?:(?:people|those|anyone|these)\b[a-z ]*? )?(?:said no|no|not|never|don['’]?t|do not|must not|without|avoid)\b[a-z ,/&'’]*[.:!]*",
    re.I,
)
_LONGEST, _MOST_WORDS = 60, 8
"""Characters and words of a title."""
_ON_A_DAY = re.compile(
    r" (?:for|on)(?: the)?(?: \w+day)?(?: \d{1,2}(?:st|nd|rd|th)?)?(?: (?:of )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*)?$",
    re.I,
)
"""The day of which a title speaks: "Confirmed for the 10th"."""
_OF_SOMEBODY = frozenset({"from", "with", "w/"})
"""Behind a name: "Mags from the choir"."""


class Title(Enum):
    """Whether a line is a title."""

    NO = 0
    MAYBE = 1
    """It may as well be what somebody is called: "Drivers"."""
    SURE = 2


def alone(row: Row) -> str:
    """Return the line that stands alone in a row, in one cell or the same in several; "" when none does."""
    said = {*row.filled}
    return said.pop() if len(said) == 1 else ""


def section_of(line: str, words: ListWords) -> Section | None:
    """Return what a line says of everybody below it; None when it is no known heading of a part."""
    if not line or len(line) > _LONGEST:
        return None
    bare = _COUNT.sub(" ", _ON_A_DAY.sub("", _IN_BRACKETS.sub(" ", line).rstrip(" :"))).strip()
    if refuses(bare):
        return Section(refused=tuple(sorted(refused_in(bare))))
    return words.section(bare)


def refuses(line: str) -> bool:
    """Tell whether a line only says no for those it heads, or for whom it stands below: "Do not photograph"; not "No photos of Ann"."""
    return (
        _REFUSES.fullmatch(line) is not None
        and bool(refused_in(line))
        and (line.isupper() or not any(word[0].isupper() for word in line.split()[1:]))
    )


def title(line: str, words: ListWords, *, stands_out: bool) -> Title:
    """Return whether a line that stands alone is a title nobody knows; `stands_out` when a gap, or its length, sets it apart from the names."""
    bare = _COUNT.sub("", line).strip(" :–-?*#=_")
    parts = _WORD.findall(bare)
    if not parts or len(parts) > _MOST_WORDS or _NONE.search(bare):
        return Title.NO
    upper = parts[0][0].isupper()
    if any(map(_is_first, takewhile(lambda part: part[0].isupper() == upper, parts))):
        return Title.NO  # "Big Tony from the allotment"
    if words.has("titles", parts[0]) or words.is_one("nobody", bare) or begins_with_reply(bare, words):
        return Title.NO
    said = [fold(part) for part in parts]
    known = all(is_word(one) or words.has("particles", one) or _is_first(one) for one in said[1:]) and is_word(said[0])
    headed = line.rstrip().endswith(":")
    small = (
        part for part, one in zip(parts, said, strict=True) if part[0].islower() and (upper or one in FUNCTION_WORDS)
    )
    if any(not words.has("particles", part) for part in small):
        if known:
            return Title.SURE if upper or headed else Title.MAYBE
        unlike = _OF_SOMEBODY.isdisjoint(said) and not speaks_of_coming(bare, words) and len(apart(bare, words)) < 2
        return Title.MAYBE if headed or (upper and unlike) else Title.NO
    if headed or (known and said[0] in FUNCTION_WORDS):
        return Title.SURE if known else Title.MAYBE
    return Title.MAYBE if known and _is_for_many(said, stands_out) else Title.NO


def _is_first(word: str) -> bool:
    return is_first_name(fold(word)) or fold(word) in STARTING_NAMES


def _is_for_many(said: Sequence[str], stands_out: bool) -> bool:
    """Tell whether words that may be a name are a title all the same: "Drivers", "Tea Makers"; not "Mark Rivers"."""
    return (stands_out or WORD_NAMES.isdisjoint(said)) and (stands_out or said[-1].endswith(("s", "ing")))
