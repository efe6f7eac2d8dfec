"""Themes by quarter and by place, what is new this quarter, and how the rung went."""

from __future__ import annotations

import datetime

from coprod_desktop.domain.over_time import NOWHERE, Quarter, RungOn, Said, by_place, by_quarter, climbed, quarter_of
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
