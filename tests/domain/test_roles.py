import datetime

import pytest

from coprod_desktop.domain.record import Person, Session, SessionRecord
from coprod_desktop.domain.roles import count_who_came, group_of, roles_there
from coprod_desktop.domain.words import Attending, Group
from tests.domain.making import person, record

LIVED = [
    "draws on care", "co-chair, draws on care", "Resident", "member", "lived experience", "service user",
    "expert by experience", "steering group member", "care home resident", "day centre member", "self-advocate",
    "draws on care, carer", "person with lived experience", "lives here", "uses services", "council tenant",
    "co-chair / member", "former care worker who draws on care",
]  # fmt: skip
CARERS = [
    "carer", "family member", "relative", "parent of a young person who draws on care", "unpaid carer", "co-chair, carer",
    "daughter of a resident", "resident's daughter", "carer for someone who draws on care", "young carer", "parent carer",
]  # fmt: skip
STAFF = [
    "care worker", "home care manager", "provider manager", "home care provider manager", "service director",
    "council", "council officer", "NHS", "provider", "principal social worker", "facilitator", "co-chair, service director",
    "member of staff", "staff member", "carers lead", "carers centre manager", "carer support worker", "district nurse",
    "council staff", "head of commissioning", "paid carer", "resident liaison officer", "membership officer",
]  # fmt: skip
OTHERS = [
    "interpreter", "BSL interpreter", "advocate", "supporter", "councillor", "Cllr", "voluntary group", "volunteer",
    "personal assistant", "speech-to-text reporter", "", "co-chair", "Healthwatch", "voluntary sector manager", "🙂",
]  # fmt: skip


@pytest.mark.parametrize(
    ("role", "group"),
    [(r, g) for roles, g in zip((LIVED, CARERS, STAFF, OTHERS), Group, strict=True) for r in roles],
)
def test_which_group_a_role_means(role, group):
    assert group_of(role) is group


def test_everybody_on_the_list_came_when_nobody_marked_arrivals():
    came = count_who_came(record(person("a", "A"), person("b", "B", "carer")))
    assert came.groups == ((Group.LIVED_EXPERIENCE, 1), (Group.CARERS, 1))
    assert came.total == 2


def test_only_who_was_here_counts_once_arrivals_are_marked():
    people = (
        person("a", "A", attendance=Attending.HERE),
        person("b", "B", attendance=Attending.APOLOGIES),
        person("c", "C"),
    )
    session = record(*people, headcount={"carers": 2, "people with lived experience": 1}, attended=9)
    came = count_who_came(session)
    assert came.groups == ((Group.LIVED_EXPERIENCE, 2), (Group.CARERS, 2))
    assert came.total == 9
    assert roles_there(session) == {"draws on care": 1}


def test_people_counted_at_the_door_are_not_counted_again_from_the_list():
    session = Session(id="s", title="T", type="forum", date=datetime.date(2026, 1, 2), headcount={"carers": 4})
    listed = (Person(id="1", name="A", role="carer"), Person(id="2", name="B", role="resident"))
    here = (Person(id="1", name="A", role="carer", attendance=Attending.HERE), *listed[1:])

    assert count_who_came(SessionRecord(session=session, people=listed)).groups == ((Group.CARERS, 4),)
    assert count_who_came(SessionRecord(session=session, people=here)).groups == ((Group.CARERS, 5),)
