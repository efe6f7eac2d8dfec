"""The tagged PDF of 200 answers against WeasyPrint making PDF/UA-1 of the same words in the same font, in the same run."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from html import escape
from pathlib import Path

from coprod_desktop import paths
from coprod_desktop.publish.document import YOU_SAID, Answer, Block, Document, Facts, Heading, Paragraph
from coprod_desktop.publish.render.tagged.pdf import render_pdf
from tests.benchmarks.rows import Row, against_floor, in_turns
from tests.publish.render import papers

ANSWERS = 200
ROUNDS = 3
AT_LEAST = 5
ROOT = Path(__file__).resolve().parents[2]
HOME = ROOT / ".venv-weasy"
PACKAGE = "weasyprint==70.0"
"""It needs Debian's libpango-1.0-0, libpangoft2-1.0-0 and libharfbuzz-subset0 (or what they are called elsewhere)."""
THEIRS = """
import sys, time
from weasyprint import HTML
for _ in range(2):
    before = time.perf_counter()
    HTML(filename=sys.argv[1]).write_pdf(sys.argv[2], pdf_variant="pdf/ua-1")
    print((time.perf_counter() - before) * 1000)
"""


def rows() -> list[Row]:
    """Return the figure; none, and a line that says why, where WeasyPrint cannot be installed."""
    try:
        python = installed()
    except (OSError, subprocess.CalledProcessError) as wrong:
        told = (getattr(wrong, "stderr", "") or str(wrong)).strip().splitlines()
        print(f"left out: WeasyPrint cannot be used here ({told[-1] if told else wrong})", file=sys.stderr)
        return []
    with tempfile.TemporaryDirectory(prefix="coprod-bench-") as folder:
        return [compared(python, Path(folder))]


def installed() -> Path:
    """Return the Python that has WeasyPrint, made on first use in an environment of its own."""
    python = HOME / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if not python.exists():
        _run(sys.executable, "-m", "venv", HOME)
    if subprocess.run([python, "-c", "import weasyprint"], capture_output=True, check=False).returncode:
        _run(python, "-m", "pip", "install", "-q", PACKAGE)
        _run(python, "-c", "import weasyprint")
    return python


def compared(python: Path, folder: Path) -> Row:
    """Both in turns. WeasyPrint's own time, second of two in a process that is up: not what it takes to start it."""
    document = papers.many(ANSWERS)
    page = folder / "paper.html"
    page.write_text("".join(_page(document)), encoding="utf-8")
    theirs: list[float] = []

    def ours() -> None:
        render_pdf(document, folder / "ours.pdf", made_on=papers.MADE_ON)

    def weasyprint() -> None:
        said = _run(python, "-c", THEIRS, page, folder / "theirs.pdf")
        theirs.append(float(said.split()[-1]))

    took, _ = in_turns(ours, weasyprint, ROUNDS)
    return against_floor(f"tagged PDF of {ANSWERS} answers, and by WeasyPrint (ms)", took, min(theirs), 1 / AT_LEAST)


def _page(document: Document) -> Iterator[str]:
    yield f'<!DOCTYPE html><html lang="{document.lang}"><head><meta charset="utf-8"><title>{document.title}</title>'
    for name, weight in (("Lexend-Regular", 400), ("Lexend-SemiBold", 600)):
        source = paths.font(f"{name}.ttf").as_uri()
        yield f'<style>@font-face {{font-family: Lexend; font-weight: {weight}; src: url("{source}")}}</style>'
    yield "<style>@page {size: A4; margin: 25mm} body {font: 14pt/1.45 Lexend} h3 {font-size: 14pt}</style>"
    yield "</head><body>"
    for block in document.blocks:
        yield from _html(block)
    yield "</body></html>"


def _html(block: Block) -> Iterator[str]:
    match block:
        case Heading(level=level, text=text):
            yield f"<h{level}>{escape(text)}</h{level}>"
        case Paragraph(runs=runs):
            yield f"<p>{escape(''.join(run.text for run in runs))}</p>"
        case Facts(rows=facts):
            for label, value in facts:
                yield f"<p><b>{escape(label)}:</b> {escape(''.join(run.text for run in value.runs))}</p>"
        case Answer():
            yield f"<section><h3>{YOU_SAID} {escape(block.heading)}</h3>"
            for part in block.blocks:
                yield from _html(part)
            yield "</section>"
        case _:
            raise NotImplementedError(block)


def _run(*command: str | Path) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT).stdout
