"""Where promises stand on a given day: kept, late, not done, changed to no, not due yet."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from coprod_desktop.domain import answers
from coprod_desktop.domain.record import EarlierPromise, Point, Update
from coprod_desktop.domain.words import UPDATE_WORDS, EarlierStatus, UpdateState
from coprod_desktop.domain.words import Standing as Standing

QUIET_AFTER = 90
"""Days without a word after which a paper says so."""


def standing(promise: EarlierPromise, as_of: date) -> Standing:
    """Return where an earlier promise stands on a day."""
    if promise.status is EarlierStatus.WILL_NOT_HAPPEN:
        return Standing.CHANGED_TO_NO
    done = promise.status is EarlierStatus.DONE and not (promise.done_on and promise.done_on > as_of)
    if done:
        return _kept(promise.done_on, promise.due)
    if promise.due is None:
        return Standing.OVERDUE if promise.status is EarlierStatus.NOT_DONE else Standing.NOT_DUE
    return Standing.OVERDUE if promise.due < as_of else Standing.NOT_DUE


def _kept(done_on: date | None, due: date | None) -> Standing:
    return Standing.KEPT_LATE if done_on and due and done_on > due else Standing.KEPT


def days_late(promise: EarlierPromise, as_of: date) -> int:
    """Return by how many days a promise was kept late, or is overdue; 0 when it is neither."""
    stands = standing(promise, as_of)
    if promise.due is None or stands not in {Standing.KEPT_LATE, Standing.OVERDUE}:
        return 0
    until = promise.done_on if stands is Standing.KEPT_LATE and promise.done_on else as_of
    return (until - promise.due).days


def days_without_update(promise: EarlierPromise, as_of: date) -> int | None:
    """Return how many days nothing was heard about an open promise; None when it is closed or nothing is known."""
    if promise.last_update is None or standing(promise, as_of) not in {Standing.OVERDUE, Standing.NOT_DUE}:
        return None
    return max(0, (as_of - promise.last_update).days)


def in_words(promise: EarlierPromise, as_of: date) -> str:
    """Return what the paper calls it: "Done, 70 days late", "We did not do this. It is 326 days late."."""
    stands, late = standing(promise, as_of), days(days_late(promise, as_of))
    if stands is Standing.KEPT:
        return "Done, on time" if promise.done_on and promise.due else "Done"
    if stands is Standing.KEPT_LATE:
        return f"Done, {late} late"
    if stands is Standing.CHANGED_TO_NO:
        return UPDATE_WORDS[UpdateState.CHANGED_TO_NO]
    if stands is Standing.NOT_DUE:
        return "Part done, not due yet" if promise.status is EarlierStatus.PART_DONE else "Not due yet"
    not_done = UPDATE_WORDS[UpdateState.NOT_DONE]
    said = "We did part of this, not all" if promise.status is EarlierStatus.PART_DONE else not_done
    said += f". It is {late} late" if promise.due else ""
    silent = days_without_update(promise, as_of)
    return f"{said}. No word about it for {days(silent)}" if silent and silent >= QUIET_AFTER else said


def days(n: int) -> str:
    """Return "1 day", "70 days"."""
    return f"{n} day" if n == 1 else f"{n} days"


def score(earlier: Iterable[EarlierPromise], as_of: date) -> str | None:
    """Return "2 of 7 kept (1 on time), 2 overdue, 1 changed to no, 2 not due yet"; None without promises."""
    return score_of([standing(p, as_of) for p in earlier])


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


def latest(point: Point, as_of: date) -> Update | None:
    """Return the last update on a point up to a day."""
    return max((u for u in point.updates if u.on <= as_of), key=lambda u: u.on, default=None)


def point_standing(point: Point, as_of: date) -> Standing | None:
    """Return where the promise in a point stands on a day; None when its answer promises nothing."""
    last = latest(point, as_of)
    if last is not None and last.state is UpdateState.CHANGED_TO_NO:
        return Standing.CHANGED_TO_NO
    if last is not None and last.state is UpdateState.DONE:
        return _kept(last.on, point.due)
    begins = answers.row(point.answer).begins if point.answer is not None else None
    if begins is None or (begins is Standing.KEPT and last is None):
        return begins
    if last is not None and last.state is UpdateState.NOT_DONE and point.due is None:
        return Standing.OVERDUE
    return Standing.OVERDUE if point.due is not None and point.due < as_of else Standing.NOT_DUE


def point_days_late(point: Point, as_of: date) -> int:
    """Return by how many days the promise in a point was kept late, or is overdue; 0 when it is neither."""
    stands, last = point_standing(point, as_of), latest(point, as_of)
    if point.due is None or stands not in {Standing.KEPT_LATE, Standing.OVERDUE}:
        return 0
    return ((last.on if stands is Standing.KEPT_LATE and last else as_of) - point.due).days


def point_in_words(point: Point, as_of: date) -> str | None:
    """Return how a promise is going: "Done, on time", "We did not do this. It is 3 days late"; None before it is due."""
    stands, last = point_standing(point, as_of), latest(point, as_of)
    late = days(point_days_late(point, as_of))
    if stands is Standing.KEPT:
        return ("Done, on time" if point.due else "Done") if last else None
    if stands is Standing.KEPT_LATE:
        return f"Done, {late} late"
    if stands is Standing.CHANGED_TO_NO:
        return UPDATE_WORDS[UpdateState.CHANGED_TO_NO]
    if stands is not Standing.OVERDUE:
        return UPDATE_WORDS[last.state] if last else None
    if answers.tells(point):
        return answers.not_told_yet(point, as_of)
    if last is None:
        return (
            f"The date passed {days((as_of - point.due).days)} ago, and nobody has said whether it is done"
            if point.due
            else None
        )
    said = "We did part of this, not all" if last.state is UpdateState.PART_DONE else UPDATE_WORDS[UpdateState.NOT_DONE]
    return f"{said}. It is {late} late" if point.due else said
