"""Whether what people needed was met, as they say at the close: who is to be asked, and what came of it. No guess."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from coprod_desktop.domain.accessible_information import is_due
from coprod_desktop.domain.came import who_came
from coprod_desktop.domain.counted import counted
from coprod_desktop.domain.needs import CONTACT, Needs, in_group
from coprod_desktop.domain.record import Person, Session
from coprod_desktop.services import people, sessions
from coprod_desktop.services.desk import Desk
from coprod_desktop.store import reviews


@dataclass(frozen=True)
class Asked:
    """One need of somebody who came, and what they said of it."""

    need: str
    person: str
    words: str
    met: bool | None
    why_not: str


@dataclass(frozen=True)
class NeedsMet:
    """The needs of who came to a session."""

    session: Session
    rows: tuple[Asked, ...] = ()

    @property
    def open(self) -> int:
        """How many were not asked about yet."""
        return sum(row.met is None for row in self.rows)

    @property
    def not_met(self) -> tuple[Asked, ...]:
        """What was not met."""
        return tuple(row for row in self.rows if row.met is False)

    @property
    def in_words(self) -> str:
        """How it stands, in one line; "" when nobody who came needed anything."""
        if not self.rows:
            return ""
        met = sum(row.met is True for row in self.rows)
        parts = [f"{met} met", f"{len(self.not_met)} not met"] if self.open < len(self.rows) else []
        rest = [f"{self.open} not asked about yet"] if self.open else []
        return f"{counted(len(self.rows), 'need')} of those who came: {', '.join([*parts, *rest])}"


def read(desk: Desk, session: str) -> NeedsMet:
    """Return what to ask. Runs on the reading thread."""
    about = sessions.one(desk, session)
    return NeedsMet(about, tuple(of(people.on_list(desk, session), desk.content.needs)))


def of(listed: Sequence[Person], needs: Needs) -> Iterator[Asked]:
    """Yield each need of who came that asks for something in the room; not how people are reached."""
    for person in who_came(listed):
        for need in person.needs:
            read = needs.read(need.need, need.ais)
            if not read.nothing and not in_group(need.ais or read.group, CONTACT):
                yield Asked(need.id, person.name, need.need, need.met, need.why_not or "")


# ---- looking again


@dataclass(frozen=True)
class Due:
    """A need that is to be looked at again with the person."""

    person: str
    name: str
    words: str
    by: datetime.date


def due(desk: Desk) -> tuple[Due, ...]:
    """Return what is to be looked at again by today, the oldest first: each need of each person once, as it stands last."""
    today = desk.today()
    newest: dict[tuple[str, str], reviews.Reviewed | None] = {}
    with desk.store.read() as connection:
        for row in reviews.rows(connection, today):
            late = row.review_by is not None and is_due(row, today)
            newest[(row.person, row.need.casefold())] = row if late else None
    found = (Due(r.person, r.name, r.need, r.review_by) for r in newest.values() if r is not None and r.review_by)
    return tuple(sorted(found, key=lambda one: (one.by, one.name)))
