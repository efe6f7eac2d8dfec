"""Themes by quarter and by place, what is new this quarter, and how the rung went."""

from __future__ import annotations

import datetime

import pytest

from coprod_desktop.domain.over_time import (
    NOWHERE,
    Quarter,
    RungOn,
    Said,
    by_place,
    by_quarter,
    climbed,
    height,
    quarter_of,
)
from coprod_desktop.domain.words import Rung

Q1, Q2, Q3 = datetime.date(2026, 2, 3), datetime.date(2026, 5, 4), datetime.date(2026, 8, 5)


def test_a_day_is_in_its_quarter():
    assert quarter_of(datetime.date(2026, 3, 31)) == Quarter(2026, 1)
    assert quarter_of(datetime.date(2026, 4, 1)).words == "April to June 2026"
    assert quarter_of(datetime.date(2026, 12, 31)).short == "Oct to Dec 2026"


def test_themes_are_counted_by_quarter_and_what_is_new_is_told():
    """Features: "'of the moment' intelligence": theme counts over time; new theme this quarter."""
    said = [
        Said(Q1, "", "Buses", 4),
        Said(Q2, "", "buses ", 2),
        Said(Q2, "", "Money letters", 1),
        Said(Q3, "", "Buses", 1),
        Said(Q3, "", "Heat", 3),
        Said(Q3, "", "Money letters", 2),
    ]
    found = by_quarter(said, Q3)
    assert found.columns == ("Jan to Mar 2026", "Apr to Jun 2026", "Jul to Sep 2026")
    assert [(line.theme, line.many, line.total) for line in found.lines] == [
        ("Buses", (4, 2, 1), 7),
        ("Heat", (0, 0, 3), 3),
        ("Money letters", (0, 1, 2), 3),
    ]
    assert found.new == ("Heat",)


def test_in_the_first_quarter_nothing_is_new_and_nor_is_what_is_old_news():
    assert by_quarter([Said(Q3, "", "Heat", 3)], Q3).new == ()
    assert by_quarter([Said(Q1, "", "Buses", 1), Said(Q2, "", "Heat", 3)], Q3).new == (), "last quarter's is not new"


def test_only_the_latest_quarters_have_a_column_of_their_own():
    said = [Said(datetime.date(2024 + n // 4, n % 4 * 3 + 1, 1), "", "Buses", n + 1) for n in range(9)]
    found = by_quarter(said, datetime.date(2026, 2, 1))
    assert found.columns[0] == "Earlier"
    assert len(found.columns) == 7
    assert found.lines[0].many == (1 + 2 + 3, 4, 5, 6, 7, 8, 9)


def test_themes_are_compared_by_place():
    """Features: "takes account of the four Thurrock localities": compare themes by locality."""
    said = [
        Said(Q1, "Tilbury", "Buses", 4),
        Said(Q1, "", "Buses", 1),
        Said(Q2, "tilbury", "Heat", 2),
        Said(Q2, "Chadwell", "Heat", 1),
    ]
    found = by_place(said)
    assert found.columns == ("Chadwell", "Tilbury", NOWHERE)
    assert [(line.theme, line.many) for line in found.lines] == [("Buses", (0, 4, 1)), ("Heat", (1, 2, 0))]


def test_one_place_is_no_comparison():
    assert by_place([Said(Q1, "Tilbury", "Buses", 4)]).lines == ()


def test_the_rung_is_told_from_the_first_to_the_last_that_is_known():
    """Features: "We are committed to 'climbing the ladder'": rung over time for a group or project."""
    rungs = [
        RungOn(day=Q1, what="Workshop 1", reached=Rung.CONSULTATION, staff=Rung.CO_DESIGN),
        RungOn(day=Q2, what="Workshop 2"),
        RungOn(day=Q3, what="Members looked back", members=Rung.CO_DESIGN),
    ]
    assert climbed(rungs) == "Up 2 rungs: from consultation to co-design"
    assert climbed(rungs[:2]) == ""
    assert climbed([rungs[0], rungs[0]]) == "The same rung: consultation"


def test_each_month_is_in_its_quarter_and_each_quarter_has_its_words():
    year = [quarter_of(datetime.date(2026, month, 1)) for month in range(1, 13)]
    assert [quarter.n for quarter in year] == [1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4]
    assert [year[at].words for at in (0, 3, 6, 9)] == [
        "January to March 2026",
        "April to June 2026",
        "July to September 2026",
        "October to December 2026",
    ]
    assert [year[at].short for at in (0, 6)] == ["Jan to Mar 2026", "Jul to Sep 2026"]


def test_what_was_said_no_time_has_neither_line_nor_column():
    said = [Said(Q1, "Tilbury", "Buses", 0), Said(Q2, "Chadwell", "Heat", 1)]
    assert by_quarter(said, Q2).columns == ("Apr to Jun 2026",)
    assert [line.theme for line in by_quarter(said, Q2).lines] == ["Heat"]
    assert by_place(said).lines == by_place([]).lines == by_quarter([], Q2).lines == ()


def test_six_quarters_have_nothing_before_them():
    said = [Said(datetime.date(2024 + n // 4, n % 4 * 3 + 1, 1), "", "Buses", n + 1) for n in range(6)]
    found = by_quarter(said, datetime.date(2026, 2, 1))
    assert (len(found.columns), found.lines[0].many) == (6, (1, 2, 3, 4, 5, 6))


@pytest.mark.parametrize(("today", "new"), [(Q1, ()), (Q2, ("Heat",)), (Q3, ("Rent",))])
def test_new_is_what_comes_up_first_in_the_quarter_of_today(today, new):
    said = [Said(Q1, "", "Buses", 1), Said(Q2, "", "Buses", 1), Said(Q2, "", "Heat", 1)]
    assert by_quarter([*said, Said(Q3, "", "Rent", 1), Said(Q3, "", "Heat", 1)], today).new == new


def test_the_most_said_stands_first_then_by_the_alphabet_as_it_was_first_written():
    said = [
        Said(Q1, "", "pay", 1),
        Said(Q1, " Tilbury ", "Buses", 1),
        Said(Q1, "tilbury", " PAY", 1),
        Said(Q1, "", "Apples", 1),
    ]
    assert [line.theme for line in by_quarter(said, Q1).lines] == ["pay", "Apples", "Buses"]
    assert by_place(said).columns == ("Tilbury", NOWHERE)
    assert by_place(said).new == ()
    assert [(line.theme, line.many, line.total) for line in by_place(said).lines] == [
        ("pay", (1, 1), 2),
        ("Apples", (0, 1), 1),
        ("Buses", (1, 0), 1),
    ]


def test_the_ladder_is_seven_rungs_and_members_say_first_which_it_was():
    assert [height(rung) for rung in Rung] == [1, 2, 3, 4, 5, 6, 7]
    said = {"members": Rung.CO_DESIGN, "reached": Rung.CONSULTATION, "staff": Rung.CO_PRODUCTION}
    assert RungOn(day=Q1, what="", **said).best is Rung.CO_DESIGN
    del said["members"]
    assert RungOn(day=Q1, what="", **said).best is Rung.CONSULTATION
    del said["reached"]
    assert RungOn(day=Q1, what="", **said).best is Rung.CO_PRODUCTION
    assert RungOn(day=Q1, what="", aimed=Rung.CO_DESIGN).best is None


def test_the_rung_goes_down_as_well():
    rungs = [RungOn(day=day, what="", staff=rung) for day, rung in ((Q1, Rung.CO_PRODUCTION), (Q2, Rung.CO_DESIGN))]
    assert climbed(rungs) == "Down 1 rung: from co-production to co-design"
