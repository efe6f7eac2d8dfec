"""Rows read straight out of the pages of a damaged database: those that hold are read, whatever lies between them.

SQLite gives up a whole table when a page near its root is damaged. Here a page that nothing leads to any more is read
as well, and known by the rows in it. Format: sqlite.org/fileformat2.html, sections 1.5 to 2.4.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from coprod_desktop.store.pages import ROOM

_TABLE_INNER, _TABLE_LEAF, _INDEX_INNER, _INDEX_LEAF = 5, 13, 2, 10
FIRST, LAST = -(2**63), 2**63 - 1
_SIZES = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}

PageOf = Callable[[int], bytes | None]
"""Gives a page's ROOM bytes by its number; None for one that cannot be read."""
Values = tuple[Any, ...]
Gap = tuple[int, int]
"""Row numbers of which nothing is known: above the first, up to the second."""


@dataclass
class Tree:
    """What was found of one table. `gaps`: where a page or a row could not be read."""

    rows: dict[int, Values] = field(default_factory=dict)
    gaps: list[Gap] = field(default_factory=list)

    @property
    def is_whole(self) -> bool:
        """Whether nothing of it is missing."""
        return not self.gaps

    def misses(self, number: int) -> bool:
        """Tell whether a row of this number may have stood where nothing can be read."""
        return any(low < number <= high for low, high in self.gaps)


class Trees:
    """Reads trees; knows which pages it has been at. `many` is how many pages there are."""

    def __init__(self, page_of: PageOf, many: int) -> None:
        self._page_of, self._many = page_of, many
        self._seen: set[int] = set()

    def table(self, root: int) -> Tree:
        """Return the rows of the table that begins at a page."""
        tree = Tree()
        self._walk(root, FIRST, LAST, tree)
        return tree

    def index(self, root: int) -> tuple[list[Values], bool]:
        """Return the entries of an index, each with its row's number last, and whether they are all of them."""
        found: list[Values] = []
        return found, self._walk_index(root, found)

    def left_over(self) -> list[Tree]:
        """Return what stands in pages of tables that no tree led to, each with the pages under it."""
        heads: list[int] = []
        under: set[int] = set()
        for number in range(2, self._many + 1):
            page = self._page_of(number) if number not in self._seen else None
            if page is not None and page[0] in (_TABLE_INNER, _TABLE_LEAF) and _fits(page, 0):
                heads.append(number)
                if page[0] == _TABLE_INNER:
                    under |= {child for child, _high in _children(page, 0)}
        trees = [self.table(number) for number in heads if number not in under]
        return [tree for tree in trees if tree.rows]

    def _walk(self, number: int, low: int, high: int, tree: Tree) -> None:
        at = 100 if number == 1 else 0
        page = self._page_of(number) if number not in self._seen and 0 < number <= self._many else None
        if page is None or page[at] not in (_TABLE_INNER, _TABLE_LEAF) or not _fits(page, at):
            tree.gaps.append((low, high))
            return
        self._seen.add(number)
        if page[at] == _TABLE_LEAF:
            for cell in _cells(page, at):
                self._row(page, cell, tree)
            return
        for child, top in _children(page, at):
            self._walk(child, low, high if top is None else top, tree)
            low = low if top is None else top

    def _row(self, page: bytes, cell: int, tree: Tree) -> None:
        size, cell = _varint(page, cell)
        number, cell = _varint(page, cell)
        number -= 2**64 if number > LAST else 0
        values = self._record(page, cell, size, ROOM - 35)
        if values is None:
            tree.gaps.append((number - 1, number))
        else:
            tree.rows[number] = values

    def _walk_index(self, number: int, found: list[Values]) -> bool:
        page = self._page_of(number) if number not in self._seen and 0 < number <= self._many else None
        if page is None or page[0] not in (_INDEX_INNER, _INDEX_LEAF) or not _fits(page, 0):
            return False
        self._seen.add(number)
        whole, inner = True, page[0] == _INDEX_INNER
        for cell in _cells(page, 0):
            if inner:
                whole &= self._walk_index(int.from_bytes(page[cell : cell + 4], "big"), found)
                cell += 4
            size, cell = _varint(page, cell)
            values = self._record(page, cell, size, (ROOM - 12) * 64 // 255 - 23)
            if values is None:
                whole = False
            else:
                found.append(values)
        return whole and (not inner or self._walk_index(int.from_bytes(page[8:12], "big"), found))

    def _record(self, page: bytes, at: int, size: int, most: int) -> Values | None:
        """Return the values of one record; None when what it goes on to cannot be read."""
        if size <= most:
            return _values(page[at : at + size])
        least = (ROOM - 12) * 32 // 255 - 23
        here = least + (size - least) % (ROOM - 4)
        here = here if here <= most else least
        parts, left = [page[at : at + here]], size - here
        following = int.from_bytes(page[at + here : at + here + 4], "big")
        while left > 0:
            more = self._page_of(following) if 0 < following <= self._many else None
            if more is None:
                return None
            self._seen.add(following)
            parts.append(more[4 : 4 + left])
            left -= len(parts[-1])
            following = int.from_bytes(more[:4], "big")
        return _values(b"".join(parts))


def _fits(page: bytes, at: int) -> bool:
    """Tell whether a page is one of a tree by its own numbers."""
    cells = int.from_bytes(page[at + 3 : at + 5], "big")
    head = at + (12 if page[at] in (_TABLE_INNER, _INDEX_INNER) else 8)
    end = head + 2 * cells
    return end <= ROOM and all(end <= cell < ROOM for cell in struct.unpack(f">{cells}H", page[head:end]))


def _cells(page: bytes, at: int) -> Sequence[int]:
    cells = int.from_bytes(page[at + 3 : at + 5], "big")
    head = at + (12 if page[at] in (_TABLE_INNER, _INDEX_INNER) else 8)
    return struct.unpack(f">{cells}H", page[head : head + 2 * cells])


def _children(page: bytes, at: int) -> Iterator[tuple[int, int | None]]:
    """Yield the pages under one, each with the highest row number in it; of the last that is not said."""
    for cell in _cells(page, at):
        yield int.from_bytes(page[cell : cell + 4], "big"), _varint(page, cell + 4)[0]
    yield int.from_bytes(page[at + 8 : at + 12], "big"), None


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = 0
    for n in range(9):
        byte = data[at + n]
        if n == 8:
            return (value << 8) | byte, at + 9
        value = (value << 7) | (byte & 0x7F)
        if byte < 0x80:
            return value, at + n + 1
    raise AssertionError


def _values(record: bytes) -> Values | None:
    """Return the values of a record; None for bytes that are none."""
    try:
        end, at = _varint(record, 0)
        kinds = []
        while at < end:
            kind, at = _varint(record, at)
            kinds.append(kind)
        return tuple(_each(record, kinds, end))
    except (IndexError, ValueError, struct.error):
        return None


def _each(record: bytes, kinds: Sequence[int], at: int) -> Iterator[Any]:
    for kind in kinds:
        size = _SIZES.get(kind, 8 if kind == 7 else (kind - 12) // 2 if kind >= 12 else 0)
        part = record[at : at + size]
        if len(part) < size:
            raise ValueError("cut off")
        at += size
        if kind == 0:
            yield None
        elif kind in _SIZES:
            yield int.from_bytes(part, "big", signed=True)
        elif kind == 7:
            yield struct.unpack(">d", part)[0]
        elif kind in (8, 9):
            yield kind - 8
        elif kind >= 12:
            yield part if kind % 2 == 0 else part.decode("utf-8")
        else:
            raise ValueError("reserved")


class Column(NamedTuple):
    """What a column of a table takes. `is_number`: it is the row's own number, which the record leaves out."""

    name: str
    sql: str
    is_nullable: bool
    has_default: bool
    is_number: bool

    @property
    def is_optional(self) -> bool:
        """Tell whether a record may end before this column."""
        return self.is_nullable or self.has_default

    def may_be(self, value: Any) -> bool:
        """Tell whether a record may have a value here."""
        if self.is_number:
            return value is None
        if value is None:
            return self.is_nullable
        return isinstance(value, int if "INT" in self.sql.upper() else str)


@dataclass(frozen=True)
class Shape:
    """What a row of a table has to look like."""

    columns: Sequence[Column]

    def fits(self, values: Values) -> bool:
        """Tell whether a record may be a row of the table; one that is older than its last columns is shorter."""
        return (
            len(values) <= len(self.columns)
            and all(column.may_be(value) for column, value in zip(self.columns, values, strict=False))
            and all(column.is_optional for column in self.columns[len(values) :])
        )

    def row(self, number: int, values: Values) -> Mapping[str, Any]:
        """Return a record as columns by name."""
        named = {column.name: value for column, value in zip(self.columns, values, strict=False)}
        return named | {column.name: number for column in self.columns if column.is_number}
