"""The quotation bank: what may be quoted to anyone, since when, and how many others there are."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from coprod_desktop.domain.permission import NO, YES, Basis, Circle, Permission, Permissions, Purpose
from coprod_desktop.publish.gate import open_bank
from tests.domain.making import DAY, entry, person, record

YEAR_AGO = datetime.date(2025, 9, 17)


def test_what_may_be_quoted_stands_with_its_theme_its_session_and_the_day_of_its_yes():
    lines = (entry(1, "The bus is late", theme="Buses", quote_ok=True), entry(2, "The tea is cold", quote_ok=True))
    made = open_bank(record(*lines), (), DAY, {"e2": YEAR_AGO})
    assert [(one.quote.words, one.theme, one.session, one.said_on, one.allowed_on) for one in made.quotes] == [
        ("The bus is late", "Buses", "Listening space: home care", DAY, None),
        ("The tea is cold", None, "Listening space: home care", DAY, YEAR_AGO),
    ]
    assert (made.only_came, made.withdrawn) == (0, 0)
    assert open_bank(record(*lines, title=" "), (), DAY, {}).quotes[0].session == "A session"


@pytest.mark.parametrize(
    ("said", "allowed", "again"),
    [
        (DAY, None, False),
        (YEAR_AGO, None, True),
        (YEAR_AGO + datetime.timedelta(1), None, False),
        (DAY, YEAR_AGO, True),
        (YEAR_AGO, DAY, False),
        (DAY, YEAR_AGO + datetime.timedelta(1), False),
    ],
)
def test_a_year_after_the_yes_it_is_asked_for_once_more(said, allowed, again):
    made = open_bank(
        record(entry(1, "The bus is late", quote_ok=True), date=said), (), DAY, {"e1": allowed} if allowed else {}
    )
    assert [one.ask_again for one in made.quotes] == [again]


def test_what_is_only_for_those_who_came_and_what_was_taken_back_are_counted_and_not_told():
    lines = (
        entry(1, "The bus is late"),
        entry(2, "The tea is cold"),
        entry(3, "Not to be printed", publish="no"),
        entry(4, "The hall is far"),
        entry(5, "Nobody was asked"),
        entry(6, "Taken back"),
        entry(7, "Bo Lindqvist was late"),
        entry(8, "Nobody was asked here either"),
    )

    def answer(n, purpose, value, circle):
        return Permission(f"{n}{purpose}{circle}", "entry", f"e{n}", purpose, circle, value, Basis.ASKED)

    answers = [
        *(answer(n, Purpose.QUOTE, YES, Circle.CAME) for n in (1, 3, 4)),
        *(answer(n, Purpose.QUOTE, YES, Circle.ANYONE) for n in (2, 7)),
        answer(6, Purpose.OTHER_WORDS, NO, Circle.CAME),
    ]
    rows = replace(record(person("bo", "Bo Lindqvist"), *lines), permissions=Permissions(answers, {"bo"}))
    made = open_bank(rows, (), DAY, {})
    assert [one.quote.words for one in made.quotes] == ["The tea is cold"]
    assert (made.only_came, made.withdrawn) == (2, 1)
