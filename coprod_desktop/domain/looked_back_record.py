"""Looking back on a group or a session: tallies of what people answered, and measures. Never a row a person."""

import datetime
from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum

from coprod_desktop.domain.row import NOTHING, Row, row
from coprod_desktop.domain.words import Rung


class LookedBy(StrEnum):
    """Who looked back."""

    SLIP = "slip"
    """Whoever filled in a slip after a session."""
    MEMBERS = "members"
    STAFF = "staff"


@row
class LookedBack(Row):
    """How people answered when they looked back, counted."""

    group_id: str | None = None
    session_id: str | None = None
    on: datetime.date
    by: LookedBy
    forms: int = 0
    answers: Mapping[str, Mapping[str, int]] = field(default_factory=lambda: NOTHING)
    """Question -> answer -> how many."""
    words: str | None = None
    rung_aimed: Rung | None = None
    rung_reached: Rung | None = None
    rung_decided_by: str | None = None


class Measured(StrEnum):
    """What a number of a measure is."""

    BASELINE = "baseline"
    AFTER = "after"
    TARGET = "target"


class MeasureUnit(StrEnum):
    """What a measure counts in."""

    PERCENT = "percent"
    NUMBER = "number"
    STARS = "stars"


@row
class GroupMeasure(Row):
    """One number of one question on one day."""

    group_id: str | None = None
    session_id: str | None = None
    question: str
    what: Measured
    value: int
    """In tenths: 182 is 18.2."""
    unit: MeasureUnit
    asked: int | None = None
    answered: int | None = None
    on: datetime.date
    source: str | None = None
    by: datetime.date | None = None
    """Of a target: when it is to be reached."""
