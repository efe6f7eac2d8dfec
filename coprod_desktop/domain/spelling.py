"""Which words of a line may be misspelt. Nothing is changed: whoever types sees a quiet line below the word, no more.

Names of the people on the list, places, themes and the words of the plain-words list are known. Never looked at: what
holds a digit, is in capitals or a web or mail address, and the word that is still being typed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable
from typing import NamedTuple

from coprod_desktop.domain.check import known
from coprod_desktop.domain.check.words import fold

SHORTEST = 3
"""Letters of a word that is looked at."""
FOREIGN, ENOUGH = 0.5, 4
"""When so great a part of at least so many words is not known, the line is in another language: nothing is said."""
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_NOT_WORDS = re.compile(r"\S*(?:://|www\.|@|\d)\S*")


class Doubt(NamedTuple):
    """A word that may be misspelt, and where it stands in the text."""

    start: int
    end: int
    word: str


def local_names(texts: Iterable[str]) -> frozenset[str]:
    """Return the words of names, themes and the like, as `doubtful` takes them."""
    return frozenset(fold(word) for text in texts for word in _parts(text))


def doubtful(
    text: str, is_word: Callable[[str], bool], local: Collection[str] = (), *, typing: int | None = None
) -> tuple[Doubt, ...]:
    """Return the words of a text that no list knows. `typing`: where the cursor is; the word it touches is not looked at."""
    addresses = [found.span() for found in _NOT_WORDS.finditer(text)]
    looked_at = [
        found
        for found in _WORD.finditer(text)
        if len(found[0]) >= SHORTEST
        and not found[0].isupper()
        and not any(start <= found.start() < end for start, end in addresses)
    ]
    doubts = [found for found in looked_at if not _is_known(found[0], is_word, local)]
    if len(looked_at) >= ENOUGH and len(doubts) > FOREIGN * len(looked_at):
        return ()
    return tuple(
        Doubt(found.start(), found.end(), found[0])
        for found in doubts
        if typing is None or not found.start() <= typing <= found.end()
    )


def words_told(doubts: Iterable[Doubt]) -> str:
    """Say it to a screen reader: "Look at the spelling of: recieve, tomorow"; "" for none."""
    words = ", ".join(dict.fromkeys(doubt.word for doubt in doubts))
    return f"Look at the spelling of: {words}" if words else ""


def _is_known(word: str, is_word: Callable[[str], bool], local: Collection[str]) -> bool:
    plain = word.replace("’", "'")
    bare = re.sub("'s?$", "", plain)
    if {fold(plain), fold(bare)} & set(local):
        return True
    if is_word(plain) or is_word(bare):
        return True
    folded = fold(bare)
    if any(
        is_known(folded) for is_known in (known.is_of_the_room, known.is_first_name, known.is_place, known.is_capital)
    ):
        return True
    return "-" in plain and all(_is_known(part, is_word, local) for part in plain.split("-") if len(part) >= SHORTEST)


def _parts(text: str) -> list[str]:
    whole = _WORD.findall(text.replace("’", "'"))
    return [*whole, *(part for word in whole for part in word.split("-"))]
