"""A leaf of the calendar for a day: its own number, month and year, so that no date is ever shown as another."""

from __future__ import annotations

import io
from datetime import date
from functools import cache

from coprod_desktop import paths
from coprod_desktop.domain.dates import DAYS, MONTHS
from coprod_desktop.publish.document import Picture

SIDE = 360
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


@cache
def _drawn(day: date) -> Picture:
    from PIL import Image, ImageDraw, ImageFont

    image = Image.new("RGB", (SIDE, SIDE), _WHITE)
    pen = ImageDraw.Draw(image)
    box = (_EDGE, _EDGE, SIDE - _EDGE, SIDE - _EDGE)
    pen.rounded_rectangle(box, radius=26, fill=_WHITE, outline=_INK, width=8)
    pen.rounded_rectangle((_EDGE, _EDGE, SIDE - _EDGE, _BAND), radius=26, fill=_RED, outline=_INK, width=8)
    pen.rectangle((_EDGE + 8, _BAND - 26, SIDE - _EDGE - 8, _BAND), fill=_RED)
    pen.line((_EDGE, _BAND, SIDE - _EDGE, _BAND), fill=_INK, width=8)

    def write(text: str, y: int, size: int, colour: str) -> None:
        font = ImageFont.truetype(str(paths.font("Lexend-SemiBold.ttf")), size, layout_engine=ImageFont.Layout.BASIC)
        pen.text((SIDE // 2, y), text, fill=colour, font=font, anchor="mm")

    write(MONTHS[day.month - 1], 58, 50, _WHITE)
    write(str(day.day), 192, 140, _INK)
    write(f"{DAYS[day.weekday()]}", 294, 44, _INK)
    made = io.BytesIO()
    image.quantize(32, Image.Quantize.FASTOCTREE).save(made, "PNG", optimize=True)
    alt = f"A calendar: {DAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}"
    return Picture(made.getvalue(), alt, SIDE, SIDE)
