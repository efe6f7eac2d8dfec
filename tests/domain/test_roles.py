import pytest

from coprod_desktop.domain.roles import group_of, is_co_chair, is_role, ran_it, same_role
from coprod_desktop.domain.words import Group
from tests.domain.making import person

LIVED = [
    "draws on care", "co-chair, draws on care", "Resident", "member", "lived experience", "service user",
    "expert by experience", "steering group member", "care home resident", "day centre member", "self-advocate",
    "draws on care, carer", "person with lived experience", "lives here", "I live in extra care", "lives in supported living", "uses services", "council tenant",
    "co-chair / member", "former care worker who draws on care",
]  # fmt: skip
CARERS = [
    "carer", "family member", "relative", "parent of a young person who draws on care", "unpaid carer", "co-chair, carer",
    "my mum lives in a care home", "dad lives here", "daughter of a resident", "resident's daughter", "carer for someone who draws on care", "young carer", "parent carer",
]  # fmt: skip
STAFF = [
    "care worker", "home care manager", "provider manager", "home care provider manager", "service director",
    "council", "council officer", "NHS", "provider", "principal social worker", "facilitator", "co-chair, service director",
    "member of staff", "staff member", "live in care home worker", "carers lead", "carers centre manager", "carer support worker", "district nurse",
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


@pytest.mark.parametrize(
    ("words", "one"),
    [
        ("volunteer", True), ("carer", True), ("draws on care", True), ("manager", True), ("council", True),
        ("Co-Chair", True), ("vice chairman", True), ("Hon  secretary", True), ("somebody, treasurer", True),
        ("Sam and minutes taker", True), ("Adult Services", False), ("chair lift", False), ("", False), ("Sam", False),
    ],
)  # fmt: skip
def test_what_says_what_somebody_is(words, one):
    assert is_role(words) is one


@pytest.mark.parametrize(
    ("role", "co_chair", "ran"),
    [
        ("Facilitator", False, True), ("facilitates", False, True), ("Co-chair", True, False), ("CO CHAIR", True, False),
        ("cochair", True, False), ("co-chair, facilitator", True, False), ("decochair", False, False),
        ("unfacilitated", False, False), ("carer", False, False),
    ],
)  # fmt: skip
def test_who_is_co_chair_and_who_ran_it(role, co_chair, ran):
    who = person("p", "Sam", role=role)
    assert (is_co_chair(who), ran_it(who)) == (co_chair, ran)


def test_a_role_is_the_same_whatever_capitals_and_spaces():
    assert same_role(" Social  WORKER ") == same_role("social worker") == "social worker"
    assert same_role("social worker") != same_role("socialworker")
