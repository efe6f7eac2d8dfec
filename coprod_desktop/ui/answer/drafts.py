"""What was being typed on the Answer page when the program stopped: where it is, and what is said of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from coprod_desktop.domain.beginning import beginning
from coprod_desktop.domain.changes import Ref
from coprod_desktop.domain.record import Entry
from coprod_desktop.services.drafts import Kept
from coprod_desktop.services.seen.answer import Board


@dataclass(frozen=True)
class Places:
    """The points and lines with words in their fields; `new_point`: one was being written, from these lines."""

    rows: tuple[Ref, ...] = ()
    called: tuple[str, ...] = ()
    new_point: tuple[Entry, ...] | None = None

    def any(self) -> bool:
        """Tell whether there is anything."""
        return bool(self.rows) or self.new_point is not None

    def words(self) -> tuple[str, str]:
        """Return what to tell."""
        where = [f"“{name}”" for name in self.called]
        if self.new_point is not None:
            where.insert(0, "the point you were writing")
        return f"Something you typed was not saved last time: {', '.join(where)}.", "It is in its field again."


def places(kept: Sequence[Kept], board: Board) -> Places:
    """Find where drafts of this page are."""
    rows: dict[Ref, str] = {}
    new_point: tuple[Entry, ...] | None = None
    for draft in kept:
        noun, _, rest = draft.field.partition(":")
        row, _, field = rest.partition(":")
        if noun == "new_point":
            new_point = tuple(e for e in map(board.entry, draft.beside.get("from", ())) if e is not None)
        elif noun == "point" and field and (point := board.point(row)) is not None:
            rows[Ref(noun, row)] = point.you_said
        elif noun == "entry" and field and (entry := board.entry(row)) is not None:
            rows[Ref(noun, row)] = entry.text
    return Places(tuple(rows), tuple(beginning(words, 60) for words in rows.values()), new_point)
