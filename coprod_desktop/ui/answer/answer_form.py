"""The answer of one point: which of the eight, and the fields that matter for it. Gives what changed, saves nothing."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QStringListModel, Qt, QTimer, Signal
from PySide6.QtWidgets import QCompleter, QLabel, QWidget

from coprod_desktop.domain import asking
from coprod_desktop.domain.check.answers import is_whole
from coprod_desktop.domain.record import Point
from coprod_desktop.domain.words import AnswerKind
from coprod_desktop.services.seen.endings import look_again_words
from coprod_desktop.ui._forms.answer_form import Ui_AnswerForm
from coprod_desktop.ui.answer.answer_fields import HINT, AnswerFields
from coprod_desktop.ui.answer.going_on import GoingOn
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.base.timers import Pause
from coprod_desktop.ui.widgets.card_rows import CardRow
from coprod_desktop.ui.widgets.date_field import DateField
from coprod_desktop.ui.widgets.kept_field import KeptField
from coprod_desktop.ui.widgets.typed import Typing

CHOSEN_MS = 400
"""Going through the answers with the arrow keys is one step, not eight."""


class AnswerForm(QWidget):
    """`show_point` fills it; `refresh` brings in what was saved elsewhere without touching what is being typed."""

    saved_wanted = Signal(str, object)
    """(point id, {field: value}) of what is different now."""
    moved = Signal(int)
    removed = Signal()
    line_opened = Signal(str)
    """The id of one of the lines the point was written from."""
    finished = Signal()
    """Enter in the last field of an answer that is being given."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = form = Ui_AnswerForm()
        form.setupUi(self)
        self._point: Point | None = None
        self._session = ""
        self._texts = {
            "you_said": Typing(form.youSaid),
            "text": Typing(form.answerText),
            "reason": Typing(form.reason),
            "owner": Typing(form.owner),
            "asked_who": Typing(form.askedWho),
            "look_again": Typing(form.lookAgain),
        }
        self._dates: dict[str, DateField] = {
            "due": form.due,
            "asked_on": form.askedOn,
            "chased_on": form.chasedOn,
            "owner_agreed": form.agreed,
        }
        self._names = QStringListModel(self)
        self._chosen = Pause(self.flush, CHOSEN_MS, self)
        self._kept: dict[str, KeptField] = {}
        self._is_given = False
        """An answer is being given; else a whole one is looked at, and Enter in a field only hands in."""
        self._fields = AnswerFields(form)
        self._set_up()
        self._going_on = GoingOn(form, self._as_typed, self)
        self._going_on.through.connect(lambda: self.finished.emit() if self._is_given else None)

    def _set_up(self) -> None:
        form = self.form
        form.lines.set_grow()
        form.lines.opened.connect(self._open_line)
        form.lines.clicked.connect(lambda index: self._open_line(form.lines.cards.id_at(index.row())))
        for typing in self._texts.values():
            typing.rested.connect(self.flush)
        for name, field in self._dates.items():
            label: QLabel = getattr(form, f"{field.objectName()}Label")
            field.past = name != "due"
            field.set_name(field.objectName(), label.text())
            label.setBuddy(field.edit)
            field.changed.connect(self.flush)
        for field in (form.owner, form.askedWho):
            completer = QCompleter(self._names, field)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            field.setCompleter(completer)
        form.choices.chosen.connect(self._answer_chosen)
        form.choices.taken.connect(self._answer_taken)
        form.category.activated.connect(self.flush)
        form.askedWho.textChanged.connect(self._show_no_date)
        self._texts["look_again"].rested.connect(self._fields.say_read_back)
        form.noDate.toggled.connect(self._show_fields)
        form.noDate.clicked.connect(self._no_date_pressed)
        form.pointUp.clicked.connect(lambda: self.moved.emit(-1))
        form.pointDown.clicked.connect(lambda: self.moved.emit(1))
        form.removePoint.clicked.connect(self.removed)
        form.clearAnswer.clicked.connect(self._clear_answer)
        form.youSaidPlain.watch(form.youSaid, "You said", dated=False)
        form.answerTextPlain.watch(form.answerText, "the answer", dated=True)
        form.reasonPlain.watch(form.reason, "the reason", dated=True)

    def set_up(self, context: Context) -> None:
        """Keep what is typed on the disk, and let questions be put to somebody. Once."""
        self.form.askingRow.set_up(context)
        fields = {name: typing.field for name, typing in self._texts.items()}
        fields |= {name: field.edit for name, field in self._dates.items()}
        self._kept = {name: KeptField(context, field) for name, field in fields.items()}
        for name in ("asked_who", "asked_on", "chased_on"):
            self._kept[name].put_back.connect(lambda _beside: self.form.noDate.setChecked(True))
        for kept in self._kept.values():  # what holds something is shown
            kept.put_back.connect(lambda _beside: QTimer.singleShot(0, self, self._show_fields))

    def set_reasons(self, reasons: Sequence[str]) -> None:
        """Give the kinds of reason to choose from: of "Money: not enough, with the figure" the rest is a hint."""
        self.form.category.clear()
        self.form.category.addItem("Not chosen", None)
        for reason in reasons:
            kind, _, hint = reason.partition(":")
            self.form.category.addItem(kind, kind)
            self.form.category.setItemData(self.form.category.count() - 1, reason if hint else "", HINT)

    def set_plain_words(self, words: Mapping[str, str] | None) -> None:
        """Give the hard words that hints are made from; None for no hints."""
        for hints in (self.form.youSaidPlain, self.form.answerTextPlain, self.form.reasonPlain):
            hints.set_words(words)

    # ---- in

    def show_point(self, session: str, point: Point, owners: Sequence[str], today: datetime.date) -> None:
        """Show a point of a session, in place of whatever was there."""
        self._point, self._session = None, session
        self._is_given = not is_whole(point)
        for field in self._dates.values():
            field.today = lambda: today
        self.set_owners(owners)
        self._fill(point, None)

    def refresh(self, point: Point, owners: Sequence[str]) -> None:
        """Bring in the point as it is saved now; fields being changed keep what is in them."""
        self.set_owners(owners)
        self._fill(point, self._point)

    def show_lines(self, rows: Sequence[CardRow], said: Sequence[str] = ()) -> None:
        """Show the lines the point was written from; `said` is what people said in them, to the letter."""
        self.form.youSaidPlain.set_said(said)
        n = len(rows)
        hint = "This point is written from no line." if n == 0 else "Enter opens a line."
        self.form.writtenFromHint.setText(hint)
        self.form.lines.setVisible(n > 0)
        self.form.lines.show_rows(rows)

    def set_owners(self, owners: Sequence[str]) -> None:
        """Give the names offered for who does it."""
        self._names.setStringList(list(owners))

    def point_id(self) -> str | None:
        """Return the id of the point shown."""
        return self._point.id if self._point else None

    def begin(self) -> None:
        """Put the focus on what is still to be given: the answer, or its first empty field."""
        self._going_on.begin()

    def take(self, answer: AnswerKind) -> None:
        """Give the point this answer, and go to its first field."""
        self.form.choices.take(answer)

    def _fill(self, point: Point, before: Point | None) -> None:
        kept = self._changed() if before is not None else {}
        self._point = None  # nothing below is a change of the person's
        for name, typing in self._texts.items():
            if name not in kept:
                typing.put(_shown(name, getattr(point, name)))
        for name, field in self._dates.items():
            if name not in kept and (before is None or field.date() != getattr(point, name)):
                field.set_date(getattr(point, name))
        if "answer" not in kept:
            self.form.choices.choose(point.answer)
        if "reason_category" not in kept:
            self._pick_category(point.reason_category)
        if before is None or not kept:
            self.form.noDate.setChecked(bool(point.asked_who or point.asked_on))
        self._point = point
        self._show_fields()
        self.form.askingRow.show_point(self._session, point)
        self.form.reply.show_replies(asking.replies(point), self.form.due.today())
        self._keep_typing(point, kept)

    def _keep_typing(self, point: Point, changing: Collection[str]) -> None:
        """Say which draft each field is of; a field that is being changed is of the same still."""
        for name, kept in self._kept.items():
            date = self._dates.get(name)
            if name not in changing and not (date is not None and date.edit.isModified()):
                saved = date.edit.text() if date is not None else _shown(name, getattr(point, name))
                kept.show(f"point:{point.id}:{name}", saved, session=self._session, row=point.id)

    def _pick_category(self, category: str | None) -> None:
        at = self.form.category.findData(category)
        if at < 0:  # a reason of this group's own, as it came in
            self.form.category.addItem(category, category)
            at = self.form.category.count() - 1
        self.form.category.setCurrentIndex(at)

    # ---- out

    def flush(self, *_: object) -> None:
        """Hand in everything that is different from what is saved."""
        self._chosen.stop()
        fields = self._changed()
        if self._point is None or not fields:
            return
        for name, typing in self._texts.items():
            if name in fields:
                typing.taken()
        for name in self._kept.keys() & fields.keys():
            self._kept[name].settle()
        self._point = replace(self._point, **fields)
        self._fields.show_missing(self._point)
        self.saved_wanted.emit(self._point.id, fields)

    def not_saved(self, point: Point, fields: Mapping[str, Any]) -> None:
        """The point is still as given here: what was typed stays in the fields and is handed in again later."""
        if self._point is not None and self._point.id == point.id:
            self._point = point
            for name in fields:
                if name in self._texts:
                    self._texts[name].touched = True
                if name in self._kept:
                    self._kept[name].not_saved(_shown(name, getattr(point, name)) if name in self._texts else "")

    def leave(self) -> None:
        """Hand in also what stands in a date field that has not been left yet."""
        for field in self._dates.values():
            field.edit.editingFinished.emit()
        self.flush()
        for kept in self._kept.values():
            kept.hand_in()

    def forget(self) -> None:
        """The point was taken away: what was typed is handed in no more. Its drafts come back with it."""
        self._point = None
        self._chosen.stop()
        for typing in self._texts.values():
            typing.forget()
        for kept in self._kept.values():
            kept.forget()

    def answer(self) -> AnswerKind | None:
        """Return the answer chosen in the form."""
        answer: AnswerKind | None = self.form.choices.answer()
        return answer

    def _changed(self) -> dict[str, Any]:
        if self._point is None:
            return {}
        untouched = {name for name, typing in self._texts.items() if not typing.touched}
        values = {name: value for name, value in self._values().items() if name not in untouched}
        return {name: value for name, value in values.items() if getattr(self._point, name) != value}

    def _values(self) -> Mapping[str, Any]:
        texts = {name: typing.words().strip() or None for name, typing in self._texts.items()}
        texts["you_said"] = texts["you_said"] or ""
        if texts["look_again"]:
            texts["look_again"] = self._as_stored(texts["look_again"])
        return {
            **texts,
            **{name: field.date() for name, field in self._dates.items()},
            "answer": self.answer(),
            "reason_category": self.form.category.currentData(),
        }

    def _as_stored(self, typed: str) -> str:
        date = self._fields.as_date(typed)
        return date.isoformat() if date is not None else typed  # "when the contract ends" is an answer too

    def _as_typed(self) -> Point | None:
        """Return the point with what stands in the fields now."""
        return replace(self._point, **self._values()) if self._point is not None else None

    # ---- what is shown

    def _answer_chosen(self) -> None:
        if self._point is not None:
            self._show_fields()
            self._chosen.start()

    def _answer_taken(self) -> None:
        if self._point is not None:
            self._is_given = True
            self._show_fields()
            self.flush()
            self._going_on.begin()

    def _clear_answer(self) -> None:
        self.form.choices.choose(None)
        self._show_fields()
        self.flush()

    def _open_line(self, row_id: str) -> None:
        self.line_opened.emit(row_id.removeprefix("entry:"))

    def _no_date_pressed(self, on: bool) -> None:
        if not on:
            self._texts["asked_who"].put("")
            self._texts["asked_who"].touched = True
            for name in ("asked_on", "chased_on"):
                self._dates[name].set_date(None)
            self.flush()

    def _show_fields(self, *_: object) -> None:
        point = self._as_typed()
        if point is not None:
            self._fields.show(point)

    def _show_no_date(self, *_: object) -> None:
        point = self._as_typed()
        if point is not None:
            self._fields.show_no_date(point)


def _shown(name: str, value: str | None) -> str:
    return look_again_words(value) if name == "look_again" and value else value or ""
