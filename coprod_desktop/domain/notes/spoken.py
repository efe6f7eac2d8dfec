"""One line that somebody said: its marks, who said it (before, behind or within the words), and what kind that makes it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from coprod_desktop.domain.check.known import is_word
from coprod_desktop.domain.notes import before_reading, marks, tidy
from coprod_desktop.domain.notes.known_words import plain
from coprod_desktop.domain.notes.labels import Label
from coprod_desktop.domain.notes.shapes import is_name_only
from coprod_desktop.domain.notes.state import Reading, is_said_by_staff, part_of
from coprod_desktop.domain.notes.told import alone, quoted_by, signed, without_sign
from coprod_desktop.domain.notes.values import Cut
from coprod_desktop.domain.notes.who import only_noted, with_label
from coprod_desktop.domain.words import EntryKind

PAIRED = re.compile(r"^(?P<which>[QA])\d{0,2}\s*[:.)]\s+", re.IGNORECASE)
"""Questions and answers by turns: "Q: …", "A: …"."""
_OPEN = (None, EntryKind.CONTRIBUTION, EntryKind.WHAT_WORKS)
"""Headings under which somebody may ask, too."""
_TOPIC = re.compile(r"^[^:.!?]{2,40}:\s+")
_SAYS_LAST = re.compile(r"^.+?[\s,]+(?:says|said)\s+(?P<who>[^\W\d_]+(?:\s[A-Z]\w*)?)\.?$")
ASKER = re.compile(r"^(?P<who>[A-Z]{2,4}|[A-Z][a-z]{1,11})\?\s+(?=\w)")
"""Who asks, by a question mark behind their initials: "HK? can we see it"."""
_TRAILING = re.compile(
    r"\s*(?:[(\[]\s*(?P<boxed>[^()\[\]]{1,40})\s*[)\]]|\s[-–—]+\s*(?P<dashed>[^–—()\[\]]{1,40}))\s*$"
)


@dataclass
class _Line:
    """What is known of a line so far, and the words that are left."""

    rest: str
    kind: EntryKind | None = None
    label: Label | None = None
    sheet: str | None = None
    told: bool = False


def behind(text: str) -> tuple[str, str] | None:
    """Return what stands in brackets or behind a dash at the end of a line, and what is before it."""
    found = _TRAILING.search(text)
    if found is None or not found.start():
        return None
    return (found["boxed"] or found["dashed"]).strip(), text[: found.start()]


def is_named_behind(reading: Reading, who: str) -> bool:
    """Tell whether what stands behind the words is somebody, in a text that has names there."""
    return bool(reading.labels.shape(who)) and (reading.small_behind or reading.labels.accepts(who, "bracket"))


def spoken(reading: Reading, line: str) -> Cut:
    """Return the cut of one line: its marks and its label, in whatever order they stand."""
    where, rest = before_reading.where_in(tidy.bare(line))
    one = _Line(rest, sheet=where or reading.sheet)
    if reading.pairs and (pair := PAIRED.match(rest)) is not None and pair["which"].upper() == "A":
        one.kind, one.rest = EntryKind.STAFF_COMMENT, rest[pair.end() :]
    while _take_one(reading, one):
        pass
    if one.label is None:
        _look_further(reading, one)
    one.label = one.label or reading.speaks
    if one.kind is None:
        one.kind, one.rest = marks.at_end(one.rest, reading.words)
    return _made(reading, one)


def _take_one(reading: Reading, one: _Line) -> bool:
    """Take one mark or label from the beginning of what is left; tell whether there was one to take."""
    words, labels = reading.words, reading.labels
    asker = ASKER.match(one.rest) if one.label is None and one.kind is None else None
    if asker is not None and labels.is_called(asker["who"]):
        one.label, one.kind, one.rest = Label(asker["who"]), EntryKind.QUESTION, one.rest[asker.end() :]
        return True
    kind, after = marks.at_start(one.rest, words)
    if kind is not None and (one.label is not None or not _are_initials_here(reading, one.rest)):
        one.kind = one.kind or kind if kind is not EntryKind.CONTRIBUTION else one.kind
        if after == one.rest:
            return False
        one.rest = after
        return True
    if one.label is not None:
        return False
    got, after = labels.take(one.rest)
    if got is not None:
        place = re.sub(r"\s*#?\s*\d{1,3}$", "", plain(got.who)) in words.lists["places"]
        if place and not plain(got.who).isalpha():
            one.sheet = got.who[:1].upper() + got.who[1:]
        else:
            one.label = got
        one.rest = after
        return True
    of_whom = re.sub(r"^(?:from|by|asked by)\s+", "", one.rest, flags=re.IGNORECASE)
    named = labels.parted(of_whom) if one.kind is not None and of_whom != one.rest else None
    if named is None:
        return False
    one.label, one.rest = named[0], named[2]
    return True


def _are_initials_here(reading: Reading, rest: str) -> bool:
    """Tell whether a line begins with initials that the notes themselves explain: then they are no mark."""
    parted = reading.labels.parted(rest)
    first = re.match(r"[A-Z]{2,4}(?=\s)", rest)
    called = parted[0].who if parted is not None else first[0] if first is not None else ""
    return bool(reading.labels.known.get(plain(called)))


def _look_further(reading: Reading, one: _Line) -> None:
    """Find who said a line where no label begins it: told of, quoted, or named behind the words."""
    labels = reading.labels
    if (apart := without_sign(reading, one.rest)) is not None:
        one.label, one.rest, one.told, asked = apart
        one.kind = one.kind or (EntryKind.QUESTION if asked else None)
        return
    topic = _TOPIC.match(one.rest)
    if topic is not None and (apart := without_sign(reading, one.rest[topic.end() :])) is not None and apart[2]:
        one.label, one.told = apart[0], True  # "Bus passes: Gwen says …"
        return
    if (quote := quoted_by(reading, one.rest)) is not None:
        one.label, one.rest = quote
        return
    last = behind(one.rest)
    if last is not None and reading.pairs and (who := signed(reading, last[0])) is not None:
        one.label, one.rest = who, last[1]
    elif last is not None and (
        (reading.names_behind and is_named_behind(reading, last[0]))
        or (
            one.kind is not None and (labels.is_here(last[0]) or labels.is_somebody(last[0]))
        )  # works: Thursdays (Babs)
        or (
            one.rest.endswith(")")
            and (
                (reading.boxed_behind and _is_first_name(reading, last[0]))
                or labels.known.get(plain(last[0]))
                or (labels.counts[plain(last[0])] > 1 and labels.is_here(last[0]))
            )
        )
    ):
        one.label, one.rest = Label(last[0]), last[1].strip(' "“”')
    elif (said := _SAYS_LAST.match(one.rest)) is not None and _is_called(reading, said["who"]):
        one.label, one.told = Label(said["who"]), True
    elif reading.goes_on_below and (only := alone(reading, one.rest)) is not None:
        one.label, one.rest, reading.under_name = only, "", True


def _is_first_name(reading: Reading, who: str) -> bool:
    return who[:1].isupper() and (is_name_only(plain(who)) or reading.labels.is_name_too(plain(who)))


def _is_called(reading: Reading, name: str) -> bool:
    return reading.labels.is_somebody(name) or (name[:1].isupper() and not is_word(plain(name)))


def _made(reading: Reading, one: _Line) -> Cut:
    rest, kind = one.rest, one.kind
    cut = Cut(text=rest, sheet=one.sheet, part=part_of(reading), told=one.told)
    cut, of_label = with_label(cut, one.label, reading.words, reading.labels.known)
    section = reading.heading.kind if reading.heading else None
    if one.label is None and kind is None and section is None and only_noted(rest, reading.words):
        kind = EntryKind.NOTE
    if cut.speaker and EntryKind.STAFF_COMMENT in {kind, of_label}:
        reading.labels.roles.setdefault(plain(cut.speaker), "staff")
    if kind is None and of_label is None and is_said_by_staff(reading, cut.speaker):
        of_label = EntryKind.STAFF_COMMENT
    asks = of_label is None and section in _OPEN and marks.asks(rest)
    asked = EntryKind.QUESTION if asks else None
    return replace(cut, kind=kind or asked or of_label or section or EntryKind.CONTRIBUTION)
