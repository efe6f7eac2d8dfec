"""A report filled into a council's own Word template: under the headings that match, and the rest at its end.

Nothing of the template is taken away, and nothing of the report is lost. Who made the template, and for whom, does not go
out with it.
"""

from __future__ import annotations

import datetime
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from coprod_desktop.errors import UserError
from coprod_desktop.publish.document import Block, Bullets, Document, Facts, Figure, Heading, Paragraph, Picture, Table
from coprod_desktop.publish.render.every_format.steady_zip import write_steady

LARGEST, LARGEST_WITHIN = 20_000_000, 200_000_000
"""Bytes of a template, and of what is packed in it; one with more is no template."""
_TEMPLATE = b"wordprocessingml.template.main+xml"
_DOCUMENT = b"wordprocessingml.document.main+xml"
_NUMBERED = re.compile(r"^\s*(?:\(?\d+(?:\.\d+)*[.)]?|[a-z][.)]|•|-)\s+", re.IGNORECASE)
_LONGEST_HEADING = 150


class _Part(NamedTuple):
    """One heading of the report with what stands below it."""

    heading: str
    blocks: tuple[Block, ...]


def fill(
    template: Path,
    document: Document,
    also: Mapping[str, Sequence[str]],
    target: Path,
    made_on: datetime.datetime,
) -> tuple[str, ...]:
    """Write the report into a copy of the template. `also`: heading -> other words for it, in small letters.

    Returns what is worth knowing: which parts found no heading. UserError for a file that is no Word template.
    """
    paper = _opened(template)
    head, parts = _parts(document)
    places = _places(paper, parts, also)
    _fill_labels(paper, document)
    at_end: list[str] = []
    for part in parts:
        place = places.get(part.heading)
        if place is None:
            at_end.append(part.heading)
            _put(paper, (Heading(2, part.heading), *part.blocks), before=_end(paper))
        else:
            _put(paper, part.blocks, before=_after_section(paper, place, set(places.values())))
    _put(paper, (Heading(2, document.title), *_rest(head)), before=_begin(paper))
    _say_whose(paper, document, made_on)
    made = BytesIO()
    paper.save(made)
    made.seek(0)
    write_steady(made, target)
    if not at_end:
        return ()
    return (f"The template has no heading for these, so they stand at its end: {'; '.join(at_end)}.",)


def _opened(template: Path) -> Any:
    wrong = UserError(
        f"{template.name} cannot be read as a Word file. No report was made.",
        "Save your template in Word as .docx, or make the report without it.",
    )
    try:
        if template.stat().st_size > LARGEST:
            raise wrong
        data = template.read_bytes()
        return docx.Document(BytesIO(_as_document(data)))
    except (OSError, ValueError, KeyError, zipfile.BadZipFile) as why:
        raise wrong from why


def _as_document(data: bytes) -> bytes:
    """Return a template (.dotx) as a document; a document stays. ValueError for one that holds macros."""
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        if sum(one.file_size for one in old.infolist()) > LARGEST_WITHIN:
            raise ValueError("too large")
        for one in old.infolist():
            if one.filename.endswith("vbaProject.bin"):
                raise ValueError("macros")
            content = old.read(one)
            if one.filename == "[Content_Types].xml":
                content = content.replace(_TEMPLATE, _DOCUMENT)
            new.writestr(one, content)
    return made.getvalue()


def _parts(document: Document) -> tuple[tuple[Block, ...], list[_Part]]:
    """Return what stands before the first heading, and every heading with what is below it."""
    head: list[Block] = []
    parts: list[_Part] = []
    for block in document.blocks:
        if isinstance(block, Heading) and block.level == 2:
            parts.append(_Part(block.text, ()))
        elif parts:
            parts[-1] = parts[-1]._replace(blocks=(*parts[-1].blocks, block))
        elif not isinstance(block, Heading):
            head.append(block)
    return tuple(head), parts


# ---- where


def _folded(words: str) -> str:
    return " ".join(_NUMBERED.sub("", words).replace("’", "'").split()).rstrip(" :.*").casefold()


def _places(paper: Any, parts: Sequence[_Part], also: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    """Return heading -> the paragraph of the template that is called so; each paragraph is taken once."""
    named: dict[str, str] = {}
    for part in parts:
        for words in (part.heading, *also.get(part.heading, ())):
            named.setdefault(_folded(words), part.heading)
    places: dict[str, Any] = {}
    for paragraph in paper.paragraphs:
        if len(paragraph.text) <= _LONGEST_HEADING and (heading := named.get(_folded(paragraph.text))):
            places.setdefault(heading, paragraph._p)
    return places


def _is_heading(element: Any, paper: Any) -> bool:
    style = element.find(f"{qn('w:pPr')}/{qn('w:pStyle')}") if element.tag == qn("w:p") else None
    if style is None:
        return False
    name = next((one.name for one in paper.styles if one.style_id == style.get(qn("w:val"))), "") or ""
    return name.lower().startswith(("heading", "title"))


def _after_section(paper: Any, place: Any, taken: set[Any]) -> Any:
    """Return the element before which a section ends: the next heading of the template, or its end."""
    for following in place.itersiblings():
        if following in taken or _is_heading(following, paper) or following.tag == qn("w:sectPr"):
            return following
    return _end(paper)


def _end(paper: Any) -> Any:
    body = paper.element.body
    last = body.find(qn("w:sectPr"))
    if last is None:
        last = OxmlElement("w:sectPr")
        body.append(last)
    return last


def _begin(paper: Any) -> Any:
    return paper.element.body[0]


# ---- a table of labels at the head of a template


def _fill_labels(paper: Any, document: Document) -> None:
    """Fill the empty cell beside a label that the report knows: "Report title", "Time it covers"."""
    known = {"report title": document.title, "title": document.title, "title of report": document.title}
    for block in document.blocks:
        if isinstance(block, Facts):
            known.update({_folded(label): _words(words) for label, words in block.rows})
    for table in paper.tables:
        for row in table.rows:
            for label, value in pairwise(row.cells):
                if not value.text.strip() and (words := known.get(_folded(label.text))):
                    value.paragraphs[0].add_run(words)


def _rest(head: Sequence[Block]) -> Iterator[Block]:
    yield from (block for block in head if not isinstance(block, Picture))


# ---- blocks


def _put(paper: Any, blocks: Sequence[Block], *, before: Any) -> None:
    for block in blocks:
        for element in _elements(paper, block):
            before.addprevious(element)


def _elements(paper: Any, block: Block) -> Iterator[Any]:
    match block:
        case Heading():
            yield _paragraph(paper, block.text, f"Heading {min(block.level, 4)}", strong=True)
        case Paragraph():
            yield _worded(paper, block, "Quote" if block.quote else "Normal")
        case Bullets():
            yield from (_worded(paper, one, "List Bullet", "• ") for one in block.items)
        case Facts():
            for label, words in block.rows:
                yield _labelled(paper, label, _words(words))
        case Figure():
            yield _paragraph(paper, f"{block.caption}: {block.words}", "Normal")
        case Table():
            yield _paragraph(paper, block.caption, "Caption", strong=True)
            yield _table(paper, block)
        case Picture():
            return
        case _:
            raise ValueError(f"not for a template: {type(block).__name__}")


def _new(paper: Any, style: str) -> tuple[Any, bool]:
    """Return a paragraph at the end, to be moved, and whether the template has the style."""
    made = paper.add_paragraph()
    names = {one.name for one in paper.styles}
    if style in names:
        made.style = paper.styles[style]
    return made, style in names


def _paragraph(paper: Any, text: str, style: str, *, strong: bool = False) -> Any:
    made, has_style = _new(paper, style)
    made.add_run(text).bold = True if strong and not has_style else None
    return made._p


def _worded(paper: Any, words: Paragraph, style: str, sign: str = "") -> Any:
    made, has_style = _new(paper, style)
    if sign and not has_style:
        made.add_run(sign)
    for one in words.runs:
        lines = one.text.split("\n")
        for n, line in enumerate(lines):
            run = made.add_run(line)
            run.bold = True if one.strong else None
            if n < len(lines) - 1:
                run.add_break()
    return made._p


def _labelled(paper: Any, label: str, words: str) -> Any:
    made, _ = _new(paper, "Normal")
    made.add_run(f"{label}: ").bold = True
    made.add_run(words)
    return made._p


def _words(words: Paragraph) -> str:
    return "".join(run.text for run in words.runs)


def _table(paper: Any, block: Table) -> Any:
    made = paper.add_table(rows=0, cols=len(block.header))
    if "Table Grid" in {one.name for one in paper.styles}:
        made.style = paper.styles["Table Grid"]
    for texts in (block.header, *block.rows):
        for cell, text in zip(made.add_row().cells, texts, strict=True):
            cell.text = text
    first = made.rows[0]
    for cell in first.cells:
        for run in cell.paragraphs[0].runs:
            run.bold = True
    header = OxmlElement("w:tblHeader")
    first._tr.get_or_add_trPr().append(header)
    return made._tbl


# ---- whose it is


def _say_whose(paper: Any, document: Document, made_on: datetime.datetime) -> None:
    """Say what the report is and who it comes from, in place of who wrote the template and when."""
    told = paper.core_properties
    day = made_on.astimezone(datetime.UTC).replace(tzinfo=None)
    told.title, told.subject, told.author = document.title[:250], document.subject[:250], document.author[:250]
    told.last_modified_by = told.comments = told.keywords = told.category = ""
    told.created = told.modified = day
    told.last_printed = day
    told.revision = 1
    for part in paper.part.package.iter_parts():
        if str(part.partname) in {"/docProps/app.xml", "/docProps/custom.xml"}:
            part._blob = _without_people(part.blob)


_PEOPLE = re.compile(rb"<(Manager|Company|Template|HyperlinkBase)>.*?</\1>|<property\b.*?</property>", re.DOTALL)


def _without_people(blob: bytes) -> bytes:
    return _PEOPLE.sub(b"", blob)
