"""The recovery code: twelve plain words that hold 128 random bits and a check (BIP 39, the English list).

It is typed by somebody who is worried, from paper: capitals, commas and numbers do not matter, and four letters of a
word are enough, for no two words of the list begin with the same four.
"""

from __future__ import annotations

import re
import secrets
import unicodedata
from typing import TYPE_CHECKING

from coprod_desktop.errors import UserError

if TYPE_CHECKING:
    from mnemonic import Mnemonic

WORDS = 12
_BITS = 128
_LETTERS = re.compile(r"[^\W\d_]+")
_ENOUGH = 4
_KEPT = "Nothing was changed."


def make() -> tuple[str, ...]:
    """Return the words of a new code."""
    return tuple(_book().to_mnemonic(secrets.token_bytes(_BITS // 8)).split())


def bits(typed: str) -> bytes:
    """Return what the code stands for. Raises UserError that names the word that is wrong, by its place."""
    words = _words(typed)
    if len(words) != WORDS:
        raise UserError(
            f"A recovery code has {WORDS} words, and here are {len(words)}.",
            f"Type all {WORDS}, in the order of their numbers. {_KEPT}",
        )
    known = [_known(at, word) for at, word in enumerate(words, 1)]
    try:
        return bytes(_book().to_entropy(known))
    except ValueError as wrong:
        raise UserError(
            "All twelve words are words of the list, but together they are no recovery code.",
            f"Two may have changed places, or one was read as another. Compare each with your paper. {_KEPT}",
        ) from wrong


def meant(typed: str) -> bool:
    """Tell whether somebody meant to type a code: about so many words, most of them of the list."""
    words = _words(typed)
    if not WORDS - 3 <= len(words) <= WORDS + 3:
        return False
    return sum(_found(word) is not None for word in words) * 3 >= len(words) * 2


def same_word(word: str, typed: str) -> bool:
    """Tell whether what was typed is this word of a code, as forgiving as a whole code is read."""
    found = _words(typed)
    return len(found) == 1 and _found(found[0]) == word


def _words(typed: str) -> list[str]:
    return _LETTERS.findall(unicodedata.normalize("NFKC", typed).casefold())


def _found(word: str) -> str | None:
    book = _book().wordlist
    if word in book:
        return word
    return next((w for w in book if len(word) >= _ENOUGH and w.startswith(word)), None)


def _known(at: int, word: str) -> str:
    if found := _found(word):
        return found
    book = _book().wordlist
    import difflib  # no start waits for it

    near = difflib.get_close_matches(word, book, 1) or [w for w in book if w[:3] == word[:3]][:1]
    hint = f" Did you mean “{near[0]}”?" if near else ""
    raise UserError(f"Word {at}, “{word}”, is not one of the list.{hint}", f"Look at word {at} again. {_KEPT}")


def _book() -> Mnemonic:
    from mnemonic import Mnemonic

    return Mnemonic("english")
