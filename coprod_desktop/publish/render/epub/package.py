"""What an e-book says about itself: its parts, its language, who made it, and what readers of all kinds can do with it.

Said is what is so in every book this program makes, and nothing that only people can judge: no conformance is claimed
(EPUB Accessibility 1.1, 2 and 3).
"""

from __future__ import annotations

import datetime
import hashlib
import uuid
from collections.abc import Iterable, Mapping
from html import escape

from coprod_desktop.publish.document import Document, Picture
from coprod_desktop.publish.render.every_format.runs import document_language, one_line
from coprod_desktop.publish.render.every_format.sides import language_from_right

_SUMMARY = (
    "Headings, lists, quotations and tables are marked as what they are, and words in another language with that "
    "language. {pictures}There is no sound, no film and nothing that flashes. Letters can be made larger and the words "
    "flow again. Nobody has certified this book."
)
_PICTURES = "Every picture is also told in words. "


def package(
    document: Document, chapter: str, pictures: Mapping[str, Picture], *, made_on: datetime.datetime, seen: bool
) -> str:
    """Return the package document. `seen`: there are pictures or drawings in it."""
    lang = document_language(document)
    side = ' page-progression-direction="rtl"' if language_from_right(lang) else ""
    return "\n".join(
        (
            '<?xml version="1.0" encoding="utf-8"?>',
            f'<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="{lang}">',
            '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">',
            *_about(document, chapter, made_on, lang),
            *_access(seen=seen),
            "</metadata>",
            "<manifest>",
            *_manifest(pictures, drawn="<svg" in chapter),
            "</manifest>",
            f'<spine{side}>\n<itemref idref="paper"/>\n</spine>',
            "</package>\n",
        )
    )


def container() -> str:
    """Return the file by which a reader finds the package."""
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">\n<rootfiles>\n'
        '<rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/>\n'
        "</rootfiles>\n</container>\n"
    )


def _about(document: Document, chapter: str, made_on: datetime.datetime, lang: str) -> Iterable[str]:
    digest = hashlib.sha256(chapter.encode()).digest()[:16]
    yield f'<dc:identifier id="id">urn:uuid:{uuid.UUID(bytes=digest, version=4)}</dc:identifier>'
    named = {
        "title": one_line(document.title) or "Paper",
        "language": lang,
        "creator": one_line(document.author),
        "description": one_line(document.subject),
    }
    yield from (f"<dc:{name}>{escape(text, quote=False)}</dc:{name}>" for name, text in named.items() if text)
    moment = made_on.astimezone(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    yield _meta("dcterms:modified", moment)


def _access(*, seen: bool) -> Iterable[str]:
    yield _meta("schema:accessMode", "textual")
    if seen:
        yield _meta("schema:accessMode", "visual")
    yield _meta("schema:accessModeSufficient", "textual")
    features = ("structuralNavigation", "tableOfContents", "readingOrder", "displayTransformability")
    for feature in (*features, *(["alternativeText"] if seen else [])):
        yield _meta("schema:accessibilityFeature", feature)
    yield _meta("schema:accessibilityHazard", "none")
    yield _meta("schema:accessibilitySummary", _SUMMARY.format(pictures=_PICTURES if seen else ""))


def _meta(name: str, text: str) -> str:
    return f'<meta property="{name}">{escape(text, quote=False)}</meta>'


def _manifest(pictures: Mapping[str, Picture], *, drawn: bool) -> Iterable[str]:
    svg = ' properties="svg"' if drawn else ""
    yield '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>'
    yield f'<item id="paper" href="paper.xhtml" media-type="application/xhtml+xml"{svg}/>'
    yield '<item id="style" href="book.css" media-type="text/css"/>'
    for number, (name, picture) in enumerate(pictures.items(), start=1):
        yield f'<item id="picture-{number}" href="{name}" media-type="{picture.media}"/>'
