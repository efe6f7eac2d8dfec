"""Which fields of an answer are shown, under which words, and what is said beside them. Saves nothing."""

from __future__ import annotations

import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from coprod_desktop.domain import answers, dates
from coprod_desktop.domain.record import Point
from coprod_desktop.domain.words import AnswerKind
from coprod_desktop.errors import UserError
from coprod_desktop.services.seen.endings import answered_before, asks
from coprod_desktop.ui._forms.answer_form import Ui_AnswerForm
from coprod_desktop.ui.base.announce import announce

HINT = Qt.ItemDataRole.UserRole + 1
"""Where a kind of reason keeps what is said about it."""
_TELL_BY = "We will tell you by"


class AnswerFields:
    """Works the fields of an answer's form; which they are is in domain.answers."""

    def __init__(self, form: Ui_AnswerForm) -> None:
        self._form = form
        form.category.currentIndexChanged.connect(self._show_hint)
        form.lookAgain.textChanged.connect(self._read_back)

    def as_date(self, typed: str) -> datetime.date | None:
        """Return when we look again, if what was typed is a date."""
        try:
            return dates.parse_date(typed, self._form.due.today())
        except UserError:
            return None

    def show(self, point: Point) -> None:
        """Show what a point with these values asks for and holds."""
        form, wanted = self._form, answers.fields_to_show(point)
        asked = form.noDate.isChecked()
        own = asked and not point.asked  # what was noted step by step stands in the row below, and is changed there
        for name, visible in {
            "answerText": "text" in wanted,
            "category": "reason_category" in wanted,
            "reason": "reason" in wanted,
            "owner": "owner" in wanted,
            "due": "due" in wanted,
            "askedWho": own,
            "askedOn": own,
            "chasedOn": own,
            "agreed": "owner_agreed" in wanted,
            "lookAgain": "look_again" in wanted,
        }.items():
            self._put(name, visible=visible)
        form.whoPart.setVisible("owner" in wanted)
        form.whenPart.setVisible("due" in wanted)
        form.whoAndWhen.setVisible(bool(wanted & {"owner", "due"}))
        form.goingOnHint.setVisible(wanted >= {"owner", "due"} and not (point.owner or point.due))
        form.noDate.setVisible("asked" in wanted or (asked and not answers.is_no(point.answer)))
        form.clearAnswer.setVisible(point.answer is not None)
        self._read_back()
        self._show_hint()
        self._set_words(point.answer, asked=asked)
        self.show_no_date(point)
        self.show_missing(point)
        before = answered_before(point)
        form.answeredBefore.setText(before)
        form.answeredBefore.setVisible(bool(before))

    def show_missing(self, point: Point) -> None:
        """Say what the paper will ask for."""
        missing = asks(point) if point.answer else ""
        self._form.missing.setVisible(bool(missing))
        if missing:
            self._form.missing.show_state("look", f"The paper will ask for: {missing}")

    def show_no_date(self, point: Point) -> None:
        """Show what the paper says in place of a date, as it is typed."""
        said = not self._form.noDate.isHidden() and bool(point.asked_who)
        self._form.noDateSaid.setVisible(said)
        if said:
            self._form.noDateSaid.show_state("info", f"On paper: {answers.asked_words(point, point.asked_who or '')}.")

    def say_read_back(self) -> None:
        """Say when we look again as it was understood."""
        if not self._form.lookAgainSaid.isHidden():
            announce(self._form.lookAgain, self._form.lookAgainSaid.text())

    def _put(self, name: str, *, visible: bool) -> None:
        field: QWidget = getattr(self._form, name)
        label: QWidget = self._form.textLabel if name == "answerText" else getattr(self._form, f"{name}Label")
        label.setVisible(visible)
        field.setVisible(visible)

    def _show_hint(self, *_: object) -> None:
        hint = self._form.category.currentData(HINT) or ""
        self._form.reasonHint.setText(hint)
        self._form.reasonHint.setVisible(bool(hint) and not self._form.reason.isHidden())

    def _read_back(self, *_: object) -> None:
        """Show when we look again as it was understood, if it is a date; free words stand for themselves."""
        form = self._form
        date = self.as_date(form.lookAgain.text())
        form.lookAgainSaid.setVisible(date is not None and not form.lookAgain.isHidden())
        form.lookAgainSaid.show_state("done", dates.full(date) if date is not None else "")

    def _set_words(self, answer: AnswerKind | None, *, asked: bool) -> None:
        form = self._form
        row = answers.row(answer or AnswerKind.WILL)
        form.textLabel.setText(row.ask("text").screen)
        form.reasonLabel.setText(row.ask("reason").screen)
        form.ownerLabel.setText(row.ask("owner").screen)
        form.dueLabel.setText(_TELL_BY if asked else row.ask("due").screen)
        form.due.edit.setAccessibleName(form.dueLabel.text())
