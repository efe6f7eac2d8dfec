"""Change the rules at random, one change at a time, and count how many of the changes their tests notice.

    python -m tests.mutate [--changes N] [--seed N] [--jobs N] [WORD…]     WORD: only modules with it in their path

Also says which branches no test runs. Fails when fewer than 95 of 100 changes are noticed, or a branch is not run.
What nobody could notice is in alike.json, each with its reason, and is not drawn.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path

import hypothesis  # noqa: F401  # here, so that each change finds it loaded
import pytest
import sqlalchemy  # noqa: F401

from tests.mutate import swap
from tests.mutate.mutants import Mutant, mutants
from tests.mutate.places import ROOT, TESTS, files

ALIKE = Path(__file__).with_name("alike.json")
LEAST = 0.95
LONGEST = 120
"""Seconds of work after which a change counts as noticed: something runs for ever. A busy machine takes longer."""
Lines = dict[str, dict[str, list[str]]]
"""By module and line: the tests that run it."""


def main() -> int:
    """Run it. Returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutate")
    parser.add_argument("--changes", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument(
        "--covered", type=Path, help="what an earlier run noted, to save time; it is written if not there"
    )
    parser.add_argument("words", nargs="*")
    asked = parser.parse_args()
    if not hasattr(os, "fork"):
        sys.exit("This needs Linux or macOS.")
    paths = files(tuple(asked.words))
    with tempfile.TemporaryDirectory(prefix="coprod-mutate-") as folder:
        os.environ["HYPOTHESIS_STORAGE_DIRECTORY"] = folder
        told = _covered(asked.covered or Path(folder) / "covered")
        drawn = draw(paths, asked.changes, asked.seed)
        for one in drawn[:3]:  # else every change would seem to be noticed
            if os.waitpid(_forked(lambda one=one: _tests_pass(one, told["lines"], changed=False)), 0)[1]:
                sys.exit(f"The tests of {one.path} fail though nothing is changed.")
        missed = [one for one, seen in _tried(drawn, told["lines"], asked.jobs) if not seen]
    for one in sorted(missed, key=str):
        print(f"not noticed  {one}")
    missing = {path: found for path, found in told["missing"].items() if path in paths}
    for path, found in missing.items():
        print(f"not run      {path}: {', '.join(f'{a}->{b}' if b else str(a) for a, b in found)}")
    print(f"{told['run']} of {told['branches']} branches are run.")
    print(f"{len(drawn) - len(missed)} of {len(drawn)} changes are noticed (seed {asked.seed}).")
    return int(bool(missing) or len(drawn) - len(missed) < LEAST * len(drawn))


def draw(paths: Sequence[str], count: int, seed: int) -> list[Mutant]:
    """Return so many changes to these modules, none of which is known to change nothing."""
    alike = {(a["path"], a["where"], a["was"], a["now"], a.get("nth", 1)) for a in json.loads(ALIKE.read_text("utf-8"))}
    text = {path: (ROOT / path).read_text("utf-8") for path in paths}
    every = [one for path in paths for one in mutants(path, text[path])]
    random.Random(seed).shuffle(every)
    fit = (one for one in every if one.key not in alike and one.made_in(text[one.path]) is not None)
    return list(islice(fit, count))


def _covered(out: Path) -> dict[str, Lines]:
    if not out.exists():
        env = {**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT), os.environ.get("PYTHONPATH", "")))}
        done = subprocess.run([sys.executable, "-m", "tests.mutate.covered", str(out)], cwd=ROOT, env=env, check=False)
        if done.returncode:
            sys.exit("The tests could not be run.")
    return json.loads(out.read_text("utf-8"))


def tests_of(one: Mutant, lines: dict[str, dict[str, list[str]]]) -> list[str]:
    """Return the tests that run the changed line, else those that run anything of its module; its own file's first."""
    of_file = lines.get(one.path, {})
    found = {test for test in of_file.get(str(one.line), ()) if test}
    found = found or {test for tests in of_file.values() for test in tests if test}
    name = f"test_{Path(one.path).stem}"
    return sorted(found, key=lambda test: (name not in test, test)) or list(TESTS)


def _tried(drawn: Sequence[Mutant], lines: Lines, jobs: int) -> Iterator[tuple[Mutant, bool]]:
    """Try each change in a process of its own, so many at a time, and yield whether it was noticed."""
    running: dict[int, Mutant] = {}
    for one in (*drawn, None):
        while running and (one is None or len(running) >= jobs):
            child, status = os.wait()
            print("." if status else "!", end="", file=sys.stderr, flush=True)
            yield running.pop(child), status != 0
        if one is not None:
            running[_forked(lambda one=one: _tests_pass(one, lines))] = one
    print(file=sys.stderr)


def _forked(work: Callable[[], bool]) -> int:
    child = os.fork()
    if child:
        return child
    import resource  # not there on Windows

    resource.setrlimit(resource.RLIMIT_CPU, (LONGEST, LONGEST))
    signal.alarm(10 * LONGEST)  # where it waits for ever
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)
    os._exit(0 if work() else 1)


def _tests_pass(one: Mutant, lines: Lines, *, changed: bool = True) -> bool:
    module, text = one.path.removesuffix(".py").removesuffix("/__init__"), (ROOT / one.path).read_text("utf-8")
    swap.put(module.replace("/", "."), (one.made_in(text) or "") if changed else text)
    # pytest would rewrite what is loaded here already
    quietly = ("-W", "ignore::pytest.PytestAssertRewriteWarning")
    return pytest.main(["-x", "-q", "-p", "no:cacheprovider", *quietly, *tests_of(one, lines)]) == 0


if __name__ == "__main__":
    sys.exit(main())
