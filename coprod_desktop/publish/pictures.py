"""Pictures people bring: a logo, a photo. Made anew from their dots alone, so nothing says where or when it was taken."""

from __future__ import annotations

import io
import struct
import warnings
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from coprod_desktop.errors import UserError

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_BYTES = 25 * 1024 * 1024
MOST_DOTS = 60_000_000
"""A large photo of today has 50 million; a small file can unpack to far more than a laptop holds."""
LONGEST_SIDE = 1200
"""Pixels: sharp on a whole printed page's width, and small in every file."""
_FORMATS = ("PNG", "JPEG", "WEBP")
_PHOTO_BYTES = 600_000
"""A PNG larger than this is a photo, which a JPEG holds in a tenth."""
_QUALITY = 88
_DAMAGED = (OSError, ValueError, SyntaxError, EOFError, LookupError, OverflowError, TypeError, struct.error)
"""What reading damaged files raises."""
_LAST = {"PNG": (b"IDAT", b"IEND\xaeB`\x82"), "JPEG": (b"\xff\xda", b"\xff\xd9")}
"""What the dots begin with, and what stands at the end of a whole file: readers make up what is missing of a cut-off one."""
_CHOOSE = "Nothing was changed. Choose a picture that is PNG, JPEG or WebP."


@dataclass(frozen=True)
class Cleaned:
    """A PNG or JPEG without anything in it but the picture, on white, at most 1200 pixels long."""

    data: bytes = field(repr=False)
    width: int
    height: int


def cleaned(data: bytes) -> Cleaned:
    """Return a picture as it may go into papers. UserError for what is no picture, or far too large."""
    if len(data) > MOST_BYTES:
        raise UserError(f"This file is too large for a picture (over {MOST_BYTES // 1024 // 1024} MB).", _CHOOSE)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about damage in what is thrown away anyway
            return _encoded(*_upright(data))
    except _DAMAGED as wrong:
        raise UserError("This is not a picture this program can read, or it is damaged.", _CHOOSE) from wrong


def _upright(data: bytes) -> tuple[Image, bool]:
    """Return the picture on white, turned as it is meant to be seen and made smaller, and whether it is a photo."""
    from PIL import Image

    try:
        opened = Image.open(io.BytesIO(data), formats=_FORMATS)
    except Image.DecompressionBombError as wrong:
        raise _far_too_large() from wrong
    with opened:
        if opened.width * opened.height > MOST_DOTS:
            raise _far_too_large()
        is_photo = opened.format == "JPEG"
        _is_whole(data, opened.format)
        picture = _turned(opened)
        seen = picture.convert("RGBA") if picture.has_transparency_data else picture.convert("RGB")
    seen.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS)
    on_white = Image.new("RGB", seen.size, "white")  # a new picture: nothing written beside the old one comes along
    on_white.paste(seen, mask=seen.getchannel("A") if seen.mode == "RGBA" else None)
    return on_white, is_photo


def _is_whole(data: bytes, form: str | None) -> None:
    dots, last = _LAST.get(form or "", (b"", b""))
    if last and data.rfind(last) < data.rfind(dots):
        raise UserError("This picture is cut off: the end of the file is missing.", f"Copy it again. {_CHOOSE}")


def _turned(picture: Image) -> Image:
    """Return the picture as the camera was held (EXIF 0x0112); as it is when what is noted there is damaged."""
    from PIL.Image import Transpose

    ways = {
        2: Transpose.FLIP_LEFT_RIGHT,
        3: Transpose.ROTATE_180,
        4: Transpose.FLIP_TOP_BOTTOM,
        5: Transpose.TRANSPOSE,
        6: Transpose.ROTATE_270,
        7: Transpose.TRANSVERSE,
        8: Transpose.ROTATE_90,
    }
    picture.load()
    try:
        way = ways.get(picture.getexif().get(0x0112, 1))
    except _DAMAGED:
        way = None
    return picture if way is None else picture.transpose(way)


def _encoded(picture: Image, is_photo: bool) -> Cleaned:
    written = io.BytesIO()
    if not is_photo:
        picture.save(written, "PNG", optimize=True)
    if is_photo or written.tell() > _PHOTO_BYTES:
        written = io.BytesIO()
        picture.save(written, "JPEG", quality=_QUALITY, optimize=True)
    return Cleaned(written.getvalue(), picture.width, picture.height)


def _far_too_large() -> UserError:
    return UserError(f"This picture has more than {MOST_DOTS // 1_000_000} million dots.", _CHOOSE)
