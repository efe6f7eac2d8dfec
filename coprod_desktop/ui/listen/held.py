"""Lines that were entered: saved in the order they were entered, and held, each as a line of its own, when they cannot be."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import QObject

from coprod_desktop.domain.counted import counted
from coprod_desktop.errors import NotOnDisk, UserError
from coprod_desktop.services import drafts
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.listen.capture_line import CaptureLine
from coprod_desktop.ui.listen.lines import Lines
from coprod_desktop.ui.listen.typed_line import LineBeingTyped


class HeldLine(NamedTuple):
    """A line as it was entered. `again`: it was the disk's fault, so it may go in as soon as the disk takes anything."""

    said: LineBeingTyped
    line_id: str
    draft: str | None
    again: bool


class Held(QObject):
    """The first line that fails goes back where one types, if nothing else is typed there; the others wait here."""

    def __init__(self, context: Context, lines: Lines, line: CaptureLine, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._lines, self._line = context, lines, line
        self._session: str | None = None
        self._turn: dict[str, int] = {}
        self._waiting: dict[str, list[HeldLine]] = {}
        lines.not_added.connect(self._not_added)

    def open(self, session: str) -> None:
        """From now on lines are entered in this session; those of another wait until it is open again."""
        self._session = session

    def enter(self, said: LineBeingTyped, line_id: str, draft: str | None) -> None:
        """Save a line, with those that wait: in the order they were entered, however often they failed."""
        self._turn.setdefault(line_id, len(self._turn))
        self._add([*self._take(), HeldLine(said, line_id, draft, again=True)])

    def save(self, *, by_itself: bool = False) -> None:
        """Try those that wait once more. `by_itself`: nobody asked, so only those that nobody has to change first."""
        self._add(self._take(by_itself=by_itself))

    def count(self) -> int:
        """Return how many lines of the session that is open wait."""
        return len(self._waiting.get(self._session or "", ()))

    def _take(self, *, by_itself: bool = False) -> list[HeldLine]:
        waiting = self._waiting.pop(self._session or "", [])
        stay = [held for held in waiting if by_itself and not held.again]
        if stay:
            self._waiting[self._session or ""] = stay
        return [held for held in waiting if held not in stay]

    def _add(self, lines: Iterable[HeldLine]) -> None:
        for held in sorted(lines, key=lambda held: self._turn[held.line_id]):
            self._lines.add(held.said, held.line_id, held.draft)

    def _not_added(self, session: str, said: LineBeingTyped, line_id: str, error: UserError) -> None:
        if session != self._session or not self._line.put_back(said, line_id):
            self._hold(session, said, line_id, again=isinstance(error, NotOnDisk))
        many = self.count()
        if many:
            do = f"{error.do} {waiting_words(many)}".strip()
            self._context.tell(error.what, do, "danger", "Try again now", self.save)
        else:
            self._context.fail(error)

    def _hold(self, session: str, said: LineBeingTyped, line_id: str, *, again: bool) -> None:
        draft = None if again else f"capture:{session}:{line_id}"
        self._waiting.setdefault(session, []).append(HeldLine(said, line_id, draft, again))
        if draft is not None:  # what the disk will not take is kept elsewhere by the verb
            self._context.runner.do(drafts.keep, draft, said.words, session=session, beside=said.beside())


def waiting_words(many: int) -> str:
    """Say that lines wait."""
    lines = counted(many, "line waits as it was", "lines wait as they were")
    return f"{lines}; the next Enter saves {'it' if many == 1 else 'them'} too."
