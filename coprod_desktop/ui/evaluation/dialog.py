"""Evaluation forms typed one after another by keys: stars, what was ticked, words, may they be used, Enter, the next."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from coprod_desktop.domain.changes import Changes
from coprod_desktop.errors import UserError
from coprod_desktop.services import evaluation
from coprod_desktop.services.evaluation import EvaluationSeen, Form
from coprod_desktop.services.typed_numbers import whole
from coprod_desktop.ui._forms.evaluation import Ui_EvaluationForm
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.evaluation import words
from coprod_desktop.ui.evaluation.by_keys import NOT_ADDED, numbered, typed_as, yes_or_no
from coprod_desktop.ui.widgets.add_row import AddRow
from coprod_desktop.ui.widgets.dialogs import fit_screen
from coprod_desktop.ui.widgets.growing_field import GrowingField
from coprod_desktop.ui.widgets.kept_field import KeptField
from coprod_desktop.ui.widgets.text import Words, restyle

_NOTHING = "This form is not added yet."


class _Asked(NamedTuple):
    """One thing that is asked, its label and its field."""

    what: str
    answers: Sequence[str]
    label: Words
    field: QLineEdit
    kept: KeptField


class EvaluationDialog(QDialog):
    """Each form goes into the running totals at once. Only the form typed last can be taken back, while this is open."""

    def __init__(self, context: Context, session: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._session = context, session
        self._asked: list[_Asked] = []
        self._offered: Mapping[str, Sequence[str]] = {}
        self._last: tuple[Form, str | None] | None = None
        self._going: Form | None = None
        self.ui = ui = Ui_EvaluationForm()
        ui.setupUi(self)
        self.setObjectName("evaluation")
        self.setWindowTitle("Evaluation forms")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for label in self.findChildren(Words):
            restyle(label)  # the form names their tone after the scroll area has styled them
        for field, label in (
            (ui.stars, ui.starsLabel), (ui.words, ui.wordsLabel), (ui.quote, ui.quoteLabel),
            (ui.ownAsked, ui.ownAskedLabel), (ui.ownAnswers, ui.ownAnswersLabel),
        ):  # fmt: skip
            field.setAccessibleName(label.text())
        self._kept = {name: KeptField(context, getattr(ui, name)) for name in evaluation.FIELDS}
        own = {name: KeptField(context, getattr(ui, name)) for name in ("ownAsked", "ownAnswers")}
        for name, kept in own.items():
            kept.show(f"evaluation:{session}:{name}", "", session=session, row=session)
        self._own = tuple(own.values())
        self._keep()
        self._connect()
        self._read()
        ui.stars.setFocus()
        fit_screen(self, 760, 690)

    def _connect(self) -> None:
        ui = self.ui
        ui.stars.returnPressed.connect(partial(self._go_on, ui.stars))
        ui.words.entered.connect(partial(self._go_on, ui.words))
        ui.quote.returnPressed.connect(self._add)
        ui.addForm.clicked.connect(self._add)
        ui.takeBack.clicked.connect(self._take_back)
        ui.takeBack.setEnabled(False)
        ui.addOffered.clicked.connect(self._add_offered)
        ui.removeAsked.clicked.connect(self._remove_asked)
        ui.offered.currentIndexChanged.connect(lambda _at: self._show_acts())
        AddRow(ui.addOwn, self._add_own, ui.ownAsked, ui.ownAnswers)
        ui.writeDown.clicked.connect(self._write_down)
        ui.close.clicked.connect(self.reject)

    def done(self, result: int) -> None:  # noqa: D102
        for kept in (*self._kept.values(), *self._own, *(one.kept for one in self._asked)):
            kept.hand_in()
        super().done(result)

    # ---- showing

    def _read(self) -> None:
        self._context.runner.ask(evaluation.seen, self._session, done=self._show, owner=self)

    def _show(self, seen: EvaluationSeen) -> None:
        ui, asked = self.ui, seen.running.asked
        self._offered = seen.offered
        if [(one.what, tuple(one.answers)) for one in self._asked] != [(k, tuple(v)) for k, v in asked.items()]:
            self._show_asked(asked)
        ui.running.show_state("info", words.running(seen.running))
        there = words.written_down(seen.session)
        ui.writtenDown.setVisible(bool(there))
        ui.writtenDown.show_state("done", there)
        chosen = ui.offered.currentText()
        ui.offered.blockSignals(True)
        ui.offered.clear()
        ui.offered.addItems(list(dict.fromkeys((*asked, *seen.offered))))
        ui.offered.setCurrentIndex(max(0, ui.offered.findText(chosen)))
        ui.offered.blockSignals(False)
        self._show_acts()

    def _show_acts(self) -> None:
        there = self.ui.offered.currentText() in {one.what for one in self._asked}
        self.ui.addOffered.setVisible(not there)
        self.ui.removeAsked.setVisible(there)

    def _show_asked(self, asked: Mapping[str, Sequence[str]]) -> None:
        for one in self._asked:
            one.kept.hand_in()
            one.kept.forget()
            for widget in (one.label, one.field):
                widget.hide()
                widget.deleteLater()
        self._asked = [self._make(at, what, answers) for at, (what, answers) in enumerate(asked.items(), 1)]
        order = [self.ui.stars, *(one.field for one in self._asked), self.ui.words]
        for before, after in itertools.pairwise(order):
            QWidget.setTabOrder(before, after)
        self._keep()

    def _make(self, at: int, what: str, answers: Sequence[str]) -> _Asked:
        label, field = Words(f"{what}: {numbered(answers)}"), QLineEdit()
        label.setObjectName(f"asked{at}Label")
        field.setObjectName(f"asked{at}")
        field.setAccessibleName(label.text().replace("\u00a0", " "))
        label.setBuddy(field)
        self.ui.askedPlace.addWidget(label)
        self.ui.askedPlace.addWidget(field)
        field.returnPressed.connect(partial(self._go_on, field))
        return _Asked(what, answers, label, field, KeptField(self._context, field))

    def _keep(self) -> None:
        kept = self._kept | {one.what: one.kept for one in self._asked}
        for name, field in kept.items():
            field.show(f"evaluation:{self._session}:{name}", "", session=self._session, row=self._session)

    # ---- one form

    def _fields(self) -> list[QLineEdit | GrowingField]:
        return [self.ui.stars, *(one.field for one in self._asked), self.ui.words, self.ui.quote]

    def _go_on(self, field: QLineEdit | GrowingField) -> None:
        fields = self._fields()
        fields[fields.index(field) + 1].setFocus()

    def _is_begun(self) -> bool:
        """Tell whether a form stands in the fields that is not added."""
        typed = (field.words() if isinstance(field, GrowingField) else field.text() for field in self._fields())
        return any(words.strip() for words in typed)

    def _form(self) -> Form:
        """Return what is typed. Raises UserError at the first field that is not right, and goes there."""
        ui = self.ui
        stars = self._number(ui.stars)
        if stars is not None and not 1 <= stars <= evaluation.MOST_STARS:
            raise self._at(ui.stars, f"{stars} is no number of stars: they go from 1 to {evaluation.MOST_STARS}.")
        about = {}
        for one in self._asked:
            ticked = self._number(one.field)
            if ticked is None:
                continue
            if not 1 <= ticked <= len(one.answers):
                raise self._at(one.field, f"{one.what}: the answers go from 1 to {len(one.answers)}.")
            about[one.what] = one.answers[ticked - 1]
        try:
            may_quote = yes_or_no(ui.quote.text())
        except ValueError as wrong:
            raise self._at(ui.quote, str(wrong)) from wrong
        return Form(stars=stars, about=about, words=ui.words.words(), may_quote=may_quote)

    def _number(self, field: QLineEdit) -> int | None:
        try:
            return whole(field.text())
        except UserError as wrong:
            raise self._at(field, wrong.what) from wrong

    def _at(self, field: QLineEdit, what: str) -> UserError:
        field.setFocus()
        field.selectAll()
        return UserError(what, _NOTHING)

    def _add(self) -> None:
        if self._going is not None:
            return
        self.ui.banner.clear()
        try:
            self._going = form = self._form()
        except UserError as wrong:
            self._refused(wrong)
            return
        self._context.runner.do(
            evaluation.add_form, self._session, form, done=self._added, failed=self._refused, owner=self
        )

    def _added(self, made: tuple[str | None, Changes]) -> None:
        if self._going is not None:
            self._last = (self._going, made[0])
        self._going = None
        self.ui.takeBack.setEnabled(True)
        for kept in (*self._kept.values(), *(one.kept for one in self._asked)):
            kept.settle("")
        for field in self._fields():
            field.clear()
        self._keep()
        self._read()
        self._context.announce("Added.")
        self.ui.stars.setFocus()

    def _take_back(self) -> None:
        if self._last is None:
            return
        (form, line), self._last = self._last, None
        self.ui.takeBack.setEnabled(False)
        self._context.runner.do(
            evaluation.take_back, self._session, form, line, done=partial(self._taken_back, form),
            failed=self._refused, owner=self,
        )  # fmt: skip

    def _taken_back(self, form: Form, _changes: Changes) -> None:
        """What was on it stands in the fields again, unless the next form is being typed there."""
        self._read()
        ui = self.ui
        if not self._is_begun():
            ui.stars.setText("" if form.stars is None else str(form.stars))
            for one in self._asked:
                if form.about.get(one.what) in one.answers:
                    one.field.setText(str(list(one.answers).index(form.about[one.what]) + 1))
            ui.words.set_words(form.words)
            ui.quote.setText(typed_as(form.may_quote))
        ui.stars.setFocus()

    # ---- what is asked, and the end

    def _add_offered(self) -> None:
        what = self.ui.offered.currentText()
        self._ask(what, self._offered.get(what, ()))

    def _add_own(self) -> None:
        self._ask(self.ui.ownAsked.text(), self.ui.ownAnswers.text().split(","), own=True)

    def _ask(self, what: str, answers: Sequence[str], *, own: bool = False) -> None:
        self.ui.banner.clear()
        self._context.runner.do(
            evaluation.ask, self._session, what, answers, done=partial(self._now_asked, own),
            failed=self._refused, owner=self,
        )  # fmt: skip

    def _now_asked(self, own: bool, _changes: Changes) -> None:
        if own:
            for kept in self._own:
                kept.drop()
            self.ui.ownAsked.clear()
            self.ui.ownAnswers.clear()
        self._read()

    def _remove_asked(self) -> None:
        what = self.ui.offered.currentText()
        self._context.runner.do(
            evaluation.ask_no_more, self._session, what, done=lambda _changes: self._read(), owner=self
        )

    def _write_down(self) -> None:
        if self._is_begun():
            self._refused(NOT_ADDED)
            return
        self.ui.banner.clear()
        self._context.runner.do(
            evaluation.write_down, self._session, done=self._written, failed=self._refused, owner=self
        )

    def _written(self, _changes: Changes) -> None:
        self._last = None
        self._context.announce("The totals are written down.")
        self.accept()

    def _refused(self, error: UserError) -> None:
        self._going = None
        self.ui.banner.tell_error(error)
