"""What was typed and never entered: kept while one types, offered when the page opens, never put back unasked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from coprod_desktop.domain.beginning import beginning
from coprod_desktop.domain.ids import new_id
from coprod_desktop.services import drafts
from coprod_desktop.services.drafts import Kept
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.listen.typed_line import LineBeingTyped
from coprod_desktop.ui.widgets.banner import Banner

SHOWN = 160
"""Letters of a draft that are offered; all of it comes back."""


class Drafts(QObject):
    """`field` names the draft of the line being typed; it is None until the old drafts are known."""

    put_back = Signal(object)
    """A Kept that is wanted back."""

    def __init__(self, context: Context, banner: Banner, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._banner = context, banner
        self._session = ""
        self._offered: list[Kept] = []
        self._early: tuple[LineBeingTyped, str | None] | None = None
        self.field: str | None = None
        banner.close_button.setText("Throw it away")
        banner.acted.connect(self._wanted)
        banner.closed.connect(self._thrown_away)

    def open(self, session: str) -> None:
        """Look for words typed in this session and not entered."""
        self._session, self.field, self._early = session, None, None
        self._offered = []
        self._banner.clear()

        def found(kept: Sequence[Kept]) -> None:
            if session == self._session:
                self._found(kept)

        self._context.runner.ask(drafts.of_session, session, done=found, owner=self)

    def _found(self, kept: Sequence[Kept]) -> None:
        own = f"capture:{self._session}"
        self._offered = [d for d in kept if d.field.startswith(own) or d.field == f"entry:{d.row}"]
        # an old draft stays where it is until someone decides about it
        self.field = f"{own}:{new_id()}" if any(d.field == own for d in self._offered) else own
        if self._early is not None:
            self.keep(*self._early)
        self._offer()

    def keep(self, said: LineBeingTyped, editing: str | None = None) -> None:
        """Keep a line being typed, with who says it and when: a new one, or one that is being changed."""
        if self.field is None:
            self._early = (said, editing)
            return
        field = f"entry:{editing}" if editing else self.field
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
        if not self._offered:
            self._banner.clear()
            return
        draft = self._offered[0]
        what = "You were changing a line to" if draft.row else "You had typed"
        self._banner.tell(f"{what}: “{beginning(draft.words, SHOWN)}”", "", "waiting", "Put it back")

    def _wanted(self) -> None:
        draft = self._offered.pop(0)
        self._offer()
        self.put_back.emit(draft)

    def _thrown_away(self) -> None:
        if self._offered:
            self.drop(self._offered.pop(0).field)
        self._offer()
