"""Where a person stands: the ids they are known by, and every place in other people's words that names them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from coprod_desktop.domain.check.mentions import Mentions, Named
from coprod_desktop.domain.check.words import tidy
from coprod_desktop.domain.record import Person
from coprod_desktop.errors import UserError
from coprod_desktop.services.desk import Desk
from coprod_desktop.store import held_texts, joined, person_rows, reading
from coprod_desktop.store.held_texts import HeldText


@dataclass(frozen=True)
class Mention:
    """A text that names the person and is not theirs. `sure`: nobody else can be meant in it."""

    noun: str
    row: str
    session: str | None
    column: str
    text: str
    since: str
    sure: bool
    older: bool = False
    """Whether it is only in an older version."""


class Finder:
    """Looks for one person in what is kept."""

    def __init__(self, names: Mentions, own: set[tuple[str, str]], people: Sequence[str]) -> None:
        self.names = names
        self._own = own
        self._people = people

    def is_own(self, held: HeldText) -> bool:
        """Tell whether a text is the person's own row; somebody else's name is never taken for theirs."""
        if (held.noun, held.row_id) in self._own or (held.noun == "person" and held.column == "name"):
            return True
        return held.noun == "draft" and any(person in held.row_id for person in self._people)


def find_person(desk: Desk, named: str) -> str:
    """Return the id of the person with this id or name. UserError when there is none, or more than one."""
    wanted = " ".join(named.casefold().split())
    with desk.store.read() as connection:
        everyone = reading.everyone(connection)
        groups = joined.groups(connection)
    found = [p for p in everyone if p.id == named or " ".join(p.name.casefold().split()) == wanted]
    if not found:
        raise UserError(f"There is nobody called “{named}” in this workspace.", "Check the spelling, or give the id.")
    if any(p.id not in groups.get(found[0].id, {found[0].id}) for p in found):
        ids = ", ".join(p.id for p in found)
        raise UserError(f"{len(found)} people are called “{named}”.", f"Say which by id: {ids}.")
    return found[0].id


def known_as(connection: Any, person: str) -> tuple[str, ...]:
    """Return every id the person is known by, this one first. UserError when nobody has it."""
    if not reading.is_there(connection, "person", person):
        raise UserError("That person is no longer in this workspace.", "Nothing was changed.")
    return (person, *sorted(joined.groups(connection).get(person, frozenset()) - {person}))


def name_of(connection: Any, person: str) -> str:
    """Return what a person is called."""
    return next((p.name for p in reading.everyone(connection) if p.id == person), "")


def finder(desk: Desk, people: Sequence[str]) -> Finder:
    """Return what finds a person, known by these ids, in all that is kept."""
    with desk.store.read() as connection:
        everyone = reading.everyone(connection)
        own = person_rows.own(connection, people)
        before = [row.old.get("name") for row in person_rows.before(connection, people) if row.noun == "person"]
    theirs = [p for p in everyone if p.id in people]
    theirs += [Person(id=people[0], name=name, role="") for name in before if name]
    return Finder(Mentions(theirs, [p for p in everyone if p.id not in people]), own, people)


def mentions(desk: Desk, people: Sequence[str], part: held_texts.Part = lambda _done: None) -> list[Mention]:
    """Return every text that names them and is not theirs, in the order of the tables; a text and its older versions once.

    `part` hears how far it is, and may raise to end it.
    """
    looking = finder(desk, people)
    found: dict[tuple[str, str, str], Mention] = {}
    with desk.store.read() as connection:
        for held in held_texts.every(connection, part):
            places = () if looking.is_own(held) else looking.names.places(held.text)
            if not places:
                continue
            key = (held.noun, held.row_id, held.column)
            sure = any(one.sure for one in places)
            known = found.get(key)
            if known is None or (known.older and not held.before) or (sure and not known.sure):
                text = _around(held.text, places)
                found[key] = Mention(
                    held.noun, held.row_id, held.session, held.column, text, held.since, sure, held.before
                )
    return list(found.values())


def _around(text: str, places: Sequence[Named]) -> str:
    """Return the lines of a text that name the person: of long notes only those are about them."""
    text = tidy(text)
    kept, at = [], 0
    for line in text.split("\n"):
        if any(at <= one.start <= at + len(line) for one in places):
            kept.append(line.strip())
        at += len(line) + 1
    return "\n".join(kept)
