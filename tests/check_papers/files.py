"""The files that are checked: what the program makes of the sample sessions, and documents that try everything.

`python -m tests.check_papers.files FOLDER WORKSPACE [--short]` makes them again, for tests.check_papers.again.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from coprod_desktop.publish import press
from coprod_desktop.publish.document import Document
from coprod_desktop.publish.paper import Paper
from coprod_desktop.services.program import content
from tests.check_papers import program
from tests.publish.easy.chopped import of_document
from tests.publish.render import branded, from_right, papers

FORMATS = content.load().formats

LARGEST = 36
PDFS = ("pdf", "large-print", "easy-read", program.POSTING_LIST)
EASY_READ = ("easy-read", "easy-read-word", "easy-read-web")
WHOLE = ("pdf", "html", "epub", "docx", "text", "braille")
"""Formats that every document is made in."""
DRAWN = ("large-print", *EASY_READ)


@dataclass(frozen=True)
class Made:
    """One file: the paper it is of, in words, and its format. What is written on with a pen, and a list of names, has no paper."""

    name: str
    form: str
    path: Path
    paper: Paper | None = None

    @property
    def document(self) -> Document:
        """What is to be read in it."""
        assert self.paper is not None
        return self.paper.document


def of(files: Sequence[Made], *forms: str) -> list[Made]:
    """Return the files of these formats."""
    return [one for one in files if one.form in forms]


def make(folder: Path, workspace: Path, *, short: bool) -> list[Made]:
    """Write every file below the folder. Short: one sample session, and no very long document."""
    done = [Made(*one) for one in program.make(folder / "program", workspace, short=short)]
    for name, document in _documents(short=short):
        done += _pressed(folder / "documents", name, document, short=short)
    return done


def _pressed(folder: Path, name: str, document: Document, *, short: bool) -> Iterator[Made]:
    folder.mkdir(parents=True, exist_ok=True)
    paper = Paper(kind=name, document=document, easy=of_document(document))
    settings = press.PressSettings(made_on=papers.MADE_ON)
    drawn = DRAWN if name == "drawn" or not short else ()
    for form in (*WHOLE, *drawn):
        made = press.press(
            paper, FORMATS.of(form), settings, lambda apart, end: folder / f"{name}{apart and '-' + apart}.{end}"
        )
        yield from (Made(name, form, path, paper) for path in made.paths)
    if drawn:
        largest = replace(settings, large_pt=LARGEST)
        made = press.press(paper, FORMATS.of(DRAWN[0]), largest, lambda _apart, end: folder / f"{name}-{LARGEST}.{end}")
        yield from (Made(name, DRAWN[0], path, paper) for path in made.paths)


def _documents(*, short: bool) -> Iterator[tuple[str, Document]]:
    yield "everything", papers.everything()
    yield "drawn", papers.drawn()
    yield "branded", branded.branded()
    yield "nasty", papers.nasty()
    yield "scripts", papers.scripts()
    yield "from-the-right", from_right.told()
    yield "bare", papers.bare()
    if not short:
        yield "answers-200", papers.many(200)
        yield "characters-20000", papers.long_words()


if __name__ == "__main__":
    make(Path(sys.argv[1]), Path(sys.argv[2]), short="--short" in sys.argv)
