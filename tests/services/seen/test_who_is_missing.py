import datetime

import pytest

from coprod_desktop.domain.measures import FEWER
from coprod_desktop.domain.who_is_missing import FIRST, RETURNING
from coprod_desktop.domain.words import Attending
from coprod_desktop.services import local_figures, people, sessions
from coprod_desktop.services.seen import who_is_missing


@pytest.fixture
def three(desk):
    """Three sessions, a month apart, that have been."""
    today = desk.today()
    days = [today - datetime.timedelta(days=n) for n in (90, 60, 30)]
    return [sessions.new(desk, title=f"Session {day}", date=day)[0] for day in days]


def came(desk, session, *names, known=()):
    found = []
    for name in names:
        who, _ = people.add(desk, session, name, "resident", attendance=Attending.HERE)
        found.append(who)
    for who in known:
        people.bring(desk, session, who, "resident")
        people.change(desk, session, who, attendance=Attending.HERE)
    return found


def about(desk, session, **counts):
    with desk.store.write("Counted forms") as tx:
        tx.change("session", session, about_you_counts={"Disabled": counts}, evaluation_forms=sum(counts.values()))


def test_first_and_again_are_counted_over_the_sessions_that_are_chosen(desk, three):
    old = came(desk, three[0], *(f"Old {n}" for n in range(7)))
    came(desk, three[1], *(f"New {n}" for n in range(6)), known=old)
    found = who_is_missing.read(desk, sessions=[three[1]])
    assert found.first == {FIRST: "5 to 9", RETURNING: "the others"}
    assert who_is_missing.read(desk, sessions=three[:1]).first == {FIRST: "5 to 9", RETURNING: "the others"}
    assert found.sessions == 1


def test_what_somebody_says_counts_more_than_what_is_written_down_here(desk, three):
    found = came(desk, three[0], *(f"P {n}" for n in range(12)))
    for who in found[:6]:
        people.change(desk, three[0], who, first_time=False)
    assert who_is_missing.read(desk).first == {FIRST: "5 to 9", RETURNING: "the others"}


def test_people_are_counted_in_fives(desk, three):
    old = came(desk, three[0], *(f"Old {n}" for n in range(9)))
    came(desk, three[1], "One New", known=old)
    assert who_is_missing.read(desk, sessions=[three[1]]).first == {FIRST: FEWER, RETURNING: "the others"}


def test_somebody_known_twice_is_one_person(desk, three):
    old = came(desk, three[0], *(f"P {n}" for n in range(6)))
    again = came(desk, three[1], *(f"Q {n}" for n in range(10)))
    for one, other in zip(old[:5], again[:5], strict=True):
        people.same_person(desk, one, other)
    assert who_is_missing.read(desk, sessions=[three[1]]).first == {FIRST: "5 to 9", RETURNING: "the others"}
    assert who_is_missing.read(desk, sessions=three).first == {FIRST: "10 to 14", RETURNING: "the others"}


def test_answers_of_the_chosen_time_stand_beside_the_figure(desk, three):
    local_figures.add(desk, "Disabled", "yes", "24%", "Census 2021")
    about(desk, three[0], yes=6, no=34)
    about(desk, three[2], yes=5, no=5)
    whole = who_is_missing.read(desk)
    assert whole.with_forms == 2
    assert [(line.answer, line.count.count) for line in whole.missing.compared[0].lines] == [("yes", 11), ("no", 39)]
    lately = who_is_missing.read(desk, since=desk.today() - datetime.timedelta(days=40))
    assert [line.count.count for line in lately.missing.compared[0].lines] == [5, 5]


def test_a_session_that_is_still_to_come_does_not_count(desk, three):
    sessions.new(desk, title="Next", date=desk.today() + datetime.timedelta(days=9))
    assert who_is_missing.read(desk).sessions == 3
