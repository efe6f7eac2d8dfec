"""Where resources and made files are found: the installed copy first, then the checkout."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def resource(*parts: str) -> Path:
    """Return the path of a file or folder under resources/."""
    installed = _PACKAGE / "_data" / "resources"
    base = installed if installed.is_dir() else _PACKAGE.parent / "resources"
    return base.joinpath(*parts)


def font(name: str) -> Path:
    """Return the path of a font instance that the build made, such as Lexend-Regular.ttf."""
    return _PACKAGE / "_fonts" / name


def picture(name: str) -> Path:
    """Return the path of a pictogram that the build drew, such as 1F3E0.png."""
    return _PACKAGE / "_pictures" / name
