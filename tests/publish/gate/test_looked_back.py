"""What the gate lets through of looking back: questions of ours with counts in fives, and no word of anybody's."""

from __future__ import annotations

import datetime

import pytest

from coprod_desktop.domain.looked_back_record import LookedBack, LookedBy
from coprod_desktop.domain.looking_back import BackForm, BackForms, Question
from coprod_desktop.publish.gate import open_looked_back
from coprod_desktop.publish.public_looked_back import PublicAsked, PublicBeside, PublicLookedBack

SAY = Question("say", "Had I a say?", ("yes", "partly", "no"), "say", "A say")
PART = Question("part", "Could I take part?", ("yes", "no"), "say", "A say")
DECIDE = Question("co-decision", "Did we decide together?", ("often", "never"), "elements", "Elements")
MAKE = Question("co-design", "Did we design together?", ("often", "never"), "elements", "Elements")
FORMS = BackForms(
    (
        BackForm("slip", "Slip", "anyone", (SAY, PART), "What else?"),
        BackForm("staff", "Year", "staff", (SAY, DECIDE, MAKE), ""),
    )
)


def row(by: LookedBy, forms: int, **answers: dict[str, int]) -> LookedBack:
    told = {key.replace("_", "-"): counted for key, counted in answers.items()}
    return LookedBack(id=f"{by}{forms}", on=datetime.date(2026, 5, 3), by=by, forms=forms, answers=told, words="A word")


def opened(*rows: LookedBack) -> PublicLookedBack:
    return open_looked_back(FORMS, rows)


def test_slips_of_several_sessions_are_told_together_in_fives():
    made = opened(
        row(LookedBy.SLIP, 6, say={"yes": 3, "no": 1}, part={"yes": 0}),
        row(LookedBy.SLIP, 4, say={"yes": 4, "maybe": 9}, newer={"yes": 9}),
        row(LookedBy.SLIP, 1),
    )
    assert made == PublicLookedBack(
        slips=(
            PublicAsked(
                question="Had I a say?", answers=(("yes", "5 to 9"), ("partly", "fewer than 5"), ("no", "fewer than 5"))
            ),
        ),
        slip_forms="10 to 14",
    )


def test_the_newest_of_members_stands_beside_the_newest_of_staff():
    made = opened(
        row(LookedBy.MEMBERS, 12, say={"yes": 2, "no": 7}),
        row(LookedBy.STAFF, 9, say={"yes": 5, "partly": 5}, co_decision={"never": 5}, co_design={"never": 4}),
        row(LookedBy.MEMBERS, 30, say={"yes": 30}),
        row(LookedBy.STAFF, 30, say={"no": 30}),
    )
    assert made == PublicLookedBack(
        year=(
            PublicBeside(question="Had I a say?", members="no", staff="yes or partly", differ=True),
            PublicBeside(question="Did we decide together?", members=None, staff="never"),
        ),
        members_forms="10 to 14",
        staff_forms="5 to 9",
        never=("co-decision",),
    )


@pytest.mark.parametrize(
    ("members", "staff", "told"),
    [
        ({"yes": 5}, {"yes": 5}, ("yes", "yes", False)),
        ({"yes": 5}, {"no": 5}, ("yes", "no", True)),
        ({"yes": 4}, {"no": 5}, (None, "no", False)),
        ({"yes": 5}, {"no": 4}, ("yes", None, False)),
        ({"yes": 4}, {"no": 4}, None),
        ({}, {}, None),
    ],
)
def test_what_most_said_is_told_where_five_said_it_and_a_difference_only_between_two_that_are_told(
    members, staff, told
):
    year = opened(row(LookedBy.MEMBERS, 9, say=members), row(LookedBy.STAFF, 9, say=staff)).year
    assert [(one.members, one.staff, one.differ) for one in year] == ([told] if told else [])


def test_nobody_looked_back():
    assert opened() == PublicLookedBack()
