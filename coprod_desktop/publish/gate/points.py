"""Points with their answers, and promises from earlier papers, as far as they may be printed."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import date

from coprod_desktop.domain import answers, promises
from coprod_desktop.domain.check.answers import missing
from coprod_desktop.domain.check.kinds import REST_GONE, WHY_GONE, WORDS_GONE, only_gaps
from coprod_desktop.domain.check.scan import Where
from coprod_desktop.domain.promises import Standing
from coprod_desktop.domain.record import Entry, Point, Telling
from coprod_desktop.domain.roles import SHARED_BY
from coprod_desktop.publish.dates import in_words
from coprod_desktop.publish.gate import lines, looked_at, owners
from coprod_desktop.publish.gate.door import Door
from coprod_desktop.publish.snapshot import PublicEarlier, PublicPoint, PublicText, PublicUpdate


def points(door: Door) -> tuple[PublicPoint, ...]:
    """Return every point in its order; ids are places in the paper, for keys may hold anything."""
    ordered = sorted(door.record.points, key=lambda p: p.order)
    return tuple(_point(door, point, str(n)) for n, point in enumerate(ordered, start=1))


def _point(door: Door, point: Point, place: str) -> PublicPoint:
    entries = [e for e in door.said.of_point(point) if not door.said.is_waiting(e)]
    many = door.said.how_many_said(point)
    going = promises.going(point, door.as_of)
    standing = promises.standing(point, door.as_of)
    return PublicPoint(
        id=place,
        you_said=_you_said(door, point, entries),
        said_by=many if many >= SHARED_BY else None,
        quotes=lines.quotes(door, entries),
        answer=point.answer,
        text=_unless_gone(door.written(point.id, point.text), door.own(REST_GONE)),
        owner=owners.who(door, point, point.owner),
        due=answers.day_of(point),
        reason_category=door.written(point.id, point.reason_category),
        reason=_unless_gone(door.written(point.id, point.reason), door.own(WHY_GONE)),
        look_again=_look_again(door, point),
        asked=owners.asked(door, point),
        silence=owners.silence(door, point),
        said_back=looked_at.said_back(door, point),
        updates=_updates(door, point),
        summaries=tuple(s for e in entries if (s := lines.summary(door, e)) is not None),
        uid=uid_of(point.id),
        going=door.own(going) if going else None,
        late=standing is Standing.OVERDUE,
        standing=standing,
        tells=answers.tells(point),
        no_date=answers.is_undated(point),
        was_due=point.due if answers.is_no(point.answer) else None,
        missing=_missing(door, point),
        waits=point.answer is None and any(map(door.said.is_waiting, door.said.of_point(point))),
        before=_before(door, point),
        theme=next((t for e in entries if (t := door.of_entry(e, e.theme, Where.WRITTEN)) is not None), None),
        number=point.number or int(place),
        sorter=point.sorter,
    )


def _you_said(door: Door, point: Point, entries: Sequence[Entry]) -> PublicText:
    """Return what people said, in the facilitator's words; where none of those may be printed, what it was about."""
    said = door.written(point.id, point.you_said)
    if said is not None and not only_gaps(said):
        return said
    if said is None:
        return door.own("Something people said")
    of_theme = [e for e in (*entries, *door.said.of_point(point)) if e.theme] or [*entries]
    what = lines.what_kind(door, of_theme[0]) if of_theme else "Something"
    return door.own(f"{what.replace('Something said', 'Something')}. {WORDS_GONE}")


def _unless_gone(text: PublicText | None, instead: PublicText) -> PublicText | None:
    """Return a text; where all of its words were left out, a sentence that says so."""
    return instead if text is not None and only_gaps(text) else text


def _before(door: Door, point: Point) -> PublicText | None:
    """Return what people were told before this answer: it stays in view beside what is said now."""
    said = answers.said_before(point)
    if said is None or said.told_on is None or said.answer is None:
        return None
    on, text = in_words(said.told_on), door.written(point.id, answers.words_told(said))
    told = f"We said no on {on}." if answers.is_no(said.answer) else f"On {on} we said: {answers.words(said.answer)}."
    return door.own(f"{told} {text}" if text else told)


def _missing(door: Door, point: Point) -> PublicText | None:
    words = ", ".join(one.words for one in missing(point)) if point.answer is not None else ""
    return door.own(words) if words else None


def _updates(door: Door, promise: Point) -> tuple[PublicUpdate, ...]:
    """Return what was heard of a promise; of what the paper of another session told, the day, and none of its words.

    Whether those may be told was asked there, by what the people of that session allow.
    """
    return tuple(
        PublicUpdate(
            on=n.happened_on or n.said_on,
            state=n.state,
            text=None if n.told else door.written(n.about, n.text),
            elsewhere=n.told is not None,
        )
        for n in promises.news(promise, door.as_of)
        if n.said_on != date.min
    )


def _look_again(door: Door, point: Point) -> PublicText | None:
    """Return when a "no" is looked at again; a date is put into words."""
    text = door.written(point.id, point.look_again)
    try:
        return text and door.own(in_words(date.fromisoformat(text)))
    except ValueError:
        return text


def earlier(door: Door) -> tuple[PublicEarlier, ...]:
    """Return the promises of earlier papers and what became of each by the paper's day."""
    ordered = sorted(door.record.earlier, key=lambda p: p.order)
    return tuple(_earlier(door, promise, str(n)) for n, promise in enumerate(ordered, start=1))


def _earlier(door: Door, telling: Telling, place: str) -> PublicEarlier:
    promise = promises.of_telling(telling)
    return PublicEarlier(
        id=place,
        text=_unless_gone(door.written(telling.id, telling.text), door.own("A promise, which we may not print"))
        or door.own("A promise"),
        owner=owners.told(door, telling),
        due=telling.due,
        said=door.own(promises.in_words(promise, door.as_of)),
        reason_category=door.written(telling.id, telling.reason_category),
        reason=door.written(telling.id, telling.reason),
        uid=uid_of(promises.known_as(telling)),
        standing=promises.standing_told(telling, door.as_of),
    )


def uid_of(row: str) -> str:
    """Return a name for a row that stays the same and tells nothing about it."""
    return hashlib.sha256(row.encode("utf-8", "surrogatepass")).hexdigest()[:16]
