"""About you: the nine protected characteristics and caring, in the organisation's wording, counted and never kept a row a person.

Never asked at the door: a form that goes into a box, or a link afterwards. Each question can be skipped, and "prefer not to
say" stands last. What is counted is a total: the step from one total to the next is kept nowhere (practice D8, D9, D25).
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.ids import made_id
from coprod_desktop.domain.people_record import AboutYou
from coprod_desktop.domain.record import Session
from coprod_desktop.domain.tallies import about_sum
from coprod_desktop.errors import UserError
from coprod_desktop.publish import press
from coprod_desktop.publish.filenames import file_name
from coprod_desktop.publish.own.about_you_form import AboutYouForm, about_you_form
from coprod_desktop.publish.press import PressSettings
from coprod_desktop.services import drafts, still_there
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.making import papers
from coprod_desktop.services.making.papers import Made
from coprod_desktop.services.rights import special
from coprod_desktop.store import drafts as typed
from coprod_desktop.store import formats as stored
from coprod_desktop.store import reading, totals
from coprod_desktop.store.transaction import Transaction

PREFER_NOT = "prefer not to say"
CHARACTERISTICS: Mapping[str, str] = {
    "age": "Age",
    "disability": "Disabled",
    "gender reassignment": "Gender the same as at birth",
    "marriage and civil partnership": "Married or in a civil partnership",
    "pregnancy and maternity": "Pregnant, or a baby in the last year",
    "race": "Ethnic group",
    "religion or belief": "Religion or belief",
    "sex": "Sex",
    "sexual orientation": "Sexual orientation",
    "carer": "Carer",
}
"""The nine of the Equality Act 2010, section 4, and caring: each with the question of ours in content.json."""
FORMATS = ("pdf", "large-print", "docx", "html", "text")
_RULED = {"pdf", "large-print", "docx"}


@dataclass(frozen=True, kw_only=True)
class Question:
    """One question as it is asked. `source` says whose wording it is, "" for ours."""

    characteristic: str
    words: str
    answers: tuple[str, ...]
    source: str = ""


def questions(desk: Desk) -> tuple[Question, ...]:
    """Return every question in its order: the organisation's wording, else ours."""
    with desk.store.read() as connection:
        own = {row.characteristic: row for row in stored.every(connection, AboutYou)}
    ours = desk.content.about_you()
    return tuple(
        Question(characteristic=name, words=row.words, answers=row.answers, source=row.source or "")
        if (row := own.get(name)) is not None
        else Question(characteristic=name, words=called, answers=tuple(ours[called]))
        for name, called in CHARACTERISTICS.items()
    )


def as_asked(desk: Desk) -> Mapping[str, Sequence[str]]:
    """Return the questions with the answers there are to tick."""
    return {question.words: list(question.answers) for question in questions(desk)}


def set_wording(desk: Desk, characteristic: str, words: str, answers: Sequence[str], source: str | None) -> Changes:
    """Ask about a characteristic in other words, such as the harmonised ones of the Office for National Statistics."""
    told = tuple(dict.fromkeys(a.strip() for a in answers if a.strip() and a.strip().casefold() != PREFER_NOT))
    if characteristic not in CHARACTERISTICS:
        raise ValueError(characteristic)
    if not words.strip() or len(told) < 2:
        raise UserError("A question needs its words, and at least two answers to tick.", "Nothing was changed.")
    made = row_of(characteristic)
    fields: dict[str, Any] = {
        "words": words.strip(),
        "answers": (*told, PREFER_NOT),
        "source": (source or "").strip() or None,
    }
    with desk.store.write("Changed a question about you") as tx:
        if reading.is_there(tx.connection, "about_you_question", made):
            tx.update("about_you_question", made, {"deleted_at": None}, "restore")
            tx.change("about_you_question", made, **fields)
        else:
            order = list(CHARACTERISTICS).index(characteristic)
            row = AboutYou(id=made, characteristic=characteristic, order=order, **fields)
            tx.add(row, session=None)
        drafts.saved(tx, "about_you_question", made, ("words", "answers", "source"))
    return tx.changes


def row_of(characteristic: str) -> str:
    """Return the id of the row that holds a question's own wording."""
    return made_id("about you", characteristic)


def change(desk: Desk, characteristic: str, field: str, value: str | None) -> Changes:
    """Change one part of a question: its words, its answers (one a line) or whose wording it is. No words: ours again."""
    now = next(q for q in questions(desk) if q.characteristic == characteristic)
    if field == "words" and not (value or "").strip():
        return use_ours(desk, characteristic)
    said = {"words": now.words, "answers": "\n".join(now.answers), "source": now.source, field: value or ""}
    return set_wording(desk, characteristic, said["words"], said["answers"].splitlines(), said["source"])


def use_ours(desk: Desk, characteristic: str) -> Changes:
    """Ask about a characteristic in the words that come with the program again."""
    made = row_of(characteristic)
    with desk.store.write("Took a question about you back to our words") as tx:
        if reading.stands(tx.connection, "about_you_question", made):
            tx.remove("about_you_question", made)
    return tx.changes


# ---- counting


def running(desk: Desk, session: str) -> tuple[int, Mapping[str, Mapping[str, int]]]:
    """Return how many forms are typed in and not written down yet, and their totals."""
    with desk.store.read() as connection:
        return _read(typed.one(connection, _key(session)))


def add_form(desk: Desk, session: str, answers: Mapping[str, str]) -> Changes:
    """Add one form to the running totals: question -> the answer that was ticked. An empty form counts too."""
    with desk.store.write() as tx:
        still_there.session(tx, session)
        special.require(tx)
        forms, about = _read(typed.one(tx.connection, _key(session)))
        ticked = {what: {answer: 1} for what, answer in answers.items() if answer}
        _keep(tx, session, forms + 1, about_sum(about, ticked))
    return tx.changes


def take_back(desk: Desk, session: str, answers: Mapping[str, str]) -> Changes:
    """Take the form that was typed last out of the running totals again, while it is still in somebody's hand."""
    with desk.store.write() as tx:
        forms, about = _read(typed.one(tx.connection, _key(session)))
        ticked = {what: {answer: -1} for what, answer in answers.items() if answer}
        if forms:
            _keep(tx, session, forms - 1, about_sum(about, ticked))
    return tx.changes


def write_down(desk: Desk, session: str) -> Changes:
    """Write the running totals down in the session, beside what is there; from here they print, small counts hidden."""
    with desk.store.write() as tx:
        still_there.session(tx, session)
        forms, about = _read(typed.one(tx.connection, _key(session)))
        if not forms:
            raise UserError("No form is typed in yet.", "Nothing was changed.")
        now = reading.one(tx.connection, Session, session)
        totals.write(tx, "session", session, {"about_you_counts": about_sum(now.about_you_counts or {}, about)})
        typed.drop(tx, _key(session))
    return tx.changes


def _key(session: str) -> str:
    return f"about_you:{session}:totals"


def _read(kept: typed.Draft | None) -> tuple[int, Mapping[str, Mapping[str, int]]]:
    found = json.loads(kept.words) if kept is not None else {}
    return int(found.get("forms", 0)), found.get("about", {})


def _keep(tx: Transaction, session: str, forms: int, about: Mapping[str, object]) -> None:
    words = json.dumps({"forms": forms, "about": about}, ensure_ascii=False)
    typed.keep(tx, _key(session), typed.encode(words, None, {}), session=session, row=session)


# ---- the form


def make_form(desk: Desk, folder: Path, names: Sequence[str] = FORMATS) -> Made:
    """Make the blank form in these formats."""
    forms = papers.chosen(desk, names, FORMATS, " for the form")
    with desk.store.read() as connection:
        ours = stored.organisation(connection)
    settings = PressSettings(made_on=desk.now())
    asked = [(question.words, question.answers) for question in questions(desk)]

    def named(apart: str, ending: str) -> Path:
        kind = "about-you"
        return folder / file_name(desk.today(), special.ROW, ending, f"{kind}-{apart}" if apart else kind)

    work = []
    for form in forms:
        blank = AboutYouForm(asked=asked, organisation=(ours.name if ours else None) or "", boxes=form.name in _RULED)
        work.append((form.name, partial(press.press, about_you_form(blank), form, settings, named)))
    pressed = papers.run(work, folder, lambda *_: None, lambda: True)
    return Made(paths=pressed.paths, draft=False, warnings=pressed.warnings, changes=Changes())
