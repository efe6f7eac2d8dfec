"""Looking back: what is asked after a session and once a year, how answers are counted, where members and staff differ.

What was counted is a table, question -> answer -> how many: never a row a person. Sources: the five values
(Nottinghamshire's Our Voice), six features (Wirral), four elements (the Social Care Institute for Excellence), the
ladder (Think Local Act Personal), doing to, for and with.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from coprod_desktop.domain.content_table import TableRow
from coprod_desktop.domain.measures import Count, hidden, percent
from coprod_desktop.errors import UserError

Tally = Mapping[str, Mapping[str, int]]
"""Question's key -> answer -> how many gave it."""
ELEMENTS_PART = "elements"
NEVER = "never"
APART = 20
"""Percentage points between two shares from which they are told as differing, where the commonest answers agree."""


@dataclass(frozen=True)
class Question:
    """One thing asked. `key` never changes; `answers` are what there is to tick, in order."""

    key: str
    ask: str
    answers: tuple[str, ...]
    part: str
    heading: str


@dataclass(frozen=True)
class BackForm:
    """One form: what it is called, who fills it in, what is asked, and the question that is answered in words, or ""."""

    name: str
    words: str
    whom: str
    questions: tuple[Question, ...]
    words_asked: str


@dataclass(frozen=True)
class BackForms:
    """Every form, in the order of the content."""

    forms: tuple[BackForm, ...]

    def form(self, name: str) -> BackForm:
        """Return the form of this name; one of another program's name asks nothing."""
        return next((form for form in self.forms if form.name == name), BackForm(name, name, name, (), ""))

    def question(self, key: str) -> Question:
        """Return what a key asks; one that is not known here asks by its key."""
        found = (one for form in self.forms for one in form.questions if one.key == key)
        return next(found, Question(key, key, (), "", ""))


def parse_looking_back(data: Mapping[str, Any], rungs: Sequence[str]) -> BackForms:
    """Return the forms from their file. WrongContent, in a sentence, when it cannot be what was meant."""
    top = TableRow(data, "the questions for looking back", {"how", "answers", "forms", "parts"})
    named = top.sub("answers")
    answers: dict[str, tuple[str, ...]] = {name: named.texts(name) for name in named.names()} | {"ladder": tuple(rungs)}
    listed = top.sub("parts")
    parts = {name: tuple(_questions(listed.sub(name), name, answers)) for name in listed.names()}
    rows = top.rows("forms", "name", {"name", "words", "whom", "parts", "words_asked"})
    forms = []
    for row in rows:
        asked = tuple(question for part in row.some_of("parts", parts) for question in parts[part])
        forms.append(
            BackForm(row.text("name"), row.text("words"), row.text("whom"), asked, row.text("words_asked", ""))
        )
    return BackForms(tuple(forms))


def _questions(part: TableRow, name: str, answers: Mapping[str, tuple[str, ...]]) -> Iterable[Question]:
    heading = part.text("heading")
    for row in part.rows("questions", "key", {"key", "ask", "answers"}):
        yield Question(row.text("key"), row.text("ask"), answers[row.one_of("answers", answers)], name, heading)


# ---- what was counted


def in_order(question: Question, counted: Mapping[str, int]) -> list[tuple[str, int]]:
    """Return an answer and how many, those that are known in their order, also where nobody gave them; others after."""
    known = [(answer, counted.get(answer, 0)) for answer in question.answers]
    return known + [(answer, n) for answer, n in sorted(counted.items()) if answer not in question.answers]


def check_tally(forms: int, tally: Tally) -> None:
    """Raise UserError where more answered a question than there are forms, or a number is none."""
    if forms <= 0:
        raise UserError("No form is counted yet, so there is nothing to look back on.", "Nothing was changed.")
    for key, counted in tally.items():
        if any(n < 0 for n in counted.values()):
            raise UserError(f"“{key}”: a count is less than 0.", "Nothing was changed.")
        if sum(counted.values()) > forms:
            raise UserError(
                f"“{key}”: {sum(counted.values())} answered, and there are only {forms} forms.",
                "Check the numbers. Nothing was changed.",
            )


def commonest(counted: Mapping[str, int]) -> frozenset[str]:
    """Return the answers most gave; several where they tie, none where nobody answered."""
    most = max(counted.values(), default=0)
    return frozenset(answer for answer, n in counted.items() if n == most) if most else frozenset()


class Beside(NamedTuple):
    """One question, as members and as staff answered it. `differ`: what most said is another thing."""

    question: Question
    members: Mapping[str, int]
    staff: Mapping[str, int]
    differ: bool


def beside(forms: BackForms, members: Tally | None, staff: Tally | None) -> tuple[Beside, ...]:
    """Put what members said beside what staff said, in the order of the forms; what only one was asked stands too."""
    members, staff = members or {}, staff or {}
    known = list(dict.fromkeys(question.key for form in forms.forms for question in form.questions))
    keys = [key for key in known if key in members or key in staff]
    keys += sorted({*members, *staff} - {*keys})
    return tuple(
        Beside(forms.question(key), members.get(key, {}), staff.get(key, {}), _differ(members.get(key), staff.get(key)))
        for key in keys
    )


def _differ(a: Mapping[str, int] | None, b: Mapping[str, int] | None) -> bool:
    if not a or not b or not any(a.values()) or not any(b.values()):
        return False
    if commonest(a) != commonest(b):
        return True
    return any(
        abs((percent(a.get(answer, 0), sum(a.values())) or 0) - (percent(b.get(answer, 0), sum(b.values())) or 0))
        >= APART
        for answer in commonest(a)
    )


def never_used(forms: BackForms, staff: Tally | None) -> tuple[str, ...]:
    """Return the elements of co-production that were never used: by the answer most staff gave, and no other as many."""
    asked = {q.key for form in forms.forms for q in form.questions if q.part == ELEMENTS_PART}
    return tuple(key for key, n in (staff or {}).items() if key in asked and commonest(n) == {NEVER})


def as_public(forms: BackForms, tally: Tally) -> tuple[tuple[str, tuple[Count, ...]], ...]:
    """Return each question with its counts as a paper may show them (practice D9); one of which nothing can be is left out."""
    found = []
    for key, counted in tally.items():
        question = forms.question(key)
        lines = hidden(in_order(question, counted))
        if lines is not None and any(line.count != 0 for line in lines):
            found.append((question.ask, lines))
    return tuple(found)
