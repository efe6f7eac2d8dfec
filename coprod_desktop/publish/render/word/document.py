"""A paper as a Word file: real styles, so that a reader's own settings and tools work on it."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import replace
from io import BytesIO
from itertools import zip_longest
from pathlib import Path
from typing import Any, assert_never

from docx.image.exceptions import InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError
from docx.oxml.ns import qn
from docx.shared import Emu

from coprod_desktop.domain.format_table import Format
from coprod_desktop.publish.document import (
    Answer,
    Block,
    Bullets,
    Document,
    Facts,
    Figure,
    Heading,
    Paragraph,
    Picture,
    Pictured,
    Run,
    Table,
    Tone,
)
from coprod_desktop.publish.paper import Paper
from coprod_desktop.publish.press import NameOf, Pressed, PressSettings
from coprod_desktop.publish.reflow import list_for_table
from coprod_desktop.publish.render.every_format.runs import (
    Levels,
    document_language,
    has_words,
    heading_and_words,
    is_seen,
    one_line,
    with_title,
)
from coprod_desktop.publish.render.every_format.sides import runs_rightwards
from coprod_desktop.publish.render.every_format.staying import answered_at, stays_with
from coprod_desktop.publish.render.every_format.steady_zip import write_steady
from coprod_desktop.publish.render.every_format.whole import whole_file
from coprod_desktop.publish.render.word.package import WIDTH, WordFile
from coprod_desktop.publish.render.word.pictured import PICTURE, PicturedRows, has_rows, in_tables
from coprod_desktop.publish.render.word.pictured import table as pictured_table
from coprod_desktop.publish.render.word.styles import BODY
from coprod_desktop.publish.render.word.table import is_too_wide, table
from coprod_desktop.publish.render.word.xml import (
    TONE_STYLE,
    paragraph,
    plain,
    run,
    sided,
    sign,
    turns,
    w,
    worded,
)

_TWENTIETH = 635
"""English Metric Units in a twentieth of a point."""
_PIXELS_AN_INCH = 150
_EMU_AN_INCH = 914_400
_HIGHEST = 3.5 * _EMU_AN_INCH
_LOGO = 0.8 * _EMU_AN_INCH
_TABLE, _WORDS = qn("w:tbl"), qn("w:t")
_AFTER = {"ListBullet": "ListMore", "SignedItem": "ListMore", "Marked": "Normal"}
_FROM_RIGHT = {"Quote": "QuoteFromRight"}
"""Styles of the lines of one paragraph that begin on another side than its first, and of lines from the right."""
_HANGING = {"Marked", "SignedItem"}
_NO_SPACE_ABOVE = {"Normal", "ListBullet", "Fact", "LastFact", "Quote", "QuoteFromRight", *_HANGING}
_HELD = 400
"""Elements that are held before they are written down."""
_SHORT_LIST = 4
"""A list of up to so many things is not parted by a page's end."""
_FITS_A_PAGE = 1200
"""Characters of an answer that is kept on one page."""


def press(paper: Paper, form: Format, settings: PressSettings, name_of: NameOf) -> Pressed:
    """Make the Word file of a paper (publish.press)."""
    path = name_of(form.apart, form.ending)
    body = settings.body_pt or BODY
    return Pressed((path,), tuple(render_word(paper.document, path, made_on=settings.made_on, body_pt=body)))


def render_word(
    document: Document, target: Path, *, made_on: datetime.datetime, body_pt: float = BODY
) -> Sequence[str]:
    """Write the paper to target; a run that fails leaves the file that was there. Return what is not as it was."""
    file = WordFile(document, body_pt)
    paper = _Paper(file, document_language(document), body_pt)
    paper.whole(document)
    file.close(document, made_on)
    made = BytesIO()
    file.package.save(made)
    with whole_file(target) as path:
        write_steady(made, path)
    return tuple(paper.warnings)


def _in_row(words: Paragraph) -> str:
    return "Quote" if words.quote else "InRow"


class _Paper:
    """Puts blocks into the body of a file, one after another."""

    def __init__(self, file: WordFile, lang: str, body: float) -> None:
        self.warnings: list[str] = []
        self._file = file
        self._lang = lang
        self._body = body
        self._levels = Levels()
        self._credits: dict[str, None] = {}
        self._all: list[Any] = []
        """What is in the body and not yet written down: asking the tree for its length takes longer the more is in it."""

    def whole(self, document: Document) -> None:
        """Add all blocks; pictures before anything else are the organisation's logo, and the title comes below them."""
        blocks = document.blocks
        start = next((at for at, block in enumerate(blocks) if not isinstance(block, Picture)), len(blocks))
        for block in blocks[:start]:
            if isinstance(block, Picture):
                self._picture(block, _LOGO)
        told = tuple(in_tables(with_title(replace(document, blocks=blocks[start:])).blocks))
        for one, after in zip_longest(told, told[1:]):
            before = len(self._all)
            if isinstance(one, PicturedRows):
                self._rows(one)
            else:
                self.block(one)
                if not isinstance(after, PicturedRows) and stays_with(one, after):
                    self._keep_with_next(self._all[max(before, len(self._all) - 1) :])
            if after is not None:  # the last words of a paper never have a page to themselves
                self._write_down()
        if is_seen(document.foot):
            self._keep_with_next(self._all[-4:-1])
        self._end()

    def block(self, block: Block) -> None:
        """Add one block, nothing if it would show nothing."""
        match block:
            case Heading():
                self._heading(block)
            case Paragraph():
                self._paragraph(block)
            case Bullets():
                before = len(self._all)
                for item in block.items:
                    self._words(item, "SignedItem" if item.mark else "ListBullet")
                if len(block.items) <= _SHORT_LIST and self._is_short(self._all[before:]):
                    self._chain(self._all[before:])
            case Facts():
                self._facts(block)
            case Answer():
                self._answer(block)
            case Table():
                self._table(block)
            case Picture():
                self._picture(block)
            case Figure():
                self._figure(block)
            case Pictured():
                self._paragraph(block.words)
            case _:
                assert_never(block)

    def _end(self) -> None:
        """Say once who drew the pictures, where their licence asks for that."""
        for credit in self._credits:
            self._paragraph(Paragraph((Run(credit, tone=Tone.QUIET),)))
        self._part_from_table()

    def _write_down(self) -> None:
        if len(self._all) > _HELD:
            self._file.part.write_down()
            del self._all[:-1]

    def _add(self, element: Any) -> None:
        if self._after_table() and element.pPr.pStyle.val in _NO_SPACE_ABOVE:
            element.pPr.append(w("spacing", before=240))
        self._put(element)

    def _put(self, element: Any) -> None:
        self._file.body.append(element)
        self._all.append(element)

    def _after_table(self) -> bool:
        return bool(self._all) and self._all[-1].tag == _TABLE

    def _heading(self, block: Heading) -> None:
        if is_seen(block.text):
            style = f"Heading{self._levels.heading(block.level)}"
            heading = paragraph(style, *plain(block.text), rtl=runs_rightwards(block.text))
            if block.new_page:
                heading.pPr.pStyle.addnext(w("pageBreakBefore"))
            self._add(heading)

    def _rows(self, block: PicturedRows) -> None:
        """Add rows of Easy Read; what parts their table from the one before also begins a page where one is to begin."""
        if not has_rows(block.rows):
            if block.heading is not None:
                self._heading(block.heading)
            return
        heading, head = block.heading, list[Any]()
        if heading is not None and is_seen(heading.text):
            style = f"Heading{self._levels.heading(heading.level)}"
            words = plain(heading.text, TONE_STYLE.get(heading.tone, ""))
            head = [paragraph(style, *words, rtl=runs_rightwards(heading.text))]
        between = paragraph("AfterTable")
        if heading is not None and heading.new_page:
            between.pPr.pStyle.addnext(w("pageBreakBefore"))
        if self._all:
            self._put(between)
        title = one_line(heading.text if heading is not None else "") or "Pictures and words"
        rows = [(self._beside(row.picture), self._paragraphs(row.words, _in_row(row.words))) for row in block.rows]
        self._put(pictured_table(head, rows, width=WIDTH, colour=block.colour, title=title, kept=block.kept))

    def _beside(self, picture: Picture | None) -> list[Any]:
        if picture is None:
            return []
        longest = max(picture.width, picture.height, 1)
        drawn = self._inline(picture, PICTURE * _TWENTIETH / longest)
        return [paragraph("BesideWords", run(f"Picture: {one_line(picture.alt)}") if drawn is None else drawn)]

    def _paragraph(self, block: Paragraph) -> None:
        self._words(block, "Quote" if block.quote else "Marked" if block.mark else "Normal")

    def _words(self, block: Paragraph, style: str, label: str = "") -> None:
        for element in self._paragraphs(block, style, label):
            self._add(element)

    def _paragraphs(self, block: Paragraph, style: str, label: str = "") -> list[Any]:
        if not has_words(block.runs):
            return []
        begins = sign(block, hanging=style in _HANGING)
        sides = sided(block.runs)
        if label:
            begins += [*plain(label, "Label"), run(" ")]
            apart = turns(sides[0][0])
            sides = [([], False), *sides] if apart else [(sides[0][0], False), *sides[1:]]
        made = []
        for runs, right in sides:
            words = worded(runs, self._lang, self._file.link)
            made.append(paragraph(_FROM_RIGHT.get(style, style) if right else style, *begins, *words, rtl=right))
            begins, style = [], _AFTER.get(style, style)
        return made

    def _facts(self, block: Facts) -> None:
        rows = [(label, value) for label, value in block.rows if has_words(value.runs)]
        for number, (label, value) in enumerate(rows, start=1):
            self._words(value, "LastFact" if number == len(rows) else "Fact", f"{label.rstrip(' :')}:")

    def _answer(self, block: Answer) -> None:
        before = len(self._all)
        words, below = heading_and_words(block)
        said = [run(block.label, "YouSaid", bold=True), run(" ")]
        self._add(paragraph(f"AnswerHeading{self._levels.below()}", *said, *plain(words)))
        if is_seen(below):
            self._add(paragraph("Normal", *plain(below), rtl=runs_rightwards(below)))
        at = answered_at(block) + 1
        for part in block.blocks[:at]:
            self.block(part)
        answered = len(self._all)
        for part in block.blocks[at:]:
            self.block(part)
        self._keep_together(self._all[before:answered], self._all[answered:])

    def _keep_with_next(self, elements: Sequence[Any]) -> None:
        for element in elements:
            if element.tag != _TABLE and element.pPr.find(qn("w:keepNext")) is None:
                element.pPr.find(element.pPr.pStyle.tag).addnext(w("keepNext"))

    def _keep_together(self, said: Sequence[Any], more: Sequence[Any]) -> None:
        """Ask for one page for what was said with its answer, and what is told of it.

        Too long for that, it is broken behind the answer; where so much was said that this is too long as well, behind
        one of the things said, neither the first nor the last of them.
        """
        if self._is_short([*said, *more]):
            self._chain([*said, *more])
            return
        for part in (said,) if self._is_short(said) else (said[:2], said[-2:]):
            self._chain(part)
        for part in (more,) if self._is_short(more) else ((one,) for one in more if self._is_short((one,))):
            self._chain(part)

    def _is_short(self, elements: Sequence[Any]) -> bool:
        letters = sum(len(words.text or "") for element in elements for words in element.iter(_WORDS))
        return letters <= _FITS_A_PAGE * (BODY / self._body) ** 2

    def _chain(self, elements: Sequence[Any]) -> None:
        self._keep_with_next(elements[:-1])
        for element in elements:
            if element.tag != _TABLE and element.pPr.find(qn("w:keepLines")) is None:
                last = element.pPr.find(qn("w:keepNext"))
                (element.pPr.find(element.pPr.pStyle.tag) if last is None else last).addnext(w("keepLines"))

    def _table(self, block: Table) -> None:
        if not block.header or not block.rows:
            return
        if is_too_wide(block, WIDTH, self._body):
            for part in list_for_table(block):
                self.block(part)
            return
        if is_seen(block.caption):
            self._add(paragraph("Caption", *plain(block.caption), rtl=runs_rightwards(block.caption)))
        else:
            self._part_from_table()
        self._put(table(block, WIDTH, self._body))

    def _part_from_table(self) -> None:
        """Word takes two tables in a row as one, and wants a paragraph after the last."""
        if not self._all or self._after_table():
            self._add(paragraph("AfterTable"))

    def _picture(self, picture: Picture, highest: float = _HIGHEST) -> None:
        if picture.credit:
            self._credits[picture.credit] = None
        scale = min(
            _EMU_AN_INCH / _PIXELS_AN_INCH,
            WIDTH * _TWENTIETH / max(picture.width, 1),
            highest / max(picture.height, 1),
        )
        self._draw(picture, scale)

    def _draw(self, picture: Picture, scale: float) -> None:
        drawn = self._inline(picture, scale)
        if drawn is not None:
            self._add(paragraph("Picture", drawn))
        else:
            self._paragraph(Paragraph((Run(f"Picture: {one_line(picture.alt)}"),)))

    def _inline(self, picture: Picture, scale: float) -> Any:
        """Return a picture as it stands among words, with what it shows; None, with a warning, when it cannot be read."""
        size = (Emu(max(1, int(picture.width * scale))), Emu(max(1, int(picture.height * scale))))
        alt = one_line(picture.alt)
        try:
            inline: Any = self._file.part.new_pic_inline(BytesIO(picture.data), *size)
        except (UnrecognizedImageError, InvalidImageStreamError, UnexpectedEndOfFileError):
            self.warnings.append(f"A picture could not be put into the Word file. Its words are there: “{alt}”.")
            return None
        for side in ("distT", "distB", "distL", "distR"):
            inline.set(side, "0")
        for properties in (inline.docPr, inline.graphic.graphicData.pic.nvPicPr.cNvPr):
            properties.set("descr", alt)
            properties.set("name", f"Picture {inline.docPr.id}")
        return w("r", w("drawing", inline))

    def _figure(self, figure: Figure) -> None:
        from coprod_desktop.publish.render.word.figure import drawn

        if is_seen(figure.caption):
            self._add(paragraph("Caption", *plain(figure.caption), rtl=runs_rightwards(figure.caption)))
        picture = drawn(figure)
        if picture is not None:
            self._draw(picture, WIDTH * _TWENTIETH / picture.width)
            return
        if figure.bars:
            self.warnings.append(
                f"“{one_line(figure.caption)}” is in the Word file as words, without bars: they could not be drawn."
            )
        self._paragraph(Paragraph((Run(figure.words),)))
