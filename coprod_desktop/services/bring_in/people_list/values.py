"""What is found in a list of people: its rows as they would come in, its columns and what each was taken for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from coprod_desktop.domain.words import Attending
from coprod_desktop.services.bring_in.people_alike import SAME_PERSON, Like

PHOTO = "photo"
"""The key of photos among `consents`, as a session file calls it."""
LEFT = ""
"""The meaning of a column that stays behind."""


_PARTS = 1_000_000
"""More than a list has rows."""


def part_of(number: int, part: int) -> int:
    """Return the number of the second person (`part` 1) of a row that names two; of the first it is the row's own."""
    return number + part * _PARTS


def row_of(number: int) -> int:
    """Return the row, as a spreadsheet counts, of a number that `part_of` made."""
    return number % _PARTS


class Differs(NamedTuple):
    """Something the list says otherwise than what is written down of somebody who is here already."""

    field: str
    """"coming", "role", "contact" or "need"."""
    had: str
    now: str


@dataclass(frozen=True, kw_only=True)
class Listed:
    """One row as it would come in. `needs` are (words, group); `doubts` are sentences to read before it does."""

    number: int
    """The row, as a spreadsheet counts; of the second person of a row see `part_of`."""
    name: str
    role: str = ""
    needs: tuple[tuple[str, str], ...] = ()
    contact: str | None = None
    attendance: Attending | None = None
    refused: tuple[str, ...] = ()
    """What they said no to, as `consents` of a session file calls it. A list never gives a yes."""
    doubts: tuple[str, ...] = ()
    ticked: bool = True
    """False for what looks like nobody: a total, a device, a name to follow, a row that stands there already."""
    like: tuple[Like, ...] = ()
    same: str | None = None
    """The one person of the workspace with this name and this number or address."""
    differs: tuple[Differs, ...] = ()
    """What the list says otherwise of that person."""

    @property
    def repeats(self) -> int | None:
        """The row above it with the same name and contact."""
        return next((one.who for one in self.like if isinstance(one.who, int) and one.why == SAME_PERSON), None)

    @property
    def photo(self) -> bool | None:
        """What they said to photos: no, or None when nobody asked."""
        return False if PHOTO in self.refused else None


class Refused(NamedTuple):
    """A row that cannot come in, and why."""

    number: int
    why: str


class Meaning(NamedTuple):
    """One thing a column can say of somebody."""

    key: str
    words: str


@dataclass(frozen=True)
class Column:
    """One column of the list, and what it is taken for: the key of a meaning, LEFT when it stays behind."""

    place: int
    heading: str
    samples: tuple[str, ...]
    """Some of what stands below the heading."""
    meaning: str


@dataclass(frozen=True, kw_only=True)
class Where:
    """Where in the file the list was found."""

    kind: str = "a list in plain text"
    """What the file is, in words that follow "This is"."""
    sheet: str = ""
    """The name of the sheet or section; empty when the file has only one."""
    others: tuple[str, ...] = ()
    """Sheets or tables of the file that were not read and can be chosen."""
    first_row: int = 1
    """The row with the headings; of a list without headings the first row."""


@dataclass(frozen=True, kw_only=True)
class ListedRow:
    """What is in a list."""

    rows: tuple[Listed, ...]
    refused: tuple[Refused, ...] = ()
    unused: tuple[str, ...] = ()
    """Headings of columns that have no place here."""
    columns: tuple[Column, ...] = ()
    meanings: tuple[Meaning, ...] = ()
    """All that a column may be taken for, LEFT among them."""
    where: Where = Where()
    doubts: tuple[str, ...] = ()
    """Sentences about the whole file."""
