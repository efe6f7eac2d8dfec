"""Who pledged it and by when, out of one line."""

from __future__ import annotations

import datetime

import pytest

from coprod_desktop.domain.pledged import who_and_when

TODAY = datetime.date(2026, 9, 24)


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("Councillor Hart will ring carers", "Councillor Hart"),
        ("Councillor Hart, has pledged to ring", "Councillor Hart"),
        ("The provider promised it", "The provider"),
        ("Head of care: gave her word", "Head of care"),
        ("Priti signed up to it", "Priti"),
        ("We will ring carers", None),
        ("THEY promised it", None),
        (": will ring", None),
        ("Nobody rang", None),
        ("", None),
        ("Goodwill is there", None),
    ],
)
def test_who_pledged_it(words, who):
    assert who_and_when(words, TODAY) == (who, None)


def test_the_day_it_names_whoever_pledged_it():
    assert who_and_when("Councillor Hart will ring carers by 6 November", TODAY) == (
        "Councillor Hart",
        datetime.date(2026, 11, 6),
    )
    assert who_and_when("We will ring by 6 November", TODAY) == (None, datetime.date(2026, 11, 6))
