"""What somebody needs, as lists write it: several in a cell come apart where options repeat, never inside one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from coprod_desktop.domain.list_words import ListWords
from coprod_desktop.domain.needs import (
    CONTACT,
    FORMAT,
    OTHER,
    PROFESSIONAL,
    Needs,
    ReadNeed,
    tidy_need,
)
from coprod_desktop.services.bring_in.people_list.contact import is_said

Said = tuple[str, str]
"""A need in words, and its group."""
_WITHOUT = re.compile(
    r"(?:please )?(?:no|not|without|never|avoid)\b(?: by| near| next to| under| in| at| to| too)?\b(.+)", re.I
)
_NOT_NEEDED = re.compile(
    r"\b(?:needs?|needed|requir\w+|wants?|wanted|necessary|thanks?|applicable|known|special|specific)\b", re.I
)
_SAYS_YES = re.compile(r"^(?:yes|y)\s*[-–—:,.]+\s*(?=\w)", re.I)
_SENSES = re.compile(r"(?:hearing|sight|vision|eyesight|walking)[ :?]*", re.I)
_LANGUAGE = re.compile(r"[A-Z][a-z]+(?: [A-Z][a-z]+)?")
_SHORT = 4
"""Words of a piece that can be one of several things in a list."""


class Reader:
    """Reads needs; each text is looked at once, though thousands of rows say it."""

    def __init__(self, needs: Needs, words: ListWords) -> None:
        self._needs, self._words = needs, words
        self.read = lru_cache(maxsize=20_000)(self._read)
        self.tidy = lru_cache(maxsize=20_000)(self._tidy)

    def _read(self, words: str) -> ReadNeed:
        return self._needs.read(words)

    def _tidy(self, words: str) -> str:
        """Return a need as it is written down; "large print, 20 point" is one, whatever stands between."""
        bare = " ".join(words.replace(",", " ").split())
        made = tidy_need(self._needs, bare)
        read = self._needs.read(bare)
        whole = {f"{row.need} {read.size} point" for row in read.known if row.size}
        return made if made in whole else tidy_need(self._needs, words)

    def says_nothing(self, words: str) -> bool:
        """Tell whether words say that nothing is needed, or nothing at all."""
        return not is_said(words, self._words) or (self.read(words).nothing and not self._keeps_off(words))

    def _keeps_off(self, words: str) -> bool:
        """Tell whether a no asks for something: "no bright lights", "not by the window". "No loop needed" does not."""
        found = _WITHOUT.fullmatch(words)
        if not found or _NOT_NEEDED.search(words):
            return False
        return any(row.group == OTHER for row in self.read(found[1]).known)

    def needs(self, words: str) -> list[Said]:
        """Return a need as it is written down; empty when the words say that nothing is needed."""
        return [] if self.says_nothing(words) else [(self.tidy(words), self.read(words).group)]

    def under(self, heading: str, words: str) -> str:
        """Return a need as its column asks for it: "Polish" under "Interpreter?" is a Polish interpreter, "Aids" under "Hearing" are hearing: aids."""
        bare = words.strip()
        if _SENSES.fullmatch(heading) and not self.read(bare).known and not self.says_nothing(bare):
            return f"{heading.strip(' :?').casefold()}: {bare}"
        if (
            not re.search(r"\binterpret", heading, re.I)
            or not _LANGUAGE.fullmatch(bare)
            or re.search(r"interpret", bare, re.I)
            or self.read(bare).group == PROFESSIONAL
        ):
            return words
        return words if self.says_nothing(bare) or self._words.has("no", bare) else f"{bare} interpreter"

    def is_known(self, words: str) -> bool:
        """Tell whether words name a need of the table, and not only a size."""
        return bool(self.read(words).known) and any(char.isalpha() for char in words)


class Options:
    """Which pieces between commas are options of a form: those that several people chose."""

    def __init__(self, cells: Sequence[str], reader: Reader) -> None:
        self._reader = reader
        self._many: Counter[str] = Counter()
        self._pairs: Counter[tuple[str, str]] = Counter()
        for cell in cells:
            pieces = _between_commas(cell)
            self._many.update(set(pieces))
            self._pairs.update(pairwise(pieces))

    def pieces(self, cell: str) -> list[str]:
        """Return the needs of a cell, apart."""
        parts = (_SAYS_YES.sub("", part.strip()) for part in cell.split(";"))
        return [need for part in parts if part for need in self._apart(part)]

    def _apart(self, part: str) -> Iterator[str]:
        pieces = _between_commas(part)
        if len(pieces) < 2:
            yield part
            return
        whole = pieces[0]
        for before, piece in pairwise(pieces):
            if self._parted(before, piece, pieces):
                yield whole
                whole = piece
            else:
                whole = f"{whole}, {piece}"
        yield whole

    def _parted(self, before: str, piece: str, pieces: Sequence[str]) -> bool:
        together = self._pairs[before, piece]
        if together > 1 and together == self._many[piece]:
            return self._reader.is_known(piece) and self._many[before] > together
        if self._many[piece] > 1 and self._many[before] > 1:
            return True
        if self._reader.says_nothing(piece):
            return True
        capitals = sum(one[:1].isupper() for one in pieces)
        if capitals > 1 and not piece[:1].isupper():
            return False
        if self._reader.is_known(piece) and self._reader.is_known(before):
            return True
        return len(pieces) > 2 and all(one[:1].isalpha() and len(one.split()) <= _SHORT for one in pieces)


def _between_commas(cell: str) -> list[str]:
    return [piece for piece in map(str.strip, re.split(r",(?![^()]*\))", cell)) if piece]


def is_among(need: Said, among: Sequence[Said]) -> bool:
    """Tell whether a need is there already, perhaps in more words: "large print" in "large print 20 point"."""
    words, group = need
    return any(there == group and words.casefold() in more.casefold() for more, there in among)


def joined(found: Sequence[Said]) -> tuple[Said, ...]:
    """Return needs without those that are said twice."""
    kept: list[Said] = []
    for need in found:
        if not is_among(need, kept):
            kept.append(need)
    return tuple(kept)


def with_them(who: str, reader: Reader) -> Said:
    """Return that somebody comes with a carer or an assistant, as a need: a place for them too."""
    return reader.tidy(f"comes with {who}"), reader.read(who).group


def formats(words: str, reader: Reader) -> list[Said]:
    """Return what papers should be like."""
    return [(reader.tidy(part), FORMAT) for part in _parts(words) if not reader.says_nothing(part)]


def food(words: str, reader: Reader) -> list[Said]:
    """Return what somebody eats and does not eat."""
    return [(f"food: {part}", OTHER) for part in _parts(words) if not reader.says_nothing(part)]


def ways(words: str) -> list[Said]:
    """Return the ways in which somebody wants to be reached."""
    return [(part, CONTACT) for part in _parts(words)]


def _parts(words: str) -> list[str]:
    return [part for part in map(str.strip, words.split(";")) if part]
