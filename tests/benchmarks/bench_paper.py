"""A paper of 200 answers as a tagged PDF: time against the same story untagged, and the size of the process."""

from __future__ import annotations

import datetime
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Flowable, KeepTogether, SimpleDocTemplate
from reportlab.platypus import Paragraph as Words

from coprod_desktop import paths
from coprod_desktop.publish import document as tree
from coprod_desktop.publish.render.pdf import render_pdf
from coprod_desktop.services import papers
from coprod_desktop.services.desk import Desk
from tests.benchmarks.material import session_with_answers, workspace
from tests.benchmarks.rows import Row, against_floor, in_turns, under

ANSWERS = 200
EXPORT = """
import pathlib, sys
from coprod_desktop.__main__ import main
code = main(sys.argv[1:])
sys.stderr.write(pathlib.Path("/proc/self/status").read_text())
sys.exit(code)
"""
BODY = ParagraphStyle("body", fontName="Lexend", fontSize=14, leading=20, spaceAfter=6)
HEADING = ParagraphStyle("heading", parent=BODY, fontName="Lexend-SemiBold", fontSize=16, leading=22)


def rows() -> list[Row]:
    """Return the figures."""
    with workspace() as (store, _), tempfile.TemporaryDirectory(prefix="coprod-bench-") as folder:
        session = session_with_answers(store, ANSWERS)
        now = datetime.datetime.now().astimezone()
        paper = papers.paper(Desk(store, lambda: now), session)
        for name in ("Lexend-Regular", "Lexend-SemiBold"):
            pdfmetrics.registerFont(TTFont(name.removesuffix("-Regular"), paths.font(f"{name}.ttf")))
        ours, floor = in_turns(
            lambda: render_pdf(paper, Path(folder) / "ours.pdf", made_on=now),
            lambda: SimpleDocTemplate(str(Path(folder) / "floor.pdf"), pagesize=A4).build(list(untagged(paper))),
            5,
        )
        store.checkpoint()
        copy = shutil.copytree(store.folder, Path(folder) / "desk")
        size = megabytes_of_export(copy, session, Path(folder))
    return [
        against_floor(f"tagged PDF of {ANSWERS} answers (ms)", ours, floor, 1.5),
        under(f"process that exports {ANSWERS} answers (MB)", size, 160),
    ]


def untagged(paper: tree.Document) -> Iterator[Flowable]:
    """Give the story of a paper as plain ReportLab paragraphs."""
    for block in paper.blocks:
        if isinstance(block, tree.Answer):
            yield KeepTogether([Words(_xml(block.heading), HEADING), *(w for b in block.blocks for w in _words(b))])
        else:
            yield from _words(block)


def _words(block: tree.Block) -> Iterator[Flowable]:
    if isinstance(block, tree.Heading):
        yield Words(_xml(block.text), HEADING)
    elif isinstance(block, tree.Paragraph):
        yield Words("".join(_xml(run.text) for run in block.runs), BODY)
    elif isinstance(block, tree.Bullets):
        for item in block.items:
            yield from _words(item)
    elif isinstance(block, tree.Facts):
        for label, value in block.rows:
            yield Words(f"{_xml(label)}: {''.join(_xml(run.text) for run in value.runs)}", BODY)
    elif isinstance(block, tree.Table):
        for row in (block.header, *block.rows):
            yield Words(_xml(" ".join(row)), BODY)


def _xml(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")


def megabytes_of_export(folder: Path, session: str, out: Path) -> float:
    """Run the export command on a closed workspace. Returns the most memory it ever held, as it says itself.

    What its parent would be told also counts the parent's own memory, from before the command was there.
    """
    words = ["--workspace", str(folder), "export", session, "--format", "pdf", "--out", str(out), "--reviewed"]
    done = subprocess.run([sys.executable, "-c", EXPORT, *words], capture_output=True, text=True, check=True)
    return int(done.stderr.split("VmHWM:")[1].split()[0]) / 1024
