"""What to look at before something is made, one decision each: the words marked in their sentence, the next by itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.check.settled import Decision
from coprod_desktop.errors import UserError
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.seen.look_first import ToLook
from coprod_desktop.ui._forms.look_first import Ui_LookFirstForm
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.base.runner import Job
from coprod_desktop.ui.widgets.banner import Banner
from coprod_desktop.ui.widgets.room import Room
from coprod_desktop.ui.widgets.rows_list import ListRow, RowsList
from coprod_desktop.ui.widgets.show_rows import show_rows
from coprod_desktop.ui.widgets.tab_order import as_they_stand

Look = Callable[[Desk], Sequence[ToLook]]
"""Reads what there is to look at; run on a thread of its own, for it may take seconds."""
Settle = Callable[[Desk, ToLook, Decision], Changes]
Say = Callable[[Sequence[ToLook]], tuple[str, str] | None]
"""Says where it stands, as a state and words; None: there is nothing to say, and nothing is shown."""


class LookFirst(QWidget):
    """`begin` says what it works on; `look` reads again, the newest question last."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = ui = Ui_LookFirstForm()
        ui.setupUi(self)
        self.list = RowsList[ToLook](_row, "lookList", "What to look at first")
        Room(self.list, 5)
        ui.lookBox.addWidget(self.list)
        self._there: dict[str, ToLook] = {}
        self._looks: Look | None = None
        self._reading = False
        self.list.chosen.connect(lambda _id: self._acts())
        self.list.opened.connect(lambda _id: ui.lookLeave.setFocus())
        ui.lookLeave.clicked.connect(partial(self._settle, Decision.LEAVE_OUT))
        ui.lookFine.clicked.connect(partial(self._settle, Decision.FINE))

    def begin(self, context: Context, settle: Settle, say: Say, banner: Banner) -> None:
        """Say how things are settled, what is said of them, and where a refusal is told."""
        self._context, self._how, self._say, self._banner = context, settle, say, banner
        as_they_stand(self)
        self._show(())

    def wait(self, words: str) -> None:
        """Say that it is being looked at."""
        self.ui.lookState.show_state("saving", words)

    def look(self, at: Look) -> None:
        """Read what there is to look at; while an earlier reading goes on, right after it."""
        self._looks = at
        if not self._reading:
            self._reading = True
            self._context.runner.job(
                partial(_look, at), done=partial(self._looked, at), failed=partial(self._failed, at), owner=self
            )

    def _looked(self, at: Look, found: Sequence[ToLook]) -> None:
        self._reading = False
        if self._looks is at:
            self._show(found)
        elif self._looks is not None:
            self.look(self._looks)

    def _failed(self, at: Look, error: UserError) -> None:
        self._banner.tell_error(error)
        self._looked(at, ())

    def _show(self, found: Sequence[ToLook]) -> None:
        before = list(self._there)
        at = before.index(current) if (current := self.list.current_id()) in self._there else 0
        self._there = {one.id: one for one in found}
        show_rows(self.list, found)
        if found and self.list.current_id() not in self._there:
            self.list.go_to(found[min(at, len(found) - 1)].id)
        for part in (self.list, self.ui.lookPlace, self.ui.lookActs):
            part.setVisible(bool(found))
        said = self._say(found)
        if said is not None:
            self.ui.lookState.show_state(*said)
        self.setVisible(said is not None)
        self._acts()

    def _acts(self) -> None:
        one = self._there.get(self.list.current_id() or "")
        for push in (self.ui.lookLeave, self.ui.lookFine):
            push.setEnabled(one is not None)
            push.setAccessibleDescription(one.title if one is not None else "")

    def _settle(self, decision: Decision) -> None:
        one = self._there.get(self.list.current_id() or "")
        if one is not None:
            self._banner.clear()
            settle, banner = partial(_settle, self._how, one, decision), self._banner
            self._context.runner.do(settle, done=self._settled, failed=banner.tell_error, owner=self)

    def _settled(self, _changes: Changes) -> None:
        self._context.announce("Settled.")


def _look(at: Look, desk: Desk, _job: Job) -> Sequence[ToLook]:
    return at(desk)


def _settle(how: Settle, one: ToLook, decision: Decision, desk: Desk) -> Changes:
    return how(desk, one, decision)


def _row(one: ToLook) -> ListRow:
    return ListRow(one.id, one.title, one.detail, "look" if one.must else "info", "to settle" if one.must else "asked")
