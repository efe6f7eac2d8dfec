import pytest

from coprod_desktop.domain.record import Need
from coprod_desktop.domain.words import Attending, Group
from coprod_desktop.services import people, sessions
from coprod_desktop.services.making import packs, papers
from coprod_desktop.services.seen import listen, readiness
from tests.desks import set_needs


@pytest.fixture
def session(desk):
    return sessions.new(desk, title="Steering group", start="10:30", end="12:30")[0]


def here(desk, session, *needs, name="Win Tattersall"):
    person, _ = people.add(desk, session, name, "member")
    set_needs(desk, session, person, [Need(id=f"{name}{n}", need=need, ais=ais) for n, (need, ais) in enumerate(needs)])
    people.arrive(desk, session, person)
    return person


def words(desk, session):
    return [one.words for one in listen.read(desk, session).access]


def test_support_that_ends_comes_first_with_the_time_to_read_back(desk, session):
    here(desk, session, ("hearing loop", None), ("BSL interpreter until 12:00", None))
    first = listen.read(desk, session).access[0]
    assert first.words == "BSL interpreter until 12:00 (Win Tattersall): read back before 11:50"
    assert first.ends
    assert sum("BSL interpreter" in said for said in words(desk, session)) == 1
    assert "Hearing loop: Win Tattersall" in words(desk, session)


def test_what_a_need_asks_of_everyone_is_said_once(desk, session):
    here(desk, session, ("hearing loop", None))
    here(desk, session, ("Loop", None), name="Ade")
    said = words(desk, session)
    assert said.count("Loop on, microphone used every time.") == 1


def test_how_somebody_is_reached_and_that_nothing_is_needed_are_not_of_the_room(desk, session):
    here(desk, session, ("text message", "contact method"), ("phone only", None), ("None needed", None))
    assert words(desk, session) == []


def test_page_paper_packs_and_turnout_count_the_same_people(desk, session):
    for name in ("Ann", "Bo", "Cy"):
        people.add(desk, session, name, "carer")
    (away,) = (p.id for p in people.on_list(desk, session) if p.name == "Cy")
    people.change(desk, session, away, attendance=Attending.APOLOGIES)

    def counted():
        told = papers.snapshot(desk, session)
        came = listen.read(desk, session).came()
        return told.came_in_all, came.total, came.seen, packs.plan(desk, session, "agenda").not_listed

    assert counted() == (2, 2, False, 0)
    for name in ("Ann", "Bo"):
        people.arrive(desk, session, next(p.id for p in people.on_list(desk, session) if p.name == name))
    assert counted() == (2, 2, True, 0)
    assert readiness.of(desk, session).coming == "2 people here"
    sessions.count(desk, session, Group.CARERS, 1)
    assert listen.read(desk, session).came().total == 3
    assert packs.plan(desk, session, "agenda").not_listed == 1
    assert readiness.of(desk, session).coming == "3 people here"
