"""The whole job, from an empty folder to the paper, with every way to a network shut."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SAMPLE = ROOT / "tests" / "samples" / "home-care-listening-space.json"
SESSION = "session-01"

SHUT = """
import sys

def shut(event, args):
    if event in {"socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto", "socket.bind"}:
        sys.stderr.write(f"TRIED THE NETWORK: {event} {args}\\n")
        raise OSError("no network")

sys.addaudithook(shut)
"""


@pytest.fixture
def offline(tmp_path):
    """Return a runner of Python with the network shut, in a home of its own."""
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "sitecustomize.py").write_text(SHUT, encoding="utf-8")
    env = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join([str(tmp_path / "site"), str(ROOT)]),
        "HOME": str(tmp_path / "home"),
        "QT_QPA_PLATFORM": "offscreen",
    }

    def run(*args: object) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, *map(str, args)]
        return subprocess.run(command, capture_output=True, text=True, env=env, cwd=tmp_path, timeout=90, check=False)

    return run


def test_the_shut_door_is_shut(offline):
    """Without this the test below could pass with the door open."""
    tried = offline("-c", "import urllib.request as u; u.urlopen('http://127.0.0.1:9/')")
    assert tried.returncode != 0
    assert "TRIED THE NETWORK" in tried.stderr


def test_from_nothing_to_papers_without_a_network(offline, tmp_path):
    desk = ("-m", "coprod_desktop", "--workspace", tmp_path / "desk")
    papers = tmp_path / "papers"
    for command in (
        ("new", "--no-passphrase"),
        ("import", SAMPLE),
        ("sessions", "--json"),
        ("check", SESSION, "--json"),
        ("export", SESSION, "--format", "pdf,html,json", "--out", papers, "--reviewed"),
    ):
        done = offline(*desk, *command)
        assert "TRIED THE NETWORK" not in done.stderr
        assert done.returncode == 0, done.stderr
    assert {path.suffix for path in papers.rglob("*") if path.is_file()} == {".pdf", ".html", ".json"}
