"""Find what someone said: one search over everything, and where a line's words went."""

from __future__ import annotations

import datetime
import json
from collections.abc import Sequence
from dataclasses import dataclass

from coprod_desktop.domain import dates
from coprod_desktop.domain.log_kinds import LogKinds
from coprod_desktop.domain.log_record import LogLine
from coprod_desktop.domain.record import Entry, Point
from coprod_desktop.services.desk import Desk
from coprod_desktop.store import log, reading
from coprod_desktop.store import search as index
from coprod_desktop.store.search import Found as Found

LOG = "log_line"


@dataclass(frozen=True)
class Followed:
    """A line and the points it became, with their answers."""

    entry: Entry
    points: tuple[Point, ...]
    today: datetime.date
    """Whether a promise is late is told as of this day."""


def search(desk: Desk, typed: str, limit: int = 50) -> Sequence[Found]:
    """Return hits for what was typed, newest first; the last word may be unfinished.

    Lines of the log are found by what they are as well ("barriers"); `title` says what each is, of which group and day.
    """
    kinds = desk.content.log
    called = kinds.called(typed)
    with desk.store.read() as connection:
        found = [_of_paper(hit, typed) for hit in index.search(connection, typed, limit)]
        there = {hit.id for hit in found if hit.noun == LOG}
        lines = log.newest(connection, called, limit) if called else ()
        found += [_line(line) for line in lines if line.id not in there]
        logged = [hit.id for hit in found if hit.noun == LOG]
        whence = log.whence(connection, logged) if logged else {}
    return [_of_log(kinds, hit, whence[hit.id], desk.today()) if hit.noun == LOG else hit for hit in found]


def _of_paper(hit: Found, typed: str) -> Found:
    """Of a paper made of headings, tell the words below the one that has most of what was typed."""
    if hit.noun != "agreed_paper" or hit.column != "parts":
        return hit
    words = typed.casefold().split()
    parts = [f"{heading}: {text}".strip(": ") for heading, text in json.loads(hit.there)]
    best = max(parts, key=lambda part: sum(word in part.casefold() for word in words), default="")
    return hit._replace(there=" ".join(best.split()))


def _line(line: LogLine) -> Found:
    return Found(LOG, line.id, line.session_id, line.words, "words", line.words, line.kind, None, date=str(line.on))


def _of_log(kinds: LogKinds, hit: Found, whence: log.Whence, today: datetime.date) -> Found:
    day = dates.in_year(datetime.date.fromisoformat(whence.on), today)
    told = (kinds.of(hit.kind or "").words, whence.group, day)
    return hit._replace(title=" · ".join(filter(None, told)))


def what_happened(desk: Desk, session: str, person: str) -> tuple[Followed, ...]:
    """Return everything a person said in a session (or that was said for them) and what became of it."""
    with desk.store.read() as connection:
        record = reading.session_record(connection, session)
    return tuple(
        Followed(
            entry,
            tuple(p for p in record.points if entry.id in p.from_entries or entry.duplicate_of in p.from_entries),
            desk.today(),
        )
        for entry in record.entries
        if person in {entry.speaker, entry.said_for}
    )
