"""Letters that join: words are shaped by HarfBuzz, and the glyphs it chooses go into the file, no others."""

from __future__ import annotations

import re
from collections.abc import Iterable
from copy import copy
from functools import cache, lru_cache, partial
from itertools import pairwise
from typing import Any, NamedTuple
from weakref import WeakKeyDictionary

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
_FORMS_OF_THEIR_OWN = {"ckb", "ks", "ku", "rhg", "sd", "ur"}
"""Languages that Noto Sans Arabic has other forms for, as Urdu's four; a word of any other is shaped once for all of them."""
_SEEN = 5
"""Thousandths of the size by which a glyph must be over the line or under it to be drawn there: half a hair in a heading."""

_QUOTED = str.maketrans("“”", "”“")
"""HarfBuzz turns brackets, but not these."""


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
        self._shaper = _shaper(name)
        self._scale: float = 1000 / self._shaper.face.upem
        self._codes: dict[tuple[int, str], str] = {}
        self._drawn: dict[tuple[int, str], tuple[int, str, float]] = {}
        self._subsets: dict[int, str] = {}
        self._widths: dict[tuple[str, str], float] = {}
        self._glyphs: dict[tuple[str, str, bool], tuple[Glyph, ...]] = {}
        self._drawn_words: dict[tuple[str, str, bool], list[tuple[float, int, str]]] = {}
        self._words: dict[tuple[tuple[str, bool, float], str], dict[str, tuple[str, str]]] = {}

    def _font(self, name: str) -> Any:
        return _GlyphFont(name)

    def width(self, text: str, size: float, lang: str = "") -> float:
        """Return the width of text in points, its letters joined as its language has them."""
        known = self._widths.get((text, lang))
        if known is None:
            known = self._widths[text, lang] = sum([glyph.advance for glyph in self._word(text, forms_of(lang), True)])
        return known * size / 1000

    def _word(self, text: str, lang: str, right: bool) -> tuple[Glyph, ...]:
        """Return the glyphs of a word, with the space behind it if it has one."""
        if len(text) > 1 and text[-1] in " \xa0":
            word, space = self._word(text[:-1], lang, right), self._word(text[-1], "", right)
            return space + word if right else word + space
        key = text, lang, right
        known = self._glyphs.get(key)
        if known is None:
            known = self._glyphs[key] = self.glyphs(text, lang, right=right)
        return known

    def glyphs(self, text: str, lang: str = "", *, right: bool = True) -> tuple[Glyph, ...]:
        """Return the glyphs of text from left to right."""
        return _shaped(self.name, text, lang, right)

    def words(
        self, texts: Iterable[str], look: tuple[str, bool, float], font: str, document: Any
    ) -> tuple[list[str], str]:
        """Return what draws words from where the pen stands and leaves the pen behind each, and the font in use then.

        `look`: their language, whether they stand from right to left, the size in points; `font`: the operator that
        chose the font in use before.
        """
        code: list[str] = []
        known = self._words.setdefault((look, font), {})
        for text in texts:
            drawn, after = known.get(text) or self._word_drawn(text, look, font, document)
            code.append(drawn)
            if after != font:
                font = after
                known = self._words.setdefault((look, font), {})
        return code, font

    def _word_drawn(self, text: str, look: tuple[str, bool, float], font: str, document: Any) -> tuple[str, str]:
        (lang, right, size), before = look, font
        code: list[str] = []
        raised = False
        for up, subset, shown in self._pieces(text, lang, right, document):
            if (name := self._subsets.get(subset)) is None:
                name = self._subsets[subset] = self.font.getSubsetInternalName(subset, document)
            wanted = f"{name} {size:g} Tf"
            if wanted != font:
                font = wanted
                code.append(font)
            if up or raised:
                code.append(f"{up * size / 1000:.2f} Ts" if up else "0 Ts")
                raised = bool(up)
            code.append(f"[{shown}]TJ")
        if raised:
            code.append("0 Ts")
        known = self._words[look, before][text] = " ".join(code), font
        return known

    def _pieces(self, text: str, lang: str, right: bool, document: Any) -> list[tuple[float, int, str]]:
        """Return what is drawn at once of a word: how far over the line, from which subset, and what goes before TJ.

        Dots and vowel signs come over their letters, without moving those that follow.
        """
        key = text, lang, right
        if key in self._drawn_words:
            return self._drawn_words[key]
        pen = wanted = 0.0
        pieces: list[tuple[float, int, str]] = []
        for glyph in self._word(text, lang, right):
            subset, code, width = self.drawn(glyph, document)
            move = round(wanted + glyph.right - pen)
            up = glyph.up if abs(glyph.up) > _SEEN else 0.0
            shown = f"{-move}<{code}>" if move else f"<{code}>"
            if pieces and pieces[-1][:2] == (up, subset):
                shown = f"{pieces.pop()[2]}{shown}"
            pieces.append((up, subset, shown))
            pen += move + width
            wanted += glyph.advance
        back = round(wanted - pen)
        self._drawn_words[key] = [
            (up, subset, (f"{shown}{-back}" if back and at == len(pieces) - 1 else shown).replace("><", ""))
            for at, (up, subset, shown) in enumerate(pieces)
        ]
        return self._drawn_words[key]

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
            self.font.add(number, *key, self._shaper.get_glyph_h_advance(glyph.number) * self._scale)
        return known, self.font.face.charWidths[ord(known)]


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


@cache
def _shaper(name: str) -> Any:
    return uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(paths.font(f"{name}.ttf")))))
