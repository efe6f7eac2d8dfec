"""The size of the process that turns a workspace into a long paper. How long the PDF takes: bench_pdf."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.benchmarks.material import session_with_answers, workspace
from tests.benchmarks.rows import Row, under

LIMITS = {200: 160, 2000: 200}
"""So many answers, in at most so many megabytes."""
EXPORT = """
import pathlib, sys
from coprod_desktop.__main__ import main
code = main(sys.argv[1:])
sys.stderr.write(pathlib.Path("/proc/self/status").read_text())
sys.exit(code)
"""


def rows() -> list[Row]:
    """Return the figures, where the system tells them."""
    if not Path("/proc/self/status").exists():
        return []
    return [under(f"process that exports {n} answers (MB)", megabytes(n), limit) for n, limit in LIMITS.items()]


def megabytes(answers: int) -> float:
    """Return the size of the process for a paper of so many answers."""
    with workspace() as (store, _), tempfile.TemporaryDirectory(prefix="coprod-bench-") as folder:
        session = session_with_answers(store, answers)
        store.checkpoint()
        copy = shutil.copytree(store.folder, Path(folder) / "desk")
        return megabytes_of_export(copy, session, Path(folder))


def megabytes_of_export(folder: Path, session: str, out: Path) -> float:
    """Run the export command on a closed workspace. Returns the most memory it ever held, as it says itself.

    What its parent would be told also counts the parent's own memory, from before the command was there.
    """
    words = ["--workspace", str(folder), "export", session, "--format", "pdf", "--out", str(out), "--reviewed"]
    done = subprocess.run([sys.executable, "-c", EXPORT, *words], capture_output=True, text=True, check=True)
    return int(done.stderr.split("VmHWM:")[1].split()[0]) / 1024
