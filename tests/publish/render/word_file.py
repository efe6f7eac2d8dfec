"""A Word file read back: its paragraphs with their styles, its runs, its parts."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

from docx.oxml.ns import qn
from lxml import etree

from coprod_desktop.publish.document import Block, Document, Figure, Paragraph, Picture, Pictured, Run
from coprod_desktop.publish.render.every_format.characters import tidy
from coprod_desktop.publish.render.every_format.runs import with_title
from coprod_desktop.publish.render.word.document import render_word
from coprod_desktop.publish.render.word.figure import drawn
from coprod_desktop.publish.render.word.styles import BODY
from tests.publish.render import papers
from tests.publish.render.telling import squeeze, told

ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore widowControl numPr pBdr shd tabs bidi spacing ind contextualSpacing jc outlineLvl rPr",
    "rPr": "rStyle rFonts b bCs i iCs color spacing sz szCs u rtl cs lang",
    "tblPr": "tblStyle tblW jc tblInd tblBorders tblLayout tblCellMar tblLook tblCaption tblDescription",
    "trPr": "cantSplit tblHeader",
    "sectPr": "headerReference footerReference pgSz pgMar titlePg",
    "style": "name basedOn next uiPriority semiHidden qFormat pPr rPr tblPr tblStylePr",
}
"""Children in the order the schema wants them: Word calls a file damaged for one that is out of its place."""


class WordFile:
    """One file. `words` is all text of the body in order, without the drawn signs."""

    def __init__(self, path: Path) -> None:
        self.path = path
        with zipfile.ZipFile(path) as source:
            self.parts = {name: source.read(name) for name in source.namelist()}
        self.trees = {name: etree.fromstring(data) for name, data in self.parts.items() if "media" not in name}
        self.body = self.trees["word/document.xml"][0]

    @property
    def words(self) -> str:
        return "".join(text(run) for run in self.body.iter(qn("w:r")) if style(run) != "Sign")

    @property
    def paragraphs(self) -> list[Any]:
        return list(self.body.iter(qn("w:p")))

    def styled(self, name: str) -> list[str]:
        return [text(p) for p in self.paragraphs if style(p) == name]

    def paragraph(self, words: str) -> Any:
        (found,) = [p for p in self.paragraphs if words in text(p)]
        return found

    def run(self, words: str) -> Any:
        (found,) = [r for r in self.body.iter(qn("w:r")) if text(r).strip() == words]
        return found

    def style(self, key: str) -> Any:
        (found,) = [s for s in self.trees["word/styles.xml"].iter(qn("w:style")) if s.get(qn("w:styleId")) == key]
        return found

    def faults(self) -> Iterator[str]:
        """What Word would mend or refuse."""
        for name, tree in self.trees.items():
            for tag, order in ORDER.items():
                known = order.split()
                for element in tree.iter(qn(f"w:{tag}")):
                    places = [known.index(etree.QName(child).localname) for child in element]
                    if places != sorted(places):
                        yield f"{name}: {tag} holds {[etree.QName(child).localname for child in element]}"
        styles = {s.get(qn("w:styleId")) for s in self.trees["word/styles.xml"].iter(qn("w:style"))}
        for element in self.body.iter(qn("w:pStyle"), qn("w:rStyle"), qn("w:tblStyle")):
            if element.get(qn("w:val")) not in styles:
                yield f"no style {element.get(qn('w:val'))}"
        for cell in self.body.iter(qn("w:tc")):
            if cell[-1].tag != qn("w:p"):
                yield "a cell without a paragraph"
        tags = [element.tag for element in self.body]
        for before, after in pairwise(tags):
            if before == qn("w:tbl") and after != qn("w:p"):
                yield "a table without a paragraph after it"
        if tags[-1] != qn("w:sectPr") or len(tags) < 2:
            yield "no page, or nothing on it"


def as_printed(document: Document, *, figures: bool | None = None) -> str:
    """Return all words a Word file shows, in order and without spaces: pictures say theirs behind what is seen.

    A figure that Word cannot draw is there in words (`figures` None). A web page draws each (False); who hears a book
    hears what each is called (True).
    """
    blocks: list[Block] = []
    for block in with_title(document).blocks:
        if isinstance(block, Figure):
            blocks += [Paragraph((Run(block.caption),))]
            blocks += [Paragraph((Run(block.words),))] if (drawn(block) is None if figures is None else figures) else []
        elif isinstance(block, Pictured):
            blocks.append(block.words)
        elif not isinstance(block, Picture):
            blocks.append(block)
    return squeeze(tidy(told(replace(document, blocks=tuple(blocks))))).replace("::", ":")


def text(element: Any) -> str:
    return "".join(part.text or "" if part.tag == qn("w:t") else "\n" for part in element.iter(qn("w:t"), qn("w:br")))


def style(element: Any) -> str | None:
    found = element.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    found = element.find(f"{qn('w:rPr')}/{qn('w:rStyle')}") if found is None else found
    return None if found is None else found.get(qn("w:val"))


def has(element: Any, *path: str) -> bool:
    return element.find("/".join(qn(f"w:{tag}") for tag in path)) is not None


def value(element: Any, *path: str, name: str = "val") -> str | None:
    found = element.find("/".join(qn(f"w:{tag}") for tag in path))
    return None if found is None else found.get(qn(f"w:{name}"))


def write(document: Document, folder: Path, name: str = "paper", body_pt: float = BODY) -> WordFile:
    path = folder / f"{name}.docx"
    render_word(document, path, made_on=papers.MADE_ON, body_pt=body_pt)
    return WordFile(path)
