"""Who an answer is from and whom we asked: nobody by name before they agreed, and a silence told as a silence."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from coprod_desktop.domain.record import Telling
from coprod_desktop.domain.week_after import Asking, AskingStep
from coprod_desktop.publish.gate import open_gate
from tests.domain.making import DAY, person, point, record

LATER = DAY + datetime.timedelta(days=60)


PRITI = person("priti", "Priti Vaghela", role="council staff", public="full name")
ANA = person("ana", "Ana Quist", role="council staff")
OWEN = person("owen", "Owen Tate", role="council staff", public="full name")
"""Who may be named, where they agreed to have the answer."""


NIA = person("nia", "Nia Howe")


def opened(*rows, as_of=LATER):
    return open_gate(record(PRITI, OWEN, ANA, NIA, *rows), (), as_of)


def step(kind, day=0, who="Director", **more):
    on = DAY + datetime.timedelta(days=day)
    return Asking(id=f"{kind} {day} {who}", point="p1", step=AskingStep(kind), to_whom=who, on=on, **more)


def asked(*steps, answer=None, **more):
    (made,) = opened(point(1, "The rota", answer=answer, asked=steps, **more)).points
    return made


@pytest.mark.parametrize(
    ("owner", "agreed", "steps", "printed"),
    [
        ("Priti Vaghela, Head of Commissioning", DAY, (), "Priti Vaghela, Head of Commissioning"),
        ("Priti Vaghela, Head of Commissioning", None, (step("asked"),), "Council staff"),
        ("Ana Quist", DAY, (step("asked"),), "Council staff"),
        ("Head of Commissioning", None, (step("asked"),), "Head of Commissioning"),
        ("  ", None, (step("asked"),), None),
    ],
)
def test_nobody_is_named_before_they_agreed(owner, agreed, steps, printed):
    (made,) = opened(point(1, "The rota", owner=owner, owner_agreed=agreed, asked=steps)).points
    assert made.owner == printed


def test_who_makes_the_paper_is_told_of_names_that_are_not_printed():
    asked_of = {"owner": "Priti Vaghela", "asked": (step("asked", who="Priti Vaghela"),)}
    two = opened(point(1, "The rota", **asked_of), point(2, "The bus", **asked_of), point(3, "The ramp"))
    assert [str(words) for words in two.warnings] == [
        "2 answers: no name is printed, for nobody wrote down that they agreed. Their job is, if we know it."
    ]
    assert opened(point(1, "The rota")).warnings == ()
    others = {"asked": (step("asked"),)}
    known = (
        point(2, "The bus", owner="Head of homes", **others),
        point(3, "The ramp", owner=None, **others),
        point(4, "The gate", owner="Ana Quist", owner_agreed=DAY, **others),
    )
    assert opened(*known).warnings == ()
    assert [str(words)[:9] for words in opened(point(1, "The rota", **asked_of), *known).warnings] == ["1 answer:"]


@pytest.mark.parametrize(
    ("owner", "made_by", "printed"),
    [
        (None, None, None),
        ("Priti Vaghela, Head of Commissioning", None, "Priti Vaghela, Head of Commissioning"),
        ("Priti Vaghela, Head of Commissioning", "Priti Vaghela, Head of Commissioning", "Council staff"),
        ("Priti Vaghela", "Priti Vaghela", "Council staff"),
        ("Owen Tate", "Priti Vaghela", "Owen Tate"),
    ],
)
def test_an_earlier_promise_names_its_owner_as_who_made_it_may_be_named(owner, made_by, printed):
    made = point(9, "The rota", owner=made_by, asked=(step("asked"),)) if made_by else None
    told = Telling(id="t", key="t1", text="We print it", due=DAY, owner=owner, made=made)
    snapshot = open_gate(replace(record(PRITI, OWEN), earlier=(told,)), (), LATER)
    assert [one.owner for one in snapshot.earlier] == [printed]


def test_a_silence_is_told_of_the_job_with_its_days():
    made = asked(step("asked"), step("chased", 14))
    assert made.silence == "Asked the Director on 17 September and 1 October. No reply."


@pytest.mark.parametrize(
    ("who", "called"),
    [
        ("the Director", "the Director on"),
        ("Our transport team", "Our transport team on"),
        ("Priti Vaghela, Head of Commissioning", "the council staff on"),
        ("Head of Commissioning", "the Head of Commissioning on"),
        ("Somebody in the team", "Somebody in the team on"),
        ("all staff", "all staff on"),
        ("both managers", "both managers on"),
        ("us all", "us all on"),
        ("we all", "we all on"),
        ("an officer", "an officer on"),
        ("Nia Howe", "a member of the group on"),
        ("Jo Marsh", "on 17 September. No reply."),
        (" ", "on 17 September. No reply."),
    ],
)
def test_whom_we_asked_is_called_as_one_says_it(who, called):
    assert asked(step("asked", who=who)).silence.startswith(f"Asked {called}")


def test_who_agreed_to_be_named_is_named_as_whom_we_asked():
    who = "Priti Vaghela"
    made = asked(step("asked", who=who), owner=who, owner_agreed=LATER)
    assert made.silence.startswith("Asked Priti Vaghela on 17 September. They agreed")


def test_a_day_by_which_people_are_told_stands_beside_a_silence():
    fields = {"owner": None, "due": LATER, "asked_who": "Director", "asked_on": DAY}
    made = asked(step("asked"), step("chased", 14), answer="will", **fields)
    assert made.silence == "Asked the Director on 17 September and 1 October. No reply."
    assert made.asked == "No date given yet. We will tell you by 16 November 2026"


def test_whom_we_asked_does_not_stand_twice_beside_who_does_it():
    agreed = {"owner": "Head of home care", "owner_agreed": DAY, "asked_on": DAY}
    (one, other) = opened(
        point(1, "The rota", asked_who="Head of home care", **agreed),
        point(2, "The bus", asked_who="Contracts", **agreed),
    ).points
    assert one.asked is None
    assert other.asked == "We asked Contracts on 17 September 2026"


def test_a_role_written_in_capitals_keeps_them_inside_a_sentence():
    people = [person(key, f"Nia {key}", role="NHS staff") for key in ("Howe", "Rees", "Puw")]
    made = open_gate(
        record(*people, point(1, "The rota", answer=None, asked=(step("asked", who="Nia Howe"),))), (), LATER
    )
    assert made.points[0].silence.startswith("Asked the NHS staff on")


@pytest.mark.parametrize(
    ("who", "owner", "due", "told"),
    [
        ("Jo Marsh", "Contracts", None, "No date given: we asked the person we asked on 17 September 2026"),
        ("Jo Marsh", "Jo Marsh", None, "No date given: we asked the person we asked on 17 September 2026"),
        ("Priti Vaghela", "Contracts", None, "No date given: we asked Council staff on 17 September 2026"),
        ("Contracts", "Contracts", None, "No date given: we asked Contracts on 17 September 2026"),
        (
            *("Contracts", "Contracts", LATER),
            "No date given: we asked Contracts on 17 September 2026, and will tell you by 16 November 2026",
        ),
        (" ", "Contracts", None, None),
    ],
)
def test_whom_we_asked_stands_for_a_date_that_nobody_gave(who, owner, due, told):
    asks = {"asked_who": who, "asked_on": DAY, "due": due, "owner": owner}
    (made,) = opened(point(1, "The rota", **asks)).points
    assert (made.asked, made.silence) == (told, None)


def test_who_answered_and_gave_no_date_is_told_by_the_day_alone_beside_a_silence():
    asks = {"asked_who": "Jo Marsh", "asked_on": DAY, "owner": "Jo Marsh", "asked": (step("asked"),)}
    (made,) = opened(point(1, "The rota", due=None, **asks)).points
    assert (made.owner, made.asked) == ("The person we asked", "No date given yet")


def test_nobody_listed_is_named_who_is_on_the_list_and_did_not_allow_it():
    (made,) = opened(point(1, "The rota", owner="Ana Quist, Head of Commissioning", owner_agreed=DAY)).points
    assert made.owner == "Council staff"
