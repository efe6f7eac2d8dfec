"""Checks of Word files: that Word has nothing to mend in them, and that LibreOffice, which knows nothing of how they
were made, finds every word in its place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import pypdfium2

from coprod_desktop.publish.render.word import render_word
from coprod_desktop.publish.render.word_xml import SIGNS
from tests.check_papers import tools
from tests.check_papers.files import Files
from tests.publish.render import papers
from tests.publish.render.telling import squeeze
from tests.publish.render.word_file import WordFile, as_printed, text

_DRAWN = re.compile(f"[{''.join(SIGNS.values())}•\ufeff\ufe00-\ufe0f]")
_LATIN = re.compile(r"\b[A-Za-zÀ-ž0-9]{2,30}\b")
"""Words of which a page's text can be asked: others are stored as their drawn shapes."""


def own(files: Sequence[Files]) -> list[str]:
    """Our own look at the parts of each file."""
    return [f"{path.name}: {fault}" for path, _ in _made(files) for fault in WordFile(path).faults()]


def libreoffice(files: Sequence[Files], *, short: bool) -> list[str]:
    """Whether LibreOffice reads all words in order, and prints them."""
    made = list(_made(files))
    paths = [path for path, _ in made]
    read = tools.converted(paths, "txt:Text (encoded):UTF8", short=short)
    printed = tools.converted(paths, "pdf", short=short)
    found = []
    for path, one in made:
        expected = _DRAWN.sub("", as_printed(one.document))
        if _DRAWN.sub("", squeeze(read[path].read_text(encoding="utf-8"))) != expected:
            found.append(f"{path.name}: LibreOffice reads other words, or in another order")
        found += [f"{path.name}: not on the pages: {lost}" for lost in _lost(path, printed[path])]
    return found


def _made(files: Sequence[Files]) -> Iterator[tuple[Path, Files]]:
    for one in files:
        if one.html is not None:
            path = one.pdf.with_suffix(".docx")
            if not path.exists():
                render_word(one.document, path, made_on=papers.MADE_ON)
            yield path, one


def _lost(path: Path, pdf: Path) -> list[str]:
    """Return words of the file that its printed pages do not have as often."""
    with pypdfium2.PdfDocument(pdf) as pages:
        shown = "\n".join(page.get_textpage().get_text_range() for page in pages)
    words = "\n".join(map(text, WordFile(path).paragraphs))
    missing = Counter(_LATIN.findall(words)) - Counter(_LATIN.findall(shown))
    return sorted(missing)
