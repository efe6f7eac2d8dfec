"""Other people's sentences made shorter for Easy Read, by cutting alone: no word is changed, added or left out.

A sentence is cut where a whole one stands on either side. What cannot be cut so stays as it is, and a person is asked to
say it shorter (telling.hint). Brackets become commas: what stands in them is said in passing either way.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from coprod_desktop.publish.easy.sentences import digits, sentences
from coprod_desktop.publish.easy.telling import GAP, MOST_WORDS, word_count

_IS = (
    r"(?:will|can|cannot|can't|won't|do|does|don't|did|didn't|have|has|had|is|are|am|was|were|must|should|would|could"
    r"|may|get|gets|need|needs|want|wants|go|goes|think|know|ask|stays?|stops?|costs?|comes?|said|says|told)"
)
_WHO = r"(?:we|you|they|he|she|it|there|i|nobody|everyone|people|that|this|(?:the|our|your|their|my|her|his)(?:\s+[\w'’-]+){1,3})"
_WHOLE = rf"{_WHO}\s+(?:all\s+|also\s+|still\s+|only\s+|never\s+)?{_IS}\b"
_BORDER = re.compile(
    rf";\s+(?P<after>)(?=\S)|\s+[–—]\s+(?P<dash>)(?={_WHOLE})|:\s+(?P<colon>)(?={_WHOLE})"
    rf"|,\s+(?:and\s+)?(?P<join>)(?={_WHOLE})|,?\s+(?P<word>(?:but|so)\s+)(?={_WHOLE})|,?\s+and\s+(?P<and>)(?={_WHOLE})",
    re.IGNORECASE,
)
_VERB = re.compile(rf"\b{_IS}\b|\b\w{{3,}}(?:ed|ing)\b", re.IGNORECASE)
_CONDITION = re.compile(
    r"^(?:if|when|whenever|because|unless|until|while|although|though|where|as|since|after|before|once)\b",
    re.IGNORECASE,
)
_HELD = re.compile(
    r"\b(?:if|unless|until|whether|because|say|says|said|think|thought|hope|know|promised?|agreed|that|than)\b",
    re.IGNORECASE,
)
"""Before a border, they may reach over it: cutting would turn a condition or an opinion into a fact."""
_LEAST = 3
_BRACKETED = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]\s*")
_LINES = re.compile(r"\s*\n\s*")


def shorter(text: str, *, theirs: bool = False) -> tuple[str, ...]:
    """Return a text as sentences, each with a capital and a full stop. Ours have their numbers as digits."""
    text = without_brackets(without_gaps(_LINES.sub("\n", text.strip())))
    pieces = (piece for start, end in sentences(text) for piece in _pieces(text[start:end]))
    return tuple(ended(piece if theirs else digits(piece)) for piece in pieces)


def without_gaps(text: str) -> str:
    """Return the text with plain words where something was left out: "someone", "something"."""

    def instead(gap: re.Match[str]) -> str:
        word = "someone" if "name" in gap[0].lower() else "something"
        before = text[: gap.start()].rstrip()
        return word.capitalize() if not before or before[-1] in ".!?" else word

    return GAP.sub(instead, text)


def without_brackets(text: str) -> str:
    """Return the text with commas for brackets."""

    def as_comma(found: re.Match[str]) -> str:
        inside, at_end = found[1].strip(), found.end() == len(found.string) or found.string[found.end()] in ".,;:!?\n"
        if not inside:
            return " "
        begins = not found.string[: found.start()].strip() or found.string[found.start() - 1] in ".!?\n"
        return f"{'' if begins else ', '}{inside}{'' if at_end else ', '}"

    return re.sub(r"[()\[\]]", "", _BRACKETED.sub(as_comma, text)).strip()


def ended(text: str) -> str:
    """Return a piece as a sentence: a capital first, an end last; an address keeps its last letter."""
    text = text.strip().rstrip(",;–— ")
    text = text[:1].upper() + text[1:]
    last = text.rsplit(maxsplit=1)[-1:] or [""]
    is_address = "@" in last[0] or "/" in last[0]
    return text if not text or is_address or text.rstrip("”\"’'")[-1:] in ".!?…:" else f"{text}."


def _pieces(sentence: str) -> Iterator[str]:
    """Cut one long sentence at its borders, the first that leaves short pieces."""
    if word_count(sentence) <= MOST_WORDS or sentence[:1] in '“"' or _CONDITION.search(sentence):
        yield sentence
        return
    quoted = [found.span() for found in re.finditer(r"“[^”]*(?:”|$)|\"[^\"]*(?:\"|$)", sentence)]
    for cut in _BORDER.finditer(sentence):
        left, right = sentence[: cut.start()], sentence[cut.end() :]
        right = f"{cut['word']}{right}" if cut["word"] else right
        if any(start < cut.start() < end for start, end in quoted) or _HELD.search(left):
            continue
        if word_count(left) >= _LEAST and word_count(right) >= _LEAST and _VERB.search(left) and _VERB.search(right):
            yield left
            yield from _pieces(right)
            return
    yield sentence
