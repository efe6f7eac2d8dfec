"""Contracted braille: braillify contracts word by word, and every word is read back before it is taken.

braillify 2.2.0 takes a lone word for mathematics at times ("cost", "log"), so each goes in between two others; it
knows few signs, and uses short forms inside names ("Abdirahim"). What does not read back as it was written is
brailled letter by letter instead.
"""

from __future__ import annotations

import re

from coprod_desktop.publish.render.braille.cells import LETTER_BY_LETTER, ORDER, uncontracted
from coprod_desktop.publish.render.braille.reading import BrailleReader

_KNOWN = re.compile(r"""[A-Za-z'".,;:?!()\[\]/-]*[A-Za-z][A-Za-z'".,;:?!()\[\]/-]*""")
_PIECES = re.compile(r"([-–])")
_ALL_LOWER = re.compile(r",?[0-9'][0-9']+")
"""A contraction with only low signs around it cannot be told from them by touch (UEB 10.5): it is spelled."""
_CARRIER = ("the ", " too")
_AROUND = ("! ", " TOO")
_BETTER = {
    "besides": ("2SIDES", "2SS"),
    "behaviour": ("BEHAVI\\R", "2HAVI\\R"),
    "declares": ("DECL>ES", "DCLS"),
    "desperation": ("DESP]ATION", "DESP]A;N"),
    "difficulty": ("DIFFICULTY", "DI6ICULTY"),
    "reader": ("READ]", "R1D]"),
    "receives": ("RECEIVES", "RCVS"),
    "success": ("SUCCESS", "SU3ESS"),
    "succeed": ("SUCCE$", "SU3E$"),
    "yours": ("Y\\RS", "YRS"),
}
"""Words that it contracts less than the rules ask."""
_PLAIN = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"})


class Contractor:
    """Contracts chunks, and remembers those it has seen: a paper says the same words over and over."""

    def __init__(self) -> None:
        self._seen: dict[tuple[str, bool], str] = {}

    def chunk(self, text: str, *, capitals: bool = True) -> str:
        """Braille what stands between two spaces."""
        key = (text, capitals)
        if key not in self._seen:
            self._seen[key] = self._made(text if capitals else text.lower())
        return self._seen[key]

    def _made(self, text: str) -> str:
        whole = _contracted(text)
        if whole is not None:
            return whole
        pieces = _PIECES.split(text)
        if len(pieces) > 1 and all(pieces):
            cells = "".join(_contracted(piece) or _by_letter(piece) for piece in pieces)
            if _reads_as(cells, text):
                return cells
        return _by_letter(text)


def _contracted(text: str) -> str | None:
    """Return the chunk as braillify contracts it; None if it cannot, or not so that it reads as it was written."""
    single = text[:1] == "‘" or text[-1:] == "’"
    plain = text.translate({ord("‘"): '"', ord("’"): '"'} if single else {}).translate(_PLAIN)
    if not _KNOWN.fullmatch(plain):
        return None
    cells = _balanced(plain)
    if cells is None or _ALL_LOWER.fullmatch(cells):
        return None
    if text[:1] == "‘":
        cells = f",{cells}"
    if text[-1:] == "’":
        cells = f"{cells[:-1]},{cells[-1:]}"
    return cells if _reads_as(cells, text) else None


def _balanced(text: str) -> str | None:
    """Contract a chunk with its quotation marks in pairs: braillify takes a lone one for a letter."""
    if text.count('"') % 2 == 0:
        return _braillify(text)
    if text.lstrip("([").startswith('"'):
        cells = _braillify(f'{text}"')
        return cells[:-1] if cells and cells.endswith("0") else None
    cells = _braillify(f'"{text}')
    return cells[1:] if cells and cells.startswith("8") else None


def _braillify(text: str) -> str | None:
    import braillify

    before, after = _CARRIER
    try:
        numbers = braillify.encode(f"{before}{text}{after}")
    except ValueError:
        return None
    cells = "".join(ORDER[number & 63] for number in numbers)
    first, last = _AROUND
    if not (cells.startswith(first) and cells.endswith(last)):
        return None
    cells = cells[len(first) : -len(last)]
    for word, (less, right) in _BETTER.items():
        if word in text.lower():
            cells = cells.replace(less, right)
    return None if " " in cells else cells


def _by_letter(text: str) -> str:
    cells = uncontracted(text)
    marked = LETTER_BY_LETTER + cells
    return marked if not _reads_as(cells, text) and _reads_as(marked, text) else cells


def _reads_as(cells: str, text: str) -> bool:
    return BrailleReader(contracted=True).read(cells).translate(_PLAIN) == text.translate(_PLAIN)
