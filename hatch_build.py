"""What the build makes: forms compiled from forms/*.ui, and the font instances that PDFs are set in."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent
FORMS_OUT = ROOT / "coprod_desktop" / "ui" / "_forms"
FONTS_OUT = ROOT / "coprod_desktop" / "_fonts"
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
    weights = {"Lexend-Regular.ttf": 400, "Lexend-SemiBold.ttf": 600}
    if not force and all((FONTS_OUT / name).exists() for name in (*weights, "NotoSans-Regular.ttf")):
        return []
    import fontpkg_lexend
    import fontpkg_noto_sans
    from fontTools.ttLib import TTFont
    from fontTools.varLib import instancer

    FONTS_OUT.mkdir(parents=True, exist_ok=True)
    lexend = _variable_font(Path(fontpkg_lexend.__file__).parent)
    for name, weight in weights.items():
        font = instancer.instantiateVariableFont(TTFont(lexend), {"wght": weight}, updateFontNames=True)
        font.save(FONTS_OUT / name)
    noto = _variable_font(Path(fontpkg_noto_sans.__file__).parent)
    instancer.instantiateVariableFont(TTFont(noto), {"wght": 400, "wdth": 100}).save(FONTS_OUT / "NotoSans-Regular.ttf")
    return sorted(FONTS_OUT.glob("*.ttf"))


def _variable_font(folder: Path) -> Path:
    return min((p for p in folder.rglob("*.ttf") if "Italic" not in p.name), key=lambda p: len(p.name))


try:
    from hatchling.builders.hooks.plugin.interface import BuildHookInterface
except ImportError:  # run from the checkout, where the build backend is not installed
    pass
else:

    class BuildHook(BuildHookInterface[Any]):
        """Runs both steps before a wheel or an editable install is put together."""

        def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002, D102
            compile_forms(force=version != "editable")
            make_fonts()


if __name__ == "__main__":
    for path in (*compile_forms(), *make_fonts()):
        sys.stdout.write(f"made {path.relative_to(ROOT)}\n")
