"""Needs as people say them: one table says what each means, and one reader reads it, for everything that asks.

The groups are those of the Accessible Information Standard (DAPB1605); what fits none of them is outside the Standard.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property, lru_cache
from typing import Any

from coprod_desktop.domain.content_table import TableRow, WrongContent
from coprod_desktop.domain.phrases import (
    Phrase,
    Phrases,
    Said,
    WrongPhrase,
    phrase,
    said_in,
    says_it_is_not_needed,
    says_nothing,
)
from coprod_desktop.domain.support_times import ends_at

CONTACT, FORMAT = "contact method", "information format"
PROFESSIONAL, SUPPORT, OTHER = "communication professional", "communication support", "other"
_FIRST = (PROFESSIONAL, FORMAT, CONTACT, SUPPORT, OTHER)
"""A need of two groups stands in the first of these: what has to be booked, then what has to be made."""
PEOPLE = "people"
"""The format of what only people can make: a film in British Sign Language, paper of a colour."""


class By(StrEnum):
    """By which way something gets to a person."""

    MAIL = "by email"
    TEXT = "by text message"
    VOICE = "by voice note"
    PHONE = "by phone"
    POST = "by post"
    SOMEONE = "through someone they named"
    HAND = "in person"
    UNKNOWN = "nobody wrote down how"
    NO_WRITING = "do not write: it is not safe"
    NO_RINGING = "do not ring: it is not safe"
    NO_MESSAGE = "do not leave a message: it is not safe"
    NO_POST = "do not post: someone else opens their post"


@dataclass(frozen=True)
class TextSize:
    """Sizes of type in points: what is used when nobody named one, and the least and most that count."""

    usual: int
    least: int
    most: int


@dataclass(frozen=True, kw_only=True)
class KnownNeed:
    """One row of the table: what a need asks of a session and its papers."""

    need: str
    group: str
    format: str | None
    """What is made for them, as formats are called, or PEOPLE."""
    weak: bool
    """The format counts only where no other is named."""
    only_in: str | None
    """Its phrases are read only where the need stands in this group."""
    size: TextSize | None
    kinds: tuple[str, ...]
    lines: tuple[str, ...]
    """What it puts on the checklist."""
    cue: str
    """What to do on the day."""
    lead: int
    """How many working days before the day it has to be booked; 0 when nothing is booked."""
    way: str
    """How somebody is reached."""
    leaves: bool
    """This support is somebody, and may end at a time."""
    offered: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class ReadNeed:
    """What one need means. Nothing known: it stays in its own words, in no group."""

    words: str
    known: tuple[KnownNeed, ...] = ()
    size: int | None = None
    """The text size in points that was asked for."""
    until: str | None = None
    """The time, "HH:MM", at which the support ends or the person goes."""
    nothing: bool
    """The words say that nothing is needed."""

    @property
    def group(self) -> str:
        """The group it stands in, OTHER when nobody can tell."""
        return min((row.group for row in self.known), key=_FIRST.index, default=OTHER)

    @property
    def formats(self) -> tuple[str, ...]:
        """The formats that are made for it; what only people can make is not among them."""
        named = [row.format for row in self.known if row.format and not row.weak and row.format != PEOPLE]
        if not named and not self.by_people:
            named = [row.format for row in self.known if row.format and row.format != PEOPLE][:1]
        return tuple(dict.fromkeys(named))

    @property
    def by_people(self) -> bool:
        """Whether it asks for something that only people can make."""
        return any(row.format == PEOPLE for row in self.known)

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of need that share lines of the checklist."""
        return tuple(dict.fromkeys(kind for row in self.known for kind in row.kinds))

    @property
    def lines(self) -> tuple[str, ...]:
        """What it puts on the checklist."""
        return tuple(dict.fromkeys(line for row in self.known for line in row.lines))

    @property
    def cues(self) -> tuple[str, ...]:
        """What to do on the day."""
        return tuple(dict.fromkeys(row.cue for row in self.known if row.cue))

    @property
    def lead(self) -> int:
        """How many working days before the day it has to be booked."""
        return max((row.lead for row in self.known), default=0)

    @property
    def leaves(self) -> str:
        """What ends at `until`: the support by its name, else the need in its own words."""
        return next((row.need for row in self.known if row.leaves and row.only_in is None), "")


@dataclass(frozen=True)
class Needs:
    """The table: groups with their words, and the rows in the order of the file."""

    groups: Mapping[str, str]
    rows: tuple[KnownNeed, ...]
    _phrases: tuple[Phrase, ...]
    """What each stands for is the place of its row in `_read`; from there on, something that is no need."""
    _nothing: tuple[Phrase, ...]
    often: tuple[str, ...] = ()
    """Those of what is offered that most people ask for."""

    @cached_property
    def _read(self) -> tuple[KnownNeed, ...]:
        return _by_reading(self.rows)

    @cached_property
    def _finder(self) -> Phrases:
        return Phrases(self._phrases)

    @cached_property
    def offered(self) -> tuple[tuple[str, str], ...]:
        """What can be picked, with its group; of what begins alike the likelier stands first."""
        return tuple((words, row.group) for row in self.rows for words in row.offered)

    def read(self, words: str, group: str | None = None) -> ReadNeed:
        """Return what a need in somebody's words means. `group` is where it was put, as files and pages call it."""
        return self._reads(words, group)

    @cached_property
    def _reads(self) -> Callable[[str, str | None], ReadNeed]:
        """Reads each text once: thousands of rows say the same."""
        return lru_cache(maxsize=4_000)(self._read_words)

    def _read_words(self, words: str, group: str | None) -> ReadNeed:
        said = said_in(words)
        found, denied = self._found(said, group_key(group))
        sizes = [size for size in _sizes(said) if size <= max((r.size.most for r in self.rows if r.size), default=0)]
        found = _with_sizes(found, sizes, self._read)
        return ReadNeed(
            words=words,
            known=found,
            size=_size(found, sizes),
            until=ends_at(said),
            nothing=not found
            and bool(said.tokens)
            and all(self._asks_nothing(said, c, denied) for c in said.clauses()),
        )

    def way(self, words: str) -> str:
        """Return how somebody is reached who says this of their contact: of several ways the first of the table."""
        ways = [row for row in self.read(words, CONTACT).known if row.way]
        return min(ways, key=self.rows.index).way if ways else ""

    def _found(self, said: Said, group: str) -> tuple[tuple[KnownNeed, ...], frozenset[int]]:
        """Return the rows that are meant, in the order of the words, and the places of what is said not to be needed."""
        taken: set[int] = set()
        denied: set[int] = set()
        meant: dict[int, KnownNeed] = {}
        for one in self._finder.find(said):
            row = self._read[one.means] if one.means < len(self._read) else None
            places = range(one.start, one.end)
            if taken.intersection(places) or (row and row.only_in and row.only_in != group):
                continue
            taken.update(places)
            if row is not None and one.denied:
                denied.update(places)
            elif row is not None:
                meant[one.start] = row
        return tuple(dict.fromkeys(meant[at] for at in sorted(meant))), frozenset(denied)

    def _asks_nothing(self, said: Said, clause: range, denied: frozenset[int]) -> bool:
        words = [i for i in clause if not says_nothing(said.tokens[i])]
        first, last = (words[0], words[-1] + 1) if words else (clause.stop - 1, clause.stop)
        for one in self._nothing:
            if any(last <= one.end(said.tokens, at)[0] <= clause.stop for at in range(clause.start, first + 1)):
                return True
        return bool(denied.intersection(clause)) and says_it_is_not_needed(
            said.tokens[i] for i in clause if i not in denied
        )


def group_key(group: str | None) -> str:
    """Return the group as it is called here: files also say "How to give me information (specific information format)"."""
    return next((key for key in _FIRST if group and key != OTHER and key in group.casefold()), "")


def in_group(group: str | None, key: str) -> bool:
    """Tell whether a need was put into this group."""
    return group_key(group) == key


# ---- sizes

_POINTS = frozenset({"pt", "pts", "point", "points", "pnt"})
_BEFORE_SIZE = frozenset({"size", "font", "arial", "calibri", "verdana", "print", "type", "text", "writing"})
_AFTER_SIZE = _POINTS | {"font"}
_BETWEEN = frozenset({"of", "in", "at"})
_OR_MORE = frozenset({"to", "or"})
_SMALLEST = 8


def _sizes(said: Said) -> list[int]:
    """Return the sizes of type in points: "20pt", "size 22", "18 to 20 point"."""
    tokens = said.tokens
    numbers = {i: int(t) for i, t in enumerate(tokens) if t.isdecimal() and len(t) <= 3}
    found: dict[int, int] = {}
    for i in sorted(numbers, reverse=True):
        after = tokens[i + 1] if i + 1 < len(tokens) else ""
        goes_on = i + 1 in found or (after in _OR_MORE and i + 2 in found)
        before = [t for t in tokens[:i] if t not in _BETWEEN][-1:]
        if after in _AFTER_SIZE or goes_on or set(before) & _BEFORE_SIZE:
            found[i] = numbers[i]
    for i in sorted(numbers):  # "large print 18 to 20"
        if i - 2 in found and tokens[i - 1] in _OR_MORE:
            found[i] = numbers[i]
    return [size for i, size in sorted(found.items()) if size >= _SMALLEST and not said.denied[i]]


def _with_sizes(found: tuple[KnownNeed, ...], sizes: Sequence[int], rows: Sequence[KnownNeed]) -> tuple[KnownNeed, ...]:
    """Add the need that a size alone means: "24 point" is large print, "14 point" standard print."""
    if not sizes or any(row.size for row in found):
        return found
    fits = (r for r in rows if r.size and r.size.least <= max(sizes) <= r.size.most)
    row = next(fits, None)
    return (*found, row) if row else found


def _size(found: Sequence[KnownNeed], sizes: Sequence[int]) -> int | None:
    row = next((row for row in found if row.size), None)
    if not sizes or row is None or row.size is None:
        return None
    return min(max(row.size.least, *sizes), row.size.most) if len(sizes) > 1 else max(row.size.least, sizes[0])


# ---- writing down

_NOT_CHOSEN = re.compile(r"\s*\((?:size|which|what size|[^()]*\s/\s[^()]*)\)", re.I)
"""What a form leaves to be filled in: "(size)", "(contracted / uncontracted)"."""
_WITH_SIZE = _POINTS | _BEFORE_SIZE | {"in"}


def as_chosen(words: str) -> str:
    """Return a need as it is written down: as typed, without what a form left to be filled in ("Large print (size)")."""
    return " ".join(_NOT_CHOSEN.sub("", words).split()) or words.strip()


def tidy_need(needs: Needs, words: str) -> str:
    """Return a need out of a list: "LARGE PRINT 20" is "large print 20 point"; the rest as it is written down."""
    plain = as_chosen(words)
    read = needs.read(plain)
    row = next((row for row in read.known if row.size), None)
    if row is not None and len(read.known) == 1:
        own, said = row.need.split(), said_in(plain).tokens
        numbers = [word for word in said if word.isdecimal()]
        others = set(said) - {*own, *numbers} - _WITH_SIZE
        if not others and set(own) <= set(said) and numbers in ([], [str(read.size)]):
            return f"{row.need} {read.size} point" if numbers else row.need
    return plain


# ---- the table


def parse_needs(data: Any, formats: Collection[str]) -> Needs:
    """Return the table from its file; `formats` are those that are known. WrongContent, in a sentence, if it is wrong."""
    top = TableRow(
        data,
        "the list of needs",
        {"how", "groups", "languages", "often", "says_nothing", "means_something_else", "kinds", "needs"},
    )
    groups = {key: top.sub("groups").text(key) for key in top.sub("groups").names()}
    if set(groups) != set(_FIRST):
        raise WrongContent("the list of needs", f"the groups are {', '.join(_FIRST)}, and each has its words")
    languages = top.sub("languages")
    names = {name for key in languages.names() for name in (key, *languages.texts(key))}
    lists = {"language": frozenset(word for name in names for word in said_in(name).tokens)}
    sub_kinds = top.sub("kinds")
    kinds = {key: tuple(map(_sentence, sub_kinds.texts(key))) for key in sub_kinds.names()}
    sources = top.rows("needs", "need", set(_FIELDS))
    known: dict[str, Collection[str]] = {
        "group": groups,
        "kinds": kinds,
        "format": {*formats, PEOPLE},
        "way": frozenset(By),
    }
    rows = tuple(_row(source, kinds, known) for source in sources)
    of = {id(row): source for source, row in zip(sources, rows, strict=True)}
    read = [of[id(row)] for row in _by_reading(rows)]
    phrases = [
        *(one for n, source in enumerate(read) for one in _phrases(source, "words", n, lists)),
        *_phrases(top, "means_something_else", len(read), lists),
    ]
    often = top.some_of("often", {words for row in rows for words in row.offered})
    return Needs(groups, rows, tuple(phrases), tuple(_phrases(top, "says_nothing", 0, lists)), often)


_FIELDS = (
    "need", "group", "format", "weak", "only_in", "size", "kinds", "lines", "cue", "lead", "way", "leaves", "offered", "words",
)  # fmt: skip


def _row(source: TableRow, kinds: Mapping[str, tuple[str, ...]], known: Mapping[str, Collection[str]]) -> KnownNeed:
    of_kinds = source.some_of("kinds", known["kinds"], ())
    return KnownNeed(
        need=source.text("need"),
        group=source.one_of("group", known["group"]),
        format=source.one_of("format", known["format"], "") or None,
        weak=source.yes("weak"),
        only_in=source.one_of("only_in", known["group"], "") or None,
        size=_text_size(source),
        kinds=of_kinds,
        lines=(*(line for kind in of_kinds for line in kinds[kind]), *map(_sentence, source.texts("lines", ()))),
        cue=source.text("cue", ""),
        lead=source.number("lead", 0),
        way=source.one_of("way", known["way"], ""),
        leaves=source.yes("leaves"),
        offered=source.texts("offered", ()),
    )


def _text_size(source: TableRow) -> TextSize | None:
    if not source.has("size"):
        return None
    sizes = source.sub("size", {"usual", "least", "most"})
    size = TextSize(sizes.number("usual"), sizes.number("least"), sizes.number("most"))
    if not size.least <= size.usual <= size.most:
        raise source.wrong("“size”: least, usual and most do not go up")
    return size


def _by_reading(rows: Sequence[KnownNeed]) -> tuple[KnownNeed, ...]:
    """Return the rows as they are read: of phrases as long as each other, one for this group alone counts first."""
    return tuple(sorted(rows, key=lambda row: row.only_in is None))


def _phrases(source: TableRow, key: str, means: int, lists: Mapping[str, frozenset[str]]) -> Iterator[Phrase]:
    for text in source.texts(key):
        try:
            yield phrase(text, means, lists)
        except WrongPhrase as wrong:
            raise source.wrong(f"“{text}” cannot be read: {wrong}") from wrong


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "?")) else ".")
