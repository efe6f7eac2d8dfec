"""The papers about somebody's money, as the person reads them who gets one."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from coprod_desktop.domain.people_record import Claim, ClaimState, PaidHow, Rate, Reward, Unit
from coprod_desktop.domain.record import Organisation, Session
from coprod_desktop.publish.document import Facts, Paragraph, Table
from coprod_desktop.publish.easy.telling import hint
from coprod_desktop.publish.own import money

DAY = datetime.date(2026, 12, 10)
FEE = Claim(id="fee", person_id="e", session_id=None, kind="payment for time", fee=True, pence=4800,
            state=ClaimState.OFFERED, on=DAY)  # fmt: skip
CARE = Claim(id="care", person_id="e", session_id=None, kind="replacement care", fee=False, pence=3600,
             state=ClaimState.CLAIMED, on=DAY, due=DAY + datetime.timedelta(days=20))  # fmt: skip


def made(kind, *claims, organisation=None):
    purse = money.Purse(
        name="Eirlys Vaughan-Jones", salutation=None, claims=claims, rates=(), sessions={}, session=None,
        organisation=organisation, written_on=DAY,
    )  # fmt: skip
    return money.paper(kind, purse).document


def told(document):
    return ["".join(run.text for run in block.runs) for block in document.blocks if isinstance(block, Paragraph)]


@pytest.mark.parametrize("kind", money.TITLES)
def test_whoever_hands_papers_out_sees_whose_each_is(kind):
    assert any("Eirlys Vaughan-Jones" in line for line in told(made(kind, FEE)))
    if kind != money.FACTS:
        assert "This paper is private.\nIt is only for you, Eirlys Vaughan-Jones." in easy(kind, FEE)


def test_the_day_of_an_expense_that_was_asked_for_is_not_the_day_of_what_is_offered():
    labels = [label for block in made(money.WHAT_YOU_GET, FEE, CARE).blocks if isinstance(block, Facts)
              for label, _ in block.rows]  # fmt: skip
    assert "You get it by" not in labels


def test_a_claim_sheet_adds_what_it_cost_apart_from_payment_for_time():
    accepted = Claim(id="fee", person_id="e", session_id=None, kind="payment for time", fee=True, pence=4800,
                     state=ClaimState.ACCEPTED, on=DAY)  # fmt: skip
    sheet = made(money.CLAIM_SHEET, accepted, CARE)
    tables = [block for block in sheet.blocks if isinstance(block, Table)]
    assert [(table.caption, [row[0] for row in table.rows]) for table in tables] == [
        ("What it cost you", ["Replacement care"]),
        ("For your time, apart from that", ["Payment for time"]),
    ]
    assert [line for line in told(sheet) if line.startswith("Still")] == [
        "Still to be paid: £36.00.",
        "Still to be paid: £48.00.",
    ]


def test_who_reads_a_letter_of_facts_is_told_whom_to_ask_or_there_is_a_line_to_write_it_on():
    lines = [label for block in made(money.FACTS).blocks if isinstance(block, Facts) for label, _ in block.rows]
    assert "Organisation" in lines
    assert "Questions about this letter: ring or write to" in lines
    known = told(made(money.FACTS, organisation=Organisation(id="o", name="Our Say", phone="01632 960123")))
    assert known[-1] == "Questions? Ring 01632 960123."
    assert not any("gave you this paper" in line for line in known)


STORY = "the bus there, and a taxi back home because the last bus of the evening had gone (it goes at 5), 20% dearer"
"""What somebody may well type into one field."""


def easy(kind, *claims, **also):
    purse = money.Purse(
        name="Eirlys Vaughan-Jones", salutation=None, claims=claims, rates=also.pop("rates", ()), sessions={},
        session=also.pop("session", None), organisation=None, written_on=DAY, **also,
    )  # fmt: skip
    found = money.paper(kind, purse).easy
    assert found is not None
    return [sentence.text for topic in found.pages for sentence in topic.sentences]


def test_in_easy_read_a_claim_sheet_says_each_amount_how_it_stands_and_what_is_still_to_come():
    paid = replace(CARE, id="fare", kind="travel", words="bus", pence=440, paid_on=DAY, how=PaidHow.CASH)
    fee = replace(FEE, state=ClaimState.ACCEPTED)
    lines = easy(money.CLAIM_SHEET, fee, CARE, paid)
    assert "Replacement care: £36.00.\nWe pay it by 30 December 2026." in lines
    assert "Bus: £4.40.\nWe paid it in cash.\nThe day: 10 December 2026." in lines
    assert "Payment for time: £48.00.\nAsk us when we pay it." in lines
    assert "We still have to pay £84.00." in lines
    assert "Do not write the number of your bank account." in lines
    assert not any("____" in line for line in lines)
    assert sum("What for: ____" in line for line in easy(money.CLAIM_SHEET, CARE, by_hand=True)) == 3
    given = easy(money.CLAIM_SHEET, replace(fee, state=ClaimState.CHARITY, charity="The lifeboats"))
    assert "Payment for time: £48.00.\nIt goes to a charity, as you asked.\nAsk us when we pay it." in given
    assert "We have written nothing down yet." in easy(money.CLAIM_SHEET)


def test_in_easy_read_a_statement_tells_what_was_paid_what_is_owed_and_to_get_advice_elsewhere():
    paid = replace(CARE, id="fare", kind="travel", words="bus", pence=440, paid_on=DAY, paid_pence=400)
    lines = easy(money.STATEMENT, CARE, paid)
    assert "So far we paid £4.00." in lines
    assert "Bus: £4.00.\nWe paid it.\nThe day: 10 December 2026." in lines
    assert "We still have to pay £36.00." in lines
    assert any("independent advice" in line for line in lines)
    assert "We have paid all of it." in easy(money.STATEMENT, paid)


@pytest.mark.parametrize("kind", [money.WHAT_YOU_GET, money.CLAIM_SHEET, money.STATEMENT])
def test_whatever_was_typed_no_sentence_of_easy_read_about_money_is_longer_than_15_words(kind):
    told_long = [replace(one, words=STORY) for one in (FEE, CARE, replace(CARE, id="paid", paid_on=DAY))]
    told_long.append(replace(FEE, id="voucher", fee=False, words=STORY, reward=Reward.VOUCHER))
    rate = Rate(id="r", kind="travel", fee=False, words=STORY, pence=45, unit=Unit.MILE, from_on=DAY)
    session = Session(id="s", title=STORY, type="workshop", date=DAY)
    lines = easy(kind, *told_long, rates=(rate,), session=session, by_hand=True)
    assert any("£36.00" in line for line in lines) or kind == money.WHAT_YOU_GET
    assert [line for line in lines if hint(line)] == []
