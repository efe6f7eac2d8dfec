"""Colours an organisation may give its papers: read from what was typed, and refused when words in them fade.

Contrast is the ratio of WCAG 2.2 (relative luminance of sRGB); text on paper needs 7 to 1 here, as in design section 9.
"""

from __future__ import annotations

import colorsys
import math
import re

PAPER = "#FFFFFF"
LEAST = 7.0
"""To 1: WCAG 2.2, 1.4.6 (AAA) for words of any size."""
_HEX = re.compile(r"#?([0-9a-f]{3}|[0-9a-f]{6})", re.IGNORECASE)
_STEPS = 1000


def parsed(text: str) -> str | None:
    """Return "#RRGGBB" for a colour typed as "#RRGGBB" or "#RGB", with or without "#"; None when it is no colour."""
    found = _HEX.fullmatch(text.strip())
    if found is None:
        return None
    digits = found[1] if len(found[1]) == 6 else "".join(digit * 2 for digit in found[1])
    return f"#{digits.upper()}"


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours "#RRGGBB", from 1 to 21."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def ratio_words(colour: str) -> str:
    """Return the contrast on white paper as "7.4 to 1", rounded down: what is not enough never looks as if it were."""
    return f"{math.floor(contrast(colour, PAPER) * 10) / 10:g} to 1"


def takes(text: str) -> str | None:
    """Return why words in this colour cannot be printed on white paper, and what could be; None when they can."""
    colour = parsed(text)
    if colour is None:
        return "That is not a colour this program knows. Write # and six letters or digits, such as #0A5C60."
    if contrast(colour, PAPER) >= LEAST:
        return None
    return (
        f"{colour} is too light for words on white paper: {ratio_words(colour)}, and {LEAST:g} to 1 is needed. "
        f"The nearest darker colour that can be read is {readable(colour)}."
    )


def readable(colour: str, ground: str = PAPER) -> str:
    """Return the nearest colour of the same hue that words on a ground can have; the colour itself when it is one.

    On light paper it gets darker, on a dark ground lighter.
    """
    if contrast(colour, ground) >= LEAST:
        return colour
    hue, lightness, saturation = colorsys.rgb_to_hls(*_channels(colour))
    end = 0.0 if _luminance(ground) > 0.18 else 1.0  # as far from black as from white
    tried = (
        _hex(colorsys.hls_to_rgb(hue, lightness + (end - lightness) * step / _STEPS, saturation))
        for step in range(_STEPS)
    )
    return next(found for found in tried if contrast(found, ground) >= LEAST)


def _luminance(colour: str) -> float:
    """Relative luminance: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance."""
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _channels(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def _hex(channels: tuple[float, float, float]) -> str:
    return "#" + "".join(f"{round(c * 255):02X}" for c in channels)
