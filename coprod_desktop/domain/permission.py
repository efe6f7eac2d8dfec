"""What a person allows, for which purpose, in which circle: rows that are only added to, and the one reader of them.

Everything that lets words or names out asks here: gate, check, preview, letters, room screen, exchange, reports.
A no stands until a yes names it in `over`. Neither days nor clocks decide, and the order of rows does not either, so
rows of several laptops can be put together in any order, any number of times.
"""

from __future__ import annotations

import copy
import datetime
import json
from collections.abc import Collection, Iterable, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Any, NamedTuple

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
    unconfirmed: bool = False
    """Whether a machine made it and nobody has confirmed it."""

    @property
    def people(self) -> tuple[str, ...]:
        """Those of the two who are known people."""
        return tuple(p for p in (self.speaker, self.said_for) if p is not None and p != ANONYMOUS)


NOBODY: Mapping[str, Collection[str]] = MappingProxyType({})
Told = tuple[str, str, str, str, str, str, Any]
"""Answers as they are read: subject, ids with ALIKE between, purpose, circle, value, basis, over (ids, or their JSON)."""
ALIKE = "\x1f"
"""Stands between the ids of answers that are the same but for their id: read as one, a long session has ten thousands."""


class Permissions:
    """Every answer about the lines and the people of a session. `people` are the ids of everyone in the workspace.

    `lines` are answers about lines as the store has them, those alike together. `same` gives, for someone
    who is known twice, everyone they are: their refusals unite.
    """

    def __init__(
        self,
        rows: Iterable[Permission],
        people: Collection[str],
        lines: Iterable[Told] = (),
        same: Mapping[str, Collection[str]] = NOBODY,
    ) -> None:
        self._people, self._same = people, same
        self._of: dict[str, list[Told]] = {}
        for row in rows:
            if _is_no(row) or (row.noun == "person") is (row.subject in people):  # else a yes for another kind of thing
                told = (row.subject, row.id, row.purpose, row.circle, row.value, row.basis, row.over)
                self._of.setdefault(row.subject, []).append(told)
        for told in lines:
            self._of.setdefault(told[0], []).append(told)
        retractions = (told for rows in self._of.values() for told in rows if told[4] == NOT_ASKED)
        self._retracted = {i for told in retractions for i in _over(told)}
        self._read: dict[str, _Subject] = {}
        self._nameless: frozenset[str] = frozenset()

    def without_names(self, people: frozenset[str]) -> Permissions:
        """Return the same answers with these people named nowhere, whatever they allow."""
        same = {who for person in people for who in self._same.get(person, (person,))}
        made = copy.copy(self)
        made._nameless = self._nameless | same
        return made

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Permissions) and self._ids() == other._ids()

    __hash__ = None  # type: ignore[assignment]

    def _ids(self) -> set[str]:
        return {i for rows in self._of.values() for told in rows for i in _each(told)}

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
        stays unasked whatever was said in general. What a machine wrote down is quoted by nobody's yes until somebody
        confirmed the words.
        """
        if any(p not in self._people for p in voices.people) or self.refusals(voices, purpose, circle):
            return Standing.NO
        if voices.unconfirmed and purpose is Purpose.QUOTE:  # nobody knows yet whether these are the words
            return Standing.NOT_ASKED
        return Standing.YES if self._subject(voices.line).says_yes(purpose, circle) else Standing.NOT_ASKED

    def of_person(self, person: str, purpose: Purpose, circle: Circle = Circle.ANYONE) -> Standing:
        """Return how a question stands for a person."""
        if person not in self._people or self.person_refusals(person, purpose, circle):
            return Standing.NO
        return Standing.YES if self._subject(person).says_yes(purpose, circle) else Standing.NOT_ASKED

    def name_parts(self, person: str, circle: Circle) -> frozenset[NamePart]:
        """Return what of a person's name may be printed: what every standing answer allows; nothing without an answer."""
        if person in self._nameless or person not in self._people:
            return frozenset()
        everyone = self._same.get(person, (person,))
        if not any(who in self._of for who in everyone):  # most of a workspace, and papers ask of all of them
            return frozenset()
        if self.person_refusals(person, Purpose.OTHER_WORDS, circle):
            return frozenset()
        names = [told for who in everyone for told in self._subject(who).names]
        ever = [told for told in names if told[5] == Basis.ASKED and opens(told[3], circle)]
        asked = [told for told in ever if told[1] not in self._retracted]
        named = {i for told in asked for i in _over(told) if i != told[1]}
        giving = [told for told in asked if told[1] not in named]
        if not giving:
            return frozenset()
        # one that was taken back still closes what it closed
        closing = [told for told in names if told[1] not in named and closes(told[3], circle)]
        if not any(closes(told[3], circle) for told in giving):
            # asked about anyone only: that answer counts for those who came too, one that was taken back as well
            closing += [told for told in ever if told[1] not in named]
        return frozenset.intersection(*(NAME_PARTS.get(told[4], frozenset()) for told in closing))

    # ---- the refusals that stand, to be shown and named

    def refusals(self, voices: Voices, purpose: Purpose, circle: Circle) -> tuple[str, ...]:
        """Return the ids of the refusals that close a line: its own that no yes of its names, and those of its people.

        A line's yes may name the line's no and the person's; a person's yes only the person's.
        """
        line = self._subject(voices.line)
        found = line.noes(purpose, circle)
        everyone = dict.fromkeys(who for p in voices.people for who in self._same.get(p, (p,)))
        people = [(p, noes) for p in everyone if (noes := self._subject(p).noes(purpose, circle))]
        if not found and not people:
            return ()
        own = line.names_refusals(circle)
        standing = [no for no in found if no not in own] if own else list(found)
        for person, noes in people:
            named = own | self._subject(person).names_refusals(circle)
            standing += [no for no in noes if no not in named]
        return tuple(told_id for told_id, _ in standing)

    def person_refusals(self, person: str, purpose: Purpose, circle: Circle) -> tuple[str, ...]:
        """Return the ids of a person's own refusals that no yes of theirs names."""
        everyone = [self._subject(who) for who in self._same.get(person, (person,))]
        noes = [i for subject in everyone for i in subject.noes(purpose, circle)]
        named = {no for subject in everyone for no in subject.names_refusals(circle)} if noes else set()
        return tuple(no[0] for no in noes if no not in named)

    def _subject(self, subject: str) -> _Subject:
        found = self._read.get(subject)
        if found is None:
            found = self._read[subject] = _Subject(self._of.get(subject, ()), self._retracted)
        return found


class _Subject:
    """The answers about one line or of one person, sorted once into yeses that stand, noes, and names."""

    def __init__(self, rows: Iterable[Told], retracted: set[str]) -> None:
        self._yeses: list[Told] = []
        self._noes: list[Told] = []
        self.names: list[Told] = []
        for told in rows:
            value = told[4]
            if told[2] == "name":
                if value != "not asked":
                    self.names += [(told[0], i, *told[2:]) for i in _each(told)]
            elif value == "yes":
                if told[5] == "asked" and not (retracted and retracted.issuperset(_each(told))):
                    self._yeses.append(told)
            elif value != "not asked":  # anything but a clear yes, or one taken back, is a no
                self._noes.append(told)

    def says_yes(self, purpose: Purpose, circle: Circle) -> bool:
        """Tell whether a yes stands."""
        return any(told[2] == purpose and opens(told[3], circle) for told in self._yeses)

    def noes(self, purpose: Purpose, circle: Circle) -> list[tuple[str, str]]:
        """Return the noes (id, purpose). A no to other words closes quoting too; others close only themselves."""
        words = purpose in _ABOUT_WORDS
        return [
            (i, str(told[2]))
            for told in self._noes
            if (told[2] == purpose or (words and told[2] == "other words")) and closes(told[3], circle)
            for i in _each(told)
        ]

    def names_refusals(self, circle: Circle) -> frozenset[tuple[str, str]]:
        """Return the refusals (id, purpose) that standing yeses name: of their own purpose.

        Who says yes to being quoted in these words may also name a no to their being told at all.
        """
        return frozenset(
            (i, purpose)
            for told in self._yeses
            if opens(told[3], circle)
            for i in _over(told)
            for purpose in (("quote", "other words") if told[2] == "quote" else (str(told[2]),))
        )


_ABOUT_WORDS = frozenset({Purpose.OTHER_WORDS, Purpose.QUOTE})


def _each(told: Told) -> list[str]:
    return told[1].split(ALIKE)


def _over(told: Told) -> Iterable[str]:
    over: Any = told[6]
    if over == "[]":
        return ()
    ids = json.loads(over) if isinstance(over, str) else over
    return [i for one in ids for i in str(one).split(ALIKE)]  # a file's id may hold it too: read alike


def _is_no(row: Permission) -> bool:
    if row.purpose == Purpose.NAME:
        return not NAME_PARTS.get(row.value)
    return row.value not in {YES, NOT_ASKED}
