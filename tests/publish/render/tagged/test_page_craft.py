"""Pages as a printer would let them go: 200 made-up sessions are laid out, and nothing stands where it should not.

A heading at a page's foot, a page under a fifth full before the last, a cell broken inside a word or a number, a point
parted from its answer: none of these, in standard print and in large print.
"""

from collections import Counter

import pytest

from coprod_desktop.errors import UserError
from coprod_desktop.publish import paper_kinds
from coprod_desktop.publish.reflow import lists_for_tables
from coprod_desktop.publish.render.tagged.file import Layout, lay_out
from coprod_desktop.publish.render.tagged.pieces import Rule, Text, Together
from coprod_desktop.publish.render.tagged.table import Grid
from coprod_desktop.publish.stories.actions import action_list
from coprod_desktop.publish.stories.log import engagement_log
from coprod_desktop.publish.stories.progress import progress_report
from tests.publish import made_up
from tests.publish.year_of import year_of

SESSIONS = 200
MANY = 10
KINDS = (paper_kinds.YOU_SAID_WE_WILL, paper_kinds.YOU_SAID_WE_DID, "web", "committee", "news")
FULL = 1 / 5
LONG = 0.55
"""Of a page: a point with so many words of so many people may be parted from its answer."""


def flat(page):
    """The pieces of a page with what they are put together from."""
    for piece, top in page:
        if isinstance(piece, Together):
            for inner in piece.pieces:
                top += inner.before if inner is not piece.pieces[0] else 0.0
                yield inner, top
                top += inner.height
        else:
            yield piece, top


def faults(document, body_pt=14):
    """What is wrong with the pages of a document, by kind, and how many there are of each."""
    laid = lay_out(document, Layout(body_pt))
    found = Counter()
    said, high = None, 0.0
    for number, page in enumerate(laid.pages):
        pieces = list(flat(page))
        is_last = number == len(laid.pages) - 1
        last, top = pieces[-1]
        found["a heading at the foot"] += not is_last and is_heading(last)
        found["under a fifth full"] += not is_last and top + last.height < FULL * laid.setting.sheet.room
        for piece, _ in pieces:
            if isinstance(piece, Grid):
                cells = [cell for row in (piece.header, *piece.rows) for cell in row]
                found["broken inside a word"] += sum(not line.spaced for cell in cells for line in cell.lines[:-1])
            if isinstance(piece, Text) and words(piece).startswith("You said"):
                said, high = number, 0.0
            if said is not None:
                high += piece.before + piece.height
            if isinstance(piece, Text) and said is not None and words(piece).startswith(ANSWERS):
                found["parted from its answer"] += said != number and high < LONG * laid.setting.sheet.room
                said = None
    return +found


ANSWERS = ("We ", "No. ", "Not answered")


def is_heading(piece):
    return isinstance(piece, Rule) or (isinstance(piece, Text) and piece.bookmark is not None)


def words(text):
    return "".join(bit.text for line in text.lines for bit in line.bits)


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
def test_two_hundred_sessions_are_laid_out_without_a_fault(kind):
    found = Counter()
    for seed in range(SESSIONS):
        try:
            document = paper_kinds.paper(kind, made_up.snapshot(seed)).document
        except UserError:
            continue
        found.update({(seed, what): n for what, n in faults(document).items()})
    assert dict(found) == {}


@pytest.mark.slow
@pytest.mark.parametrize(
    "tell",
    [action_list, progress_report, lambda several, _day: engagement_log(year_of(several))],
    ids=["actions", "progress", "log"],
)
def test_reports_over_many_sessions_are_laid_out_without_a_fault(tell):
    found = Counter()
    for first in range(0, SESSIONS, MANY):
        several = [made_up.snapshot(seed) for seed in range(first, first + MANY)]
        document = tell(several, max(public.as_of for public in several)).document
        found.update({(first, what): n for what, n in faults(document).items()})
    assert dict(found) == {}


def test_large_print_leaves_no_third_of_its_first_page_free_but_for_an_answer_that_needs_more():
    free = []
    for seed in range(30):
        document = paper_kinds.paper(paper_kinds.YOU_SAID_WE_WILL, made_up.snapshot(seed)).document
        laid = lay_out(lists_for_tables(document), Layout(18))
        last, top = laid.pages[0][-1]
        free.append(1 - (top + last.height) / laid.setting.sheet.room)
    assert sum(free) / len(free) < 0.2
    assert sum(part > 1 / 3 for part in free) <= 5


def test_few_pages_are_a_third_empty():
    free = []
    for seed in range(24):
        document = paper_kinds.paper(paper_kinds.YOU_SAID_WE_WILL, made_up.snapshot(seed)).document
        laid = lay_out(document, Layout(14))
        ends = (page[-1] for page in laid.pages[:-1])
        free += [1 - (top + last.height) / laid.setting.sheet.room for last, top in ends]
    assert sum(part > 1 / 3 for part in free) < 0.08 * len(free)


@pytest.mark.parametrize("body_pt", [18, 24])
def test_large_print_is_laid_out_without_a_fault(body_pt):
    found = Counter()
    for seed in range(10):
        document = paper_kinds.paper(paper_kinds.YOU_SAID_WE_WILL, made_up.snapshot(seed)).document
        found.update({(seed, what): n for what, n in faults(lists_for_tables(document), body_pt).items()})
    assert dict(found) == {}
