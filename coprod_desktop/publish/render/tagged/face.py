"""One font of a PDF: which characters it has, and how wide words are in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from coprod_desktop import paths
from coprod_desktop.publish.render.tagged.plain_reportlab import TTFont, pdfmetrics


class Widths(dict[str, float]):
    """Widths of words in thousandths of the size. Each is kept, as most words come more than once."""

    def __init__(self, measured: Callable[[str], float]) -> None:
        super().__init__()
        self._measured = measured

    def __missing__(self, text: str) -> float:
        self[text] = width = self._measured(text)
        return width


class Face:
    """One font."""

    joins = False
    """Whether its letters change with those beside them, so that words have to be shaped before they are drawn."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.font: Any = self._font(name)
        self._widths = Widths(partial(_width, self.font.face.charWidths, self.font.face.defaultWidth))
        self.turned: dict[str, list[tuple[str, str]]] = {}
        """What draws words of this file that stand from right to left and do not join: font and operator."""
        self._covers = frozenset(self.font.face.charToGlyph)

    def _font(self, name: str) -> Any:
        return _registered(name)

    def covers(self, text: str) -> bool:
        """Return whether the font has every character of text."""
        return self._covers.issuperset(map(ord, text))

    def widths(self, lang: str) -> Widths:  # noqa: ARG002
        """Return the widths of words; only letters that join go by the language."""
        return self._widths

    def width(self, text: str, size: float, lang: str = "") -> float:
        """Return the width of text in points."""
        return self.widths(lang)[text] * size / 1000


def _width(advance: Mapping[int, float], usual: float, text: str) -> float:
    return sum([advance.get(code, usual) for code in map(ord, text)])


def _registered(name: str) -> Any:
    """Return the font from ReportLab's own register, reading its file the first time."""
    if name not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont(name, str(paths.font(f"{name}.ttf"))))
    return pdfmetrics.getFont(name)
