"""The faces a PDF is set in, which characters each has, and how wide words are."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from itertools import groupby
from typing import Any
from unicodedata import combining

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from coprod_desktop import paths

REGULAR, SEMIBOLD, FALLBACK = "Lexend-Regular", "Lexend-SemiBold", "NotoSans-Regular"


class Face:
    """One font. Widths are in thousandths of its size and kept by word, as most words come more than once."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.font: Any = _registered(name)
        self._advance: dict[int, float] = self.font.face.charWidths
        self._usual: float = self.font.face.defaultWidth
        self._known: dict[str, float] = {}
        self._covers = frozenset(self.font.face.charToGlyph)

    def covers(self, text: str) -> bool:
        """Return whether the font has every character of text."""
        return self._covers.issuperset(map(ord, text))

    def width(self, text: str, size: float) -> float:
        """Return the width of text in points."""
        known = self._known.get(text)
        if known is None:
            advance, usual = self._advance, self._usual
            known = self._known[text] = sum([advance.get(code, usual) for code in map(ord, text)])
        return known * size / 1000


class Faces:
    """The faces of one file: Lexend, and Noto Sans for what Lexend lacks, read only when it is needed."""

    def __init__(self) -> None:
        self.regular = Face(REGULAR)
        self.semibold = Face(SEMIBOLD)

    @cached_property
    def fallback(self) -> Face:
        """Noto Sans."""
        return Face(FALLBACK)

    def has(self, char: str) -> bool:
        """Return whether one of the fonts has this character."""
        return self.regular.covers(char) or self.fallback.covers(char)

    def split(self, text: str, *, strong: bool = False) -> Iterator[tuple[Face, str]]:
        """Give text in parts, each with a face that has all of it; a letter and its accents stay in one face."""
        face = self.semibold if strong else self.regular
        if text.isascii() or (face.covers(text) and not any(map(combining, text))):
            yield face, text
            return
        for chosen, same in groupby(_clusters(text), key=lambda cluster: self._for_cluster(cluster, face)):
            yield chosen, "".join(same)

    def _for_cluster(self, cluster: str, face: Face) -> Face:
        # Lexend's loose accents are drawn after their letter unless a shaper moves them; Noto's lie over it
        loose = len(cluster) > 1 and self.fallback.covers(cluster)
        return self.fallback if loose or not face.covers(cluster.strip("\n")) else face


def _clusters(text: str) -> list[str]:
    found: list[str] = []
    for char in text:
        if found and combining(char):
            found[-1] += char
        else:
            found.append(char)
    return found


def _registered(name: str) -> Any:
    """Return the font from ReportLab's own register, reading its file the first time."""
    if name not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont(name, str(paths.font(f"{name}.ttf"))))
    return pdfmetrics.getFont(name)
