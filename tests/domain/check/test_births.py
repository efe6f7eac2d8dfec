"""The day somebody was born, however it is told, and no other day."""

import pytest

from coprod_desktop.domain.check.scan import Scanner
from tests.domain.making import DAY, record


def found(text: str) -> list[tuple[str, str]]:
    return [(h.kind.value, text[h.start : h.end]) for h in Scanner(record()).hits(text)]


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("that was 12/06/1951", "12/06/1951"),
        ("that was 1951-06-12", "1951-06-12"),
        ("that was June 12, 1951", "June 12, 1951"),
        ("that was June the 12th 1951", "June the 12th 1951"),
        ("geb. 3.5.1948", "3.5.1948"),
        ("出生 1948年5月3日", "1948年5月3日"),
        ("turned 80 on 3 May", "80 on 3 May"),
        ("she is 80 and a day", "80 and a day"),
        ("2 May is my birthday", "2 May"),
        ("birthday party on 3/5", "3/5"),
        ("the 3rd of the 5th, 1948", "3rd of the 5th, 1948"),
    ],
)
def test_a_birthday(text, when):
    assert found(text) == [("birth_date", when)]


def test_a_day_with_its_year_is_asked_about_where_a_grown_person_may_be_born_on_it():
    grown = DAY.year - 18
    assert found(f"that was 12 June {grown}") == [("birth_date", f"12 June {grown}")]
    assert found(f"that was 12 June {grown + 1}") == []


def test_of_a_year_in_two_figures_the_next_ten_are_still_to_come():
    soon = DAY.year % 100 + 10
    assert found(f"that is 12 June {soon}") == []
    assert found(f"that was 12 June {soon + 1}") == [("birth_date", f"12 June {soon + 1}")]
