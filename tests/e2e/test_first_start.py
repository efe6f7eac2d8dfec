"""The first start, by keyboard only."""

from __future__ import annotations

import pytest

from coprod_desktop.services import workspace
from tests.e2e.program import Program

pytestmark = pytest.mark.window


def test_a_workspace_is_made_without_a_mouse(tmp_path):
    program = Program(tmp_path / "desk", tmp_path)
    try:
        program.shows("Welcome")
        passphrase = program.focused()
        assert "Passphrase" in passphrase["name"]
        program.type("three plain words")
        program.press("Return")
        program.type("three plain words")
        program.press("Return")
        program.shows("Start a new session now")
    finally:
        program.kill()
    assert workspace.state(tmp_path / "desk") == "locked"
