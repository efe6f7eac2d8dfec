"""A figure as drawn bars in a web page. Everything is measured in the size of the reader's letters and in parts of
the width, so it never shrinks its words and never has to be moved sideways, however far a page is enlarged."""

from __future__ import annotations

import textwrap
import unicodedata
from collections.abc import Iterator
from html import escape

from coprod_desktop.publish.document import Bar, Figure, Mark
from coprod_desktop.publish.render.every_format.characters import tidy
from coprod_desktop.publish.render.every_format.look import TONE
from coprod_desktop.publish.render.every_format.marks import PEN, STROKES
from coprod_desktop.publish.render.every_format.runs import is_seen

_LETTERS = 24
"""In a line of a label: what a screen of 320 pixels has room for in letters of the page's size."""
_SIGN = 1.6
"""Room for a sign before a label. All lengths are in ems."""
_LINE, _BAR, _GAP = 1.35, 1.1, 0.85
_SHORT = 9
"""Letters: a longer number stands above its bar."""
_A_LETTER = 4.2
"""Percent of a narrow screen that a letter at the end of the longest bar takes."""


def bars(figure: Figure, labelled_by: str) -> str:
    """Return the drawing, called what its words say, or without any what the element `labelled_by` says."""
    most = max((bar.value for bar in figure.bars), default=0)
    signs = any(bar.mark for bar in figure.bars)
    longest = max((len(bar.shown) for bar in figure.bars), default=0)
    at_end = longest <= _SHORT
    scale = (96 - _A_LETTER * longest if at_end else 100) / max(most, 1)
    top = 0.0
    drawn: list[str] = []
    for bar in figure.bars:
        row = _Row(bar, signs=signs, at_end=at_end)
        drawn += row.draw(top, scale)
        top += row.height + _GAP
    height = max(top - _GAP, _LINE)
    words = " ".join(tidy(figure.words).split())
    named = f'aria-label="{escape(words)}"' if is_seen(words) else f'aria-labelledby="{labelled_by}"'
    opening = f'<svg class="bars" role="img" {named} width="100%" height="{height:g}em">'
    return "\n".join((opening, *drawn, "</svg>"))


def mark(sign: Mark, css: str, where: str = 'width="24" height="24"') -> str:
    """Return a drawn sign; the word beside it says the same."""
    fills = {True: ' fill="currentColor"', False: ""}
    drawn = "".join(f'<path d="{stroke.as_svg()}"{fills[stroke.filled]}/>' for stroke in STROKES[sign])
    return (
        f'<svg class="{css}" viewBox="0 0 24 24" {where} aria-hidden="true" focusable="false" fill="none" '
        f'stroke="currentColor" stroke-width="{PEN:g}" stroke-linecap="round" stroke-linejoin="round">{drawn}</svg>'
    )


class _Row:
    """A label in lines, and below it the bar with its number."""

    def __init__(self, bar: Bar, *, signs: bool, at_end: bool) -> None:
        self._bar = bar
        self._left = _SIGN if signs else 0.0
        self._at_end = at_end
        label = " ".join(tidy(bar.label).split())
        wide = any(unicodedata.east_asian_width(char) in "WF" for char in label)
        letters = (_LETTERS - (3 if signs else 0)) // (2 if wide else 1)
        self._lines = textwrap.wrap(label, letters)
        shown = " ".join(tidy(bar.shown).split())
        self._numbers = [shown] if at_end else textwrap.wrap(shown, letters)

    @property
    def height(self) -> float:
        above = len(self._lines) + (0 if self._at_end else len(self._numbers))
        return above * _LINE + _BAR

    def draw(self, top: float, scale: float) -> Iterator[str]:
        bar = self._bar
        if bar.mark:
            yield mark(bar.mark, TONE[bar.tone], f'x="0" y="{top + 0.1:g}em" width="1.2em" height="1.2em"')
        for line in self._lines:
            yield _text(line, f'x="{self._left:g}em" y="{top + 1:g}em"')
            top += _LINE
        for line in () if self._at_end else self._numbers:
            yield _text(line, f'class="number" x="{self._left:g}em" y="{top + 1:g}em"')
            top += _LINE
        long = scale * max(bar.value, 0)
        box = f'y="{top:g}em" height="{_BAR:g}em"'
        yield f'<rect class="axis" x="0" {box} width="2"/>'
        if long:
            yield f'<rect class="{TONE[bar.tone]}" x="0" {box} width="{long:.4g}%"/>'
        if self._at_end:
            yield _text(self._numbers[0], f'class="number" x="{long:.4g}%" dx="0.5em" y="{top + 0.92:g}em"')


def _text(text: str, where: str) -> str:
    return f"<text {where}>{escape(text, quote=False)}</text>"
