"""What came of a question: they replied, were asked again, agreed or said no. The reply is kept as it came."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from coprod_desktop.domain import asking as rules
from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.record import Point
from coprod_desktop.domain.week_after import AskingStep
from coprod_desktop.errors import UserError
from coprod_desktop.services import asking
from coprod_desktop.services.desk import Desk
from coprod_desktop.ui._forms.asking_step import Ui_AskingStep
from coprod_desktop.ui.asking import words
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.widgets.dialogs import fit_screen, is_right, take_as_typed
from coprod_desktop.ui.widgets.kept_field import KeptField, KeptForm

_CAN = (
    (AskingStep.REPLIED, "They replied"),
    (AskingStep.CHASED, "They were asked again"),
    (AskingStep.ESCALATED, "It was put to somebody above"),
    (AskingStep.AGREED, "They agreed that this is theirs, and to be named with it"),
    (AskingStep.DECLINED, "They do not take it on"),
    (AskingStep.ASKED, "Somebody else was asked as well"),
)
_WITH_WORDS = (AskingStep.REPLIED, AskingStep.DECLINED)
_WITH_A_DAY = (AskingStep.CHASED, AskingStep.ESCALATED, AskingStep.ASKED)
_TO_ANOTHER = (AskingStep.ESCALATED, AskingStep.ASKED)
_OF_ONE = (AskingStep.REPLIED, AskingStep.CHASED, AskingStep.DECLINED)
"""Of several who have the question it is one who did this, or was asked again."""
_AS_WELL = "Who else was asked: a name or a job title"


class StepDialog(QDialog):
    """For one point whose question was put to somebody. What is wrong is said inside, and what was typed stays."""

    def __init__(self, context: Context, session: str, point: Point, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._point = context, point
        self.ui = ui = Ui_AskingStep()
        ui.setupUi(self)
        self.setObjectName("askingStep")
        self.setWindowTitle("What came of the question")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        today = context.desk.today()
        ui.stepPoint.setText(f"You said: {point.you_said}")
        ui.stepSoFar.setText(words.history(point, today))
        reply = words.longest(point)
        ui.stepReply.setPlainText(reply)
        ui.stepReply.setVisible(bool(reply))
        for step, said in _CAN:
            ui.how.addItem(said, step)
        have = rules.questions(point)
        first = rules.question(point)
        for question in sorted(have, key=lambda one: one is not first):
            ui.ofWhom.addItem(question.to_whom)
        for field, label, day in (
            (ui.on, ui.onLabel, today),
            (ui.replyBy, ui.replyByLabel, today + datetime.timedelta(rules.DAYS)),
        ):
            field.set_name(field.objectName(), label.text())
            label.setBuddy(field.edit)
            field.today = context.desk.today
            field.set_date(day)
        ui.on.past = True
        for named, label in (
            (ui.how, ui.howLabel),
            (ui.ofWhom, ui.ofWhomLabel),
            (ui.toWhom, ui.toWhomLabel),
            (ui.words, ui.wordsLabel),
        ):
            named.setAccessibleName(label.text())
        ui.how.setCurrentIndex(ui.how.findData(self._likely(point, today)))
        ui.how.currentIndexChanged.connect(lambda _at: self._fit())
        ui.save.clicked.connect(self._save)
        ui.cancel.clicked.connect(self.reject)
        kept = KeptField(context, ui.words)
        kept.show(f"reply:{point.id}", "", session=session, row=point.id)
        self.finished.connect(kept.give_up)
        fields = {"to_whom": ui.toWhom, "on": ui.on, "reply_by": ui.replyBy}
        KeptForm(context, self, f"asking_step:{point.id}", fields, session, point.id)
        self._fit()
        ui.how.setFocus()
        fit_screen(self, 600, 600)

    @staticmethod
    def _likely(point: Point, today: datetime.date) -> AskingStep:
        question = rules.question(point)
        if question is not None and question.is_silent(today):
            return AskingStep.ESCALATED if question.chased else AskingStep.CHASED
        replied = question is not None and question.last is AskingStep.REPLIED
        return AskingStep.AGREED if replied else AskingStep.REPLIED

    def _how(self) -> AskingStep:
        return AskingStep(self.ui.how.currentData())

    def _fit(self) -> None:
        """Show what belongs to what happened."""
        ui, how = self.ui, self._how()
        several = how in _OF_ONE and ui.ofWhom.count() > 1
        ui.toWhomLabel.setText("Who is asked now: a name or a job title" if how is AskingStep.ESCALATED else _AS_WELL)
        ui.toWhom.setAccessibleName(ui.toWhomLabel.text())
        for part, shown in (
            (ui.ofWhomLabel, several),
            (ui.ofWhom, several),
            (ui.toWhomLabel, how in _TO_ANOTHER),
            (ui.toWhom, how in _TO_ANOTHER),
            (ui.replyByLabel, how in _WITH_A_DAY),
            (ui.replyBy, how in _WITH_A_DAY),
            (ui.wordsLabel, how in _WITH_WORDS),
            (ui.words, how in _WITH_WORDS),
        ):
            part.setVisible(shown)

    def _save(self) -> None:
        ui = self.ui
        ui.banner.clear()
        if is_right(ui.banner, take_as_typed(ui.on), take_as_typed(ui.replyBy)):
            self._context.runner.do(self._verb(), done=self._saved, failed=self._refused, owner=self)

    def _verb(self) -> Callable[[Desk], Changes]:
        ui, point, how = self.ui, self._point.id, self._how()
        on, until = ui.on.date() or self._context.desk.today(), ui.replyBy.date()
        said, who = ui.words.toPlainText(), ui.ofWhom.currentText() if ui.ofWhom.count() > 1 else ""
        match how:
            case AskingStep.ASKED:
                return partial(asking.ask, points=[point], to_whom=ui.toWhom.text(), on=on, reply_by=until)
            case AskingStep.CHASED:
                return partial(asking.chase, points=[point], on=on, reply_by=until, who=who)
            case AskingStep.ESCALATED:
                return partial(asking.escalate, points=[point], to_whom=ui.toWhom.text(), on=on, reply_by=until)
            case AskingStep.AGREED:
                return partial(asking.agreed, points=[point], on=on)
            case AskingStep.DECLINED:
                return partial(asking.declined, points=[point], on=on, words=said, who=who)
            case _:
                return partial(asking.replied, point=point, on=on, words=said, who=who)

    def _saved(self, _changes: Changes) -> None:
        self._context.announce("Noted.")
        self.accept()

    def _refused(self, error: UserError) -> None:
        self.ui.banner.tell_error(error)
