"""The kinds of groups there are: one table that ships."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from coprod_desktop.domain.content_table import TableRow

WHERE = "the list of kinds of groups"


@dataclass(frozen=True, kw_only=True)
class GroupKind:
    """One kind: its name in the database, and its words."""

    kind: str
    words: str
    about: str
    ends: bool
    """Whether it is there for a time: it is asked when it ends."""


@dataclass(frozen=True)
class GroupKinds:
    """All of them in the order they are offered, and what a work plan can begin with."""

    rows: tuple[GroupKind, ...]
    themes: tuple[str, ...]
    session_types: Mapping[str, str]
    """Kind -> the kind of session it mostly holds."""

    def words(self, kind: str) -> str:
        """Return the words of a kind; one that a newer program made is told by its own name."""
        found = next((row.words for row in self.rows if row.kind == kind), None)
        return found or kind.replace("_", " ").capitalize()

    def ends(self, kind: str) -> bool:
        """Tell whether a kind is there for a time."""
        return any(row.ends for row in self.rows if row.kind == kind)

    def known(self, kind: str) -> bool:
        """Tell whether it is one of these."""
        return any(row.kind == kind for row in self.rows)


def parse_group_kinds(data: Mapping[str, Any]) -> GroupKinds:
    """Return the kinds from what the file holds. WrongContent, in a sentence, for a row that cannot be read."""
    table = TableRow(data, WHERE, {"how", "kinds", "themes", "session_types"})
    rows = table.rows("kinds", "kind", {"kind", "words", "about", "ends"})
    kinds = tuple(
        GroupKind(kind=row.text("kind"), words=row.text("words"), about=row.text("about"), ends=row.yes("ends"))
        for row in rows
    )
    if not kinds:
        raise table.wrong("there is no kind in it")
    names = [kind.kind for kind in kinds]
    if twice := next((name for name in names if names.count(name) > 1), None):
        raise table.wrong(f"“{twice}” is in it twice")
    types = table.sub("session_types", set(names))
    return GroupKinds(kinds, table.texts("themes"), {name: types.text(name) for name in types.names()})
