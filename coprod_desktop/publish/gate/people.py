"""How people may appear on a paper: each as they chose, and nobody by accident."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from coprod_desktop.domain import permission_fields
from coprod_desktop.domain.came import roles_there
from coprod_desktop.domain.check.names import ListedNames, allowed_name
from coprod_desktop.domain.check.words import tidy
from coprod_desktop.domain.permission import NamePart
from coprod_desktop.domain.record import Entry, Person, SessionRecord
from coprod_desktop.domain.roles import SHARED_BY, group_of, is_co_chair, same_role
from coprod_desktop.domain.words import ANONYMOUS, Group, WhoseWords


class People:
    """The people of one session as a paper may show them. `is_clean` tells whether a text names nobody.

    `names` are those of the same record, where they have been made ready already.
    """

    def __init__(
        self, record: SessionRecord, is_clean: Callable[[str], bool], names: ListedNames | None = None
    ) -> None:
        self._people = {p.id: p for p in record.people}
        permissions = permission_fields.of_record(record)
        self._parts = partial(permissions.name_parts, circle=record.circle)
        self._shared = roles_there(record.people)
        self._listed = names or ListedNames((*record.people, *record.others), self._parts)
        self._is_clean = is_clean

    def signature(self, entry: Entry) -> str | None:
        """Return what stands under someone's words: their name as they chose, a shared role, or nothing.

        A supporter's words for somebody are never signed as that person's own. Words said for somebody carry that
        person's choice, and no name until they were checked with them. A story under a changed name says so; without
        a check, or with somebody's real name for it, it is signed by nobody.
        """
        if entry.told_as and (told_as := tidy(entry.told_as).strip()):
            right = entry.checked_with_person and self._listed.anybody_named(told_as) is None
            return f"{told_as} (name changed)" if right else None
        if entry.said_for is not None:
            name = self._name_of(entry.said_for) if entry.checked_with_person else None
            return f"A supporter, for {name or 'someone else'}" if entry.whose is WhoseWords.SUPPORTER else name
        if entry.speaker is None and entry.speaker_role:
            return self._shared_role(entry.speaker_role)
        return None if entry.speaker is None or entry.speaker == ANONYMOUS else self._name_of(entry.speaker)

    def _name_of(self, who: str) -> str | None:
        person = self._people.get(who)
        if person is None:
            return None
        parts = self._parts(who)
        name = allowed_name(person, parts)
        role = self._shared_role(person.role) if NamePart.ROLE in parts and NamePart.SURNAME not in parts else None
        return f"{name}, {role[:1].lower()}{role[1:]}" if name and role else name or role

    def called(self, who: str) -> str | None:
        """Return somebody's name as they let it be printed; None when they do not."""
        person = self._people.get(who)
        return None if person is None else allowed_name(person, self._parts(who))

    def co_chairs(self) -> tuple[str, ...]:
        """Return the names of the co-chairs who allow it."""
        names = (allowed_name(p, self._parts(p.id)) for p in self._people.values() if is_co_chair(p))
        return tuple(name for name in names if name is not None)

    def owner(self, text: str) -> str:
        """Return who will do it. A person on the list appears as they chose; a job title stays as it was typed."""
        person = self._listed.first_named(text)
        if person is None:
            return text
        return allowed_name(person, self._parts(person.id)) or self._without_name(person)

    def without_name(self, text: str) -> str | None:
        """Return what somebody on the list is called where no name may stand; None when a text names nobody on it."""
        person = self._listed.anybody_named(text)
        return None if person is None else self._without_name(person)

    def _without_name(self, person: Person) -> str:
        if NamePart.ROLE in self._parts(person.id):
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
