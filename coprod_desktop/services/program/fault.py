"""What is kept of a bug: where it happened, never what was being written."""

from __future__ import annotations

import platform
import traceback
from pathlib import PurePath


def details(error: BaseException) -> str:
    """Return the kind of error and its trail of files, lines and functions.

    Messages and values are left out: they can hold names and words. Folders are cut, as they can hold a user's name.
    """
    lines = [f"Python {platform.python_version()} on {platform.system()} {platform.release()}"]
    link: BaseException | None = error
    while link is not None:
        lines.append(f"{type(link).__module__}.{type(link).__qualname__}")
        for frame in traceback.extract_tb(link.__traceback__):
            lines.append(f"  {_short(frame.filename)}:{frame.lineno} in {frame.name}")
        link = link.__cause__ or link.__context__
    return "\n".join(lines)


def _short(filename: str) -> str:
    parts = PurePath(filename).parts
    for mark in ("coprod_desktop", "site-packages"):
        if mark in parts:
            return "/".join(parts[len(parts) - 1 - parts[::-1].index(mark) :])
    return parts[-1] if parts else "?"
