"""What a person allows, for which purpose, in which circle: rows that are only added to, and the one reader of them.

Everything that lets words or names out asks here: gate, check, preview, letters, room screen, exchange, reports.
A no stands until a yes names it in `over`. Neither days nor clocks decide, and the order of rows does not either, so
rows of several laptops can be put together in any order, any number of times.
"""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable, Mapping
from enum import StrEnum
from typing import NamedTuple

from coprod_desktop.domain.words import ANONYMOUS, NameInPublic


class Purpose(StrEnum):
    """What is asked for."""

    OTHER_WORDS = "other words"
    """To sum up what was said. The notice that is read out lets this be; a no takes the words out altogether."""
    QUOTE = "quote"
    NAME = "name"
    PHOTO = "photo"
    RECORDING = "recording"
    CONTACT = "contact"


class Circle(StrEnum):
    """Who may see it: the people who came, or anyone (web, committee, training)."""

    CAME = "people who came"
    ANYONE = "anyone"


class Basis(StrEnum):
    """What an answer rests on. Only an asked yes opens quotation marks: telling is not asking."""

    ASKED = "asked"
    TOLD = "told at the start"
    DEFAULT = "the program's default"
    EDITOR = "the editor's choice"
    SUPPORTER = "a supporter's answer"


YES, NO, NOT_SURE, NOT_ASKED = "yes", "no", "not sure", "not asked"
"""Values. "not sure" is a no. "not asked" takes back the yeses it names, and nothing else."""


class NamePart(StrEnum):
    """What of a name may be printed."""

    FIRST = "first"
    SURNAME = "surname"
    ROLE = "role"


NAME_PARTS: Mapping[str, frozenset[NamePart]] = {
    NameInPublic.FULL: frozenset(NamePart),
    NameInPublic.FIRST_AND_ROLE: frozenset({NamePart.FIRST, NamePart.ROLE}),
    NameInPublic.FIRST: frozenset({NamePart.FIRST}),
    NameInPublic.ROLE: frozenset({NamePart.ROLE}),
    NameInPublic.NONE: frozenset(),
}
"""What each answer about one's name allows. Whoever allows the full name allows the role as well."""


class Permission(NamedTuple):
    """One answer. `noun` is "entry" or "person", `subject` that row's id; `over` are the refusals its writer was shown.

    Purpose, circle and basis are kept as they came: what nobody here knows closes, and opens nothing.
    """

    id: str
    noun: str
    subject: str
    purpose: str
    circle: str
    value: str
    basis: str
    over: tuple[str, ...] = ()
    on: datetime.date | None = None
    """The day it was said."""
    asked_by: str | None = None
    helped: str | None = None
    """Who helped that person to decide."""
    session: str | None = None
    """Where they were asked."""


class Standing(StrEnum):
    """How a question stands."""

    YES = YES
    NO = NO
    NOT_ASKED = NOT_ASKED


def closes(circle: str, wanted: Circle) -> bool:
    """Tell whether a no given for `circle` counts when `wanted` is asked about. A no to those who came closes both."""
    return wanted is Circle.ANYONE or circle != Circle.ANYONE


def opens(circle: str, wanted: Circle) -> bool:
    """Tell whether a yes given for `circle` counts when `wanted` is asked about."""
    return circle == Circle.ANYONE or (circle == Circle.CAME and wanted is Circle.CAME)


class Voices(NamedTuple):
    """Whose answers count for a line: its id, and the people who said it or for whom it was said."""

    line: str
    speaker: str | None
    said_for: str | None

    @property
    def people(self) -> tuple[str, ...]:
        """Those of the two who are known people."""
        return tuple(p for p in (self.speaker, self.said_for) if p is not None and p != ANONYMOUS)


class Permissions:
    """Every answer about the lines and the people of a session. `people` are the ids of everyone in the workspace."""

    def __init__(self, rows: Iterable[Permission], people: Collection[str]) -> None:
        self._people = people
        self._of: dict[str, list[Permission]] = {}
        for row in rows:
            if _is_no(row) or (row.noun == "person") is (row.subject in people):
                self._of.setdefault(row.subject, []).append(row)  # else a yes for something that is of another kind
        self._retracted = {i for rows in self._of.values() for r in rows if r.value == NOT_ASKED for i in r.over}

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Permissions) and self._rows() == other._rows()

    __hash__ = None  # type: ignore[assignment]

    def _rows(self) -> set[Permission]:
        return {row for rows in self._of.values() for row in rows}

    # ---- the questions

    def may_quote(self, voices: Voices, circle: Circle) -> bool:
        """Tell whether a line may stand between quotation marks: somebody was asked, said yes, and no refusal stands."""
        return self.of_line(voices, Purpose.QUOTE, circle) is Standing.YES

    def may_tell(self, voices: Voices, circle: Circle) -> bool:
        """Tell whether a line may be told in other words and counted: nobody refused. People were told this at the start."""
        return self.of_line(voices, Purpose.OTHER_WORDS, circle) is not Standing.NO

    def of_line(self, voices: Voices, purpose: Purpose, circle: Circle) -> Standing:
        """Return how a question stands for one line. A speaker nobody knows counts as a no.

        What a person answers in general is filled into their lines when it is asked; a line that was not asked about
        stays unasked whatever was said in general.
        """
        if any(p not in self._people for p in voices.people) or self.refusals(voices, purpose, circle):
            return Standing.NO
        return Standing.YES if self._yeses(voices.line, purpose, circle) else Standing.NOT_ASKED

    def of_person(self, person: str, purpose: Purpose, circle: Circle = Circle.ANYONE) -> Standing:
        """Return how a question stands for a person."""
        if person not in self._people or self.person_refusals(person, purpose, circle):
            return Standing.NO
        return Standing.YES if self._yeses(person, purpose, circle) else Standing.NOT_ASKED

    def name_parts(self, person: str, circle: Circle) -> frozenset[NamePart]:
        """Return what of a person's name may be printed: what every standing answer allows; nothing without an answer."""
        if person not in self._people or self.person_refusals(person, Purpose.OTHER_WORDS, circle):
            return frozenset()
        standing = self._standing_names(person, circle)
        giving = [r for r in standing if self._was_asked(r) and opens(r.circle, circle)]
        if not giving:
            return frozenset()
        closing = [r for r in standing if closes(r.circle, circle)]
        if not any(closes(r.circle, circle) for r in giving):
            closing += giving  # asked about anyone only: that answer counts for those who came too
        return frozenset.intersection(*(NAME_PARTS.get(r.value, frozenset()) for r in closing))

    # ---- the refusals that stand, to be shown and named

    def refusals(self, voices: Voices, purpose: Purpose, circle: Circle) -> tuple[Permission, ...]:
        """Return the refusals that close a line: its own that no yes of its names, and those of its people.

        A line's yes may name the line's no and the person's; a person's yes only the person's.
        """
        own = self._named(voices.line, circle)
        found = [r for r in self._noes(voices.line, purpose, circle) if r.id not in own]
        for person in voices.people:
            named = own | self._named(person, circle)
            found += [r for r in self._noes(person, purpose, circle) if r.id not in named]
        return tuple(found)

    def person_refusals(self, person: str, purpose: Purpose, circle: Circle) -> tuple[Permission, ...]:
        """Return a person's own refusals that no yes of theirs names."""
        named = self._named(person, circle)
        return tuple(r for r in self._noes(person, purpose, circle) if r.id not in named)

    def earlier(self, subject: str, purpose: Purpose) -> tuple[Permission, ...]:
        """Return every answer about one purpose, of a line or a person: what a new one is given over."""
        return tuple(r for r in self._of.get(subject, ()) if r.purpose == purpose)

    # ---- how rows are read

    def _yeses(self, subject: str, purpose: str, circle: Circle) -> tuple[Permission, ...]:
        rows = self._of.get(subject, ())
        return tuple(r for r in rows if r.purpose == purpose and self._is_yes(r) and opens(r.circle, circle))

    def _noes(self, subject: str, purpose: Purpose, circle: Circle) -> tuple[Permission, ...]:
        """A no to other words closes quoting too; a purpose nobody knows closes nothing of another."""
        closing = {purpose, Purpose.OTHER_WORDS} if purpose in _ABOUT_WORDS else {purpose}
        rows = self._of.get(subject, ())
        return tuple(r for r in rows if r.purpose in closing and _is_no(r) and closes(r.circle, circle))

    def _named(self, subject: str, circle: Circle) -> frozenset[str]:
        """The refusals that standing yeses of a subject name."""
        rows = self._of.get(subject, ())
        return frozenset(i for r in rows if self._is_yes(r) and opens(r.circle, circle) for i in r.over)

    def _is_yes(self, row: Permission) -> bool:
        return row.value == YES and self._was_asked(row)

    def _was_asked(self, row: Permission) -> bool:
        return row.basis == Basis.ASKED and row.id not in self._retracted

    def _standing_names(self, person: str, circle: Circle) -> list[Permission]:
        """The answers about a name that no other asked answer names. One taken back still closes what it closed."""
        rows = [r for r in self._of.get(person, ()) if r.purpose == Purpose.NAME and r.value != NOT_ASKED]
        naming = [r for r in rows if self._was_asked(r) and opens(r.circle, circle)]
        named = {i for r in naming for i in r.over if i != r.id}
        return [r for r in rows if r.id not in named]


_ABOUT_WORDS = frozenset({Purpose.OTHER_WORDS, Purpose.QUOTE})


def _is_no(row: Permission) -> bool:
    """Anything but a clear yes, or one taken back, is a no."""
    if row.purpose == Purpose.NAME:
        return not NAME_PARTS.get(row.value)
    return row.value not in {YES, NOT_ASKED}
