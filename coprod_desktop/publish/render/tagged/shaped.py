"""Words whose letters join, or that stand from right to left, as operators of a page: glyphs in the order they are seen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import groupby
from typing import Any

from coprod_desktop.publish.render.tagged.joined import Glyph, JoinedFace
from coprod_desktop.publish.render.tagged.lines import Bit
from coprod_desktop.publish.render.tagged.turned import mirrored

Use = Callable[[int], list[str]]
"""Changes to a subset of the bit's font, if it is not in use."""


def shaped(bit: Bit, document: Any, use: Use) -> Iterator[str]:
    """Yield what draws a bit from where the pen stands."""
    face, lang = bit.span.face, bit.span.lang
    if isinstance(face, JoinedFace):
        yield from _glyphs(face, face.glyphs(bit.text, lang, right=bit.span.backwards), bit.span.size, document, use)
    else:
        for subset, codes in face.font.splitString(mirrored(bit.text), document):
            yield from use(subset)
            yield f"<{codes.hex()}> Tj"


def _glyphs(face: JoinedFace, glyphs: list[Glyph], size: float, document: Any, use: Use) -> Iterator[str]:
    """Draw glyphs where they belong: dots and vowel signs over their letters, without moving those that follow."""
    pen = wanted = 0.0
    raised = False
    placed: list[tuple[float, int, str, float]] = []
    for glyph in glyphs:
        subset, code, width = face.drawn(glyph, document)
        at = wanted + glyph.right
        placed.append((glyph.up, subset, code, at - pen))
        pen = at + width
        wanted += glyph.advance
    for (up, subset), together in groupby(placed, key=lambda one: one[:2]):
        yield from use(subset)
        if up or raised:
            yield f"{up * size / 1000:.2f} Ts"
            raised = bool(up)
        pieces = (f"{-move:.0f}<{code}>" if round(move) else f"<{code}>" for _, _, code, move in together)
        yield f"[{''.join(pieces)}] TJ"
    if raised:
        yield "0 Ts"
