"""What of a group is somebody's: told in the record of everything about them, and said before it goes."""

from __future__ import annotations

import pytest

from coprod_desktop.domain.agreed_record import AgreedPaper, SignedUp
from coprod_desktop.domain.ids import new_id
from coprod_desktop.domain.log_record import LogLine
from coprod_desktop.services import group_members, groups
from coprod_desktop.services.rights import erasure
from coprod_desktop.services.rights.everything import everything


@pytest.fixture
def ida(desk):
    group, _ = groups.add(desk, "Night bus forum", "forum")
    group_members.add(desk, group, "Ida Ackroyd", "speaks for carers", mix="carers", training="Chairing")
    person = group_members.of(desk, group)[0].member.person_id
    paper = new_id()
    with desk.store.write() as tx:
        tx.add(AgreedPaper(id=paper, group_id=group, kind="charter", title="Our charter"), session=None)
        tx.add(
            SignedUp(id=new_id(), paper_id=paper, person_id=person, name="Ida Ackroyd", on=desk.today()), session=None
        )
        line = LogLine(
            id=new_id(),
            kind="pledge",
            on=desk.today(),
            group_id=group,
            words="A later bus",
            who="Ida Ackroyd",
            person_id=person,
        )
        tx.add(line, session=None)
    return person


def test_the_record_about_somebody_tells_their_groups_what_they_signed_and_what_the_log_says(desk, ida):
    told = {part.title: part for part in everything(desk, ida).parts}
    (member,) = told["Groups they are or were in"].kept
    facts = dict(member.facts)
    assert facts["The group"] == "Night bus forum"
    assert (facts["Part in the group"], facts["Training they had"]) == ("speaks for carers", "Chairing")
    (signed,) = told["Papers they signed up to"].kept
    assert signed.what == "Our charter"
    (line,) = told["In the log of a group"].kept
    assert dict(line.facts)["Words"] == "A later bus"


def test_before_somebody_is_erased_it_is_said_what_of_their_groups_stays(desk, ida):
    stays = " ".join(erasure.before(desk, ida).stays)
    assert "1 group keeps one more member without a name" in stays
    assert "1 line of a log stays, without their name" in stays
