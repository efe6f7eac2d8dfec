"""Programs in a real window. These tests run in `.ci/with-screen`, as `make test` does."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.e2e.program import Program


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Callable[[Path], Program]]:
    """Return a starter of programs on a workspace folder; none is left running."""
    if not os.environ.get("DISPLAY") or shutil.which("xdotool") is None:
        pytest.skip("needs a screen and xdotool: run it in .ci/with-screen")
    started: list[Program] = []

    def begin(folder: Path) -> Program:
        started.append(Program(folder, tmp_path))
        return started[-1]

    yield begin
    for program in started:
        program.kill()
