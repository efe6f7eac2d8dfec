"""Leaving out: the whole name or number, never half of it; where more would still give it away, the sentence."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from coprod_desktop.domain.check import lists
from coprod_desktop.domain.check.kinds import GENTLE, LEFT_OUT, FindingKind, Hit
from coprod_desktop.domain.check.words import fold

_NAMES = frozenset({FindingKind.NAME, FindingKind.THIRD_PERSON, FindingKind.OWNER_NAME})
_WORDS = frozenset({FindingKind.SAME_WORDS, FindingKind.TAKEN_BACK, FindingKind.QUOTE, FindingKind.FLAGGED})
"""Whose place is known exactly: they are as long as the words that go."""
_SENTENCES = GENTLE | {FindingKind.CODE, FindingKind.HANDLE, FindingKind.TOLD_AGAIN, FindingKind.SAFEGUARDING}
_NUMBERS = frozenset(FindingKind) - _NAMES - _WORDS - _SENTENCES
_SENTENCE = re.compile(
    r"(?:[^.!?\n。！？؟]++|[.!?]++(?=[\w@]))*+(?:[.!?。！？؟]+[\"'”’)]*\s*|\n+|$)"  # a dot inside a word ends none
)
_TITLE_BEFORE = re.compile(r"(?:(?P<word>[^\W\d_]+)\.?|(?P<letter>[^\W\d_])\.?)[  -]?$")
_NAME_AFTER = re.compile(r"(?:[  -]|\. ?|['’](?=[^\W\d_a-z]))(?P<word>[^\W\d_]+(?:['’-][^\W\d_]+)*)")
_OWNS = re.compile(r"['’]s(?= \w)")
"""What stays of a name before what is theirs: "[name left out]'s list"."""
_DIGITS_AFTER = re.compile(r"(?:[ \t,./()_*-]{0,3}\d[\w]*)+")
_DIGITS_BEFORE = re.compile(r"(?:\w*\d[ \t,./()_*+-]{0,3})+$")
_GLUED = "._-+@#/[]{}()"
_FAR_BEFORE = 40
"""Characters within which a title, a flat or the name of a house may stand before."""
_PLACE_AFTER = re.compile(
    r",? ?(?:[A-Z]{1,2}\d\w? ?\d[A-Z]{2}\b)|, (?:the )?(?:[A-Z0-9][\w'’/-]*(?: [A-Z0-9][\w'’/-]*){0,3})"
)
_PLACE_BEFORE = re.compile(
    r"(?:(?:[Ff]lat|[Aa]partment|[Aa]pt|[Uu]nit|[Rr]oom|[Bb]lock|[Nn]o\.?|[Nn]umber) ?\w{1,4},? )$|(?:[A-Z][\w'’]+ (?:House|Court|Lodge|Cottage)), $"
)


def leave_out(text: str, hits: Iterable[Hit], look: Callable[[str], Iterable[Hit]] = lambda _text: ()) -> str:
    """Return the text without what was found; `look` finds what would still be left, and then the sentence goes.

    A quotation only loses its marks.
    """
    found = list(hits)
    out = _cut(text, found)
    kinds = {one.kind for one in found} - {FindingKind.QUOTE}
    if kinds.isdisjoint(_NAMES | _NUMBERS) or not any(one.kind in kinds for one in look(out)):
        return out
    return _cut(text, [one._replace(kind=FindingKind.SAFEGUARDING) if one.kind not in _WORDS else one for one in found])


def _cut(text: str, found: Iterable[Hit]) -> str:
    cuts: list[tuple[int, int, str]] = []
    for one in found:
        if one.kind is FindingKind.QUOTE:
            cuts += [(one.start, one.start + 1, ""), (one.end - 1, one.end, "")]
        elif one.kind in _SENTENCES:
            cuts.append((*_sentence(text, one.start, one.end), ""))
        else:
            cuts.append((*whole(text, one), one.instead))
    out, at = "", 0
    for start, end, instead in _merged(cuts):
        out += text[at:start] + instead
        at = end
    left = re.sub(r"  +", " ", out + text[at:]).strip()
    return left or LEFT_OUT


def _merged(cuts: Iterable[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Join what overlaps; the words that stand for the longest of them are kept."""
    merged: list[tuple[int, int, str]] = []
    lengths: list[int] = []
    for start, end, instead in sorted(cuts, key=lambda cut: (cut[0], -cut[1])):
        if merged and start < merged[-1][1]:
            first, last, kept = merged[-1]
            inside = end <= last or not instead or lengths[-1] >= end - start
            merged[-1] = (first, max(last, end), kept if inside else instead)
            lengths[-1] = max(lengths[-1], end - start)
        else:
            merged.append((start, end, instead))
            lengths.append(end - start)
    return merged


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the sentences from one place to another."""
    sentences = [m.span() for m in _SENTENCE.finditer(text)]
    return max(first for first, _ in sentences if first <= start), min(last for _, last in sentences if last >= end)


def whole(text: str, one: Hit) -> tuple[int, int]:
    """Return where the whole name, number or address stands of which a part was found."""
    start, end = one.start, one.end
    if one.kind in _NAMES:
        return _whole_name(text, start, end)
    if one.kind in (FindingKind.ADDRESS, FindingKind.POSTCODE):
        return _whole_address(text, start, end)
    if one.kind is FindingKind.EMAIL:
        return _glued(text, start, end)
    if one.kind in _NUMBERS:
        before, after = _DIGITS_BEFORE.search(text, 0, start), _DIGITS_AFTER.match(text, end)
        return _glued(text, before.start() if before else start, after.end() if after else end, signs="-")
    return start, end


def _whole_name(text: str, start: int, end: int) -> tuple[int, int]:
    """Take titles and initials before it along, and what follows with a capital: "Cllr P. Lightbody"."""
    while before := _TITLE_BEFORE.search(text, max(0, start - _FAR_BEFORE), start):
        word = before["word"] or before["letter"]
        titled = fold(word) in lists.TITLES or (len(word) == 1 and word.isupper() and word not in "AI")
        if not titled or not word[:1].isupper():
            break
        start = before.start()
    while after := _NAME_AFTER.match(text, end):
        word = fold(after["word"])
        plain = word in lists.FUNCTION_WORDS | lists.CALENDAR or word.split("'")[0] in lists.FUNCTION_WORDS
        new_sentence = after.group().startswith(".") and len(text[start:end].split()[-1]) > 1
        if not after["word"][0].isupper() or plain or new_sentence:
            break
        end = after.end()
    start, end = _glued(text, start, end, signs="_@")
    return start, end - 2 if _OWNS.match(text, end - 2) else end


def _whole_address(text: str, start: int, end: int) -> tuple[int, int]:
    while before := _PLACE_BEFORE.search(text, max(0, start - _FAR_BEFORE), start):
        start = before.start()
    while after := _PLACE_AFTER.match(text, end):
        end = after.end()
    return _glued(text, start, end, signs="/-")


def _glued(text: str, start: int, end: int, signs: str = _GLUED) -> tuple[int, int]:
    """Widen to the ends of the word: letters, digits and the signs that hold such words together."""

    def holds(at: int) -> bool:
        return text[at].isalnum() or text[at] in signs

    while start > 0 and holds(start - 1) and (text[start - 1].isalnum() or (start > 1 and text[start - 2].isalnum())):
        start -= 1
    while end < len(text) and holds(end) and (text[end].isalnum() or (end + 1 < len(text) and text[end + 1].isalnum())):
        end += 1
    return start, end
