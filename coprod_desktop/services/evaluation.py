"""Evaluation forms typed one after another and kept as totals: nobody can tell later who ticked what.

One running draft of totals is written over with each form and written down once, at the end. Words on a form become a
line with its own permission, without a time, and nothing joins it to the form's other answers (practice D8).
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.ids import new_id
from coprod_desktop.domain.measures import star_counts
from coprod_desktop.domain.permission import Purpose
from coprod_desktop.domain.record import Entry, Session
from coprod_desktop.domain.tallies import about_sum, counts_sum
from coprod_desktop.domain.words import ANONYMOUS, EntryKind, Publish
from coprod_desktop.errors import UserError
from coprod_desktop.services import about_you, drafts, permissions, still_there
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.rights import special
from coprod_desktop.store import drafts as typed
from coprod_desktop.store import reading, totals
from coprod_desktop.store.transaction import Transaction

SHEET = "Evaluation form"
"""The sheet that words of a form stood on: the same for all, so that none is told from another."""
MOST_STARS = 5
FIELDS = ("stars", "words", "quote")
"""What is typed of a form, beside one field for each thing asked; drafts go by these names."""


@dataclass(frozen=True, kw_only=True)
class Form:
    """What stands on one form; what was left empty is None, or not in `about`."""

    stars: int | None = None
    about: Mapping[str, str] = field(default_factory=dict)
    """What was asked -> what was ticked."""
    words: str = ""
    may_quote: bool | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing is on it. An empty form that came back is still a form."""
        return self.stars is None and not self.about and not self.words.strip()


@dataclass(frozen=True, kw_only=True)
class Tallies:
    """How many forms there are, and how many ticked what. Nothing in it is of one form."""

    forms: int = 0
    stars: Mapping[str, int] = field(default_factory=dict)
    about: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    asked: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """What is asked about the people, and the answers there are to tick."""


@dataclass(frozen=True, kw_only=True)
class EvaluationSeen:
    """The running totals, and what is written down already."""

    session: Session
    running: Tallies
    offered: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """What can be asked about the people, in the organisation's wording."""


def seen(desk: Desk, session: str) -> EvaluationSeen:
    """Return the running totals of a session and what is written down in it."""
    with desk.store.read() as connection:
        kept = typed.one(connection, _key(session))
        found = reading.one(connection, Session, session)
    return EvaluationSeen(session=found, running=_read(kept), offered=about_you.as_asked(desk))


def add_form(desk: Desk, session: str, form: Form) -> tuple[str | None, Changes]:
    """Add a form to the running totals; its words become a line. Returns the line's id."""
    with desk.store.write() as tx:
        still_there.session(tx, session)
        if form.about:
            special.require(tx)
        running = _running(tx, session)
        _keep(tx, session, _with(running, form, 1))
        words = form.words.strip()
        line = words_line(tx, session, words, form.may_quote, SHEET) if words else None
        drafts.saved(tx, "evaluation", session, (*FIELDS, *running.asked))
    return line, tx.changes


def take_back(desk: Desk, session: str, form: Form, line: str | None) -> Changes:
    """Take the form that was typed last out of the running totals again, and the line of its words."""
    with desk.store.write() as tx:
        _keep(tx, session, _with(_running(tx, session), form, -1))
        if line is not None and reading.stands(tx.connection, "entry", line):
            tx.remove("entry", line)
    return tx.changes


def ask(desk: Desk, session: str, what: str, answers: Sequence[str]) -> Changes:
    """Have one more thing asked on the forms, with the answers there are to tick."""
    what, answers = what.strip(), [answer.strip() for answer in answers if answer.strip()]
    if not what or len(answers) < 2:
        raise UserError("Say what is asked, and at least two answers to tick.", "Nothing was changed.")
    with desk.store.write() as tx:
        still_there.session(tx, session)
        running = _running(tx, session)
        _keep(tx, session, _replace(running, asked={**running.asked, what: answers}))
    return tx.changes


def ask_no_more(desk: Desk, session: str, what: str) -> Changes:
    """Have something asked no more; what was ticked of it so far stays in the totals."""
    with desk.store.write() as tx:
        running = _running(tx, session)
        _keep(tx, session, _replace(running, asked={k: v for k, v in running.asked.items() if k != what}))
    return tx.changes


def write_down(desk: Desk, session: str) -> Changes:
    """Write the running totals down in the session, beside what is there already; from here they print."""
    with desk.store.write() as tx:
        still_there.session(tx, session)
        running = _running(tx, session)
        if not running.forms:
            raise UserError("No form is typed in yet.", "Nothing was changed.")
        now = reading.one(tx.connection, Session, session)
        forms = now.evaluation_forms if now.evaluation_forms is not None else sum(star_counts(now.stars).values())
        values: dict[str, Any] = {"evaluation_forms": forms + running.forms}
        if stars := counts_sum(now.stars or {}, running.stars):
            values["stars"] = stars
        if about := about_sum(now.about_you_counts or {}, running.about):
            values["about_you_counts"] = about
        totals.write(tx, "session", session, values)
        typed.drop(tx, _key(session))
    return tx.changes


# ---- the running draft


def _key(session: str) -> str:
    return f"evaluation:{session}:totals"


def _running(tx: Transaction, session: str) -> Tallies:
    return _read(typed.one(tx.connection, _key(session)))


def _read(kept: typed.Draft | None) -> Tallies:
    return Tallies(**json.loads(kept.words)) if kept is not None else Tallies()


def _keep(tx: Transaction, session: str, running: Tallies) -> None:
    words = json.dumps(running.__dict__, ensure_ascii=False)
    typed.keep(tx, _key(session), typed.encode(words, None, {}), session=session, row=session)


def _replace(running: Tallies, **values: Any) -> Tallies:
    return Tallies(**{**running.__dict__, **values})


def _with(running: Tallies, form: Form, by: int) -> Tallies:
    stars = {} if form.stars is None else {str(form.stars): by}
    about = {what: {answer: by} for what, answer in form.about.items()}
    return _replace(
        running,
        forms=max(0, running.forms + by),
        stars=counts_sum(running.stars, stars),
        about=about_sum(running.about, about),
    )


def words_line(tx: Transaction, session: str, words: str, may_quote: bool | None, sheet: str) -> str:
    """Write the words of a form down as a line of nobody's, without a time. Returns its id."""
    entry = Entry(
        id=new_id(),
        n=reading.next_number(tx.connection, session),
        kind=EntryKind.CONTRIBUTION,
        text=words,
        speaker=ANONYMOUS,
        publish=Publish.YES,
        quote_ok=may_quote,
        sheet=sheet,
    )
    tx.add(entry, session=session)
    if may_quote is not None:
        answer = permissions.as_answer(may_quote)
        permissions.write(tx, "entry", entry.id, Purpose.QUOTE, answer, session=session)
    return entry.id
