"""Whom on the list notes mean: the surest match only, and everybody of whom it may be true."""

import pytest

from coprod_desktop.domain.notes.whom import may_be
from tests.domain.making import person

PEOPLE = [
    person(str(at), name)
    for at, name in enumerate(
        [
            "Hafsa Quraishi",
            "Wyn ap Rhydderch",
            "Eileen Park",
            "Eileen Obi",
            "Hana Quill",
            "Jo",
            "Eve O'Dell",
            "Lee Hana",
        ]
    )
]


@pytest.mark.parametrize(
    ("called", "who"),
    [
        ("Hafsa Quraishi", ["Hafsa Quraishi"]),
        ("hafsa QURAISHI (carer)", ["Hafsa Quraishi"]),
        ("Hafsa Quraishi [guest]", ["Hafsa Quraishi"]),
        ("Jo", ["Jo"]),  # a whole name is surer than initials
        ("Quraishi Hafsa", ["Hafsa Quraishi"]),
        ("Wyn Rhydderch", ["Wyn ap Rhydderch"]),
        ("H Quraishi", ["Hafsa Quraishi"]),
        ("Hafsa Q.", ["Hafsa Quraishi"]),
        ("Eileen P", ["Eileen Park"]),
        ("Eileen O", ["Eileen Obi"]),
        ("Hafsa Obi", []),
        ("Hafsa K", []),
        ("Ha Quraishi", []),  # shortened is one letter
        ("H Q R", []),
        ("W ap R", ["Wyn ap Rhydderch"]),
        ("Eileen", ["Eileen Park", "Eileen Obi"]),
        ("Hana", ["Hana Quill"]),  # the first name of one is surer than the surname of another
        ("Quraishi", ["Hafsa Quraishi"]),
        ("Park", ["Eileen Park"]),
        ("Obi", []),  # so few letters are looked for among initials
        ("Quill", ["Hana Quill"]),
        ("ODell", ["Eve O'Dell"]),
        ("HQ", ["Hafsa Quraishi", "Hana Quill"]),
        ("H.Q.", ["Hafsa Quraishi", "Hana Quill"]),
        ("WaR", ["Wyn ap Rhydderch"]),
        ("WR", ["Wyn ap Rhydderch"]),
        ("EP", ["Eileen Park"]),
        ("XX", []),
        ("(carer)", []),
        ("", []),
    ],
)
def test_whom_notes_mean_by_what_they_call_somebody(called, who):
    assert [one.name for one in may_be(called, PEOPLE)] == who
