"""Tables in Word: columns as wide as their words, and what belongs together on one page."""

import dataclasses

from docx.oxml.ns import qn
from reportlab.pdfbase.pdfmetrics import stringWidth

from coprod_desktop.publish.document import Facts, Heading, Table
from coprod_desktop.publish.render.word.package import WIDTH
from tests.publish.render import papers
from tests.publish.render.word_file import has, style, text, write


def keeps(file, paragraph):
    """Whether a paragraph stays with the next, by itself or by its style."""
    name = style(paragraph)
    return has(paragraph, "pPr", "keepNext") or bool(name and has(file.style(name), "pPr", "keepNext"))


def widths(file):
    """The width in points of each column of the only table."""
    (grid,) = file.body.iter(qn("w:tblGrid"))
    return [int(column.get(qn("w:w"))) / 20 for column in grid]


def test_a_column_is_as_wide_as_its_words(tmp_path):
    block = Table("Votes", ("Choice", "Votes", "Cost"), (("A choir", "12", "£4,999.99"), ("A garden", "9", "£3,000")))
    choice, votes, cost = widths(write(papers.paper(block), tmp_path))
    for column, words in ((choice, "A garden"), (votes, "Votes"), (cost, "£4,999.99")):
        assert stringWidth(words, "Helvetica-Bold", 14) + 10 <= column <= stringWidth(words, "Helvetica-Bold", 14) + 20


def test_no_word_number_or_date_is_broken_by_a_narrow_column(tmp_path):
    long = "a long story about how the bus did not come " * 4
    rows = tuple((long, "17 September 2026", "£1,249,999.99", long) for _ in range(3))
    columns = widths(write(papers.paper(Table("Log", ("What", "Date", "Cost", "Where"), rows)), tmp_path))
    assert columns[1] >= stringWidth("17 September 2026", "Helvetica-Bold", 14) + 10
    assert columns[2] >= stringWidth("£1,249,999.99", "Helvetica-Bold", 14) + 10
    assert sum(columns) <= WIDTH / 20


def test_a_table_that_no_page_is_wide_enough_for_is_a_list(tmp_path):
    header = tuple(f"Responsibilities{n}" for n in range(6))
    file = write(papers.paper(Table("Who", header, (header, header))), tmp_path)
    assert list(file.body.iter(qn("w:tbl"))) == []
    assert "Responsibilities5: Responsibilities5" in file.words


def test_what_is_told_of_a_table_stays_on_its_page(tmp_path):
    facts = Facts((("How", papers.words("dots")), ("Who", papers.words("all"))))
    file = write(
        papers.paper(Heading(2, "Votes"), facts, Table("Votes", ("A", "B"), (("1", "2"), ("3", "4")))), tmp_path
    )
    kept = [text(p) for p in file.paragraphs if text(p) and not keeps(file, p)]
    assert kept == ["3", "4"]


def test_the_last_words_of_a_paper_never_have_a_page_to_themselves(tmp_path):
    document = papers.paper(
        papers.words("Near the end."), papers.words("Also in braille."), papers.words("Copy code: 1")
    )
    file = write(dataclasses.replace(document, foot="Also in braille."), tmp_path)
    assert [has(p, "pPr", "keepNext") for p in file.paragraphs[-3:]] == [True, True, False]
