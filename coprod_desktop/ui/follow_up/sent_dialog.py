"""Note who got which paper, how and when."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from coprod_desktop.domain.changes import Changes
from coprod_desktop.errors import UserError
from coprod_desktop.services import papers
from coprod_desktop.services.follow_up import FollowUp
from coprod_desktop.ui._forms.follow_up_sent import Ui_FollowUpSent
from coprod_desktop.ui.context import Context
from coprod_desktop.ui.dialogs.session_fields import fit_screen, is_right, take_as_typed
from coprod_desktop.ui.follow_up import words
from coprod_desktop.ui.widgets.tick_list import Tick

BY_HAND = ("Printed", "Read out to them")
"""Ways to get a paper that are no file."""


class SentDialog(QDialog):
    """Shows everyone on the list, those without a copy first; nobody is left out of sight."""

    def __init__(self, context: Context, shown: FollowUp, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._shown = context, shown
        self.ui = ui = Ui_FollowUpSent()
        ui.setupUi(self)
        self.setObjectName("followUpSent")
        self.setWindowTitle("Who got the paper")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for paper in shown.papers:
            ui.paper.addItem(words.paper(paper), paper.id)
        ui.on.set_name("on", "On which day")
        ui.onLabel.setBuddy(ui.on.edit)
        ui.on.today, ui.on.past = context.desk.today, True
        ui.on.set_date(context.desk.today())
        ui.who.stand_between(ui.on.edit, ui.save, ui.tickRest, ui.cancel)
        ui.who.show_ticks(Tick(r.id, r.name, words.reader(r).detail) for r in shown.readers)
        ui.paper.currentIndexChanged.connect(lambda _at: self._show_forms())
        ui.tickRest.clicked.connect(lambda: ui.who.tick(r.id for r in shown.readers if r.on is None or r.old))
        ui.save.clicked.connect(self._save)
        ui.cancel.clicked.connect(self.reject)
        self._show_forms()
        fit_screen(self, 600, 680)

    def _show_forms(self) -> None:
        paper = self._shown.papers[self.ui.paper.currentIndex()]
        made = [words.FORMAT_WORDS.get(name, name) for name in paper.formats]
        self.ui.form.clear()
        self.ui.form.addItems([*made, *BY_HAND])

    def _save(self) -> None:
        ui = self.ui
        ui.banner.clear()
        if not is_right(ui.banner, take_as_typed(ui.on)):
            return
        self._context.runner.do(
            papers.sent,
            self._shown.session,
            ui.paper.currentData(),
            ui.who.ticked(),
            ui.form.currentText(),
            ui.on.date() or self._context.desk.today(),
            done=self._saved,
            failed=self._refused,
            owner=self,
        )

    def _saved(self, changes: Changes) -> None:
        count = len(changes.added)
        self._context.announce("Noted for 1 person." if count == 1 else f"Noted for {count} people.")
        self.accept()

    def _refused(self, error: UserError) -> None:
        self.ui.banner.tell_error(error)
