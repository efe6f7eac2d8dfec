"""What one row of a group's timeline is, and what a source of rows is given to read with."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NamedTuple

from coprod_desktop.domain.changes import Ref
from coprod_desktop.domain.group_record import WorkGroup
from coprod_desktop.services.program.content import Content


class Section(StrEnum):
    """Where a row stands, in the order the timeline is read."""

    NEXT = "next"
    DUE = "due"
    PROMISED = "promised"
    DECIDED = "decided"
    AGREED = "agreed"
    BEFORE = "before"

    @property
    def place(self) -> int:
        """Its place among the others."""
        return list(Section).index(self)


OLDEST_FIRST = frozenset({Section.NEXT, Section.DUE, Section.PROMISED})
"""Sections that look ahead begin with the soonest; the others with the newest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineRow:
    """One row. `state` is a key of the icons of states, `state_words` what it means; `opens` is what Enter opens."""

    section: Section
    opens: Ref
    words: str
    day: datetime.date | None = None
    until: datetime.date | None = None
    detail: str = ""
    state: str = "info"
    state_words: str = ""

    @property
    def id(self) -> str:
        """What tells it from the others: one row of the store can stand in two sections."""
        return f"{self.section}:{self.opens.id}:{self.words if self.section is Section.DUE else ''}"


class Look(NamedTuple):
    """What a source reads with. `most` rows of a section are shown: it needs to give one more at the most."""

    connection: Any
    """Of the store, for the functions of coprod_desktop.store that take one."""
    group: WorkGroup
    today: datetime.date
    content: Content
    most: int


class Source(NamedTuple):
    """One kind of thing that stands on a timeline. `nouns`: a change of such a row may change what it gives."""

    read: Callable[[Look], Iterable[TimelineRow]]
    nouns: frozenset[str]
