"""Numbers in words, and digits that are letters, turned into digits: "oh double seven", "O7700", "third of March".

What is found in the turned text is led back to where it stands in the text itself.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

_UNITS = {
    w: str(n) for n, w in enumerate(["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"])
}
_NOUGHT = {"oh": "0", "o": "0", "nought": "0", "naught": "0", "nil": "0"}
_TEENS = dict(
    zip(
        ["ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"],
        map(str, range(10, 20)),
        strict=True,
    )
)
_TENS = {
    w: str(n) for n, w in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2)
}
_TIMES = {"double": 2, "triple": 3, "treble": 3}
_ORDINALS = {
    w: f"{n}{'st' if n == 1 else 'nd' if n == 2 else 'rd' if n == 3 else 'th'}"
    for n, w in enumerate(
        [
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth",
            "eighteenth",
            "nineteenth",
            "twentieth",
        ],
        1,
    )
}
_SURE = (
    frozenset(_UNITS.keys() - {"one"}) | _TEENS.keys() | _TENS.keys() | _TIMES.keys() | {"nought", "oh", "thirtieth"}
)
_ORDINARY_ORDINALS = frozenset({"first", "second"})
"""A day only where a month follows."""
_ROUND_WORDS = frozenset({"hundred", "thousand"})
_LETTERS_FOR_DIGITS = frozenset("oil")
TRIGGERS = _SURE | (_ORDINALS.keys() - _ORDINARY_ORDINALS)
_LOOKS_LIKE = str.maketrans("oil|", "0111")
_OF = re.compile(" of ")
_NO_DIGITS = ("", False)
_NEAR = 14
"""Characters within which a number shows that "oh" is one too."""
_NOUGHT_ALONE = re.compile("(?<!')[a-z]+(?!'| ?clock)")
"""Not that of "ten o'clock"."""
_PIECE = re.compile(r"[a-z]+|\d+")
_LETTER_DIGITS = re.compile(
    r"(?<![a-z\d])(?=[oil]*\d)(?=\d*[oil])[oil\d]{3,}(?![a-z\d])|(?<![a-z\d'])o(?=[ ]?\d{2})|(?<=\d) ?\bo\b(?= ?\d)"
)
_BETWEEN = re.compile(r"[ \t\n.,;:/_*()–-]{0,4}")


class Turned(NamedTuple):
    """A text in which words are digits. `starts` and `froms` say where each part of it was."""

    text: str
    starts: list[int]
    froms: list[tuple[int, int]]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where a place of the turned text stands in the text itself."""
        first, last = bisect_right(self.starts, start) - 1, bisect_right(self.starts, max(start, end - 1)) - 1
        return self._at(first, start)[0], self._at(last, end - 1)[1]

    def _at(self, part: int, place: int) -> tuple[int, int]:
        begin, end = self.froms[part]
        following = self.starts[part + 1] if part + 1 < len(self.starts) else len(self.text)
        if following - self.starts[part] == end - begin:  # copied as it was
            at = begin + place - self.starts[part]
            return at, at + 1
        return begin, end


def letter_digits(folded: str) -> bool:
    """Tell whether letters stand among digits that may be meant as digits: "O7700"."""
    return _LETTER_DIGITS.search(folded) is not None


def turned(folded: str) -> Turned:
    """Return a folded text with its number words and look-alike letters as digits."""
    text, starts, froms, at = "", [], [], 0

    def put(piece: str, start: int, end: int) -> None:
        nonlocal text
        if piece:
            starts.append(len(text))
            froms.append((start, end))
            text += piece

    for start, end, digits in _runs(folded):
        put(folded[at:start], at, start)
        put(digits, start, end)
        at = end
    put(folded[at:], at, len(folded))
    return Turned(text, starts or [0], froms or [(0, 0)])


def _runs(folded: str) -> list[tuple[int, int, str]]:
    """Return where numbers stand that are not all in digits, and their digits."""
    found: list[tuple[int, int, str, bool]] = []
    times = 1
    times_at = 0
    for m in _PIECE.finditer(folded):
        piece = m.group()
        start = m.start()
        if piece in _TIMES:
            times, times_at = _TIMES[piece], start
            continue
        digits, spelt = _digits(piece, folded, m)
        if times > 1:
            if len(digits) == 1:
                digits, start, spelt = digits * times, times_at, True
            times = 1
        if not digits:
            continue
        before = found[-1] if found else None
        near = before is not None and _BETWEEN.fullmatch(folded, before[1], start) is not None
        if (
            near
            and before
            and before[3]
            and before[2][-2:] in _ROUND
            and len(digits) == 1
            and spelt
            and "," not in folded[before[1] : start]
        ):
            found[-1] = (before[0], m.end(), before[2][:-1] + digits, True)
        elif piece in _ROUND_WORDS:
            if near and before and before[3] and piece == "hundred":
                found[-1] = (before[0], m.end(), before[2] + "00", True)
        else:
            found.append((start, m.end(), digits, spelt))
    return _together(folded, found)


_ROUND = frozenset(f"{n}0" for n in range(2, 10))


def _digits(piece: str, folded: str, m: re.Match[str]) -> tuple[str, bool]:
    """Return the digits a piece stands for, and whether it was spelt."""
    if piece.isdigit():
        return piece, False
    for table in (_UNITS, _TEENS):
        if piece in table:
            return table[piece], True
    if piece in _TENS:
        return _TENS[piece] + "0", True
    if piece in _ORDINALS:
        of_a_month = piece not in _ORDINARY_ORDINALS or _OF.match(folded, m.end())
        return (_ORDINALS[piece], True) if of_a_month else _NO_DIGITS
    if piece in _ROUND_WORDS:
        return "00", True
    if piece in _NOUGHT and _NOUGHT_ALONE.match(folded, m.start()):
        around = f"{folded[max(0, m.start() - _NEAR) : m.start()]} {folded[m.end() : m.end() + _NEAR]}"
        near = any(w.isdigit() or w in _SURE or w == "one" for w in _PIECE.findall(around))
        return ("0", True) if near else _NO_DIGITS
    if _LETTERS_FOR_DIGITS.issuperset(piece) and _touches_digit(folded, m):
        return piece.translate(_LOOKS_LIKE), True
    return _NO_DIGITS


def _touches_digit(folded: str, m: re.Match[str]) -> bool:
    return folded[m.start() - 1 : m.start()].isdigit() or folded[m.end() : m.end() + 1].isdigit()


def _together(folded: str, found: list[tuple[int, int, str, bool]]) -> list[tuple[int, int, str]]:
    """Join neighbours in which something was spelt; leave alone what was in digits anyway."""
    out: list[tuple[int, int, str]] = []
    at = 0
    while at < len(found):
        start, end, digits, spelt = found[at]
        last = at
        while last + 1 < len(found) and _joins(folded, found[last], found[last + 1], spelt=spelt):
            last += 1
            digits += found[last][2]
            spelt = spelt or found[last][3]
            end = found[last][1]
        if spelt:
            out.append((start, end, digits))
        at = last + 1
    return out


def _joins(folded: str, a: tuple[int, int, str, bool], b: tuple[int, int, str, bool], *, spelt: bool) -> bool:
    if not a[2].isdigit() or not b[2].isdigit() or not _BETWEEN.fullmatch(folded, a[1], b[0]):
        return False
    return spelt or b[3] or b[0] == a[1]
