"""The disk image of macOS: the program beside a link to where programs live."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import parts


def disk_image() -> Path:
    """Return the disk image of the .app in dist/."""
    stage = parts.WORK / "disk"
    shutil.rmtree(stage, ignore_errors=True)
    stage.mkdir()
    shutil.copytree(parts.DIST / f"{parts.NAME}.app", stage / f"{parts.NAME}.app", symlinks=True)
    (stage / "Applications").symlink_to("/Applications")
    made = parts.DIST / f"{parts.PROGRAM}-{parts.version()}-macos.dmg"
    command = [
        "hdiutil",
        "create",
        "-volname",
        parts.NAME,
        "-srcfolder",
        str(stage),
        "-format",
        "UDZO",
        "-ov",
        str(made),
    ]
    subprocess.run(command, check=True)
    return made
