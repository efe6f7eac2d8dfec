"""A leaf of the calendar for a day: its own number, month and year, so that no date is ever shown as another."""

from __future__ import annotations

import io
from datetime import date
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

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
    from PIL import Image

    image = Image.new("RGB", (SIDE, SIDE))
    for strip, text in zip(_STRIPS, (MONTHS[day.month - 1], str(day.day), DAYS[day.weekday()]), strict=True):
        image.paste(_written(strip, text), (0, _small(strip.top)))
    made = io.BytesIO()
    image.quantize(32, Image.Quantize.FASTOCTREE).save(made, "PNG")
    alt = f"A calendar: {DAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}"
    return Picture(made.getvalue(), alt, SIDE, SIDE, ours=True)


class _Strip(NamedTuple):
    """A part of the leaf across its whole width, as it is drawn: nothing but the sides is near where it is cut."""

    top: int
    bottom: int
    middle: int
    size: int
    colour: str


_STRIPS = (_Strip(0, 126, 58, 50, _WHITE), _Strip(126, 258, 192, 140, _INK), _Strip(258, _DRAWN, 294, 44, _INK))


def _small(drawn: int) -> int:
    return drawn * SIDE // _DRAWN


@cache
def _written(strip: _Strip, text: str) -> Image:
    """Return a strip with its word or number, as small as it is shown: fifty make every day there is."""
    from PIL import Image, ImageDraw

    image = _blank().copy()
    ImageDraw.Draw(image).text(
        (_DRAWN // 2, strip.middle), text, fill=strip.colour, font=_font(strip.size), anchor="mm"
    )
    size = (SIDE, _small(strip.bottom) - _small(strip.top))
    return image.resize(size, Image.Resampling.LANCZOS, box=(0, strip.top, _DRAWN, strip.bottom))


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
