import tempfile
from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st

from coprod_desktop.publish.document import (
    Answer,
    Bar,
    Bullets,
    Document,
    Facts,
    Figure,
    Heading,
    Mark,
    Paragraph,
    Picture,
    Pictured,
    Run,
    Table,
    Tone,
)
from coprod_desktop.publish.render.html.page import render_html
from coprod_desktop.publish.render.tagged.easy_read import draw_easy_read
from coprod_desktop.publish.render.tagged.pdf import render_pdf
from tests.publish.render import papers, structure
from tests.publish.render.html.test_html import Page

words = st.text(max_size=40) | st.sampled_from(
    ["", " ", "\n", "مرحبا", "नमस्ते", "👩‍🦽", "a" * 200, "<b>&", "e\u0301\u0323"]
)
runs = st.builds(
    Run,
    words,
    tone=st.sampled_from(Tone),
    strong=st.booleans(),
    lang=st.sampled_from([None, "en", "cy", "ar", "not a tag", "x" * 40]) | words,
    dir=st.sampled_from(["ltr", "rtl", ""]),
    url=st.sampled_from([None, "https://example.org/a(b)", "javascript:x"]) | words,
)
paragraphs = st.builds(
    Paragraph, st.lists(runs, max_size=4).map(tuple), mark=st.none() | st.sampled_from(Mark), quote=st.booleans()
)
small = (
    paragraphs
    | st.builds(Bullets, st.lists(paragraphs, max_size=3).map(tuple))
    | st.builds(Facts, st.lists(st.tuples(words, paragraphs), max_size=3).map(tuple))
)
rows = st.lists(st.lists(words, max_size=4).map(tuple), max_size=4).map(tuple)
pictures = st.sampled_from([papers.picture(), papers.picture(" "), Picture(b"no picture", "torn", 1, 1)])
bars = st.builds(
    Bar, words, st.integers(-3, 10**6), words, tone=st.sampled_from(Tone), mark=st.none() | st.sampled_from(Mark)
)
blocks = (
    small
    | pictures
    | st.builds(Figure, words, st.lists(bars, max_size=6).map(tuple), words)
    | st.builds(Pictured, st.none() | pictures, paragraphs)
    | st.builds(Heading, st.integers(0, 9), words)
    | st.builds(Answer, words, st.lists(small, max_size=3).map(tuple))
    | st.builds(Table, words, st.lists(words, max_size=3).map(tuple), rows)
)
documents = st.builds(
    Document,
    title=words,
    lang=st.sampled_from(["en-GB", "cy", "", "(x)"]),
    author=words,
    subject=words,
    blocks=st.lists(blocks, max_size=8).map(tuple),
    running_head=words,
    fingerprint=words,
    accent=st.sampled_from([None, "#6A1B9A", "#FFFF00"]),
)


LONG_CODE = Document(
    title="", lang="en-GB", author="", subject="", blocks=(Bullets(()), papers.picture()), fingerprint="a" * 224
)  # its foot was so high that nothing else had room on the page


@settings(max_examples=60, deadline=None)
@given(documents, st.sampled_from([14, 18, 48]))
@example(LONG_CODE, 48)
def test_any_text_anywhere_gives_a_sound_pdf_and_page(document, body_pt):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "paper.pdf"
        render_pdf(document, path, made_on=papers.MADE_ON, body_pt=body_pt)
        assert structure.faults(path) == []
        draw_easy_read(document, path, made_on=papers.MADE_ON, is_draft=True)
        assert structure.faults(path) == []
    page = Page(render_html(document, made_on=papers.MADE_ON))
    assert page.all("script") == []
    assert len(page.all("main")) == 1
