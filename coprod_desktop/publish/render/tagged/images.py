"""Pictures as a PDF may hold them: plain sRGB on white, no larger than print needs, nothing about where they were made."""

from __future__ import annotations

import hashlib
import io
import zlib
from dataclasses import dataclass, field
from functools import lru_cache

from PIL import Image as Reader
from PIL import ImageOps

from coprod_desktop.publish.document import Picture

_MOST = 1400
"""Pixels on the longer side: 220 to the inch across the whole column."""


@dataclass(frozen=True)
class Image:
    """Packed rows of red, green and blue, or a JPEG of them. `name` is the same for the same picture."""

    name: str
    data: bytes = field(repr=False)
    width: int
    height: int
    is_jpeg: bool


def read_image(picture: Picture) -> Image | None:
    """Return the picture as it goes into the file, None if it cannot be read.

    Transparency is laid on white, for a file that is PDF/A shows the same everywhere; a photo stays a JPEG.
    """
    return _held(picture) if picture.ours else _read(picture)


@lru_cache(maxsize=64)
def _held(picture: Picture) -> Image | None:
    """Symbols that ship and leaves of the calendar are the same in every part of a paper; people's own photos are not held."""
    return _read(picture)


def _read(picture: Picture) -> Image | None:
    try:
        with Reader.open(io.BytesIO(picture.data)) as opened:
            read = ImageOps.exif_transpose(opened)
            read.thumbnail((_MOST, _MOST))
            pixels = _on_white(read)
    except (OSError, ValueError, SyntaxError, Reader.DecompressionBombError):
        return None
    is_jpeg = picture.media == "image/jpeg"
    data = _jpeg(pixels) if is_jpeg else zlib.compress(pixels.tobytes())
    return Image(hashlib.sha256(picture.data).hexdigest()[:16], data, *pixels.size, is_jpeg)


def _on_white(read: Reader.Image) -> Reader.Image:
    if not read.has_transparency_data:
        return read.convert("RGB")
    layer = read.convert("RGBA")
    white = Reader.new("RGBA", layer.size, "white")
    return Reader.alpha_composite(white, layer).convert("RGB")


def _jpeg(pixels: Reader.Image) -> bytes:
    pixels.info.clear()  # what a camera wrote beside the picture
    out = io.BytesIO()
    pixels.save(out, "JPEG", quality=88)
    return out.getvalue()
