"""Letters that join: words are shaped by HarfBuzz, and the glyphs it chooses go into the file, no others."""

from __future__ import annotations

import re
from collections.abc import Sequence
from copy import copy
from functools import cache, lru_cache, partial
from itertools import pairwise
from typing import Any, NamedTuple
from weakref import WeakKeyDictionary

import uharfbuzz

from coprod_desktop import paths
from coprod_desktop.publish.render.tagged.face import Face, Widths
from coprod_desktop.publish.render.tagged.plain_reportlab import TTFont

_FIRST_CODE, _PAIRS = 0xE000, 4000
"""Private characters, by which ReportLab's subsets know glyphs that are no character of their own. They go into no file.

There are 6,400. A glyph has one for each letter it stands for; after the first 4,000 it has one for all.
"""
_CODES = re.compile(r"^<([0-9A-F]{2})> <[0-9A-F]{4}>$", re.MULTILINE)
_BESIDE = "\u200d"
"""What a glyph reads as that is only a part of the letter before it, such as its dots: a joiner, which nobody sees or hears."""
_FORMS_OF_THEIR_OWN = {"ckb", "ks", "ku", "rhg", "sd", "ur"}
"""Languages that Noto Sans Arabic has other forms for, as Urdu's four; a word of any other is shaped once for all of them."""
_SEEN = 5
"""Thousandths of the size by which a glyph must be over the line or under it to be drawn there: half a hair in a heading."""

_QUOTED = str.maketrans("“”", "”“")
"""HarfBuzz turns brackets, but not these."""


_GOES_ON = "]TJ\n["
"""Between what is drawn in the same font on the same height, and can be left out."""


class Glyph(NamedTuple):
    """A glyph in the order it is drawn, with what it stands for. Lengths in thousandths of the size."""

    number: int
    letters: str
    advance: float
    right: float
    up: float


class JoinedFace(Face):
    """A font whose letters join, for one file. Words are shaped once: no letter joins another over a space."""

    joins = True

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._codes: dict[tuple[int, str], str] = {}
        self._drawn: dict[tuple[int, str], tuple[int, str]] = {}
        self._operators: dict[tuple[int, float], str] = {}
        self._widths_of: dict[str, Widths] = {}
        self._words: dict[tuple[str, bool, float], dict[str, str]] = {}

    def _font(self, name: str) -> Any:
        return _GlyphFont(name)

    def widths(self, lang: str) -> Widths:
        """Return the widths of words, their letters joined as the language has them."""
        known = self._widths_of.get(lang)
        if known is None:
            known = self._widths_of[lang] = Widths(partial(_width, self.name, forms_of(lang)))
        return known

    def glyphs(self, text: str, lang: str = "", *, right: bool = True) -> tuple[Glyph, ...]:
        """Return the glyphs of text from left to right."""
        return _shaped(self.name, text, lang, right)

    def words(self, texts: Sequence[str], look: tuple[str, bool, float], font: str, document: Any) -> tuple[str, str]:
        """Return what draws words from where the pen stands and leaves the pen behind each, and the font in use then.

        `look`: their language, whether they stand from right to left, the size in points; `font`: the operator that
        chose the font in use before. Each word begins and ends in the font's first subset.
        """
        known = self._words.setdefault(look, {})
        for text in texts:
            if text not in known:
                known[text] = self._word(text, look, document)
        first = self._operator(0, look[2], document)
        drawn = "\n".join(map(known.__getitem__, texts)).replace(f">{_GOES_ON}<", "").replace(_GOES_ON, "")
        return drawn if font == first else f"{first}\n{drawn}", first

    def _word(self, text: str, look: tuple[str, bool, float], document: Any) -> str:
        """Return what draws a word, with the space behind it if it has one."""
        if len(text) > 1 and text[-1] in " \xa0":
            parts = (text[-1], text[:-1]) if look[1] else (text[:-1], text[-1])
            return "\n".join([self._word(part, look, document) for part in parts]).replace(f">{_GOES_ON}<", "")
        lang, right, size = look
        placed, back = _placed(self.name, text, lang, right)
        code, known = "", self._drawn
        subset_now, up_now = 0, 0.0
        for key, gap, up in placed:
            subset, shown = known.get(key) or self.drawn(*key, document)
            if not code or subset != subset_now or up != up_now:
                code += "]TJ\n" if code else ""
                if subset != subset_now:
                    code += f"{self._operator(subset, size, document)}\n"
                if up != up_now:
                    code += f"{up * size / 1000:.2f} Ts\n" if up else "0 Ts\n"
                code += "["
                subset_now, up_now = subset, up
            code += f"{gap}<{shown}>"
        if code:
            code += f"{back}]TJ"
        if up_now:
            code += "\n0 Ts"
        if subset_now:
            code += f"\n{self._operator(0, size, document)}"
        return code.replace("><", "")

    def _operator(self, subset: int, size: float, document: Any) -> str:
        """Return what chooses a subset in a size."""
        known = self._operators.get((subset, size))
        if known is None:
            name = self.font.getSubsetInternalName(subset, document)
            known = self._operators[subset, size] = f"{name} {size:g} Tf"
        return known

    def drawn(self, glyph: int, letters: str, document: Any) -> tuple[int, str]:
        """Return the subset of this file's font that has a glyph, and its code there in hexadecimals."""
        key = glyph, letters
        known = self._drawn.get(key)
        if known is None:
            ((subset, code),) = self.font.splitString(self.code(glyph, letters), document)
            known = self._drawn[key] = subset, code.hex()
        return known

    def code(self, glyph: int, letters: str) -> str:
        """Return the private character that stands for a glyph in this file's subsets."""
        key = glyph, letters
        if key not in self._codes and len(self._codes) >= _PAIRS:
            key = glyph, _BESIDE
        known = self._codes.get(key)
        if known is None:
            number = _FIRST_CODE + len(self._codes)
            known = self._codes[key] = chr(number)
            self.font.add(number, *key, _drawn_width(self.name, glyph))
        return known


class _GlyphFont(TTFont):  # type: ignore[misc]
    """A font of which glyphs are drawn that are no characters; the file says of each what it stands for."""

    def __init__(self, name: str) -> None:
        read = _read(name)
        self.__dict__ |= read.__dict__
        self.face: Any = copy(read.face)
        self.face.charToGlyph, self.face.charWidths = read.face.charToGlyph.copy(), read.face.charWidths.copy()
        self.state: Any = WeakKeyDictionary()
        self._read_as: dict[int, str] = {}

    def add(self, code: int, glyph: int, letters: str, width: float) -> None:
        """Make a glyph drawable under a code."""
        self.face.charToGlyph[code] = glyph
        self.face.charWidths[code] = width
        self._read_as[code] = letters

    def addObjects(self, document: Any) -> None:
        """Write the subsets, with the letters in place of our codes in what readers find them by."""
        subsets = self.state[document].subsets
        before = set(document.idToObject)
        super().addObjects(document)
        maps = [name for name in document.idToObject if name not in before and name.startswith("toUnicodeCMap:")]
        for name, subset in zip(maps, subsets, strict=True):
            stream = document.idToObject[name]
            stream.content = _CODES.sub(partial(self._line, subset), stream.content)

    def _line(self, codes: list[int], found: re.Match[str]) -> str:
        code = codes[int(found[1], 16)]
        letters = self._read_as.get(code, chr(code or 0x20))
        return f"<{found[1]}> <{letters.encode('utf-16-be').hex().upper()}>"


def forms_of(lang: str) -> str:
    """Return the language if its letters have forms of their own in this font, else "" for the usual ones."""
    return lang if lang.partition("-")[0] in _FORMS_OF_THEIR_OWN else ""


def _letters(text: str, clusters: list[int]) -> list[str]:
    """Return what each glyph stands for. Of several for one letter the first in reading order has it."""
    said = [_BESIDE] * len(clusters)
    begins = sorted({*clusters, len(text)})
    last = {cluster: at for at, cluster in enumerate(clusters)}
    for begin, end in pairwise(begins):
        said[last[begin]] = text[begin:end]
    return said


def _width(name: str, lang: str, text: str) -> float:
    return sum([glyph.advance for glyph in _shaped(name, text, lang, True)])


@cache
def _read(name: str) -> Any:
    """Return a font as it is in its file: reading it takes as long as a page."""
    return TTFont(name, str(paths.font(f"{name}.ttf")), asciiReadable=0)


@lru_cache(maxsize=4000)  # the next paper, or the same in large print, has most of its words again
def _shaped(name: str, text: str, lang: str, right: bool) -> tuple[Glyph, ...]:
    shaper = _shaper(name)
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text.translate(_QUOTED) if right else text)
    buffer.cluster_level = uharfbuzz.BufferClusterLevel.MONOTONE_CHARACTERS
    buffer.flags = uharfbuzz.BufferFlags.REMOVE_DEFAULT_IGNORABLES
    buffer.direction = "rtl" if right else "ltr"
    buffer.script = "Arab"
    if lang:
        buffer.language = lang
    uharfbuzz.shape(shaper, buffer)
    scale, infos = 1000 / shaper.face.upem, buffer.glyph_infos
    letters = _letters(text, [info.cluster for info in infos])
    return tuple(
        Glyph(info.codepoint, said, over * scale, aside * scale, up * scale)
        for info, (aside, up, over, _), said in zip(
            infos, [at.position for at in buffer.glyph_positions], letters, strict=True
        )
    )


@lru_cache(maxsize=4000)
def _placed(name: str, text: str, lang: str, right: bool) -> tuple[tuple[tuple[tuple[int, str], str, float], ...], str]:
    """Return of each glyph which it is, how the pen moves before it and how far it is over the line; and how it moves at the end.

    Dots and vowel signs come over their letters, without moving those that follow.
    """
    pen = wanted = 0.0
    found = []
    for glyph in _shaped(name, text, lang, right):
        move = round(wanted + glyph.right - pen)
        up = glyph.up if abs(glyph.up) > _SEEN else 0.0
        found.append(((glyph.number, glyph.letters), f"{-move}" if move else "", up))
        pen += move + _drawn_width(name, glyph.number)
        wanted += glyph.advance
    back = round(wanted - pen)
    return tuple(found), f"{-back}" if back else ""


def _drawn_width(name: str, glyph: int) -> float:
    shaper = _shaper(name)
    return float(shaper.get_glyph_h_advance(glyph) * 1000 / shaper.face.upem)


@cache
def _shaper(name: str) -> Any:
    return uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(paths.font(f"{name}.ttf")))))
