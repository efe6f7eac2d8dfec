"""Letters that join: words are shaped by HarfBuzz, and the glyphs it chooses go into the file, no others."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, partial
from itertools import pairwise
from typing import Any

import uharfbuzz

from coprod_desktop import paths
from coprod_desktop.publish.render.tagged.face import Face
from coprod_desktop.publish.render.tagged.plain_reportlab import TTFont

_FIRST_CODE, _PAIRS = 0xE000, 4000
"""Private characters, by which ReportLab's subsets know glyphs that are no character of their own. They go into no file.

There are 6,400. A glyph has one for each letter it stands for; after the first 4,000 it has one for all.
"""
_CODES = re.compile(r"^<([0-9A-F]{2})> <[0-9A-F]{4}>$", re.MULTILINE)
_BESIDE = "\u200d"
"""What a glyph reads as that is only a part of the letter before it, such as its dots: a joiner, which nobody sees or hears."""

_QUOTED = str.maketrans("“”", "”“")
"""HarfBuzz turns brackets, but not these."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """A glyph in the order it is drawn, with what it stands for. Lengths in thousandths of the size."""

    number: int
    letters: str
    advance: float
    right: float
    up: float


class JoinedFace(Face):
    """A font whose letters join, for one file."""

    joins = True

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._shaper = _shaper(name)
        self._codes: dict[tuple[int, str], str] = {}
        self._drawn: dict[tuple[int, str], tuple[int, str, float]] = {}

    def _font(self, name: str) -> Any:
        return _GlyphFont(name)

    def width(self, text: str, size: float) -> float:
        """Return the width of text in points, its letters joined."""
        known = self._known.get(text)
        if known is None:
            known = self._known[text] = sum(glyph.advance for glyph in self.glyphs(text))
        return known * size / 1000

    def glyphs(self, text: str, lang: str = "", *, right: bool = True) -> list[Glyph]:
        """Return the glyphs of text from left to right."""
        buffer = uharfbuzz.Buffer()
        buffer.add_str(text.translate(_QUOTED) if right else text)
        buffer.cluster_level = uharfbuzz.BufferClusterLevel.MONOTONE_CHARACTERS
        buffer.flags = uharfbuzz.BufferFlags.REMOVE_DEFAULT_IGNORABLES
        buffer.direction = "rtl" if right else "ltr"
        buffer.script = "Arab"
        if lang:
            buffer.language = lang
        uharfbuzz.shape(self._shaper, buffer)
        scale = 1000 / self._shaper.face.upem
        letters = _letters(text, [info.cluster for info in buffer.glyph_infos])
        return [
            Glyph(info.codepoint, said, at.x_advance * scale, at.x_offset * scale, at.y_offset * scale)
            for info, at, said in zip(buffer.glyph_infos, buffer.glyph_positions, letters, strict=True)
        ]

    def drawn(self, glyph: Glyph, document: Any) -> tuple[int, str, float]:
        """Return the subset of this file's font that has a glyph, its code there in hexadecimals, and how wide it is drawn."""
        key = glyph.number, glyph.letters
        known = self._drawn.get(key)
        if known is None:
            char, width = self.code(glyph)
            ((subset, code),) = self.font.splitString(char, document)
            known = self._drawn[key] = subset, code.hex(), width
        return known

    def code(self, glyph: Glyph) -> tuple[str, float]:
        """Return the private character that stands for a glyph in this file's subsets, and how wide it is drawn."""
        key = glyph.number, glyph.letters
        if key not in self._codes and len(self._codes) >= _PAIRS:
            key = glyph.number, _BESIDE
        known = self._codes.get(key)
        if known is None:
            number = _FIRST_CODE + len(self._codes)
            known = self._codes[key] = chr(number)
            self.font.add(number, *key, self._shaper.get_glyph_h_advance(glyph.number) * 1000 / self._shaper.face.upem)
        return known, self.font.face.charWidths[ord(known)]


class _GlyphFont(TTFont):  # type: ignore[misc]
    """A font of which glyphs are drawn that are no characters; the file says of each what it stands for."""

    def __init__(self, name: str) -> None:
        super().__init__(name, str(paths.font(f"{name}.ttf")), asciiReadable=0)
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


def _letters(text: str, clusters: list[int]) -> list[str]:
    """Return what each glyph stands for. Of several for one letter the first in reading order has it."""
    said = [_BESIDE] * len(clusters)
    begins = sorted({*clusters, len(text)})
    last = {cluster: at for at, cluster in enumerate(clusters)}
    for begin, end in pairwise(begins):
        said[last[begin]] = text[begin:end]
    return said


@cache
def _shaper(name: str) -> Any:
    return uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(paths.font(f"{name}.ttf")))))
