"""Papers that people agree on, made of headings: what may stand in one, and how far a version has come.

No database and no window. A paper has versions; one is written on until it is agreed, and then its words stay.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

from coprod_desktop.domain.agreed_record import PaperState
from coprod_desktop.domain.check.words import one_line
from coprod_desktop.domain.dates import months_away, plain
from coprod_desktop.errors import UserError

Part = tuple[str, str]
"""(heading, the words below it)"""
Parts = tuple[Part, ...]
MOST_HEADING = 150
"""Letters of a heading."""
MOST_TEXT = 15_000
"""Letters below one heading: about five pages."""
MOST_PARTS = 60
"""Headings of a paper."""
MOST_TITLE = 200


TO_FILL, TO_WRITE = "[to write]", "To write: "
"""What a report begun from the records leaves to a person: in a line, and at the beginning of one."""
LEFT_TO_WRITE = rf"{re.escape(TO_FILL)}|{TO_WRITE}.*"

STATE_WORDS = {
    PaperState.DRAFT: "Draft",
    PaperState.CHECKED: "Draft, checked by members",
    PaperState.AGREED: "Agreed",
    PaperState.PUBLISHED: "Agreed and published",
}


def is_final(state: PaperState) -> bool:
    """Tell whether the words of a version stay as they are."""
    return state in {PaperState.AGREED, PaperState.PUBLISHED}


# ---- what may stand in a paper


def to_write(parts: Parts) -> tuple[str, ...]:
    """Return the headings below which something that was begun is still left to a person to write."""
    return tuple(heading for heading, text in parts if re.search(LEFT_TO_WRITE, text))


def same_heading(one: str, other: str) -> bool:
    """Tell whether two headings are the same to a reader: spaces and capitals aside."""
    return _folded(one) == _folded(other)


def _folded(heading: str) -> str:
    return " ".join(heading.split()).casefold()


def place_of(parts: Parts, heading: str) -> int | None:
    """Return where a heading stands; None when it does not."""
    return next((n for n, (one, _text) in enumerate(parts) if same_heading(one, heading)), None)


def heading_of(words: str, parts: Parts = (), besides: int | None = None) -> str:
    """Return a heading as it may stand. UserError when it is empty, too long, or another heading is called that."""
    heading = one_line(words)
    if not heading:
        raise UserError("A heading needs a few words.", "Write what it is about. Nothing was changed.")
    if len(heading) > MOST_HEADING:
        raise UserError(
            f"This heading has {len(heading):,} letters, and {MOST_HEADING} fit. Nothing was changed or lost.",
            "Keep a few words here, and put the rest below the heading.",
        )
    place = place_of(parts, heading)
    if place is not None and place != besides:
        raise UserError(
            f"There is a heading “{parts[place][0]}” already.", "Write below that one, or choose other words."
        )
    return heading


def text_of(words: str) -> str:
    """Return the words below a heading as they may stand. UserError when they are too long."""
    text = words.strip("\n").rstrip()
    if len(text) > MOST_TEXT:
        raise UserError(
            f"This is {len(text):,} letters, and {MOST_TEXT:,} fit below one heading. "
            "It is kept in the field, and what was saved before is as it was.",
            "Divide it between two headings.",
        )
    return text


def with_text(parts: Parts, place: int, text: str) -> Parts:
    """Return the parts with other words below one heading."""
    return (*parts[:place], (parts[place][0], text_of(text)), *parts[place + 1 :])


def with_heading(parts: Parts, place: int, heading: str) -> Parts:
    """Return the parts with one heading called something else."""
    return (*parts[:place], (heading_of(heading, parts, place), parts[place][1]), *parts[place + 1 :])


def with_added(parts: Parts, heading: str, after: int | None = None) -> Parts:
    """Return the parts with one more heading, after a place or at the end. UserError when there are too many."""
    if len(parts) >= MOST_PARTS:
        raise UserError(
            f"A paper has {MOST_PARTS} headings at most.", "Put this below another heading. Nothing was lost."
        )
    at = len(parts) if after is None else after + 1
    return (*parts[:at], (heading_of(heading, parts), ""), *parts[at:])


def with_moved(parts: Parts, place: int, by: int) -> Parts:
    """Return the parts with one heading moved up (-1) or down (1); at the end it stays."""
    to = max(0, place + by)
    rest = [*parts[:place], *parts[place + 1 :]]
    return (*rest[:to], parts[place], *rest[to:])


def without(parts: Parts, place: int) -> Parts:
    """Return the parts without one heading. UserError for the last one."""
    if len(parts) == 1:
        raise UserError("A paper has one heading at least.", "Add another first, or take the whole paper away.")
    return (*parts[:place], *parts[place + 1 :])


# ---- words of a version


def says(state: PaperState, agreed_on: datetime.date | None, checked_by: str | None) -> str:
    """Say how a version stands, in one line: "Agreed on 3 November 2026", "Draft, checked by the Tuesday group"."""
    if is_final(state) and agreed_on is not None:
        return f"Agreed on {plain(agreed_on)}{', and published' if state is PaperState.PUBLISHED else ''}"
    if state is PaperState.CHECKED and checked_by:
        return f"Draft, checked by {checked_by}"
    return STATE_WORDS[state]


def review_day(agreed_on: datetime.date, months: int | None) -> datetime.date | None:
    """Return the day a paper is looked at again."""
    return months_away(agreed_on, months) if months else None


# ---- what a paper is made of


@dataclass(frozen=True, kw_only=True)
class Signed:
    """Who signed up to it and when; `person` is somebody on the list of people."""

    name: str
    on: datetime.date
    person: str | None = None


@dataclass(frozen=True, kw_only=True)
class VersionBefore:
    """An earlier version, as document control tells of it."""

    n: int
    state: PaperState
    on: datetime.date
    changed: str | None = None
    agreed_on: datetime.date | None = None


@dataclass(frozen=True, kw_only=True)
class SubjectBefore:
    """Another paper that was agreed on about the same subject."""

    title: str
    agreed_on: datetime.date


@dataclass(frozen=True, kw_only=True)
class AgreedWords:
    """One version of a paper with all that is printed of it, before it went through the gate."""

    id: str
    """The paper's."""
    kind: str
    title: str
    n: int
    state: PaperState
    on: datetime.date
    parts: Parts
    subject: str | None = None
    group: str | None = None
    owner: str | None = None
    approved_by: str | None = None
    changed: str | None = None
    checked_by: str | None = None
    agreed_on: datetime.date | None = None
    published_on: datetime.date | None = None
    review_by: datetime.date | None = None
    review_months: int | None = None
    signed: tuple[Signed, ...] = ()
    before: tuple[VersionBefore, ...] = ()
    """Earlier versions, oldest first."""
    subject_before: tuple[SubjectBefore, ...] = ()
    """What else was agreed about the same subject, newest first."""


def for_agendas(words: AgreedWords) -> AgreedWords:
    """Return what agendas show of a paper: its title and its headings, and no more."""
    return AgreedWords(
        id=words.id,
        kind=words.kind,
        title=words.title,
        n=words.n,
        state=words.state,
        on=words.on,
        parts=tuple((heading, "") for heading, _text in words.parts),
        agreed_on=words.agreed_on,
    )
