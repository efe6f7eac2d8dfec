"""The figures of the torture suite: exports/torture.json, and a marked block of README.md."""

from __future__ import annotations

import datetime
import json
import platform
import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

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


def save(figures: Mapping[str, Figure], seed: int, day: datetime.date) -> None:
    """Write them down by name, beside those of other names that were measured on this machine before."""
    OUT.parent.mkdir(exist_ok=True)
    before = json.loads(OUT.read_text("utf-8")) if OUT.exists() else {}
    rows = before.get("figures", {}) if before.items() >= machine().items() else {}
    rows |= {name: {"date": day.isoformat(), "seed": seed, **asdict(figure)} for name, figure in figures.items()}
    told = {**machine(), "figures": rows}
    OUT.write_text(json.dumps(told, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def block(told: dict[str, Any]) -> str:
    """Return the block for the manual, from what was written down."""
    figures = told["figures"].values()
    rows = "".join(f"| {row['what']} | {row['tried']} | {row['came']} |\n" for row in figures)
    days = [datetime.date.fromisoformat(day) for day in sorted({row["date"] for row in figures})]
    when = " and ".join(dict.fromkeys(f"{day.day} {day:%B %Y}" for day in (days[0], days[-1])))
    when = f"{when}, {told['processor']}, {told['system']}, Python {told['python']}."
    return f"{BEGIN}\n| what was done to it | how often | what came of it |\n|---|---|---|\n{rows}\n{when}\n{END}"


def with_block(manual: str, told: dict[str, Any]) -> str:
    """Return the manual with the block in its place; at its end when it has none yet."""
    made = block(told)
    if not _BLOCK.search(manual):
        return f"{manual.rstrip()}\n\n## What was done to it\n\n`make torture` does this again.\n\n{made}\n"
    return _BLOCK.sub(lambda _found: made, manual)


def into_readme() -> None:
    """Put the figures that were written down last into README.md."""
    told = json.loads(OUT.read_text("utf-8"))
    README.write_text(with_block(README.read_text("utf-8"), told), "utf-8")
