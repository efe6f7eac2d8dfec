"""Lines that were entered: saved in the order they were entered, and held, each as a line of its own, when they cannot be."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject

from coprod_desktop.errors import NotOnDisk, UserError
from coprod_desktop.services import drafts
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.listen.capture_line import CaptureLine
from coprod_desktop.ui.listen.lines import Lines
from coprod_desktop.ui.listen.typed_line import LineBeingTyped
from coprod_desktop.ui.listen.waiting import HeldLine, Waiting


class Held(QObject):
    """The first line that fails goes back where one types, if nothing else is typed there; the others wait."""

    def __init__(self, context: Context, lines: Lines, line: CaptureLine, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._lines, self._line = context, lines, line
        self._session = ""
        self._waiting = Waiting()
        lines.not_added.connect(self._not_added)

    def open(self, session: str) -> None:
        """From now on lines are entered in this session; those of another wait until it is open again."""
        self._session = session

    def enter(self, said: LineBeingTyped, line_id: str, draft: str | None) -> None:
        """Save a line, with those that wait."""
        self._add(self._waiting.entered(self._session, said, line_id, draft))

    def save(self, *, by_itself: bool = False) -> None:
        """Try those that wait once more. `by_itself`: nobody asked, so only those that nobody has to change first."""
        self._add(self._waiting.again(self._session, by_itself=by_itself))

    def count(self) -> int:
        """Return how many lines of the session that is open wait."""
        return self._waiting.count(self._session)

    def _add(self, lines: Iterable[HeldLine]) -> None:
        for held in lines:
            self._lines.add(held.said, held.line_id, held.draft)

    def _not_added(self, session: str, said: LineBeingTyped, line_id: str, error: UserError) -> None:
        if session != self._session or not self._line.put_back(said, line_id):
            draft = self._waiting.hold(session, said, line_id, again=isinstance(error, NotOnDisk))
            if draft is not None:
                self._context.runner.do(drafts.keep, draft, said.words, session=session, beside=said.beside())
        waiting = self._waiting.words(self._session)
        if waiting:
            self._context.tell(error.what, f"{error.do} {waiting}".strip(), "danger", "Try again now", self.save)
        else:
            self._context.fail(error)
