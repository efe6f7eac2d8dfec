"""What the gate lets through of the bank of people: all in fives, and nothing that somebody typed and nobody settled."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from coprod_desktop.domain.measures import Count
from coprod_desktop.domain.who_is_missing import Beside, Compared, Local, Missing
from coprod_desktop.domain.words import Group
from coprod_desktop.domain.year_record import InBank
from coprod_desktop.publish.public_year import PublicBeside, PublicCompared, PublicInBank
from coprod_desktop.publish.snapshot import PublicCount
from tests.publish.gate.test_year import FACTS, SECRET, opened

CENSUS = Local("Age", "Under 25", Fraction(1, 5), "20%", "Census 2021")


def in_fives(label: str, many: str) -> PublicCount:
    return PublicCount(label=label, count=None, hidden_as=many)


def test_of_the_bank_each_number_is_in_fives_and_what_waits_is_left_out():
    lines = (
        Beside("Under 25", Count("Under 25", 8), 38, CENSUS, True),
        Beside("Over 90", Count("Over 90", 0), 0, CENSUS._replace(said="2%", source="")),
        Beside("Not said", Count("Not said", None, "fewer than 5"), None),
        Beside(SECRET, Count(SECRET, 6), 30),
    )
    bank = InBank(
        id="b",
        people=12,
        groups={Group.CARERS: 7, Group.STAFF: 5},
        alike=(("What they are interested in", {"buses": 6, SECRET: 5}),),
        first={"for the first time": "5 to 9", "the others": "fewer than 5"},
        missing=Missing(
            (Compared("Age", 21, lines), Compared(SECRET, 9, ())),
            (
                CENSUS._replace(characteristic="Faith", answer="None", said="30%", source=SECRET),
                CENSUS._replace(characteristic=SECRET),
                CENSUS._replace(answer=SECRET),
            ),
            1,
        ),
    )
    made = opened(replace(FACTS, in_bank=bank))
    assert made.in_bank == PublicInBank(
        people="10 to 14",
        groups=(in_fives("carers", "5 to 9"), in_fives("staff", "5 to 9")),
        alike=(("What they are interested in", (in_fives("buses", "5 to 9"),)),),
        first=(in_fives("for the first time", "5 to 9"), in_fives("the others", "fewer than 5")),
        compared=(
            PublicCompared(
                asked="Age",
                answered="20 to 24",
                lines=(
                    PublicBeside(answer="Under 25", many="5 to 9", local="20% (Census 2021)", fewer=True),
                    PublicBeside(answer="Over 90", many="nobody", local="2%", fewer=None),
                    PublicBeside(answer="Not said", many="fewer than 5", local=None, fewer=None),
                ),
            ),
        ),
        not_asked=("Faith, None: 30%",),
        unclear=1,
    )


def test_of_an_empty_bank_there_is_no_number():
    made = opened(replace(FACTS, in_bank=InBank(id="b"))).in_bank
    assert made == PublicInBank(people="", groups=(), alike=(), first=(), compared=(), not_asked=(), unclear=0)
