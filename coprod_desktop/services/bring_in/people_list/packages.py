"""Files that are a zip inside: what they are, and their parts, never more of one than fits into memory."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from xml.etree import ElementTree

from coprod_desktop.errors import UserError
from coprod_desktop.services.bring_in.people_list.sheets import NOTHING

MOST_SHEET = 768 * 1024 * 1024
"""Bytes of one sheet's XML. It is read bit by bit, and only as far as something stands in it."""
MOST_PART = 64 * 1024 * 1024
"""Bytes of any other part: it is read whole."""
DAMAGED = (zipfile.BadZipFile, OSError, NotImplementedError, RuntimeError, ValueError, EOFError, KeyError, IndexError,
           TypeError, AttributeError, ElementTree.ParseError, MemoryError, RecursionError)  # fmt: skip
"""What reading a damaged package raises, here and in openpyxl."""


@contextmanager
def package(data: bytes, what: str) -> Iterator[zipfile.ZipFile]:
    """Open a package. UserError when it is damaged, locked, or far larger inside than any list."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as found:
            for part in found.infolist():
                if part.flag_bits & 1:
                    raise UserError(
                        f"This is {what} that is locked with a password. {NOTHING}",
                        "Open it, take the password off, save it under another name, and bring that in.",
                    )
                most = MOST_SHEET if "sheet" in part.filename.rpartition("/")[2] else MOST_PART
                if part.file_size > most:
                    raise UserError(f"This is far larger inside than any list of people. {NOTHING}", SAVE_AS_CSV)
            yield found
    except DAMAGED as wrong:
        raise UserError(f"This is {what} that is damaged. {NOTHING}", SAVE_AS_CSV) from wrong


SAVE_AS_CSV = "Open it where it was made, save the list as CSV, and bring that in."


def tree(package: zipfile.ZipFile, name: str) -> ElementTree.Element:
    """Return the tree of one part. ValueError for a document that defines words of its own (it could grow without end)."""
    body = package.read(name)
    if b"<!DOCTYPE" in body[:4000] or b"<!ENTITY" in body:
        raise ValueError
    return ElementTree.fromstring(body)
