"""Where a question for a folder begins, and where papers go."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QSettings, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from coprod_desktop.ui.base.settings_file import SettingsFile

PAPERS = "Co-production papers"


def near(folder: Path) -> Path:
    """Return the folder, or the nearest one above it that is there: a question that begins nowhere begins anywhere."""
    return next((p for p in (folder, *folder.parents) if p.is_dir()), Path.home())


def breakable(folder: Path) -> str:
    """Return the path with a place to break after each part, so that it never runs out of a card."""
    return str(folder).replace("/", "/\u200b").replace("\\", "\\\u200b")


def keep_no_history() -> None:
    """Have Qt's own file dialogs (Linux) write nowhere which folders people looked into."""
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, os.devnull)


def papers_folder(chosen: Path | None) -> Path:
    """Return where papers go: where they went the last time, else a folder of their own in the person's documents."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return chosen or Path(documents or Path.home()) / PAPERS


def ask_papers_folder(parent: QWidget, settings: SettingsFile, now: Path) -> Path | None:
    """Ask where the papers go, and remember it for the next time. None when nothing was chosen."""
    found = QFileDialog.getExistingDirectory(parent, "Where should the papers go?", str(near(now)))
    if not found:
        return None
    settings.write(replace(settings.read(), papers=Path(found)))
    return Path(found)
