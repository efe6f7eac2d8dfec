"""Kinds of papers that people agree on: one table, from which list, editor, commands and papers are made."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property
from typing import Any

from coprod_desktop.domain.agreed import MOST_HEADING, MOST_PARTS, MOST_TEXT, Parts, place_of, same_heading
from coprod_desktop.domain.content_table import TableRow, WrongContent

WHERE = "the kinds of agreed papers"


class Of(StrEnum):
    """Who begins a paper: people with their own words, or the records, which people finish."""

    PEOPLE = "people"
    RECORDS = "records"


@dataclass(frozen=True, kw_only=True)
class StartHeading:
    """One heading a kind begins with, and what it says of it."""

    heading: str
    hint: str = ""
    start: str = ""
    """Words to begin with; "" where only people can know."""
    must: bool = False
    """It is not agreed while nothing stands here."""
    quote: bool = False
    """Somebody else's words: printed between quotation marks, never as the organisation's own."""
    source: bool = False
    """Whose words those are."""
    rates: str = ""
    """"time" or "costs": the organisation's rates of that kind are put here when a paper is begun."""
    asks: tuple[str, ...] = ()
    """What its lines begin with: "Aim", "Measure"."""

    @property
    def begins_with(self) -> str:
        """The words that stand here in a new paper."""
        return self.start or "\n".join(f"{ask}: " for ask in self.asks)


@dataclass(frozen=True, kw_only=True)
class AgreedKind:
    """A kind of paper that people agree on, by the name files and commands know."""

    name: str
    words: str
    about: str
    easy: str
    section: str
    agenda: bool = False
    signed: bool = False
    ready: bool = False
    """A card or a form: it needs no agreement, so it never says draft."""
    review_months: int = 0
    of: Of = Of.PEOPLE
    home: str = ""
    """Where its words live, when that is elsewhere in the program."""
    headings: tuple[StartHeading, ...] = ()

    def starting(self, rates: Mapping[str, str] | None = None) -> Parts:
        """Return the headings and words a new paper of this kind begins with; `rates` in words, of time and of costs."""
        known = rates or {}
        return tuple((one.heading, known.get(one.rates, "") or one.begins_with) for one in self.headings)

    @property
    def is_whole(self) -> bool:
        """Whether it says all it has to as it comes: a method card is nobody's own."""
        return bool(self.headings) and all(one.start for one in self.headings)

    def heading(self, words: str) -> StartHeading | None:
        """Return what the kind says of a heading; None for one that people added."""
        return next((one for one in self.headings if same_heading(one.heading, words)), None)

    def not_filled(self, parts: Parts) -> tuple[str, ...]:
        """Return the headings that have to say something and do not. Whose words are quoted has to be said in any case."""
        said = {
            one.heading: parts[place][1].strip()
            for one in self.headings
            if (place := place_of(parts, one.heading)) is not None
        }
        return tuple(
            one.heading
            for one in self.headings
            if one.must and (said[one.heading] in ("", _bare(one)) if one.heading in said else one.quote or one.source)
        )

    @cached_property
    def asks(self) -> frozenset[str]:
        """What lines of it may begin with."""
        return frozenset(ask for one in self.headings for ask in one.asks)


@dataclass(frozen=True)
class AgreedKinds:
    """All of them in the order they stand everywhere. `sections` are the headings of the list."""

    rows: tuple[AgreedKind, ...]
    sections: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def _by_name(self) -> Mapping[str, AgreedKind]:
        return {row.name: row for row in self.rows}

    @cached_property
    def on_agendas(self) -> frozenset[str]:
        """The names of the kinds whose headings stand on agendas."""
        return frozenset(row.name for row in self.rows if row.agenda)

    def of(self, name: str) -> AgreedKind:
        """Return a kind by its name. One from a newer file is known by its name alone, and can be read and made."""
        found = self._by_name.get(name)
        return found or AgreedKind(name=name, words=_in_words(name), about="", easy="", section="")

    def with_more(self, more: tuple[AgreedKind, ...]) -> AgreedKinds:
        """Return these and more kinds: reports that are begun from the records."""
        return replace(self, rows=(*self.rows, *more))

    def knows(self, name: str) -> bool:
        """Tell whether a kind is in the table."""
        return name in self._by_name


def _bare(one: StartHeading) -> str:
    """Return what a heading that asks for lines begins with, while nobody filled them."""
    return one.begins_with.strip() if one.asks else ""


def _in_words(name: str) -> str:
    words = re.sub(r"[-_]+", " ", name).strip() or "Paper"
    return words[:1].upper() + words[1:]


_TOP = frozenset({"how", "sections", "kinds"})
_HEADING = frozenset(StartHeading.__dataclass_fields__)
_KIND = frozenset(AgreedKind.__dataclass_fields__)
_NAME = re.compile(r"[a-z][a-z0-9-]*")
HOMES = frozenset({"privacy-notice"})
TIME, COSTS = "time", "costs"


def parse_agreed_kinds(data: Any) -> AgreedKinds:
    """Return the table from its file. WrongContent, in a sentence, when it cannot be what was meant."""
    top = TableRow(data, WHERE, _TOP)
    sections = {key: top.sub("sections").text(key) for key in top.sub("sections").names()}
    rows = tuple(_kind(source, sections) for source in top.rows("kinds", "name", _KIND))
    names = [row.name for row in rows]
    if twice := {name for name in names if names.count(name) > 1}:
        raise WrongContent(WHERE, f"two kinds are called “{min(twice)}”")
    return AgreedKinds(rows, sections)


def _kind(source: TableRow, sections: Mapping[str, str]) -> AgreedKind:
    name, home = source.text("name"), source.one_of("home", HOMES, "")
    if not _NAME.fullmatch(name):
        raise source.wrong("“name” is small letters, digits and hyphens")
    headings = tuple(map(_heading, source.rows("headings", "heading", _HEADING)))
    _refuse_headings(source, headings, home)
    return AgreedKind(
        name=name,
        words=source.text("words"),
        about=source.text("about"),
        easy=source.text("easy"),
        section=source.one_of("section", sections),
        agenda=source.yes("agenda"),
        signed=source.yes("signed"),
        ready=source.yes("ready"),
        review_months=source.number("review_months", 0),
        of=Of(source.one_of("of", tuple(Of), Of.PEOPLE)),
        home=home,
        headings=headings,
    )


def _refuse_headings(source: TableRow, headings: tuple[StartHeading, ...], home: str) -> None:
    if bool(home) == bool(headings):
        raise source.wrong("it has headings, or its “home” is elsewhere, and not both")
    if len(headings) > MOST_PARTS:
        raise source.wrong(f"it has more than {MOST_PARTS} headings")
    for n, one in enumerate(headings):
        if any(same_heading(one.heading, other.heading) for other in headings[:n]):
            raise source.wrong(f"two headings are called “{one.heading}”")
    if any(one.source for one in headings) != any(one.quote for one in headings):
        raise source.wrong("a heading with “quote” and one with “source” come together")


def _heading(source: TableRow) -> StartHeading:
    found = StartHeading(
        heading=source.text("heading"),
        hint=source.text("hint", ""),
        start=source.text("start", ""),
        must=source.yes("must"),
        quote=source.yes("quote"),
        source=source.yes("source"),
        rates=source.one_of("rates", (TIME, COSTS), ""),
        asks=source.texts("asks", ()),
    )
    if len(found.heading) > MOST_HEADING or len(found.start) > MOST_TEXT:
        raise source.wrong("it is longer than a heading or its words may be")
    if found.start and found.asks:
        raise source.wrong("it has words to start with and asks for lines, and can have only one of them")
    return found
