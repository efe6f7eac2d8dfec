"""Lines with words that are read from the right: broken in the order they are read, then each put in the order it is seen.

The order is that of the Unicode bidirectional algorithm (UAX 9), which the python-bidi library knows. It gives turned
text and not what it turned, so every sign goes in with two unseen ones behind it that say which it was, and come out
behind it, or before it where it stands from right to left. Letters of one side in a row keep together whatever stands
round them, and so do figures: all of them go in as one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from unicodedata import bidirectional

from bidi import get_display

from coprod_desktop.publish.render.every_format.letters import LETTERS_FROM_RIGHT, MARKS_ON_LETTERS
from coprod_desktop.publish.render.every_format.sides import in_order
from coprod_desktop.publish.render.tagged.lines import Line, Span, begins_right, break_lines

_HIGH, _LOW, _BASE = 0xE0020, 0xE0050, 48
_MOST = _BASE * _BASE
"""Signs of one passage that can be told apart; a paragraph of more without a line end is put in order by parts."""
_COUNTED = re.compile(
    "(?P<before>[\U000e0050-\U000e007f][\U000e0020-\U000e004f])?"
    "[^\U000e0020-\U000e007f]"
    "(?P<after>(?(before)|[\U000e0020-\U000e004f][\U000e0050-\U000e007f]))",
    re.DOTALL,
)
_FROM_RIGHT, _FROM_LEFT, _END = "\u2067", "\u2066", "\u2069"
"""Round words from the right in a sentence from the left, and the other way about: nothing turns with what is beside it."""
_LAST = {True: "\u200f", False: "\u200e"}
"""Behind it all, so that no sign counts as a space at the end, whose unseen ones would go astray."""
_WITH_LETTER = ("NSM", "BN")
"""Accents and joiners, which go where their letter goes."""
_LATIN = "A-Za-zÀ-ÖØ-öø-ɏ"
_BETWEEN = " \xa0.,،:!…'’“”–-"
"""Goes with the letters on both sides of it, if they are of one side."""
_FROM_RIGHT_WORD = f"[{LETTERS_FROM_RIGHT}][{LETTERS_FROM_RIGHT}{MARKS_ON_LETTERS}]*"
_TOGETHER = re.compile(
    f"(?P<right>{_FROM_RIGHT_WORD}(?:[{_BETWEEN}]+{_FROM_RIGHT_WORD})*)"
    f"|(?P<left>[{_LATIN}]+(?:[{_BETWEEN}]+[{_LATIN}]+)*)"
    "|(?P<figures>[0-9]+|[۰-۹]+)|(?P<arabic_figures>[٠-٩]+)|.",
    re.DOTALL,
)
_ONE_OF = {"right": "ا", "left": "a", "figures": "1", "arabic_figures": "١"}
"""What stands for signs that keep together: the first of their kind."""
_ISOLATES = {_FROM_RIGHT, _FROM_LEFT, _END}
_ONLY_TURN = re.compile("[\u200e\u200f\u061c]")
"""Unseen signs that have done their work once the order is known."""
_MIRRORED = str.maketrans("()[]{}<>«»‹›≤≥“”", ")(][}{><»«›‹≥≤”“")
"""Quotation marks too: Unicode leaves them as they are, and printers of Arabic and Urdu do not."""


def turned_lines(
    spans: Iterable[Span], width: float, indent: float, *, right: bool | None, aligned: bool
) -> list[Line]:
    """Return the spans as lines. A line from the right stands at the right end of the column, behind the same indent.

    `right` says from which side to read; None for that of the first words of each written line.
    """
    made: list[Line] = []
    for written in _written_lines(spans):
        side = begins_right(written) if right is None else right
        lines = break_lines(_in_order(written, side), width)
        for line in lines:
            line.turned = True
            if side and aligned:
                line.from_right, line.shift = True, width - indent - line.width
        if made:
            made[-1].spaced = True
        made += lines
    return made


def mirrored(text: str) -> str:
    """Return text that stands from right to left as it is drawn, one sign after the other."""
    return text[::-1].translate(_MIRRORED)


def _written_lines(spans: Iterable[Span]) -> Iterator[list[Span]]:
    line: list[Span] = []
    for span in spans:
        if "\n" not in span.text:
            line.append(span)
            continue
        first, *others = span.text.split("\n")
        line.append(replace(span, text=first))
        for text in others:
            yield line
            line = [replace(span, text=text)]
    yield line


def _in_order(spans: list[Span], right: bool) -> list[Span]:
    """Return the spans in the order they are read, cut where the direction turns, each with its place."""
    owners: list[Span | None] = []
    signs: list[str] = []
    kinds: list[str] = []
    inside = False
    for span in [*spans, None]:
        wanted = span is not None and span.from_right and not right
        if wanted != inside:
            owners.append(None)
            signs.append(_FROM_RIGHT if wanted else _END)
            kinds.append(signs[-1])
            inside = wanted
        for sign, kind in _signs(span.text) if span is not None else ():
            with_letter = sign == kind and not sign.isascii() and bidirectional(sign) in _WITH_LETTER
            if with_letter and owners and owners[-1] is span:
                signs[-1] += sign
                continue
            owners.append(None if sign in _ISOLATES else span)
            signs.append(sign)
            # an accent by itself, such as one of another font, goes as what is before it
            kinds.append(kinds[-1] if with_letter and kinds else kind)
    places, ways = _order("".join(kinds), right)
    found: list[Span] = []
    begin = 0
    for at in range(1, len(signs) + 1):
        step = -1 if ways[begin] else 1
        goes_on = at < len(signs) and owners[at] is owners[begin] and ways[at] == ways[begin]
        if goes_on and places[at] == places[at - 1] + step:
            continue
        owner = owners[begin]
        text = _ONLY_TURN.sub("", "".join(signs[begin:at]))
        if owner is not None and text:
            place = min(places[begin], places[at - 1])
            found.append(owner.part(text, place, backwards=ways[begin]))
        begin = at
    return found


def _signs(text: str) -> Iterator[tuple[str, str]]:
    """Yield what keeps together in a text, each with the sign it goes as; unseen ones round what keeps its own order."""
    for part, kept in in_order(text):
        if kept:
            yield _FROM_LEFT, _FROM_LEFT
        for sign in _TOGETHER.finditer(part):
            yield sign[0], _ONE_OF[sign.lastgroup] if sign.lastgroup else sign[0]
        if kept:
            yield _END, _END


@lru_cache(maxsize=1000)
def _order(kinds: str, right: bool) -> tuple[tuple[int, ...], tuple[bool, ...]]:
    """Return of each sign where it stands from the left, and whether it stands from right to left."""
    places, ways = [0] * len(kinds), [False] * len(kinds)
    for begin in range(0, len(kinds), _MOST):
        part = kinds[begin : begin + _MOST]
        counted = "".join(f"{sign}{chr(_HIGH + at // _BASE)}{chr(_LOW + at % _BASE)}" for at, sign in enumerate(part))
        shown = get_display(counted + _LAST[right], base_dir="R" if right else "L")
        shown = shown[1:] if right else shown[:-1]
        # parts of a paragraph from the right follow each other to the left
        base = -begin - len(part) if right else begin
        for place, one in enumerate(_COUNTED.finditer(shown)):
            backwards, forwards = one["before"], one["after"]
            high_low = backwards[::-1] if backwards else forwards
            number = begin + (ord(high_low[0]) - _HIGH) * _BASE + ord(high_low[1]) - _LOW
            places[number], ways[number] = base + place, bool(backwards)
    return tuple(places), tuple(ways)
