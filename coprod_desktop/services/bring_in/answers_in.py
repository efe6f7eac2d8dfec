"""The answers of a file as rows: those it carries, and those its fields tell that no row of it tells.

An import writes no yes of its own over a no: rows from fields name nothing.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from coprod_desktop.domain import permission_fields
from coprod_desktop.domain.permission import (
    NAME_PARTS,
    YES,
    Circle,
    Permission,
    Permissions,
    Purpose,
    Standing,
    Voices,
)
from coprod_desktop.domain.record import SessionRecord

_SLACK = datetime.timedelta(days=1)
"""Laptops' clocks and time zones."""


@dataclass(frozen=True)
class AnswersIn:
    """Rows to add, and sentences about those that were not taken as they came."""

    rows: tuple[Permission, ...]
    doubts: tuple[str, ...]


def answers_in(
    record: SessionRecord,
    carried: Sequence[Permission],
    ids: Mapping[str, str],
    file_key: str,
    today: datetime.date,
    known: Mapping[str, str],
) -> AnswersIn:
    """Return a file's answers. `ids` are ours for the file's where they differ; `known` the nouns of ids that are here.

    Answers about what is here and not in the file count too: a line that was taken away there, a person off the list.
    """
    nouns = {p.id: "person" for p in (*record.people, *record.others)} | {e.id: "entry" for e in record.entries}
    doubts: list[str] = []
    rows = []
    for row in carried:
        row = row._replace(subject=ids.get(row.subject, row.subject))
        if (nouns.get(row.subject) or known.get(row.subject)) == row.noun:
            place = record.session.id if row.noun == "entry" else row.session
            rows.append(row._replace(session=place))
        if row.circle not in set(Circle):
            doubts.append(
                f"An answer is for a circle this program does not know ({row.circle[:40]}): it opens nothing."
            )
    rows = [*rows, *_told_by_fields(record, rows, file_key)]
    kept = [row for row in rows if not _opens_later(row, today)]
    if late := len(rows) - len(kept):
        some = "A yes is" if late == 1 else f"{late} answers that say yes are"
        doubts.append(f"{some} dated after today, and was not taken: ask again.")
    return AnswersIn(tuple(kept), tuple(dict.fromkeys(doubts)))


def _opens_later(row: Permission, today: datetime.date) -> bool:
    opens = row.value == YES or bool(NAME_PARTS.get(row.value))
    return opens and row.on is not None and row.on > today + _SLACK


def _told_by_fields(record: SessionRecord, carried: Sequence[Permission], file_key: str) -> Iterator[Permission]:
    """Yield what the fields say, but for what the rows that came with them say already."""
    subjects = {row.subject for row in carried}
    people = frozenset(p.id for p in record.people)
    answers = Permissions(carried, people)
    for row in permission_fields.in_fields(record, file_key):
        if row.subject not in subjects or not _says_already(answers, row):
            yield row


def _says_already(answers: Permissions, row: Permission) -> bool:
    purpose, circle = Purpose(row.purpose), Circle(row.circle)
    if purpose is Purpose.NAME:
        return answers.name_parts(row.subject, Circle.ANYONE) == NAME_PARTS[row.value]
    wanted = Standing.YES if row.value == YES else Standing.NO
    if row.noun == "entry":
        return answers.of_line(Voices(row.subject, None, None), purpose, circle) is wanted
    return answers.of_person(row.subject, purpose, circle) is wanted
