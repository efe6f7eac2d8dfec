"""What Easy Read leaves out: what a paper marks as an aside, and headings that have nothing else below them."""

from __future__ import annotations

import pytest

from coprod_desktop.publish.document import Answer, Bullets, Facts, Figure, Heading, Paragraph, Run, Table, Tone
from coprod_desktop.publish.easy.kept import has_more, kept
from coprod_desktop.publish.stories.words import aside, plain, quiet

STAYS, GOES = plain("Stays."), aside(plain("Goes."))
TABLE = Table("Votes", ("Choice", "Votes"), (("A bus", "3"),), aside=True)


@pytest.mark.parametrize(
    ("block", "left"),
    [
        (STAYS, STAYS),
        (Paragraph((*STAYS.runs, *GOES.runs)), STAYS),
        (Bullets((STAYS, GOES)), Bullets((STAYS,))),
        (Facts((("A", GOES), ("B", STAYS))), Facts((("B", STAYS),))),
        (Answer("A bus", (GOES, Facts((("A", GOES),)), STAYS)), Answer("A bus", (STAYS,))),
        (Answer("A bus", (GOES,)), Answer("A bus", ())),
    ],
)
def test_asides_go_and_the_rest_stays(block, left):
    assert kept((block,)) == (left,)


@pytest.mark.parametrize(
    "block", [GOES, Bullets((GOES,)), Facts((("A", GOES),)), Figure("F", (), "w", aside=True), TABLE]
)
def test_a_heading_goes_with_all_that_is_below_it(block):
    before, after = (Heading(2, "Before"), STAYS), (Heading(2, "After"), STAYS)
    assert kept((*before, Heading(2, "Empty"), Heading(3, "Too"), block, *after)) == (*before, *after)


def test_a_heading_stays_with_what_stays():
    blocks = (Heading(2, "Votes"), Heading(3, "Buses"), TABLE, Heading(3, "Trains"), STAYS)
    assert kept(blocks) == (Heading(2, "Votes"), Heading(3, "Trains"), STAYS)


def test_a_paper_without_asides_is_as_it_was():
    blocks = (Heading(1, "T"), Heading(2, "Nothing yet"), Heading(2, "More"), STAYS, Paragraph((Run("x"),)))
    assert kept(blocks) == blocks


@pytest.mark.parametrize(
    ("block", "more"),
    [
        (STAYS, False),
        (GOES, True),
        (Bullets((STAYS, GOES)), True),
        (Facts((("A", GOES),)), True),
        (Answer("A bus", (GOES,)), True),
        (TABLE, True),
        (aside(quiet("Copy code: 3fa-9c1")), False),
        (aside(Paragraph((Run("This is a draft. ", tone=Tone.WAITING), Run("2 things not answered yet.")))), False),
    ],
)
def test_what_stands_on_every_page_anyway_is_no_more_to_read(block, more):
    assert has_more((Heading(1, "T"), block)) is more
