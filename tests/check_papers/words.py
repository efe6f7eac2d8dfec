"""Checks of plain text, and of Word files: that Word has nothing to mend in them, and that LibreOffice, which knows nothing of how they
were made, finds every word in its place."""

from __future__ import annotations

import codecs
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import docx
import pypdfium2
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from coprod_desktop.publish.document import Document, Figure, Picture
from coprod_desktop.publish.render.every_format.characters import tidy
from coprod_desktop.publish.render.word.figure import drawn
from coprod_desktop.publish.render.word.xml import SIGNS
from tests.check_papers import tools
from tests.check_papers.brailles import runs_of
from tests.check_papers.files import Made
from tests.publish.render.telling import squeeze
from tests.publish.render.word_file import WordFile, as_printed, text

_TURN = re.compile("\u200e")
"""Unseen: keeps numbers in order between words from the right."""
_DRAWN = re.compile(f"[{''.join(SIGNS.values())}•\u200e\ufeff\ufe00-\ufe0f]")
SCRIPT = "to-read-aloud"
_LATIN = re.compile(r"\b[A-Za-zÀ-ž0-9]{2,30}\b")
"""Words of which a page's text can be asked: others are stored as their drawn shapes."""


def own(files: Sequence[Made]) -> list[str]:
    """Our own look at the parts of each file."""
    found = []
    for one in files:
        file = WordFile(one.path)
        found += [f"{one.path.name}: {fault}" for fault in file.faults()]
        if _TURN.sub("", squeeze(file.words)) != _TURN.sub("", as_printed(one.document)):
            found.append(f"{one.path.name}: other words than the paper's, or in another order")
    return found


def read_back(files: Sequence[Made]) -> list[str]:
    """Whether what a screen reader goes by is in the file when another library opens it: python-docx."""
    return [f"{one.path.name}: {fault}" for one in files for fault in heard(one.path, one.document)]


def easy_read(files: Sequence[Made]) -> list[str]:
    """The same of Easy Read, which tells the paper in other words: nothing for Word to mend, nothing a reader would miss."""
    found = []
    for one in files:
        found += [f"{one.path.name}: {fault}" for fault in WordFile(one.path).faults()]
        found += [f"{one.path.name}: {fault}" for fault in heard(one.path, replace(one.document, blocks=()))]
    return found


def easy_read_printed(files: Sequence[Made], *, short: bool) -> list[str]:
    """Whether LibreOffice prints every word of it."""
    printed = tools.converted([one.path for one in files], "pdf", short=short)
    lost = {one.path.name: _lost(one.path, printed[one.path]) for one in files}
    return [f"{name}: not on the pages: {words}" for name, words in lost.items() if words]


def heard(path: Path, document: Document) -> Iterator[str]:
    """Say what a screen reader would miss: title, language, headings, header rows, words of pictures."""
    file = docx.Document(str(path))
    if not file.core_properties.title or file.core_properties.language != document.lang:
        yield "no title, or not the paper's language"
    if [lang.get(qn("w:val")) for lang in file.styles.element.iter(qn("w:lang"))][:1] != [document.lang]:
        yield "the words are not said to be in the paper's language"
    every = [Paragraph(p, file) for p in file.element.body.iter(qn("w:p"))]
    levels = [int(level) for p in every if (level := _level(p)) is not None]
    if levels[:1] != [1]:
        yield f"the first heading is of level {levels[:1]}"
    yield from (f"heading {after} after {before}" for before, after in pairwise(levels) if after > before + 1)
    for table in file.tables:
        first, *rest = (row._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in table.rows)
        if not first or any(rest):
            yield "a table whose first row alone is not its header"
        if table._tbl.find(f"{qn('w:tblPr')}/{qn('w:tblCaption')}") is None:
            yield "a table that does not say what it is"
    pictures = list(file.element.body.iter(qn("wp:docPr")))
    yield from ("a picture without words" for picture in pictures if not picture.get("descr", "").strip())
    # names in letters the figures' font lacks: then the words stand alone, and whoever makes the paper is told
    figures = sum(isinstance(block, Figure) and drawn(block) is not None for block in document.blocks)
    if len(pictures) < figures + sum(isinstance(block, Picture) for block in document.blocks):
        yield "fewer pictures than the paper has"


def _level(paragraph: Paragraph) -> str | None:
    """Return the level of a heading, which its style may have from the one it is based on."""
    style = paragraph.style
    while style is not None:
        found = style.element.find(f"{qn('w:pPr')}/{qn('w:outlineLvl')}")
        if found is not None:
            return str(int(found.get(qn("w:val"))) + 1)
        style = style.base_style
    return None


def libreoffice(files: Sequence[Made], *, short: bool) -> list[str]:
    """Whether LibreOffice reads all words in order, and prints them."""
    paths = [one.path for one in files]
    read = tools.converted(paths, "txt:Text (encoded):UTF8", short=short)
    printed = tools.converted(paths, "pdf", short=short)
    found = []
    for one in files:
        expected = _DRAWN.sub("", as_printed(one.document))
        if _DRAWN.sub("", squeeze(read[one.path].read_text(encoding="utf-8"))) != expected:
            found.append(f"{one.path.name}: LibreOffice reads other words, or in another order")
        found += [f"{one.path.name}: not on the pages: {lost}" for lost in _lost(one.path, printed[one.path])]
    return found


def plain(files: Sequence[Made]) -> list[str]:
    """Whether plain text and the script have all words of the paper, and lines as Windows programs end them."""
    found = []
    for one in files:
        content = one.path.read_bytes()
        if not content.startswith(codecs.BOM_UTF8) or content.count(b"\n") != content.count(b"\r\n"):
            found.append(f"{one.path.name}: no mark of UTF-8, or other line ends")
        shown = Counter(_LATIN.findall(content.decode("utf-8-sig")))
        words = _words_of(one.document)
        if SCRIPT in one.path.stem:  # numbers and abbreviations are spelt out, as they are said
            code = one.document.fingerprint.split("-")
            words = Counter({w: n for w, n in words.items() if w.isalpha() and not w.isupper() and w not in code})
        if missing := words - shown:
            found.append(f"{one.path.name}: not in it: {', '.join(sorted(missing))[:200]}")
    return found


def _words_of(document: Document) -> Counter[str]:
    pieces = ("".join(run.text for run in runs).removeprefix("Picture: ") for runs in runs_of(document))
    return Counter(word for piece in pieces for word in _LATIN.findall(tidy(piece)))


def _lost(path: Path, pdf: Path) -> list[str]:
    """Return words of the file that its printed pages do not have as often."""
    with pypdfium2.PdfDocument(pdf) as pages:
        shown = "\n".join(page.get_textpage().get_text_range() for page in pages)
    words = "\n".join(map(text, WordFile(path).paragraphs))
    missing = Counter(_LATIN.findall(words)) - Counter(_LATIN.findall(shown))
    return sorted(missing)
