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
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.mutate.mutants import Mutant, mutants
from tests.mutate.places import ROOT, TESTS, files
from tests.mutate.swap import CHANGED

ALIKE = Path(__file__).with_name("alike.json")
LEAST = 0.95
LONGEST = 300
"""Seconds after which a change counts as noticed: something runs for ever."""


def main() -> int:
    """Run it. Returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutate")
    parser.add_argument("--changes", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("words", nargs="*")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="coprod-mutate-") as folder:
        told = _covered(Path(folder))
        drawn = draw(files(tuple(asked.words)), asked.changes, asked.seed)
        with ThreadPoolExecutor(asked.jobs) as pool:
            noticed = list(pool.map(lambda one: _noticed(one, told["lines"], Path(folder)), drawn))
    missed = [one for one, seen in zip(drawn, noticed, strict=True) if not seen]
    for one in missed:
        print(f"not noticed  {one}")
    missing = {path: found for path, found in told["missing"].items() if path in files(tuple(asked.words))}
    for path, found in missing.items():
        print(f"not run      {path}: {', '.join(f'{a}->{b}' if b else str(a) for a, b in found)}")
    print(f"{told['run']} of {told['branches']} branches are run.")
    print(f"{len(drawn) - len(missed)} of {len(drawn)} changes are noticed (seed {asked.seed}).")
    return int(bool(missing) or len(drawn) - len(missed) < LEAST * len(drawn))


def draw(paths: list[str], count: int, seed: int) -> list[Mutant]:
    """Return so many changes to these modules, none of which is known to change nothing."""
    alike = {(a["path"], a["where"], a["was"], a["now"], a.get("nth", 1)) for a in json.loads(ALIKE.read_text("utf-8"))}
    every = [one for path in paths for one in mutants(path, (ROOT / path).read_text("utf-8"))]
    random.Random(seed).shuffle(every)
    return [one for one in every if one.key not in alike][:count]


def _covered(folder: Path) -> dict[str, dict[str, dict[str, list[str]]]]:
    out = folder / "covered"
    done = subprocess.run([sys.executable, "-m", "tests.mutate.covered", str(out)], cwd=ROOT, env=_env(folder))
    if done.returncode:
        sys.exit("The tests fail before anything is changed.")
    return json.loads(out.read_text("utf-8"))


def _env(folder: Path, **more: str) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT), "HYPOTHESIS_STORAGE_DIRECTORY": str(folder / "hypothesis"), **more}


def tests_of(one: Mutant, lines: dict[str, dict[str, list[str]]]) -> list[str]:
    """Return the tests that run the changed line, else those that run anything of its module; its own file's first."""
    of_file = lines.get(one.path, {})
    found = {test for test in of_file.get(str(one.line), ()) if test}
    found = found or {test for tests in of_file.values() for test in tests if test}
    name = f"test_{Path(one.path).stem}"
    return sorted(found, key=lambda test: (name not in test, test)) or list(TESTS)


def _noticed(one: Mutant, lines: dict[str, dict[str, list[str]]], folder: Path) -> bool:
    with tempfile.NamedTemporaryFile("w", suffix=".json", dir=folder, delete=False) as change:
        module = one.path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
        json.dump({"module": module, "source": one.source}, change)
    tests = Path(f"{change.name}.tests")
    tests.write_text("\n".join(tests_of(one, lines)), "utf-8")
    command = ["-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", "-p", "tests.mutate.swap", f"@{tests}"]
    env = _env(folder, **{CHANGED: change.name})
    try:
        done = subprocess.run([sys.executable, *command], cwd=ROOT, env=env, capture_output=True, timeout=LONGEST)
    except subprocess.TimeoutExpired:
        return True
    print("." if done.returncode else "!", end="", file=sys.stderr, flush=True)
    return done.returncode != 0


if __name__ == "__main__":
    sys.exit(main())
