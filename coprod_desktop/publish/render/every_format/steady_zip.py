"""Office files and e-books are zips. The same content gives the same bytes: no clock, no system, no user in them."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import BinaryIO

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The earliest a zip can tell; everybody reads it as "no date"."""
_PLAIN_FILE = 0x20
"""As DOS has it; else the rights of the system it was made on are written down."""


def write_steady(made: BinaryIO, target: Path) -> None:
    """Write the zip in `made` to target, its parts in the same order, each with the same date and packed or not as it is there."""
    with zipfile.ZipFile(made) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as steady:
        for name in source.namelist():
            part = zipfile.ZipInfo(name, _FIRST_DAY)
            part.create_system, part.external_attr = 0, _PLAIN_FILE
            part.compress_type = source.getinfo(name).compress_type
            steady.writestr(part, source.read(name))
