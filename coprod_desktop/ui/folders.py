"""Where a question for a folder begins."""

from __future__ import annotations

from pathlib import Path


def near(folder: Path) -> Path:
    """Return the folder, or the nearest one above it that is there: a question that begins nowhere begins anywhere."""
    return next((p for p in (folder, *folder.parents) if p.is_dir()), Path.home())


def breakable(folder: Path) -> str:
    """Return the path with a place to break after each part, so that it never runs out of a card."""
    return str(folder).replace("/", "/\u200b").replace("\\", "\\\u200b")
