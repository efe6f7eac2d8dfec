"""What stands in the cells of a column, whatever its heading says: addresses, numbers, days, names, yes and no."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from coprod_desktop.domain.list_words import ListWords, found, tokens
from coprod_desktop.domain.roles import group_of, is_role
from coprod_desktop.domain.words import Group

_DATE = re.compile(
    r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(?:[ T,].*)?|\d{1,2}[- ][A-Za-z]{3,9}[- ]\d{2,4}.*|\d{1,2}:\d{2}(?::\d{2})?(?: ?[ap]m)?"
    r"|(?:\d+h )?\d+m(?: \d+s)?|\d+s",
    re.I,
)
_LIVED = (Group.LIVED_EXPERIENCE, Group.CARERS)
_NUMBER = re.compile(r"[-+£$€]?\d[\d,. ]*%?")
_NUMBER_FIRST = re.compile(r"\+?\d[\d ()]{8,}")
_PHONE = re.compile(r"['+(]?[\d(][\d ()./+-]{5,}(?:\s*(?:ext|x)\.?\s*\d+)?(?:\.0)?(?:\s*\(.*\))?|\d[\d.]*e\+?\d+", re.I)


@dataclass(frozen=True)
class Looks:
    """Of the cells in which something stands: how many there are, and which part of them looks like what (0 to 1)."""

    many: int = 0
    mails: float = 0.0
    phones: float = 0.0
    dates: float = 0.0
    numbers: float = 0.0
    names: float = 0.0
    """Like somebody's whole name."""
    words: float = 0.0
    """Begin with a letter and have no @: may be a name or a part of one."""
    answers: float = 0.0
    """Yes, no, a tick."""
    replies: float = 0.0
    """Say whether somebody comes."""
    roles: float = 0.0
    people_roles: bool = False
    """Some of them say that somebody draws on care, or cares for somebody."""
    titles: float = 0.0
    """Mr, Dr."""
    titled: float = 0.0
    """Mr Lau, Dr Pillai: names of those who are no friends."""
    kinds: float = 0.0
    """Say whether the row is a person or an organisation."""
    one_word: float = 0.0
    """A word without figures: "self", "Peter"."""
    alike: bool = False
    """There are several, and all say the same."""


def looks(cells: Sequence[str], words: ListWords) -> Looks:
    """Return what cells look like. Empty ones do not count."""
    said = [cell for cell in cells if cell]
    if not said:
        return Looks()

    def part(count: int) -> float:
        return count / len(said)

    return Looks(
        many=len(said),
        mails=part(sum("@" in cell for cell in said)),
        phones=part(sum(is_phone(cell) for cell in said)),
        dates=part(sum(bool(_DATE.fullmatch(cell)) for cell in said)),
        numbers=part(sum(bool(_NUMBER.fullmatch(cell)) for cell in said)),
        names=part(sum(is_name(cell, words) for cell in said)),
        words=part(sum(_is_words(cell) for cell in said)),
        answers=part(sum(words.has("yes", cell) or words.has("no", cell) for cell in said)),
        replies=part(sum(bool(found(words.coming, tokens(cell))) for cell in said)),
        roles=part(sum(len(cell) < 60 and is_role(cell) for cell in said)),
        people_roles=any(len(cell) < 60 and group_of(cell) in _LIVED for cell in said),
        titles=part(sum(words.has("titles", cell) for cell in said)),
        titled=part(sum(" " in cell and words.has("titles", cell.partition(" ")[0]) for cell in said)),
        kinds=part(sum(is_kind(cell, words) for cell in said)),
        one_word=part(sum(cell.isalpha() for cell in said)),
        alike=len(said) > 2 and len(set(said)) == 1,
    )


def is_kind(cell: str, words: ListWords) -> bool:
    """Tell whether a cell says only whether a row is a person or an organisation."""
    return any(words.has(key, cell) for key in ("kinds_of_person", "kinds_of_organisation", "kinds_of_row"))


def is_phone(cell: str) -> bool:
    """Tell whether a cell holds a telephone number, however it is spaced or spoilt."""
    return bool(_PHONE.fullmatch(cell)) and not _DATE.fullmatch(cell)


def is_uk_phone(cell: str) -> bool:
    """Tell whether a cell can only be a telephone number, as numbers of orders and clients are not."""
    return bool(re.fullmatch(r"['(]?(?:\+44|0)[\d ()-]{9,14}", cell)) and is_phone(cell)


def is_data(cell: str) -> bool:
    """Tell whether a cell can be no heading: an address, a number, a day."""
    return (
        "@" in cell
        or bool(_NUMBER_FIRST.match(cell))
        or bool(_DATE.fullmatch(cell))
        or bool(_NUMBER.fullmatch(cell))
        or is_phone(cell)
    )


def _is_words(cell: str) -> bool:
    first = next((char for char in cell if char.isalnum()), "")
    return first.isalpha() and "@" not in cell


def is_name(text: str, words: ListWords) -> bool:
    """Tell whether a text looks like somebody's whole name: two to five words that begin with capitals, no numbers."""
    text = re.sub(r"\(.*?\)", " ", text)
    parts = [part for part in text.replace(",", " ").split() if part]
    if not 2 <= len(parts) <= 5 or re.search(r"[\d@:!?;/=]", text) or len(text) > 60:
        return False
    plain = [part for part in parts if part not in {"&", "+", "and"} and not words.has("particles", part)]
    return bool(plain) and all(_begins_a_name(part) for part in plain)


def _begins_a_name(part: str) -> bool:
    letters = [char for char in part if char.isalpha()]
    return bool(letters) and (letters[0].isupper() or letters[0].lower() == letters[0].upper())
