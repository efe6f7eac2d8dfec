"""The long form: `make torture`. An hour; the figures go to exports/torture.json.

python -m tests.torture [NAME…]        only these of tests.torture.suite.TRIES, and `typing`, `chance`, `rest`; others stay as they were
python -m tests.torture --readme       also puts the figures into README.md
python -m tests.torture --share 4      a quarter of it
python -m tests.torture --seed N       does the same again
python -m tests.torture files N        brings N damaged files in
"""

from __future__ import annotations

import argparse
import datetime
import random
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest

from coprod_desktop.services import prepare, sessions, workspace
from tests.torture import figures, suite
from tests.torture.figures import Figure
from tests.torture.kill import type_and_kill, what_is_lost

TESTS = Path(__file__).parents[1]
RUN = {
    "chance": ["-n", "auto", "-m", "hypothesis and not window", "--hypothesis-profile", "by chance", str(TESTS)],
    "rest": [str(Path(__file__).parent)],
}
"""Tests that are run as well: all histories, by chance, where `make test` tries the same ones each time; our own."""


def kill_while_typing(rounds: int, seed: int) -> list[str]:
    """Kill one window after another in which someone types on Get ready. Returns what was wrong."""
    chance = random.Random(seed)
    wrong: list[str] = []
    with tempfile.TemporaryDirectory(prefix="coprod-torture-") as folder:
        workspace.create(Path(folder), None)
        desk = workspace.unlock(Path(folder), None)
        session, _ = sessions.start_now(desk)
        prepare.add_agenda_item(desk, session, "Welcome", 10)
        workspace.close(desk)
        letters = 0
        for n in range(1, rounds + 1):
            must = type_and_kill(Path(folder), session, n, chance.randint(70, 240))
            letters += must
            wrong += [f"typing, round {n}: {what}" for what in what_is_lost(Path(folder), session, n, must)]
            if n % 10 == 0:
                print(f"{n} kills while typing, {letters} letters looked for, {len(wrong)} things wrong", flush=True)
    return wrong


def typing(rounds: int, seed: int) -> Figure:
    """Kill windows in which someone types."""
    wrong = kill_while_typing(rounds, seed)
    what = "killed while someone types a title, never leaving the field"
    return Figure(what, f"{rounds} times", f"{len(wrong)} times more than the last second was missing", wrong)


def main(*words: str) -> int:
    """Run all of it, or what was asked for. Exit code 0 when nothing was wrong."""
    asked = argparse.ArgumentParser(prog="python -m tests.torture")
    asked.add_argument("names", nargs="*")
    asked.add_argument("--readme", action="store_true")
    asked.add_argument("--short", action="store_true")
    asked.add_argument("--share", type=int, default=1)
    asked.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**6))
    said = asked.parse_args(words)
    numbers = [int(name) for name in said.names if name.isdigit()]
    names = [name for name in said.names if not name.isdigit()] or [*suite.TRIES, "typing", *RUN]
    size = suite.SHORT if said.short else suite.part(suite.LONG, said.share)
    size = replace(size, files=numbers[0]) if numbers else size
    print(f"seed {said.seed}")
    found = {}
    with tempfile.TemporaryDirectory(prefix="coprod-torture-") as folder:
        for name in names:
            if name in RUN:
                continue
            if name == "typing":
                figure = typing(3 if said.short else 20, said.seed)
            else:
                (figure,) = suite.run(Path(folder), size, said.seed, name)
            found[name] = figure
            print(f"{figure.what}: {figure.tried}: {figure.came}", *figure.wrong, sep="\n  ", flush=True)
    figures.save(found, said.seed, datetime.date.today())
    if said.readme:
        figures.into_readme()
    failed = [name for name in RUN if name in names and pytest.main(["-q", *RUN[name]])]
    return 1 if failed or any(figure.wrong for figure in found.values()) else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
