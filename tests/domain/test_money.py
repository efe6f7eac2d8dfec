"""What is owed and paid, to the penny; which kind an expense is; what looks like bank details."""

from __future__ import annotations

import ast
import datetime
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import coprod_desktop
from coprod_desktop.domain import money
from coprod_desktop.domain.people_record import Claim, ClaimState, Rate, Unit

DAY = datetime.date(2026, 11, 26)


def claim(pence=440, **more):
    values = {"person_id": "p", "session_id": "s", "kind": "travel", "state": ClaimState.CLAIMED, "on": DAY, **more}
    return Claim(id=more.get("id", "c"), pence=pence, **{k: v for k, v in values.items() if k != "id"})


def rate(pence=45, **more):
    return Rate(id="r", kind="travel", pence=pence, **{"unit": Unit.MILE, "from_on": DAY, **more})


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("bus", "travel"), ("Taxi home", "travel"), ("car, 22 miles", "travel"), ("train fare", "travel"),
        ("car park", "parking"), ("parking", "parking"), ("replacement care", "carer cover"),
        ("cover for mum, a carer", "carer cover"), ("my PA for the morning", "personal assistant"),
        ("childminder", "childcare"), ("lunch", "food"), ("phone credit", "phone or data"),
        ("photocopies", "printing"), ("hire of a loop", "equipment hire"), ("something else", "other"), ("Travel", "travel"),
    ],
)  # fmt: skip
def test_words_say_which_kind_an_expense_is(words, kind):
    assert money.kind_of(words) == kind


@pytest.mark.parametrize(
    "words",
    [
        "20-45-67", "sort code 204567", "20 45 67", "12345678", "1234 5678", "account number 00000001", "acc 204567",
        "GB29 NWBK 6016 1331 9268 19", "4929 1234 5678 9012", "4929123456789012", "IBAN", "my sort code is on the letter",
    ],
)  # fmt: skip
def test_bank_details_are_known(words):
    assert money.is_bank_detail(words)


@pytest.mark.parametrize(
    "words",
    [
        "bus", "taxi at 10.30", "22 miles", "12/11/26", "26 November 2026", "ring 07700 900123", "01632 960123",
        "Room 2045", "£1,250.50", "cost code 40417", "C12-345", "ticket no. 8841", "10-12 people", None, "",
    ],
)  # fmt: skip
def test_what_people_write_beside_money_is_no_bank_detail(words):
    assert not money.is_bank_detail(words)


def test_what_is_owed_and_paid_goes_by_what_they_said():
    assert money.owed(claim()) == 440
    assert money.owed(claim(state=ClaimState.OFFERED)) == 0
    assert money.owed(claim(state=ClaimState.DECLINED)) == 0
    assert money.owed(claim(state=ClaimState.LESS, agreed_pence=300)) == 300
    assert money.owed(claim(state=ClaimState.CHARITY)) == 440
    assert (money.owed(claim(paid_on=DAY)), money.paid(claim(paid_on=DAY))) == (0, 440)
    assert money.paid(claim(paid_on=DAY, paid_pence=450)) == 450
    assert money.is_late(claim(due=DAY), DAY + datetime.timedelta(1))
    assert not money.is_late(claim(due=DAY), DAY)


@given(st.integers(0, 10_000), st.integers(0, 500_000))
def test_a_rate_is_worked_out_to_the_penny_and_half_a_penny_up(pence, hundredths):
    exact = Fraction(pence * hundredths, 100)
    found = money.worked_out(rate(pence), hundredths)
    assert abs(found - exact) <= Fraction(1, 2)
    assert found >= exact - Fraction(1, 2)
    assert (found - exact) != Fraction(-1, 2)


def test_the_rate_is_the_one_that_stood_on_the_day():
    old, new = rate(40, from_on=datetime.date(2025, 4, 1)), rate(45, from_on=datetime.date(2026, 4, 1))
    assert money.rate_for((old, new), "travel", fee=False, on=datetime.date(2026, 3, 31)) == old
    assert money.rate_for((new, old), "travel", fee=False, on=DAY) == new
    assert money.rate_for((old,), "travel", fee=False, on=datetime.date(2025, 3, 31)) is None
    assert money.rate_for((old,), "travel", fee=True, on=DAY) is None
    assert money.standing((old, new), DAY) == (new,)
    assert money.to_review((rate(review_on=DAY),), DAY)


def test_expenses_in_a_file_make_the_same_amounts_everywhere():
    listed = (("bus", 400), ("bus", 400), ("lunch", 550))
    made = list(money.from_expenses("s", "p", DAY, listed))
    assert money.expenses(made) == listed
    assert len({c.id for c in made}) == 3
    assert list(money.from_expenses("s", "p", DAY, listed)) == made
    assert list(money.from_expenses("s", "p", DAY, listed, made)) == []
    assert [c.id for c in money.from_expenses("s", "p", DAY, listed, made[:2])] == [made[2].id]
    assert {c.id for c in money.from_expenses("s", "q", DAY, listed)}.isdisjoint({c.id for c in made})


MONEY = ("domain/money.py", "services/money.py", "services/seen/money.py", "publish/own/money.py", "publish/own/money_lists.py", "store/claims.py")  # fmt: skip


@pytest.mark.parametrize("name", MONEY)
def test_there_is_no_floating_number_where_money_is(name):
    tree = ast.parse((Path(coprod_desktop.__file__).parent / name).read_text("utf-8"))
    for node in ast.walk(tree):
        assert not (isinstance(node, ast.Constant) and isinstance(node.value, float)), ast.unparse(node)
        assert not (isinstance(node, ast.Name) and node.id == "float")
        assert not isinstance(node, ast.Div) or name == "x"
