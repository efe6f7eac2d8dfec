"""What is due of a group, from when it is told of, and that nothing is due of one that was handed over."""

import datetime
from dataclasses import replace

import pytest

from coprod_desktop.domain.group_due import GroupDates, GroupDue, Term, What, of_group, report_by

DAY = datetime.date(2026, 11, 20)
WEEK = datetime.timedelta(7)
GROUP = GroupDates(
    group="g",
    name="Tuesday group",
    review_on=DAY + WEEK,
    end=DAY + 2 * WEEK,
    committee_on=DAY + 2 * WEEK,
    clearance_days=14,
)
TERMS = (Term("g", "m1", "Win", DAY + 3 * WEEK), Term("g", "m2", "Ade", DAY + 3 * WEEK))


def test_what_is_due_stands_by_its_day_and_says_what_it_is():
    due = of_group(GROUP, TERMS)
    assert [(one.what, one.on, one.words, one.member) for one in due] == [
        (What.REPORT, DAY, "The report has to be cleared: the committee sits on 4 December 2026", None),
        (What.REVIEW, DAY + WEEK, "Look at how the group works", None),
        (What.END, DAY + 2 * WEEK, "The group ends", None),
        (What.TERM, DAY + 3 * WEEK, "The term of Ade ends", "m2"),
        (What.TERM, DAY + 3 * WEEK, "The term of Win ends", "m1"),
    ]
    assert {(one.group, one.group_name, one.line) for one in due} == {("g", "Tuesday group", None)}


def test_a_group_without_days_has_nothing_due_nor_has_one_that_was_handed_over():
    assert of_group(GroupDates(group="g", name="Tuesday group")) == ()
    assert of_group(replace(GROUP, handed_over_on=DAY), TERMS) == ()


@pytest.mark.parametrize("days", [None, 0])
def test_a_report_that_needs_no_clearing_is_due_when_the_committee_sits(days):
    (due,) = of_group(GroupDates(group="g", name="T", committee_on=DAY, clearance_days=days))
    assert (due.on, due.words) == (DAY, "The report goes to the committee: the committee sits on 20 November 2026")
    assert report_by(DAY, days) == DAY
    assert report_by(DAY, 5) == datetime.date(2026, 11, 15)


@pytest.mark.parametrize(
    ("what", "days"),
    [
        *((What.REVIEW, 14), (What.END, 28), (What.REPORT, 28), (What.TERM, 28), (What.LINE, 0), (What.PAPER, 30)),
    ],
)
def test_each_thing_is_told_of_in_time_and_is_late_the_day_after(what, days):
    due = GroupDue(what, "g", "T", DAY, "It is due")
    told_from = DAY - datetime.timedelta(days)
    assert [due.is_near(told_from - datetime.timedelta(1)), due.is_near(told_from), due.is_near(DAY + WEEK)] == [
        *(False, True, True),
    ]
    assert [due.is_late(DAY), due.is_late(DAY + datetime.timedelta(1))] == [False, True]


@pytest.mark.parametrize(
    ("what", "group", "so"),
    [(What.PAPER, "", True), (What.PAPER, "g", False), (What.LINE, "", False), (What.TERM, "g", False)],
)
def test_a_paper_that_is_no_groups_is_the_organisations(what, group, so):
    assert GroupDue(what, group, "T", DAY, "It is due").of_organisation is so
