import dataclasses
import datetime

import pikepdf
import pypdfium2
import pytest

from coprod_desktop.publish.document import Answer, Facts, Heading, Paragraph, Run, Table
from coprod_desktop.publish.render.tagged.pdf import render_pdf
from tests.publish.render import from_right, papers, structure
from tests.publish.render.telling import squeeze, told

EVERY = {
    "rich": papers.rich,
    "drawn": papers.drawn,
    "easy": papers.easy,
    "nasty": papers.nasty,
    "scripts": papers.scripts,
    "from the right": from_right.told,
    "bare": papers.bare,
    "long words": papers.long_words,
    "many": papers.many,
}


def render(document, folder, **how):
    path = folder / "paper.pdf"
    warnings = render_pdf(document, path, made_on=how.pop("made_on", papers.MADE_ON), **how)
    return path, warnings


def elements(path, tag):
    with pikepdf.open(path) as pdf:
        return [element for element in structure.read_tree(pdf.Root.StructTreeRoot).walk() if element.tag == tag]


def shown(path):
    """Return the text of each page as it is seen."""
    pdf = pypdfium2.PdfDocument(path)
    pages = [page.get_textpage().get_text_bounded() for page in pdf]
    pdf.close()
    return pages


def all_text(path):
    return "".join(structure.spoken(path))


@pytest.mark.parametrize("body_pt", [14, 20])
@pytest.mark.parametrize("name", EVERY)
def test_every_paper_is_tagged_without_faults(tmp_path, name, body_pt):
    path, _ = render(EVERY[name](), tmp_path, body_pt=body_pt)
    assert structure.faults(path) == []


@pytest.mark.parametrize(
    "document",
    [
        papers.many(12),
        papers.long_words(),
        papers.easy(),
        papers.paper(*from_right.told().blocks[:-1]),
        from_right.long_words(),
    ],
    ids=["answers", "20,000 characters", "easy", "from the right", "20,000 characters of Urdu"],
)
def test_read_aloud_it_says_the_whole_document_in_order(tmp_path, document):
    path, warnings = render(document, tmp_path)
    assert squeeze(all_text(path)) == told(document, bullet="•")
    assert warnings == ()


def test_a_line_end_does_not_join_two_words(tmp_path):
    text = "nobody came again " * 40
    path, _ = render(papers.paper(Heading(1, "Title"), papers.words(text)), tmp_path)
    assert structure.spoken(path)[1].split() == text.split()


def test_same_paper_and_moment_give_the_same_bytes(tmp_path):
    first = render(papers.rich(), tmp_path)[0].read_bytes()
    assert render(papers.rich(), tmp_path)[0].read_bytes() == first
    later = papers.MADE_ON + datetime.timedelta(days=1)
    assert render(papers.rich(), tmp_path, made_on=later)[0].read_bytes() != first


def test_its_properties_are_title_subject_author_program_and_date(tmp_path):
    document = papers.paper(title="Tŷ & “care” <1>", author="R&D council", subject="Home care")
    path, _ = render(document, tmp_path)
    with pikepdf.open(path) as pdf:
        said = {str(key): str(value) for key, value in pdf.docinfo.items()}
        packet = pdf.Root.Metadata.read_bytes().decode()
    assert said.pop("/Producer").startswith("ReportLab")
    assert said.pop("/CreationDate") == said.pop("/ModDate") == "D:20260918093000+00'00'"
    assert {key: value for key, value in said.items() if value not in ("", "/False")} == {
        "/Title": "Tŷ & “care” <1>",
        "/Author": "R&D council",
        "/Subject": "Home care",
        "/Creator": "Co-production Desktop",
    }
    assert "Tŷ &amp; “care” &lt;1&gt;" in packet


def test_the_day_it_was_made_does_not_depend_on_where(tmp_path):
    summer = datetime.timezone(datetime.timedelta(hours=1))
    here = render(papers.bare(), tmp_path)[0].read_bytes()
    assert render(papers.bare(), tmp_path, made_on=papers.MADE_ON.astimezone(summer))[0].read_bytes() == here


def test_a_failed_run_keeps_the_old_file_and_leaves_no_half_one(tmp_path):
    path, _ = render(papers.bare(), tmp_path)
    old = path.read_bytes()
    broken = dataclasses.replace(papers.bare(), blocks=(Heading(1, "A title"), "not a block"))
    with pytest.raises(AssertionError):
        render(broken, tmp_path)
    assert path.read_bytes() == old
    assert list(tmp_path.iterdir()) == [path]


def test_a_language_is_said_of_the_paragraph_or_of_the_words_in_it(tmp_path):
    document = papers.paper(
        Heading(1, "Croeso"),
        Paragraph((Run("Bore da", lang="cy"), Run(", sut dych chi?", lang="cy"))),
        Paragraph((Run("She said "), Run("dziękuję", lang="pl"), Run(" twice."))),
        papers.words("Plain English", lang="en"),
        Facts((("Who", papers.words("Siân, y cydlynydd", lang="cy")),)),
    )
    path, _ = render(document, tmp_path)
    paragraphs = elements(path, "P")
    assert [p.lang for p in paragraphs] == ["cy", "", "", ""]
    assert [inner.lang for inner in paragraphs[3].elements] == ["cy"]
    (inner,) = paragraphs[1].elements
    assert (inner.tag, inner.lang) == ("Span", "pl")
    assert structure.spoken(path)[2:5] == ["She said ", "dziękuję", " twice."]
    with pikepdf.open(path) as pdf:
        assert str(pdf.Root.Lang) == "en-GB"


def test_words_in_letters_that_cannot_be_set_send_their_reader_to_the_web_page(tmp_path):
    document = papers.paper(Heading(1, "Languages"), papers.words("מי בא מה-NHS", lang="he", dir="rtl"))
    path, warnings = render(document, tmp_path)
    assert structure.spoken(path)[1] == "(Words in Hebrew: see the web page version)"
    assert elements(path, "P")[0].lang == ""
    assert warnings == (
        "Words in Hebrew are not in the PDF. It sends their readers to the web page, so give them that too.",
    )


def test_what_looks_like_markup_is_printed_as_typed(tmp_path):
    typed = '<a href="https://example.org">click</a> & <b>bold</b> &amp; <para>'
    path, _ = render(
        papers.paper(Heading(1, typed), papers.words(typed), Table(typed, (typed,), ((typed,),))), tmp_path
    )
    assert structure.spoken(path) == [typed] * 5
    assert elements(path, "Link") == []


@pytest.mark.parametrize("url", ["javascript:alert(1)", "file:///etc/passwd", "\\\\host\\share", "https://a b", ""])
def test_only_pages_mail_and_phone_numbers_become_links(tmp_path, url):
    bad, good = Run("no link ", url=url), Run("a link", url="https://example.org/?a=(1)&b=2")
    path, _ = render(papers.paper(Heading(1, "Links"), Paragraph((bad, good))), tmp_path)
    with pikepdf.open(path) as pdf:
        (annotation,) = pdf.pages[0].obj.Annots
        assert str(annotation.A.URI) == "https://example.org/?a=(1)&b=2"
        assert str(annotation.Contents) == "a link (https://example.org/?a=(1)&b=2)"


def test_a_link_over_two_lines_is_one_link_with_two_places(tmp_path):
    run = Run("a very long piece of linked text " * 4, url="https://example.org")
    path, _ = render(papers.paper(Heading(1, "Links"), Paragraph((run,))), tmp_path)
    (link,) = elements(path, "Link")
    assert len(link.joined) == 2


def test_headings_and_answers_are_bookmarks(tmp_path):
    path, _ = render(papers.rich(), tmp_path)
    with pikepdf.open(path) as pdf, pdf.open_outline() as outline:
        (top,) = outline.root
        assert top.title == "You said, we will"
        assert [part.title for part in top.children] == [
            block.text for block in papers.rich().blocks if isinstance(block, Heading) and block.level == 2
        ]
        assert top.children[0].children[0].title == "Tell us who is coming and when, on paper if we want it"


def test_heading_levels_never_skip_whatever_the_tree_says(tmp_path):
    blocks = Heading(3, "Too deep"), Heading(1, "Title"), Heading(5, "Much too deep"), Answer("Words", ())
    path, _ = render(papers.paper(*blocks), tmp_path)
    assert structure.faults(path) == []


def test_a_table_is_read_with_its_caption_and_headers_once(tmp_path):
    rows = tuple((f"Idea {n}", f"£{n}00", str(n)) for n in range(60))
    path, _ = render(papers.paper(Heading(1, "Vote"), Table("All votes", ("Idea", "Cost", "Votes"), rows)), tmp_path)
    (table,) = elements(path, "Table")
    assert [kid.tag for kid in table.elements] == ["Caption", "THead", "TBody"]
    scopes = [cell.scope for cell in table.walk() if cell.tag == "TH"]
    assert scopes == ["Column"] * 3 + ["Row"] * 60
    assert structure.spoken(path).count("Votes") == 1
    assert all("Votes" in page for page in shown(path))


def test_the_page_number_is_seen_and_not_read_aloud(tmp_path):
    path, _ = render(dataclasses.replace(papers.many(12), running_head="Draft: 2 things"), tmp_path)
    pages = shown(path)
    for number, page in enumerate(pages, 1):
        assert f"Page {number} of {len(pages)}" in page
        assert ("Draft: 2 things" in page) is (number > 1)
    assert "Page" not in all_text(path)
    assert "Draft" not in all_text(path)


def test_an_empty_paper_has_its_title(tmp_path):
    path, _ = render(papers.bare(), tmp_path)
    assert structure.spoken(path) == ["Nothing yet"]


def test_large_print_is_large_throughout(tmp_path):
    path, _ = render(papers.rich(), tmp_path, body_pt=20)
    with pikepdf.open(path) as pdf:
        sizes = {
            float(operands[1])
            for page in pdf.pages
            for operands, operator in pikepdf.parse_content_stream(page)
            if str(operator) == "Tf"
        }
    assert min(sizes) == 20
