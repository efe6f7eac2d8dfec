"""The signs of Unified English Braille, in the letters of North American ASCII braille that embossers read.

From The Rules of Unified English Braille (ICEB, 2013), sections 3 to 10.
"""

from __future__ import annotations

import unicodedata

ORDER = " A1B'K2L@CIF/MSP\"E3H9O6R^DJG>NTQ,*5<-U8V.%[$+X!&;:4\\0Z7(_?W]#Y)="
"""ASCII braille in the order of the cells' numbers: bit 0 is dot 1, bit 5 is dot 6."""
DIGITS = dict(zip("1234567890", "ABCDEFGHIJ", strict=True))

SIGNS = {
    ",": "1",
    ";": "2",
    ":": "3",
    ".": "4",
    "!": "6",
    "?": "8",
    "“": "8",
    "”": "0",
    "‘": ",8",
    "’": ",0",
    "'": "'",
    "(": '"<',
    ")": '">',
    "[": ".<",
    "]": ".>",
    "{": "_<",
    "}": "_>",
    "/": "_/",
    "\\": "_*",
    "|": "_\\",
    "-": "-",
    "–": ",-",
    "…": "444",
    "&": "@&",
    "@": "@A",
    "#": "_?",
    "%": ".0",
    "*": '"9',
    "+": '"6',
    "=": '"7',
    "−": '"-',
    "×": '"8',
    "÷": '"/',
    "±": "_6",
    "<": "@<",
    ">": "@>",
    "^": "@5",
    "~": "@9",
    "_": ".-",
    "£": "@L",
    "$": "@S",
    "€": "@E",
    "¥": "@Y",
    "¢": "@C",
    "°": "^J",
    "©": "^C",
    "®": "^R",
    "™": "^T",
    "§": "^S",
    "¶": "^P",
    "•": "_4",
    "†": "@,?",
    "″": "77",
    "²": ";9#B",
    "³": ";9#C",
    "½": "#A/B",
    "¼": "#A/D",
    "¾": "#C/D",
    "⅓": "#A/C",
    "⅔": "#B/C",
}

MARKS = {
    "\u0300": "^*",
    "\u0301": "^/",
    "\u0302": "^%",
    "\u0303": "^]",
    "\u0304": "@-",
    "\u0306": "@+",
    "\u0307": "^3",
    "\u0308": "^3",
    "\u030a": "^$",
    "\u030b": "^/",
    "\u030c": "^+",
    "\u0326": "^&",
    "\u0327": "^&",
    "\u0328": "^&",
}
"""Marks on letters; each stands before its letter."""
NEAREST = frozenset("\u0307\u030b\u0326\u0328")
"""Marks English braille has no sign for (the dot on ż, the tail of ą): the nearest one stands for them."""
LETTERS = {"ł": "@*L", "ø": "@*O", "đ": "@3D", "ħ": "@3H", "æ": "A^6E", "œ": "O^6E", "ß": "SS", "ı": "I"}

CAPITAL, CAPITALS, PASSAGE, END_CAPITALS = ",", ",,", ",,,", ",'"
LETTER_BY_LETTER, LETTERS_FROM, LETTERS_TO = ";;", ";;;", ";'"
"""Grade 1 for one word, and for a passage from here to there."""
NOTE_FROM, NOTE_TO = "@.<", "@.>"
"""The transcriber's note: words that are not the paper's own."""
GOES_ON = '"'
"""At the end of a line: what stands there goes on without a space."""
INSIDE_NUMBER = "\u2007"
"""A space that belongs to a number, as in a phone number."""
PAGE_END = "\f"

FEWEST_CELLS, MOST_CELLS = 20, 80
FEWEST_LINES, MOST_LINES = 10, 40
"""What embossers and displays have."""


def letter_cells(char: str) -> str | None:
    """Return the cells of a small letter with its marks; None if it is no letter of ours."""
    if len(char) == 1 and "a" <= char <= "z":
        return char.upper()
    if char in LETTERS:
        return LETTERS[char]
    base, *marks = list(unicodedata.normalize("NFD", char))
    if not marks or not ("a" <= base <= "z" or base in LETTERS):
        return None
    return "".join(MARKS.get(mark, "") for mark in marks) + (letter_cells(base) or "")


def unsaid_marks(text: str) -> str:
    """Return the letters of a text whose marks have no sign of their own in English braille, each once."""
    found = (
        char
        for char in text
        if any(m in NEAREST or m not in MARKS for m in unicodedata.normalize("NFD", char)[1:] if char.isalpha())
    )
    return "".join(dict.fromkeys(found))


def has_cells(char: str) -> bool:
    """Tell whether a character can be brailled as it is."""
    return (
        char in SIGNS
        or char in DIGITS
        or char in (" ", "\n", '"', INSIDE_NUMBER)
        or letter_cells(char.lower()) is not None
    )


def uncontracted(chunk: str, *, capitals: bool = True) -> str:
    """Braille what stands between two spaces, letter by letter. Without capitals, none are marked."""
    out: list[str] = []
    at = 0
    while at < len(chunk):
        end = at
        if chunk[at] in DIGITS:
            cells, end = _number(chunk, at)
            out.append(cells)
        elif chunk[at].isalpha():
            while end < len(chunk) and chunk[end].isalpha():
                end += 1
            out.append(_letters(chunk[at:end], capitals=capitals))
        else:
            end = at + 1
            out.append(_sign(chunk, at))
        at = end
    return "".join(out)


def _number(chunk: str, at: int) -> tuple[str, int]:
    out = ["#"]
    inside = {",": "1", ".": "4", INSIDE_NUMBER: '"'}
    while at < len(chunk):
        char = chunk[at]
        followed = chunk[at + 1 : at + 2] in DIGITS if at + 1 < len(chunk) else False
        if char in DIGITS:
            out.append(DIGITS[char])
        elif char in inside and followed:
            out.append(inside[char])
        else:
            break
        at += 1
    if chunk[at : at + 1] and "a" <= chunk[at] <= "j":
        out.append(";")  # else the letter would be a digit
    return "".join(out), at


def _letters(word: str, *, capitals: bool) -> str:
    """Braille letters; two capitals or more in a row are marked once."""
    if not capitals or word == word.lower():
        return "".join(letter_cells(char.lower()) or "" for char in word)
    out: list[str] = []
    at = 0
    while at < len(word):
        end = at
        while end < len(word) and word[end] != word[end].lower():
            end += 1
        if end - at >= 2:
            out += [CAPITALS, *(letter_cells(c.lower()) or "" for c in word[at:end])]
            out += [END_CAPITALS] if end < len(word) else []
            at = end
        else:
            out += [CAPITAL] if end > at else []
            out.append(letter_cells(word[at].lower()) or "")
            at += 1
    return "".join(out)


def _sign(chunk: str, at: int) -> str:
    char, before, after = chunk[at], chunk[at - 1 : at] if at else "", chunk[at + 1 : at + 2]
    if char == '"':
        return SIGNS["“"] if not before or before in "([{-–/‘" else SIGNS["”"]
    if char == "?" and (not before or after.isalnum()):
        return ";8"  # else it would open a quotation
    return SIGNS.get(char, "")
