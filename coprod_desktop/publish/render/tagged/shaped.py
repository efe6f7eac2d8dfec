"""Words whose letters join, or that stand from right to left, as operators of a page: glyphs in the order they are seen."""

from __future__ import annotations

import re
from typing import Any

from coprod_desktop.publish.render.tagged.joined import JoinedFace, forms_of
from coprod_desktop.publish.render.tagged.lines import Bit
from coprod_desktop.publish.render.tagged.turned import mirrored

_WORD = re.compile("[^ \xa0]*[ \xa0]|[^ \xa0]+")
"""With the space behind it in the order words are read."""


def shaped(bit: Bit, font: str, document: Any) -> tuple[list[str], str]:
    """Return what draws a bit from where the pen stands, and the font in use then. `font` is the one before it."""
    face, size, right = bit.span.face, bit.span.size, bit.span.backwards
    code: list[str] = []
    if isinstance(face, JoinedFace):
        words, lang = _WORD.findall(bit.text), forms_of(bit.span.lang)
        return face.words(reversed(words) if right else words, (lang, right, size), font, document)
    for subset, codes in face.font.splitString(mirrored(bit.text), document):
        wanted = f"{face.font.getSubsetInternalName(subset, document)} {size:g} Tf"
        if wanted != font:
            font = wanted
            code.append(font)
        code.append(f"<{codes.hex()}> Tj")
    return code, font
