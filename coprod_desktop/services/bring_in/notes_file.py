"""Notes in a file: text in whatever coding, subtitles, a Word document or Teams' transcript as one."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from xml.etree import ElementTree

from coprod_desktop.errors import UserError
from coprod_desktop.services.bring_in import files

LARGEST = 16 * 1024 * 1024
"""Bytes: the transcript of a whole day as a Word document has under two million."""
_MOST_XML = 64 * 1024 * 1024
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DOCUMENT = "word/document.xml"
_NOTHING = "Nothing was changed."
_OTHER_KINDS = (
    (b"%PDF", "This is a PDF, which keeps no lines.", "Open it, copy its text, and paste that here."),
    (
        b"\xd0\xcf\x11\xe0",
        "This is an old Word or Excel file.",
        "Open it, save it as .docx or CSV, and open that here.",
    ),
    (b"{\\rtf", "This is a rich text file.", "Open it, save it as plain text or .docx, and open that here."),
)


def text_in(path: Path) -> str:
    """Return the text of a file of notes. UserError when it is no text, or far too large to be notes."""
    return text_of(files.bytes_of(path, LARGEST, "notes"))


def text_of(data: bytes) -> str:
    """Return notes as text. UserError, with what to do, when they are something else."""
    for begins, what, do in _OTHER_KINDS:
        if data.startswith(begins):
            raise UserError(what, f"{do} {_NOTHING}")
    if data.startswith(b"PK\x03\x04"):
        return _of_word(data)
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    if _is_wide(data):
        return data.decode("utf-16-le" if data[1:2] == b"\0" else "utf-16-be", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _is_wide(data: bytes) -> bool:
    """Tell whether every other byte is empty: UTF-16 without a mark at its beginning."""
    head = data[:400]
    pairs = len(head) // 2
    return pairs > 3 and max(head[0::2].count(0), head[1::2].count(0)) > 0.9 * pairs


def _of_word(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            if _DOCUMENT not in package.namelist():
                raise UserError(
                    "This is a workbook or another kind of file, and no Word document.",
                    f"Save it as CSV, or copy its cells, and paste them here. {_NOTHING}",
                )
            if package.getinfo(_DOCUMENT).file_size > _MOST_XML:
                raise UserError("This is far larger than any notes.", _NOTHING)
            body = package.read(_DOCUMENT)
    except (zipfile.BadZipFile, OSError, NotImplementedError, RuntimeError, ValueError, EOFError) as wrong:
        raise UserError(
            "This Word document is damaged.", f"Open it in Word, copy its text, and paste that here. {_NOTHING}"
        ) from wrong
    if b"<!DOCTYPE" in body[:2000] or b"<!ENTITY" in body:
        raise UserError("This is not a document as Word makes them.", _NOTHING)
    try:
        root = ElementTree.fromstring(body)
    except ElementTree.ParseError as wrong:
        raise UserError(
            "This Word document is damaged.", f"Open it in Word, copy its text, and paste that here. {_NOTHING}"
        ) from wrong
    return "\n".join(_blocks(root))


def _blocks(root: ElementTree.Element) -> list[str]:
    found = root.find(f"{_WORD}body")
    made: list[str] = []
    for block in found if found is not None else ():
        if block.tag == f"{_WORD}tbl":
            for row in block.iter(f"{_WORD}tr"):
                cells = list(row.iter(f"{_WORD}tc"))
                if len(cells) == 1:
                    made += [_paragraph(p) for p in row.iter(f"{_WORD}p")]
                else:
                    made.append("\t".join(map(_cell, cells)))
        else:
            made += [_paragraph(p) for p in block.iter(f"{_WORD}p")]
    return made


def _cell(cell: ElementTree.Element) -> str:
    """Return the text of a cell; where it has several paragraphs they are lines in quotation marks, as sheets copy them."""
    lines = "\n".join(map(_paragraph, cell.iter(f"{_WORD}p"))).split("\n")
    full = [line for line in (" ".join(line.split()) for line in lines) if line]
    if len(full) < 2 and not "".join(full).startswith('"'):
        return "".join(full)
    quoted = "\n".join(full).replace('"', '""')
    return f'"{quoted}"'


def _paragraph(paragraph: ElementTree.Element) -> str:
    """Return the text of a paragraph; what was deleted with changes tracked is not in it."""
    parts = []
    for part in paragraph.iter():
        if part.tag == f"{_WORD}t":
            parts.append(part.text or "")
        elif part.tag == f"{_WORD}tab":
            parts.append("\t")
        elif part.tag in {f"{_WORD}br", f"{_WORD}cr"}:
            parts.append("\n")
    bullet = "- " if paragraph.find(f"{_WORD}pPr/{_WORD}numPr") is not None and parts else ""
    return bullet + "".join(parts)
