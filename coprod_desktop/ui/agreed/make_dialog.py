"""Making a version of an agreed paper: what to look at first, one decision each, then the formats and one act."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.check.settled import Decision
from coprod_desktop.domain.counted import counted
from coprod_desktop.errors import UserError
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.making import agreed as making
from coprod_desktop.services.making.papers import Made, Progress, Wanted
from coprod_desktop.services.seen import agreed_looking
from coprod_desktop.services.seen.agreed_looking import ToLook
from coprod_desktop.ui._forms.agreed_make import Ui_AgreedMakeForm
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.base.runner import Job
from coprod_desktop.ui.paper.choosing import FolderChoice, FormatBoxes
from coprod_desktop.ui.paper.making import Making, tell_made
from coprod_desktop.ui.widgets.dialogs import fit_screen
from coprod_desktop.ui.widgets.room import Room
from coprod_desktop.ui.widgets.rows_list import ListRow, RowsList
from coprod_desktop.ui.widgets.show_rows import show_rows
from coprod_desktop.ui.widgets.tab_order import as_they_stand

USUAL = ("pdf", "easy-read", "docx")
"""What is ticked at first."""
LINES = 8


class AgreedMakeDialog(QDialog):
    """`paper` is its id, `n` the version. Nothing is made while something private in it is not settled."""

    def __init__(self, context: Context, paper: str, n: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._paper, self._n = context, paper, n
        self._there: dict[str, ToLook] = {}
        self.ui = ui = Ui_AgreedMakeForm()
        ui.setupUi(self)
        self.setObjectName("agreedMake")
        self.setWindowTitle("Make papers")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        ui.makeTitle.setText(f"Make papers: version {n}")
        self.list = RowsList[ToLook](_row, "lookList", "What to look at first")
        Room(self.list, 5)
        ui.lookBox.addWidget(self.list)
        self.list.chosen.connect(lambda _id: self._acts())
        self.list.opened.connect(lambda _id: ui.lookLeave.setFocus())
        self._formats = FormatBoxes(ui.makeFormats, context.desk.content.formats, USUAL)
        self.place = FolderChoice(self, ui.makeFolder, ui.makeFolderWords, context.settings)
        Room(ui.makeScroll, LINES)
        self._making = Making(self, ui.makeProgress, ui.makeStop, (ui.makeNow,), (ui.makeScrolled, ui.makeCancel))
        ui.lookLeave.clicked.connect(partial(self._settle, Decision.LEAVE_OUT))
        ui.lookFine.clicked.connect(partial(self._settle, Decision.FINE))
        ui.makeNow.setDefault(True)  # Enter makes them from any format
        ui.makeNow.clicked.connect(self._make)
        ui.makeCancel.clicked.connect(self.reject)
        context.runner.changed.connect(self._changed)
        self._show(())
        ui.makeState.show_state("saving", "Looking at its words…")
        as_they_stand(self)
        self._read()
        self._formats.first().setFocus()
        fit_screen(self, 680, 660)

    def reject(self) -> None:
        """Stop first if papers are being made; nothing goes on unseen."""
        if self._making.running:
            self._making.stop()
        else:
            super().reject()

    # ---- what to look at

    def _changed(self, changes: Changes) -> None:
        if any(ref.noun in {"settlement", "paper_version", "agreed_paper", "signed_up"} for ref in changes.all()):
            self._read()

    def _read(self) -> None:
        look = partial(_look, self._paper, self._n)  # not where pages are read: it may take seconds with 20,000 lines
        self._context.runner.job(look, done=self._show, failed=self._refused, owner=self)

    def _show(self, found: Sequence[ToLook]) -> None:
        self._there = {one.id: one for one in found}
        show_rows(self.list, found)
        if found and self.list.current_id() not in self._there:
            self.list.go_to(found[0].id)
        for part in (self.list, self.ui.lookPlace, self.ui.lookActs):
            part.setVisible(bool(found))
        waiting = sum(one.must for one in found)
        if waiting:
            things = counted(waiting, "thing", "things")
            self.ui.makeState.show_state(
                "look", f"{things} to look at first. Other words are written in the paper itself."
            )
        else:
            self.ui.makeState.show_state("done", "Nothing private is left to look at.")
        self._acts()

    def _acts(self) -> None:
        one = self._there.get(self.list.current_id() or "")
        for push in (self.ui.lookLeave, self.ui.lookFine):
            push.setEnabled(one is not None)
            push.setAccessibleDescription(one.title if one is not None else "")

    def _settle(self, decision: Decision) -> None:
        one = self._there.get(self.list.current_id() or "")
        if one is not None:
            self.ui.makeBanner.clear()
            self._context.runner.do(
                making.settle, self._paper, one.finding, decision, done=self._settled, failed=self._refused, owner=self
            )

    def _settled(self, _changes: Changes) -> None:
        self._context.announce("Settled.")

    # ---- making

    def _make(self) -> None:
        ui = self.ui
        ui.makeBanner.clear()
        names = self._formats.ticked(ui.makeBanner)
        if not names:
            return
        paper, n, folder = self._paper, self._n, self.place.folder

        def work(desk: Desk, progress: Progress, wanted: Wanted) -> Made:
            return making.make(desk, paper, names, folder, n, progress=progress, wanted=wanted)

        self._making.start(self._context, work, done=self._made, failed=self._refused, back=ui.makeNow)

    def _made(self, made: Made) -> None:
        tell_made(self._context, made, self.place.folder)
        self.accept()

    def _refused(self, error: UserError) -> None:
        self.ui.makeBanner.tell_error(error)


def _look(paper: str, n: int, desk: Desk, _job: Job) -> Sequence[ToLook]:
    return agreed_looking.to_look(desk, paper, n)


def _row(one: ToLook) -> ListRow:
    return ListRow(one.id, one.title, one.detail, "look" if one.must else "info", "to settle" if one.must else "asked")
