"""The record of the tests that ran with this very program. Without one nothing is claimed of them.

Whoever runs the tests from the source writes it (tests/recording.py); it goes along into a package that is made then.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path

from coprod_desktop import paths
from coprod_desktop.domain.assurance import Recorded, RunOfTests
from coprod_desktop.services.program import about


def code() -> str | None:
    """Return the SHA-256 of all that ships, but for what the build makes of it; None in a packed program, which has no source.

    It is of one line a file, by name: the file's own SHA-256, two spaces, its place; with \\n at each line's end.
    """
    if getattr(sys, "frozen", False):
        return None
    lines = (f"{_mark(path)}  {place}\n" for place, path in sorted(_shipped()))
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def _mark(path: Path) -> str:
    return hashlib.sha256(path.read_bytes().replace(b"\r\n", b"\n")).hexdigest()


def _shipped() -> Iterator[tuple[str, Path]]:
    for root, name in ((paths.own(), "coprod_desktop"), (paths.resource(), "resources")):
        for path in root.rglob("*"):
            parts = path.relative_to(root).parts
            if path.is_file() and path.suffix != ".pyc" and not any(part.startswith("_") for part in parts[:-1]):
                yield "/".join((name, *parts)), path


def read(record: Path | None = None) -> RunOfTests:
    """Return what is recorded with this program, and whether it is of it. What cannot be read counts as none."""
    try:
        found = json.loads((record or paths.tested()).read_text("utf-8"))
        tested = RunOfTests(
            code=found["code"], on=found["on"], where=found["where"],
            results={str(name): passed is True for name, passed in found["tests"].items()},
        )  # fmt: skip
        version = found["version"]
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return RunOfTests()
    return RunOfTests(**{**vars(tested), "recorded": _recorded(version, tested.code)})


def _recorded(version: str, recorded: str) -> Recorded:
    here = code()
    if version != about.version():
        return Recorded.OTHER
    if here is None:
        return Recorded.PACKED
    return Recorded.THIS if here == recorded else Recorded.OTHER
