"""Where a question for a folder begins, and where papers go."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths

PAPERS = "Co-production papers"


def near(folder: Path) -> Path:
    """Return the folder, or the nearest one above it that is there: a question that begins nowhere begins anywhere."""
    return next((p for p in (folder, *folder.parents) if p.is_dir()), Path.home())


def breakable(folder: Path) -> str:
    """Return the path with a place to break after each part, so that it never runs out of a card."""
    return str(folder).replace("/", "/\u200b").replace("\\", "\\\u200b")


def papers_folder(chosen: Path | None) -> Path:
    """Return where papers go: where they went the last time, else a folder of their own in the person's documents."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return chosen or Path(documents or Path.home()) / PAPERS
