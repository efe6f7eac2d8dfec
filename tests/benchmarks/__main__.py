"""Run every benchmark, print the table, write exports/bench.json.

    python -m tests.benchmarks [NAME…]      NAME: only these, such as `start` for bench_start.py
    python -m tests.benchmarks --short      the quick ones, to see that they run

A figure short of its target says so in its row; it is no failure, for a busy machine is slow as well.
"""

from __future__ import annotations

import importlib
import json
import sys
from pathlib import Path

from tests.benchmarks.rows import Row

HERE = Path(__file__).resolve().parent
OUT = HERE.parents[1] / "exports" / "bench.json"
HEADS = ("name", "ours", "floor", "ratio", "target", "")


SHORT = ["commit", "notes", "pdf", "room"]


def main(names: list[str]) -> None:
    """Run the benchmarks called `names`, or all."""
    names = SHORT if names == ["--short"] else names
    found = [path.stem.removeprefix("bench_") for path in sorted(HERE.glob("bench_*.py"))]
    rows: list[Row] = []
    for name in names or found:
        print(f"{name} …", file=sys.stderr, flush=True)
        rows += importlib.import_module(f"tests.benchmarks.bench_{name}").rows()
    OUT.parent.mkdir(exist_ok=True)
    OUT.write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")
    print(table(rows))


def table(rows: list[Row]) -> str:
    """Lay the rows out in columns; numbers to the right."""
    lines = [HEADS, *(cells(row) for row in rows)]
    widths = [max(len(line[n]) for line in lines) for n in range(len(HEADS))]
    return "\n".join(
        "  ".join(
            text.rjust(width) if HEADS[n] in {"ours", "floor", "ratio"} else text.ljust(width)
            for n, (text, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in lines
    )


def cells(row: Row) -> tuple[str, ...]:
    """Return one row as text."""
    floor = "" if row["floor"] is None else f"{row['floor']:.2f}"
    ratio = "" if row["ratio"] is None else f"{row['ratio']:.2f}"
    return row["name"], f"{row['ours']:.2f}", floor, ratio, row["target"], "ok" if row["ok"] else "short"


if __name__ == "__main__":
    main(sys.argv[1:])
