"""A paper as an e-book: EPUB 3, for reading programs on phones, tablets and e-readers, and those that read aloud."""

from __future__ import annotations

import datetime
import zipfile
from html import escape
from io import BytesIO
from pathlib import Path

from coprod_desktop import paths
from coprod_desktop.domain.format_table import Format
from coprod_desktop.publish.document import Document
from coprod_desktop.publish.paper import Paper
from coprod_desktop.publish.press import NameOf, Pressed, PressSettings
from coprod_desktop.publish.render.epub.chapter import Chapter, as_xml, chapter, whole
from coprod_desktop.publish.render.epub.package import container, package
from coprod_desktop.publish.render.every_format.runs import document_language, one_line
from coprod_desktop.publish.render.every_format.steady_zip import write_steady
from coprod_desktop.publish.render.every_format.whole import whole_file
from coprod_desktop.publish.render.html.blocks import plain

_TYPE = "application/epub+zip"


def press(paper: Paper, form: Format, settings: PressSettings, name_of: NameOf) -> Pressed:
    """Make the e-book of a paper (publish.press)."""
    path = name_of(form.apart, form.ending)
    render_epub(paper.document, path, made_on=settings.made_on)
    return Pressed((path,))


def render_epub(document: Document, target: Path, *, made_on: datetime.datetime) -> None:
    """Write the document as an e-book. The same document and made_on give the same bytes."""
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as book:
        # first, and not packed: by this a reader knows what the file is
        book.writestr("mimetype", _TYPE, zipfile.ZIP_STORED)
        for name, content in _parts(document, made_on).items():
            book.writestr(name, content)
    with whole_file(target) as path:
        write_steady(made, path)


def _parts(document: Document, made_on: datetime.datetime) -> dict[str, str | bytes]:
    page = Chapter(document_language(document))
    words = chapter(document, page)
    seen = page.has_pictures or 'role="img"' in words
    title = escape(one_line(document.title) or "Paper", quote=False)
    return {
        "META-INF/container.xml": container(),
        "EPUB/package.opf": package(document, words, page.pictures, made_on=made_on, seen=seen),
        "EPUB/nav.xhtml": whole(_contents(page, title), lang=page.lang, title=title),
        "EPUB/paper.xhtml": whole(words, lang=page.lang, title=title),
        "EPUB/book.css": paths.resource("styles", "book.css").read_text(encoding="utf-8"),
        **{f"EPUB/{name}": picture.data for name, picture in page.pictures.items()},
    }


def _contents(page: Chapter, title: str) -> str:
    """Return the list of contents, and where the words begin."""
    parts = "\n".join(f'<li><a href="paper.xhtml#{key}">{as_xml(plain(text))}</a></li>' for key, text in page.parts)
    below = f"\n<ol>\n{parts}\n</ol>" if parts else ""
    return "\n".join(
        (
            '<nav epub:type="toc" id="toc" role="doc-toc" aria-labelledby="contents">',
            '<h1 id="contents">Contents</h1>',
            f'<ol>\n<li><a href="paper.xhtml#paper">{title}</a>{below}</li>\n</ol>',
            "</nav>",
            '<nav epub:type="landmarks" aria-label="Landmarks" hidden="hidden">',
            '<ol>\n<li><a epub:type="bodymatter" href="paper.xhtml#paper">The paper</a></li>\n</ol>',
            "</nav>",
        )
    )
