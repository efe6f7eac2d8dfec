"""A list that comes a second time: which person of the workspace a row is, and what it says otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from coprod_desktop.domain.contact_marks import MAIL
from coprod_desktop.domain.needs import Needs
from coprod_desktop.domain.record import Need, Person
from coprod_desktop.domain.words import Attending
from coprod_desktop.services.bring_in.people_alike import SAME_PERSON, numbers
from coprod_desktop.services.bring_in.people_list.values import Differs, Listed

COMING, ROLE, CONTACT, NEED = "coming", "role", "contact", "need"


def same_person(row: Listed) -> str | None:
    """Return the one person of the workspace with this name and this number or address; None when two have them."""
    found = {like.who for like in row.like if isinstance(like.who, str) and like.why == SAME_PERSON}
    return str(found.pop()) if len(found) == 1 else None


def differs(row: Listed, now: Person, needs: Needs) -> tuple[Differs, ...]:
    """Return what a row says otherwise than what is written down of somebody. What nobody had said is no difference."""
    return tuple(_differs(row, now, needs))


def _differs(row: Listed, now: Person, needs: Needs) -> Iterator[Differs]:
    if row.attendance and now.attendance not in (None, Attending.HERE, row.attendance):
        yield Differs(COMING, str(now.attendance), row.attendance.value)
    if row.role and now.role and row.role.casefold() != now.role.casefold():
        yield Differs(ROLE, now.role, row.role)
    for part, had in other_contact(row.contact, now.contact):
        yield Differs(CONTACT, had, part)
    for words, group in row.needs:
        had_need = other_need(words, group, now.needs, needs)
        if had_need is not None:
            yield Differs(NEED, had_need.need, words)


def other_contact(said: str | None, had: str | None) -> Iterator[tuple[str, str]]:
    """Yield each number or address that stands in the place of another: (the new part, the part it stands for)."""
    for part in parts(said):
        for seen in (_mails, numbers):
            there = next((old for old in parts(had) if seen(old)), None)
            if seen(part) and there is not None and not seen(part) & seen(had):
                yield part, there


def other_need(words: str, group: str, had: Sequence[Need], needs: Needs) -> Need | None:
    """Return the need that is this one in another size or another way: large print 24 point for 16."""
    read = needs.read(words, group)
    for need in had:
        before = needs.read(need.need, need.ais)
        if read.known and before.known == read.known and (before.size, before.until) != (read.size, read.until):
            return need
    return None


def parts(contact: str | None) -> list[str]:
    """Return each way in which somebody is reached, as one line holds them."""
    return [part for part in (contact or "").split("; ") if part]


def _mails(contact: str | None) -> frozenset[str]:
    return frozenset(found.casefold() for found in MAIL.findall(contact or ""))
