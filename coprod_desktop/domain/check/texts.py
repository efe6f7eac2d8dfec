"""Every free text of a session that could be printed, and where it stands: what check looks through."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from coprod_desktop.domain import answers
from coprod_desktop.domain.check.scan import Where
from coprod_desktop.domain.check.words import tidy
from coprod_desktop.domain.promises import why_no
from coprod_desktop.domain.record import Entry, Point, SessionRecord
from coprod_desktop.domain.words import Publish


class CheckedText(NamedTuple):
    """One text: whose it is, which kind of thing that is, what it is for."""

    subject: str
    subject_kind: str
    entry: int | None
    text: str
    where: Where


def texts(record: SessionRecord) -> Iterator[CheckedText]:
    """Yield the texts of a session that a paper could print, but not the lines people said (see said_texts)."""
    for subject, kind, found, where in _raw(record):
        if found and found.strip():
            yield CheckedText(subject, kind, None, tidy(found), where)


def said_texts(entry: Entry) -> Iterator[CheckedText]:
    """Yield the texts of one captured line: what was said, and what a facilitator wrote beside it."""
    edited = entry.publish is Publish.EDIT
    for found, where in (
        (entry.text, Where.SAID),
        (entry.public_text if edited else None, Where.WRITTEN),
        (None if edited else entry.translation, Where.SAID),
        (entry.theme, Where.WRITTEN),
        (entry.outcome_note, Where.WRITTEN),
    ):
        if found and found.strip():
            yield CheckedText(entry.id, "entry", entry.n, tidy(found), where)


_Raw = Iterator[tuple[str, str, str | None, Where]]


def _raw(record: SessionRecord) -> _Raw:
    session = record.session
    of_session = (
        *((t, Where.WRITTEN) for t in (session.title, session.type, session.purpose, session.cannot_change)),
        *((t, Where.WRITTEN) for t in (session.project, session.set_agenda)),
        *((t, Where.VENUE) for t in (session.place, session.organisation, session.locality)),
        (session.contact, Where.CONTACT),
    )
    yield from ((session.id, "session", text, where) for text, where in of_session)
    for measure in (session.measure, session.baseline):
        for key in ("name", "question", "source"):
            yield session.id, "session", _text((measure or {}).get(key)), Where.WRITTEN
    yield from ((session.id, "session", label, Where.WRITTEN) for label in _labels(session.about_you_counts or {}))
    yield from ((rule.id, "session", rule.text, Where.WRITTEN) for rule in record.ground_rules)
    for item in record.agenda:
        yield item.id, "session", item.title, Where.WRITTEN
        yield item.id, "session", item.leads, Where.OWNER
    for vote in record.votes:
        for text in (vote.question, vote.method, vote.eligible_rule, vote.settled_by):
            yield vote.id, "vote", text, Where.WRITTEN
        yield from ((vote.id, "vote", option.label, Where.WRITTEN) for option in vote.options)
    for promise in record.earlier:
        for text in (promise.text, promise.reason_category, promise.reason, why_no(promise)):
            yield promise.id, "earlier", text, Where.WRITTEN
        yield promise.id, "earlier", promise.owner, Where.OWNER
    for point in record.points:
        yield from _point(point)


def _point(point: Point) -> _Raw:
    for text in (point.you_said, point.text, point.reason_category, point.reason, point.look_again):
        yield point.id, "point", text, Where.WRITTEN
    for text in (point.owner, point.asked_who):
        yield point.id, "point", text, Where.OWNER
    if (said := answers.said_before(point)) is not None:
        yield point.id, "point", answers.words_told(said), Where.WRITTEN
    for update in point.updates:
        yield point.id, "point", update.text, Where.WRITTEN
    for telling in point.tellings:
        if telling.status is not None:  # what the paper of another session said of it
            yield telling.id, "earlier", telling.reason, Where.WRITTEN


def _labels(counts: object) -> Iterator[str]:
    if isinstance(counts, dict):
        for label, count in counts.items():
            yield str(label)
            yield from _labels(count)


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None
