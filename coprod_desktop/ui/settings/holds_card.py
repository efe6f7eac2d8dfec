"""The holds that stand: what must not be destroyed while somebody asks for it. Place one, end one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtWidgets import QVBoxLayout, QWidget

from coprod_desktop.domain.counted import counted
from coprod_desktop.errors import UserError
from coprod_desktop.services import holds
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.holds import Hold
from coprod_desktop.ui._forms.settings_holds import Ui_SettingsHolds
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.dialogs.ask import Ask
from coprod_desktop.ui.settings.hold_dialog import HoldDialog
from coprod_desktop.ui.settings.reading_card import ReadingCard
from coprod_desktop.ui.widgets.room import Room
from coprod_desktop.ui.widgets.rows_list import ListRow, RowsList
from coprod_desktop.ui.widgets.show_rows import show_rows
from coprod_desktop.ui.words import hold as hold_words


@dataclass(frozen=True)
class HoldsSeen:
    """What the card shows."""

    standing: Sequence[Hold]
    waiting: int
    """How many struck lines wait."""


def holds_seen(desk: Desk) -> HoldsSeen:
    """Return the holds that stand and what waits for them. Runs on the reading thread."""
    return HoldsSeen(holds.standing(desk), holds.waiting(desk))


class HoldsCard(ReadingCard):
    """`set_up` once; read when the card is shown, and again whenever a hold has changed."""

    nouns = frozenset({"hold", "set_aside"})

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = form = Ui_SettingsHolds()
        form.setupUi(self)
        self.setObjectName("holdsCard")
        self._holds: dict[str, Hold] = {}
        self.list = RowsList[Hold](_row, "holdsList", "Holds that stand", with_icons=False)
        Room(self.list, 5)
        place = QVBoxLayout(form.holdsPlace)
        place.setContentsMargins(0, 0, 0, 0)
        place.addWidget(self.list)
        form.holdsState.hide()
        form.holdsNew.clicked.connect(self._ask_new)
        form.holdsEnd.clicked.connect(self._ask_end)
        for before, after in pairwise((self.list, form.holdsNew, form.holdsEnd)):
            QWidget.setTabOrder(before, after)
        self._show(HoldsSeen((), 0))

    def _ask(self, context: Context) -> None:
        context.runner.ask(holds_seen, done=self._show, owner=self)

    def _show(self, seen: HoldsSeen) -> None:
        form = self.form
        self._holds = {hold.id: hold for hold in seen.standing}
        held_focus = self.window().focusWidget() is form.holdsEnd  # also behind a question that is closing
        show_rows(self.list, seen.standing)
        if seen.standing and self.list.current_id() not in self._holds:
            self.list.go_to(seen.standing[0].id)
        form.holdsNone.setVisible(not seen.standing)
        form.holdsPlace.setVisible(bool(seen.standing))
        form.holdsEnd.setVisible(bool(seen.standing))
        lines = counted(seen.waiting, "struck line waits", "struck lines wait")
        form.holdsHeading.setText(f"Holds · {lines} to be removed" if seen.waiting else "Holds")
        if held_focus and not seen.standing:
            form.holdsNew.setFocus()

    # ---- acts

    def _ask_new(self) -> None:
        if self._context is not None:
            asked = HoldDialog(self._context, self)
            asked.accepted.connect(lambda: self._say("done", "The hold stands. What is struck now waits."))
            asked.open()

    def _ask_end(self) -> None:
        hold = self._holds.get(self.list.current_id() or "")
        if hold is not None:
            Ask(
                "End this hold?",
                f"{hold_words.what(hold)}. {hold_words.why(hold)}\n\n"
                "What was struck under it, and is kept by no other hold, is removed now. That cannot be undone.",
                "End this hold",
                "Let it stand",
                lambda: self._end(hold),
                self,
            ).open()

    def _end(self, hold: Hold) -> None:
        if self._context is not None:
            ended = "The hold has ended. What waited for it alone is removed."
            self._context.runner.do(
                holds.end, hold.id, done=lambda _: self._say("done", ended), failed=self._refuse, owner=self
            )

    def _refuse(self, error: UserError) -> None:
        self._say("danger", f"{error.what} {error.do}".strip())

    def _say(self, state: str, words: str) -> None:
        self.form.holdsState.show_state(state, words)
        self.form.holdsState.show()
        if self._context is not None:
            self._context.announce(words)


def _row(hold: Hold) -> ListRow:
    return ListRow(hold.id, hold_words.what(hold), hold_words.why(hold))
