"""A Word file from nothing: its parts, its pages' head and foot, and its properties. No template leaves its traces."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.opc.parts.coreprops import CorePropertiesPart
from docx.oxml.coreprops import CT_CoreProperties
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from docx.package import Package

from coprod_desktop.publish.document import Document
from coprod_desktop.publish.render.every_format.runs import document_language, is_seen, one_line
from coprod_desktop.publish.render.every_format.sides import runs_rightwards
from coprod_desktop.publish.render.every_format.staying import kept_together
from coprod_desktop.publish.render.word.body import Body
from coprod_desktop.publish.render.word.styles import BODY, NUMBERING, settings, styles
from coprod_desktop.publish.render.word.xml import paragraph, plain, run, w

WIDTH = 9412
"""Of the text, in twentieths of a point: A4 with 22 mm at each side."""
_SIDE, _TOP = 1247, 1247
_LONGEST_PROPERTY = 255


class WordFile:
    """The parts of one file. `body` takes paragraphs and tables; `close` ends it."""

    def __init__(self, document: Document, body_pt: float = BODY) -> None:
        lang = document_language(document)
        self.package = Package()
        self.part = Body(self.package)
        self.package.relate_to(self.part, RT.OFFICE_DOCUMENT)
        self.body = self.part.element.body
        for name, kind, relation, xml in (
            ("styles", CT.WML_STYLES, RT.STYLES, styles(lang, document.accent, body_pt)),
            ("numbering", CT.WML_NUMBERING, RT.NUMBERING, NUMBERING),
            ("settings", CT.WML_SETTINGS, RT.SETTINGS, settings(lang)),
        ):
            self._add(name, kind, relation, parse_xml(xml))

    def _add(self, name: str, kind: str, relation: str, element: Any) -> str:
        part = XmlPart(PackURI(f"/word/{name}.xml"), kind, element, self.package)
        return str(self.part.relate_to(part, relation))

    def link(self, url: str) -> str:
        """Return the id under which the file keeps an address."""
        return str(self.part.relate_to(url, RT.HYPERLINK, is_external=True))

    def close(self, document: Document, made_on: datetime.datetime) -> None:
        """Add what stands at the head and foot of the pages, and the properties."""
        head = paragraph("Header", *plain(one_line(document.running_head)), rtl=runs_rightwards(document.running_head))
        references = [
            self._edge("header", "first", paragraph("Header")),
            self._edge("header", "default", head),
            self._edge("footer", "first", *_foot(document)),
            self._edge("footer", "default", *_foot(document)),
        ]
        page = w("pgSz", w=11906, h=16838)
        margins = w("pgMar", top=_TOP, right=_SIDE, bottom=_TOP, left=_SIDE, header=600, footer=600, gutter=0)
        self.body.append(w("sectPr", *references, page, margins, w("titlePg")))
        self._describe(document, made_on)

    def _edge(self, what: str, pages: str, *content: Any) -> Any:
        name = f"{what}-{pages}"
        kinds = {"header": (CT.WML_HEADER, RT.HEADER), "footer": (CT.WML_FOOTER, RT.FOOTER)}
        key = self._add(name, *kinds[what], w("hdr" if what == "header" else "ftr", *content))
        reference = w(f"{what}Reference", type=pages)
        reference.set(qn("r:id"), key)
        return reference

    def _describe(self, document: Document, made_on: datetime.datetime) -> None:
        """Say what the paper is, who it comes from and when; nothing of the computer or who sat at it."""
        part = CorePropertiesPart(
            PackURI("/docProps/core.xml"), CT.OPC_CORE_PROPERTIES, CT_CoreProperties.new(), self.package
        )
        self.package.relate_to(part, RT.CORE_PROPERTIES)
        about = part.core_properties
        about.title = _short(document.title) or "Paper"
        if author := _short(document.author):
            about.author = author
        if subject := _short(document.subject):
            about.subject = subject
        about.language = document_language(document)
        about.created = about.modified = made_on.astimezone(datetime.UTC).replace(tzinfo=None)
        about.revision = 1


def _short(text: str) -> str:
    text = one_line(text)
    return text if len(text) <= _LONGEST_PROPERTY else f"{text[: _LONGEST_PROPERTY - 1]}…"


def _foot(document: Document) -> Iterator[Any]:
    """Yield the other formats and whom to ask, in large type; "Page n of m", and the code that copies share."""
    if is_seen(document.foot):
        yield paragraph("FooterWords", *plain(kept_together(one_line(document.foot))))
    page = [run("Page "), _field("PAGE"), run(" of "), _field("NUMPAGES")]
    if is_seen(document.fingerprint):
        page += [w("r", w("tab")), *plain(f"Copy code: {one_line(document.fingerprint)}")]
    yield paragraph("Footer", *page)


def _field(instruction: str) -> Any:
    return w("fldSimple", run("1"), instr=instruction)
