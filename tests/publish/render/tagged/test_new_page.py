"""A heading that begins a page of its own: in print, in Word and on a printed web page; elsewhere it is a heading."""

from __future__ import annotations

import datetime
from zipfile import ZipFile

import pikepdf
import pytest

from coprod_desktop.publish.document import Document, Heading, Paragraph, Run
from coprod_desktop.publish.render.html.page import render_html
from coprod_desktop.publish.render.tagged.pdf import render_pdf
from coprod_desktop.publish.render.text.text import render_text
from coprod_desktop.publish.render.word.document import render_word
from tests.publish.render import structure

NOW = datetime.datetime(2026, 9, 17, 9, 0, tzinfo=datetime.UTC)


def cards(*, apart: bool) -> Document:
    """Three short parts; the first heading on the first page is no page of its own above it."""
    blocks = [Heading(1, "Cards", new_page=apart), Paragraph((Run("Begin here."),))]
    for name in ("One", "Two"):
        blocks += [Heading(2, name, new_page=apart), Paragraph((Run(f"Words of {name}."),))]
    return Document(title="Cards", lang="en-GB", author="", subject="", blocks=tuple(blocks))


@pytest.mark.parametrize(("apart", "pages"), [(False, 1), (True, 3)])
def test_each_such_heading_begins_a_page(tmp_path, apart, pages):
    path = tmp_path / "cards.pdf"
    render_pdf(cards(apart=apart), path, made_on=NOW)
    with pikepdf.open(path) as pdf:
        assert len(pdf.pages) == pages
    assert not structure.faults(path)


def test_word_and_the_web_page_are_told_and_text_is_the_same(tmp_path):
    word, text = tmp_path / "cards.docx", tmp_path / "cards.txt"
    render_word(cards(apart=True), word, made_on=NOW)
    with ZipFile(word) as parts:
        assert parts.read("word/document.xml").count(b"<w:pageBreakBefore/>") == 3
    web = render_html(cards(apart=True), made_on=NOW)
    assert web.count('class="new-page"') == 3
    assert ".new-page { break-before: page; }" in web
    render_text(cards(apart=True), text)
    whole = text.read_bytes()
    render_text(cards(apart=False), text)
    assert text.read_bytes() == whole
