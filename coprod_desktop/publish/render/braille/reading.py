"""Reading braille back: what the cells say, by the rules of Unified English Braille and not by how they were made."""

from __future__ import annotations

import re
import unicodedata

from coprod_desktop.publish.render.braille.cells import DIGITS, GOES_ON, MARKS, PAGE_END, SIGNS
from coprod_desktop.publish.render.braille.signs import (
    GROUPS,
    LOWER_FIRST,
    LOWER_INSIDE,
    NEVER_LONGER,
    SHORT_BEGINNINGS,
    SHORT_ENDINGS,
    SHORT_FORMS,
    WORDS,
)

_DIGIT_OF = {cell: digit for digit, cell in DIGITS.items()}
_NOTES = {"@.<": "[", "@.>": "]"}
_SIGN_OF = {cells: sign for sign, cells in SIGNS.items() if sign not in "²³½¼¾⅓⅔"} | _NOTES
_SIGN_OF |= {"8": "?", "0": "”", "'": "'"}
_SIGN_LENGTHS = (3, 2, 1)
_MARK_OF = {cells: mark for mark, cells in reversed(MARKS.items()) if mark not in "\u0307\u030b\u0326\u0328"}
_TAILS, _DOTS = {"A": "ą", "E": "ę", "I": "į", "U": "ų"}, {"Z": "ż"}
"""Letters on which the nearest mark can only mean one of another kind."""
_THROUGH = {"@*L": "ł", "@*O": "ø", "@3D": "đ", "@3H": "ħ"}
_APART = ("-", ",-", "_/")
_BREAK = re.compile(r'(?<![".@])-|_/|,-')
_AFTER = re.compile(r"""(?:,0|,'|">|\.>|_>|@\.>|[1234680'])*$""")
_SHORTENED = re.compile(r"(?:[SDTM]|LL|RE|VE)(?![A-Z])")
_PAGE_NUMBER = re.compile(r"\s*#[A-J]+\s*$")


def what_it_says(brf: bytes, contracted: bool) -> str:
    """Return what a braille file says, line by line as it stands on its pages, without the page numbers.

    Pages are kept apart by a form feed. Signs that mean nothing are shown as they are.
    """
    reader = BrailleReader(contracted=contracted)
    pages = brf.decode("ascii", "replace").replace("\r\n", "\n").split(PAGE_END)
    return PAGE_END.join(_page(reader, page) for page in pages).rstrip("\n\f")


def _page(reader: BrailleReader, page: str) -> str:
    lines = page.rstrip("\n").split("\n")
    if _PAGE_NUMBER.match(lines[-1]):
        lines.pop()
    said: list[str] = []
    held = ""
    for line in lines:
        body = line.strip()
        if body.endswith(GOES_ON):
            held += body[:-1]
            continue
        indent = "" if held else line[: len(line) - len(line.lstrip())]
        said.append(indent + reader.read(held + body))
        held = ""
    return "\n".join(said).rstrip()


class BrailleReader:
    """Reads one text from its beginning: passages in capitals, or letter by letter, go on over lines and pages."""

    def __init__(self, *, contracted: bool) -> None:
        self._contracted = contracted
        self._capitals = False
        self._by_letter = False

    def read(self, cells: str) -> str:
        """Return what a line of cells says."""
        return " ".join(self._chunk(chunk) for chunk in cells.split(" "))

    def _chunk(self, cells: str) -> str:
        chunk = _Chunk(cells, contracted=self._contracted, capitals=self._capitals, by_letter=self._by_letter)
        said = chunk.read()
        self._capitals, self._by_letter = chunk.capitals, chunk.by_letter
        return said


class _Chunk:
    """What stands between two spaces."""

    def __init__(self, cells: str, *, contracted: bool, capitals: bool, by_letter: bool) -> None:
        self._cells, self._at = cells, 0
        self._contracted = contracted
        self.capitals, self.by_letter = capitals, by_letter
        self._word_capitals = self._next_capital = False
        self._word_by_letter = self._next_by_letter = False
        self._after_letter = self._begun = False
        self._mark = ""
        self._out: list[str] = []

    def read(self) -> str:
        """Return what it says."""
        while self._at < len(self._cells):
            if not (self._indicator() or self._number() or self._whole() or self._letter() or self._sign()):
                self._put(self._cells[self._at], 1, letter=False)
        return unicodedata.normalize("NFC", "".join(self._out))

    @property
    def _rest(self) -> str:
        return self._cells[self._at :]

    @property
    def _contracts(self) -> bool:
        return self._contracted and not (self.by_letter or self._word_by_letter)

    def _put(self, text: str, cells: int, *, letter: bool) -> bool:
        if letter:
            if self._mark:
                text, self._mark = text + self._mark, ""
            if self.capitals or self._word_capitals:
                text = text.upper()
            elif self._next_capital:
                text = text[:1].upper() + text[1:]
        else:
            self._word_capitals = False
        self._next_capital = self._next_by_letter = False
        self._after_letter = letter
        self._begun = letter or self._begun
        self._out.append(text)
        self._at += cells
        return True

    def _indicator(self) -> bool:
        """Take signs that say how to read what follows."""
        rest = self._rest
        if rest.startswith(",,,"):
            self.capitals = True
        elif rest.startswith(",'"):
            self.capitals = self._word_capitals = False
        elif rest.startswith(",,"):
            self._word_capitals = True
        elif rest.startswith(";;;"):
            self.by_letter = True
        elif rest.startswith(";'"):
            self.by_letter = False
        elif rest.startswith(";;"):
            self._word_by_letter = True
        elif rest[0] == ";" and not (self._after_letter and self._contracts):
            self._next_by_letter = True
        elif rest[0] == "," and rest[1:2] and (rest[1] not in "-80" or (not self._out and rest in (",8", ",0"))):
            self._next_capital = True
        elif (mark := _MARK_OF.get(rest[:2])) and not (rest[:2] == "^3" and rest[2:3] == "Z"):
            if rest[:2] == "^&" and rest[2:3] in _TAILS:
                return self._put(_TAILS[rest[2]], 3, letter=True)
            self._mark += mark
            self._at += 2
            return True
        else:
            return False
        length = len(rest) - len(rest.lstrip(rest[0]))
        self._at += 2 if rest[:2] in (",'", ";'") else min(length, 3)
        return True

    def _number(self) -> bool:
        rest = self._rest
        found = re.match(r'#([A-J](?:[14"]?[A-J])*)(?:/([A-J]+))?', rest)
        if not found:
            return False
        inside = {"1": ",", "4": ".", '"': " "}
        digits = "".join(_DIGIT_OF.get(cell) or inside[cell] for cell in found[1])
        below = "".join(_DIGIT_OF[cell] for cell in found[2] or "")
        text = f"{digits}⁄{below}" if below else digits
        if self._next_by_letter and self._out and self._out[-1] == "^":
            self._out.pop()
        self._put(text, len(found[0]), letter=False)
        self._word_by_letter = True  # a number is followed by letters, not contractions
        return True

    def _whole(self) -> bool:
        """Take a sign that stands for a whole word when nothing but punctuation is beside it."""
        if not self._contracts or self._begun or self._next_by_letter or self._mark:
            return False
        piece = self._rest
        if found := _BREAK.search(piece):
            piece = piece[: found.start()]
        after = _AFTER.search(piece)
        start = after.start() if after else len(piece)
        for end in range(max(start, 1), len(piece) + 1):
            if word := _word(piece[:end]):
                return self._put(word, end, letter=True)
        head, _, tail = piece.partition("'")
        if _SHORTENED.match(tail) and (word := WORDS.get(head) or SHORT_FORMS.get(head)):
            return self._put(word, len(head), letter=True)
        return False

    def _letter(self) -> bool:
        rest = self._rest
        if rest[:3] in _THROUGH:
            return self._put(_THROUGH[rest[:3]], 3, letter=True)
        if rest[:3] == "^3Z":
            return self._put(_DOTS["Z"], 3, letter=True)
        if rest[1:4] == "^6E" and rest[0] in "AO":
            return self._put({"A": "æ", "O": "œ"}[rest[0]], 4, letter=True)
        if self._contracts and not self._next_by_letter and self._group(rest):
            return True
        if "A" <= rest[0] <= "Z":
            return self._put(rest[0].lower(), 1, letter=True)
        return False

    def _group(self, rest: str) -> bool:
        """Take a contraction inside a word."""
        if rest[0] in ".;" and not self._after_letter:
            return False
        for length in (2, 1):
            if len(rest) >= length and (word := GROUPS.get(rest[:length])):
                return self._put(word, length, letter=True)
        goes_on = rest[1:2] and _starts_letter(rest[1:])
        if goes_on and self._after_letter and rest[0] in LOWER_INSIDE:
            return self._put(LOWER_INSIDE[rest[0]], 1, letter=True)
        if goes_on and not self._after_letter and rest[0] in LOWER_FIRST:
            return self._put(LOWER_FIRST[rest[0]], 1, letter=True)
        return False

    def _sign(self) -> bool:
        rest = self._rest
        if rest.startswith(";8"):
            return self._put("?", 2, letter=False)
        if rest[0] == "8" and self._opens():
            return self._put("“", 1, letter=False)
        if rest[:2] == ",8" or rest[:3] == "444":
            return self._put("‘" if rest[0] == "," else "…", 2 if rest[0] == "," else 3, letter=False)
        for length in _SIGN_LENGTHS:
            if len(rest) >= length and rest[:length] in _SIGN_OF:
                self._put(_SIGN_OF[rest[:length]], length, letter=False)
                if rest[:length] in _APART:
                    self._word_by_letter = self._begun = False
                return True
        return False

    def _opens(self) -> bool:
        """Tell whether 8 opens a quotation here: first, or after a sign that opens, and something follows."""
        opened = not self._out or self._out[-1] in "([{-–/‘["
        return opened and not self._next_by_letter and len(self._rest) > 1


def _word(core: str) -> str | None:
    """Return the word that these cells stand for when they stand alone."""
    if word := WORDS.get(core) or _short(core):
        return word
    for head, letters in SHORT_BEGINNINGS.items():
        if core.startswith(head) and (rest := _short(core.removeprefix(head))):
            return letters + rest
    return None


def _short(core: str) -> str | None:
    """Return the word of a short form, with its ending."""
    if word := SHORT_FORMS.get(core):
        return word
    for ending, letters in SHORT_ENDINGS.items():
        stem = core.removesuffix(ending)
        if stem != core and stem in SHORT_FORMS and not (stem in NEVER_LONGER and ending[0] in "$]5/E"):
            return SHORT_FORMS[stem] + letters
    return None


def _starts_letter(cells: str) -> bool:
    """Tell whether a word goes on with these cells, rather than ends."""
    first = cells[0]
    if first.isalpha() or first in "&=(!)*<%?:$]\\[/+>59":
        return True
    pair = cells[:2]
    return (len(pair) == 2 and (pair in GROUPS)) or (first in "12367" and len(cells) > 1 and _starts_letter(cells[1:]))
