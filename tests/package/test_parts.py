"""What the frozen program is made of is true of this checkout: nothing is built here (`make package` builds and tries it)."""

from __future__ import annotations

import configparser
import importlib.util
import plistlib
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from xml.etree import ElementTree

import pytest

from coprod_desktop.domain import own_file
from coprod_desktop.services.program import content
from coprod_desktop.ui.window.page_table import _PAGES, PAGES

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "coprod_desktop"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]


@pytest.fixture(scope="module")
def parts():
    return loaded("parts")


def loaded(name):
    spec = importlib.util.spec_from_file_location(f"package_{name}", ROOT / ".ci" / "package" / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_module_goes_in_also_those_that_are_taken_in_by_name(parts):
    modules = set(parts.modules(PACKAGE))
    pages = {f"{_PAGES}.{page.module}" for page in PAGES.values()}
    renderers = {f"coprod_desktop.publish.render.{form.renderer.partition(':')[0]}"
                 for form in content.load().formats.rows if form.renderer}  # fmt: skip
    assert pages | renderers <= modules
    ours = {name for name in sys.modules if name.partition(".")[0] == parts.PACKAGE}
    assert {name for name in ours if not name.startswith("coprod_desktop.store.versions.")} <= modules


def test_every_file_goes_in_where_the_program_looks_for_it(parts):
    taken = {f"{to}/{Path(source).name}" for source, to in parts.data(PACKAGE)}
    files = {
        path.relative_to(ROOT).as_posix()
        for path in PACKAGE.rglob("*")
        if path.is_file() and path.suffix not in {".py", ".pyc"}
    }
    read_by_path = {f"coprod_desktop/store/versions/{path.name}" for path in PACKAGE.glob("store/versions/*.py")}
    assert taken == files | read_by_path | {"coprod_desktop/store/env.py"}
    assert any("_fonts/" in name for name in taken)
    assert any("_pictures/" in name for name in taken)


def test_what_stays_out_is_nothing_the_program_draws_with(parts):
    assert parts.comes_along("PySide6/Qt/plugins/platforms/libqxcb.so", "/venv/libqxcb.so")
    assert parts.comes_along("libxcb-cursor.so.0", "/usr/lib/x86_64-linux-gnu/libxcb-cursor.so.0")
    assert parts.comes_along("python3.11/lib-dynload/_hashlib.so", "/usr/lib/python3.11/lib-dynload/_hashlib.so")
    assert not parts.comes_along("libGL.so.1", "/usr/lib/x86_64-linux-gnu/libGL.so.1")
    assert not parts.comes_along("PySide6/Qt/plugins/tls/libqopensslbackend.so", "/venv/x.so")
    needed = {re.split(r"[=<>]", line)[0].replace("-", "_").lower() for line in PROJECT["dependencies"]}
    assert not needed & {name.lower() for name in parts.STAYS_OUT}


def test_where_it_was_built_stays_out(parts):
    assert not parts.comes_along("coprod_desktop-0.1.0.dist-info/direct_url.json", "/venv/direct_url.json")
    assert parts.comes_along("coprod_desktop-0.1.0.dist-info/METADATA", "/venv/METADATA")


@pytest.mark.skipif(sys.platform == "win32", reason="there it is an MSI")
def test_everybody_can_run_what_somebody_built_who_keeps_their_files_to_themselves(parts, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "parts", parts)
    stage = tmp_path / "stage"
    (stage / "usr").mkdir(parents=True, mode=0o700)
    (stage / "usr" / "words.txt").touch(0o600)
    (stage / "usr" / "program").touch(0o700)
    (stage / "usr" / "link").symlink_to("nowhere")

    loaded("for_linux").open_to_all(stage)

    found = {path.name: path.stat().st_mode & 0o777 for path in (stage / "usr", *(stage / "usr").glob("[wp]*"))}
    assert found == {"usr": 0o755, "words.txt": 0o644, "program": 0o755}


def test_each_library_of_the_system_has_its_package(parts):
    for library, packages in parts.libraries().items():
        assert re.fullmatch(r"lib[\w+.-]+\.so(\.\d+)*", library), library
        assert re.fullmatch(r"[a-z0-9+.-]+( \| [a-z0-9+.-]+)*", packages), packages


def test_what_desktops_read_is_well_formed_and_says_what_the_program_says(parts):
    version = PROJECT["version"]
    parts.version = lambda: version
    entry = configparser.RawConfigParser()
    entry.optionxform = str
    entry.read_string(parts.fill("linux/coprod-desktop.desktop", COMMAND=parts.PROGRAM))
    main = entry["Desktop Entry"]
    assert main["MimeType"] == f"{parts.MEDIA_TYPE};"
    assert main["Exec"] == "coprod-desktop window %F"
    told = ElementTree.fromstring(parts.fill("linux/metainfo.xml", DATE="2026-11-27"))
    assert told.find("releases/release").get("version") == version
    assert told.find("provides/mediatype").text == parts.MEDIA_TYPE
    kinds = ElementTree.fromstring(parts.fill("linux/mime.xml"))
    assert kinds[0].get("type") == parts.MEDIA_TYPE
    assert f"*.{own_file.ENDING}" in {glob.get("pattern") for glob in kinds.iter() if glob.tag.endswith("glob")}
    assert f".{own_file.ENDING}" in parts.fill("windows/coprod-desktop.wxs")
    ElementTree.fromstring(parts.fill("windows/coprod-desktop.wxs"))
    assert own_file.ENDING.encode() in plistlib.dumps(parts.info_plist())
    control = parts.fill("linux/control", MACHINE="amd64", DEPENDS="libc6 (>= 2.36)", SIZE="1")
    assert f"Version: {version}\n" in control


@pytest.mark.skipif(sys.platform == "win32", reason="there it is an MSI")
@pytest.mark.parametrize("home", ["ann", "a & b|c", 'say "it" \\ 100% $HOME `x`', "a\\&b"])
def test_the_menu_entry_starts_the_program_whatever_the_home_is_called(parts, tmp_path, home):
    parts.version = lambda: PROJECT["version"]
    stage = tmp_path / "stage"
    program = stage / parts.PROGRAM / parts.PROGRAM
    entry = stage / "share" / "applications" / f"{parts.PROGRAM}.desktop"
    for file, words in (
        (program, "#!/bin/sh\n"),
        (entry, parts.fill("linux/coprod-desktop.desktop", COMMAND=parts.PROGRAM)),
        (stage / "install", parts.fill("linux/install")),
    ):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(words, "utf-8")
    program.chmod(0o755)
    (tmp_path / home).mkdir()
    own = {"HOME": str(tmp_path / home), "PATH": "/usr/bin:/bin"}

    subprocess.run(["sh", str(stage / "install")], env=own, check=True, capture_output=True)

    made = tmp_path / home / ".local" / "share" / "applications" / entry.name
    (line,) = (row for row in made.read_text("utf-8").splitlines() if row.startswith("Exec="))
    unescaped = line.removeprefix("Exec=").replace("\\\\", "\\")  # first as any text of such a file, then the quotes
    split = subprocess.run(["sh", "-c", f"printf '%s\\n' {unescaped}"], check=True, capture_output=True, text=True)
    command, *rest = split.stdout.splitlines()
    assert Path(command.replace("%%", "%")).samefile(tmp_path / home / ".local" / "bin" / parts.PROGRAM)
    assert rest == ["window", "%F"]


def test_no_fact_is_left_to_be_filled_in(parts):
    parts.version = lambda: PROJECT["version"]
    for template in (*parts.HERE.glob("linux/*"), *parts.HERE.glob("windows/*")):
        if template.suffix != ".tsv":
            more = {"COMMAND": "x", "DATE": "x", "MACHINE": "x", "DEPENDS": "x", "SIZE": "1"}
            text = parts.fill(template.relative_to(parts.HERE).as_posix(), **more)
            assert not re.findall(r"@[A-Z_]+@", text), template


def test_the_package_tool_is_pinned_as_the_project_says():
    pins = (ROOT / ".ci" / "package" / "constraints.txt").read_text("utf-8").splitlines()
    assert set(PROJECT["optional-dependencies"]["package"]) <= set(pins)
