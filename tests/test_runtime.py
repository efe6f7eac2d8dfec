"""What the program stands on: a Qt that keeps its references, and one version of everything."""

from __future__ import annotations

import re
import sys
import tomllib
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.version import Version

ROOT = Path(__file__).resolve().parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
WANTED = [*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["dev"]]
PINNED = [
    Requirement(line)
    for line in (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
PINS = {
    one.name: str(one.specifier).removeprefix("==") for one in PINNED if one.marker is None or one.marker.evaluate()
}


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None cannot be used up from Python 3.12 on")
def test_qt_calls_do_not_use_up_none(qapp):
    """Some builds of PySide6 take one reference from None too many in every call; the program dies after thousands."""
    from PySide6.QtWidgets import QLabel

    label = QLabel()
    before = sys.getrefcount(None)
    for _ in range(500):
        label.setText("a")
    assert sys.getrefcount(None) - before > -50


@pytest.mark.parametrize("wanted", WANTED)
def test_every_dependency_is_pinned_once(wanted):
    name = re.split(r"[=<>!~; \[]", wanted, maxsplit=1)[0]
    pinned = {plain(known): version for known, version in PINS.items()}
    assert plain(name) in pinned
    if "==" in wanted:
        assert wanted.partition("==")[2] == pinned[plain(name)]


@pytest.mark.parametrize(("name", "version"), PINS.items())
def test_what_is_installed_is_what_was_pinned(name, version):
    assert Version(metadata.version(name)) == Version(version)  # 2.012 is 2.12
