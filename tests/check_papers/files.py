"""The papers that are checked: the three samples as the program makes them, and documents that try everything."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from coprod_desktop.publish.document import Document
from coprod_desktop.publish.easy import EasyRead
from coprod_desktop.publish.gate import open_gate
from coprod_desktop.publish.kinds import YOU_SAID_WE_WILL, paper
from coprod_desktop.publish.render.easy_read import render_easy_read
from coprod_desktop.publish.render.html import write_html
from coprod_desktop.publish.render.large_print import render_large_print
from coprod_desktop.publish.render.pdf import render_pdf
from coprod_desktop.services import exchange
from tests.publish.render import branded, papers

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
AS_OF = datetime.date(2026, 11, 22)
LARGE = (18, 36)


@dataclass(frozen=True)
class Files:
    """One document in a PDF; large print and Easy Read have no web page of their own."""

    name: str
    document: Document
    pdf: Path
    html: Path | None = None


def make(folder: Path, *, short: bool) -> list[Files]:
    """Write every document to the folder. Short: without the very long ones."""
    return [files for name, document in _documents(short=short) for files in _made(folder, name, document)]


def _made(folder: Path, name: str, document: Document) -> Iterator[Files]:
    files = Files(name, document, folder / f"{name}.pdf", folder / f"{name}.html")
    render_pdf(document, files.pdf, made_on=papers.MADE_ON)
    write_html(document, folder / f"{name}.html", made_on=papers.MADE_ON)
    yield files
    if name not in {"drawn", *(sample.stem for sample in SAMPLES.glob("*.json"))}:
        return
    for size in LARGE:
        large = Files(f"{name}-{size}", document, folder / f"{name}-{size}.pdf")
        render_large_print(document, large.pdf, made_on=papers.MADE_ON, body_pt=size)
        yield large
    easy = Files(f"{name}-easy-read", document, folder / f"{name}-easy-read.pdf")
    render_easy_read(document, easy.pdf, made_on=papers.MADE_ON, easy=EasyRead())
    yield easy


def _documents(*, short: bool) -> Iterator[tuple[str, Document]]:
    for sample in sorted(SAMPLES.glob("*.json")):
        record = exchange.read(sample.read_bytes())
        snapshot = open_gate(record, (), record.session.as_of or AS_OF)
        yield sample.stem, paper(YOU_SAID_WE_WILL, snapshot).document
    yield "everything", papers.everything()
    yield "drawn", papers.drawn()
    yield "branded", branded.branded()
    yield "nasty", papers.nasty()
    yield "scripts", papers.scripts()
    yield "bare", papers.bare()
    if not short:
        yield "answers-200", papers.many(200)
        yield "characters-20000", papers.long_words()
