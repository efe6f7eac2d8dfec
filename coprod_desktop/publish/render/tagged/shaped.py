"""Words whose letters join, or that stand from right to left, as operators of a page: glyphs in the order they are seen."""

from __future__ import annotations

import re
from typing import Any

from coprod_desktop.publish.render.tagged.face import Face
from coprod_desktop.publish.render.tagged.joined import JoinedFace, forms_of
from coprod_desktop.publish.render.tagged.lines import Bit
from coprod_desktop.publish.render.tagged.turned import mirrored

_WORD = re.compile("[^ \xa0]*[ \xa0]|[^ \xa0]+")
"""With the space behind it in the order words are read."""


def shaped(bit: Bit, font: str, document: Any) -> tuple[str, str]:
    """Return what draws a bit from where the pen stands, and the font in use then. `font` is the one before it."""
    face, size, right = bit.span.face, bit.span.size, bit.span.backwards
    if isinstance(face, JoinedFace):
        words, lang = _WORD.findall(bit.text), forms_of(bit.span.lang)
        return face.words(words[::-1] if right else words, (lang, right, size), font, document)
    code: list[str] = []
    for name, codes in face.turned.get(bit.text) or _turned(face, bit.text, document):
        wanted = f"{name} {size:g} Tf"
        if wanted != font:
            font = wanted
            code.append(font)
        code.append(codes)
    return "\n".join(code), font


def _turned(face: Face, text: str, document: Any) -> list[tuple[str, str]]:
    """Return what draws text from right to left, and keep it: mostly it is a space, or a quotation mark, again."""
    font = face.font
    known = face.turned[text] = [
        (font.getSubsetInternalName(subset, document), f"<{codes.hex()}> Tj")
        for subset, codes in font.splitString(mirrored(text), document)
    ]
    return known
