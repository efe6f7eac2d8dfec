"""The wheel is whole: installed away from the checkout it still has its forms, fonts, pictures and content, and works."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SAMPLE = ROOT / "tests" / "samples" / "home-care-listening-space.json"
SESSION = "session-01"

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    """Build the wheel as `pip wheel` does, with the build tools that are already here."""
    out = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation"]
    subprocess.run([*command, "--wheel-dir", str(out), str(ROOT)], check=True, timeout=240)
    (made,) = out.glob("*.whl")
    return made


def test_the_wheel_holds_what_the_build_makes(wheel):
    inside = set(zipfile.ZipFile(wheel).namelist())
    forms = {f"coprod_desktop/ui/_forms/{form.stem}.py" for form in (ROOT / "forms").glob("*.ui")}
    fonts = {f"coprod_desktop/_fonts/Lexend-{weight}.ttf" for weight in ("Regular", "SemiBold")}
    resources = {
        f"coprod_desktop/_data/{path.relative_to(ROOT)}" for path in (ROOT / "resources").rglob("*") if path.is_file()
    }
    words = json.loads((ROOT / "resources" / "content" / "easy_words.json").read_text(encoding="utf-8"))
    pictures = {f"coprod_desktop/_pictures/{row['code']}.png" for row in words["pictures"]}
    assert forms | fonts | resources | pictures <= inside
    assert not {name for name in inside if name.startswith(("tests/", "forms/"))}


def test_an_installed_copy_makes_a_paper(wheel, tmp_path):
    """In a new environment that sees this one's libraries, but not the checkout."""
    home = tmp_path / "env"
    venv.create(home, with_pip=False, symlinks=os.name != "nt")
    python = home / ("Scripts" if os.name == "nt" else "bin") / "python"
    site = subprocess.run(
        [python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
        capture_output=True, text=True, check=True,
    ).stdout.strip()  # fmt: skip
    install = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--target", site]
    subprocess.run([*install, str(wheel)], check=True, timeout=120)
    # the libraries are this environment's; a .pth there that leads to the checkout is not followed
    libraries = next(path for path in map(Path, sys.path) if path.name == "site-packages")
    (Path(site) / "libraries.pth").write_text(f"{libraries}\n", encoding="utf-8")

    def run(*args: object) -> str:
        env = {**os.environ, "HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}
        command = [str(python), *map(str, args)]
        done = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, env=env, timeout=90, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout

    assert str(home) in run("-c", "import coprod_desktop; print(coprod_desktop.__file__)")
    desk = ("-m", "coprod_desktop", "--workspace", tmp_path / "desk")
    run(*desk, "new", "--no-passphrase")
    run(*desk, "import", SAMPLE)
    run(*desk, "export", SESSION, "--format", "pdf,html", "--out", tmp_path, "--reviewed")
    assert {path.suffix for path in tmp_path.iterdir()} >= {".pdf", ".html"}
