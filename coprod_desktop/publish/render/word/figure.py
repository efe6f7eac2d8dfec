"""Numbers as bars, drawn as a picture for Word: each bar has its words and its number, so no colour is needed."""

from __future__ import annotations

from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

from coprod_desktop import paths
from coprod_desktop.publish.document import Bar, Figure, Picture
from coprod_desktop.publish.render.every_format.look import LIGHT, TONE
from coprod_desktop.publish.render.every_format.runs import one_line
from coprod_desktop.publish.render.tagged.face import Face
from coprod_desktop.publish.render.tagged.fonts import REGULAR, SEMIBOLD

_WIDTH = 1560
_LETTERS = 46
"""14 point, when the picture is as wide as the text."""
_LINE = 62
_BAR = 40
_GAP = 34
_EDGE = 4
_SHADES = 64
_ALMOST_WHITE = 248
_HIGHEST = 2300
"""What a page has room for."""


def drawn(figure: Figure) -> Picture | None:
    """Return the figure as a picture; None when our fonts lack its letters or a page its height."""
    bars = [(one_line(bar.label), one_line(bar.shown), bar) for bar in figure.bars]
    covers = Face(REGULAR).covers
    if not bars or not all(covers(label) and covers(shown) for label, shown, _ in bars):
        return None
    regular = ImageFont.truetype(str(paths.font(f"{REGULAR}.ttf")), _LETTERS, layout_engine=ImageFont.Layout.BASIC)
    strong = ImageFont.truetype(str(paths.font(f"{SEMIBOLD}.ttf")), _LETTERS, layout_engine=ImageFont.Layout.BASIC)
    wrapped = [_lines(label, regular) for label, _, _ in bars]
    height = sum(len(lines) * _LINE + _BAR + _GAP for lines in wrapped) + _EDGE
    if height > _HIGHEST:
        return None
    image = Image.new("RGB", (_WIDTH, height), LIGHT["paper"])
    pen = ImageDraw.Draw(image)
    room = _WIDTH - int(max(strong.getlength(shown) for _, shown, _ in bars)) - 40
    most = max(max(bar.value for _, _, bar in bars), 1)
    y = 0
    for lines, (_, shown, bar) in zip(wrapped, bars, strict=True):
        for line in lines:
            pen.text((0, y), line, fill=LIGHT["text"], font=regular)
            y += _LINE
        _bar(pen, bar, y, max(0, room) * max(0, bar.value) // most, shown, strong)
        y += _BAR + _GAP
    made = BytesIO()
    small = image.quantize(_SHADES, Image.Quantize.FASTOCTREE)
    # sharing out the shades makes white a little grey, and that shows as a box on paper
    small.putpalette([255 if shade > _ALMOST_WHITE else shade for shade in small.getpalette() or ()])
    small.save(made, "PNG")
    return Picture(made.getvalue(), figure.words, *image.size)


def _bar(pen: ImageDraw.ImageDraw, bar: Bar, y: int, length: int, shown: str, font: ImageFont.FreeTypeFont) -> None:
    pen.rectangle((0, y, _EDGE, y + _BAR), fill=LIGHT["text"])
    if length:
        pen.rectangle((0, y, length, y + _BAR), fill=LIGHT[TONE[bar.tone]])
    pen.text((length + 20, y + _BAR // 2), shown, fill=LIGHT["text"], font=font, anchor="lm")


def _lines(text: str, font: ImageFont.FreeTypeFont) -> list[str]:
    """Break text where it is too wide; a word that is wider than the picture is broken too."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if font.getlength(longer) <= _WIDTH:
            lines[-1] = longer
            continue
        if lines[-1]:
            lines.append("")
        for char in word:
            if font.getlength(lines[-1] + char) > _WIDTH:
                lines.append("")
            lines[-1] += char
    return lines
