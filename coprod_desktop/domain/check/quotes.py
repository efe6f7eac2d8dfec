"""Words printed as someone's own without their leave: quotations, and words that were taken back."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import pairwise

from coprod_desktop.domain.check import unspaced
from coprod_desktop.domain.check.kinds import FindingKind, Hit, hit
from coprod_desktop.domain.check.lists import FUNCTION_WORDS
from coprod_desktop.domain.check.words import fold, plain, words_of
from coprod_desktop.domain.record import Entry

_QUOTED = re.compile(
    r"[“\"„«‟‹「『〝＂]([^“”\"„«»‟‹›「」『』〝〞＂]{3,}?)[”\"“»‟›」』〞＂]|»([^«»]{3,}?)«|(?<!\w)[‘']([^‘’'\n][^\n]{2,}?)[’'](?!\w)"
)
_GAP = re.compile(r"…|\.\.\.|\[[^\]]*\]")
_SHORTEST = 3
"""Two words between quotation marks are a term, not somebody's words."""
_RUN = 5
"""So many words in a row, word for word, are somebody's words and no accident."""
_SIGNS = 8
"""And so many signs where words are not parted by spaces."""


_FEW = 3
"""So many lines at most say a word by which something is known again."""
_SHORT = 3
_LONGEST_ROW = 9


class OwnWords:
    """What was said in one session, by whether it may be quoted, may be published, or was taken back."""

    def __init__(
        self, free: Iterable[Entry], unquotable: Iterable[Entry], gone: Iterable[Entry], printable: Iterable[Entry]
    ) -> None:
        self._free_entries = tuple(free)
        self._unquotable_entries = tuple(unquotable)
        self._printable_entries = tuple(printable)
        self._refused = {words for e in self._unquotable_entries if _is_said(words := plain(e.text))}
        self._begins: dict[tuple[str, ...], list[str]] = {}
        for words in self._refused:
            if len(tokens := words.split()) > _SHORTEST:
                self._begins.setdefault(tuple(tokens[: _SHORTEST + 1]), []).append(words)
        self._unspaced = [words for words in self._refused if unspaced.holds(words)]
        self._gone: set[tuple[str, ...]] = set()
        gone = tuple(gone)
        for entry in gone:
            tokens = plain(entry.text).split()
            length = min(_RUN, len(tokens))
            if length >= _SHORTEST:
                self._gone |= {tuple(tokens[i : i + length]) for i in range(len(tokens) - length + 1)}

        self._gone_words = [_telling_words(e.text) for e in gone]
        self._gone_whole = frozenset(plain(e.text) for e in gone)
        self._gone_joined = [f" {said} " for said in self._gone_whole]
        pieces = sorted({piece for said in self._gone_whole for piece in said.split()})
        self._gone_unspaced = [piece for piece in pieces if _is_said(piece)]

    @cached_property
    def _rare(self) -> frozenset[str]:
        """Words of what was taken back that hardly any line says."""
        every = (*self._free_entries, *self._unquotable_entries)
        lines = Counter(word for entry in every for word in _telling_words(entry.text))
        return frozenset(word for words in self._gone_words for word in words if lines[word] <= _FEW)

    def told_again(self, text: str, *, written: bool) -> Iterator[Hit]:
        """Yield where a text may tell again what was taken back: it shares two of its telling words.

        Where a facilitator wrote it and these stand in one row of words, it is what was taken back itself.
        """
        if not self._gone_words:
            return
        words = words_of(fold(text))
        tokens = [w.token.replace("'", "") for w in words]
        rare = [at for at, token in enumerate(tokens) if token.removesuffix("s") in self._rare]
        have = {tokens[at].removesuffix("s") for at in rare}
        if not have or not any(len(have & gone) > 1 for gone in self._gone_words):
            return
        if " ".join(tokens) in self._gone_whole:
            return  # the very line, which is not printed
        row = self._row_with_two(tokens, rare) if written else None
        if row is not None:
            yield hit(FindingKind.TAKEN_BACK, words[row[0]].start, words[row[1]].end)
        else:
            yield hit(FindingKind.TOLD_AGAIN, words[rare[0]].start, words[rare[-1]].end)

    def _row_with_two(self, tokens: list[str], rare: list[int]) -> tuple[int, int] | None:
        """Return a row of words, said so in what was taken back, that holds two telling words."""
        for first, last in pairwise(rare):
            if last - first >= _LONGEST_ROW or tokens[first] == tokens[last]:
                continue
            row = " ".join(tokens[first : last + 1])
            if any(_within(row, gone) for gone in self._gone_joined) and not _within(row, self._printable):
                return first, last
        return None

    @cached_property
    def _free(self) -> str:
        return _joined(e.public_text or e.text for e in self._free_entries)

    @cached_property
    def _unquotable(self) -> str:
        return _joined(text for e in self._unquotable_entries for text in (e.text, e.public_text) if text)

    @cached_property
    def _printable(self) -> str:
        return _joined(e.text for e in self._printable_entries)

    def find(self, text: str) -> Iterator[Hit]:
        """Yield quotations without permission, and words taken back, in a text a facilitator wrote."""
        for m in _QUOTED.finditer(text):
            inside = next(part for part in m.groups() if part)
            pieces = [plain(piece) for piece in _GAP.split(inside)]
            if any(self._not_theirs_to_quote(piece) for piece in pieces):
                yield hit(FindingKind.QUOTE, *m.span(), instead=inside)
        if self._refused and self._holds_refused(plain(text)):
            yield hit(FindingKind.SAME_WORDS, 0, len(text))
        if self._gone:
            yield from self._repeated(text)
        for piece in self._gone_unspaced:
            if not _within(piece, self._printable):
                yield from (hit(FindingKind.TAKEN_BACK, *at) for at in unspaced.places(piece, fold(text)))

    def _holds_refused(self, said: str) -> bool:
        """Tell whether a text is, or holds from beginning to end, what somebody did not say may be quoted."""
        if said in self._refused:
            return not _within(said, self._free)
        tokens = said.split()
        around = f" {said} "
        for at in range(len(tokens) - _SHORTEST):
            for words in self._begins.get(tuple(tokens[at : at + _SHORTEST + 1]), ()):
                if f" {words} " in around and not _within(words, self._free):
                    return True
        return any(words in said and not _within(words, self._free) for words in self._unspaced)

    def _not_theirs_to_quote(self, said: str) -> bool:
        return _is_said(said) and _within(said, self._unquotable) and not _within(said, self._free)

    def _repeated(self, text: str) -> Iterator[Hit]:
        words = words_of(fold(text))
        tokens = [w.token.replace("'", "") for w in words]
        at = 0
        while at < len(words):
            lengths = range(_SHORTEST, min(_RUN, len(words) - at) + 1)  # beyond the end a part would count as longer
            end = max((at + n for n in lengths if tuple(tokens[at : at + n]) in self._gone), default=0)
            while end and end < len(words) and tuple(tokens[end - _RUN + 1 : end + 1]) in self._gone:
                end += 1
            if not end or _within(" ".join(tokens[at:end]), self._printable):
                at += 1
                continue
            yield hit(FindingKind.TAKEN_BACK, words[at].start, words[end - 1].end)
            at = end


def _telling_words(text: str) -> frozenset[str]:
    return frozenset(
        token.removesuffix("s") for token in plain(text).split() if len(token) > _SHORT and token not in FUNCTION_WORDS
    )


def _is_said(words: str) -> bool:
    """Tell whether words are enough to be somebody's: three, or eight signs where words are not parted by spaces."""
    return words.count(" ") >= _SHORTEST - 1 or (len(words) >= _SIGNS and unspaced.holds(words))


def _joined(texts: Iterable[str]) -> str:
    return "\n".join(f" {plain(text)} " for text in texts)


def _within(said: str, everything: str) -> bool:
    return (said if unspaced.holds(said) else f" {said} ") in everything
