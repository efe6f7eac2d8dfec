"""What can still be read of a damaged database: each table's rows, and where some are missing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from coprod_desktop.store import pages, trees
from coprod_desktop.store.pages import PageKeys
from coprod_desktop.store.trees import Shape, Tree, Trees, Values
from coprod_desktop.store.wal import Log

_VERSION_AT = 60
"""Where in the first page `user_version` stands."""


@dataclass(frozen=True)
class Place:
    """Where a table or an index begins, and its table."""

    kind: str
    table: str
    root: int


Places = Mapping[str, Place]


class Remains:
    """Reads one database with its log, page by page. `shapes`: what rows of each table look like. Changes nothing."""

    def __init__(
        self, database: Path, keys: PageKeys, log: Log, shapes: Mapping[str, Shape], other_places: Places
    ) -> None:
        self._database, self._keys, self._shapes = database, keys, shapes
        self._newest = {frame.number: frame.page for frame in log.frames}
        self._lost = frozenset(log.lost)
        self._size = log.frames[-1].size if log.frames else pages.count(database)
        self._trees = Trees(self._page, self._size)
        self._places = {**other_places, **dict(_places(self._trees.table(1)))}
        self._ids: dict[str, frozenset[Values]] = {}

    def version(self) -> int | None:
        """Return the schema's version; None where the first page is lost."""
        first = self._page(1)
        return int.from_bytes(first[_VERSION_AT : _VERSION_AT + 4], "big") if first else None

    @cached_property
    def tables(self) -> Mapping[str, Tree]:
        """The rows of every table of `shapes`, those of pages that nothing leads to among them."""
        found = {name: self._table(name) for name in self._shapes}
        for name, place in self._places.items():
            if place.kind == "table" and place.root and name not in found:
                self._trees.table(
                    place.root
                )  # the search index's own: made again, but its pages are no one's left over
        if any(not tree.is_whole for tree in found.values()):
            for left in self._trees.left_over():
                self._give(left, found)
        return found

    def row(self, table: str, number: int, values: Values) -> Mapping[str, object]:
        """Return a row as columns by name."""
        return self._shapes[table].row(number, values)

    def entries(self, index: str) -> list[Values]:
        """Return what can be read of an index: its columns, and the number of each entry's row."""
        return self._index(index)[0]

    def has_whole(self, index: str) -> bool:
        """Tell whether all of an index can be read."""
        return self._index(index)[1]

    def _index(self, index: str) -> tuple[list[Values], bool]:
        place = self._places.get(index)
        return Trees(self._page, self._size).index(place.root) if place and place.root else ([], False)

    def older(self, table: str) -> Mapping[int, Values]:
        """Return a table's rows as they were before changes that are lost; nothing when no change is."""
        place = self._places.get(table)
        if not self._lost or place is None:
            return {}
        return Trees(self._older_page, self._size).table(place.root).rows

    # ---- pages

    def _page(self, number: int) -> bytes | None:
        return None if number in self._lost else self._older_page(number)

    def _older_page(self, number: int) -> bytes | None:
        page = self._newest.get(number) or pages.read(self._database, number)
        whole = len(page) == pages.PAGE and self._keys.hold(page, number)
        return self._keys.opened(page, number) if whole else None

    # ---- tables

    def _table(self, name: str) -> Tree:
        place = self._places.get(name)
        tree = self._trees.table(place.root) if place else _nothing()
        wrong = [number for number, values in tree.rows.items() if not self._shapes[name].fits(values)]
        if len(wrong) > len(tree.rows) // 2:  # another version's table stood there
            return _nothing()
        return tree

    def _give(self, left: Tree, found: Mapping[str, Tree]) -> None:
        """Put rows that nothing leads to where they belong: to the table whose index names them, else that alone fits."""
        fitting = [
            name
            for name, tree in found.items()
            if not tree.is_whole
            and all(self._shapes[name].fits(values) for values in left.rows.values())
            and all(tree.misses(number) for number in left.rows)
        ]
        known = {name: self._named(name, left) for name in fitting}
        best = max(fitting, key=lambda name: known[name], default=None)
        if best is not None and (known[best] or len(fitting) == 1):
            for number, values in left.rows.items():
                found[best].rows.setdefault(number, values)

    def _named(self, name: str, left: Tree) -> int:
        if name not in self._ids:
            self._ids[name] = frozenset(self.entries(f"sqlite_autoindex_{name}_1"))
        ids = self._ids[name]
        at = next((n for n, column in enumerate(self._shapes[name].columns) if not column.is_number), 0)
        return sum((values[at], number) in ids for number, values in left.rows.items())


def _nothing() -> Tree:
    return Tree(gaps=[(trees.FIRST, trees.LAST)])


def _places(schema: Tree) -> Iterator[tuple[str, Place]]:
    for kind, name, table, root, *_ in schema.rows.values():
        if kind in ("table", "index"):
            yield name, Place(kind, table, root)
