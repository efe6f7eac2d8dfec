"""What is past its time: a list to tick, sign-in sheets and photos first, and one act that deletes it for good."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from coprod_desktop.domain import dates
from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.counted import counted
from coprod_desktop.domain.keep_rules import OF
from coprod_desktop.errors import UserError
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.rights import keeping
from coprod_desktop.services.rights.keeping import Due
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.dialogs.ask import Ask
from coprod_desktop.ui.people.working import Working
from coprod_desktop.ui.widgets.banner import Banner
from coprod_desktop.ui.widgets.buttons import button
from coprod_desktop.ui.widgets.dialogs import fit_screen
from coprod_desktop.ui.widgets.flow import FlowRow
from coprod_desktop.ui.widgets.text import Title, Words
from coprod_desktop.ui.widgets.tick_list import Tick, TickList

NOTHING = "Nothing is past its time."
PAPER = "Printed sheets and files on other drives are not deleted here: shred or delete them too."


class DueDialog(QDialog):
    """Nothing is ticked beforehand."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._due: dict[str, Due] = {}
        self.setObjectName("dueDialog")
        self.setWindowTitle("Past their time")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(Title("Past their time"))
        self.banner = Banner()
        column.addWidget(self.banner)
        self.said = Words(PAPER)
        column.addWidget(self.said)
        self.ticks = TickList()
        self.ticks.setObjectName("dueTicks")
        column.addWidget(self.ticks, 1)
        self.staying = Words("", tone="quiet")
        self.staying.hide()
        column.addWidget(self.staying)
        acts = FlowRow()
        self.delete = button("Delete what is ticked…", "dueDelete", kind="danger")
        self.all_of_it = button("Tick all", "dueAll", kind="outline")
        self.close_it = button("Close", "dueClose", kind="outline")
        for push in (self.delete, self.all_of_it, self.close_it):
            acts.add(push)
        for push in (self.delete, self.all_of_it):
            push.setEnabled(False)
        column.addWidget(acts)
        self.working = Working(context, "dueWorking")
        column.addWidget(self.working)
        self.delete.clicked.connect(self._ask)
        self.all_of_it.clicked.connect(lambda: self.ticks.tick(self._may_go()))
        self.close_it.clicked.connect(self.reject)
        fit_screen(self, 680, 560)
        self._read()

    def done(self, result: int) -> None:  # noqa: D102
        self.working.stop()  # what is going on ends where it is, and nothing is deleted
        super().done(result)

    def _read(self) -> None:
        self._context.runner.ask(keeping.due, done=self._show, owner=self)

    def _show(self, due: Sequence[Due]) -> None:
        self._due = {one.id: one for one in due}
        going = [one for one in due if one.stays is None]
        self.ticks.show_ticks(Tick(one.id, one.words, OF[one.past.kind].goes) for one in going)
        self.ticks.setVisible(bool(going))
        self.said.setText(PAPER if going else NOTHING)
        staying = [f"{one.words}. {one.stays}" for one in due if one.stays is not None]
        self.staying.setText("\n".join(("It stays:", *staying)))
        self.staying.setVisible(bool(staying))
        self._able()

    def _able(self) -> None:
        for push in (self.delete, self.all_of_it):
            push.setEnabled(bool(self._may_go()) and not self.working.busy())
        self.ticks.setEnabled(not self.working.busy())

    def _may_go(self) -> list[str]:
        return [one.id for one in self._due.values() if one.stays is None]

    def _chosen(self) -> list[Due]:
        return [self._due[one] for one in self.ticks.ticked()]

    def _ask(self) -> None:
        chosen = self._chosen()
        if not chosen:
            self.banner.tell_error(UserError("Nothing is ticked yet.", "Tick what is to go."))
            return
        self._context.runner.ask(_until, chosen, done=self._ask_about, owner=self)

    def _ask_about(self, until: str) -> None:
        many = counted(len(self._chosen()), "thing")
        words = f"It cannot be undone. {until}".strip()
        Ask(f"Delete {many} for good?", words, "Delete for good", "Keep them", self._delete, self).open()

    def _delete(self) -> None:
        chosen = self._chosen()
        self.banner.clear()
        self.working.start(
            "Deleting",
            lambda desk, say: keeping.let_go(desk, chosen, say),
            done=self._deleted,
            stopped=self._stopped,
            failed=self._failed,
        )
        self._able()
        self.working.stop_it.setFocus()

    def _deleted(self, _changes: Changes) -> None:
        self.banner.tell("Deleted.", "The log says what kind and how many, and names nobody.", "done")
        self.close_it.setFocus()
        self._read()

    def _stopped(self) -> None:
        self._able()
        self.delete.setFocus()
        self.banner.tell("Stopped.", "Nothing was deleted.")
        self._context.announce("Stopped. Nothing was deleted.")

    def _failed(self, error: UserError) -> None:
        self._able()
        self.delete.setFocus()
        self.banner.tell_error(error)


def _until(desk: Desk, chosen: Sequence[Due]) -> str:
    copies = keeping.copies(desk, chosen)
    if not copies:
        return "No backup holds it."
    until = max(copy.until for copy in copies)
    many = counted(len(copies), "backup holds it", "backups hold it")
    return f"{many}; the last goes by {dates.in_year(until, desk.today())}."
