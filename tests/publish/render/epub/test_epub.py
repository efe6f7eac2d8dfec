import zipfile
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.publish.document import Heading, Paragraph, Run, Table
from coprod_desktop.publish.render.epub.book import render_epub
from coprod_desktop.publish.render.epub.chapter import as_xml
from tests.publish.render import branded, from_right, papers
from tests.publish.render.book_file import Book
from tests.publish.render.telling import squeeze
from tests.publish.render.word_file import as_printed

EVERY = {
    "rich": papers.rich,
    "everything": papers.everything,
    "nasty": papers.nasty,
    "scripts": papers.scripts,
    "from the right": from_right.told,
    "bare": papers.bare,
    "branded": branded.branded,
    "many": papers.many,
}


@pytest.fixture
def book(tmp_path):
    def make(document):
        path = tmp_path / "paper.epub"
        render_epub(document, path, made_on=papers.MADE_ON)
        made = Book(path)
        assert list(made.faults()) == []
        return made

    return make


@pytest.mark.parametrize("name", EVERY)
def test_every_paper_is_whole_and_says_all_its_words_in_order(book, name):
    document = EVERY[name]()
    made = book(document)
    words = squeeze(made.words)
    assert as_printed(document, figures=True) in words  # who drew the pictures, and the copy code, may stand behind it


def test_it_says_what_it_is_and_claims_no_more(book):
    made = book(papers.rich())
    assert made.about("dc:title") == ["You said, we will"]
    assert made.about("dc:language") == ["en-GB"]
    assert made.about("dc:creator") == ["Marrowdale Council"]
    assert made.about("dcterms:modified") == ["2026-09-18T09:30:00Z"]
    assert made.about("schema:accessMode") == ["textual"]
    assert made.about("schema:accessModeSufficient") == ["textual"]
    assert "tableOfContents" in made.about("schema:accessibilityFeature")
    assert "picture" not in made.about("schema:accessibilitySummary")[0]
    assert made.about("dcterms:conformsTo") == []


def test_pictures_are_parts_of_the_book_once_however_often_they_are_shown(book):
    logo = papers.picture("Logo", 400, 160)
    made = book(papers.paper(logo, Heading(1, "Title"), logo, papers.picture("A hall", kind="JPEG", mode="RGB")))
    assert [name for name in made.parts if "picture" in name] == ["EPUB/picture-1.png", "EPUB/picture-2.jpeg"]
    assert [image.get("alt") for image in made.all("img")] == ["Logo", "Logo", "A hall"]
    assert "Every picture is also told in words" in made.about("schema:accessibilitySummary")[0]


def test_the_list_of_contents_has_the_title_and_each_part(book):
    made = book(papers.paper(Heading(1, "One & all"), Heading(2, "First"), papers.words("x"), Heading(2, "<Second>")))
    assert [words for words, _ in made.contents] == ["You said, we will", "First", "<Second>"]
    assert [where for _, where in made.contents] == ["paper.xhtml#paper", "paper.xhtml#part-1", "paper.xhtml#part-2"]


def test_words_in_other_languages_have_their_language_and_side(book):
    made = book(
        papers.paper(Heading(1, "T"), papers.words("Bore da", lang="cy"), papers.words("شكرا", lang="ar", dir="rtl"))
    )
    assert [(p.get("lang"), p.get("dir")) for p in made.all("p")] == [("cy", None), ("ar", "rtl")]
    assert made.chapter.get("dir") is None


def test_a_paper_in_urdu_is_turned_from_the_right(book):
    made = book(papers.paper(Heading(1, "آپ نے کہا"), papers.words("شکریہ"), lang="ur"))
    assert made.chapter.get("dir") == "rtl"
    (spine,) = made.package.iter("{http://www.idpf.org/2007/opf}spine")
    assert spine.get("page-progression-direction") == "rtl"


def test_cells_say_what_heads_them(book):
    made = book(papers.paper(Heading(1, "T"), Table("Votes", ("Idea", "Votes"), (("A rota", "11"),))))
    assert [cell.get("scope") for cell in made.all("th")] == ["col", "col", "row"]


def test_nothing_sets_a_size_a_colour_or_a_font_against_the_reader(book):
    css = book(papers.bare()).parts["EPUB/book.css"].decode()
    for word in ("px", "pt;", "rem", "font-family", " color:", "background", "@import", "url("):
        assert word not in css


@pytest.mark.parametrize(
    ("html", "xml"),
    [
        ('a<br>\nb &lt;br&gt; <img src="x" alt="5 &gt; 4">', 'a<br/>\nb &lt;br&gt; <img src="x" alt="5 &gt; 4"/>'),
        ('<span lang="cy">say lang="cy"</span>', '<span lang="cy" xml:lang="cy">say lang="cy"</span>'),
        ('<div tabindex="0" role="group">', '<div role="group">'),
        ('<path d="M1"/>', '<path d="M1"/>'),
    ],
)
def test_elements_of_a_web_page_become_xml(html, xml):
    assert as_xml(html) == xml


@given(st.text(max_size=60), st.text(max_size=20))
def test_whatever_is_typed_it_can_be_read(tmp_path_factory, text, lang):
    path = tmp_path_factory.mktemp("book") / "paper.epub"
    document = papers.paper(
        Heading(1, text), Paragraph((Run(text, lang=lang, url=f"https://example.org/{lang}"),)), title=text
    )
    render_epub(document, path, made_on=papers.MADE_ON)
    assert [fault for fault in Book(path).faults() if fault != "not one title"] == []


def test_the_same_paper_gives_the_same_bytes_and_another_another_name(tmp_path):
    one, two, three = (tmp_path / f"{n}.epub" for n in range(3))
    for path, document in ((one, papers.drawn()), (two, papers.drawn()), (three, papers.rich())):
        render_epub(document, path, made_on=papers.MADE_ON)
    assert one.read_bytes() == two.read_bytes()
    assert Book(one).about("dc:identifier") != Book(three).about("dc:identifier")


def test_a_run_that_fails_leaves_the_file_that_was_there(tmp_path):
    path = tmp_path / "paper.epub"
    path.write_text("before")
    with pytest.raises(AssertionError):
        render_epub(replace(papers.rich(), blocks=(None,)), path, made_on=papers.MADE_ON)
    assert path.read_text() == "before"


def broken(path, change):
    """Write the book anew with its parts changed by `change`."""
    with zipfile.ZipFile(path) as source:
        parts = {name: source.read(name) for name in source.namelist()}
    change(parts)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for name, data in parts.items():
            how = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            target.writestr(name, data, how)
    return list(Book(path).faults())


def _swap(name, old, new):
    def change(parts):
        assert old in parts[name]
        parts[name] = parts[name].replace(old, new, 1)

    return change


@pytest.mark.parametrize(
    "change",
    [
        lambda parts: parts.update({name: parts.pop(name) for name in ["mimetype"]}),
        lambda parts: parts.update(extra=b"x"),
        lambda parts: parts.pop("EPUB/book.css"),
        _swap("mimetype", b"epub", b"ebook"),
        _swap("EPUB/nav.xhtml", b"#part-1", b"#part-99"),
        _swap("EPUB/paper.xhtml", b' scope="col"', b""),
        _swap("EPUB/paper.xhtml", b' lang="en-GB"', b""),
        _swap("EPUB/paper.xhtml", b"<h2", b"<h4><script/></h4><h2"),
        _swap("EPUB/package.opf", b"dcterms:modified", b"dcterms:conformsTo"),
        _swap("EPUB/package.opf", b"accessMode", b"visual"),
    ],
)
def test_a_fault_in_a_book_is_seen(tmp_path, change):
    path = tmp_path / "paper.epub"
    render_epub(papers.rich(), path, made_on=papers.MADE_ON)
    assert broken(path, lambda parts: None) == []
    assert broken(path, change) != []
