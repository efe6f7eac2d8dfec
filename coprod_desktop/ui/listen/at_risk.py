"""Someone may be at risk: one key opens the card, one press seals the line in hand."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.record import Session
from coprod_desktop.errors import UserError
from coprod_desktop.services.capture import EntryLine
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.listen.at_hand import at_hand, typed_over
from coprod_desktop.ui.listen.capture_line import CaptureLine
from coprod_desktop.ui.listen.drafts import Drafts
from coprod_desktop.ui.listen.lines import Lines

if TYPE_CHECKING:  # imported when it is first opened: the first line typed does not wait for it
    from coprod_desktop.services.safeguarding import Sealed
    from coprod_desktop.ui.listen.risk_card import RiskCard


class AtRisk(QObject):
    """The focus is on the line again when the card is closed. `sealed` when a line is sealed."""

    sealed = Signal()

    def __init__(self, context: Context, lines: Lines, line: CaptureLine, drafts: Drafts, page: QWidget) -> None:
        super().__init__(page)
        self._context, self._lines, self._line, self._drafts, self._page = context, lines, line, drafts, page
        self._card: RiskCard | None = None

    def open(self, session: Session | None, session_id: str, chosen: EntryLine | None) -> None:
        """Show the card. `chosen` is the line one is on in the list, if one is."""
        if self._card is not None:
            return
        from coprod_desktop.ui.listen.risk_card import RiskCard

        editing = self._lines.get(self._line.editing) if self._line.editing else None
        found = at_hand(editing, chosen, self._lines.last(), self._line.said.words)
        card = self._card = RiskCard(self._context, session, found, self._page)
        if found.line is not None:
            card.seal_wanted.connect(partial(self._seal, found.line.id))
        card.seal_typed_wanted.connect(partial(self._seal_typed, session_id))
        card.throw_away_wanted.connect(self._throw_away)
        card.put_back_wanted.connect(self._put_back)
        card.finished.connect(self._closed)
        card.open()

    def _seal(self, line_id: str) -> None:
        from coprod_desktop.services import safeguarding

        line, said = self._lines.get(line_id), self._line.said
        changing = line is not None and self._line.editing == line_id
        typed = typed_over(line, self._line.editing, said.words)

        def failed(error: UserError) -> None:
            if line is not None and changing:
                self._line.edit(line_id, said, line.at or "")
            self._refuse(error)

        if changing:
            self._line.leave_edit()  # so that no more of it is kept as being typed
        self._context.runner.do(safeguarding.seal, line_id, typed, done=self._sealed, failed=failed, owner=self)

    def _seal_typed(self, session_id: str) -> None:
        from coprod_desktop.services import safeguarding

        said, draft = self._line.said, self._drafts.entered()
        self._line.throw_away()  # so that no more of it is kept as being typed

        def failed(error: UserError) -> None:
            self._line.put_back(said)
            self._refuse(error)

        self._context.runner.do(
            safeguarding.seal_typed,
            session_id,
            said.new_line(""),
            draft=draft,
            done=self._sealed,
            failed=failed,
            owner=self,
        )

    def _throw_away(self) -> None:
        self._line.throw_away()
        self._drafts.drop(self._drafts.field)

    def _put_back(self, sealed: str) -> None:
        from coprod_desktop.services import safeguarding

        self._context.runner.do(safeguarding.put_back, sealed, done=self._is_back, failed=self._refuse, owner=self)

    def _sealed(self, sealed: Sealed) -> None:
        self.sealed.emit()
        if self._card is not None:
            self._card.show_sealed(sealed)

    def _is_back(self, _changes: Changes) -> None:
        if self._card is not None:
            self._card.show_put_back()

    def _refuse(self, error: UserError) -> None:
        if self._card is not None:
            self._card.refuse(error)
        else:
            self._context.fail(error)

    def _closed(self) -> None:
        self._card = None
        self._line.field.setFocus()
