"""A group over time from the store: themes, rungs, promises, who came; small numbers hidden."""

from __future__ import annotations

import datetime
import time

import pytest

from coprod_desktop.domain.group_record import WorkGroup
from coprod_desktop.domain.ids import new_id
from coprod_desktop.domain.measures import FEWER
from coprod_desktop.domain.record import Entry
from coprod_desktop.domain.words import AnswerKind, Attending, EntryKind, Publish, Rung
from coprod_desktop.services import answers, capture, looking_back, people, sessions
from coprod_desktop.services.capture import NewLine
from coprod_desktop.services.looking_back import Of, Slip
from coprod_desktop.services.seen import over_time, over_time_told


def session(desk, months_ago: int, place: str, themes, **more) -> str:
    day = desk.today() - datetime.timedelta(30 * months_ago)
    made, _ = sessions.new(desk, title=f"Session {months_ago}", date=day, locality=place, group_id="g", **more)
    for theme in themes:
        capture.add(desk, made, NewLine(text=f"About {theme}", theme=theme))
    return made


@pytest.fixture
def group(desk):
    with desk.store.write() as tx:
        tx.add(WorkGroup(id="g", name="Steering", kind="steering group"), session=None)
    return "g"


@pytest.fixture
def year(desk, group):
    old = session(desk, 11, "Tilbury", ["Buses", "Buses"], ladder_aim=Rung.CO_DESIGN, ladder_actual=Rung.CONSULTATION)
    new = session(
        desk, 0, "Chadwell", ["Buses", "Heat"], ladder_members=Rung.CO_DESIGN, ladder_staff=Rung.CO_PRODUCTION
    )
    for n in range(7):
        person, _ = people.add(desk, old, f"Person {n}", "draws on care", attendance=Attending.HERE)
        if n < 6:
            people.bring(desk, new, person, "draws on care")
            people.arrive(desk, new, person)
    for n in range(6):
        people.add(desk, new, f"New {n}", "carer", attendance=Attending.HERE)
    people.add(desk, new, "Sam", "team manager", attendance=Attending.HERE)
    for n in range(2):
        people.add(desk, new, f"Signer {n}", "interpreter", attendance=Attending.HERE)
    point, _ = answers.add_point(desk, old, "Ring us")
    answers.change_point(
        desk, point, answer=AnswerKind.WILL, text="We ring", owner="Sam", due=desk.today() - datetime.timedelta(9)
    )
    return old, new


def test_themes_by_quarter_and_place_the_rung_and_promises(desk, year):
    """Features: "'of the moment' intelligence"; "climbing the ladder"; "four Thurrock localities"."""
    seen = over_time.read(desk, "g")
    assert {line.theme: line.total for line in seen.themes.lines} == {"Buses": 3, "Heat": 1}
    assert seen.themes.new == ("Heat",)
    assert seen.places.columns == ("Chadwell", "Tilbury")
    assert [(one.reached, one.members, one.staff) for one in seen.rungs] == [
        (Rung.CONSULTATION, None, None),
        (None, Rung.CO_DESIGN, Rung.CO_PRODUCTION),
    ]
    assert seen.promises == {"late": 1}
    assert seen.sessions == 2


def test_who_came_is_counted_with_small_numbers_hidden(desk, year):
    """Features: "tendency to utilise the same groups of people": first time and returning, without a list of names."""
    seen = over_time.read(desk, "g")
    (told,) = [table for table in over_time_told.tables(seen) if table.name == "came"]
    assert dict(row.cells for row in told.rows) == {
        "People with lived experience": "10 to 14",
        "Carers": "5 to 9",
        "Staff": FEWER,
        "Others": FEWER,
        "For the first time": "15 to 19",
        "Had come before": "the others",
    }


def test_a_line_that_may_be_printed_nowhere_is_in_no_count(desk, group):
    made = session(desk, 0, "", ["Buses"])
    capture.change(desk, capture.lines(desk, made)[0].id, publish="no")
    assert over_time.read(desk, "g").themes.lines == ()


def test_a_cancelled_session_is_not_among_those_held(desk, group):
    sessions.cancel(desk, session(desk, 1, "", []), "Snow")
    assert over_time.read(desk, "g").sessions == 0


def test_members_and_staff_stand_beside_each_other_and_what_was_never_used_is_told(desk, group):
    """Features: "adopts the four elements of co-production": shows which are never used."""
    for form, given in (
        ("members", {"done to, for, with": "to people"}),
        ("staff", {"done to, for, with": "with people", "co-decision": "never", "co-design": "often"}),
    ):
        looking_back.add_form(desk, Of(group="g"), form, Slip(answers=given))
        looking_back.write_down(desk, Of(group="g"), form)
    seen = over_time.read(desk, "g")
    assert [one.question.key for one in seen.year if one.differ] == ["done to, for, with"]
    assert seen.never == ("co-decision",)


def test_slips_of_all_its_sessions_are_counted_together(desk, year):
    for made in year:
        looking_back.add_form(desk, Of(session=made), "slip", Slip(answers={"had a say": "yes"}))
        looking_back.write_down(desk, Of(session=made), "slip")
    seen = over_time.read(desk, "g")
    assert (seen.slip_forms, seen.slips) == (2, {"had a say": {"yes": 2}})


def test_an_empty_group_has_nothing_to_tell(desk, group):
    seen = over_time.read(desk, "g")
    assert (seen.sessions, seen.rungs, seen.came, seen.first, seen.measures) == (0, [], {}, {}, ())


def test_a_large_group_is_read_at_once(desk, group):
    made = [session(desk, n % 24, "Tilbury", ()) for n in range(40)]
    with desk.store.write() as tx:
        for one in made:
            rows = [
                (
                    Entry(
                        id=new_id(), n=n, kind=EntryKind.CONTRIBUTION, text="x", theme=f"T{n % 20}", publish=Publish.YES
                    ),
                    {},
                )
                for n in range(1, 61)
            ]
            tx.add_many(rows, session=one)
    over_time.read(desk, "g")
    began = time.perf_counter()
    over_time.read(desk, "g")
    assert time.perf_counter() - began < 1, "2,400 lines; the page has 100 ms on the machine this was written on"
