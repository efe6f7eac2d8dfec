"""Words into lines: broken only at spaces, no word cut unless it is wider than the whole line."""

from __future__ import annotations

import re
from codecs import BOM_UTF16_BE
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from coprod_desktop.publish.render.every_format.runs import is_seen
from coprod_desktop.publish.render.tagged.face import Face
from coprod_desktop.publish.render.tagged.tree import PageContent

_PART = re.compile(r"[^-–/@._]*[-–/@._]+|[^-–/@._]+")
_TOKEN = re.compile(r"\n| +|[^ \n]+")


@dataclass(eq=False, slots=True)  # not frozen, which makes each three times as slow to make; none is ever changed
class Span:
    """Text in one face, size and colour for one place in the structure tree; content is None in artifacts."""

    text: str
    face: Face
    size: float
    colour: str
    content: PageContent | None
    url: str | None = None
    lang: str = ""
    """Said only for letters that join, whose forms go by it."""
    from_right: bool = False
    """Is read from the right, taken by itself."""
    backwards: bool = False
    """Stands from right to left on its line; the text is in reading order."""
    place: int = 0
    """Among the spans of its paragraph from left to right, if that is another order than the one they are read in."""

    @property
    def is_shaped(self) -> bool:
        """Whether its glyphs are others than its letters, or in another order."""
        return self.backwards or self.face.joins

    def part(self, text: str, place: int, *, backwards: bool) -> Span:
        """Return a part of it that stands elsewhere on the line; as `replace` does, but that takes three times as long."""
        made = self.face, self.size, self.colour, self.content, self.url, self.lang, self.from_right
        return Span(text, *made, backwards, place)


@dataclass(slots=True)
class Bit:
    """A part of a span on one line."""

    span: Span
    text: str
    width: float


@dataclass(slots=True)
class Line:
    """What stands on one line. `spaced`: the next line begins a new word, so its text needs a space between."""

    bits: list[Bit] = field(default_factory=list)
    width: float = 0.0
    spaced: bool = False
    turned: bool = False
    """Its bits stand in another order than they are read in."""
    from_right: bool = False
    """Stands at the right end of its column."""
    shift: float = 0.0
    """Its own left edge, from that of its paragraph."""

    def add(self, bit: Bit) -> None:
        """Put a bit at the end."""
        last = self.bits[-1] if self.bits else None
        if last is not None and last.span is bit.span:
            last.text += bit.text
            last.width += bit.width
        else:
            self.bits.append(Bit(bit.span, bit.text, bit.width))
        self.width += bit.width

    def said(self, bit: Bit) -> str:
        """Return the words of a bit, with the space that parts the last from the next line."""
        return f"{bit.text} " if self.spaced and bit is self.bits[-1] else bit.text

    def placed(self) -> Iterator[tuple[float, Bit]]:
        """Yield the bits in the order they are read, each with its distance from the paragraph's left edge."""
        if not self.turned:
            at = self.shift
            for bit in self.bits:
                yield at, bit
                at += bit.width
            return
        places, at = [0.0] * len(self.bits), self.shift
        for number in sorted(range(len(self.bits)), key=lambda n: self.bits[n].span.place):
            places[number] = at
            at += self.bits[number].width
        yield from zip(places, self.bits, strict=True)


def said_by(bits: Iterable[tuple[Line, Bit]]) -> str:
    """Return what marked content says of words in place of their glyphs, if any of them are shaped (ISO 32000-1, 14.9.4).

    Glyphs are in the order they are seen, and several make one letter: read aloud, searched and copied is this.
    """
    every = list(bits)
    shaped = [bit.span for _, bit in every if bit.span.is_shaped]
    if not shaped:
        return ""
    lang = next((span.lang for span in shaped if span.lang), "")
    said = "".join(line.said(bit) for line, bit in every)
    return f"{f' /Lang ({lang})' if lang else ''} /ActualText ({_in_brackets(said)})"


def _in_brackets(text: str) -> str:
    """Return text as it stands between the brackets of a PDF, each sign of a page's code a byte: in figures it is twice as long."""
    code = (BOM_UTF16_BE + text.encode("utf-16-be")).decode("latin-1")
    for sign in "\\()":
        code = code.replace(sign, f"\\{sign}")
    return code.replace("\r", "\\r")


def begins_right(spans: Iterable[Span]) -> bool:
    """Tell whether the first words are read from the right."""
    return next((span.from_right for span in spans if is_seen(span.text)), False)


def break_lines(spans: Iterable[Span], width: float) -> list[Line]:
    """Return the spans as lines of at most this width."""
    lines = [Line()]
    gap: Bit | None = None
    word: list[Bit] = []
    for bit in (*_tokens(spans), None):
        if bit is not None and bit.text[0] not in " \n":
            word.append(bit)
            continue
        _place(lines, gap, word, width)
        word = []
        gap = bit
        if bit is not None and bit.text == "\n":
            lines[-1].spaced = True
            lines.append(Line())
            gap = None
    lines[-1].spaced = False
    return lines


def _place(lines: list[Line], gap: Bit | None, word: list[Bit], width: float) -> None:
    if not word:
        return
    line, needed = lines[-1], word[0].width if len(word) == 1 else sum([bit.width for bit in word])
    if line.bits and gap is not None:
        if line.width + gap.width + needed <= width:
            line.add(gap)
        else:
            line.spaced = True
            lines.append(Line())
    for bit in word if needed <= width else _parts(word, width):
        if lines[-1].bits and lines[-1].width + bit.width > width and needed > width:
            lines.append(Line())
        lines[-1].add(bit)


def _tokens(spans: Iterable[Span]) -> Iterator[Bit]:
    for span in spans:
        widths, size = span.face.widths(span.lang), span.size
        for text in _TOKEN.findall(span.text):
            yield Bit(span, text, 0.0 if text == "\n" else widths[text] * size / 1000)


def _parts(word: list[Bit], width: float) -> Iterator[Bit]:
    """Yield a word wider than the line in parts: cut after a sign such as a hyphen where that will do."""
    for bit in word:
        face, size, lang = bit.span.face, bit.span.size, bit.span.lang
        for part in _PART.findall(bit.text):
            wide = face.width(part, size, lang)
            for text in [part] if wide <= width else part:
                yield Bit(bit.span, text, face.width(text, size, lang))
