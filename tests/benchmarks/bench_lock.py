"""From the key to a covered screen, to the end of the process that held the key, and from the passphrase to Home."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from coprod_desktop.services import workspace
from tests.benchmarks.lock_clock import PASSPHRASE
from tests.benchmarks.rows import Row, under

ROOT = Path(__file__).resolve().parents[2]
ROUNDS = 5


def rows() -> list[Row]:
    """Return the figures."""
    with tempfile.TemporaryDirectory(prefix="coprod-bench-") as home:
        workspace.create(Path(home) / "desk", PASSPHRASE)
        took = [once(home) for _ in range(ROUNDS + 1)][1:]
    covered, ended, unlocked = (statistics.median(times) for times in zip(*took, strict=True))
    return [
        under("lock: key to covered screen (ms)", covered, 100),
        under("lock: key to the end of the process that held words and key (ms)", ended, 3_000),
        under("unlock after lock: passphrase entered to Home painted (ms)", unlocked, 1_500),
    ]


def once(home: str) -> tuple[float, float, float]:
    """Lock and unlock once. Returns the three in milliseconds."""
    env = {**os.environ, "HOME": home, "XDG_CONFIG_HOME": home, "XDG_DATA_HOME": home}
    env["QT_LOGGING_RULES"] = "qt.qpa.*=false"
    command = [sys.executable, "-m", "tests.benchmarks.lock_clock", str(Path(home) / "desk")]
    first = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT, env=env)
    assert first.stdout is not None
    first.wait(60)
    ended = time.monotonic_ns()
    said = [line.split() for line in first.stdout]  # until the process after it has ended as well
    at = {what: int(when) for what, when in said}  # of two that say "unlock", the second counts
    return (
        (at["covered"] - at["lock"]) / 1e6,
        (ended - at["lock"]) / 1e6,
        (at["unlocked"] - at["unlock"]) / 1e6,
    )
