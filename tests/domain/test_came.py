import dataclasses
import datetime

import pytest

from coprod_desktop.domain.came import count_who_came, disagreeing, listed_as_come, roles_there, who_came
from coprod_desktop.domain.record import NoticeGiven, Person, Session, Vote, VoteOption
from coprod_desktop.domain.words import Attending, Group, NoticeTime
from tests.domain.making import person, record

HERE, AWAY, COMING = Attending.HERE, Attending.APOLOGIES, Attending.COMING


def counted(session):
    return count_who_came(session.session, session.people)


def listed(*attendances):
    return [person(str(n), f"Person {n}", attendance=attendance) for n, attendance in enumerate(attendances)]


def test_everybody_on_the_list_came_when_nobody_marked_arrivals():
    came = counted(record(person("a", "A"), person("b", "B", "carer")))
    assert came.groups == ((Group.LIVED_EXPERIENCE, 1), (Group.CARERS, 1))
    assert came.total == 2


def test_who_was_only_invited_is_on_no_count_of_who_came_but_is_still_somebody_papers_are_made_for():
    session = record(*listed(Attending.INVITED, Attending.INVITED))
    assert counted(session).total == 0
    assert len(who_came(session.people)) == 2
    assert counted(record(*listed(Attending.INVITED, COMING, None))).total == 2
    assert counted(record(*listed(Attending.INVITED, HERE))).total == 1
    assert len(listed_as_come(listed(Attending.INVITED, COMING, None))) == 2
    assert listed_as_come(listed(COMING, None), counted=True) == ()


def test_only_who_was_here_counts_once_arrivals_are_marked():
    people = (
        person("a", "A", attendance=Attending.HERE),
        person("b", "B", attendance=Attending.APOLOGIES),
        person("c", "C"),
    )
    session = record(*people, headcount={"carers": 2, "people with lived experience": 1}, attended=9)
    came = counted(session)
    assert came.groups == ((Group.LIVED_EXPERIENCE, 2), (Group.CARERS, 2))
    assert came.total == 9
    assert roles_there(session.people) == {"draws on care": 1}


def test_people_counted_at_the_door_are_not_counted_again_from_the_list():
    session = Session(id="s", title="T", type="forum", date=datetime.date(2026, 1, 2), headcount={"carers": 4})
    listed = (Person(id="1", name="A", role="carer"), Person(id="2", name="B", role="resident"))
    here = (Person(id="1", name="A", role="carer", attendance=Attending.HERE), *listed[1:])

    assert count_who_came(session, listed).groups == ((Group.CARERS, 4),)
    assert count_who_came(session, here).groups == ((Group.CARERS, 5),)


@pytest.mark.parametrize(
    ("attendances", "came", "seen"),
    [
        ((None, None, AWAY), 2, False),
        ((COMING, None, AWAY), 2, False),
        ((Attending.DID_NOT_COME, AWAY), 0, False),
        ((HERE, None, AWAY), 1, True),
        ((HERE, HERE, COMING), 2, True),
        ((), 0, False),
    ],
)
def test_one_count_for_who_and_how_many(attendances, came, seen):
    session = record(*listed(*attendances))
    assert len(who_came(session.people)) == came
    assert (counted(session).total, counted(session).seen) == (came, seen)
    assert sum(counted(session).here.values()) == (came if seen else 0)


def voted(session, **fields):
    vote = Vote(id="v", question="Which day?", options=(VoteOption(id="o", label="Monday", votes=5),), **fields)
    return dataclasses.replace(session, votes=(vote,))


def test_more_voters_than_came_is_said():
    session = voted(record(*listed(HERE, HERE)), voters=58, papers_given=61)
    assert list(disagreeing(session)) == [
        "58 people voted on “Which day?”, and 2 people came",
        "61 people got a paper to vote on “Which day?”, and 2 people came",
    ]
    assert not list(disagreeing(voted(record(*listed(HERE), attended=1), voters=1, papers_given=1)))


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"attended": 5}, "2 people are ticked or counted at the door, and 5 is written down as how many came"),
        ({"attended": 1}, "2 people are ticked or counted at the door, and 1 is written down as how many came"),
        ({"attended": 2}, ""),
        ({"evaluation_forms": 3}, "3 people filled in a form, and 2 people came"),
        ({"evaluation_forms": 2}, ""),
        ({"stars": {"5": 2, "4": 1}}, "3 people filled in a form, and 2 people came"),
        ({"rules_agreed": {"by_how_many": 4}}, "4 people agreed the ground rules, and 2 people came"),
        ({"headcount": {"carers": 3}, "attended": 5}, ""),
    ],
)
def test_other_numbers_that_disagree_are_said(fields, said):
    assert list(disagreeing(record(*listed(HERE, HERE, AWAY), **fields))) == ([said] if said else [])


def test_a_notice_heard_by_more_than_came_is_said():
    day = datetime.date(2026, 9, 1)
    notices = tuple(
        NoticeGiven(id=f"n{heard}", on=day, at="10:00", when=NoticeTime.START, heard_by=heard) for heard in (1, 3, None)
    )
    session = dataclasses.replace(record(*listed(HERE)), notices=notices)
    assert list(disagreeing(session)) == ["3 people heard what becomes of their words, and 1 person came"]


def test_a_list_nobody_was_ticked_on_may_be_short_and_not_long():
    assert not list(disagreeing(record(*listed(None, None), attended=9)))
    assert not list(disagreeing(record(*listed(None, None), attended=2)))
    assert list(disagreeing(record(*listed(None, None, AWAY), attended=1))) == [
        "2 people are on the list and did not stay away, and 1 is written down as how many came"
    ]


def test_of_a_list_nobody_was_ticked_on_it_is_said_that_nobody_was():
    assert list(disagreeing(voted(record(*listed(None)), voters=9))) == [
        "9 people voted on “Which day?”, and 1 person came, by a list where nobody is ticked"
    ]


def test_where_nobody_knows_who_came_nothing_disagrees():
    assert not list(disagreeing(voted(record(evaluation_forms=9), voters=58)))


def test_a_group_nobody_knows_is_counted_among_others_and_empty_groups_are_left_out():
    came = counted(record(headcount={"visitors": 2, "carers": 0}, attended=1))
    assert (came.groups, came.total, came.seen) == (((Group.OTHERS, 2),), 2, True)
    assert came.here == {group: 2 if group is Group.OTHERS else 0 for group in Group}


def test_forms_that_were_counted_count_before_their_stars():
    assert not list(disagreeing(record(*listed(HERE), evaluation_forms=1, stars={"5": 3})))
    assert not list(disagreeing(record(*listed(HERE), rules_agreed={"by_how_many": "all"})))


def test_a_number_written_down_makes_a_list_nobody_was_ticked_on_known():
    session = voted(record(*listed(None), attended=2), voters=3)
    assert list(disagreeing(session)) == ["3 people voted on “Which day?”, and 2 people came"]
    assert not list(disagreeing(record(attended=2)))
