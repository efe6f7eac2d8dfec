"""Office files are zips. The same content gives the same bytes: no clock, no system, no user in them."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import BinaryIO

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The earliest a zip can tell; everybody reads it as "no date"."""


def write_steady(made: BinaryIO, target: Path) -> None:
    """Write the zip in `made` to target, its parts in the same order, each with the same date and no rights of a system."""
    with zipfile.ZipFile(made) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as steady:
        for name in source.namelist():
            part = zipfile.ZipInfo(name, _FIRST_DAY)
            part.create_system = 0
            part.compress_type = zipfile.ZIP_DEFLATED
            steady.writestr(part, source.read(name))
