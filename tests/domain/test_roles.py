import pytest

from coprod_desktop.domain.roles import group_of
from coprod_desktop.domain.words import Group

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
