"""A crash of the program leaves nothing of what was in its memory."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
from pathlib import Path

import pytest

WORDS = b"they took my chair away"
CRASHES = """
import os, resource, signal, sys
resource.setrlimit(resource.RLIMIT_CORE, (resource.getrlimit(resource.RLIMIT_CORE)[1],) * 2)
from coprod_desktop import __main__, cli
def crash(words):
    sys.stdout.write(open("/proc/self/coredump_filter").read().strip() if sys.platform.startswith("linux") else "0")
    sys.stdout.flush()
    os.kill(os.getpid(), signal.SIGSEGV)
cli.main = crash
held = bytes(reversed(b"yawa riahc ym koot yeht")) * 100
__main__.main(["sessions"])
"""


@pytest.mark.skipif(sys.platform == "win32", reason="core dumps are of other systems")
def test_a_crash_writes_no_memory_to_the_disk(tmp_path: Path) -> None:
    """The system may be set to write a dump: it was asked to just before."""
    if not resource.getrlimit(resource.RLIMIT_CORE)[1]:
        pytest.skip("nothing here may write a core dump, so none can be missed")
    env = {**os.environ, "PYTHONPATH": os.pathsep.join([str(Path.cwd()), os.environ.get("PYTHONPATH", "")])}
    ran = subprocess.run([sys.executable, "-c", CRASHES], cwd=tmp_path, env=env, capture_output=True, timeout=60)
    assert ran.returncode == -signal.SIGSEGV, ran.stderr
    assert int(ran.stdout, 16) == 0
    assert not [path for path in tmp_path.rglob("*") if WORDS in path.read_bytes()]
