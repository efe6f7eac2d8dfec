"""Make the frozen program in dist/, and of it what people install: an archive and a .deb, an MSI, or a disk image.

Run by `make package`, with the Python of .venv-package in which the program itself is installed. Between
`--folder-only` and `--installers-only` the workflow signs what is in the folder.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from importlib import metadata
from pathlib import Path

import parts

FOLDER = parts.DIST / parts.PROGRAM
ICON_SIDE = 1024


def main() -> int:
    """Make everything that this system can make. Returns the exit code."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    parts.WORK.mkdir(parents=True, exist_ok=True)
    if "--installers-only" not in sys.argv:
        draw_icon(parts.ICON, ICON_SIDE)
        add_licences(parts.LICENCES)
        freeze()
    made = [FOLDER]
    if "--folder-only" in sys.argv:
        pass
    elif sys.platform == "linux":
        import for_linux

        (FOLDER / "NEEDS.txt").write_text(for_linux.needs(FOLDER), "utf-8")
        made += [for_linux.archive(FOLDER), for_linux.deb(FOLDER)]
    elif sys.platform == "win32":
        import for_windows

        made.append(for_windows.msi())
    elif sys.platform == "darwin":
        import for_macos

        made.append(for_macos.disk_image())
    for path in made:
        sys.stdout.write(f"{path.relative_to(parts.ROOT)}  {size(path) / 1e6:.0f} MB\n")
    return 0


def freeze() -> None:
    """Run PyInstaller away from the checkout, so that it takes the installed package and not the sources beside it."""
    places = ["--distpath", str(parts.DIST), "--workpath", str(parts.WORK)]
    command = [sys.executable, "-P", "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", *places]
    env = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    subprocess.run([*command, str(parts.HERE / "coprod-desktop.spec")], check=True, cwd=parts.WORK, env=env)


def add_licences(folder: Path) -> None:
    """Put in the licences of what has no description of its own inside: the program, what starts it, and Python."""
    folder.mkdir(exist_ok=True)
    shutil.copy(parts.ROOT / "LICENSE", folder / f"{parts.PROGRAM}.txt")
    (starter,) = (path for path in metadata.files("pyinstaller") or [] if path.name == "COPYING.txt")
    shutil.copy(str(starter.locate()), folder / "pyinstaller.txt")
    python = (
        Path(sys.base_prefix, *place)
        for place in (("LICENSE.txt",), ("lib", f"python{sys.version_info[0]}.{sys.version_info[1]}", "LICENSE.txt"))
    )
    for found in filter(Path.exists, python):
        shutil.copy(found, folder / "python.txt")


def draw_icon(to: Path, side: int) -> None:
    """Draw the program's picture as a square PNG."""
    from PySide6.QtGui import QGuiApplication, QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    app = QGuiApplication.instance() or QGuiApplication([])
    image = QImage(side, side, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    QSvgRenderer(str(parts.HERE / "icon.svg")).render(painter)
    painter.end()
    image.save(str(to))
    del app


def size(path: Path) -> int:
    """Return the bytes of a file, or of all files in a folder."""
    return (
        sum(p.stat().st_size for p in path.rglob("*") if p.is_file() and not p.is_symlink())
        if path.is_dir()
        else path.stat().st_size
    )


if __name__ == "__main__":
    sys.exit(main())
