"""The tagged PDF of 200 answers, against the same words as plain untagged flowables; and what it takes of memory."""

from __future__ import annotations

import io
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from functools import partial
from html import escape
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, SimpleDocTemplate
from reportlab.platypus import Paragraph as PlainParagraph

from coprod_desktop.publish.document import YOU_SAID, Answer, Block, Document, Facts, Heading, Paragraph
from coprod_desktop.publish.render.tagged.fonts import REGULAR, Faces
from coprod_desktop.publish.render.tagged.pdf import render_pdf
from tests.benchmarks import four_scripts
from tests.benchmarks.rows import Row, against_floor, in_turns, milliseconds, under
from tests.publish.render import papers

ANSWERS = 200
ROOT = Path(__file__).resolve().parents[2]
STYLE = ParagraphStyle("plain", fontName=REGULAR, fontSize=14, leading=20, spaceBefore=10)
ONE_PAPER = """
import sys
from pathlib import Path
from coprod_desktop.publish.render.tagged.pdf import render_pdf
from tests.publish.render import papers
render_pdf(papers.many(int(sys.argv[2])), Path(sys.argv[1]), made_on=papers.MADE_ON)
status = Path("/proc/self/status").read_text()
print(next(line.split()[1] for line in status.splitlines() if line.startswith("VmHWM")))
"""


def rows() -> list[Row]:
    """Return the figures."""
    return [time_taken(), growth(), *from_the_right(), *memory_taken()]


def time_taken() -> Row:
    """Document to file, against parsing, breaking and drawing the same sentences with nothing around them."""
    Faces()  # registers the font for both
    document = papers.many(ANSWERS)
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "paper.pdf"

        def ours() -> None:
            render_pdf(document, target, made_on=papers.MADE_ON)

        def floor() -> None:
            story = [flowable for block in document.blocks for flowable in _plain(block)]
            SimpleDocTemplate(io.BytesIO(), pagesize=A4).build(story)

        return against_floor(f"tagged PDF of {ANSWERS} answers (ms)", *in_turns(ours, floor, 7), 1.5)


def growth() -> Row:
    """A paper ten times as long, against ten times the time: more would mean a step that looks at all for each."""
    with tempfile.TemporaryDirectory() as folder:
        short, long = papers.many(ANSWERS), papers.many(10 * ANSWERS)

        def time_of(document: Document) -> float:
            return milliseconds(
                lambda: render_pdf(document, Path(folder) / "paper.pdf", made_on=papers.MADE_ON), cpu=True
            )

        time_of(short)
        ten_short = 10 * min(time_of(short) for _ in range(3))
        return against_floor(
            f"tagged PDF of {10 * ANSWERS} answers (ms)", min(time_of(long) for _ in range(2)), ten_short, 1.5
        )


def from_the_right() -> Iterator[Row]:
    """Papers with Arabic, Urdu and Persian in them, against one of as many words all in English, in turns."""
    plain = four_scripts.english(ANSWERS)
    for share, mixed in (("3 in 8", four_scripts.three_in_eight), ("3 in 4", four_scripts.three_in_four)):
        papers_of = mixed(ANSWERS), plain
        took: tuple[list[float], list[float]] = ([], [])
        with tempfile.TemporaryDirectory() as folder:
            target = Path(folder) / "paper.pdf"
            for _ in range(7):
                for kept, document in zip(took, papers_of, strict=True):
                    make = partial(render_pdf, document, target, made_on=papers.MADE_ON)
                    kept.append(milliseconds(make, cpu=True))
        yield against_floor(f"tagged PDF of {ANSWERS} answers, {share} from the right (ms)", *map(min, took), 1.5)


def memory_taken() -> Iterator[Row]:
    """The most memory a process of its own ever held, where the system tells."""
    if not Path("/proc/self/status").exists():
        return
    for answers, limit in ((ANSWERS, 160), (10 * ANSWERS, 200)):
        with tempfile.TemporaryDirectory() as folder:
            command = [sys.executable, "-c", ONE_PAPER, str(Path(folder) / "paper.pdf"), str(answers)]
            said = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT).stdout
        yield under(f"process that makes a PDF of {answers} answers (MB)", int(said) / 1024, limit)


def _plain(block: Block) -> list[Flowable]:
    match block:
        case Heading(text=text):
            return [PlainParagraph(escape(text), STYLE)]
        case Paragraph(runs=runs):
            return [PlainParagraph(escape("".join(run.text for run in runs)), STYLE)]
        case Facts(rows=facts):
            return [
                PlainParagraph(escape(f"{label}: {''.join(run.text for run in value.runs)}"), STYLE)
                for label, value in facts
            ]
        case Answer():
            below = [flowable for part in block.blocks for flowable in _plain(part)]
            return [PlainParagraph(escape(f"{YOU_SAID} {block.heading}"), STYLE), *below]
        case _:
            raise NotImplementedError(block)
