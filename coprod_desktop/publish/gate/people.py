"""How people may appear on a paper: each as they chose, and nobody by accident."""

from __future__ import annotations

from collections.abc import Callable

from coprod_desktop.domain.check.names import ListedNames, allowed_name
from coprod_desktop.domain.check.words import tidy
from coprod_desktop.domain.record import Entry, Person, SessionRecord
from coprod_desktop.domain.roles import SHARED_BY, group_of, is_co_chair, roles_there, same_role
from coprod_desktop.domain.words import ANONYMOUS, Group, NameInPublic


class People:
    """The people of one session as a paper may show them. `is_clean` tells whether a text names nobody."""

    def __init__(self, record: SessionRecord, is_clean: Callable[[str], bool]) -> None:
        self._people = {p.id: p for p in record.people}
        self._shared = roles_there(record)
        self._listed = ListedNames(record.people)
        self._is_clean = is_clean

    def signature(self, entry: Entry) -> str | None:
        """Return what stands under someone's words: their name as they chose, a shared role, or nothing.

        Words said for somebody else carry that person's choice, and no name until they were checked with them.
        """
        speaker = entry.said_for or entry.speaker
        if speaker is None and entry.speaker_role:
            return self._shared_role(entry.speaker_role)
        if speaker is None or speaker == ANONYMOUS or speaker not in self._people:
            return None
        if entry.said_for is not None and not entry.checked_with_person:
            return None
        person = self._people[speaker]
        name = allowed_name(person)
        if name is None and person.name_in_public is NameInPublic.ROLE:
            return self._shared_role(person.role)
        return name

    def co_chairs(self) -> tuple[str, ...]:
        """Return the names of the co-chairs who allow it."""
        names = (allowed_name(p) for p in self._people.values() if is_co_chair(p))
        return tuple(name for name in names if name is not None)

    def owner(self, text: str) -> str:
        """Return who will do it. A person on the list appears as they chose; a job title stays as it was typed."""
        person = self._listed.first_named(text)
        if person is None:
            return text
        name = allowed_name(person)
        if name is not None:
            return name
        if person.name_in_public is NameInPublic.ROLE and person.consent_withdrawn_on is None:
            return self._role(person) or _somebody(person)
        return self._shared_role(person.role) or _somebody(person)

    def _shared_role(self, role: str) -> str | None:
        shared = self._shared.get(same_role(role), 0) >= SHARED_BY
        return _capital(role) if shared and self._is_clean(tidy(role)) else None

    def _role(self, person: Person) -> str | None:
        return _capital(person.role) if person.role.strip() and self._is_clean(tidy(person.role)) else None


def _somebody(person: Person) -> str:
    return "A member of staff" if group_of(person.role) is Group.STAFF else "A member of the group"


def _capital(role: str) -> str:
    role = tidy(role).strip()
    return role[:1].upper() + role[1:]
