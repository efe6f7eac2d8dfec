"""Where a promise stands on a given day, from everything that was told and added: the one reader of it.

A promise is one row for life (record.Point). Updates hang on it, and what later papers told of it counts as much: a
"done" said in the hall of one session is done on the paper of every other.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple, TypeVar

from coprod_desktop.domain import answers
from coprod_desktop.domain.counted import counted
from coprod_desktop.domain.record import Point, SessionRecord, Telling
from coprod_desktop.domain.words import UPDATE_WORDS, AnswerKind, EarlierStatus, UpdateState
from coprod_desktop.domain.words import Standing as Standing

QUIET_AFTER = 90
"""Days without a word after which a paper says so."""


DayT = TypeVar("DayT", date | None, str | None)
"""A day, or a day as it is stored."""


OPEN = frozenset({Standing.OVERDUE, Standing.NOT_DUE})
"""Something is still awaited."""
KEPT = frozenset({Standing.KEPT, Standing.KEPT_LATE})


class News(NamedTuple):
    """One word on how a promise goes: an update, or what a later paper told of it."""

    said_on: date
    """The day it was said; of a paper whose day is not known, before all others."""
    state: UpdateState
    text: str | None
    happened_on: date | None
    """The day on which it was done or decided; None when nobody wrote it down."""
    heard_on: date | None
    """The day on which something was last heard; None when nobody wrote it down."""
    id: str
    """Of the update or the telling."""
    about: str
    """The row under which its words are settled: the promise, or the telling."""
    told: Telling | None = None
    """The paper's telling, when it is none of the promise's own updates."""


_TOLD = {
    EarlierStatus.DONE: UpdateState.DONE,
    EarlierStatus.PART_DONE: UpdateState.PART_DONE,
    EarlierStatus.ON_TRACK: UpdateState.IN_HAND,
    EarlierStatus.NOT_DONE: UpdateState.NOT_DONE,
    EarlierStatus.WILL_NOT_HAPPEN: UpdateState.CHANGED_TO_NO,
}
_AS_TOLD = {state: status for status, state in _TOLD.items()} | {UpdateState.LATE: EarlierStatus.ON_TRACK}


def news(promise: Point, as_of: date | None = None) -> tuple[News, ...]:
    """Return all that was heard of a promise up to a day (or to this day and later), oldest first."""
    found = [News(u.on, u.state, u.text, u.on, u.on, u.id, promise.id) for u in promise.updates]
    found += [_of_telling(t, t.status) for t in promise.tellings if t.status is not None]
    if as_of is not None:
        found = [n for n in found if n.said_on <= as_of and (n.happened_on or as_of) <= as_of]
    return tuple(sorted(found, key=lambda n: n.said_on))


def _of_telling(telling: Telling, status: EarlierStatus) -> News:
    happened = {EarlierStatus.DONE: telling.done_on, EarlierStatus.WILL_NOT_HAPPEN: telling.decided_on}.get(status)
    return News(
        said_on=telling.told_on or date.min,
        state=_TOLD[status],
        text=telling.reason,
        happened_on=happened,
        heard_on=telling.last_update or happened,
        id=telling.id,
        about=telling.id,
        told=telling,
    )


_CLOSED = frozenset({UpdateState.DONE, UpdateState.CHANGED_TO_NO})


def latest(promise: Point, as_of: date) -> News | None:
    """Return the last word on a promise up to a day; with the day it happened on, where an earlier word of it has one."""
    last: News | None = None
    for word in news(promise, as_of):
        if last is not None and word.told and last.told is None and last.state in _CLOSED and word.state not in _CLOSED:
            continue  # who said it is done knew more than a paper that could not tell yet
        again = last is not None and last.state is word.state and word.happened_on is None
        last = word._replace(happened_on=last.happened_on) if again and last else word
    return last


def of_telling(telling: Telling) -> Point:
    """Return the promise a paper tells of; where only the paper is known, what it says is the promise."""
    return telling.made or Point(
        id=telling.promise or telling.id,
        you_said="",
        answer=telling.answer or AnswerKind.WILL,
        text=telling.text,
        owner=telling.owner,
        due=telling.due,
        tellings=(telling,),
    )


def known_as(telling: Telling) -> str:
    """Return the id a promise has on papers: of one of which only later papers are known, the first paper's own."""
    made = telling.made
    if made is None or not made.tellings or made.you_said:
        return made.id if made else telling.id
    return made.tellings[0].id


def as_told(telling: Telling) -> Telling:
    """Return a telling with what it says: the file's own words, or the promise's where no paper told of it yet."""
    made = telling.made
    if made is None or telling.status is not None or telling.told_on is not None:
        return telling
    return replace(telling, text=words_of(made), due=made.due, owner=made.owner)


def alike(words: str | None, due: DayT) -> tuple[str, DayT]:
    """Return what two records of one promise share: its words, whatever spaces and capitals, and its day."""
    return " ".join((words or "").split()).casefold().rstrip(". "), due


def words_of(promise: Point) -> str:
    """Return what was promised: the answer's words, else what it is called."""
    return promise.text or (answers.words(promise.answer) if promise.answer else promise.you_said)


def for_file(telling: Telling) -> Telling:
    """Return a telling as the exchange format has it, which says something of each promise: what is known by now."""
    if telling.status is not None:
        return telling
    promise = of_telling(telling)
    last = next(reversed(news(promise)), None)
    if last is None:
        status = EarlierStatus.DONE if promise.answer is AnswerKind.DONE else EarlierStatus.ON_TRACK
        return replace(telling, status=status)
    happened = last.happened_on if last.state in {UpdateState.DONE, UpdateState.CHANGED_TO_NO} else None
    return replace(
        telling,
        status=_AS_TOLD[last.state],
        done_on=happened if last.state is UpdateState.DONE else None,
        decided_on=happened if last.state is UpdateState.CHANGED_TO_NO else None,
        last_update=last.heard_on,
        reason=telling.reason or (last.text if last.state is UpdateState.CHANGED_TO_NO else None),
    )


def standing(promise: Point, as_of: date) -> Standing | None:
    """Return where a promise stands on a day; None when its answer promises nothing."""
    last = latest(promise, as_of)
    if last is not None and last.state is UpdateState.CHANGED_TO_NO:
        return Standing.CHANGED_TO_NO
    if last is not None and last.state is UpdateState.DONE:
        late = last.happened_on and promise.due and last.happened_on > promise.due
        return Standing.KEPT_LATE if late else Standing.KEPT
    begins = answers.row(promise.answer).begins if promise.answer is not None else None
    if begins is None and was_promised(promise):
        if promise.answer is not None:  # people have the promise on paper: what it was turned into is said of it
            return Standing.KEPT if promise.answer is AnswerKind.ALREADY else Standing.CHANGED_TO_NO
        begins = Standing.NOT_DUE
    if begins is None or (begins is Standing.KEPT and last is None):
        return begins
    if promise.due is None:
        return Standing.OVERDUE if last is not None and last.state is UpdateState.NOT_DONE else Standing.NOT_DUE
    return Standing.OVERDUE if promise.due < as_of else Standing.NOT_DUE


def was_promised(promise: Point) -> bool:
    """Tell whether people have it on paper as a promise, whatever its answer is now."""
    return any(t.told_on is not None and answers.is_promise(t.answer) for t in promise.tellings)


def standing_told(telling: Telling, as_of: date) -> Standing:
    """Return where the promise that a paper tells of stands on a day."""
    return standing(of_telling(telling), as_of) or Standing.CHANGED_TO_NO  # an answer that turned into a no


def heard_since(record: SessionRecord, day: date, today: date) -> bool:
    """Tell whether anything was heard after a day, up to today, of what a session promised or tells of."""
    told = (of_telling(telling) for telling in record.earlier)
    return any(n.said_on > day for p in (*record.points, *told) for n in news(p, today))


def days_late(promise: Point, as_of: date) -> int:
    """Return by how many days a promise was kept late, or is overdue; 0 when it is neither."""
    stands, last = standing(promise, as_of), latest(promise, as_of)
    if promise.due is None or stands not in {Standing.KEPT_LATE, Standing.OVERDUE}:
        return 0
    kept = last.happened_on if stands is Standing.KEPT_LATE and last else None
    return ((kept or as_of) - promise.due).days


def last_heard(promise: Point, as_of: date) -> date | None:
    """Return the day on which something was last heard of a promise; None when nothing was, or nobody wrote it down."""
    return max((n.heard_on for n in news(promise, as_of) if n.heard_on), default=None)


def days_without_news(promise: Point, as_of: date) -> int | None:
    """Return how many days nothing was heard about an open promise; None when it is closed or nothing is known."""
    heard = last_heard(promise, as_of)
    if heard is None or standing(promise, as_of) not in OPEN:
        return None
    return max(0, (as_of - heard).days)


def in_words(promise: Point, as_of: date) -> str:
    """Return how a promise stands in words, whether or not anything was heard: "Done, 70 days late", "Not due yet"."""
    said = going(promise, as_of)
    stands = standing(promise, as_of)
    if stands is None:
        return answers.words(promise.answer) if promise.answer else said or ""
    if stands is not Standing.NOT_DUE:
        return said or "Done"
    waiting = "Not due yet" if promise.due else "No date was given"
    return f"{said}, {waiting.lower()}" if said else waiting


def going(promise: Point, as_of: date) -> str | None:
    """Return how a promise is going: "Done, on time", "We did not do this. It is 3 days late"; None before it is known."""
    stands, last = standing(promise, as_of), latest(promise, as_of)
    late = days(days_late(promise, as_of))
    if stands is Standing.KEPT:
        return None if last is None else "Done, on time" if promise.due and last.happened_on else "Done"
    if stands is Standing.KEPT_LATE:
        return f"Done, {late} late"
    if stands is Standing.CHANGED_TO_NO:
        return UPDATE_WORDS[UpdateState.CHANGED_TO_NO]
    if stands is not Standing.OVERDUE:
        return UPDATE_WORDS[last.state] if last else None
    if answers.tells(promise):
        return answers.not_told_yet(promise, as_of)
    if last is None:
        return f"The date passed {late} ago, and nobody has said whether it is done" if promise.due else None
    said = _UNDONE[last.state] + (f". It is {late} late" if promise.due else "")
    silent = days_without_news(promise, as_of)
    return f"{said}. No word about it for {days(silent)}" if silent and silent >= QUIET_AFTER else said


_UNDONE = {
    UpdateState.IN_HAND: "Not done yet",
    UpdateState.LATE: "Not done yet",
    UpdateState.PART_DONE: "We did part of this, not all",
    UpdateState.NOT_DONE: UPDATE_WORDS[UpdateState.NOT_DONE],
}
"""What is said of a promise whose day is past, by the last word on it."""


def days(n: int) -> str:
    """Return "1 day", "70 days"."""
    return counted(n, "day")


def score(told: Iterable[Telling], as_of: date) -> str | None:
    """Return "2 of 7 kept (1 on time), 2 overdue, 1 changed to no, 2 not due yet"; None without promises."""
    return score_of([standing_told(t, as_of) for t in told])


def score_of(stands: Sequence[Standing]) -> str | None:
    """Return the same line for promises of any kind, from where each stands."""
    if not stands:
        return None
    on_time = stands.count(Standing.KEPT)
    kept = on_time + stands.count(Standing.KEPT_LATE)
    line = f"{kept} of {len(stands)} kept" + (f" ({on_time} on time)" if kept else "")
    for other in (Standing.OVERDUE, Standing.CHANGED_TO_NO, Standing.NOT_DUE):
        if n := stands.count(other):
            line += f", {n} {other.value}"
    return line
