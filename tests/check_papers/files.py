"""The papers that are checked: the three samples as the program makes them, and documents that try everything."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from coprod_desktop.publish.document import Document
from coprod_desktop.publish.gate import open_gate
from coprod_desktop.publish.render.html import write_html
from coprod_desktop.publish.render.pdf import render_pdf
from coprod_desktop.publish.story import you_said_we_will
from coprod_desktop.services import exchange
from tests.publish.render import papers

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
AS_OF = datetime.date(2026, 11, 22)


@dataclass(frozen=True)
class Files:
    """One document in its formats; large print has no web page of its own, as a browser makes its own size."""

    name: str
    document: Document
    pdf: Path
    html: Path | None


def make(folder: Path, *, short: bool) -> list[Files]:
    """Write every document to the folder. Short: without the very long ones."""
    made = []
    for name, document, body_pt in _documents(short=short):
        files = Files(name, document, folder / f"{name}.pdf", folder / f"{name}.html" if body_pt < 16 else None)
        render_pdf(document, files.pdf, made_on=papers.MADE_ON, body_pt=body_pt)
        if files.html:
            write_html(document, files.html, made_on=papers.MADE_ON)
        made.append(files)
    return made


def _documents(*, short: bool) -> Iterator[tuple[str, Document, float]]:
    for sample in sorted(SAMPLES.glob("*.json")):
        record = exchange.read(sample.read_bytes())
        document = you_said_we_will(open_gate(record, (), record.session.as_of or AS_OF))
        yield sample.stem, document, 14
        yield f"{sample.stem}-large", document, 20
    yield "rich", papers.rich(), 14
    yield "nasty", papers.nasty(), 14
    yield "scripts", papers.scripts(), 14
    yield "bare", papers.bare(), 14
    if not short:
        yield "answers-200", papers.many(200), 14
        yield "characters-20000", papers.long_words(), 14
