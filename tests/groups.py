"""A made-up group for tests, written down without its page."""

from __future__ import annotations

from coprod_desktop.domain.group_record import Member, WorkGroup
from coprod_desktop.domain.ids import new_id
from coprod_desktop.domain.record import Person
from coprod_desktop.services.desk import Desk


def made_group(desk: Desk, name: str = "Home care steering group") -> str:
    """Write a group down and return its id."""
    group = WorkGroup(id=new_id(), name=name, kind="steering group")
    with desk.store.write("Wrote a group down") as tx:
        tx.add(group, session=None)
    return group.id


def made_member(desk: Desk, group: str, name: str) -> str:
    """Put somebody new into a group and return their id."""
    person = Person(id=new_id(), name=name, role="")
    with desk.store.write("Put somebody into a group") as tx:
        tx.add_unlisted(person)
        tx.add(Member(id=new_id(), group_id=group, person_id=person.id), session=None)
    return person.id
