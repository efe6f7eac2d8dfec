"""A typist's script: entries as people said them, key by key, at a rate; then whether every key and line is there.

python -m tests.benchmarks.typist [--entries 200] [--rate 15]      keys a second; 0: as quick as they are taken
"""

from __future__ import annotations

import argparse
import json
import time
from itertools import cycle, islice
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer

from coprod_desktop.services import capture
from tests.benchmarks.listening import Listening, listening

SAMPLES = Path(__file__).resolve().parents[1] / "samples"


def entries(many: int) -> list[str]:
    """Return so many lines as they were caught in the samples; from the second round on each says which it is."""
    every = [
        " ".join(entry["text"].split())
        for path in sorted(SAMPLES.glob("*.json"))
        for entry in json.loads(path.read_text("utf-8")).get("entries", ())
        if entry["text"].strip()
    ]
    rounds = islice(cycle(every), many)
    return [words if n < len(every) else f"{words} ({n // len(every) + 1})" for n, words in enumerate(rounds)]


def type_out(now: Listening, lines: list[str], rate: float) -> list[str]:
    """Type lines at so many keys a second, each ended by Enter; return what is on the disk afterwards.

    A key falls due by the clock, whatever the window is doing: one that was late is followed at once by the next.
    """
    keys = [letter for words in lines for letter in (*words, "\r")]
    begun = time.monotonic()
    for n, letter in enumerate(keys):
        if rate:
            _wait(begun + n / rate - time.monotonic())
        now.press(letter)
        if not rate:
            now.app.processEvents()
    now.settle()
    now.runner.wait_idle()
    return [line.text for line in capture.lines(now.desk, str(now.page.session_id))]


def _wait(seconds: float) -> None:
    if seconds <= 0:
        return
    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()


def main() -> int:
    """Type, and say what was lost. Returns the exit code."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.benchmarks.typist", description="Type entries out, and count."
    )
    parser.add_argument("--entries", type=int, default=200)
    parser.add_argument("--rate", type=float, default=15)
    asked = parser.parse_args()
    lines = entries(asked.entries)
    with listening(0) as now:
        begun = time.monotonic()
        found = type_out(now, lines, asked.rate)
        took = time.monotonic() - begun
    keys = sum(len(words) + 1 for words in lines)
    right = sum(a == b for a, b in zip(lines, found, strict=False))
    print(f"{keys:,} keys in {took:,.0f} s ({keys / took:.1f} a second); {right} of {len(lines)} lines as typed")
    return found != lines


if __name__ == "__main__":
    raise SystemExit(main())
