"""The frozen program does the whole job, with Python hidden: `python tests/package/smoke.py PROGRAM [--root DIR]`.

Run by `make package` and by the workflow on each system, with any Python: nothing of the program is imported here.
`--root` is a system of its own below a folder (chroot), such as a bare Debian: PROGRAM is a path in it then.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SAMPLE = "home-care-listening-space.json"
TITLE = "Listening space: home care"
ENDINGS = {".pdf", ".docx", ".html", ".epub", ".txt", ".brf", ".csv", ".xlsx", ".ics", ".json"}
KEPT = ("SYSTEMROOT", "WINDIR", "TEMP", "TMP", "APPDATA", "LOCALAPPDATA", "DISPLAY")
"""What Windows and a screen cannot do without; PATH and all of Python's own variables are gone."""
WAITS_S = (6, 12, 25, 50)


class Frozen:
    """The program, run with nothing but itself. `root` is where its file system begins."""

    def __init__(self, program: Path, root: Path, scratch: Path) -> None:
        self._root = root
        self._program, self.scratch = self.inside(program) if root != Path("/") else str(program), scratch
        self.env = {name: os.environ[name] for name in KEPT if name in os.environ}
        home = self.inside(scratch)
        self.env |= {"HOME": home, "USERPROFILE": home, "QT_QPA_PLATFORM": "offscreen", "LANG": "C.UTF-8"}

    def inside(self, path: Path) -> str:
        """Return a path as the program sees it."""
        return (
            f"/{path.relative_to(self._root)}"
            if path.is_relative_to(self._root) and self._root != Path("/")
            else str(path)
        )

    def command(self, *words: object) -> list[str]:
        """Return the command line; paths in it are as the program sees them."""
        before = [shutil.which("chroot") or "/usr/sbin/chroot", str(self._root)] if self._root != Path("/") else []
        return [*before, self._program, *(self.inside(word) if isinstance(word, Path) else str(word) for word in words)]

    def run(self, *words: object, gives: int = 0, **more: str) -> str:
        """Run a command to its end and return what it printed."""
        done = subprocess.run(
            self.command(*words),
            capture_output=True,
            text=True,
            encoding="utf-8",
            env=self.env | more,
            timeout=300,
            check=False,
        )
        assert done.returncode == gives, f"{words} gave {done.returncode}:\n{done.stdout}{done.stderr}"
        return done.stdout

    def window(self, *words: object, seconds: float) -> None:
        """Open the window for so long, and end it."""
        with (self.scratch / "window.txt").open("w+", encoding="utf-8") as said:
            process = subprocess.Popen(self.command(*words), env=self.env, stdout=said, stderr=said)
            time.sleep(seconds)
            ended = process.poll()
            process.kill()
            process.wait()
            said.seek(0)
            assert ended is None, f"the window ended by itself with {ended}: {said.read()}"


def main() -> int:
    """Do the job once. An AssertionError says what went wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program", type=Path)
    parser.add_argument("--root", type=Path, default=Path("/"))
    asked = parser.parse_args()
    place = asked.root / "tmp" if asked.root != Path("/") else None
    scratch = Path(tempfile.mkdtemp(prefix="smoke-", dir=place)).resolve()
    try:
        frozen = Frozen(asked.program.absolute(), asked.root, scratch)
        for step in (checks_itself, sample_to_every_format, backup_and_back, says_what_it_is, window_opens_a_file):
            began = time.monotonic()
            step(frozen)
            print(f"ok    {step.__name__.replace('_', ' ')} ({time.monotonic() - began:.0f} s)", flush=True)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    return 0


def checks_itself(frozen: Frozen) -> None:
    lines = frozen.run("selfcheck").splitlines()
    assert len(lines) >= 10, lines
    assert all(line.startswith("ok") for line in lines), lines


def sample_to_every_format(frozen: Frozen) -> None:
    """A workspace with a passphrase, the sample session brought in, every format of its papers made."""
    desk, out = frozen.scratch / "desk", frozen.scratch / "papers"
    secret = {"COPROD_PASSPHRASE": "three plain words"}
    frozen.run("--workspace", desk, "new", **secret)
    frozen.run("--workspace", desk, "import", sample(frozen), **secret)
    (session,) = json.loads(frozen.run("--workspace", desk, "sessions", "--json", **secret))
    assert session["title"] == TITLE
    frozen.run("--workspace", desk, "export", session["id"], "--format", "all", "--out", out, "--reviewed", **secret)
    made = [path for path in out.rglob("*") if path.is_file()]
    assert {path.suffix for path in made} == ENDINGS, made
    assert all(path.stat().st_size > 100 for path in made)
    frozen.run("--workspace", desk, "report", "annual-report", "--format", "docx", "--out", out, **secret)


def says_what_it_is(frozen: Frozen) -> None:
    """The pack for the IT department, with each part in the bill of materials; and everything taken along."""
    pack = frozen.scratch / "pack"
    frozen.run("assurance", "--out", pack)
    (bill,) = pack.glob("*.json")
    assert len(json.loads(bill.read_text("utf-8"))["components"]) > 40
    secret = {"COPROD_PASSPHRASE": "three plain words"}
    frozen.run("--workspace", frozen.scratch / "desk", "take-everything", "--out", frozen.scratch / "along", **secret)
    assert list((frozen.scratch / "along").rglob("*.xlsx"))


def backup_and_back(frozen: Frozen) -> None:
    secret = {"COPROD_PASSPHRASE": "three plain words"}
    copies, back = frozen.scratch / "stick", frozen.scratch / "back"
    copies.mkdir()
    frozen.run("--workspace", frozen.scratch / "desk", "backup", "--to", copies, **secret)
    frozen.run("restore", copies, "--to", back, **secret)
    assert TITLE in frozen.run("--workspace", back, "sessions", **secret)
    frozen.run("--workspace", back, "verify", **secret)


def window_opens_a_file(frozen: Frozen) -> None:
    """A double click on a session file: the window opens, and the session is in the workspace."""
    desk, file = frozen.scratch / "clicked", frozen.scratch / "2026-09-17-private-session-3fa9c1.coprod"
    shutil.copy(sample(frozen), file)
    frozen.run("--workspace", desk, "new", "--no-passphrase")
    for seconds in WAITS_S:
        frozen.window("--workspace", desk, "window", file, seconds=seconds)
        if TITLE in frozen.run("--workspace", desk, "sessions"):
            return
    raise AssertionError((frozen.scratch / "window.txt").read_text("utf-8"))


def sample(frozen: Frozen) -> Path:
    """Return the sample session that comes with the program, copied to where the program can read it."""
    to = frozen.scratch / SAMPLE
    if not to.exists():
        (found,) = (Path(__file__).resolve().parents[2] / "resources" / "sample").glob(SAMPLE)
        shutil.copy(found, to)
    return to


if __name__ == "__main__":
    sys.exit(main())
