"""Notes in hand: the lines as they would come in, and every change made to them, so that they can be made again.

The program may stop between pasting and taking in. What is kept then is the text and the list of changes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from coprod_desktop.domain.notes import preview
from coprod_desktop.domain.notes.preview import ComingLine
from coprod_desktop.domain.words import AnswerKind, EntryKind

Change = tuple[str, str, Any]
"""(what, the line's id, the value)."""
_TYPED = ("text", "at", "todo_who", "todo_when", "todo_what")
"""Changes that are typed: only the last of each is kept."""


class Hand:
    """`rows` as they are now. Each change is by one of the names below; what no longer fits is passed over."""

    def __init__(self, rows: Sequence[ComingLine] = ()) -> None:
        self.rows = tuple(rows)
        self.changes: list[Change] = []

    def change(self, what: str, row: str, value: Any = None) -> bool:
        """Make one change and remember it. False, with nothing done, when the line is not there or the value is none."""
        done = self._made(what, row, value)
        if done is None:
            return False
        self.rows = done
        if what in _TYPED and self.changes and self.changes[-1][:2] == (what, row):
            self.changes.pop()
        self.changes.append((what, row, value))
        return True

    def again(self, changes: Iterable[Sequence[Any]]) -> None:
        """Make changes again that were made before the program stopped."""
        for change in changes:
            if len(change) == 3:
                self.change(str(change[0]), str(change[1]), change[2])

    def get(self, row: str | None) -> ComingLine | None:
        """Return a line."""
        return next((one for one in self.rows if one.id == row), None)

    def before(self, row: str) -> ComingLine | None:
        """Return the line before one."""
        at = next((n for n, one in enumerate(self.rows) if one.id == row), 0)
        return self.rows[at - 1] if at else None

    def _made(self, what: str, row: str, value: Any) -> tuple[ComingLine, ...] | None:
        now, rows = self.get(row), self.rows
        if now is None:
            return None
        cut, action = now.cut, now.cut.action
        try:
            if what == "kind":
                return preview.with_kind(rows, row, EntryKind(value))
            if what == "todo_answer" and action is not None:
                return preview.with_cut(rows, row, replace(cut, action=replace(action, answer=AnswerKind(value))))
        except ValueError:  # a newer version knows more kinds
            return None
        if what == "who":
            return preview.with_who(rows, row, str(value))
        if what == "whom":
            return preview.with_whom(rows, row, str(value))
        if what == "text":
            return preview.with_cut(rows, row, replace(cut, text=str(value)))
        if what == "at":
            return preview.with_cut(rows, row, replace(cut, at=value or None))
        if what == "tick":
            return preview.ticked(rows, row, taken=bool(value))
        if what == "join":
            return preview.joined(rows, row) if self.before(row) is not None else None
        if what == "part":
            made = preview.parted(rows, row, int(value))
            return made if len(made) > len(rows) else None
        if action is not None and what in {"todo_who", "todo_when", "todo_what"}:
            return preview.with_todo(rows, row, what.removeprefix("todo_"), str(value))
        return None
