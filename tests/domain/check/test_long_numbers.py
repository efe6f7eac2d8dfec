"""Which digits that stand together or apart are one number that may lead to somebody."""

import pytest

from coprod_desktop.domain.check.scan import Scanner
from tests.domain.making import record


def found(text: str) -> list[tuple[str, str]]:
    return [(h.kind.value, text[h.start : h.end]) for h in Scanner(record()).hits(text)]


@pytest.mark.parametrize(
    ("kind", "number"),
    [
        ("long_number", "123456"),
        ("long_number", "123 456"),
        ("long_number", "123*456"),
        ("long_number", "12345 678"),
        ("long_number", "12-34-56"),
        ("long_number", "12 34 56 78 90"),
        ("long_number", "987 654 321"),
        ("long_number", "12345 000000"),
        ("long_number", "9434765918"),
        ("nhs_number", "9434765919"),
        ("phone", "0 12 345 67 89"),
        ("phone", "01632, 960, 211"),
        ("phone", "447700900481"),
        ("phone", "00447700900481"),
        ("phone", "4477009004810"),
    ],
)
def test_one_number(kind, number):
    assert found(f"and there is {number} on it") == [(kind, number)]


@pytest.mark.parametrize(
    "text",
    [
        "there is 12345 on it",
        "there is 123000 on it",
        "there is 123 4567 on it",
        "there is 12 34 56 78 on it",
        "there is 12, 34, 56, 78, 90 on it",
        "there is 123, 456, 789 on it",
        "there is 9 876 543 21 on it",
        "it was 1998 1999 2001",
        "123456 people came",
        "there are 123 456 homes",
        "rooms 12 34 56 78 90",
        "rooms 123 456",
        "it cost £123456, or £1,234,567 at 12.30pm",
        "1,234,567 of them",
    ],
)
def test_several_numbers_or_a_count(text):
    assert found(text) == []


def test_a_list_of_rooms_holds_no_number_of_six_digits():
    assert found("rooms 123456") == [("long_number", "123456")]
