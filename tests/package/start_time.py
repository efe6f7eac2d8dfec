"""How much processor time a start takes, frozen and from source: `python -m tests.package.start_time PROGRAM`.

From the first instruction until the window is open on a workspace and at rest. Processor time, as another program may
take its turn meanwhile; the median of several, taken in turn, on the same workspace.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FROM_SOURCE = (sys.executable, "-m", "coprod_desktop")
TIMES = 7
MOST = 1.3
"""A frozen start may take so much of one from source."""
AT_REST_S = 0.8
LOOK_S = 0.05
_TICKS = os.sysconf("SC_CLK_TCK") if hasattr(os, "sysconf") else 100


def main(arguments: Sequence[str]) -> int:
    """Print both medians and what one is of the other. Returns 1 when it is too much."""
    frozen = (arguments[0],)
    with tempfile.TemporaryDirectory() as scratch:
        desk = Path(scratch) / "desk"
        subprocess.run(
            [*FROM_SOURCE, "--workspace", desk, "new", "--no-passphrase"],
            cwd=ROOT,
            check=True,
            stdout=subprocess.DEVNULL,
        )
        for way in (FROM_SOURCE, frozen):  # once for the disk, and for what is written once
            seconds(way, desk, Path(scratch))
        taken = [
            (seconds(FROM_SOURCE, desk, Path(scratch)), seconds(frozen, desk, Path(scratch))) for _ in range(TIMES)
        ]
    source, iced = (statistics.median(column) for column in zip(*taken, strict=True))
    print(
        f"a start: {iced:.2f} s of processor time frozen, {source:.2f} s from source: {iced / source:.2f} times (at most {MOST})"
    )
    return int(iced > source * MOST)


def seconds(way: Sequence[str], desk: Path, home: Path) -> float:
    """Start the window, wait until it rests, end it. Returns the processor time it took."""
    env = {
        **os.environ,
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home),
        "XDG_DATA_HOME": str(home),
        "QT_QPA_PLATFORM": "offscreen",
    }
    process = subprocess.Popen(
        [*way, "--workspace", str(desk)], cwd=ROOT, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        taken, since = 0.0, time.monotonic()
        while time.monotonic() - since < AT_REST_S or taken < 0.1:
            time.sleep(LOOK_S)
            assert process.poll() is None, "the program ended by itself"
            if (now := _taken(process.pid)) > taken + 0.015:
                taken, since = now, time.monotonic()
        return taken
    finally:
        process.kill()
        process.wait()


def _taken(pid: int) -> float:
    """Return the processor time of a process so far (proc(5), fields 14 and 15)."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / _TICKS


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
