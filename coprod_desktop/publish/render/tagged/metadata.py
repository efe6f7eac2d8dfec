"""What a PDF says about itself, as the XMP packet that PDF/A-2 and PDF/UA-1 ask for."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from xml.sax.saxutils import escape

_NAMES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "pdfaExtension": "http://www.aiim.org/pdfa/ns/extension/",
    "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
    "pdfaProperty": "http://www.aiim.org/pdfa/ns/property#",
}


@dataclass(frozen=True)
class Metadata:
    """Nothing but these goes into the file's properties. made_on is in UTC."""

    title: str
    author: str
    subject: str
    creator: str
    lang: str
    made_on: datetime.datetime

    def xmp(self, producer: str) -> bytes:
        """Return the packet; its values equal those of the Info dictionary (ISO 19005-2, 6.6.3)."""
        made = self.made_on.strftime("%Y-%m-%dT%H:%M:%S+00:00")
        parts = [
            _one("dc:format", "application/pdf"),
            _within("dc:title", "Alt", self.title, ' xml:lang="x-default"'),
            _within("dc:creator", "Seq", self.author) if self.author else "",
            _within("dc:description", "Alt", self.subject, ' xml:lang="x-default"') if self.subject else "",
            _within("dc:language", "Bag", self.lang),
            _one("xmp:CreateDate", made),
            _one("xmp:ModifyDate", made),
            _one("xmp:CreatorTool", self.creator),
            _one("pdf:Producer", producer),
            _one("pdfuaid:part", "1"),
            _one("pdfaid:part", "2"),
            _one("pdfaid:conformance", "A"),
            _declaration(),
        ]
        names = "".join(f' xmlns:{prefix}="{uri}"' for prefix, uri in _NAMES.items())
        packet = (
            '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
            f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF{names}>\n<rdf:Description rdf:about="">\n'
            + "\n".join(filter(None, parts))
            + '\n</rdf:Description>\n</rdf:RDF></x:xmpmeta>\n<?xpacket end="w"?>'
        )
        return packet.encode()


def _one(name: str, text: str) -> str:
    return f"<{name}>{escape(text)}</{name}>"


def _within(name: str, kind: str, text: str, attribute: str = "") -> str:
    return f"<{name}><rdf:{kind}><rdf:li{attribute}>{escape(text)}</rdf:li></rdf:{kind}></{name}>"


def _declaration() -> str:
    """Return the description of pdfuaid, a schema PDF/A does not know by itself (ISO 19005-2, 6.6.2.3)."""
    fields = {
        "name": "part",
        "valueType": "Integer",
        "category": "internal",
        "description": "Part of ISO 14289 that the file follows",
    }
    properties = "".join(_one(f"pdfaProperty:{name}", text) for name, text in fields.items())
    return (
        '<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">'
        + _one("pdfaSchema:schema", "PDF/UA identification")
        + _one("pdfaSchema:namespaceURI", _NAMES["pdfuaid"])
        + _one("pdfaSchema:prefix", "pdfuaid")
        + '<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">'
        + properties
        + "</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>"
    )
