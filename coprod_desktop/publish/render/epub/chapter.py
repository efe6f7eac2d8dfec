"""The words of a paper as the one chapter of an e-book, in the stricter writing of XML."""

from __future__ import annotations

import re

from coprod_desktop.publish.document import Document, Picture
from coprod_desktop.publish.render.every_format.runs import with_title
from coprod_desktop.publish.render.every_format.sides import language_from_right
from coprod_desktop.publish.render.html.blocks import WebPage
from coprod_desktop.publish.render.html.page import foot

_TAG = re.compile(r"<(?P<name>[a-z][a-z0-9]*)(?P<attributes>(?: [^<>]*)?)>")
_LANG = re.compile(r' lang="([^"]*)"')
_UNCLOSED = {"br", "img"}
_OWN_NAMES = {"svg": ' xmlns="http://www.w3.org/2000/svg"'}
_NOT_IN_BOOKS = re.compile(r' (?:focusable|tabindex)="[^"]*"')
"""For keyboards in browsers: an e-book is turned by its reader."""


class Chapter(WebPage):
    """Turns blocks into elements; keeps the pictures, which are files of their own in the book."""

    def __init__(self, lang: str) -> None:
        super().__init__(lang)
        self.pictures: dict[str, Picture] = {}
        """By their names in the book."""
        self._names: dict[bytes, str] = {}

    def source(self, picture: Picture) -> str:
        """Return where the picture is found: beside the chapter, once however often it is shown."""
        name = self._names.get(picture.data)
        if name is None:
            name = f"picture-{len(self._names) + 1}.{picture.media.partition('/')[2]}"
            self._names[picture.data] = name
            self.pictures[name] = picture
        return name


def chapter(document: Document, page: Chapter) -> str:
    """Return the document as XHTML."""
    main = "\n".join(filter(None, (page.block(block) for block in with_title(document).blocks)))
    return as_xml("\n".join(('<main id="paper">', main, *foot(document, page), "</main>")))


def as_xml(html: str) -> str:
    """Return elements of a web page as XML: all closed, drawings under their own name, languages said both ways.

    Every sign of markup in people's words is escaped, so that what looks like a tag is one.
    """
    return _TAG.sub(_tag, html)


def whole(body: str, *, lang: str, title: str) -> str:
    """Return a file of the book. Body and title are escaped."""
    side = ' dir="rtl"' if language_from_right(lang) else ""
    return "\n".join(
        (
            '<?xml version="1.0" encoding="utf-8"?>',
            "<!DOCTYPE html>",
            '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" '
            f'lang="{lang}" xml:lang="{lang}"{side}>',
            f'<head>\n<meta charset="utf-8"/>\n<title>{title}</title>\n<link rel="stylesheet" href="book.css"/>\n</head>',
            f"<body>\n{body}\n</body>",
            "</html>\n",
        )
    )


def _tag(found: re.Match[str]) -> str:
    name = found["name"]
    attributes = _LANG.sub(r' lang="\1" xml:lang="\1"', _NOT_IN_BOOKS.sub("", found["attributes"]))
    closed = "/" if name in _UNCLOSED and not attributes.endswith("/") else ""
    return f"<{name}{_OWN_NAMES.get(name, '')}{attributes}{closed}>"
