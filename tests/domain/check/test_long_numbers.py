"""Which digits that stand together or apart are one number that may lead to somebody."""

import pytest

from coprod_desktop.domain.check.long_numbers import long_numbers, nhs_number_holds
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


@pytest.mark.parametrize(
    ("digits", "kind"),
    [
        ("077009004", "long_number"),
        ("0770090048", "phone"),
        ("07700900481", "phone"),
        ("077009004812", "long_number"),
        ("44770090048", "long_number"),
        ("447700900481", "phone"),
        ("4477009004812", "phone"),
        ("44770090048123", "long_number"),
        ("0044770090048", "long_number"),
        ("00447700900481", "phone"),
        ("004477009004812", "phone"),
        ("0047700900481", "long_number"),
        ("9434765919", "nhs_number"),
        ("9434765918", "long_number"),
        ("1234567", "long_number"),
    ],
)
def test_what_kind_of_number_it_is_by_its_digits(digits, kind):
    assert [one.kind.value for one in long_numbers(digits)] == [kind]


def test_the_last_digit_of_an_nhs_number_is_its_check_digit():
    first = "943476591"
    assert [last for last in "0123456789" if nhs_number_holds(first + last)] == ["9"]
    nought = next(f"{n}" for n in range(100_000_000, 100_000_100) if nhs_number_holds(f"{n}0"))
    assert nought == "100000006"
    none = [n for n in range(100_000_000, 100_000_100) if not any(nhs_number_holds(f"{n}{d}") for d in range(10))]
    assert none[:2] == [100000001, 100000015]


@pytest.mark.parametrize("blanked", ["it was £123456, 1", "at 12.30, 45678", "1,234,567 890", "50.5% 34567"])
def test_what_is_blanked_out_moves_nothing(blanked):
    assert list(long_numbers(f"{blanked} and 123456"))[-1].start == len(f"{blanked} and ")
