"""Who came: one count for pages, papers and turnout, in four groups, and where other numbers disagree with it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Protocol, TypeVar

from coprod_desktop.domain.counted import counted
from coprod_desktop.domain.record import Person, Session, SessionRecord
from coprod_desktop.domain.value import Value, value
from coprod_desktop.domain.words import AWAY, Attending, Group


def who_came(people: Iterable[Person]) -> tuple[Person, ...]:
    """Return who on the list came: those ticked here; while nobody is ticked, all who did not stay away."""
    listed = tuple(people)
    here = tuple(p for p in listed if p.attendance is Attending.HERE)
    return here or tuple(p for p in listed if p.attendance not in AWAY)


class OnList(Protocol):
    """A place on the list of a session."""

    @property
    def attendance(self) -> str | None:
        """A value of words.Attending; None when nothing is known."""


Place = TypeVar("Place", bound=OnList)


def listed_as_come(places: Iterable[Place], *, counted: bool = False) -> Sequence[Place]:
    """Return the places that count as come: those ticked; while nobody is, all but who stayed away or was only invited.

    `counted`: people were counted at the door, so that a place without a tick says nothing. Who was invited and gave no
    word stays on who_came's list, so that papers are made as they read; a count of people must not say they were there.
    """
    listed = tuple(places)
    here = tuple(one for one in listed if one.attendance == Attending.HERE)
    if here or counted:
        return here
    return tuple(one for one in listed if one.attendance not in AWAY and one.attendance != Attending.INVITED)


def roles_there(people: Iterable[Person]) -> Mapping[str, int]:
    """Count how many people there share each role."""
    from coprod_desktop.domain.roles import same_role

    return Counter(same_role(p.role) for p in who_came(people))


@value
class Came(Value):
    """How many people came: by group as far as it is known, and in all when that is more."""

    groups: tuple[tuple[Group, int], ...]
    total: int
    seen: bool
    """Whether anybody was ticked here or counted at the door; else the groups are those of the list."""

    @property
    def by_group(self) -> int:
        """How many of them are in a group: ticked and counted, or on the list."""
        return sum(n for _, n in self.groups)

    @property
    def here(self) -> Mapping[Group, int]:
        """How many were seen in each group, ticked off on the list and counted at the door; none while nobody was."""
        found = dict(self.groups) if self.seen else {}
        return {group: found.get(group, 0) for group in Group}


def count_who_came(session: Session, people: Sequence[Person]) -> Came:
    """Count who came: from the list, at the door (headcount), and in all (attended). Empty groups are left out.

    When people were counted at the door and nobody is ticked, the list is who was asked, not who came.
    """
    ticked = [p for p in people if p.attendance is Attending.HERE]
    door = {name: n for name, n in session.headcount.items() if n}
    count = _by_group(listed_as_come(people, counted=bool(door)))
    for name, n in door.items():
        count[Group(name) if name in set(Group) else Group.OTHERS] += n
    groups = tuple((g, count[g]) for g in Group if count[g] > 0)
    return Came(groups, max(sum(n for _, n in groups), session.attended or 0), bool(ticked or door))


def _by_group(people: Sequence[Person]) -> Counter[Group]:
    if not people:
        return Counter()
    from coprod_desktop.domain.roles import group_of  # the first line of a new session does not wait for it

    return Counter(group_of(p.role) for p in people)


def disagreeing(record: SessionRecord) -> Iterator[str]:
    """Yield in sentences where another number says that more people came, or others, than are counted as having come."""
    session, came = record.session, count_who_came(record.session, record.people)
    if session.attended is not None and came.by_group and _differs(session.attended, came):
        counted = "are ticked or counted at the door" if came.seen else "are on the list and did not stay away"
        yield f"{_people(came.by_group)} {counted}, and {session.attended} is written down as how many came"
    for number, words in _others(record):
        if number and number > came.total > 0:
            known = "came" if came.seen or session.attended else "came, by a list where nobody is ticked"
            yield f"{_people(number)} {words}, and {_people(came.total)} {known}"


def _differs(attended: int, came: Came) -> bool:
    """Tell whether the number written down is another one. A list that nobody was ticked on may be short."""
    return attended != came.by_group if came.seen else attended < came.by_group


def _others(record: SessionRecord) -> Iterator[tuple[int | None, str]]:
    from coprod_desktop.domain.measures import star_counts  # who counts only people does not wait for it

    session = record.session
    for vote in record.votes:
        yield vote.voters, f"voted on “{vote.question}”"
        yield vote.papers_given, f"got a paper to vote on “{vote.question}”"
    stars = sum(star_counts(session.stars).values())
    forms = session.evaluation_forms if session.evaluation_forms is not None else stars
    yield forms, "filled in a form"
    agreed = (session.rules_agreed or {}).get("by_how_many")
    yield agreed if isinstance(agreed, int) else None, "agreed the ground rules"
    yield max((notice.heard_by or 0 for notice in record.notices), default=0), "heard what becomes of their words"


def _people(count: int) -> str:
    return counted(count, "person", "people")
