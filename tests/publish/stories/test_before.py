import dataclasses
import datetime

import pytest

from coprod_desktop.domain.record import AgendaItem, GroundRule
from coprod_desktop.domain.words import SessionFormat
from coprod_desktop.errors import UserError
from coprod_desktop.publish.document import Bullets, Facts, Heading, Table
from coprod_desktop.publish.gate import open_gate
from coprod_desktop.publish.reflow import lists_for_tables
from coprod_desktop.publish.stories.before import SUPPORT, agenda, call_out, ground_rules
from tests.domain.making import DAY, person, record
from tests.publish.telling_papers import told

ITEMS = (
    AgendaItem(id="a1", title="Welcome, names", minutes=30, leads="Ana Quist", order=0, notes="remember the keys"),
    AgendaItem(id="a2", title="Tea", minutes=15, kind="break", order=1),
    AgendaItem(id="a3", title="What is working?", minutes=45, leads="Team manager", order=2),
)
ANA = person("a", "Ana Quist", public="first name")
ABOUT = {
    "start": "10:30", "finish_by": "12:45", "place": "St Cuthbert's Hall", "purpose": "home care at weekends",
    "cannot_change": "This year's money", "contact": "Ring 01632 960 123", "format": SessionFormat.HYBRID,
}  # fmt: skip


def snapshot(*rows, items=(), rules=(), **session):
    also = {"agenda": items, "ground_rules": tuple(GroundRule(id=r, text=r, order=n) for n, r in enumerate(rules))}
    return open_gate(dataclasses.replace(record(*rows, **session), **also), (), DAY)


def words(paragraph):
    return "".join(run.text for run in paragraph.runs)


def facts(document):
    return {label: words(value) for b in document.blocks if isinstance(b, Facts) for label, value in b.rows}


def test_the_agenda_has_clock_times_who_leads_and_its_breaks():
    document = agenda(snapshot(ANA, items=ITEMS, **ABOUT))
    (table,) = [b for b in document.blocks if isinstance(b, Table)]

    assert table.header == ("Starts", "What", "Who leads")
    assert table.rows == (
        ("10:30am", "Welcome, names", "Ana"),
        ("11am", "Tea (a break)", ""),
        ("11:15am", "What is working?", "Team manager"),
    )
    assert "Breaks: 15 minutes at 11am. Breaks are not made shorter." in told(document)


def test_the_agenda_says_when_where_and_what_cannot_change():
    document = agenda(snapshot(ANA, items=ITEMS, **ABOUT))

    assert facts(document) == {
        "Day": "Thursday 17 September 2026",
        "Time": "10:30am to midday",
        "We have to finish by": "12:45pm",
        "Place": "St Cuthbert's Hall",
        "How to take part": "In person or online",
    }
    said = told(document)
    assert "What it is about: Home care at weekends." in said
    assert "What cannot change: This year's money." in said
    assert "ring " in said.lower()
    assert "01632 960 123" in said


def test_notes_and_names_that_may_not_be_printed_stay_out_of_the_agenda():
    said = told(agenda(snapshot(person("a", "Ana Quist"), items=ITEMS, **ABOUT)))
    assert "Quist" not in said
    assert "keys" not in said


def test_without_a_start_the_agenda_says_how_long_each_thing_takes():
    document = agenda(snapshot(items=(dataclasses.replace(ITEMS[1], kind=None, title="Votes"),)))
    (table,) = [b for b in document.blocks if isinstance(b, Table)]

    assert (table.header, table.rows) == (("How long", "What"), (("15 minutes", "Votes"),))
    assert "There is no break planned. Ask for one whenever you need it." in told(document)


def test_in_large_print_the_agenda_is_a_list():
    document = lists_for_tables(agenda(snapshot(ANA, items=ITEMS, **ABOUT)))
    items = [words(i) for b in document.blocks if isinstance(b, Bullets) for i in b.items]
    assert "11:15am\nWhat: What is working?\nWho leads: Team manager" in items


def test_ground_rules_have_numbers_people_can_call_out():
    document = ground_rules(snapshot(rules=("one person talks at a time", "You can pass.")))

    assert facts(document) == {"Rule 1": "One person talks at a time.", "Rule 2": "You can pass."}
    assert "To be agreed by the group on the day." in told(document)


@pytest.mark.parametrize(
    ("agreed", "said"),
    [
        (
            {"at": "2026-09-17T10:44:09+01:00", "by_how_many": 14},
            "Agreed by the group on 17 September 2026, by 14 people.",
        ),
        ({"at": "2026-09-17T10:44:09+01:00"}, "Agreed by the group on 17 September 2026."),
        ({"at": "some time"}, "To be agreed by the group on the day."),
    ],
)
def test_ground_rules_say_who_agreed_them_and_never_at_what_time(agreed, said):
    document = ground_rules(snapshot(rules=("You can pass",), rules_agreed=agreed))
    assert said in told(document)
    assert "10:44" not in told(document)


def test_the_call_out_tells_what_people_can_count_on():
    """Row of the sources: "We will advertise new co-production projects on our webpage"."""
    document = call_out(snapshot(reply_by=datetime.date(2026, 10, 1), pot_pence=500_000, end="12:30", **ABOUT))
    said = told(document)

    assert facts(document)["Time"] == "10:30am to 12:30pm"
    for words_ in (
        "Home care at weekends.",
        "What cannot change: This year's money.",
        "The money there is: £5,000.",
        "by 1 October 2026",
        "If an answer is no, we say no and why.",
        "Get independent advice first.",
        "01632 960 123",
        *SUPPORT,
    ):
        assert words_ in said
    headings = [b.text for b in document.blocks if isinstance(b, Heading)]
    assert headings[0] == "Come and tell us"
    assert headings[-1] == "Tell us that you are coming"


def test_the_call_out_stands_with_nothing_filled_in():
    said = told(call_out(snapshot()))
    assert "If something cannot change, we say so and tell you why." in said
    assert "speak to whoever gave you this paper" in said
    assert "None" not in said


@pytest.mark.parametrize(("kind", "missing"), [(agenda, "no agenda yet"), (ground_rules, "no ground rules yet")])
def test_what_is_not_there_yet_is_said(kind, missing):
    with pytest.raises(UserError, match=missing):
        kind(snapshot())
