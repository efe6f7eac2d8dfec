"""Lines that were entered and could not be saved, in the order in which they were entered; without a window."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from coprod_desktop.domain.counted import counted
from coprod_desktop.ui.listen.typed_line import LineBeingTyped


class HeldLine(NamedTuple):
    """A line as it was entered. `again`: it was the disk's fault, so it may go in as soon as the disk takes anything."""

    said: LineBeingTyped
    line_id: str
    draft: str | None
    again: bool


class Waiting:
    """The lines that wait, by session. However often they fail, they go in again in their order."""

    def __init__(self) -> None:
        self._turn: dict[str, int] = {}
        self._waiting: dict[str, list[HeldLine]] = {}

    def entered(self, session: str, said: LineBeingTyped, line_id: str, draft: str | None) -> Sequence[HeldLine]:
        """A line was entered: return it with all that wait, to be saved now."""
        self._turn.setdefault(line_id, len(self._turn))
        return self._in_order([*self._waiting.pop(session, []), HeldLine(said, line_id, draft, again=True)])

    def again(self, session: str, *, by_itself: bool = False) -> Sequence[HeldLine]:
        """Return those to be tried once more. `by_itself`: nobody asked, so only those that nobody has to change first."""
        waiting = self._waiting.pop(session, [])
        stay = [held for held in waiting if by_itself and not held.again]
        if stay:
            self._waiting[session] = stay
        return self._in_order([held for held in waiting if held not in stay])

    def hold(self, session: str, said: LineBeingTyped, line_id: str, *, again: bool) -> str | None:
        """Keep a line that failed. Returns the draft it is to be kept in meanwhile: what the disk will not take is there."""
        draft = None if again else f"capture:{session}:{line_id}"
        self._waiting.setdefault(session, []).append(HeldLine(said, line_id, draft, again))
        return draft

    def count(self, session: str) -> int:
        """Return how many lines of a session wait."""
        return len(self._waiting.get(session, ()))

    def words(self, session: str) -> str:
        """Say how many wait, and what saves them; "" when none does."""
        many = self.count(session)
        if not many:
            return ""
        lines = counted(many, "line waits as it was", "lines wait as they were")
        return f"{lines}; the next Enter saves {'it' if many == 1 else 'them'} too."

    def _in_order(self, lines: Sequence[HeldLine]) -> Sequence[HeldLine]:
        return sorted(lines, key=lambda held: self._turn[held.line_id])
