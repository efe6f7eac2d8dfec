"""The short form of the suite; `make torture` is the long one."""

from __future__ import annotations

import datetime
import json
import sys

import pytest

if sys.platform == "win32":
    pytest.skip("processes are stopped and disks made with Unix means", allow_module_level=True)

from tests.torture import doings, figures, suite
from tests.torture.figures import Figure

pytestmark = pytest.mark.slow


ELSEWHERE = {"files", "copies"}
"""These have short forms of their own."""


@pytest.mark.parametrize("name", [name for name in suite.TRIES if name not in ELSEWHERE])
def test_nothing_is_lost_by_it(tmp_path, name):
    (figure,) = suite.run(tmp_path, suite.SHORT, 20261126, name)
    assert figure.wrong == []


def test_a_lost_line_would_be_seen(tmp_path):
    session = doings.new_workspace(tmp_path / "desk")
    said = [["saved", "no such line"], ["changed", "neither", "3"], ["brought", "nor this"], ["backed", "2026"]]
    assert len(doings.what_is_there("capture", tmp_path / "desk", session, said).wrong) == 4


def test_the_figures_go_into_the_manual_in_their_place(tmp_path, monkeypatch):
    monkeypatch.setattr(figures, "OUT", tmp_path / "torture.json")
    figures.save({"kill": Figure("killed", "7 times", "0 lost")}, 1, datetime.date(2026, 11, 26))
    figures.save({"full": Figure("filled", "8 times", "none lost")}, 2, datetime.date(2026, 11, 27))
    told = json.loads((tmp_path / "torture.json").read_text())
    once = figures.with_block("# Manual\n\nWords.\n", told)
    assert "| killed | 7 times | 0 lost |" in once
    assert "26 November 2026 and 27 November 2026" in once
    assert "| filled | 8 times |" in once
    assert told["processor"] in once
    told["figures"]["kill"]["came"] = "none lost"
    twice = figures.with_block(once + "\nMore words.\n", told)
    assert "0 lost" not in twice
    assert "none lost" in twice
    assert twice.endswith("More words.\n")
