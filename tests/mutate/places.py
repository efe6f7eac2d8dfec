"""Which modules are changed, and which tests must notice."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
RULES = ("coprod_desktop/domain", "coprod_desktop/publish/gate")
TESTS = ("tests/domain", "tests/publish/gate")


def files(only: tuple[str, ...] = ()) -> list[str]:
    """Return the modules of the rules, or those whose path has one of these words in it."""
    found = sorted(path.relative_to(ROOT).as_posix() for rules in RULES for path in (ROOT / rules).rglob("*.py"))
    return [path for path in found if not only or any(word in path for word in only)]
