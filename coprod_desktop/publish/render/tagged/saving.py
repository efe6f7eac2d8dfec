"""A finished PDF onto the disk object by object, so that a long paper is never held as objects, texts and file at once."""

from __future__ import annotations

from typing import IO, Any

from reportlab.pdfbase.pdfdoc import (
    PDFCrossReferenceTable,
    PDFDocument,
    PDFFile,
    PDFIndirectObject,
    PDFTrailer,
)

_NAME = "__InternalName__"
"""By which ReportLab finds an object that others point at."""


class SavingDocument(PDFDocument):  # type: ignore[misc]
    """ReportLab's document, which writes the same bytes but lets go of each object once it is written."""

    def SaveToFile(self, out: IO[bytes], canvas: Any) -> None:
        """Write everything; the document is empty afterwards. Steps and order are those of `PDFDocument.format`."""
        self.info.invariant = self.invariant
        self.info.digest(self.signature)
        root, info = self.Reference(self.Catalog), self.Reference(self.info)
        self.Outlines.prepare(self, canvas)
        if self.Outlines.ready < 0:
            self.Catalog.Outlines = None
        file = _Disk(self._pdfVersion, out)
        names: list[str] = []
        while (name := self.numberToId.get(len(names) + 1)) is not None:  # writing one may add others at the end
            self.idToOffset[name] = file.add(PDFIndirectObject(name, self.idToObject[name]).format(self))
            names.append(name)
            _let_go(self.idToObject[name])
        table = PDFCrossReferenceTable()
        table.addsection(0, names)
        start = file.add(table.format(self))
        file.add(PDFTrailer(start, Size=len(names) + 1, Root=root, Info=info, ID=self.ID()).format(self))


class _Disk(PDFFile):  # type: ignore[misc]
    """ReportLab's file, whose parts go out as they come."""

    def __init__(self, version: tuple[int, int], out: IO[bytes]) -> None:
        super().__init__(version)
        out.write(b"".join(self.strings))
        self.write = out.write


def _let_go(written: Any) -> None:
    """Forget what an object holds; those that come after it may still point at it."""
    held = vars(written)
    name = held.get(_NAME)
    held.clear()
    if name is not None:
        setattr(written, _NAME, name)
