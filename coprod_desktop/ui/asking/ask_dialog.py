"""Ask the owners: who is asked what, and by when; the sheet is made, and what was asked is noted with it."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from coprod_desktop.domain import asking as rules
from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.check.answers import is_whole
from coprod_desktop.domain.record import Point
from coprod_desktop.errors import UserError
from coprod_desktop.services import asking
from coprod_desktop.services.making import questions
from coprod_desktop.services.making.papers import Made
from coprod_desktop.ui._forms.asking_ask import Ui_AskingAsk
from coprod_desktop.ui.asking import words
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.base.folders import papers_folder
from coprod_desktop.ui.paper.making import tell_made
from coprod_desktop.ui.widgets.dialogs import fit_screen, is_right, take_as_typed
from coprod_desktop.ui.widgets.kept_field import KeptForm
from coprod_desktop.ui.widgets.tick_list import Tick


class AskDialog(QDialog):
    """For one session. `first` are points that are ticked from the start; without any, those without an answer are."""

    def __init__(
        self, context: Context, session: str, parent: QWidget | None = None, first: Sequence[str] = ()
    ) -> None:
        super().__init__(parent)
        self._context, self._session, self._first = context, session, tuple(first)
        self.ui = ui = Ui_AskingAsk()
        ui.setupUi(self)
        self.setObjectName("askingAsk")
        self.setWindowTitle("Ask the owners")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        today = context.desk.today()
        self._usual = asking.default_day(context.desk)
        days = ((ui.on, ui.onLabel, today), (ui.replyBy, ui.replyByLabel, self._usual))
        for field, label, day in days:
            field.set_name(field.objectName(), label.text())
            label.setBuddy(field.edit)
            field.today = context.desk.today
            field.set_date(day)
        ui.on.past = True
        ui.toWhom.setAccessibleName(ui.toWhomLabel.text())
        ui.points.setAccessibleName(ui.pointsLabel.text())
        ui.sheet.clicked.connect(self._make)
        ui.only.clicked.connect(self._note)
        ui.compare.clicked.connect(self._compare)
        ui.cancel.clicked.connect(self.reject)
        fields = {"to_whom": ui.toWhom, "on": ui.on, "reply_by": ui.replyBy}
        KeptForm(context, self, f"asking:{session}", fields, session)
        ui.points.stand_between(ui.on.edit, ui.compare)
        context.runner.ask(asking.default_day, session, done=self._show_day, owner=self)
        context.runner.ask(asking.points, session, done=self._show, owner=self)
        ui.toWhom.setFocus()
        fit_screen(self, 880, 640)

    def _show_day(self, day: datetime.date) -> None:
        """Reply some days before people are to hear from us, unless another day was typed already."""
        if self.ui.replyBy.date() == self._usual:
            self.ui.replyBy.set_date(day)

    def _show(self, points: Sequence[Point]) -> None:
        ui, today = self.ui, self._context.desk.today()
        waiting = [p for p in points if not is_whole(p)]
        chosen = self._first or tuple(p.id for p in waiting if rules.question(p) is None)
        rows = (p for p in points if p in waiting or p.id in self._first)
        nothing = "Each point has an answer: there is nothing to ask."
        ui.pointsLabel.setText("What they are asked" if waiting or self._first else nothing)
        ui.points.show_ticks(Tick(p.id, p.you_said, words.history(p, today), p.id in chosen) for p in rows)
        typed = ui.toWhom.currentText()
        known = dict.fromkeys(who for p in points for who in (p.owner, p.asked_who) if who)
        ui.toWhom.clear()
        ui.toWhom.addItems(list(known))
        ui.toWhom.setCurrentText(typed)

    # ---- what is done

    def _is_right(self) -> bool:
        ui = self.ui
        ui.banner.clear()
        if not is_right(ui.banner, take_as_typed(ui.on), take_as_typed(ui.replyBy)):
            return False
        if not ui.points.ticked():
            self._refused(UserError("Tick what they are asked.", "Nothing was written down."))
            return False
        if not ui.toWhom.currentText().strip():
            self._refused(UserError("Say who is asked: a name or a job title.", "Nothing was written down."))
            ui.toWhom.setFocus()
            return False
        return True

    def _make(self) -> None:
        if not self._is_right():
            return
        ui, folder = self.ui, papers_folder(self._context.settings.read().papers)
        to = {ui.toWhom.currentText().strip(): ui.points.ticked()}
        make = partial(questions.make, reply_by=ui.replyBy.date())
        self._context.runner.ask(
            make, self._session, folder, to, done=partial(self._made, folder), failed=self._refused, owner=self
        )

    def _made(self, folder: Path, made: Made) -> None:
        tell_made(self._context, made, folder)
        self._note()

    def _note(self) -> None:
        if not self._is_right():
            return
        ui, today = self.ui, self._context.desk.today()
        self._context.runner.do(
            asking.ask, ui.points.ticked(), ui.toWhom.currentText(), ui.on.date() or today, ui.replyBy.date(),
            done=self._noted, failed=self._refused, owner=self,
        )  # fmt: skip

    def _noted(self, _changes: Changes) -> None:
        self._context.announce("Noted that they were asked.")
        self.accept()

    def _compare(self) -> None:
        folder = papers_folder(self._context.settings.read().papers)
        self._context.runner.ask(
            questions.compare, self._session, folder,
            done=partial(tell_made, self._context, folder=folder), failed=self._refused, owner=self,
        )  # fmt: skip

    def _refused(self, error: UserError) -> None:
        self.ui.banner.tell_error(error)
