"""The structure tree and the parts PDF/A asks for, as objects of ReportLab's file writer."""

from __future__ import annotations

import datetime
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from PIL import ImageCms
from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFName,
    PDFObject,
    PDFStream,
    PDFString,
    PDFZCompress,
)

from coprod_desktop.publish.render.tagged.images import Image
from coprod_desktop.publish.render.tagged.metadata import Metadata
from coprod_desktop.publish.render.tagged.tree import Joined, Node, PageContent


@dataclass(frozen=True)
class PdfPage:
    """A finished page, what each of its numbered marks belongs to, and its links."""

    page: Any
    marks: list[PageContent]
    links: list[tuple[Node, Joined]]


class _Written(PDFObject):  # type: ignore[misc]
    """An object whose text is worked out by us, when it is written."""

    __RefOnly__ = 1

    def __init__(self, text: Callable[[], str]) -> None:
        self.text = text

    def format(self, _document: Any) -> bytes:
        return self.text().encode("latin-1")


class _Stream(PDFStream):  # type: ignore[misc]
    """A stream with a line end before "endstream", which ReportLab leaves out (ISO 19005-2, 6.1.7.1)."""

    def format(self, document: Any) -> bytes:
        written: bytes = super().format(document)
        return written.removesuffix(b"endstream\n") + b"\nendstream\n"


def set_time(document: Any, when: datetime.datetime) -> None:
    """Make the file say it was made at this moment, so that the same paper gives the same bytes."""
    stamp = document._timeStamp
    stamp.t, stamp.lt, stamp.YMDhms = when.timestamp(), when.timetuple(), when.timetuple()[:6]
    stamp.dhh = stamp.dmm = 0
    document.updateSignature(when.isoformat().encode())


def link(rect: list[float], url: str, words: str) -> Any:
    """Return a link annotation that says in words where it leads (ISO 14289-1, 7.18.5) and prints (PDF/A)."""
    action = PDFDictionary({"S": PDFName("URI"), "URI": PDFString(url)})
    entries = {"Type": PDFName("Annot"), "Subtype": PDFName("Link"), "F": 4, "Border": "[0 0 0]", "A": action}
    return PDFDictionary({**entries, "Rect": PDFArray(rect), "Contents": PDFString(words)})


def finish_page(canvas: Any, number: int) -> Any:
    """Close the canvas's page; say which entry of the parent tree is its own, and that Tab goes by the structure."""
    canvas._preamble = ""
    code = "\n".join(canvas._code).encode("latin-1")
    canvas._doc.updateSignature(code)
    canvas.showPage()
    page = canvas._doc.Pages.pages[-1]
    page.Contents = _Stream(PDFDictionary({"Filter": PDFArray([PDFName("FlateDecode")])}), zlib.compress(code))
    page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
    page.StructParents, page.Tabs = number, PDFName("S")
    return page


def add_structure(document: Any, root: Node, pages: list[PdfPage]) -> None:
    """Add the structure tree, and the parent tree by which a mark on a page is found in it."""
    writer = _TreeWriter(document, [_number(document, page.page) for page in pages])
    top = _number(document, _Written(lambda: f"<</Type /StructTreeRoot /K [{writer.refs[root]}] {parents}>>"))
    writer.add(root, top)
    entries = [
        f"{at} {_number(document, _Written(partial(writer.owners, page.marks)))}" for at, page in enumerate(pages)
    ]
    for node, joined in (pair for page in pages for pair in page.links):
        joined.annotation["StructParent"] = len(entries)  # type: ignore[index]
        entries.append(f"{len(entries)} {writer.refs[node]}")
    numbers = _Written(lambda: "<</Nums [" + "\n".join(entries) + "]>>")
    parents = f"/ParentTree {_number(document, numbers)} /ParentTreeNextKey {len(entries)}"
    document.Catalog.StructTreeRoot = top
    document.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})


class _TreeWriter:
    """Turns nodes into objects, parents and children knowing each other by number."""

    def __init__(self, document: Any, pages: list[str]) -> None:
        self._document, self._pages = document, pages
        self.refs: dict[Node, str] = {}

    def add(self, node: Node, parent: str) -> None:
        """Give a node and all below it their numbers, in reading order."""
        self.refs[node] = _number(self._document, _Written(partial(self._element, node, parent)))
        for kid in node.kids:
            if isinstance(kid, Node):
                self.add(kid, self.refs[node])
            elif isinstance(kid, Joined):
                _number(self._document, kid.annotation)

    def owners(self, marks: list[PageContent]) -> str:
        """Return what each mark of a page belongs to."""
        return "[" + " ".join(self.refs[mark.owner] for mark in marks) + "]"

    def _element(self, node: Node, parent: str) -> str:
        page = next((mark[0] for kid in node.kids if isinstance(kid, PageContent) for mark in kid.marks), None)
        kids: list[str] = []
        for kid in node.kids:
            if isinstance(kid, Node):
                kids.append(self.refs[kid])
            elif isinstance(kid, Joined):
                target = _number(self._document, kid.annotation)
                kids.append(f"<</Type /OBJR /Pg {self._pages[kid.page]} /Obj {target}>>")
            else:
                kids += [
                    str(mark) if at == page else f"<</Type /MCR /Pg {self._pages[at]} /MCID {mark}>>"
                    for at, mark in kid.marks
                ]
        parts = [f"<</Type /StructElem /S /{node.tag} /P {parent}"]
        if page is not None:
            parts.append(f"/Pg {self._pages[page]}")
        if kids:
            parts.append(f"/K [{' '.join(kids)}]")
        if node.lang:
            parts.append(f"/Lang ({node.lang})")
        if node.alt:
            parts.append(f"/Alt <feff{node.alt.encode('utf-16-be').hex()}>")
        if node.attributes:
            parts.append(f"/A {node.attributes}")
        return " ".join(parts) + ">>"


def add_archive_parts(document: Any, about: Metadata) -> None:
    """Add metadata and colour profile, and mend the streams ReportLab makes itself."""
    kind = PDFDictionary({"Type": PDFName("Metadata"), "Subtype": PDFName("XML")})
    document.Catalog.Metadata = _Stream(dictionary=kind, content=about.xmp(document.info.producer))
    profile = _Stream(dictionary=PDFDictionary({"N": 3}), content=_srgb(), filters=[PDFZCompress])
    intent = {
        "Type": PDFName("OutputIntent"),
        "S": PDFName("GTS_PDFA1"),
        "OutputConditionIdentifier": PDFString("sRGB IEC61966-2.1"),
        "Info": PDFString("sRGB IEC61966-2.1"),
        "DestOutputProfile": document.Reference(profile),
    }
    document.Catalog.__NoDefault__ = [*document.Catalog.__NoDefault__, "OutputIntents"]
    document.Catalog.OutputIntents = PDFArray([document.Reference(PDFDictionary(intent))])
    for font in document.delayedFonts:
        font.addObjects(document)
    document.delayedFonts = []
    for made in document.idToObject.values():
        if type(made) is PDFStream:
            made.__class__ = _Stream


def add_image(canvas: Any, image: Image) -> str:
    """Put an image into the file, once however often it is drawn; return its name in the resources of this page."""
    name = f"image-{image.name}"
    known: str = canvas._doc.getXObjectName(name)
    if known not in canvas._doc.idToObject:
        about = {"Type": PDFName("XObject"), "Subtype": PDFName("Image"), "ColorSpace": PDFName("DeviceRGB")}
        packed = PDFName("DCTDecode" if image.is_jpeg else "FlateDecode")
        size = {"Width": image.width, "Height": image.height, "BitsPerComponent": 8, "Filter": packed}
        canvas._doc.addForm(name, _Stream(PDFDictionary({**about, **size}), image.data))
    if name not in canvas._formsinuse:
        canvas._formsinuse.append(name)
    return known


def _srgb() -> bytes:
    """Return an sRGB profile without the moment it was made (bytes 24 to 35 of the header)."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile[24:36] = bytes((7, 234, 0, 1, 0, 1)) + bytes(6)
    return bytes(profile)


def _number(document: Any, thing: Any) -> str:
    """Return how other objects point at this one, such as "12 0 R"."""
    return str(document.Reference(thing).format(document).decode("latin-1"))
