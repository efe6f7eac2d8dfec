"""The whole job, from an empty folder to the paper, with every way to a network shut."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from coprod_desktop.services.assurance import pack

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


OPENS_CONNECTIONS = {
    *("socket", "socketserver", "ssl", "http", "urllib.request", "ftplib", "smtplib", "imaplib", "poplib", "telnetlib"),
    *("xmlrpc", "asyncio", "multiprocessing.connection", "webbrowser", "requests", "httpx", "aiohttp", "urllib3"),
    *("QtNetwork", "QtWebEngineCore", "QtWebSockets", "QtHttpServer"),
}
LOCAL = {
    (f"ui/window/{module}.py", f"PySide6.QtNetwork.{name}")
    for module in ("single", "succession")
    for name in ("QLocalServer", "QLocalSocket")
}
"""A second start finds the first window, and a process that locks the next one, by a socket of this user on this computer."""


def taken_in(tree: ast.AST):
    """Yield the full name of all that a module takes in, wherever it does so."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (one.name for one in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield from (f"{node.module}.{one.name}" for one in node.names)


def connecting(tree: ast.AST) -> set[str]:
    """Return what of it opens connections; urllib.parse and its like do not."""
    names = {name: f"{name.removeprefix('PySide6.')}." for name in taken_in(tree)}
    return {name for name, bare in names.items() if any(bare.startswith(f"{one}.") for one in OPENS_CONNECTIONS)}


def test_no_module_reaches_for_a_network():
    package = ROOT / "coprod_desktop"
    found = {
        (path.relative_to(package).as_posix(), name)
        for path in package.rglob("*.py")
        if any(one in (text := path.read_text("utf-8")) for one in OPENS_CONNECTIONS)
        for name in connecting(ast.parse(text))
    }
    assert found == LOCAL


def test_which_buses_the_window_speaks_to_is_told():
    modules = (ROOT / "coprod_desktop").rglob("*.py")
    text = "".join(one for path in modules if "QDBusConnection" in (one := path.read_text("utf-8")))
    spoken_to = {name for name in ("system", "session") if re.search(rf"{name}bus\b", text, re.IGNORECASE)}
    (said,) = [c.says for paper in pack.load() for c in paper.claims() if "speaks to the bus" in c.says]
    named = {"session": "bus of the desktop", "system": "bus of the system"}
    assert {one for one, words in named.items() if words in said} == spoken_to


def test_a_module_that_does_is_seen():
    assert connecting(ast.parse("def f():\n    from urllib.request import urlopen")) == {"urllib.request.urlopen"}
    assert connecting(ast.parse("import urllib.parse, socket")) == {"socket"}
