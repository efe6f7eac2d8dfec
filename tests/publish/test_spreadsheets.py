import dataclasses
from datetime import date

import pytest

from coprod_desktop.domain.record import AgendaItem, Telling, Update
from coprod_desktop.domain.words import EarlierStatus, UpdateState
from coprod_desktop.publish.dates import day_of, in_words
from coprod_desktop.publish.gate import open_gate
from coprod_desktop.publish.spreadsheets import agenda_list, promises
from tests.domain.making import DAY, point, record

LATER = date(2026, 11, 20)


def rows(*points, as_of=DAY, earlier=()):
    made = dataclasses.replace(record(*points), earlier=earlier)
    sheet = promises(open_gate(made, (), as_of))
    return [dict(zip(sheet.columns, row, strict=True)) for row in sheet.rows]


def test_a_promise_is_a_row_with_what_an_officer_asks_for():
    (row,) = rows(point(1, "The bus is late"))
    assert row == {
        "Number": 1,
        "You said": "The bus is late",
        "Answer": "We will",
        "What we said": "We will see to it.",
        "Who": "Head of home care",
        "By when": date(2026, 11, 6),
        "Why": None,
        "Look again": None,
        "How it is going": None,
        "Last update": None,
        "What the last update said": None,
    }


def test_the_last_update_is_the_newest_up_to_the_papers_day():
    updates = (
        Update(id="u", on=date(2026, 11, 10), state=UpdateState.LATE, text="waiting for parts"),
        Update(id="u", on=date(2026, 10, 1), state=UpdateState.IN_HAND, text=None),
        Update(id="u", on=date(2026, 12, 1), state=UpdateState.DONE, text=None),
    )
    (row,) = rows(point(1, "The lift", updates=updates), as_of=LATER)
    assert row["Last update"] == date(2026, 11, 10)
    assert row["What the last update said"] == "Late. Waiting for parts."
    assert row["How it is going"] == "Not done yet. It is 14 days late"


def test_a_no_says_why_and_when_it_is_looked_at_again_as_a_date():
    about = {"text": None, "owner": None, "due": None, "reason_category": "money", "reason": "it costs £2,000"}
    (row,) = rows(point(1, "A minibus", answer="cannot", look_again="2027-03-01", **about))
    assert row["Answer"] == "No. We cannot"
    assert row["Why"] == "Money. It costs £2,000."
    assert row["Look again"] == date(2027, 3, 1)
    (row,) = rows(point(1, "A minibus", answer="cannot", look_again="when the contract ends", **about))
    assert row["Look again"] == "when the contract ends"


def test_what_is_not_answered_says_so_and_who_was_asked_is_told():
    assert rows(point(1, "Steps", answer=None, text=None, owner=None, due=None))[0]["Answer"] == "Not answered yet"
    asked = {"text": "We have asked", "asked_who": "Head of estates", "asked_on": date(2026, 9, 20), "owner": None}
    (row,) = rows(point(1, "Steps", answer="not_decided", **asked))
    said = "We have asked. We asked Head of estates on 20 September 2026, and will tell you by 6 November 2026."
    assert row["What we said"] == said


def test_earlier_promises_come_last_with_what_became_of_them():
    promise = Telling(
        id="x",
        text="Rails by the door",
        due=date(2026, 5, 1),
        status=EarlierStatus.DONE,
        done_on=date(2026, 5, 3),
        order=1,
    )
    first, last = rows(point(1, "Steps"), as_of=LATER, earlier=(promise,))
    assert first["You said"] == "Steps"
    assert last["Answer"] == "A promise from an earlier paper"
    assert (last["You said"], last["What we said"], last["By when"]) == (None, "Rails by the door", date(2026, 5, 1))
    assert last["How it is going"] == "Done, 2 days late"


def test_the_agenda_has_clock_times():
    items = (
        AgendaItem(id="a", title="Welcome", minutes=10, order=1),
        AgendaItem(id="b", title="Buses", minutes=30, order=2),
    )
    snapshot = open_gate(dataclasses.replace(record(start="10:30"), agenda=items), (), DAY)
    assert agenda_list(snapshot).rows == (
        ("10:30", "10:40", 10, "Welcome", None),
        ("10:40", "11:10", 30, "Buses", None),
    )


@pytest.mark.parametrize("day", [date(2026, 11, 6), date(1, 1, 1), date(9999, 12, 31), date(2028, 2, 29)])
def test_a_day_in_words_is_read_back(day):
    assert day_of(in_words(day)) == day


@pytest.mark.parametrize(
    "words", ["", "spring", "31 February 2027", "1 Marches 2027", "² March 2027", "1 March 99999", "1 March"]
)
def test_words_that_are_no_day(words):
    assert day_of(words) is None
