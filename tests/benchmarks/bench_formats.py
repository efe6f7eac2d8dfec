"""Every format of a paper of 200 answers together, and the size of the process that makes them of 2,000."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.benchmarks.material import session_with_answers, workspace
from tests.benchmarks.rows import Row, under

ANSWERS = 200
EXPORT = """
import json, pathlib, sys, time
from coprod_desktop.services import sessions, workspace
from coprod_desktop.services.making import papers
desk = workspace.unlock(pathlib.Path(sys.argv[1]), None)
papers.review(desk, sys.argv[2])
began, took = time.perf_counter(), {}
def say(done, of, name):
    now = time.perf_counter()
    took[name] = now - began
papers.make(desk, sys.argv[2], desk.content.formats.papers, pathlib.Path(sys.argv[3]), progress=say)
seconds = time.perf_counter() - began
workspace.close(desk)
status = pathlib.Path("/proc/self/status")
held = status.read_text().split("VmHWM:")[1].split()[0] if status.exists() else "0"
print(json.dumps([seconds, int(held) / 1024, took]))
"""


def rows() -> list[Row]:
    """Return the figures; the second where the system tells."""
    seconds, _, _ = of(ANSWERS)
    found = [under(f"all formats of {ANSWERS} answers (s)", seconds, 6)]
    _, megabytes, _ = of(10 * ANSWERS)
    if megabytes:
        found.append(under(f"process that makes all formats of {10 * ANSWERS} answers (MB)", megabytes, 160))
    return found


def of(answers: int) -> tuple[float, float, dict[str, float]]:
    """Make all formats in a process of its own. Returns seconds, megabytes, and when each format began."""
    with workspace() as (store, _), tempfile.TemporaryDirectory(prefix="coprod-bench-") as folder:
        session = session_with_answers(store, answers)
        store.checkpoint()
        copy = shutil.copytree(store.folder, Path(folder) / "desk")
        command = [sys.executable, "-c", EXPORT, str(copy), session, folder]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
    seconds, megabytes, took = json.loads(done.stdout)
    return seconds, megabytes, took
