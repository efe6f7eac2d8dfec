"""Check papers with every validator there is: `make check-papers`, or `python -m tests.check_papers [--short]`.

--short  one sample session, no very long papers, nothing that starts an office program or a browser, and nothing
         that is not installed; says what it left out

A line a check: what, with which tool, how many files, findings. Exit code 0 when nothing is wrong. What no program
can judge (plain words, reading with a screen reader, whether people understand it) is not judged here.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from coprod_desktop.services.program import content
from tests.check_papers import books, brailles, days, pages, pdfs, program, sheets, tools, words
from tests.check_papers.again import Again
from tests.check_papers.files import PDFS, Made, make, of
from tests.check_papers.tools import Missing
from tests.publish.render.breakages import BREAKAGES

FORMATS = content.load().formats

SHOWN = 20
WIDTHS = (52, 24, 7)
LISTS = ("csv", "xlsx")


class Check(NamedTuple):
    """One look at some of the files; `number` stands in their place where it is of something else."""

    what: str
    tool: str
    forms: Sequence[str]
    look: Callable[[Sequence[Made]], list[str]]
    number: int | None = None


def main(arguments: Sequence[str]) -> int:
    """Run all checks. Returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.check_papers", description="Check papers with validators.")
    parser.add_argument(
        "--short", action="store_true", help="a fair part, with what is installed; says what it left out"
    )
    short = parser.parse_args(arguments).short
    with tempfile.TemporaryDirectory(prefix="coprod-papers-") as name:
        folder, workspace = Path(name) / "papers", Path(name) / "workspace"
        program.prepared(workspace, short=short)
        files = make(folder, workspace, short=short)
        again = Again(folder, workspace, short=short)
        _say_what_is_there(files)
        print(_row("checked", "with", "files", "findings"), flush=True)
        left_out: list[str] = []
        every = [
            *_every_check(short=short),
            Check("the same snapshot, the same bytes", "made again", (), again.same_bytes),
        ]
        wrong = sum([_run(check, files, left_out) for check in every])
        if short:
            left_out += ["two more sample sessions, and papers of 200 answers and of 20,000 characters: the long form"]
        print(
            "Rules of outloud that are not asked:\n"
            + "\n".join(f"  {rule}: it {why}" for rule, why in pdfs.SKIPPED.items())
        )
        if left_out:
            print("Left out:\n" + "\n".join(f"  {line}" for line in left_out), flush=True)
        print("Left to people: plain words, reading with a screen reader, braille by touch, whether it is understood.")
        return 1 if wrong or (left_out and not short) else 0


def _every_check(*, short: bool) -> list[Check]:
    broken = len(BREAKAGES)
    return [
        Check("PDF: structure, tags, order, fonts", "our own", PDFS, pdfs.own),
        Check("PDF: each of these faults is seen", "our own", PDFS, pdfs.breakages, broken),
        Check("PDF: syntax", "qpdf", PDFS, pdfs.qpdf),
        Check("PDF: words in reading order", "pdfinfo", PDFS, pdfs.poppler),
        Check("PDF: PDF/UA-1, warnings too", tools.OUTLOUD, PDFS, pdfs.outloud),
        Check("PDF: these faults are seen, but for 7", tools.OUTLOUD, PDFS, pdfs.outloud_sees_breakages, broken),
        Check("web page: structure, every word, nothing fetched", "our own", ("html",), pages.own),
        Check("web page of Easy Read: structure", "our own", ("easy-read-web",), pages.easy_read),
        Check("web page: wide, at 400 %, dark", f"{tools.AXE}, Chromium", ("html", "easy-read-web"), partial(pages.axe, short=short)),
        Check("e-book: parts, links, languages, every word", "our own", ("epub",), books.own),
        Check("e-book: EPUB 3", tools.EPUBCHECK, ("epub",), partial(books.epubcheck, short=short)),
        Check("e-book: accessible, one of each kind", f"Ace {tools.ACE}", ("epub",), partial(books.ace, short=short)),
        Check("Word: nothing to mend, every word", "our own", ("docx",), words.own),
        Check("Word: language, headings, header rows, alt text", "python-docx", ("docx",), words.read_back),
        Check("Easy Read in Word: all of that", "our own, python-docx", ("easy-read-word",), words.easy_read),
        Check("Easy Read in Word: printed", "LibreOffice", ("easy-read-word",), partial(words.easy_read_printed, short=short)),
        Check("Word: read and printed", "LibreOffice", ("docx",), partial(words.libreoffice, short=short)),
        Check("lists: every cell, header, no formula", "our own, openpyxl", LISTS, sheets.own),
        Check("lists: the same cells", "LibreOffice", ("xlsx",), partial(sheets.opened, short=short)),
        Check("lists: hostile words are worked out nowhere", "LibreOffice", (), partial(sheets.libreoffice, short=short), 2),
        Check("calendar: every day once, line by line", "vobject", ("ics",), days.own),
        Check("plain text, script: every word, line ends", "our own", ("text",), words.plain),
        Check("braille: all cells, size of a page", "our own", ("braille",), brailles.own),
        Check("braille: cells, and words read back", "liblouis", ("braille",), brailles.brailles),
    ]  # fmt: skip


def _say_what_is_there(files: Sequence[Made]) -> None:
    forms = Counter(one.form for one in files)
    every = (*FORMATS.papers, program.POSTING_LIST)
    print(f"{len(files)} files: " + ", ".join(f"{forms[form]} {form}" for form in every), flush=True)
    print(f"kinds of paper, branded, as the program makes them: {', '.join(program.KINDS)}")
    named = dict.fromkeys(one.name for one in files if one.path.parent.name == "documents")
    print(f"documents that try everything: {', '.join(named)}\n", flush=True)


def _run(check: Check, files: Sequence[Made], left_out: list[str]) -> int:
    chosen = of(files, *check.forms) if check.forms else list(files)
    count = len(chosen) if check.number is None else check.number
    try:
        found = check.look(chosen)
    except Missing as missing:
        print(_row(check.what, check.tool, "-", "left out"), flush=True)
        left_out.append(f"{check.what} ({check.tool}): {missing}")
        return 0
    print(_row(check.what, check.tool, str(count), str(len(found)) if found else "none"), flush=True)
    for one in found[:SHOWN]:
        print(f"    {one}", flush=True)
    if len(found) > SHOWN:
        print(f"    and {len(found) - SHOWN} more", flush=True)
    return len(found)


def _row(what: str, tool: str, files: str, findings: str) -> str:
    return f"{what:<{WIDTHS[0]}}{tool:<{WIDTHS[1]}}{files:>{WIDTHS[2]}}  {findings}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
