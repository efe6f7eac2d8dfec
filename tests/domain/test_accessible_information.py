"""The six steps of the Accessible Information Standard are counted from what is written down, and nothing else."""

from __future__ import annotations

import datetime

from coprod_desktop.domain.accessible_information import OnList, Step, is_due, tallies, was_asked
from coprod_desktop.domain.checklist import asking_line
from coprod_desktop.domain.record import ChecklistItem, Need, Person
from coprod_desktop.domain.words import Phase
from coprod_desktop.services.program import content

NEEDS = content.load().needs
TODAY = datetime.date(2026, 11, 26)
DAY = datetime.timedelta(days=1)


def on(person: str, *needs: Need, day: datetime.date = TODAY - DAY, lines: tuple[str, ...] = (), asked: bool = False):
    who = Person(id=person, name=person.title(), role="member", needs=needs)
    return OnList("s", day, who, frozenset(lines), asked)


def counts(*parts: OnList) -> dict[tuple[str, int], dict[str, int]]:
    """Each tally's parts, by its step and its place in it."""
    found: dict[tuple[str, int], dict[str, int]] = {}
    for tally in tallies(parts, NEEDS, TODAY):
        place = sum(step == tally.step for step, _n in found)
        found[(tally.step, place)] = dict(tally.parts)
        assert tally.total == sum(dict(tally.parts).values())
        assert tally.source
    return found


def test_whoever_has_a_need_was_asked_and_whoever_has_none_may_not_have_been():
    found = counts(on("ade", Need(id="1", need="large print")), on("bo", asked=True), on("cy"))
    assert list(found[(Step.IDENTIFY, 0)].values()) == [1, 1, 1]


def test_nothing_needed_is_no_need():
    found = counts(on("ade", Need(id="1", need="none needed"), Need(id="2", need="large print")))
    assert sum(found[(Step.RECORD, 0)].values()) == 1
    found = counts(OnList("s", TODAY, Person(id="ade", name="Ade", role="member"), frozenset()))
    assert list(found[(Step.IDENTIFY, 0)].values()) == [0, 0, 1]
    found = counts(on("ade", Need(id="1", need="none needed")))
    assert list(found[(Step.IDENTIFY, 0)].values()) == [0, 0, 1]
    assert sum(found[(Step.RECORD, 0)].values()) == 0


def test_a_need_counts_once_a_person_and_on_lists_each_time():
    first = on("ade", Need(id="1", need="large print"), day=TODAY - 30 * DAY, lines=("1",))
    again = on("ade", Need(id="2", need="Large print"), day=TODAY + 5 * DAY)
    found = counts(first, again, on("ade", Need(id="3", need="large print"), day=TODAY))
    assert sum(found[(Step.RECORD, 0)].values()) == 1
    assert found[(Step.FLAG, 0)] == {"with a line on the checklist": 1, "without one": 2}
    assert sum(found[(Step.MEET, 0)].values()) == 2, "what is to come cannot be met yet"


def test_the_group_is_as_it_was_said_or_as_the_words_say_and_other_is_outside():
    found = counts(
        on("ade", Need(id="1", need="large print"), Need(id="2", need="halal food"), Need(id="3", need="a drum"))
    )
    assert list(found[(Step.RECORD, 0)].values()) == [1, 2]


def test_met_is_what_the_person_said_and_never_guessed():
    needs = (
        Need(id="1", need="large print", met=True),
        Need(id="2", need="hearing loop", met=False, why_not="the battery was flat"),
        Need(id="3", need="quiet room", met=False),
        Need(id="4", need="braille"),
    )
    found = counts(on("ade", *needs))
    assert list(found[(Step.MEET, 0)].values()) == [1, 2, 1]
    assert found[(Step.MEET, 1)] == {"with the reason": 1, "without": 1}


def test_told_to_who_has_to_know_counts_once_it_was_on_any_list():
    first = on("ade", Need(id="1", need="large print", shared_on=TODAY), day=TODAY - 9 * DAY)
    found = counts(first, on("ade", Need(id="2", need="large print")), on("bo", Need(id="3", need="braille")))
    assert found[(Step.SHARE, 0)] == {"told to who has to know": 1, "no day written down for that": 1}


def test_a_review_is_late_when_its_day_has_come_and_nobody_has_looked_since():
    due = Need(id="1", need="large print", review_by=TODAY)
    looked = Need(id="2", need="large print", review_by=TODAY - DAY, reviewed=TODAY)
    later = Need(id="3", need="large print", review_by=TODAY + DAY, reviewed=TODAY - 400 * DAY)
    that_day = Need(id="5", need="large print", review_by=TODAY, reviewed=TODAY)
    assert [is_due(need, TODAY) for need in (due, looked, later, that_day)] == [True, False, False, False]
    found = counts(on("ade", due), on("bo", looked), on("cy", later), on("dee", Need(id="4", need="braille")))
    assert list(found[(Step.REVIEW, 0)].values()) == [3, 1]
    assert found[(Step.REVIEW, 1)] == {"in time": 2, "late": 1}


def test_asked_is_what_somebody_ticked():
    ade = Person(id="ade", name="Ade", role="member")
    line = ChecklistItem(id=asking_line("s", "ade"), phase=Phase.BEFORE, text="Ade: ask")
    assert not was_asked("s", ade, [line])
    ticked = ChecklistItem(id=line.id, phase=Phase.BEFORE, text="", done=True)
    assert was_asked("s", ade, [ChecklistItem(id="chairs", phase=Phase.BEFORE, text="Chairs"), ticked])
    assert not was_asked("another", ade, [ticked])
