"""The names of people who were erased, known again by a keyed hash alone: a file or an older copy may still hold them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from coprod_desktop.domain.check.words import tidy
from coprod_desktop.domain.ids import made_id
from coprod_desktop.store.gone import GoneRow, words_hash

NOUN = "name"
"""The noun of what is gone that is a name in other people's words."""
_WORD = re.compile(r"\w+(?:[\w'’.-]*\w)?")
_MOST = 4
"""A name is looked for in so many words that stand together."""


def row_id(session_key: str, hashed: str) -> str:
    """Return the id under which an erased name is remembered for one session."""
    return made_id("erased name", session_key, hashed)


def hash_of(session_key: str, name: str) -> str:
    """Return the hash of a name as it stood in one session: the same whatever its spaces and capitals."""
    return words_hash(made_id("erased names", session_key), tidy(name))


class ErasedNames:
    """Finds in the texts of one session the names that were taken out of it."""

    def __init__(self, rows: Iterable[GoneRow], session_key: str) -> None:
        self._key = session_key
        self._hashes = {row.words_hash for row in rows if row.noun == NOUN and row.session_key == session_key}
        self._known: dict[str, bool] = {}

    @property
    def any(self) -> bool:
        """Whether a name was taken out of this session."""
        return bool(self._hashes)

    def places(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield where they stand in a text (tidied), the longest first at each place."""
        words = [m.span() for m in _WORD.finditer(tidy(text))] if self._hashes else []
        text, at = tidy(text), 0
        while at < len(words):
            run = next((n for n in range(_MOST, 0, -1) if self._is_run(text, words, at, n)), 0)
            if run:
                yield words[at][0], words[at + run - 1][1]
            at += run or 1

    def _is_run(self, text: str, words: list[tuple[int, int]], at: int, run: int) -> bool:
        return at + run <= len(words) and self.holds(text[words[at][0] : words[at + run - 1][1]])

    def holds(self, name: str) -> bool:
        """Tell whether this is such a name."""
        if name not in self._known:
            self._known[name] = hash_of(self._key, name) in self._hashes
        return self._known[name]
