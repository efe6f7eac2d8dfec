"""The table of formats in README.md, made from the table the program reads: `python -m tests.readme` writes it."""

from __future__ import annotations

import re
from itertools import groupby
from pathlib import Path

from coprod_desktop.domain.format_table import Formats
from coprod_desktop.services.program import content

README = Path(__file__).resolve().parents[1] / "README.md"
HEAD = "| `--format` | what it is |\n|---|---|\n"
_TABLE = re.compile(re.escape(HEAD) + r"(?:\|.*\n)+")


def table(formats: Formats) -> str:
    """Return the table: a row a format, and one row for those next to each other that are the same."""
    rows = (
        f"| {', '.join(f'`{form.name}`' for form in same)} | {about} |\n"
        for about, same in groupby(formats.rows, key=lambda form: form.about)
    )
    return HEAD + "".join(rows)


def with_table(text: str, formats: Formats) -> str:
    """Return the manual with this table in it."""
    return _TABLE.sub(lambda _found: table(formats), text)


if __name__ == "__main__":
    README.write_text(with_table(README.read_text("utf-8"), content.load().formats), "utf-8")
