"""The figures of the torture suite: exports/torture.json, and a marked block of README.md."""

from __future__ import annotations

import datetime
import json
import platform
import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
OUT, README = ROOT / "exports" / "torture.json", ROOT / "README.md"
BEGIN, END = "<!-- written by python -m tests.torture --readme -->", "<!-- end of what it wrote -->"
_BLOCK = re.compile(re.escape(BEGIN) + ".*?" + re.escape(END), re.DOTALL)


@dataclass(frozen=True)
class Figure:
    """What was tried, how often, and what came of it. `wrong`: what should not have been, each in a sentence."""

    what: str
    tried: str
    came: str
    wrong: Sequence[str] = ()


def machine() -> dict[str, str]:
    """Return on what it was measured: processor and system, and nothing that says whose."""
    processor = platform.processor() or platform.machine()
    info = Path("/proc/cpuinfo")
    if info.exists():
        named = re.search(r"model name\s*:\s*(.+)", info.read_text("utf-8"))
        processor = named[1].strip() if named else processor
    try:
        system = platform.freedesktop_os_release()["PRETTY_NAME"]
    except (OSError, KeyError):
        system = f"{platform.system()} {platform.release()}"
    return {"processor": processor, "system": system, "python": platform.python_version()}


def save(figures: Sequence[Figure], seed: int, day: datetime.date) -> None:
    """Write them down."""
    OUT.parent.mkdir(exist_ok=True)
    told = {"date": day.isoformat(), "seed": seed, **machine(), "figures": [asdict(figure) for figure in figures]}
    OUT.write_text(json.dumps(told, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def block(told: dict[str, object]) -> str:
    """Return the block for the manual, from what was written down."""
    figures = told["figures"]
    assert isinstance(figures, list)
    rows = "".join(f"| {row['what']} | {row['tried']} | {row['came']} |\n" for row in figures)
    day = datetime.date.fromisoformat(str(told["date"]))
    when = f"{day.day} {day:%B %Y}, {told['processor']}, {told['system']}, Python {told['python']}."
    return f"{BEGIN}\n| what was done to it | how often | what came of it |\n|---|---|---|\n{rows}\n{when}\n{END}"


def with_block(manual: str, told: dict[str, object]) -> str:
    """Return the manual with the block in its place; at its end when it has none yet."""
    made = block(told)
    if not _BLOCK.search(manual):
        return f"{manual.rstrip()}\n\n## What was done to it\n\n`make torture` does this again.\n\n{made}\n"
    return _BLOCK.sub(lambda _found: made, manual)


def into_readme() -> None:
    """Put the figures that were written down last into README.md."""
    told = json.loads(OUT.read_text("utf-8"))
    README.write_text(with_block(README.read_text("utf-8"), told), "utf-8")
