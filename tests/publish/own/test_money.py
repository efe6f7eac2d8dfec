"""The papers about somebody's money, as the person reads them who gets one."""

from __future__ import annotations

import datetime

import pytest

from coprod_desktop.domain.people_record import Claim, ClaimState
from coprod_desktop.domain.record import Organisation
from coprod_desktop.publish.document import Facts, Paragraph, Table
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
