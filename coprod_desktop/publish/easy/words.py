"""The symbols of Easy Read with the words people look for them by, and hard words with what they mean.

It ships as resources/content/easy_words.json, made by hand. Which symbol a sentence is offered goes by its sense
(meanings.py), never by one word.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache, cached_property

from coprod_desktop import paths

CREDIT = "OpenMoji, openmoji.org, licence CC BY-SA 4.0"
"""What the licence of the symbols asks for, in every paper that shows one."""
_TOKEN = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")
_LONGEST_PHRASE = 7
"""Words: a test holds the list to it."""


@dataclass(frozen=True)
class Symbol:
    """One symbol: what it shows, and the words it goes with, as people look for them."""

    code: str
    shows: str
    words: tuple[str, ...]
    verbs: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The word it goes with first."""
        return (*self.words, *self.verbs)[0]


@dataclass(frozen=True)
class WordList:
    """Symbols by their code, and hard words with a sentence each."""

    symbols: Mapping[str, Symbol]
    hard: Mapping[str, str]

    @cached_property
    def _hard_forms(self) -> Mapping[str, str]:
        return {form: word for word in self.hard for form in _plurals(word)}

    @cached_property
    def _hard_beginnings(self) -> Set[str]:
        return {form.split(" ")[0] for form in self._hard_forms}

    def hard_in(self, sentence: str) -> tuple[str, ...]:
        """Return the hard words of a sentence, in its order; one inside a longer one is not another."""
        found = _found(tokens(sentence), self._hard_forms, self._hard_beginnings)
        return tuple(dict.fromkeys(word for _at, _length, word in found))

    def forms_of(self, word: str) -> tuple[str, ...]:
        """Return a hard word as it may stand in a sentence."""
        return _plurals(word)

    def search(self, words: str) -> tuple[Symbol, ...]:
        """Return the symbols for words that are being typed; all of them for none. Best matches first."""
        typed = " ".join(tokens(words))
        if not typed:
            return tuple(sorted(self.symbols.values(), key=lambda symbol: symbol.name))
        ranked = [(_closeness(symbol, typed), n, symbol) for n, symbol in enumerate(self.symbols.values())]
        return tuple(symbol for rank, _n, symbol in sorted(ranked, key=lambda one: one[:2]) if rank < _FAR)


_FAR = 4


def _closeness(symbol: Symbol, typed: str) -> int:
    """Return how near a symbol is to typed words: 0 for a word of its own, _FAR when it has nothing of them."""
    own = (*symbol.words, *symbol.verbs)
    if typed in own:
        return 0
    if any(word.startswith(typed) for word in own):
        return 1
    if any(part.startswith(typed) for word in own for part in word.split()):
        return 2
    text = f"{' '.join(own)} {symbol.shows.lower()}"
    return 3 if all(part in text for part in typed.split()) else _FAR


@cache
def word_list() -> WordList:
    """Read the list that ships."""
    data = json.loads(paths.resource("content", "easy_words.json").read_text("utf-8"))
    symbols = [
        Symbol(
            code=row["code"],
            shows=row["shows"],
            words=tuple(row["words"]),
            verbs=tuple(row.get("verbs", ())),
        )
        for row in data["pictures"]
    ]
    return WordList({symbol.code: symbol for symbol in symbols}, data["hard_words"])


def tokens(text: str) -> list[str]:
    """Return the words of a text in small letters, without the 's of whose."""
    found = _TOKEN.findall(text.casefold().replace("’", "'"))
    return [word.removesuffix("'s") for word in found]


def _found(words: Sequence[str], forms: Mapping[str, str], beginnings: Set[str]) -> Iterator[tuple[int, int, str]]:
    """Yield (where, how many words, what) for every phrase there is, the longest at each place; none overlap."""
    at = 0
    while at < len(words):
        longest = min(_LONGEST_PHRASE, len(words) - at) if words[at] in beginnings else 0
        for length in range(longest, 0, -1):
            if (what := forms.get(" ".join(words[at : at + length]))) is not None:
                yield at, length, what
                at += length - 1
                break
        else:
            yield from ((at, 1, forms[part]) for part in words[at].split("-") if part in forms)
        at += 1


def _plurals(word: str) -> tuple[str, ...]:
    made = [word, f"{word}s", f"{word}es"]
    if word.endswith("y"):
        made.append(f"{word[:-1]}ies")
    return tuple(made)
