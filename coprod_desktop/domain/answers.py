"""What each answer is: its words, what it asks for, what it binds, where it stands to begin with, how it looks.

One row an answer. Whoever prints, shows, checks or counts an answer reads its row here (design, sections 5 and 8).
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from coprod_desktop.domain import asking, dates
from coprod_desktop.domain.check.kinds import FindingKind
from coprod_desktop.domain.record import AnswerBefore, Point, Telling
from coprod_desktop.domain.week_after import AskingStep
from coprod_desktop.domain.words import AnswerKind, Outcome, Standing


class Binds(StrEnum):
    """What giving an answer means: something is promised, it is a no, or neither."""

    PROMISE = "a promise"
    NO = "a no"
    NEITHER = "neither"


class Look(StrEnum):
    """How an answer looks. Papers have a tone and a mark for each, the screen an icon and a colour."""

    DONE = "done"
    WE_WILL = "we_will"
    PART = "part"
    WAITING = "waiting"
    NO = "no"
    PASSED_ON = "passed_on"
    INFO = "info"


@dataclass(frozen=True, kw_only=True)
class AskedFor:
    """One thing an answer asks for."""

    field: str
    """Its name in domain.record.Point; "asked" stands for the three that say whom we asked."""
    screen: str
    """What the field is called where it is filled in."""
    paper: str = ""
    """What it is called on paper; "" where it is printed without a label, or never."""
    lacks: FindingKind | None = None
    """What check finds while it is empty; None when an answer can do without."""
    missing: str = ""
    """What the Answer page says the paper will ask for: "by when"."""
    brief: str = "{}"
    """How it is set in a line of a list: "by {}"."""


@dataclass(frozen=True, kw_only=True)
class AnswerRow:
    """One answer. `asks` are in the order in which they are filled in."""

    words: str
    binds: Binds
    look: Look
    asks: tuple[AskedFor, ...]
    begins: Standing | None = None
    """Where its promise stands before anything was heard of it; None when it promises nothing."""
    tells: bool = False
    """Its day is the one by which people are told more, not the one by which something is done."""

    def ask(self, field: str) -> AskedFor:
        """Return what it asks in a field. A field it does not ask for has the usual words: it may still hold some."""
        return next((ask for ask in self.asks if ask.field == field), USUAL[field])


@dataclass(frozen=True, kw_only=True)
class OutcomeRow:
    """What became of a line that is in no point: its words, its look, and what is noted beside it."""

    words: str
    look: Look
    note: str = ""
    """What the note is called; "" when nothing is asked."""
    hint: str = ""
    """What is said while the note is empty."""
    lacks: FindingKind | None = None
    """What check finds while the note is empty; None when the paper can do without."""


_WHAT = AskedFor(field="text", screen="What we will do")
_WHO = AskedFor(field="owner", screen="Who", paper="Who")
_WHEN = AskedFor(field="due", screen="By when", paper="By when", brief="by {}")
_ASKED = AskedFor(field="asked", screen="No date can be given yet", paper="Who we asked", brief="we will say by {}")
_AGREED = AskedFor(field="owner_agreed", screen="When they agreed to it")
_REASON_KIND = AskedFor(field="reason_category", screen="What kind of reason")
_WHY = AskedFor(field="reason", screen="Why, in plain words", paper="Why")
_LOOK_AGAIN = AskedFor(
    field="look_again", screen="When we look again", paper="When we look again", brief="we look again {}"
)
ASKED = ("asked_who", "asked_on")
"""The fields that, with the day by which we tell people, stand for a date."""
OWNER_AGREED = "owner_agreed"
"""The key of a file that says when the owner agreed; there with nothing in it, that they have not."""
USUAL: Final[Mapping[str, AskedFor]] = {
    ask.field: ask for ask in (_WHAT, _WHO, _WHEN, _ASKED, _AGREED, _REASON_KIND, _WHY, _LOOK_AGAIN)
}
_TYPED = frozenset({_WHAT.field, _WHY.field, _WHO.field, _WHEN.field, _LOOK_AGAIN.field})
_NEEDS_WHY = replace(_WHY, lacks=FindingKind.NO_REASON, missing="why")
_NEEDS_WHO = replace(_WHO, lacks=FindingKind.NO_OWNER, missing="who")
_NEEDS_WHEN = replace(_WHEN, lacks=FindingKind.NO_DATE, missing="by when")
_ON = replace(_WHEN, screen="When", paper="When", brief="on {}")

ROWS: Final[Mapping[AnswerKind, AnswerRow]] = {
    AnswerKind.DONE: AnswerRow(
        words="We have done it",
        binds=Binds.PROMISE,
        begins=Standing.KEPT,
        look=Look.DONE,
        asks=(replace(_WHAT, screen="What we did"), replace(_WHO, screen="Who did it", paper="Who did it"), _ON),
    ),
    AnswerKind.WILL: AnswerRow(
        words="We will",
        binds=Binds.PROMISE,
        begins=Standing.NOT_DUE,
        look=Look.WE_WILL,
        asks=(_WHAT, _NEEDS_WHO, _NEEDS_WHEN, _AGREED, _ASKED),
    ),
    AnswerKind.PARTLY: AnswerRow(
        words="We will do part of it",
        binds=Binds.PROMISE,
        begins=Standing.NOT_DUE,
        look=Look.PART,
        asks=(
            replace(_WHAT, screen="Which part we will do", lacks=FindingKind.NO_PART, missing="which part"),
            _REASON_KIND,
            replace(
                _NEEDS_WHY,
                screen="Why not all of it? In plain words",
                paper="Why not all of it",
                missing="why not all of it",
            ),
            _NEEDS_WHO,
            _NEEDS_WHEN,
            _AGREED,
            _ASKED,
        ),
    ),
    AnswerKind.ALREADY: AnswerRow(
        words="We already do this",
        binds=Binds.NEITHER,
        look=Look.DONE,
        asks=(
            replace(
                _WHAT, screen="What there is, and how to get it", lacks=FindingKind.NO_HOW, missing="how to get it"
            ),
            replace(
                _NEEDS_WHY,
                screen="Why people had not heard",
                paper="Why people had not heard",
                missing="why people had not heard",
            ),
        ),
    ),
    AnswerKind.NOT_DECIDED: AnswerRow(
        words="We do not know yet",
        binds=Binds.PROMISE,
        begins=Standing.NOT_DUE,
        tells=True,
        look=Look.WAITING,
        asks=(
            replace(_WHAT, screen="What we are doing to find out"),
            replace(_WHO, screen="Who finds out"),
            replace(
                _NEEDS_WHEN,
                screen="When we will tell you",
                paper="When we will tell you",
                missing="when there will be an answer",
                brief="we will say by {}",
            ),
            _AGREED,
            _ASKED,
        ),
    ),
    AnswerKind.CANNOT: AnswerRow(
        words="No. We cannot",
        binds=Binds.NO,
        look=Look.NO,
        asks=(replace(_WHAT, screen="What we cannot do"), _REASON_KIND, _NEEDS_WHY, _LOOK_AGAIN),
    ),
    AnswerKind.WILL_NOT: AnswerRow(
        words="No. We will not",
        binds=Binds.NO,
        look=Look.NO,
        asks=(replace(_WHAT, screen="What we will not do"), _REASON_KIND, _NEEDS_WHY, _LOOK_AGAIN),
    ),
    AnswerKind.PASSED_ON: AnswerRow(
        words="We passed this on",
        binds=Binds.NEITHER,
        look=Look.PASSED_ON,
        asks=(
            replace(_WHAT, screen="What we passed on"),
            replace(
                _WHO,
                screen="To whom: who has it now",
                paper="Who has it now",
                lacks=FindingKind.NO_TO_WHOM,
                missing="to whom",
            ),
            replace(_ON, screen="When you passed it on", paper="When we passed it on"),
        ),
    ),
}
"""The answers in the order in which they are offered."""

OUTCOMES: Final[Mapping[Outcome, OutcomeRow]] = {
    Outcome.HEARD: OutcomeRow(words="Thank you, we heard", look=Look.DONE),
    Outcome.PASSED_ON: OutcomeRow(
        words="Passed on",
        look=Look.PASSED_ON,
        note="To whom: who has it now",
        hint="Say who has it, and it is saved.",
        lacks=FindingKind.NO_TO_WHOM,
    ),
    Outcome.LEFT_OUT: OutcomeRow(
        words="Left out", look=Look.INFO, note="Why it is left out", hint="Say why, and it is saved."
    ),
}
"""How a line ends that needs no answer of its own."""


def row(answer: AnswerKind) -> AnswerRow:
    """Return the row of an answer."""
    return ROWS[answer]


def ended(outcome: Outcome | None) -> OutcomeRow | None:
    """Return the row of an ending; None for a line that has not ended, or ended in a point."""
    return OUTCOMES.get(outcome) if outcome is not None else None


def words(answer: AnswerKind) -> str:
    """Return what an answer is called, on paper and on the screen: "We will do part of it"."""
    return ROWS[answer].words


def is_promise(answer: AnswerKind | None) -> bool:
    """Tell whether an answer binds. A no is not counted among promises, and no answer yet is neither."""
    return answer is not None and ROWS[answer].binds is Binds.PROMISE


def is_no(answer: AnswerKind | None) -> bool:
    """Tell whether an answer is a no."""
    return answer is not None and ROWS[answer].binds is Binds.NO


def asks(answer: AnswerKind | None) -> Iterator[AskedFor]:
    """Yield what an answer asks for, in the order of the form; nothing while there is no answer."""
    yield from ROWS[answer].asks if answer is not None else ()


def typed_in_turn(answer: AnswerKind | None) -> tuple[str, ...]:
    """Return the fields that Enter goes through one after the other: what is typed, not what is ticked or chosen.

    A no goes through why and when we look again; what we cannot do is mostly what people said.
    """
    return tuple(a.field for a in asks(answer) if a.field in _TYPED and not (is_no(answer) and a.field == _WHAT.field))


# ---- an answer as it was given


def holds(point: Point, field: str) -> bool:
    """Tell whether a field of a point holds something; blanks are nothing."""
    value = getattr(point, field)
    return bool(value.strip()) if isinstance(value, str) else value is not None


def next_to_type(point: Point, after: str = "") -> str | None:
    """Return the field to type in next: the first below `after` that holds nothing. None when there is none.

    "" begins with the first field of the answer.
    """
    fields = typed_in_turn(point.answer)
    below = fields[fields.index(after) + 1 :] if after in fields else fields if not after else ()
    return next((field for field in below if not holds(point, field)), None)


def fields_to_show(point: Point) -> frozenset[str]:
    """Return the fields of an answer's form: those it asks for, and any other that holds something: it is printed.

    A no has no day: nothing prints one, and nothing asks for one.
    """
    wanted = {ask.field for ask in asks(point.answer)}
    wanted |= {ask.field for ask in USUAL.values() if ask.field != _ASKED.field and holds(point, ask.field)}
    return frozenset(wanted - {_WHEN.field, _ASKED.field} if is_no(point.answer) else wanted)


def day_of(point: Point) -> datetime.date | None:
    """Return the day of a point's answer. A no has none: what was typed before it became one is kept, and not shown."""
    return None if is_no(point.answer) else point.due


def may_be_undated(answer: AnswerKind | None) -> bool:
    """Tell whether an answer may say in place of a date whom we asked for one."""
    return answer is not None and not row(answer).tells and any(ask.field == _ASKED.field for ask in asks(answer))


def is_undated(point: Point) -> bool:
    """Tell whether a point says in place of a date whom we asked for one. Once they agreed or replied, its day is a date."""
    if not may_be_undated(point.answer) or point.owner_agreed is not None:
        return False
    asked = asking.question(point)
    return any(holds(point, field) for field in ASKED) and (asked is None or asked.is_open)


def tells(point: Point) -> bool:
    """Tell whether a point's day is the one by which we tell people more: what was decided, or a date."""
    return is_undated(point) or (point.answer is not None and row(point.answer).tells)


def brief_day(point: Point) -> str:
    """Return how a point's day is set in a line of a list: "by {}", "we will say by {}"."""
    field = _ASKED.field if is_undated(point) else _WHEN.field
    return (row(point.answer).ask(field) if point.answer else USUAL[field]).brief


def noes_before(point: Point) -> tuple[AnswerBefore, ...]:
    """Return the noes a point was answered with before, each with its reason: one without was never finished."""
    return tuple(b for b in point.before if is_no(b.answer) and b.reason and b.reason.strip())


def said_before(point: Point) -> Telling | None:
    """Return what the last paper told that gave another answer than the one it has now; None when none did."""
    told = [t for t in point.tellings if t.told_on is not None and t.answer is not None and t.answer != point.answer]
    return told[-1] if told else None


def words_told(telling: Telling) -> str | None:
    """Return what a paper told beside the answer's own words; None when it told no more."""
    is_bare = telling.answer is not None and telling.text == words(telling.answer)
    return None if is_bare else telling.text


def needs_new_action(point: Point) -> bool:
    """Tell whether a no became a promise to do something that does not say what: it has no words, or those of the no."""
    if not is_promise(point.answer) or (point.answer is not None and row(point.answer).tells):
        return False
    noes = noes_before(point)
    return bool(noes) and (not holds(point, "text") or _alike(point.text) in {_alike(no.text) for no in noes})


def _alike(text: str | None) -> str:
    return " ".join((text or "").casefold().split()).rstrip(".")


def asked_words(point: Point, who: str) -> str:
    """Return whom we asked, and where that stands for a date, by when we tell people. `who` is as they may be named."""
    asked = asking.of_whom(point, point.asked_who)
    (first, *more) = asked.put[0][1] if asked else (None,)
    on = f" on {dates.plain(first)}" if first else ""
    again = f", and again on {' and '.join(map(dates.plain, more))}" if more else ""
    return f"{'No date given: we' if is_undated(point) else 'We'} asked {who}{on}{again}{_until(point)}"


def tell_by_words(point: Point) -> str:
    """Return what stands in place of a date where it is told below whom we asked and that nothing came back."""
    day = day_of(point) if tells(point) else None
    return f"No date given yet. We will tell you by {dates.plain(day)}" if day else "No date given yet"


def _until(point: Point) -> str:
    day = day_of(point) if tells(point) else None
    return f", and will tell you by {dates.plain(day)}" if day else ""


def tells_of_question(point: Point) -> bool:
    """Tell whether a paper says what came of a point's question: while there is no answer, or none that is final.

    Also when whoever was asked did not take it on, and nobody else does yet.
    """
    asked = asking.question(point)
    nobody = asked is not None and asked.last is AskingStep.DECLINED and not holds(point, "owner")
    return point.answer is None or tells(point) or nobody


def may_name_owner(point: Point) -> bool:
    """Tell whether papers may name who an answer is from: they agreed, or a file says so that says nothing else of it.

    A file that has the key "owner_agreed" with nothing in it says that they have not agreed yet.
    """
    return point.owner_agreed is not None or ("owner" in point.given and OWNER_AGREED not in point.given)


def not_told_yet(point: Point, as_of: datetime.date) -> str:
    """Return the truth about a day on which we were to tell people more, and have not."""
    said = f"We said {dates.in_year(point.due, as_of)}. " if point.due else ""
    return f"{said}We have not told you yet"
