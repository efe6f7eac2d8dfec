"""The MSI that a person installs for themselves, with no administrator. Needs WiX 5 (`dotnet tool install wix`)."""

from __future__ import annotations

import subprocess
from pathlib import Path

import parts


def msi() -> Path:
    """Return the MSI of the folder in dist/."""
    from PIL import Image

    Image.open(parts.ICON).save(parts.WORK / "picture.ico", sizes=[(16, 16), (32, 32), (48, 48), (256, 256)])
    source = parts.WORK / f"{parts.PROGRAM}.wxs"
    source.write_text(parts.fill("windows/coprod-desktop.wxs"), "utf-8")
    made = parts.DIST / f"{parts.PROGRAM}-{parts.version()}.msi"
    subprocess.run(["wix", "build", "-arch", "x64", "-o", str(made), str(source)], check=True, cwd=parts.WORK)
    return made
