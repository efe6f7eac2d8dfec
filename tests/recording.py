"""Writes down which of the tests that the assurance pack names passed, with exactly this code.

Every run of the tests does so for those it ran whole; `make record` runs all of them, and
`python -m tests.recording` lists them. The record is not committed: it counts only for the code it was made with.
"""

from __future__ import annotations

import datetime
import json
import platform
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock

from coprod_desktop import paths
from coprod_desktop.domain.assurance import named_tests
from coprod_desktop.services.assurance import pack, tested
from coprod_desktop.services.program import about

_ONE_BY_ONE = Path(__file__).parents[1] / "build" / "tested.lock"
"""The walks on two screens may end together: what one of them found must not be lost to the other."""


def named() -> tuple[str, ...]:
    """Return the tests that the pack names."""
    return named_tests(pack.load())


class Recorder:
    """Hears what came of each test. Parts of a test that was run in part are not taken for the whole of it; a failed part is."""

    def __init__(self, record: Path | None = None) -> None:
        self._record = record or paths.tested()
        self._named = frozenset(named())
        self._before = tested.code()
        self._passed: dict[str, bool] = {}
        self._left_out: set[str] = set()

    def pytest_deselected(self, items: list[pytest.Item]) -> None:
        self._left_out.update(_test(item.nodeid) for item in items)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        test = _test(report.nodeid)
        if test not in self._named:
            return
        if report.skipped:
            self._left_out.add(test)
        elif report.failed or report.when == "call":
            self._passed[test] = self._passed.get(test, True) and report.passed

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, node: Any) -> None:
        self._left_out.update(getattr(node, "workeroutput", {}).get("left out", ()))

    def pytest_sessionfinish(self, session: pytest.Session, exitstatus: int) -> None:
        asked = session.config.invocation_params.args
        stopped = session.shouldstop or session.shouldfail or session.config.getoption("maxfail")
        ended = exitstatus in (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED) and not stopped
        whole = ended and not session.config.getoption("keyword") and not any("[" in str(one) for one in asked)
        found = {
            test: passed
            for test, passed in self._passed.items()
            if not passed or (whole and test not in self._left_out)  # one part that failed is enough
        }
        if found and tested.code() == self._before:
            write(found, self._record)


class LeftOut:
    """Tells the one who hears of all tests which were left out: where several run side by side, only those know."""

    def __init__(self) -> None:
        self._tests: set[str] = set()

    def pytest_deselected(self, items: list[pytest.Item]) -> None:
        self._tests.update(_test(item.nodeid) for item in items)

    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        session.config.workeroutput["left out"] = sorted(self._tests)  # type: ignore[attr-defined]


def write(found: dict[str, bool], record: Path) -> None:
    """Put what was found beside what is recorded for this code; what is of other code goes."""
    _ONE_BY_ONE.parent.mkdir(exist_ok=True)
    with FileLock(_ONE_BY_ONE):
        code, there = tested.code(), tested.read(record)
        before = there.results if there.counts and there.code == code else {}
        told = {
            "version": about.version(),
            "code": code,
            "on": datetime.date.today().isoformat(),
            "where": f"Python {platform.python_version()} on {_system()}",
            "tests": dict(sorted({**before, **found}.items())),
        }
        record.parent.mkdir(parents=True, exist_ok=True)
        part = record.with_suffix(".part")
        part.write_text(json.dumps(told, indent=1), encoding="utf-8")
        part.replace(record)


def _system() -> str:
    try:
        return platform.freedesktop_os_release()["PRETTY_NAME"]
    except (OSError, KeyError):
        return f"{platform.system()} {platform.release()}"


def _test(nodeid: str) -> str:
    return nodeid.partition("[")[0]


if __name__ == "__main__":
    print(*named())
