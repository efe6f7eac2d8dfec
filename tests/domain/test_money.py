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
        "204567 12345678", "20/45/67 12345678", "20.45.67, a 1234567", "20 - 45 - 67", "20_45_67", "acc 1234567", "3782 822463 10005",
        "account in my name, number 1234567", "my roll number", "my number: one two three four five six seven eight",
    ],
)  # fmt: skip
def test_bank_details_are_known(words):
    assert money.is_bank_detail(words)


@pytest.mark.parametrize(
    "words",
    [
        "bus", "taxi at 10.30", "22 miles", "12/11/26", "26 November 2026", "ring 07700 900123", "01632 960123",
        "£20 and then £45.67", "bank holiday bus, 0930-1100", "two buses, one taxi, four of us", "on account of rain, ring 01632 960123",
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


@pytest.mark.parametrize(
    ("pence", "more", "owed", "paid", "offered"),
    [
        (440, {"state": ClaimState.OFFERED}, 0, 0, 440),
        (440, {"state": ClaimState.OFFERED, "agreed_pence": 100}, 0, 0, 100),
        (440, {"state": ClaimState.OFFERED, "paid_on": DAY}, 0, 440, 0),
        (440, {"state": ClaimState.CLAIMED}, 440, 0, 0),
        (440, {"state": ClaimState.LESS, "agreed_pence": 0}, 0, 0, 0),
        (440, {"state": ClaimState.LESS, "agreed_pence": 300}, 300, 0, 0),
        (440, {"state": ClaimState.LESS, "agreed_pence": 300, "paid_on": DAY}, 0, 300, 0),
        (440, {"state": ClaimState.ACCEPTED, "paid_on": DAY, "paid_pence": 0}, 0, 0, 0),
        (440, {"state": ClaimState.ACCEPTED, "paid_on": DAY, "paid_pence": 500}, 0, 500, 0),
        (440, {"state": ClaimState.DECLINED}, 0, 0, 0),
        (440, {"state": ClaimState.DECLINED, "paid_on": DAY}, 0, 0, 0),
        (440, {"state": ClaimState.CHARITY}, 440, 0, 0),
    ],
)
def test_each_amount_is_owed_or_paid_or_only_offered(pence, more, owed, paid, offered):
    assert money.sums([claim(pence, **more)]) == (owed, paid, offered)
    assert money.sums([claim(pence, **more), claim(1, paid_on=DAY)]) == (owed, paid + 1, offered)


def test_amounts_are_added_up_by_what_one_asks_in_the_order_it_first_comes():
    claims = [claim(5, kind="food"), claim(1), claim(7, kind="food", paid_on=DAY)]
    found = money.sums_by(claims, lambda one: one.kind)
    assert list(found.items()) == [("food", (5, 7, 0)), ("travel", (1, 0, 0))]
    assert money.sums(()) == (0, 0, 0)


def test_an_amount_is_late_the_day_after_it_was_due_and_only_while_it_is_owed():
    due = claim(due=DAY)
    assert not money.is_late(due, DAY)
    assert money.is_late(due, DAY + datetime.timedelta(1))
    assert not money.is_late(claim(due=DAY, paid_on=DAY), DAY + datetime.timedelta(1))
    assert not money.is_late(claim(0, due=DAY), DAY + datetime.timedelta(1))
    assert not money.is_late(claim(), DAY)


@pytest.mark.parametrize(
    ("pence", "shown"), [(0, "£0.00"), (99, "£0.99"), (440, "£4.40"), (101, "£1.01"), (125_000, "£1,250.00")]
)
def test_money_shows_its_pence(pence, shown):
    assert money.pounds(pence) == shown


@pytest.mark.parametrize(("pence", "shown"), [(1, "1p"), (99, "99p"), (100, "£1.00"), (2000, "£20.00")])
def test_a_price_under_a_pound_is_in_pence(pence, shown):
    assert money.price(pence) == shown


@pytest.mark.parametrize(
    ("pence", "hundredths", "owed"), [(45, 100, 45), (1, 49, 0), (1, 50, 1), (1, 149, 1), (3, 150, 5), (45, 0, 0)]
)
def test_half_a_penny_is_rounded_up(pence, hundredths, owed):
    assert money.worked_out(rate(pence), hundredths) == owed


def test_the_newest_rate_that_stood_on_a_day_counts_of_its_kind():
    day = datetime.timedelta(1)
    old, new, later = (rate(n, from_on=DAY + n * day) for n in (0, 1, 5))
    fee = rate(9, fee=True)
    every = (later, new, fee, old)
    assert money.rate_for(every, "travel", fee=False, on=DAY + 4 * day) is new
    assert money.rate_for(every, "travel", fee=False, on=DAY + 5 * day) is later
    assert money.rate_for(every, "travel", fee=False, on=DAY) is old
    assert money.rate_for(every, "travel", fee=True, on=DAY) is fee
    assert money.rate_for(every, "food", fee=False, on=DAY) is None
    assert money.rate_for(every, "travel", fee=False, on=DAY - day) is None
    assert money.standing(every, DAY + day) == (new, fee)
    assert money.standing(every, DAY) == (fee, old)
    hour = rate(2, unit=Unit.HOUR, from_on=DAY + 3 * day)
    assert money.of_day((*every, hour), DAY, DAY + 5 * day) == (fee, old, hour)
    assert money.of_day((*every, hour), DAY, DAY + 2 * day) == (fee, old)


def test_a_rate_is_looked_at_again_from_its_day_on():
    again = rate(review_on=DAY)
    assert money.to_review([again, rate()], DAY) == (again,)
    assert money.to_review([again], DAY - datetime.timedelta(1)) == ()


def test_the_file_of_a_session_lists_expenses_in_their_order_and_neither_fees_nor_offers():
    claims = [
        claim(2, words="Bus home", order=2),
        claim(1, order=1),
        claim(3, fee=True),
        claim(4, state=ClaimState.OFFERED),
        claim(5, state=ClaimState.DECLINED),
        claim(6, reward="A voucher"),
    ]
    assert money.expenses(claims) == (("travel", 1), ("Bus home", 2))


def test_what_a_file_lists_becomes_one_amount_each_and_none_that_it_told_already():
    listed = [("Bus", 440), ("Lunch", 300), ("Bus", 440), ("Bus", 100)]
    made = list(
        money.from_expenses("s", "p", DAY, listed, [claim(440, words="Bus"), claim(300, words="Lunch", fee=True)])
    )
    assert [(one.words, one.kind, one.pence, one.order) for one in made] == [
        ("Lunch", "food", 300, 1),
        ("Bus", "travel", 440, 2),
        ("Bus", "travel", 100, 3),
    ]
    assert {(one.person_id, one.session_id, one.state, one.on) for one in made} == {("p", "s", ClaimState.CLAIMED, DAY)}
    whole = list(money.from_expenses("s", "p", DAY, listed))
    assert len({one.id for one in whole}) == len(listed), "the same thing twice is two amounts"
    assert [one.id for one in whole if one.order] == [one.id for one in made], "the same on every laptop"
