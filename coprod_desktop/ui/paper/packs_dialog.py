"""Everyone's papers: who gets what and what is missing, first; then one act makes them all."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from coprod_desktop.domain.counted import counted
from coprod_desktop.publish import paper_kinds
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.making import packs
from coprod_desktop.services.making.packs import Plan, Sorted
from coprod_desktop.services.making.papers import Made, Progress, Wanted
from coprod_desktop.ui._forms.paper_packs import Ui_PaperPacks
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.base.folders import breakable
from coprod_desktop.ui.paper.making import Making, tell_made
from coprod_desktop.ui.paper.parcels_list import ParcelLine
from coprod_desktop.ui.widgets.dialogs import fit_screen
from coprod_desktop.ui.widgets.room import Room

LINES = 7
"""Lines of text that the list shows at the least."""


class PacksDialog(QDialog):
    """Shows everyone on the list, also those for whom nothing can be made."""

    def __init__(self, context: Context, session: str, kind: str, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._session, self._kind, self._folder = context, session, kind, folder
        self.ui = ui = Ui_PaperPacks()
        ui.setupUi(self)
        self.setObjectName("paperPacks")
        self.setWindowTitle("Everyone’s papers")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        words = next(k.words for k in paper_kinds.KINDS if k.name == kind)
        self._words = f"{words}. All copies are made today and say the same."
        ui.packsWords.setText(self._words)
        ui.packsState.show_state("info", "Looking at who reads what…")
        ui.folderWords.setText("Into " + breakable(folder))
        self._room = Room(ui.parcels, LINES)
        waiting = (ui.parcels, ui.byPerson, ui.byFormat)
        self._making = Making(self, ui.progress, ui.stop, (ui.make, ui.cancel), waiting)
        ui.make.setEnabled(False)
        ui.make.clicked.connect(self._make)
        ui.cancel.clicked.connect(self.reject)
        context.runner.ask(packs.plan, session, kind, done=self._show, owner=self)
        fit_screen(self, 640, 700)

    def say_for_anyone(self) -> None:
        """Say that these are not the papers for who came: not everyone on the list came."""
        self._words += " They are the papers for anyone: some people on this list may not have come."
        self.ui.packsWords.setText(self._words)

    def reject(self) -> None:
        """Stop first if papers are being made; nothing goes on unseen."""
        if self._making.running:
            self._making.stop()
        else:
            super().reject()

    def _show(self, plan: Plan) -> None:
        ui = self.ui
        lines = sorted(map(ParcelLine, plan.parcels), key=lambda line: not line.parcel.missing)
        ui.parcels.rows().set_rows(lines)
        if lines:
            ui.parcels.go_to(lines[0].id)
        if plan.not_listed:
            more = counted(plan.not_listed, "more person", "more people")
            others = f"{more} came and cannot be sent a copy: they are not on the list. Leave copies where you met."
            ui.packsWords.setText(f"{self._words} {others}")
        wanting = sum(bool(parcel.missing) for parcel in plan.parcels)
        reached = sum(bool(parcel.formats) for parcel in plan.parcels)
        if not lines:
            ui.packsState.show_state("info", "Nobody is on this session’s list yet.")
        elif wanting:
            people = counted(wanting, "person", "people")
            ui.packsState.show_state("look", f"For {people} something is missing. They come first here.")
        else:
            ui.packsState.show_state("done", "For everyone it is written down how they read and how to reach them.")
        ui.make.setText("Make papers for 1 person" if reached == 1 else f"Make papers for {reached} people")
        ui.make.setEnabled(bool(reached))

    def _make(self) -> None:
        self.ui.banner.clear()
        by: Sorted = "person" if self.ui.byPerson.isChecked() else "format"

        def work(desk: Desk, progress: Progress, wanted: Wanted) -> Made:
            return packs.make(desk, self._session, self._kind, self._folder, by=by, progress=progress, wanted=wanted)

        self._making.start(self._context, work, done=self._made, failed=self.ui.banner.tell_error, back=self.ui.make)

    def _made(self, made: Made) -> None:
        tell_made(self._context, made, self._folder)
        self.accept()
