"""Checks of e-books: our own, EPUBCheck for the format, and Ace by DAISY for who reads them."""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.check_papers import tools
from tests.check_papers.files import Made
from tests.publish.render.book_file import Book
from tests.publish.render.telling import squeeze
from tests.publish.render.word_file import as_printed

AT_ONCE = 2


def own(files: Sequence[Made]) -> list[str]:
    """Whether each book is put together as the format asks, and says every word of its paper."""
    found = []
    for one in files:
        book = Book(one.path)
        found += [f"{one.path.name}: {fault}" for fault in book.faults()]
        if as_printed(one.document, figures=True) not in squeeze(book.words):
            found.append(f"{one.path.name}: other words than the paper's, or in another order")
    return found


def epubcheck(files: Sequence[Made], *, short: bool) -> list[str]:
    """What the reference checker of the format says of every book; warnings count."""
    if short:
        raise tools.Missing("EPUBCheck starts Java for each book, which takes too long for the short form")
    java, archive = tools.java(), tools.epubcheck()
    with tempfile.TemporaryDirectory() as folder:
        bad = Path(folder) / "bad.epub"
        bad.write_bytes(files[0].path.read_bytes().replace(b"mimetype", b"mimetypo"))
        if not _epubcheck(java, archive, bad):
            return ["a bad book was passed"]
    with ThreadPoolExecutor(AT_ONCE) as pool:
        told = pool.map(lambda one: _epubcheck(java, archive, one.path), files)
    return [f"{one.path.name}: {line}" for one, lines in zip(files, told, strict=True) for line in lines]


def ace(files: Sequence[Made], *, short: bool) -> list[str]:
    """What the checker of accessible books says of one book of each name."""
    if short:
        raise tools.Missing("a browser takes too long for the short form")
    script, browser = tools.ace(), tools.chromium()
    node = tools.program("node")
    by_name = {one.name.rstrip("0123456789 "): one for one in reversed(files)}
    with ThreadPoolExecutor(AT_ONCE) as pool:
        told = pool.map(lambda one: _ace(node, script, browser, one.path), by_name.values())
    return [f"{one.path.name}: {line}" for one, lines in zip(by_name.values(), told, strict=True) for line in lines]


def _epubcheck(java: str, archive: Path, path: Path) -> list[str]:
    run = subprocess.run([java, "-jar", archive, "-q", path], capture_output=True, text=True, check=False)
    lines = [
        line for line in f"{run.stdout}\n{run.stderr}".splitlines() if line.startswith(("FATAL", "ERROR", "WARNING"))
    ]
    return lines or (["EPUBCheck failed"] if run.returncode else [])


def _ace(node: str, script: Path, browser: str, path: Path) -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        run = subprocess.run(
            [node, script, "--outdir", folder, "--force", "--silent", path],
            capture_output=True,
            text=True,
            check=False,
            env=os.environ | {"PUPPETEER_EXECUTABLE_PATH": browser},
        )
        report = Path(folder) / "report.json"
        if not report.exists():
            return [f"Ace gave no report: {run.stderr.strip()[-200:]}"]
        asserted = json.loads(report.read_text(encoding="utf-8"))["assertions"]
    return [
        f"{one['earl:test']['dct:title']}: {one['earl:result']['dct:description'][:200]}"
        for part in asserted
        for one in part["assertions"]
    ]
