"""Take pictures of every page: `make screenshots`, or `python -m tests.screenshots [--all] [--out DIR] [--only PAGE …]`.

Without --all: light, at the usual text size, into docs/pictures, small enough to be committed.
--all  also in large text, dark and high contrast, into exports/screens
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import pypdfium2
from PIL import Image
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from coprod_desktop.services.making import papers
from coprod_desktop.ui.base.settings_file import SettingsFile
from coprod_desktop.ui.style import theme
from coprod_desktop.ui.style.theme import Appearance, Scheme
from tests import handbook
from tests.screenshots.material import Material, workspace_to_show
from tests.screenshots.pages import Stage

ROOT = Path(__file__).resolve().parents[2]
PICTURES = ROOT / "docs" / "pictures"
SCREENS = ROOT / "exports" / "screens"
COLOURS = 256
PAPERS = (("you_said_we_will", "pdf", 2), ("large_print", "large-print", 0), ("easy_read", "easy-read", 2))
"""The name of the picture, the format, and which page counted from 0."""
PAPER_SCALE = 1.25
"""90 dots an inch."""
LOOKS = {
    "dark": Appearance(Scheme.DARK, still=True),
    "high-contrast": Appearance(Scheme.HIGH_CONTRAST, still=True),
    "large": Appearance(Scheme.LIGHT, 200, still=True),
    "large-dark": Appearance(Scheme.DARK, 200, still=True),
}


def main(arguments: Sequence[str]) -> int:
    """Take the pictures and print their names. Returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.screenshots", description="Take pictures of every page.")
    parser.add_argument("--all", action="store_true", help="also large text, dark and high contrast")
    parser.add_argument("--out", type=Path, help="another folder than docs/pictures and exports/screens")
    parser.add_argument("--only", nargs="+", default=(), metavar="PAGE", help="keep the pictures of these pages only")
    wanted = parser.parse_args(arguments)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication([])
    theme.prepare(app)
    with tempfile.TemporaryDirectory(prefix="coprod-pictures-") as folder:
        os.environ["HOME"] = folder
        with workspace_to_show(Path(folder) / "workspace") as material:
            stage = Stage(app, material, SettingsFile(Path(folder) / "settings.json"))
            small = wanted.out or PICTURES
            _take(stage, Appearance(Scheme.LIGHT, still=True), small, wanted.only)
            if not wanted.only:
                _paper_pages(material, Path(folder), small)
            for name, look in LOOKS.items() if wanted.all else ():
                _take(stage, look, (wanted.out or SCREENS) / name, wanted.only)
            stage.close()
    if not wanted.out:
        handbook.write()  # it shows the same pictures, smaller
    return 0


def _take(stage: Stage, look: Appearance, folder: Path, only: Sequence[str]) -> None:
    for name in stage.scenes(look):
        if not only or name in only:
            _save(_pillow(stage.shell.grab().toImage()), folder / f"{name}.png")


def _paper_pages(material: Material, folder: Path, out: Path) -> None:
    """Take a picture of a page of each of some papers of the home care session."""
    papers.review(material.desk, material.home_care)
    made = papers.make(material.desk, material.home_care, [form for _, form, _ in PAPERS], folder / "papers")
    for path, (name, _, page) in zip(made.paths, PAPERS, strict=False):  # more parts of the Easy Read come last
        with pypdfium2.PdfDocument(path) as pdf:
            _save(pdf[page].render(scale=PAPER_SCALE).to_pil(), out / f"{name}.png")


def _pillow(image: QImage) -> Image.Image:
    plain = image.convertToFormat(QImage.Format.Format_RGB888)
    return Image.frombytes(
        "RGB", (plain.width(), plain.height()), bytes(plain.constBits()), "raw", "RGB", plain.bytesPerLine()
    )


def _save(image: Image.Image, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    image.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)
    print(f"{path}  {path.stat().st_size // 1000} kB", flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
