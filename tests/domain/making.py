"""Small made-up sessions for tests. Nobody in them exists."""

from __future__ import annotations

import datetime
from typing import Any

from coprod_desktop.domain.check.settled import Decision, Finding, Settlement
from coprod_desktop.domain.record import Entry, Person, Point, Session, SessionRecord
from coprod_desktop.domain.words import AnswerKind, EntryKind, NameInPublic, Publish

DAY = datetime.date(2026, 9, 17)


def person(key: str, name: str, role: str = "draws on care", public: str = "not at all", **kw: Any) -> Person:
    return Person(id=key, key=key, name=name, role=role, name_in_public=NameInPublic(public), **kw)


def entry(n: int, text: str, kind: str = "contribution", publish: str = "yes", **kw: Any) -> Entry:
    """A line with the id "e1", "e2" …; publish yes unless said otherwise."""
    return Entry(id=f"e{n}", key=str(n), n=n, kind=EntryKind(kind), text=text, publish=Publish(publish), **kw)


def point(n: int, you_said: str, *from_entries: int, answer: str | None = "will", **kw: Any) -> Point:
    """A point with the id "p1", "p2" …, answered with everything a "we will" needs."""
    kw = {"text": "We will see to it.", "owner": "Head of home care", "due": datetime.date(2026, 11, 6), **kw}
    ids = tuple(f"e{e}" for e in from_entries)
    kind = AnswerKind(answer) if answer else None
    return Point(id=f"p{n}", key=str(n), you_said=you_said, from_entries=ids, answer=kind, order=n, **kw)


def record(*rows: Any, **session: Any) -> SessionRecord:
    """A session with these people, lines and points, sorted out by what they are."""
    about = {"title": "Listening space: home care", "type": "listening space", "date": DAY, **session}

    def of(kind: type) -> tuple[Any, ...]:
        return tuple(r for r in rows if isinstance(r, kind))

    return SessionRecord(
        session=Session(id="s", key="s", **about), people=of(Person), entries=of(Entry), points=of(Point)
    )


def settle(finding: Finding, decision: Decision = Decision.FINE, *, reviewed: bool = False) -> Settlement:
    return Settlement(
        subject=finding.subject,
        kind=finding.kind,
        words_hash=finding.words_hash,
        decision=decision,
        on=DAY,
        reviewed=reviewed,
    )
