"""Phrases as people say them, found in a text: what is asked for, and what is said not to be needed.

A phrase is words. `a/b`: either word. `word*`: any ending. `(word)`: may be there. `...`: up to three words between.
`#`: a number. `{name}`: any word of a list of that name. `=words`: only where its clause says nothing else.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from coprod_desktop.domain.check.words import fold, tidy, words_of

BREAK = ","
"""Stands between two clauses."""
_WIDEST_GAP = 3
_FILL = frozenset({
    "a", "an", "the", "i", "she", "he", "they", "we", "you", "her", "his", "my", "their", "your", "our", "some",
    "please", "is", "are", "am", "be", "has", "have", "had", "with", "will", "would", "like", "needs", "need",
    "needed", "wants", "want", "requires", "require", "required", "uses", "use", "using", "to", "and", "also",
    "very", "really", "must", "always", "prefers", "prefer", "preferred", "asks", "for", "likes", "user", "yes",
    "does", "can", "just", "only", "os", "gwelwch", "yn", "dda", "thanks", "thank",
})  # fmt: skip
"""Say nothing by themselves: a clause of one phrase and these says only the phrase."""
_NOES = frozenset({
    "no", "not", "never", "without", "cannot", "cant", "dont", "doesnt", "isnt", "wont", "neither", "nor", "didnt",
    "arent", "wouldnt", "hasnt", "havent", "ddim", "dim",
})  # fmt: skip
_TWO_WORD_NOES = frozenset({("instead", "of"), ("rather", "than"), ("apart", "from"), ("other", "than")})
_YET = frozenset({"only", "just", "forget", "sure", "yet", "hesitate", "one", "matter", "until"})
"""After a no these say something else: "not only", "don't forget"."""
_TURNS = frozenset({
    "but", "just", "instead", "although", "however", "because", "so", "as", "since", "needs", "wants", "prefers",
    "requires", "uses", "likes", "reads", "would", "please", "yes", "only", "if", "though", "then",
})  # fmt: skip
"""From here on the no no longer counts."""
_AFTER_AND = frozenset({
    "needs", "need", "wants", "want", "would", "uses", "use", "prefers", "prefer", "likes", "reads", "has", "have",
    "is", "will", "does", "please", "lipreads", "large", "big", "a", "an", "the", "also", "then", "her", "his",
    "my", "their", "can", "able",
})  # fmt: skip
_NOT_AFTER = re.compile(
    r" (?:(?:is|are|was) )?(?:not|no longer|isnt|arent|never)(?: \w+)? (?:needed|required|necessary|wanted|used|essential|applicable)\b"
)
_BREAKS = re.compile(r"[,;:()\[\]!?\n|•]|\.\s|\s-+\s|--")
_INITIALS = re.compile(r"\b[a-z]\.[a-z]\b(?:\.[a-z]\b)*\.?")
_PARTS = re.compile(r"\d+|[^\d'-]+(?:'[^\d'-]+)*")
_ONLY_NO = re.compile(
    r"(?:no|none|nil|n a|na|nope|no thanks|no thank you|not needed|not required|not applicable|not this time|not any more"
    r"|no longer|no longer needed|no longer required|declined|not at all|not necessary|not wanted)"
)


class _Piece(NamedTuple):
    """One place in a phrase: which words may stand there."""

    words: frozenset[str]
    starts: tuple[str, ...]
    optional: bool
    number: bool = False
    gap: bool = False

    def fits(self, token: str) -> bool:
        if token in self.words or (self.number and token[:1].isdigit()):
            return True
        return any(token.startswith(start) for start in self.starts)


class WrongPhrase(ValueError):
    """A phrase that cannot be read."""


@dataclass(frozen=True)
class Phrase:
    """One phrase, and what it stands for (`means`, a number of the caller's)."""

    pieces: tuple[_Piece, ...]
    whole: bool
    means: int

    def end(self, tokens: Sequence[str], at: int) -> tuple[int, int]:
        """Return where the phrase ends if it begins at this word, and how many words of it were said; (-1, 0) if not."""
        return _end(self.pieces, tokens, at)


def _end(pieces: tuple[_Piece, ...], tokens: Sequence[str], at: int) -> tuple[int, int]:
    if not pieces:
        return at, 0
    piece, rest = pieces[0], pieces[1:]
    best = (-1, 0)
    if piece.gap:
        for skip in range(_WIDEST_GAP + 1):
            if at + skip > len(tokens) or BREAK in tokens[at : at + skip]:
                break
            best = max(best, _end(rest, tokens, at + skip), key=lambda found: found[1])
        return best
    if at < len(tokens) and piece.fits(tokens[at]):
        end, said = _end(rest, tokens, at + 1)
        if end >= 0:
            best = (end, said + 1)
    if piece.optional:
        best = max(best, _end(rest, tokens, at), key=lambda found: (found[0] >= 0, found[1]))
    return best


def phrase(text: str, means: int, lists: Mapping[str, frozenset[str]]) -> Phrase:
    """Read a phrase. WrongPhrase, with why, when it cannot be read or would fit anything."""
    whole = text.startswith("=")
    pieces = tuple(_piece(part, lists) for part in text.removeprefix("=").split())
    if not pieces or all(piece.optional or piece.gap for piece in pieces) or pieces[0].gap or pieces[-1].gap:
        raise WrongPhrase("a phrase has at least one word that must be said, first and last")
    return Phrase(pieces, whole, means)


@cache  # most are one plain word, some of them in many phrases, and all are read at each start
def _plain(word: str) -> _Piece:
    return _Piece(frozenset((word,)), (), optional=False)


def _piece(part: str, lists: Mapping[str, frozenset[str]]) -> _Piece:
    if part.isascii() and part.isalpha() and part.islower():
        return _plain(part)
    optional = part.startswith("(") and part.endswith(")")
    inside = part[1:-1] if optional else part
    if inside == "...":
        return _Piece(frozenset(), (), optional=False, gap=True)
    words: set[str] = set()
    starts: list[str] = []
    number = False
    for word in inside.split("/"):
        if word.startswith("{"):
            if word[1:-1] not in lists:
                raise WrongPhrase(f"there is no list of words called {word}")
            words |= lists[word[1:-1]]
        elif word == "#":
            number = True
        else:
            plain = _one_word(word.removesuffix("*"))
            if not plain:
                raise WrongPhrase(f"“{part}” is not a word")
            if word.endswith("*"):
                starts.append(plain)
            else:
                words.add(plain)
    return _Piece(frozenset(words), tuple(starts), optional, number)


def _one_word(word: str) -> str:
    if word.isascii() and word.isalpha() and word.islower():
        return word
    plain = fold(tidy(word)).replace("'", "")
    if plain.isascii() and plain.isalpha():
        return plain
    tokens = list(_tokens(plain))
    return tokens[0] if len(tokens) == 1 else ""


# ---- what was said


@dataclass(frozen=True)
class Said:
    """A text as words and breaks; `denied[i]` tells whether word i stands under a no. The no itself does not."""

    tokens: tuple[str, ...]
    denied: tuple[bool, ...]

    def clauses(self) -> Iterator[range]:
        """Yield the places of the words of each clause."""
        start = 0
        for end in (*(i for i, token in enumerate(self.tokens) if token == BREAK), len(self.tokens)):
            if end > start:
                yield range(start, end)
            start = end + 1

    def clause(self, at: int) -> range:
        """Return the places of the words of the clause that this word is in."""
        return next(clause for clause in self.clauses() if at in clause)


def said_in(text: str) -> Said:
    """Return what a text says, word by word."""
    tokens = tuple(_tokens(_INITIALS.sub(lambda found: found[0].replace(".", ""), fold(tidy(text)))))
    return Said(tokens, tuple(_denied(tokens)))


def _tokens(folded: str) -> Iterator[str]:
    last, number = 0, ""
    for word in words_of(folded):
        between = folded[last : word.start]
        joined = bool(number) and between in {":", "."} and word.token[:1].isdigit()
        if not joined:
            if number:
                yield number
            number = ""
            if last and _BREAKS.search(between):
                yield BREAK
        last = word.end
        for part in _PARTS.findall(word.token):
            if part[0].isdigit():
                if number and not joined:
                    yield number
                number, joined = (f"{number}:{part}" if joined else part), False
                continue
            if number:
                yield number
            number = ""
            yield part.replace("'", "")
    if number:
        yield number


def _denied(tokens: Sequence[str]) -> list[bool]:
    denied = [False] * len(tokens)
    no: int | None = None
    for i, token in enumerate(tokens):
        after = tokens[i + 1] if i + 1 < len(tokens) else ""
        if token == BREAK:
            no = None
        elif (token, after) == ("no", "longer"):
            no = i + 1
        elif (token in _NOES and after not in _YET) or (token, after) in _TWO_WORD_NOES:
            if no is not None and token == "without":  # "cannot do without": it is needed
                denied[no:i] = [False] * (i - no)
                no = None
            else:
                no = i
        elif no is not None and ((token in _TURNS and i - no > 1) or (token == "and" and after in _AFTER_AND)):
            no = None
        else:
            denied[i] = no is not None
    for place in _denied_before(tokens):
        denied[place] = True
    return denied


def _denied_before(tokens: Sequence[str]) -> Iterator[int]:
    """Yield what a clause ends by denying ("loop not needed"), and what the next clause denies ("Loop: no")."""
    before, clause = range(0), range(0)
    for end in (*(i for i, token in enumerate(tokens) if token == BREAK), len(tokens)):
        before, clause = clause, range(clause.stop + 1 if clause.stop else 0, end)
        words = " ".join(tokens[i] for i in clause)
        if found := _NOT_AFTER.search(f" {words}"):
            yield from clause[: len(words[: found.start()].split())]
        if _ONLY_NO.fullmatch(words):
            yield from before


# ---- finding


class PhraseFound(NamedTuple):
    """A phrase that was found: where, how many of its words were said, what it means, whether it is denied."""

    start: int
    end: int
    words: int
    means: int
    denied: bool


class Phrases:
    """Many phrases, by the words they can begin with."""

    def __init__(self, phrases: Iterable[Phrase]) -> None:
        self._by_word: dict[str, list[Phrase]] = defaultdict(list)
        self._by_start: dict[str, list[tuple[_Piece, Phrase]]] = defaultdict(list)
        """By the first letter of what they begin with, "#" for a number."""
        for one in phrases:
            must = next(at for at, piece in enumerate(one.pieces) if not piece.optional)
            for piece in one.pieces[: must + 1]:
                for word in piece.words:
                    self._by_word[word].append(one)
                for first in {start[0] for start in piece.starts} | ({"#"} if piece.number else set()):
                    self._by_start[first].append((piece, one))

    def find(self, said: Said) -> list[PhraseFound]:
        """Return every phrase in a text, the longest first; of two as long the one that means the lower number."""
        places = (at for at, token in enumerate(said.tokens) if token != BREAK)
        found = {one for at in places for one in self.begin(said, at)}
        return sorted(found, key=lambda f: (-f.words, f.means, f.start))

    def begin(self, said: Said, at: int) -> Iterator[PhraseFound]:
        """Yield every phrase that begins at one word of a text."""
        token = said.tokens[at]
        starts = self._by_start.get("#" if token[:1].isdigit() else token[:1], ())
        for one in (*self._by_word.get(token, ()), *(one for piece, one in starts if piece.fits(token))):
            end, words = one.end(said.tokens, at)
            if end > at and (not one.whole or _says_only(said, at, end)):
                yield PhraseFound(at, end, words, one.means, said.denied[at])


def _says_only(said: Said, start: int, end: int) -> bool:
    others = [said.tokens[i] for i in said.clause(start) if not start <= i < end]
    return all(map(says_nothing, others))


_NOT_NEEDING = frozenset({
    "a", "an", "the", "any", "i", "im", "she", "he", "they", "we", "her", "his", "my", "their", "have", "has", "having", "does",
    "do", "is", "are", "am", "be", "for", "to", "of", "need", "needs", "needed", "want", "wants", "wanted", "require", "requires",
    "required", "use", "uses", "user", "using", "necessary", "longer", "more", "anymore", "at", "all", "now", "currently", "this",
    "time", "thanks", "thank", "you", "please", "really", "prefers", "prefer", "would", "will", "fine", "ok", "or", "and", "no",
    "not", "never", "without", "dont", "doesnt", "isnt", "arent", "havent", "hasnt", "nor", "neither", "yet", "support",
})  # fmt: skip
"""May stand beside what is not needed in a clause that says no more than that. "Cannot" and "does not like" say more."""


def says_it_is_not_needed(words: Iterable[str]) -> bool:
    """Tell whether these, the words of a clause beside what it denies, say only that it is not needed."""
    return all(word in _NOT_NEEDING for word in words)


def says_nothing(word: str) -> bool:
    """Tell whether a word says nothing by itself, so that a clause says the same without it."""
    return word in _FILL or word in _NOES
