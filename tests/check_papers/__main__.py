"""Check papers with every validator there is: `make check-papers`, or `python -m tests.check_papers [--short]`.

--short  leaves out the very long papers, and any validator that is not installed; says what it left out

One line a check. Exit code 0 when nothing is wrong. What no program can judge (plain words, reading with a screen
reader, whether people understand it) is not judged here.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from tests.check_papers import brailles, pages, pdfs, sheets, words
from tests.check_papers.files import Files, make
from tests.check_papers.tools import Missing

Check = Callable[[Sequence[Files]], list[str]]
SHOWN = 20


def main(arguments: Sequence[str]) -> int:
    """Run all checks. Returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.check_papers", description="Check papers with validators.")
    parser.add_argument("--short", action="store_true", help="no very long papers; go on without what is not installed")
    short = parser.parse_args(arguments).short
    checks: dict[str, Check] = {
        "structure, our own check": pdfs.own,
        "syntax, qpdf": pdfs.qpdf,
        "reading order, pdfinfo": pdfs.poppler,
        f"PDF/UA-1, outloud (without {pdfs.SKIPPED})": pdfs.outloud,
        "outloud sees files broken on purpose": pdfs.outloud_sees_breakages,
        "web pages, axe-core in Chromium": partial(pages.axe, install=not short),
        "braille of the samples, liblouis": brailles.brailles,
        "Word files, our own check": words.own,
        "Word files read and printed, LibreOffice": partial(words.libreoffice, short=short),
        "lists are text, LibreOffice": partial(sheets.libreoffice, short=short),
    }
    with tempfile.TemporaryDirectory(prefix="coprod-papers-") as folder:
        files = make(Path(folder), short=short)
        print(f"{len(files)} PDFs and {sum(one.html is not None for one in files)} web pages", flush=True)
        if short:
            print("left out  papers of 200 answers and of 20,000 characters", flush=True)
        return max([_run(name, check, files, short=short) for name, check in checks.items()])


def _run(name: str, check: Check, files: Sequence[Files], *, short: bool) -> int:
    try:
        complaints = check(files)
    except Missing as missing:
        print(f"{'left out' if short else 'wrong'}  {name}: {missing}", flush=True)
        return 0 if short else 1
    print(f"{'wrong' if complaints else 'ok'}  {name}", flush=True)
    for complaint in complaints[:SHOWN]:
        print(f"       {complaint}", flush=True)
    if len(complaints) > SHOWN:
        print(f"       and {len(complaints) - SHOWN} more", flush=True)
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
