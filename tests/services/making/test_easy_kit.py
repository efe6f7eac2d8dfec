"""The reading group's kit: the draft and a sheet for each page; what they said is typed back, names only if they wish."""

from __future__ import annotations

import datetime

import pytest

from coprod_desktop.domain.easy_record import ReadersMark
from coprod_desktop.errors import UserError
from coprod_desktop.publish.easy.telling import hint
from coprod_desktop.publish.own.easy_kit import CHOICES, check_sheets
from coprod_desktop.publish.paper_kinds import YOU_SAID_WE_WILL as KIND
from coprod_desktop.services import people
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.making import easy_kit, easy_paper, easy_read, papers
from tests.publish.render import looking, structure


@pytest.fixture
def told(desk: Desk, home_care: str) -> str:
    papers.review(desk, home_care)
    return home_care


def check(desk: Desk, session: str):
    code = easy_paper.look(desk, session, KIND).fingerprint
    easy_read.checked(desk, session, KIND, "Speaking Up", desk.today(), code)
    return easy_read.easy_read(desk, session, KIND, code)


def test_a_kit_has_the_draft_and_a_sheet_for_each_page(desk, told, tmp_path):
    kit = easy_kit.make(desk, told, KIND, tmp_path)
    *drafts, sheets = kit.paths
    assert all("easy-read-draft" in path.name for path in drafts)
    assert {path.parent.name for path in kit.paths} == {"private"}
    assert structure.faults(sheets) == []
    pages = looking.texts(sheets)
    titles = easy_kit.sheets(desk, told, KIND)
    assert sum("Sheet " in page for page in pages) == len(titles)
    for n, title in enumerate(titles, start=1):
        (page,) = (page for page in pages if f"Sheet {n}\r\n" in page or f"Sheet {n}\n" in page)
        assert title.partition(": ")[2] in " ".join(page.split())
        assert all(choice in page for choice in CHOICES)
    assert kit.back_by == desk.today() + datetime.timedelta(days=14)
    assert "We pay you for your time." in pages[0]
    assert min(looking.sizes(sheets)) >= 18


def test_the_sheets_are_as_easy_to_read_as_the_paper(desk, told):
    document = check_sheets(easy_paper.look(desk, told, KIND).telling, desk.today())
    for block in document.blocks[1:]:  # the first is the name of the organisation
        text = "".join(run.text for run in block.runs) if hasattr(block, "runs") else ""
        assert hint(text) == ""


def test_what_readers_said_is_typed_back_by_sheet(desk, told):
    easy_kit.mark(desk, told, KIND, 3, ReadersMark.CHANGE, words="The bus is wrong", reader="Ruby")
    changes = easy_kit.mark(desk, told, KIND, 1, ReadersMark.GOOD)
    assert changes.touch("easy_mark", told)
    easy_kit.mark(desk, told, "agenda", 1, ReadersMark.UNSURE)
    first, third = easy_kit.marks(desk, told, KIND)
    assert (first.page, first.mark, first.reader) == (1, ReadersMark.GOOD, None)
    assert (third.page, third.words, third.reader) == (3, "The bus is wrong", "Ruby")
    assert easy_kit.to_change([first, third]) == 1
    easy_kit.unmark(desk, third.id)
    assert [one.page for one in easy_kit.marks(desk, told, KIND)] == [1]


def test_a_change_says_what_and_no_day_is_still_to_come(desk, told):
    with pytest.raises(UserError, match="what they want changed"):
        easy_kit.mark(desk, told, KIND, 1, ReadersMark.CHANGE)
    with pytest.raises(UserError, match="still to come"):
        easy_kit.mark(desk, told, KIND, 1, ReadersMark.GOOD, on=desk.today() + datetime.timedelta(days=1))
    assert not easy_kit.marks(desk, told, KIND)


def test_readers_are_named_only_where_they_wish_and_only_on_a_checked_paper(desk, told):
    easy_kit.mark(desk, told, KIND, 1, ReadersMark.GOOD, reader="Ruby")
    easy_kit.mark(desk, told, KIND, 2, ReadersMark.GOOD, reader="Ruby")
    easy_kit.mark(desk, told, KIND, 1, ReadersMark.GOOD, reader="Len")
    easy_kit.mark(desk, told, KIND, 1, ReadersMark.GOOD)
    assert not easy_read.easy_read(desk, told, KIND, "x").readers
    assert check(desk, told).readers == "Ruby and Len"


def test_a_name_that_may_not_be_public_is_refused(desk, told):
    people.add(desk, told, "Winifred Tattersall", "carer")
    with pytest.raises(UserError, match="something private"):
        easy_kit.mark(desk, told, KIND, 1, ReadersMark.GOOD, reader="Winifred Tattersall")


def test_the_logo_they_got_can_stand_only_beside_who_checked_it(desk, told):
    assert not any("checked this paper" in line.text for line in easy_paper.rows(desk, told, KIND))
    check(desk, told)
    line = next(line for line in easy_paper.rows(desk, told, KIND) if "checked this paper" in line.text)
    assert line.at is None
    assert line.picture is not None
