"""Votes on pages: the first page is not left half empty for a table that would go on on the next."""

from __future__ import annotations

import pytest

from coprod_desktop.publish.document import Facts, Heading, Table
from coprod_desktop.publish.render.tagged.pdf import render_pdf
from tests.publish.render import looking, papers


@pytest.fixture
def pages(tmp_path):
    def made(rows, label, above):
        table = Table("Votes for each choice", ("Choice", "Votes"), tuple((f"{label} {n}", "9") for n in range(rows)))
        facts = Facts((("How", papers.words("dots")), ("How many people voted", papers.words("21"))))
        said = (papers.words(f"What was said {n}.") for n in range(above))
        paper = papers.paper(Heading(1, "Title"), *said, Heading(2, "How people voted"), table, facts)
        render_pdf(paper, tmp_path / "paper.pdf", made_on=papers.MADE_ON)
        return looking.texts(tmp_path / "paper.pdf")

    return made


def rows_on(page, label):
    return page.count(label)


@pytest.mark.parametrize("rows", [5, 8, 12])
def test_a_table_goes_on_where_much_of_the_page_would_be_empty(pages, rows):
    first, second, *_ = pages(rows, "A day out", 14)
    assert rows_on(first, "A day out") >= 2
    assert rows_on(second, "A day out") >= 2
    assert "Choice" in second  # the header once more


def test_a_short_table_is_never_parted(pages):
    for above in range(10, 20):
        tables = [rows_on(page, "A day out") for page in pages(4, "A day out", above)]
        assert sorted(tables)[-1] == 4, above


def test_how_people_voted_is_on_the_page_of_a_short_table(pages):
    for above in range(8, 20):
        (page,) = [page for page in pages(3, "A day out", above) if "A day out" in page]
        assert "dots" in page, above
        assert "How many people voted" in page, above


def test_no_row_is_alone_on_either_page(pages):
    for above in range(8, 20):
        some = [many for page in pages(7, "A day out", above) if (many := rows_on(page, "A day out"))]
        assert 1 not in some, (above, some)
