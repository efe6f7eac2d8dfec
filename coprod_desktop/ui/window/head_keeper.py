"""Keeps the header of a session's pages true: its words at once, its ticks when the hands rest."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from coprod_desktop.domain.changes import Changes
from coprod_desktop.services.seen import head as session_head
from coprod_desktop.services.seen.head import SessionHead, Step
from coprod_desktop.ui.base.runner import Runner
from coprod_desktop.ui.base.timers import Pause
from coprod_desktop.ui.widgets.session_header import SessionHeader

TICKS_AFTER_MS = 400
"""Ticks take a look at the whole session, so they wait until nothing has changed for this long."""
_NO_TICK_HANGS_ON = {"entry", "draft"}


class HeadKeeper(QObject):
    """Shows the session that is open in the header, and follows what is saved."""

    session_gone = Signal()
    """The session that is open was taken away, here or before its page was opened."""

    def __init__(self, header: SessionHeader, runner: Runner) -> None:
        super().__init__(header)
        self._header, self._runner = header, runner
        self._session: str | None = None
        self._later = Pause(self._ask_ticks, TICKS_AFTER_MS, self)

    def show(self, session: str | None, page: str) -> None:
        """A page came to the front: of this session, or of none."""
        if session != self._session:
            self._header.forget()
        self._session = session
        self._header.setVisible(session is not None)
        self._header.show_open(page)
        self.refresh()

    def forget(self) -> None:
        """The workspace is closed."""
        self._session = None
        self._later.stop()
        self._header.forget()
        self._header.hide()

    def refresh(self) -> None:
        """Read the words and the ticks again."""
        if self._session is not None:
            self._runner.ask(session_head.read_head, self._session, done=self._show_head, owner=self)
            self._later.start()

    def apply(self, changes: Changes) -> None:
        """Something was saved."""
        if self._session is None:
            return
        if self._session in {ref.id for ref in changes.removed}:
            self.session_gone.emit()
        elif changes.touch("session", self._session) or any(ref.id == self._session for ref in changes.all()):
            self.refresh()
        elif any(ref.noun not in _NO_TICK_HANGS_ON for ref in changes.all()):
            self._later.start()

    def _ask_ticks(self) -> None:
        session = self._session
        if session is not None and self._runner.desk is not None:
            self._runner.ask(
                session_head.read_done, session, done=lambda done: self._show_done(session, done), owner=self
            )

    def _show_head(self, head: SessionHead) -> None:
        if head.session_id != self._session:
            return
        if head.is_there:
            self._header.show_head(head)
        else:
            self.session_gone.emit()

    def _show_done(self, session: str, done: frozenset[Step]) -> None:
        if session == self._session:
            self._header.show_done(done)
