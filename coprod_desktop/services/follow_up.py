"""What the Follow up page shows, from one read: promises, papers made, and who has a copy of which."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from coprod_desktop.domain.record import Person
from coprod_desktop.services import papers, people, promises
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.promises import PromiseLine
from coprod_desktop.store.papers import PaperLine as PaperLine
from coprod_desktop.store.papers import SentLine as SentLine


@dataclass(frozen=True, kw_only=True)
class Reader:
    """Someone on the session's list and the copy they got last; `old` when a newer paper says something else."""

    id: str
    name: str
    format: str | None = None
    on: datetime.date | None = None
    old: bool = False


@dataclass(frozen=True, kw_only=True)
class FollowUp:
    """`readers` begins with those who have no copy; papers are newest first."""

    session: str
    promises: tuple[PromiseLine, ...]
    papers: Sequence[PaperLine]
    readers: tuple[Reader, ...]


def follow_up(desk: Desk, session: str) -> FollowUp:
    """Return what the Follow up page shows of a session now."""
    made = papers.made_before(desk, session)
    given = papers.sent_before(desk, session)
    return FollowUp(
        session=session,
        promises=promises.up_to(desk, session),
        papers=made,
        readers=readers(people.on_list(desk, session), made, given),
    )


def readers(listed: Sequence[Person], made: Sequence[PaperLine], given: Sequence[SentLine]) -> tuple[Reader, ...]:
    """Return everyone on the list with their newest copy; those without one first, then those with an old one."""
    says = {paper.id: paper.fingerprint for paper in made}
    newest = made[0].fingerprint if made else None
    last: dict[str, SentLine] = {}
    for copy in given:
        last.setdefault(copy.person, copy)
    found = [_reader(person, last.get(person.id), says, newest) for person in listed]
    return tuple(sorted(found, key=lambda r: (r.on is not None, not r.old)))


def _reader(person: Person, copy: SentLine | None, says: dict[str, str], newest: str | None) -> Reader:
    if copy is None:
        return Reader(id=person.id, name=person.name)
    return Reader(
        id=person.id,
        name=person.name,
        format=copy.format,
        on=datetime.date.fromisoformat(copy.on),
        old=says.get(copy.paper) != newest,
    )


def given_to(desk: Desk, session: str, paper: str) -> tuple[str, ...]:
    """Return the names of those who got one paper."""
    return tuple(copy.name for copy in papers.sent_before(desk, session) if copy.paper == paper)
