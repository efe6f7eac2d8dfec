"""A report that is finished by hand: begun from the records, and told which of its numbers have changed since."""

from __future__ import annotations

import datetime

import pytest

from coprod_desktop.domain.agreed import MOST_TEXT
from coprod_desktop.domain.report_span import Span, year_span
from coprod_desktop.domain.words import UpdateState
from coprod_desktop.errors import UserError
from coprod_desktop.services import agreed, agreed_versions, promises, report_drafts, workspace
from coprod_desktop.services.making import agreed as making
from tests import years
from tests.years import lived_workspace, year

__all__ = ["lived_workspace", "year"]

IN_2025 = year_span("2025")
DRAFTED = ("annual-report", "committee-report", "cqc-evidence", "self-assessment", "group-history", "quotations")


def begun(year, kind="annual-report"):
    return report_drafts.begin(year.desk, kind, IN_2025, years.GROUP)[0]


def parts(year, paper):
    return dict(agreed.one(year.desk, paper).newest.parts)


def keep_a_late_promise(year):
    late = next(p for p in promises.lines(year.desk) if p.late)
    promises.add_update(year.desk, late.id, years.LAST_DAY, UpdateState.DONE)


@pytest.mark.parametrize("kind", DRAFTED)
def test_every_kind_with_headings_is_begun_and_made_as_an_agreed_paper(year, kind, tmp_path):
    """Features: "Version Control (delete as appropriate)"; reports are finished by hand as papers with versions."""
    paper = begun(year, kind)
    held = agreed.one(year.desk, paper)
    assert held.paper.group_id == year.group
    assert held.paper.title.endswith(f": {years.GROUP}, 2025")
    (path,) = making.make(year.desk, paper, ["html"], tmp_path).paths
    page = path.read_text("utf-8")
    kinds = year.desk.content.reports().kind(kind)
    if kinds.whole:
        assert [heading for heading, _text in held.newest.parts] == [one.heading for one in kinds.headings]
    assert "Draft" in page
    for name in year.names:
        assert name.split()[-1] not in page or name in {"Desmond Achebe", "Solveig Haraldsen"}


def test_numbers_say_where_they_come_from_and_which_have_changed_since(year):
    paper = begun(year)
    assert report_drafts.compared(year.desk, paper).changed == ()
    assert "Late or not done: 11. From the promises." in parts(year, paper)["The year in numbers"]
    keep_a_late_promise(year)
    assert report_drafts.compared(year.desk, paper).changed == (
        "Kept late: 5 then, 6 now",
        "Late or not done: 11 then, 10 now",
    )


def test_numbers_are_brought_up_to_date_in_one_step_and_other_words_stay(year):
    paper = begun(year, "self-assessment")
    version = agreed.one(year.desk, paper).newest.id
    numbers = parts(year, paper)["Where the numbers come from"]
    agreed.write(year.desk, version, "Where the numbers come from", f"{numbers}\nCounted by two members together.")
    agreed.write(year.desk, version, "Co-production", "In our own words.")
    keep_a_late_promise(year)
    report_drafts.bring_up_to_date(year.desk, paper)
    after = parts(year, paper)
    assert "Late or not done: 10. From the promises." in after["Where the numbers come from"]
    assert after["Where the numbers come from"].endswith("Counted by two members together.")
    assert after["Co-production"] == "In our own words."
    assert report_drafts.compared(year.desk, paper).changed == ()
    assert not report_drafts.bring_up_to_date(year.desk, paper).changed
    workspace.undo(year.desk)
    assert "Late or not done: 11." in parts(year, paper)["Where the numbers come from"]


def test_numbers_of_a_version_that_is_agreed_stay_as_they_were(year):
    paper = begun(year)
    agreed_versions.agree(year.desk, agreed.one(year.desk, paper).newest.id)
    keep_a_late_promise(year)
    assert len(report_drafts.compared(year.desk, paper).changed) == 2
    with pytest.raises(UserError, match="is agreed, so its words stay"):
        report_drafts.bring_up_to_date(year.desk, paper)


def test_a_paper_without_numbers_has_none_that_changed(year):
    paper, _ = agreed.begin(year.desk, "charter", group=year.group)
    assert report_drafts.compared(year.desk, paper) == ((), ())


def test_what_cannot_be_finished_by_hand_says_so(year):
    with pytest.raises(UserError, match="is made as it is"):
        report_drafts.begin(year.desk, "engagement-log")
    with pytest.raises(UserError, match="no sessions"):
        report_drafts.begin(year.desk, "annual-report", Span(datetime.date(2001, 1, 1), datetime.date(2001, 2, 1)))
    assert agreed.every(year.desk, group=year.group, everywhere=True)


def test_the_history_of_a_subject_knows_a_report_once_it_is_agreed(year):
    """Features: "SUBJECT HISTORY (last 3 years)"."""
    paper = begun(year, "committee-report")
    assert (
        "Committee report: Bramley"
        not in parts(year, begun(year, "committee-report"))["History of this subject (last 3 years)"]
    )
    agreed_versions.agree(year.desk, agreed.one(year.desk, paper).newest.id)
    later = parts(year, begun(year, "committee-report"))["History of this subject (last 3 years)"]
    assert "Committee report: Bramley Vale Steering Group, 2025: 15 January 2026" in later


def test_a_line_longer_than_a_heading_holds_is_in_the_draft_whole():
    words = " ".join(f"word{n}" for n in range(6_000))
    pieces = list(report_drafts._in_pieces("What we learnt", f"Before\n{words}\nAfter"))
    assert max(len(text) for _, text in pieces) <= MOST_TEXT
    assert " ".join(text for _, text in pieces).split() == ["Before", *words.split(), "After"]


def test_a_report_of_more_headings_than_a_paper_has_is_refused_and_none_is_left_out(year, monkeypatch):
    monkeypatch.setattr(report_drafts, "MOST_PARTS", 5)
    before = agreed.every(year.desk)
    with pytest.raises(UserError, match="a paper has 5 at most") as refused:
        begun(year)
    assert "Choose fewer months" in refused.value.do
    assert agreed.every(year.desk) == before
