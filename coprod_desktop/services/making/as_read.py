"""Nobody is sent a format they cannot read without being asked about it: once a person and format, then it is known.

What somebody reads is written down as their needs (domain.formats). When they say that they read another format too, that
is one more need, so the question is not asked again, anywhere.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.formats import cannot_make, none_read, reads
from coprod_desktop.domain.ids import new_id
from coprod_desktop.domain.needs import FORMAT
from coprod_desktop.domain.record import Need, Person
from coprod_desktop.errors import UserError
from coprod_desktop.services import need_lines
from coprod_desktop.services.desk import Desk
from coprod_desktop.store import reading

_NAMED = 3
"""So many people are named in the sentence; the others are counted."""


@dataclass(frozen=True)
class Unread:
    """Somebody who would get only what they are not known to read."""

    person: str
    name: str
    formats: tuple[str, ...]
    sentence: str


class NotAsRead(UserError):
    """Somebody would get what they are not known to read; `rows` say who and what. Nothing was made or noted."""

    def __init__(self, rows: Sequence[Unread]) -> None:
        more = len(rows) - _NAMED
        told = " ".join(row.sentence for row in rows[:_NAMED]) + (f" And {more} more like this." if more > 0 else "")
        super().__init__(told, "Choose what they read, or say that they have told you they read this too.")
        self.rows = tuple(rows)


def unread(desk: Desk, people: Sequence[Person], given: Mapping[str, Sequence[str]]) -> tuple[Unread, ...]:
    """Return who would get only what they do not read. `given`: person's id -> formats; what is no format counts not."""
    forms, found = desk.content.formats, []
    for person in people:
        made = forms.among(given.get(person.id, ()))
        theirs, others = reads(person, desk.content.needs), cannot_make(person, desk.content.needs)
        if none_read(theirs, others, [form.name for form in made]):
            they = " and ".join([*(_words(desk, form) for form in theirs), *(f"“{words}”" for words in others)])
            this = " and ".join(form.words.partition(" (")[0] for form in made)
            sentence = f"{person.name} reads {they}. This is something else: {this}."
            found.append(Unread(person.id, person.name, tuple(form.name for form in made), sentence))
    return tuple(found)


def ask(desk: Desk, people: Sequence[Person], given: Mapping[str, Sequence[str]]) -> None:
    """Raise NotAsRead when somebody would get only what they do not read."""
    if rows := unread(desk, people, given):
        raise NotAsRead(rows)


class Asked(NamedTuple):
    """What was written down of who reads a chosen format, and what to ask before anything of it goes out."""

    changes: Changes
    to_ask: tuple[str, ...]


def chosen(
    desk: Desk, session: str, people: Sequence[Person], formats: Sequence[str] | None, *, they_read_it: bool
) -> Asked:
    """Return what is to be asked before these people all get these formats; `they_read_it`: it was, and is written down.

    What is made lies here and has gone to nobody: it can be read out, or handed over. Noting that it was sent is refused
    until it is settled (packs.note_sent).
    """
    rows = unread(desk, people, {person.id: tuple(formats) for person in people}) if formats else ()
    if they_read_it and rows:
        return Asked(note(desk, session, rows), ())
    return Asked(Changes(), _to_ask(rows))


def to_ask(desk: Desk, person: Person, made: Sequence[str]) -> tuple[str, ...]:
    """Return what to ask somebody before a paper goes to them that was made in these formats alone."""
    return _to_ask(unread(desk, [person], {person.id: made}))


def _to_ask(rows: Sequence[Unread]) -> tuple[str, ...]:
    return tuple(f"{row.sentence} Ask them before it goes to them." for row in rows)


def note(desk: Desk, session: str, rows: Sequence[Unread]) -> Changes:
    """These people said that they read these formats too: it is written down, and not asked again."""
    with desk.store.write("Noted that someone reads a format too") as tx:
        for row in rows:
            for form in row.formats:
                need = Need(id=new_id(), need=_words(desk, form), ais=FORMAT)
                for there in [session, *need_lines.to_come(tx, desk, row.person, session)]:
                    if reading.people(tx.connection, there, row.person):
                        own = Need(id=need.id if there == session else new_id(), need=need.need, ais=FORMAT)
                        tx.add(own, session=there, person_id=row.person)
                        need_lines.keep(tx, desk, there, row.person)
    return tx.changes


def _words(desk: Desk, form: str) -> str:
    """Return how people say that they read a format, as the list to pick from has it."""
    needs, called = desk.content.needs, desk.content.formats.of(form).words
    known = [
        words for row in needs.rows if row.format == form for words in row.offered if form in needs.read(words).formats
    ]
    return next((words for words in known if words.casefold() in called.casefold()), known[0] if known else called)
