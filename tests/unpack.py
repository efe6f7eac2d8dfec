"""What is in a file that was given out: what a reader reads, and whatever else is in it for someone who takes it apart."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from contextlib import closing
from html import unescape
from pathlib import Path

import pikepdf
import pypdfium2

from coprod_desktop.publish.render.every_format.letters import ARABIC_LETTER
from tests.publish.render import structure

_PICTURE = re.compile(rb";base64,[A-Za-z0-9+/=]+")
"""The dots of a picture in a web page: among so many letters there is any short word."""


def words_in(path: Path) -> str:
    """Return what a reader reads, with single spaces and straight apostrophes."""
    match path.suffix:
        case ".pdf":
            with closing(pypdfium2.PdfDocument(path)) as pdf:
                found = " ".join(page.get_textpage().get_text_range() for page in pdf)
            if ARABIC_LETTER.search(
                found
            ):  # put in the order of their glyphs; what is said beside them is in that of the words
                found = " ".join((found, *structure.spoken(path)))
        case ".html":
            found = unescape(re.sub(r"<[^>]+>", " ", path.read_text("utf-8").partition("<body>")[2]))
        case ".docx" | ".xlsx":
            # a paragraph, a line break and a cell end a word; a run does not
            parts = re.sub(r"</w:p>|<w:br/>|</t>|</w:tc>", " ", " ".join(_parts_of_zip(path)))
            found = unescape(re.sub(r"<[^>]+>", "", parts))
        case ".epub":
            pages = "".join(part for part in _parts_of_zip(path) if "<html" in part)
            found = unescape(re.sub(r"<[^>]+>", " ", pages))
        case ".ics":
            found = re.sub(r"\\([,;\\])", r"\1", _unfolded(path)).replace("\\n", " ")
        case _:
            found = path.read_text("utf-8-sig")
    return straight(found)


def everything_in(path: Path) -> str:
    """Return all text that can be found in a file: its name, its source, streams, properties, hidden parts."""
    raw = _PICTURE.sub(b"", path.read_bytes())
    found = [path.name, raw.decode("utf-8", "replace"), raw.decode("latin-1")]
    match path.suffix:
        case ".pdf":
            found += _parts_of_pdf(path)
            found.append(words_in(path))
        case ".docx" | ".xlsx" | ".epub":
            found += _parts_of_zip(path)
            found.append(words_in(path))
        case ".html" | ".ics":
            found.append(words_in(path))
    return "\n".join(unescape(part) for part in found)


def straight(text: str) -> str:
    """Return text with single spaces, straight quotes and no soft hyphens, to be compared."""
    for curly, plain in (("’", "'"), ("‘", "'"), ("“", '"'), ("”", '"'), ("\xad", ""), ("\xa0", " ")):
        text = text.replace(curly, plain)
    return " ".join(text.split())


def _parts_of_pdf(path: Path) -> Iterator[str]:
    with pikepdf.open(path) as pdf:
        for thing in pdf.objects:
            if isinstance(thing, pikepdf.Stream):
                data = thing.read_bytes() if "/DCTDecode" not in str(thing.get("/Filter", "")) else b""
                yield data.decode("latin-1")
            else:
                yield from _strings(thing)
        yield from (str(value) for value in pdf.docinfo.values())


def _strings(thing: pikepdf.Object) -> Iterator[str]:
    if isinstance(thing, pikepdf.String):
        yield str(thing)
    elif isinstance(thing, pikepdf.Dictionary):
        for value in thing.values():
            if isinstance(value, pikepdf.Object) and not value.is_indirect:
                yield from _strings(value)
    elif isinstance(thing, pikepdf.Array):
        for value in thing:
            if isinstance(value, pikepdf.Object) and not value.is_indirect:
                yield from _strings(value)


def _parts_of_zip(path: Path) -> Iterator[str]:
    with zipfile.ZipFile(path) as file:
        for name in file.namelist():
            yield name
            if name.endswith((".xml", ".rels", ".xhtml", ".opf")):
                yield file.read(name).decode("utf-8")


def _unfolded(path: Path) -> str:
    return path.read_bytes().decode("utf-8").replace("\r\n ", "")
