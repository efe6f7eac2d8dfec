"""For every test: no screen is needed, and the forms are those of forms/*.ui as they are now."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from hypothesis import Phase, settings

import hatch_build
from tests.recording import LeftOut, Recorder

# what fails in the check is to be of the change that is checked: the same examples on every machine
settings.register_profile(
    "any machine",
    deadline=None,  # what has to be quick is a benchmark
    derandomize=True,
    phases=[
        phase for phase in Phase if phase is not Phase.explain
    ],  # it follows each line: minutes, and then a timeout
)
settings.register_profile("by chance", settings.get_profile("any machine"), derandomize=False)  # make torture
settings.load_profile("any machine")
hatch_build.compile_forms()


def pytest_configure(config: pytest.Config) -> None:
    """Have it written down what came of the tests that the assurance pack names: by the one who hears of all of them."""
    config.pluginmanager.register(LeftOut() if hasattr(config, "workerinput") else Recorder())


def pytest_collection_finish() -> None:
    """Have the collector of garbage pass over what lives to the end: eleven thousand tests, looked through each time."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def _own_data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a workspace's folder will not take is kept in this person's data folder: not in the tester's own."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
