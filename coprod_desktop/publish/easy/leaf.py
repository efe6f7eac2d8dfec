"""A leaf of the calendar for a day: its own number, month and year, so that no date is ever shown as another."""

from __future__ import annotations

import io
from datetime import date
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from coprod_desktop import paths
from coprod_desktop.domain.dates import DAYS, MONTHS
from coprod_desktop.publish.document import Picture

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageFont import FreeTypeFont

SIDE = 240
"""Pixels: 250 an inch beside a sentence."""
_DRAWN = 360
_EDGE, _INK, _RED, _WHITE = 10, "#1B2126", "#9B1C1C", "#FFFFFF"
_BAND = 104


def code_of(day: date) -> str:
    """Return the code of a day's picture."""
    return f"day:{day.isoformat()}"


def leaf(code: str) -> Picture | None:
    """Return the picture of such a code; None for any other."""
    kind, _, day = code.partition(":")
    if kind != "day":
        return None
    try:
        return _drawn(date.fromisoformat(day))
    except ValueError:
        return None


@lru_cache(maxsize=400)  # three kilobytes each; every format of a long paper shows the same days
def _drawn(day: date) -> Picture:
    from PIL import Image, ImageDraw

    image = _blank().copy()
    pen = ImageDraw.Draw(image)

    def write(text: str, y: int, size: int, colour: str) -> None:
        pen.text((_DRAWN // 2, y), text, fill=colour, font=_font(size), anchor="mm")

    write(MONTHS[day.month - 1], 58, 50, _WHITE)
    write(str(day.day), 192, 140, _INK)
    write(f"{DAYS[day.weekday()]}", 294, 44, _INK)
    made = io.BytesIO()
    small = image.resize((SIDE, SIDE), Image.Resampling.LANCZOS)
    small.quantize(32, Image.Quantize.FASTOCTREE).save(made, "PNG")
    alt = f"A calendar: {DAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}"
    return Picture(made.getvalue(), alt, SIDE, SIDE)


@cache
def _blank() -> Image:
    """Return a leaf with nothing on it."""
    from PIL import Image, ImageDraw

    image = Image.new("RGB", (_DRAWN, _DRAWN), _WHITE)
    pen = ImageDraw.Draw(image)
    box = (_EDGE, _EDGE, _DRAWN - _EDGE, _DRAWN - _EDGE)
    pen.rounded_rectangle(box, radius=26, fill=_WHITE, outline=_INK, width=8)
    pen.rounded_rectangle((_EDGE, _EDGE, _DRAWN - _EDGE, _BAND), radius=26, fill=_RED, outline=_INK, width=8)
    pen.rectangle((_EDGE + 8, _BAND - 26, _DRAWN - _EDGE - 8, _BAND), fill=_RED)
    pen.line((_EDGE, _BAND, _DRAWN - _EDGE, _BAND), fill=_INK, width=8)
    return image


@cache
def _font(size: int) -> FreeTypeFont:
    from PIL import ImageFont

    return ImageFont.truetype(str(paths.font("Lexend-SemiBold.ttf")), size, layout_engine=ImageFont.Layout.BASIC)
