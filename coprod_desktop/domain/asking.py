"""Questions that were put to somebody: what was asked, chased and answered, and what a paper tells of it.

One function says when something was asked or chased: the steps that were written down, and with them what only a point's
own fields say, as files have it.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from coprod_desktop.domain import dates
from coprod_desktop.domain.record import Point
from coprod_desktop.domain.week_after import Asking, AskingStep

DAYS = 14
"""So long somebody has for a reply when no day is given."""
PUT = (AskingStep.ASKED, AskingStep.CHASED, AskingStep.ESCALATED)
"""Steps that put the question to somebody, once more or for the first time."""
_ORDER = {step: at for at, step in enumerate(AskingStep)}


@dataclass(frozen=True, kw_only=True)
class Question:
    """Where the question about one point stands on a day."""

    put: tuple[tuple[str, tuple[datetime.date, ...]], ...]
    """To whom, and on which days, in the order of the days."""
    reply_by: datetime.date | None
    """The day by which the last asking wanted a reply."""
    last: AskingStep
    last_on: datetime.date
    words: str | None
    """The reply as it came, when the last step is one."""
    chased: bool
    """Whether whoever has it now was asked more than once."""

    @property
    def to_whom(self) -> str:
        """Who has it now."""
        return self.put[-1][0] if self.put else ""

    @property
    def is_open(self) -> bool:
        """Whether nothing came back since it was last asked."""
        return self.last in PUT

    @property
    def since(self) -> datetime.date:
        """The day on which whoever has it now was first asked."""
        return self.put[-1][1][0] if self.put else self.last_on

    @property
    def until(self) -> datetime.date:
        """The day after which nothing having come is a silence."""
        return self.reply_by or self.last_on + datetime.timedelta(DAYS)

    def is_silent(self, today: datetime.date) -> bool:
        """Tell whether its day is past and nothing came back."""
        return self.is_open and self.until < today


def steps(point: Point, as_of: datetime.date | None = None) -> tuple[Asking, ...]:
    """Return every step of a point's question up to a day (or all of them), oldest first."""
    found = list(point.asked)
    own = (
        (AskingStep.ASKED, point.asked_on, point.asked_who),
        (AskingStep.CHASED, point.chased_on, point.asked_who),
        (AskingStep.AGREED, point.owner_agreed, point.owner),
    )
    for step, on, who in own:
        if on is not None and not any(s.on == on and _says(s.step, step) for s in found):
            found.append(Asking(id=f"{point.id} {step}", point=point.id, step=step, to_whom=who or "", on=on))
    found = [step for step in found if as_of is None or step.on <= as_of]
    return tuple(sorted(found, key=lambda s: (s.on, _ORDER[s.step], s.id)))


def replies(point: Point) -> tuple[Asking, ...]:
    """Return what came back in words, oldest first: replies, and a no that was given with some."""
    return tuple(step for step in steps(point) if step.words and step.step not in PUT)


def _says(step: AskingStep, told: AskingStep) -> bool:
    """Tell whether a step says what a field of the point tells: who was asked above somebody was asked again."""
    return step is told or (told is AskingStep.CHASED and step is AskingStep.ESCALATED)


def questions(point: Point, as_of: datetime.date | None = None) -> tuple[Question, ...]:
    """Return a point's question as each person has it, in the order they were asked: two may be asked at once.

    Who is asked while somebody else has it open has it beside them; who is asked after that came to an end has it next,
    and whoever is above has it from the one who was to reply soonest. What comes back is from whoever it says, or from
    who was asked last.
    """
    held: list[list[Asking]] = []
    for step in steps(point, as_of):
        at = _whose(held, step)
        if at is None:
            if step.step in PUT:
                held.append([step])
        else:
            held[at].append(step)
    return tuple(map(_question, held))


def _whose(held: Sequence[Sequence[Asking]], step: Asking) -> int | None:
    """Return which of those who have the question a step is about; None for somebody who has it from now on."""
    if not held:
        return None
    now = [_question(some) for some in held]
    theirs = [at for at, one in enumerate(now) if _has(one, step.to_whom)]
    still = [at for at, one in enumerate(now) if one.is_open]
    if theirs:
        return theirs[-1]
    if step.step is AskingStep.ASKED:
        return None if still else len(held) - 1
    if step.step is AskingStep.ESCALATED and still:
        return min(still, key=lambda at: now[at].until)
    return still[-1] if still else len(held) - 1


def question(point: Point, as_of: datetime.date | None = None) -> Question | None:
    """Return where a point's question stands with who matters most: who is to reply soonest, else who was asked last.

    None when it was put to nobody.
    """
    every = questions(point, as_of)
    waiting = [one for one in every if one.is_open]
    return min(waiting, key=lambda one: one.until) if waiting else every[-1] if every else None


def of_whom(point: Point, who: str | None, as_of: datetime.date | None = None) -> Question | None:
    """Return where a point's question stands with somebody; with who matters most when it was never put to them."""
    every = questions(point, as_of)
    theirs = [one for one in every if any(is_the_same(put, who or "") for put, _ in one.put)]
    return theirs[-1] if theirs else question(point, as_of)


def _has(asked: Question, who: str) -> bool:
    return asked.to_whom == who or is_the_same(asked.to_whom, who)


def _question(every: Sequence[Asking]) -> Question:
    put = [step for step in every if step.step in PUT]
    last = every[-1]
    names: list[str] = []
    for step in put:  # "Owen Tate, Director" and "Owen Tate" are one
        names.append(names[-1] if names and is_the_same(names[-1], step.to_whom) else step.to_whom)
    by_name = groupby(zip(names, put, strict=True), lambda one: one[0])
    return Question(
        put=tuple((who, tuple(dict.fromkeys(step.on for _, step in some))) for who, some in by_name),
        reply_by=put[-1].reply_by,
        last=last.step,
        last_on=last.on,
        words=last.words if last.step not in PUT else None,
        chased=names.count(names[-1]) > 1,
    )


def on_days(days: Sequence[datetime.date], as_of: datetime.date) -> str:
    """Return days in words, each month said once: "3 and 17 December", "28 November and 3 December 2025"."""
    groups = [list(some) for _, some in groupby(days, lambda day: (day.year, day.month))]
    parts = []
    for some in groups:
        *first, last = some
        numbers = ", ".join(str(day.day) for day in first)
        parts.append(f"{numbers} and {dates.in_year(last, as_of)}" if first else dates.in_year(last, as_of))
    return " and ".join(filter(None, (", ".join(parts[:-1]), *parts[-1:])))


def is_the_same(owner: str | None, asked: str) -> bool:
    """Tell whether who an answer is from is who was asked: "Owen Tate, Director" and "owen tate" are."""
    one, other = (" ".join((text or "").casefold().split()) for text in (owner, asked))
    return bool(one and other) and (one == other or one.startswith(f"{other},") or other.startswith(f"{one},"))


_Put = tuple[str, tuple[datetime.date, ...]]
Named = Callable[[str], str]
"""How somebody is called where it is told: "the Director"; "" for nobody who may be named."""


def told(asked: Sequence[Question], as_of: datetime.date, named: Named) -> str:
    """Return whom we asked and what came of it: "Asked the Director on 3 and 17 December. No reply."."""
    parts = []
    for came, some in groupby(asked, lambda one: _came_of_it(one, as_of)):
        whom = [_by_name(one.put, named) for one in some]
        if all(len(put) == 1 for put in whom):
            whom = [[one] for one in _by_name((one for put in whom for one in put), str)]
        parts.append(f"Asked {' and '.join(_then(put, as_of) for put in whom)}. {came}")
    return " ".join(parts)


def _by_name(put: Iterable[_Put], named: Named) -> list[_Put]:
    """Return who was asked as they are called, each once with all days if they follow each other: two names may have one job."""
    return [
        (who, tuple(dict.fromkeys(day for _, days in some for day in days)))
        for who, some in groupby(((named(name), days) for name, days in put), lambda one: one[0])
    ]


def _then(put: Iterable[_Put], as_of: datetime.date) -> str:
    return ", and then ".join(_and(who, on_days(days, as_of)) for who, days in put)


def _and(who: str, days: str) -> str:
    return f"{who} on {days}" if who else f"on {days}"


def _came_of_it(asked: Question, as_of: datetime.date) -> str:
    on = dates.in_year(asked.last_on, as_of)
    if asked.last is AskingStep.REPLIED:
        return f"A reply came on {on}."
    if asked.last is AskingStep.DECLINED:
        return f"They did not take it on, and said so on {on}."
    if asked.last is AskingStep.AGREED:
        return f"They agreed on {on}."
    if asked.is_silent(as_of):
        return "No reply."
    return f"No reply yet. We asked for one by {dates.in_year(asked.until, as_of)}."


def silent(points: Iterable[Point], today: datetime.date) -> list[tuple[Point, Question]]:
    """Return the questions past their day without a reply, those that wait longest first."""
    found = [(p, asked) for p in points for asked in questions(p) if asked.is_silent(today)]
    return sorted(found, key=lambda one: one[1].until)
