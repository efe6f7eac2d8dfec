"""Slips, and forms of the year, typed one after another by keys: a number for each question, words, Enter, the next."""

from __future__ import annotations

import itertools
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.looking_back import BackForm, Question
from coprod_desktop.errors import UserError
from coprod_desktop.services import looking_back
from coprod_desktop.services.looking_back import BackSeen, NotAnAnswer, Of, Slip
from coprod_desktop.ui._forms.looking_back import Ui_LookingBack
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.evaluation.by_keys import NOT_ADDED, numbered, typed_as, yes_or_no
from coprod_desktop.ui.groups import back_words
from coprod_desktop.ui.widgets.dialogs import fit_screen
from coprod_desktop.ui.widgets.fact_form import control_name
from coprod_desktop.ui.widgets.kept_field import KeptField
from coprod_desktop.ui.widgets.text import Heading, Words, restyle


class _Asked(NamedTuple):
    """One question, its label and its field."""

    question: Question
    labels: tuple[QWidget, ...]
    field: QLineEdit
    kept: KeptField


class LookingBackDialog(QDialog):
    """Each form goes into the running totals at once. Only the one typed last can be taken back, while this is open."""

    def __init__(self, context: Context, of: Of, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._of = context, of
        self._asked: list[_Asked] = []
        self._last: tuple[str, Slip, str | None] | None = None
        self._going: Slip | None = None
        self.ui = ui = Ui_LookingBack()
        ui.setupUi(self)
        self.setObjectName("lookingBack")
        self.setWindowTitle("Looking back")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for label in self.findChildren(Words):
            restyle(label)
        self._forms = {form.name: form for form in looking_back.forms_of(of)}
        for form in self._forms.values():
            ui.which.addItem(form.words, form.name)
        self._words, self._quote = KeptField(context, ui.words), KeptField(context, ui.quote)
        self._connect()
        self._show_form()
        self._asked[0].field.setFocus()
        fit_screen(self, 760, 690)

    def _connect(self) -> None:
        ui = self.ui
        ui.which.activated.connect(lambda _at: self._show_form())
        ui.words.entered.connect(self._after_words)
        ui.quote.returnPressed.connect(self._add)
        ui.addForm.clicked.connect(self._add)
        ui.takeBack.clicked.connect(self._take_back)
        ui.writeDown.clicked.connect(self._write_down)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self._write_down)
        ui.writeDown.setToolTip("Ctrl+Enter, from any field")
        ui.writeDown.setAccessibleDescription("Ctrl+Enter, from any field")
        ui.close.clicked.connect(self.reject)

    def done(self, result: int) -> None:  # noqa: D102
        self._hand_in()
        super().done(result)

    # ---- showing

    def form(self) -> BackForm:
        """Return the form that is typed."""
        return self._forms[self.ui.which.currentData()]

    def field(self, key: str) -> QLineEdit:
        """Return the field of a question."""
        return next(one.field for one in self._asked if one.question.key == key)

    def _show_form(self) -> None:
        ui, form = self.ui, self.form()
        self._hand_in()
        for one in self._asked:
            one.kept.forget()
            for widget in (*one.labels, one.field):
                widget.hide()
                widget.deleteLater()
        self._asked = [self._make(question, before) for before, question in _with_before(form.questions)]
        ui.wordsLabel.setText(form.words_asked)
        ui.words.setAccessibleName(form.words_asked or "Words on the form")
        for widget in (ui.wordsLabel, ui.words):
            widget.setVisible(bool(form.words_asked))
        for widget in (ui.quoteLabel, ui.quote):
            widget.setVisible(self._of.session is not None)
        order = [ui.which, *(one.field for one in self._asked), ui.words, ui.quote]
        for before, after in itertools.pairwise(order):
            QWidget.setTabOrder(before, after)
        self._keep()
        self._read()  # and one stays where one is: with Down one goes through the forms

    def _make(self, question: Question, before: str) -> _Asked:
        labels: list[QWidget] = []
        if before != question.heading:
            heading = Heading(question.heading)
            self.ui.questions.addWidget(heading)
            labels.append(heading)
        stop = "" if question.ask.endswith("?") else ":"
        label, field = Words(f"{question.ask}{stop} {numbered(question.answers)}"), QLineEdit()
        label.setWordWrap(True)
        field.setObjectName(control_name("back", question.key))
        field.setAccessibleName(label.text().replace("\u00a0", " "))
        label.setBuddy(field)
        for widget in (label, field):
            self.ui.questions.addWidget(widget)
        field.returnPressed.connect(partial(self._go_on, field))
        return _Asked(question, (*labels, label), field, KeptField(self._context, field))

    def _key(self, name: str) -> str:
        return f"looking_back:{self.form().name}:{self._of.id}:{name}"

    def _keep(self) -> None:
        kept = {one.question.key: one.kept for one in self._asked}
        for name, field in (kept | {looking_back.WORDS: self._words, looking_back.QUOTE: self._quote}).items():
            field.show(self._key(name), "", session=self._of.session, row=self._of.id)

    def _hand_in(self) -> None:
        for kept in (self._words, self._quote, *(one.kept for one in self._asked)):
            kept.hand_in()

    def _read(self) -> None:
        self._context.runner.ask(looking_back.seen, self._of, self.form().name, done=self._show, owner=self)

    def _show(self, seen: BackSeen) -> None:
        if seen.form.name == self.form().name:
            self.ui.running.show_state("info", back_words.running(seen))

    # ---- one form

    def _go_on(self, field: QLineEdit) -> None:
        fields = [one.field for one in self._asked]
        at = fields.index(field)
        many = looking_back.spread(field.text(), len(fields) - at)
        if len(many) > 1:
            for one, typed in zip(fields[at:], many, strict=False):
                one.setText(typed)
            at += len(many) - 1
        following = fields[at + 1] if at + 1 < len(fields) else self.ui.words
        if following.isVisibleTo(self):
            following.setFocus()
        else:
            self._add()

    def _after_words(self) -> None:
        if self.ui.quote.isVisibleTo(self) and self.ui.words.words().strip():
            self.ui.quote.setFocus()
        else:
            self._add()

    def _slip(self) -> Slip:
        ui = self.ui
        answers = looking_back.answers_typed(self.form(), {one.question.key: one.field.text() for one in self._asked})
        try:
            may_quote = yes_or_no(ui.quote.text())
        except ValueError as wrong:
            raise NotAnAnswer(looking_back.QUOTE, str(wrong)) from wrong
        return Slip(answers=answers, words=ui.words.words(), may_quote=may_quote)

    def _is_begun(self) -> bool:
        typed = (self.ui.words.words(), self.ui.quote.text(), *(one.field.text() for one in self._asked))
        return any(words.strip() for words in typed)

    def _add(self) -> None:
        if self._going is not None:
            return
        self.ui.banner.clear()
        try:
            self._going = slip = self._slip()
        except NotAnAnswer as wrong:
            self._refused(wrong)
            field = self.ui.quote if wrong.key == looking_back.QUOTE else self.field(wrong.key)
            field.setFocus()
            field.selectAll()
            return
        form = self.form().name
        self._context.runner.do(
            looking_back.add_form, self._of, form, slip, done=partial(self._added, form), failed=self._refused,
            owner=self,
        )  # fmt: skip

    def _added(self, form: str, made: tuple[str | None, Changes]) -> None:
        if self._going is not None:
            self._last = (form, self._going, made[0])
        self._going = None
        self.ui.takeBack.setEnabled(True)
        for kept in (self._words, self._quote, *(one.kept for one in self._asked)):
            kept.settle("")
        for field in (self.ui.words, self.ui.quote, *(one.field for one in self._asked)):
            field.clear()
        self._keep()
        self._read()
        self._context.announce("Added.")
        self._asked[0].field.setFocus()

    def _take_back(self) -> None:
        if self._last is None:
            return
        (form, slip, line), self._last = self._last, None
        self.ui.takeBack.setEnabled(False)
        self._context.runner.do(
            looking_back.take_back, self._of, form, slip, line, done=lambda _changes: self._taken_back(form, slip),
            failed=self._refused, owner=self,
        )  # fmt: skip

    def _taken_back(self, form: str, slip: Slip) -> None:
        """What was on it stands in the fields again, unless the next one is being typed there."""
        self._read()
        if self.form().name == form and not self._is_begun():
            for one in self._asked:
                answer = slip.answers.get(one.question.key)
                one.field.setText(str(one.question.answers.index(answer) + 1) if answer else "")
            self.ui.words.set_words(slip.words)
            self.ui.quote.setText(typed_as(slip.may_quote))
        self._asked[0].field.setFocus()

    def _write_down(self) -> None:
        if self._is_begun():
            self._refused(NOT_ADDED)
            return
        self.ui.banner.clear()
        self._context.runner.do(
            looking_back.write_down, self._of, self.form().name, done=self._written, failed=self._refused, owner=self
        )

    def _written(self, _made: tuple[str, Changes]) -> None:
        self._last = None
        self._context.announce("The totals are written down.")
        self.accept()

    def _refused(self, error: UserError) -> None:
        self._going = None
        self.ui.banner.tell_error(error)


def _with_before(questions: tuple[Question, ...]) -> list[tuple[str, Question]]:
    """Return each question with the heading of the one before it."""
    headings = ["", *(question.heading for question in questions)]
    return list(zip(headings, questions, strict=False))
