"""The words of a Word file, written down as they grow: as elements a long paper takes fifteen times the room of its text."""

from __future__ import annotations

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.oxml import serialize_part_xml
from docx.opc.packuri import PackURI
from docx.oxml.ns import nsdecls
from docx.oxml.parser import parse_xml
from docx.package import Package
from docx.parts.document import DocumentPart

_EMPTY = f"<w:document {nsdecls('w', 'r', 'wp', 'a', 'pic')}><w:body/></w:document>"
_BEGIN, _END = b"<w:body>", b"</w:body>"


class Body(DocumentPart):
    """The main part of a file. What has been written down is no longer among its elements."""

    def __init__(self, package: Package) -> None:
        super().__init__(PackURI("/word/document.xml"), CT.WML_DOCUMENT_MAIN, parse_xml(_EMPTY), package)
        self._written: list[bytes] = []
        self._ids = 0

    def write_down(self) -> None:
        """Turn the elements so far into text. Nothing about them can be changed afterwards."""
        if len(self.element.body):
            self._written.append(self._parts()[1])
            del self.element.body[:]

    def _parts(self) -> tuple[bytes, bytes, bytes]:
        """Return the file's text before, in and after a body that is not empty."""
        before, _, rest = serialize_part_xml(self.element).partition(_BEGIN)
        inside, _, after = rest.rpartition(_END)
        return before + _BEGIN, inside, _END + after

    @property
    def blob(self) -> bytes:
        """The whole text of the file's main part."""
        before, last, after = self._parts()
        return b"".join((before, *self._written, last, after))

    @property
    def next_id(self) -> int:
        """A number no picture has yet, also of those that are written down."""
        self._ids += 1
        return self._ids
