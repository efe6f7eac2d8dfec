"""Folders that are a bad home for a live database."""

from __future__ import annotations

import sys
from pathlib import Path, PurePath

_SYNCED = (
    "onedrive",
    "dropbox",
    "google drive",
    "googledrive",
    "icloud",
    "mobile documents",
    "nextcloud",
    "sharepoint",
)
_NETWORK = frozenset({"nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "9p", "davfs", "fuse.davfs2"})


def worry(folder: Path) -> str | None:
    """Return a sentence when the folder is synced or on a network, else None.

    A synced copy is taken in the middle of writing and leaves the laptop; a network folder loses the lock.
    """
    if any(name in part.lower() for part in PurePath(folder).parts for name in _SYNCED):
        return (
            "This folder looks like one that is copied to the internet. Words could leave this laptop, "
            "and the database could be damaged. Choose a folder that stays on this computer."
        )
    if str(folder).startswith(("\\\\", "//")) or _mounted_as(folder) in _NETWORK:
        return (
            "This folder is on a network. It can vanish in the middle of a session, and words could be lost. "
            "Choose a folder that stays on this computer."
        )
    return None


def _mounted_as(folder: Path) -> str:
    if not sys.platform.startswith("linux"):
        return ""
    try:
        mounts = [line.split() for line in Path("/proc/mounts").read_text("utf-8").splitlines()]
    except OSError:
        return ""
    real = folder.resolve()
    holding = [m for m in mounts if len(m) > 2 and real.is_relative_to(m[1])]
    return max(holding, key=lambda m: len(m[1]))[2] if holding else ""
