"""Which points are answered for good, asked of the database: lists count them over every session.

The rule is the one of domain.check.answers, made from the same table (domain.answers); a test holds the two together.
"""

from __future__ import annotations

from sqlalchemy import ColumnElement, String, Text, and_, func, not_, or_
from sqlalchemy.sql.expression import literal

from coprod_desktop.domain import answers
from coprod_desktop.domain.words import AnswerKind
from coprod_desktop.store import schema
from coprod_desktop.store.promises import reopened

_SPACE = " \t\n\r\x0b\x0c\u00a0\u2003\u2009\u3000"


def is_whole() -> ColumnElement[bool]:
    """Return whether a point has an answer of which nothing is missing."""
    return and_(or_(*(_whole(answer) for answer in answers.ROWS)), not_(reopened()))


def _whole(answer: AnswerKind) -> ColumnElement[bool]:
    p = schema.point
    needed = [_holds(ask.field) for ask in answers.asks(answer) if ask.lacks is not None]
    if answers.may_be_undated(answer):
        asked = [_holds(field) for field in answers.ASKED]
        needed.append(or_(p.c.owner_agreed.is_not(None), and_(*asked), not_(or_(*asked))))
    return and_(p.c.answer == literal(str(answer), String), *needed)


def _holds(field: str) -> ColumnElement[bool]:
    column = schema.point.c[field]
    return func.trim(func.coalesce(column, ""), literal(_SPACE, Text)) != ""
