"""From the start of the process to a painted window, and to a line that can be typed into."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from coprod_desktop.services import workspace
from tests.benchmarks.rows import Row, against_floor

ROOT = Path(__file__).resolve().parents[2]
ROUNDS = 9
CAPTURE = "captureWords"


def rows() -> list[Row]:
    """Return the figures; the three ways of starting are taken in turns."""
    with tempfile.TemporaryDirectory(prefix="coprod-bench-") as home:
        desk = Path(home) / "desk"
        workspace.create(desk, None)
        ways = {
            "bare": ("bare", "painted"),
            "painted": ("ours", "painted", "--workspace", str(desk)),
            "ready": ("ours", CAPTURE, "--workspace", str(desk)),
        }
        took: dict[str, list[float]] = {name: [] for name in ways}
        for _ in range(ROUNDS + 1):
            for name, way in ways.items():
                took[name].append(start(way, home))
    bare, painted, ready = (statistics.median(times[1:]) for times in took.values())
    return [
        against_floor("process start to main window painted (ms)", painted, bare, 2.0),
        against_floor("process start to capture line ready (ms)", ready, bare, 4.5),
    ]


def start(way: tuple[str, ...], home: str) -> float:
    """Start one process. Returns the milliseconds until the moment it tells."""
    env = {**os.environ, "HOME": home, "XDG_CONFIG_HOME": home, "QT_LOGGING_RULES": "qt.qpa.*=false"}
    env.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program has its modules compiled: the first round does it
    env["PYTHONPYCACHEPREFIX"] = str(Path(home) / "compiled")
    env["TMPDIR"] = tempfile.mkdtemp(dir=home)  # what a window leaves there that was killed is not for the next to find
    command = [sys.executable, "-m", "tests.benchmarks.start_clock", *way]
    before = time.monotonic_ns()
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, env=env, timeout=30, check=False)
    if not done.stdout.strip().isdigit():
        raise RuntimeError(f"{' '.join(way)}: {done.stderr}")
    return (int(done.stdout) - before) / 1e6
