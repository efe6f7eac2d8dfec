import dataclasses
import datetime
import re
import tempfile
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings

from coprod_desktop.publish.document import Answer, Bullets, Document, Facts, Heading, Mark, Paragraph, Run, Tone
from coprod_desktop.publish.render.word import document as word
from coprod_desktop.publish.render.word.document import render_word
from coprod_desktop.publish.render.word.styles import BODY
from tests.publish.render import papers
from tests.publish.render.telling import squeeze
from tests.publish.render.test_any_text import documents
from tests.publish.render.word_file import WordFile, as_printed, has, style, text, value, write

EVERY = [papers.rich, papers.nasty, papers.scripts, papers.bare, papers.long_words]
HOSTILE = (
    '=HYPERLINK("http://evil.example","click")',
    "<w:p><w:r><w:t>not mine</w:t></w:r></w:p>",
    "]]><!-- --> &amp; <?xml?> <!DOCTYPE x>",
    "{MERGEFIELD x} { INCLUDETEXT C:/secret }",
    "_x0041_ %00 ../../etc/passwd",
)


@pytest.fixture(scope="module")
def rich(tmp_path_factory):
    document = dataclasses.replace(papers.rich(), fingerprint="3fa-9c1-d2e-4b7")
    return write(document, tmp_path_factory.mktemp("word"))


def paper(tmp_path, *blocks, body_pt=BODY, **about):
    return write(papers.paper(Heading(1, "Title"), *blocks, **about), tmp_path, body_pt=body_pt)


@pytest.mark.parametrize("make", EVERY)
def test_every_word_is_there_in_order_and_word_has_nothing_to_mend(make, tmp_path):
    file = write(make(), tmp_path)
    assert squeeze(file.words) == as_printed(make())
    assert list(file.faults()) == []
    docx.Document(str(file.path))


@settings(max_examples=25, deadline=None)
@given(documents)
def test_any_text_anywhere_gives_a_file_word_has_nothing_to_mend_in(document):
    with tempfile.TemporaryDirectory() as folder:
        file = write(document, Path(folder))
        assert list(file.faults()) == []


def test_headings_lists_and_quotes_are_real_styles(rich):
    assert rich.styled("Heading1") == ["You said, we will"]
    assert rich.styled("Heading2")[0] == "What you said and what we will do"
    assert rich.styled("Heading3") == ["Which of these first?"]
    assert rich.styled("AnswerHeading3")[1] == "You said 15 minute calls feel like a job, not a person"
    assert rich.styled("ListBullet")[:2] == ["Said by 4 people", "Agreed by the co-chairs"]
    assert rich.styled("Quote") == ["“I open the door to a stranger in my nightdress.”"]
    read = docx.Document(str(rich.path))
    assert {"Heading 1", "List Bullet", "Quote", "Caption", "Header", "Footer"} <= {s.name for s in read.styles}
    assert read.styles["Answer heading 3"].base_style == read.styles["Heading 3"]
    assert value(rich.style("Heading3"), "pPr", "outlineLvl") == "2"


def test_clear_print(rich):
    styles = rich.trees["word/styles.xml"]
    defaults = styles.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}")
    assert value(defaults, "rPr", "rFonts", name="ascii") == value(defaults, "rPr", "rFonts", name="cs") == "Arial"
    assert value(defaults, "rPr", "sz") == value(defaults, "rPr", "szCs") == "28"
    assert value(rich.style("Normal"), "pPr", "spacing", name="line") == "336"
    assert styles.findall(f".//{qn('w:jc')}") == []
    slanted = {i.get(qn("w:val")) for tree in rich.trees.values() for i in tree.iter(qn("w:i"), qn("w:iCs"))}
    assert slanted <= {"0"}
    assert all(int(size.get(qn("w:val"))) >= 24 for size in styles.iter(qn("w:sz")) if not in_style(size, "AfterTable"))


def in_style(element, key):
    return any(above.get(qn("w:styleId")) == key for above in element.iterancestors(qn("w:style")))


def test_facts_have_strong_labels(rich):
    fact = rich.paragraph("Who: home care provider manager")
    assert style(fact) == "Fact"
    assert style(fact[1]) == "Label"
    assert text(fact[1]) == "Who:"
    assert has(rich.style("Label"), "rPr", "b")


def test_an_answer_stays_on_one_page_unless_it_is_long(rich, tmp_path):
    heading = rich.paragraph("Can we have the same carers at weekends")
    assert has(heading, "pPr", "keepNext")
    last = rich.paragraph("Two of the three firms")
    assert not has(last, "pPr", "keepNext")
    assert has(last, "pPr", "keepLines")
    long = paper(tmp_path, Answer("Long", (papers.words("a word " * 400), papers.words("the end"))))
    assert not has(long.paragraph("a word"), "pPr", "keepNext")


def kept(paragraph):
    return has(paragraph, "pPr", "keepNext"), has(paragraph, "pPr", "keepLines")


def long_answer(tmp_path, quotes, letters, **how):
    said = papers.said("We will", "ask for a later bus by 6 November.", Tone.WE_WILL)
    told = [papers.words(f"Quote {n} " + "x" * letters) for n in range(quotes)]
    after = [papers.words(f"After {n} " + "y" * 500) for n in range(3)]
    return paper(tmp_path, Answer("The bus comes late", (*told, said, *after)), **how)


def test_a_point_too_long_for_a_page_is_broken_behind_its_answer(tmp_path):
    file = long_answer(tmp_path, 3, 200)
    words = ("The bus comes late", "Quote 0", "Quote 1", "Quote 2")
    assert [kept(file.paragraph(begin)) for begin in words] == [(True, True)] * 4
    assert kept(file.paragraph("We will")) == (False, True)
    assert [kept(file.paragraph(f"After {n}")) for n in range(3)] == [(False, True)] * 3


def test_where_very_much_was_said_neither_its_first_nor_its_last_is_alone(tmp_path):
    file = long_answer(tmp_path, 6, 300)
    assert kept(file.paragraph("The bus comes late"))[0]
    assert [kept(file.paragraph(f"Quote {n}"))[0] for n in range(6)] == [False] * 5 + [True]
    assert not kept(file.paragraph("We will"))[0]


def test_a_short_list_is_not_parted_and_a_long_one_may_be(tmp_path):
    short, long = (
        Bullets(tuple(papers.words(f"{name} {n}") for n in range(many))) for name, many in (("S", 3), ("L", 9))
    )
    file = paper(tmp_path, short, long)
    assert [kept(file.paragraph(f"S {n}"))[0] for n in range(3)] == [True, True, False]
    assert not any(kept(file.paragraph(f"L {n}"))[0] for n in range(9))


def test_a_telephone_number_to_press_stands_in_one_line(tmp_path):
    runs = (Run("Ring "), Run("01632 960 178", url="tel:01632960178"), Run(" on 6 November 2026."))
    file = paper(tmp_path, Paragraph(runs))
    assert text(file.paragraph("Ring")) == "Ring 01632\xa0960\xa0178 on 6 November 2026."


def test_in_larger_type_less_stays_together(tmp_path):
    assert kept(long_answer(tmp_path, 3, 200, body_pt=24).paragraph("Quote 0"))[0] is False


def test_signs_stand_beside_their_words_in_the_same_colour(rich):
    signed = [p for p in rich.paragraphs if any(style(r) == "Sign" for r in p.iter(qn("w:r")))]
    assert len(signed) == 6
    for paragraph in signed:
        assert len(text(paragraph)) > 10
    no = rich.paragraph("No. We cannot")
    assert text(no).startswith("✗")
    assert value(no.find(qn("w:r")), "rPr", "color") == value(rich.style("No"), "rPr", "color") == "8A3A12"


def test_a_sign_in_a_list_stands_where_its_dot_would(tmp_path):
    file = paper(tmp_path, Bullets((papers.words("plain"), Paragraph((Run("late"),), mark=Mark.WARN))))
    assert file.styled("ListBullet") == ["plain"]
    assert file.styled("SignedItem") == ["⚠late"]


def test_links_lead_somewhere_and_nothing_else_does(tmp_path, rich):
    links = {text(h): h.get(qn("r:id")) for h in rich.body.iter(qn("w:hyperlink"))}
    assert set(links) == {"homecare@example.org", "example.org/home-care"}
    targets = {r.get("Id"): r.get("Target") for r in rich.trees["word/_rels/document.xml.rels"]}
    assert targets[links["homecare@example.org"]] == "mailto:homecare@example.org"
    assert targets[links["example.org/home-care"]] == "https://example.org/home-care?a=1&b=2"
    assert style(rich.run("homecare@example.org")) == "Hyperlink"
    odd = ("javascript:alert(1)", "file:///etc/passwd", "http://[", "https://example.org/" + "x" * 3000, "https://")
    file = paper(tmp_path, *(Paragraph((Run(f"number {n}", url=url),)) for n, url in enumerate(odd)))
    assert list(file.body.iter(qn("w:hyperlink"))) == []
    assert "number 4" in file.words
    quoted = paper(tmp_path, Paragraph((Run("page", url='https://example.org/"<{x}>'),)))
    assert b"%22%3C%7Bx%7D%3E" in quoted.parts["word/_rels/document.xml.rels"]


def test_hostile_words_are_words(tmp_path):
    blocks = [part for said in HOSTILE for part in (Heading(2, said), Answer(said, (papers.words(said),)))]
    facts = Facts(tuple((said, papers.words(said)) for said in HOSTILE))
    file = paper(
        tmp_path, *blocks, facts, title=HOSTILE[1], author=HOSTILE[2], subject=HOSTILE[0], running_head=HOSTILE[1]
    )
    assert list(file.faults()) == []
    for said in HOSTILE:
        assert file.words.count(said) == 5
    fields = {f.get(qn("w:instr")) for tree in file.trees.values() for f in tree.iter(qn("w:fldSimple"))}
    assert fields == {"PAGE", "NUMPAGES"}
    assert not any(list(tree.iter(qn("w:instrText"), qn("w:altChunk"))) for tree in file.trees.values())


def test_what_xml_refuses_is_tidied_and_every_word_stays(tmp_path):
    file = paper(tmp_path, papers.words("a\x00b\x08c \ud800 \ufffe d\x1fe 😀👩‍🦽 ok\nnext\vlast"))
    assert text(file.paragraphs[1]) == "abc \ufffd  de 😀👩‍🦽 ok\nnext\nlast"


def test_the_foot_has_page_and_copy_code_and_the_head_begins_on_page_two(rich):
    for name in ("word/footer-first.xml", "word/footer-default.xml"):
        assert text(rich.trees[name]) == "Page 1 of 1Copy code: 3fa-9c1-d2e-4b7"
        assert [f.get(qn("w:instr")) for f in rich.trees[name].iter(qn("w:fldSimple"))] == ["PAGE", "NUMPAGES"]
    assert text(rich.trees["word/header-default.xml"]) == "Draft: 5 things not answered yet"
    assert text(rich.trees["word/header-first.xml"]) == ""
    assert has(rich.body, "sectPr", "titlePg")
    section = docx.Document(str(rich.path)).sections[0]
    assert round(section.page_width.mm), round(section.page_height.mm) == (210, 297)


def test_the_foot_of_every_page_says_the_other_formats_and_whom_to_ask_in_large_type(tmp_path):
    says = "This paper is also in braille. To ask, call 01632 960 123."
    file = write(dataclasses.replace(papers.rich(), foot=says), tmp_path)
    for name in ("word/footer-first.xml", "word/footer-default.xml"):
        words, page = file.trees[name].iter(qn("w:p"))
        assert text(words).replace("\xa0", " ") == says
        assert text(page).startswith("Page 1 of 1")
        assert value(words, "pPr", "pStyle") == "FooterWords"
    (style,) = [s for s in file.trees["word/styles.xml"].iter(qn("w:style")) if s.get(qn("w:styleId")) == "FooterWords"]
    assert value(style, "rPr", "sz") == "32"


def test_an_organisations_colour_is_that_of_headings(rich, tmp_path):
    coloured = write(dataclasses.replace(papers.rich(), accent="#7A1F1F"), tmp_path)
    assert value(coloured.style("Heading1"), "rPr", "color") == "7A1F1F"
    assert value(rich.style("Heading1"), "rPr", "color") == "1B2126"
    assert value(coloured.style("AnswerHeading3"), "rPr", "color") == "1B2126"


def test_the_file_tells_nothing_but_the_paper(rich):
    assert set(rich.parts) == {
        "[Content_Types].xml",
        "_rels/.rels",
        "docProps/core.xml",
        "word/_rels/document.xml.rels",
        "word/document.xml",
        "word/styles.xml",
        "word/numbering.xml",
        "word/settings.xml",
        "word/header-first.xml",
        "word/header-default.xml",
        "word/footer-first.xml",
        "word/footer-default.xml",
    }
    about = {re.sub("{.*}", "", e.tag): e.text for e in rich.trees["docProps/core.xml"]}
    assert about == {
        "title": "You said, we will",
        "creator": "Marrowdale Council",
        "subject": "Listening space: home care",
        "language": "en-GB",
        "created": "2026-09-18T09:30:00Z",
        "modified": "2026-09-18T09:30:00Z",
        "revision": "1",
    }
    everything = b"".join(rich.parts.values())
    for trace in (b"python-docx", b"rsid", b"Normal.dot", b"lastModifiedBy", b"Macintosh"):
        assert trace not in everything


def test_an_aware_time_is_told_as_utc(tmp_path):
    summer = datetime.timezone(datetime.timedelta(hours=1))
    path = tmp_path / "a.docx"
    render_word(papers.bare(), path, made_on=datetime.datetime(2026, 6, 1, 0, 30, tzinfo=summer))
    assert b"2026-05-31T23:30:00Z" in WordFile(path).parts["docProps/core.xml"]


def test_the_same_paper_made_at_the_same_time_is_the_same_file(tmp_path):
    first, second = (write(papers.rich(), tmp_path, name).path.read_bytes() for name in ("one", "two"))
    assert first == second


def test_a_run_that_fails_leaves_the_file_that_was_there(tmp_path, monkeypatch):
    path = tmp_path / "paper.docx"
    path.write_bytes(b"the old one")

    def fails(made, target):
        target.write_bytes(b"half")
        raise OSError("full")

    monkeypatch.setattr(word, "write_steady", fails)
    with pytest.raises(OSError, match="full"):
        render_word(papers.rich(), path, made_on=papers.MADE_ON)
    assert path.read_bytes() == b"the old one"
    assert list(tmp_path.iterdir()) == [path]


def test_very_long_words_fit_the_properties_and_the_headings(tmp_path):
    long = "word " * 4000
    file = paper(tmp_path, Answer(long, (papers.words("ok", tone=Tone.DONE),)), title=long, author=long, subject=long)
    assert [len(e.text) for e in file.trees["docProps/core.xml"][:3]] == [255, 255, 255]
    assert file.styled("AnswerHeading2") == ["You said "]
    assert long.strip() in file.words


def test_nothing_to_say_gives_a_paper_with_its_title(tmp_path):
    file = write(Document(title="", lang="", author="", subject="", blocks=()), tmp_path)
    assert list(file.faults()) == []
    assert [e.text for e in file.trees["docProps/core.xml"]][:2] == ["Paper", "en-GB"]
