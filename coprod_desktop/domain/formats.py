"""How people read and how they are reached, from their needs (Accessible Information Standard) and their contact.

What a need means is read by domain.needs. What this program cannot make stays in their words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from coprod_desktop.domain import safe_contact
from coprod_desktop.domain.came import who_came
from coprod_desktop.domain.contact_marks import MAIL, POSTCODE
from coprod_desktop.domain.needs import CONTACT, FORMAT, By, Needs, ReadNeed, in_group
from coprod_desktop.domain.record import Person

LARGE, LEAST_LARGE = 18, 16
"""Large print unless a size was asked for, and the least that counts as large (UKAAF G003)."""


class Wish(NamedTuple):
    """A format and how many people read it. `format` is None when this program cannot make it."""

    format: str | None
    words: str
    people: int


NOT_SAFE = frozenset({By.NO_WRITING, By.NO_RINGING, By.NO_MESSAGE})
"""Nothing is sent by the way this person named, and they named no other."""


class Way(NamedTuple):
    """How a person is reached, and where: an address or number out of their contact, or all of it as they said it."""

    by: By
    where: str = ""


# ---- reading


def reads(person: Person, needs: Needs) -> tuple[str, ...]:
    """Return the formats this person reads. Somebody who hears papers gets the text: its second file is read aloud.

    Nothing when nobody wrote it down, and when they need what only people can make (`cannot_make`).
    """
    return tuple(dict.fromkeys(form for read in _read(person, needs) for form in read.formats))


def cannot_make(person: Person, needs: Needs) -> tuple[str, ...]:
    """Return in their words the formats this person reads and this program cannot make."""
    found = []
    for need, read in zip(person.needs, _read(person, needs), strict=True):
        unknown = in_group(need.ais, FORMAT) and not read.formats and not read.nothing and bool(need.need.strip())
        if read.by_people or unknown:
            found.append(_tidy(need.need))
    return tuple(dict.fromkeys(found))


def asked(person: Person, needs: Needs) -> bool:
    """Tell whether anybody wrote down how this person reads."""
    return bool(reads(person, needs) or cannot_make(person, needs))


def none_read(reads: Sequence[str], cannot_make: Sequence[str], made: Sequence[str]) -> bool:
    """Tell whether somebody who was asked how they read is known to read none of what was made."""
    return bool(reads or cannot_make) and bool(made) and not set(made) & set(reads)


def wishes(people: Iterable[Person], needs: Needs) -> tuple[Wish, ...]:
    """Return the formats people who came read, most people first. Nobody counts twice for one format."""
    found: dict[tuple[str | None, str], int] = {}
    for person in who_came(people):
        named: list[tuple[str | None, str]] = [(name, "") for name in reads(person, needs)]
        named += [(None, words) for words in cannot_make(person, needs)]
        for key in named:
            found[key] = found.get(key, 0) + 1
    wanted = [Wish(made, words, count) for (made, words), count in found.items()]
    return tuple(sorted(wanted, key=lambda w: (w.format is None, -w.people, w.words)))


def print_size(person: Person, needs: Needs) -> int:
    """Return the type size in points of this person's large print: what they asked for, from 16 to 72, else 18."""
    return size_asked_for(person, needs) or LARGE


def size_asked_for(person: Person, needs: Needs) -> int | None:
    """Return the type size in points this person asked for, from 16 to 72; None when they named no size."""
    sizes = [read.size for read in _read(person, needs) if read.size]
    return max([LEAST_LARGE, *sizes]) if sizes else None


def gets(person: Person, needs: Needs) -> tuple[str, ...]:
    """Return the formats to make for this person: what they read; a web page or standard print when nobody asked.

    Never standard print for somebody who reads something else (Accessible Information Standard). Nothing for somebody
    whose only way is not safe: a copy that lies ready gets sent.
    """
    way = reached_by(person, needs)
    if way.by in NOT_SAFE:
        return ()
    if asked(person, needs):
        return reads(person, needs)
    return ("html",) if way.by is By.MAIL and way.where else ("pdf",)


def largest_print(people: Iterable[Person], needs: Needs) -> int:
    """Return the type size in points for large print: the largest anyone who came asked for, at least 18 (UKAAF G003)."""
    return max([LARGE, *(print_size(person, needs) for person in who_came(people))])


def _read(person: Person, needs: Needs) -> list[ReadNeed]:
    return [needs.read(need.need, need.ais) for need in person.needs]


def _tidy(words: str) -> str:
    text = " ".join(words.split())
    return text[:1].upper() + text[1:]


# ---- reaching

_NUMBER = re.compile(r"\+?\(?\d[\d ()-]{7,}\d")


def reached_by(person: Person, needs: Needs) -> Way:
    """Return how this person is reached: as their needs say, else as their contact looks. No address if it is not safe.

    Who opens somebody's post matters only where a thing is or may be posted.
    """
    asked_for = [need.need for need in person.needs if in_group(need.ais, CONTACT)]
    way = way_of(person.contact, needs, asked_for)
    if way.by in {By.POST, By.MAIL, By.UNKNOWN} and not safe_contact.may_write(person):
        return Way(By.NO_WRITING)
    if way.by is By.PHONE and not safe_contact.may_ring(person):
        return Way(By.NO_RINGING)
    if way.by in {By.TEXT, By.VOICE} and not safe_contact.may_leave_message(person):
        return Way(By.NO_MESSAGE)
    if way.by in {By.POST, By.UNKNOWN} and safe_contact.opens_post(person):
        return Way(By.NO_POST)
    return way


def way_of(contact: str | None, needs: Needs, asked_for: Sequence[str] = ()) -> Way:
    """Return the way a contact names, or one asked for as a need: what was asked for comes first. Safe or not."""
    contact = " ".join((contact or "").split())
    ways = map(needs.way, (*asked_for, MAIL.sub(" ", contact)))
    by = next((By(way) for way in ways if way), None) or _looks_like(contact)
    return Way(by, _where(by, contact))


def _looks_like(contact: str) -> By:
    if MAIL.search(contact):
        return By.MAIL
    if POSTCODE.search(contact):
        return By.POST
    return By.PHONE if _NUMBER.search(contact) else By.UNKNOWN


def _where(by: By, contact: str) -> str:
    pattern = {By.MAIL: MAIL, By.TEXT: _NUMBER, By.VOICE: _NUMBER, By.PHONE: _NUMBER}.get(by)
    found = pattern.search(contact) if pattern else None
    if by is By.MAIL:
        return found[0] if found else ""  # anything else is no address to write to
    return found[0] if found else contact
