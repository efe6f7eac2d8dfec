"""Every row of what the source documents ask for is shown by tests that are there, and by one that goes in by a door.

`rows.tsv` beside this names them: number and section of the row, what it is in our own words, and its tests. A name in
square brackets is a key of the table `ROWS` of that module, by which the test is run once for each."""

from __future__ import annotations

import ast
import csv
from collections.abc import Sequence
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ALL = 137
DOORS = ("tests/ui/", "tests/e2e/", "tests/test_cli")
"""Where a test does what a person does: in the window, or by a command."""


def table() -> Sequence[dict[str, str]]:
    """Return the rows as they stand in the table."""
    with (Path(__file__).parent / "rows.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


@cache
def named_in(path: str) -> frozenset[str]:
    """Return the names of the tests of a file, those of its `ROWS` with their key in square brackets; none when it is not there."""
    file = ROOT / path
    if not file.is_file():
        return frozenset()
    tree = ast.parse(file.read_text("utf-8"))
    names = {
        node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
    }
    keys = {
        key.value
        for node in tree.body
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Dict)
        if [target.id for target in node.targets if isinstance(target, ast.Name)] == ["ROWS"]
        for key in node.value.keys
        if isinstance(key, ast.Constant)
    }
    return frozenset(names | {f"{name}[{key}]" for name in names for key in keys})


def wrong_in(rows: Sequence[dict[str, str]]) -> list[str]:
    """Return what is wrong with a table, a sentence each."""
    numbers = [row["number"] for row in rows]
    wrong = [f"row {n} is there {numbers.count(str(n))} times" for n in range(1, ALL + 1) if numbers.count(str(n)) != 1]
    wrong += [f"there is no row {n}" for n in numbers if n not in map(str, range(1, ALL + 1))]
    for row in rows:
        tests = row["tests"].split()
        wrong += [f"row {row['number']}: no such test, {one}" for one in tests if not _is_there(one)]
        wrong += [f"row {row['number']} has no words"] * (not row["what it is"].strip())
        if not any(one.startswith(DOORS) for one in tests):
            wrong.append(f"row {row['number']}: no test does it in the window or by a command")
    return wrong


def _is_there(test: str) -> bool:
    path, _, name = test.partition("::")
    return name in named_in(path)


def test_each_row_is_shown_by_tests_that_are_there():
    assert wrong_in(table()) == []


def test_a_row_that_is_missing_twice_there_or_shown_by_nothing_is_told():
    rows = list(table())
    assert wrong_in(rows[1:]) == ["row 1 is there 0 times"]
    assert wrong_in([*rows, rows[4]]) == ["row 5 is there 2 times"]
    assert wrong_in([*rows, {**rows[0], "number": "138"}]) == ["there is no row 138"]
    assert wrong_in([{**rows[0], "tests": ""}, *rows[1:]]) == ["row 1: no test does it in the window or by a command"]
    gone = "tests/ui/groups/test_log_rows.py::test_of_nothing[33]"
    assert wrong_in([{**rows[0], "tests": gone}, *rows[1:]]) == [f"row 1: no such test, {gone}"]
