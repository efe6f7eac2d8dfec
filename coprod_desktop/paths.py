"""Where resources and made files are found: the installed copy first, then the checkout."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def resource(*parts: str) -> Path:
    """Return the path of a file or folder under resources/."""
    installed = _PACKAGE / "_data" / "resources"
    base = installed if installed.is_dir() else _PACKAGE.parent / "resources"
    return base.joinpath(*parts)


def own(*parts: str) -> Path:
    """Return the path of a file or folder of the package itself, as it is installed."""
    return _PACKAGE.joinpath(*parts)


def tested() -> Path:
    """Return the record of the tests that ran with this program; only who has its source can make one."""
    return _PACKAGE / "_tested" / "record.json"


def font(name: str) -> Path:
    """Return the path of a font instance that the build made, such as Lexend-Regular.ttf."""
    return _PACKAGE / "_fonts" / name


def picture(name: str) -> Path:
    """Return the path of a pictogram that the build drew, such as 1F3E0.png."""
    return _PACKAGE / "_pictures" / name


def kept_words() -> Path:
    """Return the folder for words that a workspace's own folder would not take: this person's data on this computer."""
    import platformdirs

    return Path(platformdirs.user_data_dir("coprod-desktop", appauthor=False)) / "kept words"
