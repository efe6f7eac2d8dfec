"""The program in a real window, driven by keys and read from outside, as a person with a screen reader would."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
PATIENCE = 45.0
"""Seconds to wait for what should come; a slow machine is no failure."""
PAUSE = 0.02
"""Seconds between two looks, so that looking does not hold up what is looked for."""

COMMAND = os.environ.get("COPROD_PROGRAM", "").split() or [sys.executable, "-m", "coprod_desktop"]
"""The program that is walked through: this checkout, or a frozen one that is named."""

Node = dict[str, Any]
T = TypeVar("T")


class Program:
    """One running window program. Ended by `kill`, as a battery would."""

    def __init__(self, workspace: Path, home: Path) -> None:
        env = {**os.environ, "HOME": str(home), "XDG_CONFIG_HOME": str(home), "XDG_DATA_HOME": str(home)}
        env["QT_LOGGING_RULES"] = "qt.accessibility.atspi*=false"  # a method of the bus that Qt does not have; harmless
        command = [*COMMAND, "--workspace", str(workspace)]
        self.errors = home / "stderr.txt"
        with self.errors.open("ab") as out:
            self._process = subprocess.Popen(command, cwd=ROOT, env=env, stdout=out, stderr=out)
        self.pid = self._process.pid
        reader = ["/usr/bin/python3", str(HERE / "outside_reader.py"), "coprod-desktop"]
        self._reader = subprocess.Popen(reader, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self._find_window()

    def _find_window(self) -> None:
        search = ("search", "--all", "--onlyvisible", "--pid", str(self.pid), "--name", "Co-production")
        self.window = self.until(lambda: _xdotool(*search).split())[0]
        self.until(self._in_front, "the window did not come to the front")

    def next_process(self) -> None:
        """The program locks: wait until its process has ended, and go on with the one it started."""
        new: list[int] = self.until(lambda: [pid for pid in processes_of_ours() if pid != self.pid], "none was started")
        old, self.pid = self._process, new[0]
        end = time.monotonic() + PATIENCE
        while old.poll() is None and time.monotonic() < end:
            time.sleep(PAUSE)
        assert old.poll() == 0, "the process that held the key goes on"
        self._find_window()

    def _ended(self) -> bool:
        return self._process.poll() is not None and not Path(f"/proc/{self.pid}").exists()

    def _in_front(self) -> bool:
        _xdotool("windowactivate", "--sync", self.window)
        return _xdotool("getactivewindow").strip() == self.window

    # ---- keys

    def press(self, *keys: str) -> None:
        """Press keys as xdotool calls them: "Return", "ctrl+n"."""
        _xdotool("key", "--clearmodifiers", *keys)

    def type(self, text: str) -> None:
        """Type text of the keys an English keyboard has: others are remapped on the fly and can get lost on the way."""
        assert text.isascii(), text
        _xdotool("type", "--delay", "8", text)

    def tab_to(self, name: str, *, back: bool = False) -> Node:
        """Go to the control of that name with Tab alone. Fails when it cannot be reached so."""
        seen: list[str] = []
        for _ in range(80):
            here = self.focused()
            if here["name"] == name:
                return here
            seen.append(here["name"])
            self.press("shift+Tab" if back else "Tab")
            self.until(lambda before=here: self.focused() != before or None)
        raise AssertionError(f"Tab does not lead to {name!r}, only to {seen}")

    # ---- what is there

    def nodes(self, which: str = "showing") -> list[Node]:
        """Everything that is showing, as a screen reader is told; or only what is "focused"; or "find WORDS"."""
        assert self._reader.stdin is not None
        assert self._reader.stdout is not None
        self._reader.stdin.write(f"{which}\n")
        self._reader.stdin.flush()
        found: list[Node] = json.loads(self._reader.stdout.readline())
        return found

    def focused(self) -> Node:
        """The control that has the focus: a table, not the cell one is on in it; a field, not the frame around it."""
        return self.until(lambda: self.nodes("focused"))[0]

    def tab_round(self) -> list[Node]:
        """Go once round the window with Tab. Returns every stop."""
        stops = [self.focused()]
        while len(stops) < 100:
            self.press("Tab")
            here = self.until(lambda: None if (now := self.focused()) == stops[-1] else now)
            if any(here["place"] == stop["place"] for stop in stops):
                return stops
            stops.append(here)
        raise AssertionError(f"Tab never comes round: {[stop['name'] for stop in stops]}")

    def focus_on(self, name: str) -> Node:
        """Wait until the control of that name has the focus by itself."""
        return self.until(lambda: [n for n in self.nodes("focused") if n["name"] == name], f"{name!r} had no focus")[0]

    def shows(self, words: str) -> Node:
        """Wait until something with these words is showing; return it."""
        return self.until(lambda: self.nodes(f"find {words}"), f"{words!r} did not show")[0]

    def until(self, look: Callable[[], T], what: str = "what was waited for did not come") -> T:
        """Look again until there is something."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if found := look():
                return found
            if self._ended():
                raise AssertionError(f"the program ended: {self.errors.read_text(encoding='utf-8')}")
            time.sleep(PAUSE)
        raise AssertionError(f"{what}. {self.errors.read_text(encoding='utf-8')}")

    # ---- the end

    def kill(self) -> None:
        """End it as a battery does."""
        if self.pid != self._process.pid:
            with contextlib.suppress(ProcessLookupError):
                os.kill(self.pid, signal.SIGKILL)
        for process in (self._process, self._reader):
            process.kill()
            process.communicate()


def processes_of_ours() -> list[int]:
    """Return the processes of this program's window that run on this screen."""
    found = []
    for place in Path("/proc").iterdir():
        if place.name.isdigit():
            with contextlib.suppress(OSError):
                words = (place / "cmdline").read_bytes().split(b"\0")
                if COMMAND[-1].encode() in words and f"DISPLAY={os.environ['DISPLAY']}".encode() in (
                    place / "environ"
                ).read_bytes().split(b"\0"):
                    found.append(int(place.name))
    return found


def _xdotool(*words: str) -> str:
    return subprocess.run(["xdotool", *words], capture_output=True, text=True, timeout=30, check=False).stdout
