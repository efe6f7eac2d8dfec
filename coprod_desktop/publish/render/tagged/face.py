"""One font of a PDF: which characters it has, and how wide words are in it."""

from __future__ import annotations

from typing import Any

from coprod_desktop import paths
from coprod_desktop.publish.render.tagged.plain_reportlab import TTFont, pdfmetrics


class Face:
    """One font. Widths are in thousandths of its size and kept by word, as most words come more than once."""

    joins = False
    """Whether its letters change with those beside them, so that words have to be shaped before they are drawn."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.font: Any = self._font(name)
        self._advance: dict[int, float] = self.font.face.charWidths
        self._usual: float = self.font.face.defaultWidth
        self._known: dict[str, float] = {}
        self.turned: dict[str, list[tuple[str, str]]] = {}
        """What draws words of this file that stand from right to left and do not join: font and operator."""
        self._covers = frozenset(self.font.face.charToGlyph)

    def _font(self, name: str) -> Any:
        return _registered(name)

    def covers(self, text: str) -> bool:
        """Return whether the font has every character of text."""
        return self._covers.issuperset(map(ord, text))

    def width(self, text: str, size: float, lang: str = "") -> float:  # noqa: ARG002
        """Return the width of text in points; only letters that join go by the language."""
        known = self._known.get(text)
        if known is None:
            advance, usual = self._advance, self._usual
            known = self._known[text] = sum([advance.get(code, usual) for code in map(ord, text)])
        return known * size / 1000


def _registered(name: str) -> Any:
    """Return the font from ReportLab's own register, reading its file the first time."""
    if name not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont(name, str(paths.font(f"{name}.ttf"))))
    return pdfmetrics.getFont(name)
