"""What was typed and never entered: kept while one types, offered when the page opens, never put back unasked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from coprod_desktop.services import drafts
from coprod_desktop.services.drafts import Kept
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.listen.old_drafts import OldDrafts, kept_in
from coprod_desktop.ui.listen.typed_line import LineBeingTyped
from coprod_desktop.ui.widgets.banner import Banner


class Drafts(QObject):
    """The drafts of the session that is open, once they are known."""

    put_back = Signal(object)
    """A Kept that is wanted back."""

    def __init__(self, context: Context, banner: Banner, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._banner = context, banner
        self._session = ""
        self._old: OldDrafts | None = None
        self._early: tuple[LineBeingTyped, str | None] | None = None
        banner.close_button.setText("Throw it away")
        banner.acted.connect(self._wanted)
        banner.closed.connect(self._thrown_away)

    @property
    def field(self) -> str | None:
        """The draft of the line being typed; None until the old drafts are known."""
        return self._old.field if self._old is not None else None

    def open(self, session: str) -> None:
        """Look for words typed in this session and not entered."""
        self._session, self._old, self._early = session, None, None
        self._banner.clear()

        def found(kept: Sequence[Kept]) -> None:
            if session == self._session:
                self._found(kept)

        self._context.runner.ask(drafts.of_session, session, done=found, owner=self)

    def _found(self, kept: Sequence[Kept]) -> None:
        self._old = OldDrafts(self._session, kept)
        if self._early is not None:
            self.keep(*self._early)
        self._offer()

    def keep(self, said: LineBeingTyped, editing: str | None = None) -> None:
        """Keep a line being typed, with who says it and when: a new one, or one that is being changed."""
        if self.field is None:
            self._early = (said, editing)
            return
        field = kept_in(self.field, editing)
        beside = said.beside(f"{self._context.desk.now():%H:%M}" if not editing else "")
        self._context.runner.do(drafts.keep, field, said.words, session=self._session, row=editing, beside=beside)

    def entered(self) -> str | None:
        """The words being typed are handed in: return the draft that goes with them."""
        self._early = None
        return self.field

    def drop(self, field: str | None) -> None:
        """Forget a draft."""
        if field is not None:
            self._context.runner.do(drafts.keep, field, "")

    def _offer(self) -> None:
        words = self._old.words() if self._old is not None else ""
        if words:
            self._banner.tell(words, "", "waiting", "Put it back")
        else:
            self._banner.clear()

    def _decided(self) -> Kept | None:
        draft = self._old.decided() if self._old is not None else None
        self._offer()
        return draft

    def _wanted(self) -> None:
        if (draft := self._decided()) is not None:
            self.put_back.emit(draft)

    def _thrown_away(self) -> None:
        if (draft := self._decided()) is not None:
            self.drop(draft.field)
