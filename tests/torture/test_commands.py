"""The commands under the same conditions: exit code 1, one sentence, no half file, no stack of Python lines."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("these disks are made with Unix means", allow_module_level=True)

from coprod_desktop.store.store import DATABASE
from tests.torture import disks

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "tests" / "samples" / "home-care-listening-space.json"
EXPORT = ("export", "session-01", "--format", "pdf,html,json", "--reviewed", "--out")


def command(desk: Path, *words: object) -> subprocess.CompletedProcess[str]:
    line = [sys.executable, "-m", "coprod_desktop", "--workspace", str(desk), *map(str, words)]
    return subprocess.run(line, capture_output=True, text=True, cwd=ROOT, timeout=60, check=False)


def assert_refused_in_words(done: subprocess.CompletedProcess[str]) -> None:
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert done.stderr.strip().endswith(".")


@pytest.fixture(scope="module")
def sound(tmp_path_factory) -> Path:
    """A workspace with the everyday sample."""
    folder = tmp_path_factory.mktemp("sound") / "desk"
    for words in (("new", "--no-passphrase"), ("import", SAMPLE)):
        assert command(folder, *words).returncode == 0
    return folder


@pytest.fixture
def desk(sound, tmp_path) -> Path:
    return shutil.copytree(sound, tmp_path / "desk")


def test_papers_for_a_full_disk(desk, tmp_path):
    try:
        with disks.small(tmp_path / "stick", 40) as stick:
            (stick / "holiday.mov").write_bytes(bytes(30_000))
            assert_refused_in_words(command(desk, *EXPORT, stick))
            left = [path.name for path in stick.rglob("*") if path.is_file()]
            assert not [name for name in left if not name.endswith((".html", ".json", ".pdf", ".mov"))]
    except disks.CannotMount:
        pytest.skip("mounting a small disk needs root")
    assert command(desk, *EXPORT, tmp_path / "papers").returncode == 0


def test_papers_for_a_folder_that_cannot_be_written(desk, tmp_path):
    (tmp_path / "shelf").mkdir()
    try:
        with disks.read_only(tmp_path / "shelf") as shelf:
            assert_refused_in_words(command(desk, *EXPORT, shelf))
    except disks.CannotMount:
        pytest.skip("mounting needs root")


@pytest.mark.parametrize("words", [("sessions",), ("import", SAMPLE), (*EXPORT, "papers")])
def test_a_damaged_workspace(desk, words):
    database = desk / DATABASE
    database.write_bytes(bytes(5000) + database.read_bytes()[5000:])
    assert_refused_in_words(command(desk, *words))


def test_a_workspace_on_a_read_only_disk_can_be_read_and_takes_nothing(desk, tmp_path):
    try:
        with disks.read_only(desk):
            done = command(desk, "sessions")
            assert done.returncode == 0
            assert "Listening space" in done.stdout
            assert "can only be read" in done.stderr
            assert (
                command(desk, "export", "session-01", "--format", "json", "--out", tmp_path / "papers").returncode == 0
            )
            assert_refused_in_words(command(desk, "import", SAMPLE))
    except disks.CannotMount:
        pytest.skip("mounting needs root")
    assert command(desk, "sessions").returncode == 0
