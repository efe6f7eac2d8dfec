"""Who on the list notes mean: by whole name, first name, surname or initials. Where two may be meant, it is asked."""

from __future__ import annotations

import re
from collections.abc import Sequence

from coprod_desktop.domain.check.words import fold, words_of
from coprod_desktop.domain.notes.shapes import initials_of
from coprod_desktop.domain.record import Person


def may_be(called: str, people: Sequence[Person]) -> tuple[Person, ...]:
    """Return everybody on the list whom notes may mean by what they call somebody, the surest kind of match only."""
    words = _words(re.sub(r"\s*[(\[][^()\[\]]*[)\]]", "", called))
    if not words:
        return ()
    named = [(person, _words(person.name)) for person in people]
    exact = [person for person, name in named if name == words]
    if exact:
        return tuple(exact)
    if all(len(word) == 1 for word in words):  # "H.Q." is HQ
        words = ("".join(words),)
    if len(words) > 1:
        parts = [person for person, name in named if set(words) <= set(name)]
        return tuple(parts or [person for person, name in named if _shortened(words, name)])
    (word,) = words
    first = [person for person, name in named if name[:1] == (word,)]
    if first:
        return tuple(first)
    if len(word) > 3:
        return tuple(person for person, name in named if word in name[1:])
    return tuple(person for person in people if word in initials_of(person.name))


def _words(name: str) -> tuple[str, ...]:
    return tuple(word.token.replace("'", "") for word in words_of(fold(name.replace(".", " "))))


def _shortened(words: tuple[str, ...], name: tuple[str, ...]) -> bool:
    """Tell whether one is the other with first names or surnames shortened: "H Quraishi", "Eileen P"."""
    if len(words) != len(name):
        return False
    return all(a == b or (1 in (len(a), len(b)) and a[0] == b[0]) for a, b in zip(words, name, strict=True)) and any(
        a == b for a, b in zip(words, name, strict=True)
    )
