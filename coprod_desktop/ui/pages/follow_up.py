"""Follow up: how promises go, who got the paper, and what people ask afterwards."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QDialog, QWidget

from coprod_desktop.domain.changes import Changes, Ref
from coprod_desktop.domain.counted import counted
from coprod_desktop.services.promises import PromiseLine
from coprod_desktop.services.seen import follow_up
from coprod_desktop.services.seen.follow_up import FollowUp
from coprod_desktop.ui._forms.follow_up import Ui_FollowUp
from coprod_desktop.ui.asking.ask_dialog import AskDialog
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.follow_up import words
from coprod_desktop.ui.follow_up.carry_dialog import CarryDialog
from coprod_desktop.ui.follow_up.changed_mind import ChangedMind
from coprod_desktop.ui.follow_up.check_words import CheckWordsDialog
from coprod_desktop.ui.follow_up.closing_dialog import ClosingDialog
from coprod_desktop.ui.follow_up.happened_dialog import HappenedDialog
from coprod_desktop.ui.follow_up.lists import PromisesList, ReadersList, UpdatesList
from coprod_desktop.ui.follow_up.members_check import MembersCheckDialog
from coprod_desktop.ui.follow_up.said_back import SaidBackDialog
from coprod_desktop.ui.follow_up.sent_dialog import SentDialog
from coprod_desktop.ui.follow_up.time_went import open_time_went
from coprod_desktop.ui.follow_up.update_dialog import UpdateDialog
from coprod_desktop.ui.money.opened import open_money
from coprod_desktop.ui.pages.base import Page
from coprod_desktop.ui.people.needs_met_dialog import NeedsMetDialog
from coprod_desktop.ui.widgets.show_rows import show_rows
from coprod_desktop.ui.words import promise

_SHOWN = {
    "point",
    "promise_update",
    "telling",
    "session",
    "paper",
    "sent",
    "person",
    "attendance",
    "need",
    "checklist_item",
    "said_back",
}
LINES = 9
"""Lines of text that a list shows at the least."""


class FollowUpPage(Page):
    """The promises of this and earlier sessions, late ones first; the one that is chosen stands beside the list."""

    title = "Follow up"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.ui = ui = Ui_FollowUp()
        ui.setupUi(self)
        self._shown: FollowUp | None = None
        self._kind: str | None = None
        self._wanted: str | None = None
        self.list: PromisesList = ui.promisesList
        self.updates: UpdatesList = ui.updatesList
        self.readers: ReadersList = ui.readersList
        self._give_room()
        self.list.chosen.connect(lambda _id: self._show_chosen())
        self.list.opened.connect(lambda _id: self._update())
        ui.addUpdate.clicked.connect(self._update)
        ui.carryOn.clicked.connect(lambda: self._ask(CarryDialog))
        self.readers.opened.connect(self._note_one)
        ui.noteSent.clicked.connect(lambda: self._ask(SentDialog))
        ui.kind.activated.connect(lambda _at: self._choose(ui.kind.currentData()))
        ui.whatHappened.clicked.connect(lambda: self._ask(HappenedDialog))
        ui.changedMind.clicked.connect(lambda: self._ask(ChangedMind))
        ui.membersCheck.clicked.connect(
            lambda: self._ask(lambda c, shown, page: MembersCheckDialog(c, shown.session, shown.kind, page))
        )
        ui.saidBack.clicked.connect(lambda: self._ask(SaidBackDialog))
        ui.askOwners.clicked.connect(lambda: self._ask(lambda c, shown, page: AskDialog(c, shown.session, page)))
        ui.checkWords.clicked.connect(lambda: self._ask(CheckWordsDialog))
        ui.openMoney.clicked.connect(lambda: open_money(context, self.session_id, self, ui.openMoney))
        ui.timeWent.clicked.connect(self._ask_time)
        ui.stillOpen.clicked.connect(self._ask_open)
        ui.stillAsk.wanted.connect(lambda: context.open_page("get_ready", self.session_id))
        ui.needsAsk.wanted.connect(lambda: self._ask(lambda c, shown, page: NeedsMetDialog(c, shown.session, page)))
        ui.toPaper.clicked.connect(lambda: context.open_page("paper", self.session_id))
        ui.timeWent.hide()
        self._show_chosen()

    def open(self, session_id: str | None) -> None:
        """Show what there is to follow up of a session."""
        if session_id != self.session_id:
            self._kind = None
        super().open(session_id)
        self.list.session = session_id or ""
        self._read()

    def point_at(self, row: Ref) -> None:
        """Go to a promise as soon as it is shown."""
        self._wanted = row.id
        self._go_to_wanted()

    def _go_to_wanted(self) -> None:
        if self._wanted is not None and self._shown is not None and self.list.go_to(self._wanted):
            self._wanted = None
            self.list.setFocus()

    def apply(self, changes: Changes) -> None:
        """Read again when a promise, a paper or a person changed and this page is in front."""
        if self.isVisible() and any(ref.noun in _SHOWN for ref in changes.all()):
            self._read()

    def keys(self) -> Sequence[tuple[str, str]]:
        """Return the keys of the list."""
        return (("Enter", "On a promise: say how it is going"), ("Enter", "On a person: note what they got"))

    def first_focus(self) -> QWidget:
        """Begin with the promises."""
        first: QWidget = self.list if self.list.isVisibleTo(self) else self.ui.carryOn
        return first

    def changeEvent(self, event: QEvent) -> None:  # noqa: D102
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._give_room()

    # ---- what it shows

    def _give_room(self) -> None:
        for shown, lines in ((self.list, LINES * 2), (self.updates, 2), (self.readers, LINES)):
            shown.setMinimumHeight(self.fontMetrics().height() * lines)

    def _read(self) -> None:
        if self.session_id is not None:
            self.context.runner.ask(follow_up.follow_up, self.session_id, self._kind, done=self._show)

    def _choose(self, kind: str) -> None:
        self._kind = kind
        self._read()

    def _show(self, found: FollowUp) -> None:
        if found.session != self.session_id:
            return  # another session came to the front meanwhile
        self._shown = found
        ui = self.ui
        ui.tally.setText(promise.tally_of(found.promises))
        ui.tally.setVisible(bool(found.promises))
        ui.noPromises.setVisible(not found.promises)
        self.list.setVisible(bool(found.promises))
        show_rows(self.list, found.promises)
        if found.promises and self.list.current_id() is None:
            self.list.go_to(found.promises[0].id)
        ui.timeWent.setVisible(found.has_time)
        ui.needsAsk.ask(*words.needs_met(found.needs))
        ui.stillAsk.ask(*words.still_to_ask(found.to_ask))
        self._go_to_wanted()
        self._show_chosen()
        self._show_readers(found)

    def _chosen(self) -> PromiseLine | None:
        chosen = self.list.current_id()
        return self.list.items.get(chosen) if chosen else None

    def _show_chosen(self) -> None:
        ui, line = self.ui, self._chosen()
        ui.goingCard.setVisible(line is not None)
        if line is None:
            return
        state, _ = promise.state_of(line)
        ui.promiseWords.setText(line.what)
        ui.youSaid.setText(f"You said: {line.you_said}")
        ui.youSaid.setVisible(bool(line.you_said))
        ui.standing.show_state(state, line.state)
        ui.promiseFacts.setText(words.facts(line))
        show_rows(self.updates, line.updates)
        self.updates.setVisible(bool(line.updates))

    def _show_readers(self, found: FollowUp) -> None:
        ui = self.ui
        self._show_kinds(found)
        without = sum(r.on is None for r in found.readers)
        other = sum(r.other_than_read(r.formats) for r in found.readers)
        old = sum(r.old for r in found.readers)
        if not found.papers:
            ui.gotState.show_state("info", "No paper is made yet.")
        elif without:
            ui.gotState.show_state("waiting", f"{_people(without, 'has', 'have')} no copy yet.")
        elif other:
            ui.gotState.show_state("look", f"{_people(other, 'has', 'have')} a copy that is not how they read.")
        elif old:
            ui.gotState.show_state("look", f"{_people(old, 'has', 'have')} an old copy.")
        else:
            ui.gotState.show_state("done", "Everyone on the list has a copy.")
        show_rows(self.readers, found.readers)
        self.readers.setVisible(bool(found.readers))
        ui.noteSent.setVisible(bool(found.papers))
        ui.toPaper.setVisible(not found.papers)

    def _show_kinds(self, found: FollowUp) -> None:
        box = self.ui.kind
        if [box.itemData(at) for at in range(box.count())] != list(found.kinds):
            box.clear()
            for kind in found.kinds:
                box.addItem(words.kind_words(kind), kind)
        box.setCurrentIndex(box.findData(found.kind))
        for part in (box, self.ui.kindLabel):
            part.setVisible(len(found.kinds) > 1)

    # ---- what can be done

    def _update(self) -> None:
        line = self._chosen()
        if line is not None:
            UpdateDialog(self.context, line, self).open()

    def _ask(self, dialog: Callable[[Context, FollowUp, QWidget], QDialog]) -> None:
        if self._shown is not None:
            dialog(self.context, self._shown, self).open()

    def _ask_time(self) -> None:
        if self.session_id is not None:
            open_time_went(self.context, self.session_id, self)

    def _ask_open(self) -> None:
        if self.session_id is not None:
            ClosingDialog(self.context, self.session_id, self).open()

    def _note_one(self, person: str) -> None:
        if self._shown is not None and self._shown.papers:
            SentDialog(self.context, self._shown, self, (person,)).open()


def _people(count: int, one: str, many: str) -> str:
    return counted(count, f"person {one}", f"people {many}")
