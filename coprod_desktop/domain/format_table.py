"""The formats this program makes: one table, from which tick boxes, commands, packs, letters and help are made."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Any

from coprod_desktop.domain.content_table import TableRow, WrongContent

WHERE = "the list of formats"


class MadeOf(StrEnum):
    """What a format is made of: not every paper has a list, or dates."""

    DOCUMENT = "document"
    EASY_READ = "Easy Read"
    """Its own telling of the paper."""
    LIST = "list"
    DATES = "dates"
    SESSION = "session"
    """The whole private record: it goes to no press."""


@dataclass(frozen=True, kw_only=True)
class Format:
    """A format people read, by the name the command line knows, and by the words people use."""

    name: str
    words: str
    short: str
    """On a tick box."""
    reads: str
    """How somebody reads who reads it: "large print", "plain text, or hears it"."""
    about: str
    """What it is, in a line of the manual."""
    section: str
    made_of: MadeOf
    renderer: str = ""
    """Module and function below publish.render, taken in when it is used; "" for what goes to no press."""
    ending: str
    apart: str = ""
    """Sets its files apart from other files of the paper with the same ending."""
    ticked: bool = False
    sized: bool = False
    more: str = ""
    also: tuple[str, ...] = ()

    @property
    def private(self) -> bool:
        """Whether it is a record of one's own, and no paper."""
        return self.made_of is MadeOf.SESSION

    def in_words(self, size: int | None = None) -> str:
        """Return "Large print (PDF), 20 point"; what has no size keeps its words."""
        return f"{self.words}, {size} point" if self.sized and size else self.words


@dataclass(frozen=True)
class Formats:
    """All of them in the order they stand everywhere. `sections` are the headings of the tick boxes."""

    rows: tuple[Format, ...]
    sections: Mapping[str, str]

    @cached_property
    def _by_name(self) -> Mapping[str, Format]:
        return {row.name: row for row in self.rows}

    @cached_property
    def names(self) -> tuple[str, ...]:
        """All names, of papers and of records of one's own."""
        return tuple(self._by_name)

    @cached_property
    def papers(self) -> tuple[str, ...]:
        """The names of the papers anyone may read."""
        return tuple(row.name for row in self.rows if not row.private)

    @cached_property
    def own(self) -> tuple[str, ...]:
        """The names of the records of one's own, which are private."""
        return tuple(row.name for row in self.rows if row.private)

    def of(self, name: str) -> Format:
        """Return a format by its name. KeyError when there is none."""
        return self._by_name[name]

    def among(self, names: Iterable[str]) -> tuple[Format, ...]:
        """Return the formats of these names, in the order given; a name that is no format is passed over."""
        return tuple(self._by_name[name] for name in names if name in self._by_name)

    def also_for(self, what: str) -> tuple[str, ...]:
        """Return the names of the formats something else is made in too: "cards", "slips"."""
        return tuple(row.name for row in self.rows if what in row.also)

    def words(self, name: str, size: int | None = None) -> str:
        """Return a format in words; what is no format, such as "Printed", stays."""
        return self._by_name[name].in_words(size) if name in self._by_name else name


_TOP = frozenset({"how", "sections", "formats"})
_FIELDS = frozenset(Format.__dataclass_fields__)
_NAME = re.compile(r"[a-z][a-z0-9-]*")
_RENDERER = re.compile(r"[a-z_]+(?:\.[a-z_]+)*:[a-z_]+")
ALSO = frozenset(
    {
        *("cards", "sign-in", "slips", "check-my-words", "questions"),
        *("what-you-will-get", "claim-sheet", "money-statement", "letter-of-facts"),
    }
)
"""What else than papers is made in formats: private papers for the day, and slips."""
ALL = "all"
"""The word of commands for every format, so no format is called that."""


def parse_formats(data: Any) -> Formats:
    """Return the table from its file. WrongContent, in a sentence, when it cannot be what was meant."""
    top = TableRow(data, WHERE, _TOP)
    sections = {key: top.sub("sections").text(key) for key in top.sub("sections").names()}
    rows = tuple(_row(source, sections) for source in top.rows("formats", "name", _FIELDS))
    names = [row.name for row in rows]
    if twice := {name for name in names if names.count(name) > 1}:
        raise WrongContent(WHERE, f"two formats are called “{min(twice)}”")
    if not any(row.ticked for row in rows):
        raise WrongContent(WHERE, "no format is ticked from the start")
    return Formats(rows, sections)


def _row(source: TableRow, sections: Mapping[str, str]) -> Format:
    name, renderer = source.text("name"), source.text("renderer", "")
    made_of = source.one_of("made_of", tuple(MadeOf))
    if not _NAME.fullmatch(name) or name == ALL:
        raise source.wrong(f"“name” is small letters, digits and hyphens, and not “{ALL}”")
    if (made_of == MadeOf.SESSION) == bool(renderer) or (renderer and not _RENDERER.fullmatch(renderer)):
        raise source.wrong("“renderer” is module:function, and only the session file has none")
    return Format(
        name=name,
        words=source.text("words"),
        short=source.text("short"),
        reads=source.text("reads"),
        about=source.text("about"),
        section=source.one_of("section", sections),
        made_of=MadeOf(made_of),
        renderer=renderer,
        ending=source.text("ending"),
        apart=source.text("apart", ""),
        ticked=source.yes("ticked"),
        sized=source.yes("sized"),
        more=source.text("more", ""),
        also=source.some_of("also", ALSO, ()),
    )
