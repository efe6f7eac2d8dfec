"""Looking back: slips after a session, and once a year members and staff apart. Typed one after another, kept as totals.

As with evaluation forms nobody can tell later who ticked what: one running draft of totals is written over with each
form and written down once. Words on a slip of a session become a line with its own permission; those on a form of a group
stand together, in the order of the alphabet, and nothing joins them to the answers (practice D8).
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.ids import new_id
from coprod_desktop.domain.looked_back_record import LookedBack, LookedBy
from coprod_desktop.domain.looking_back import BackForm, check_tally
from coprod_desktop.domain.tallies import counts_sum
from coprod_desktop.domain.words import Rung
from coprod_desktop.errors import UserError
from coprod_desktop.services import drafts, evaluation, still_there
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.program import content
from coprod_desktop.store import drafts as typed
from coprod_desktop.store import looking_back as rows
from coprod_desktop.store import reading, totals
from coprod_desktop.store.transaction import Transaction

SHEET = "Slip"
"""The sheet that words of a slip stood on: the same for all, so that none is told from another."""
WORDS, QUOTE = "words", "quote"
"""What is typed of a form beside its questions; drafts go by these names, and the keys of the questions."""
_SAFE = "Nothing was changed."


class Of(NamedTuple):
    """Whose looking back it is: a group's, or a session's."""

    group: str | None = None
    session: str | None = None

    @property
    def id(self) -> str:
        """The id of either."""
        return self.session or self.group or ""


@dataclass(frozen=True, kw_only=True)
class Slip:
    """What stands on one form; what was left empty is not in `answers`."""

    answers: Mapping[str, str] = field(default_factory=dict)
    """Question's key -> the answer."""
    words: str = ""
    may_quote: bool | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing is on it. An empty form that came back is still a form."""
        return not self.answers and not self.words.strip()


@dataclass(frozen=True, kw_only=True)
class Running:
    """How many forms there are, and how many gave which answer. Nothing in it is of one form."""

    forms: int = 0
    answers: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    words: Sequence[str] = ()


@dataclass(frozen=True, kw_only=True)
class BackSeen:
    """A form to type, its running totals, and what is written down of it already."""

    form: BackForm
    running: Running
    written: Sequence[LookedBack]


def forms_of(of: Of) -> Sequence[BackForm]:
    """Return the forms that are offered: of a session the slip first, of a group those of the year first."""
    every = content.looking_back().forms
    return sorted(every, key=lambda form: (form.name == LookedBy.SLIP) is (of.session is None))


def seen(desk: Desk, of: Of, form: str) -> BackSeen:
    """Return the running totals of a form, and what is written down."""
    with desk.store.read() as connection:
        running = _read(connection, of, form)
        written = rows.of(connection, group=of.group, session=of.session)
    mine = [row for row in written if row.by == form]
    return BackSeen(form=content.looking_back().form(form), running=running, written=mine)


def one(desk: Desk, row: str) -> LookedBack:
    """Return what was counted in one row."""
    with desk.store.read() as connection:
        return reading.one(connection, LookedBack, row)


def running_of(desk: Desk, *, session: str) -> int:
    """Return how many slips of a session are typed in and not written down."""
    with desk.store.read() as connection:
        return _read(connection, Of(session=session), LookedBy.SLIP).forms


def add_form(desk: Desk, of: Of, form: str, slip: Slip) -> tuple[str | None, Changes]:
    """Add a form to the running totals. Words on one of a session become a line; returns its id."""
    asked = content.looking_back().form(form)
    for key, answer in slip.answers.items():
        if answer not in _offered(asked, key):
            raise UserError(f"“{answer}” is no answer to “{key}”.", "This form is not added yet.")
    with desk.store.write() as tx:
        _stands(tx, of)
        running = _running(tx, of, form)
        words, line = slip.words.strip(), None
        if words and of.session is not None:
            line = evaluation.words_line(tx, of.session, words, slip.may_quote, SHEET)
        _keep(tx, of, form, _with(running, slip, 1, words="" if line else words))
        drafts.saved(tx, f"looking_back:{form}", of.id, (WORDS, QUOTE, *(q.key for q in asked.questions)))
    return line, tx.changes


def take_back(desk: Desk, of: Of, form: str, slip: Slip, line: str | None) -> Changes:
    """Take the form that was typed last out of the running totals again, and the line of its words."""
    with desk.store.write() as tx:
        words = "" if line is not None else slip.words.strip()
        _keep(tx, of, form, _with(_running(tx, of, form), slip, -1, words=words))
        if line is not None and reading.stands(tx.connection, "entry", line):
            tx.remove("entry", line)
    return tx.changes


def write_down(desk: Desk, of: Of, form: str, on: datetime.date | None = None) -> tuple[str, Changes]:
    """Write the running totals down, with what stands of the same day already. Returns the row's id.

    UserError for no forms, for more answers than forms, and for a day still to come.
    """
    on = on or desk.today()
    if on > desk.today():
        raise UserError("That day is still to come.", f"Choose the day on which people looked back. {_SAFE}")
    with desk.store.write() as tx:
        _stands(tx, of)
        running, by = _running(tx, of, form), LookedBy(form)
        check_tally(running.forms, running.answers)
        there = rows.same(tx.connection, by, on, group=of.group, session=of.session)
        words = sorted([*running.words, *((there.words or "").splitlines() if there else ())], key=str.casefold)
        values = {
            "forms": running.forms + (there.forms if there else 0),
            "answers": _sum(there.answers if there else {}, running.answers),
            "words": "\n".join(words) or None,
        }
        if there is not None:
            totals.write(tx, "looked_back", there.id, values)
            made = there.id
        else:
            row = LookedBack(id=new_id(), group_id=of.group, session_id=of.session, on=on, by=by)
            made = row.id
            tx.add(replace(row, **values), session=of.session)  # type: ignore[arg-type]
        for what in _KEPT:
            typed.drop(tx, _key(of, form, what))
    return made, tx.changes


def decide_rung(desk: Desk, row: str, *, aimed: Rung | None, reached: Rung | None, decided_by: str | None) -> Changes:
    """Write down which rung was aimed for and reached, and who decided that it is so. UserError without who."""
    if (aimed or reached) and not (decided_by or "").strip():
        raise UserError("Say who decided which rung it was.", f"Members together, staff, the co-chairs… {_SAFE}")
    with desk.store.write("Said which rung it was") as tx:
        still_there.row(tx, "looked_back", row)
        who = (decided_by or "").strip() or None
        tx.change("looked_back", row, rung_aimed=aimed, rung_reached=reached, rung_decided_by=who)
        drafts.saved(tx, "looked_back", row, ("rung_decided_by",))
    return tx.changes


def remove(desk: Desk, row: str) -> Changes:
    """Take what was counted away; undo brings it back."""
    with desk.store.write("Took a looking back away") as tx:
        still_there.row(tx, "looked_back", row)
        tx.remove("looked_back", row)
    return tx.changes


# ---- what is typed


class NotAnAnswer(UserError):
    """What was typed to a question is no answer; `key` is the question's."""

    def __init__(self, key: str, what: str) -> None:
        super().__init__(what, "This form is not added yet.")
        self.key = key


def answers_typed(form: BackForm, typed_: Mapping[str, str]) -> Mapping[str, str]:
    """Return the answers that numbers mean: question's key -> answer; 0 and nothing are none. NotAnAnswer for others."""
    found = {}
    for question in form.questions:
        words = typed_.get(question.key, "").strip()
        if words in {"", "0", "-"}:
            continue
        if not (words.isascii() and words.isdecimal() and 1 <= int(words) <= len(question.answers)):
            raise NotAnAnswer(
                question.key, f"“{words}” is no answer to “{question.ask}”: they go from 1 to {len(question.answers)}."
            )
        found[question.key] = question.answers[int(words) - 1]
    return found


def spread(typed_: str, room: int) -> Sequence[str]:
    """Return numbers typed one after another ("1 2 1", "121"), one for each question; as it is where it is only one."""
    parts = typed_.split()
    if len(parts) == 1 and len(parts[0]) > 1 and parts[0].isdecimal():
        parts = list(parts[0])
    return parts if 1 < len(parts) <= room else [typed_]


# ---- the running draft


_KEPT = ("totals", "said")
"""Words are kept apart from the totals: where a name in them has to go, the draft goes, and the totals stay."""


def _key(of: Of, form: str, what: str) -> str:
    return f"looking_back:{of.id}:{form} {what}"


def _running(tx: Transaction, of: Of, form: str) -> Running:
    return _read(tx.connection, of, form)


def _read(connection: Any, of: Of, form: str) -> Running:
    totals_, said = (typed.one(connection, _key(of, form, what)) for what in _KEPT)
    counted = json.loads(totals_.words) if totals_ is not None else {}
    return Running(**counted, words=json.loads(said.words) if said is not None else ())


def _keep(tx: Transaction, of: Of, form: str, running: Running) -> None:
    for what, value in zip(_KEPT, ({"forms": running.forms, "answers": running.answers}, running.words), strict=True):
        text = json.dumps(value, ensure_ascii=False)
        typed.keep(tx, _key(of, form, what), typed.encode(text, None, {}), session=of.session, row=of.id)


def _with(running: Running, slip: Slip, by: int, *, words: str) -> Running:
    listed = list(running.words)
    if words and by > 0:
        listed = sorted([*listed, " ".join(words.split())], key=str.casefold)
    elif words and (one := " ".join(words.split())) in listed:
        listed.remove(one)
    answers = {key: {answer: by} for key, answer in slip.answers.items()}
    return Running(forms=max(0, running.forms + by), answers=_sum(running.answers, answers), words=listed)


def _sum(a: Mapping[str, Mapping[str, int]], b: Mapping[str, Mapping[str, int]]) -> Mapping[str, Mapping[str, int]]:
    found = {key: counts_sum(a.get(key, {}), b.get(key, {})) for key in sorted({*a, *b})}
    return {key: counted for key, counted in found.items() if counted}


def _offered(form: BackForm, key: str) -> Sequence[str]:
    return next((question.answers for question in form.questions if question.key == key), ())


def _stands(tx: Transaction, of: Of) -> None:
    if of.session is not None:
        still_there.session(tx, of.session)
    elif of.group is not None:
        still_there.row(tx, "work_group", of.group)
