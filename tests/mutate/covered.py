"""Run tests and note which of them ran which line, and which branches none ran: `python -m tests.mutate.covered OUT`."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from functools import _lru_cache_wrapper
from pathlib import Path

import coverage
import pytest

from tests.mutate.places import ROOT, RULES, TESTS, files

MODULES = tuple(rule.replace("/", ".") for rule in RULES)


class _Named:
    """Names the test that is running."""

    def __init__(self, cover: coverage.Coverage) -> None:
        self._cover = cover
        self._name = ""
        self.failed: set[str] = set()

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        name = item.nodeid.partition("[")[0]
        if (
            name != self._name
        ):  # what another test looked up is looked up again, by the lines that this one rests on too
            self._name = name
            _forget()
        self._cover.switch_context(name)
        result = yield
        self._cover.switch_context("")
        return result

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed:
            self.failed.add(report.nodeid.partition("[")[0])


def _forget() -> None:
    """Clear what functions of the rules remember."""
    for name, module in list(sys.modules.items()):
        if name.startswith(MODULES):
            for found in list(vars(module).values()):
                if isinstance(found, _lru_cache_wrapper):
                    found.cache_clear()


def main(out: str) -> int:
    """Write {"lines": {file: {line: [test]}}, "missing": {file: [[from, to]]}} to a file."""
    cover = coverage.Coverage(data_file=f"{out}.db", branch=True, include=[str(ROOT / one) for one in files()])
    cover.exclude("if TYPE_CHECKING:")
    cover.exclude("assert_never")
    cover.start()
    named = _Named(cover)
    pytest.main(["-q", "-p", "no:cacheprovider", *TESTS], plugins=[named])
    cover.stop()
    cover.save()
    cover.json_report(outfile=f"{out}.json")
    report = json.loads(Path(f"{out}.json").read_text("utf-8"))["files"]
    data = cover.get_data()
    for test in named.failed:  # it may only be too slow when it is watched
        print(f"left out, as it fails though nothing is changed: {test}")
    lines = {
        one: {line: [t for t in tests if t not in named.failed] for line, tests in found.items()}
        for one in files()
        for found in [data.contexts_by_lineno(str(ROOT / one))]
    }
    branches = {
        one: [*([line, None] for line in found["missing_lines"]), *found["missing_branches"]]
        for one, found in report.items()
    }
    summary = [found["summary"] for found in report.values()]
    Path(out).write_text(
        json.dumps(
            {
                "lines": lines,
                "missing": {one: found for one, found in branches.items() if found},
                "branches": sum(one["num_branches"] for one in summary),
                "run": sum(one["covered_branches"] for one in summary),
            }
        ),
        "utf-8",
    )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
