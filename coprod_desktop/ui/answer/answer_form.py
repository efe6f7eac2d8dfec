"""The answer of one point: which of the eight, and the fields that matter for it. Gives what changed, saves nothing."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QStringListModel, Qt, QTimer, Signal
from PySide6.QtWidgets import QCompleter, QLabel, QWidget

from coprod_desktop.domain import answers, dates
from coprod_desktop.domain.record import Point
from coprod_desktop.domain.words import AnswerKind
from coprod_desktop.errors import UserError
from coprod_desktop.ui._forms.answer_form import Ui_AnswerForm
from coprod_desktop.ui.answer.endings import answered_before, asks, look_again_words
from coprod_desktop.ui.base.announce import announce
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.base.timers import Pause
from coprod_desktop.ui.widgets.card_rows import CardRow
from coprod_desktop.ui.widgets.date_field import DateField
from coprod_desktop.ui.widgets.kept_field import KeptField
from coprod_desktop.ui.widgets.typed import Typing

_HINT = Qt.ItemDataRole.UserRole + 1
CHOSEN_MS = 400
"""Going through the answers with the arrow keys is one step, not eight."""
_TELL_BY = "We will tell you by"


class AnswerForm(QWidget):
    """`show_point` fills it; `refresh` brings in what was saved elsewhere without touching what is being typed."""

    saved_wanted = Signal(str, object)
    """(point id, {field: value}) of what is different now."""
    moved = Signal(int)
    removed = Signal()
    line_opened = Signal(str)
    """The id of one of the lines the point was written from."""

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
        self._set_up()

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
        form.category.activated.connect(self.flush)
        form.category.currentIndexChanged.connect(self._show_hint)
        form.lookAgain.textChanged.connect(self._read_back)
        form.askedWho.textChanged.connect(self._show_no_date)
        self._texts["look_again"].rested.connect(self._say_read_back)
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
        """Keep what is typed on the disk. Once."""
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
            self.form.category.setItemData(self.form.category.count() - 1, reason if hint else "", _HINT)

    def set_plain_words(self, words: Mapping[str, str] | None) -> None:
        """Give the hard words that hints are made from; None for no hints."""
        for hints in (self.form.youSaidPlain, self.form.answerTextPlain, self.form.reasonPlain):
            hints.set_words(words)

    # ---- in

    def show_point(self, session: str, point: Point, owners: Sequence[str], today: datetime.date) -> None:
        """Show a point of a session, in place of whatever was there."""
        self._point, self._session = None, session
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

    def focus_answer(self) -> None:
        """Put the focus on the chosen answer, or on the first."""
        self.form.choices.focus()

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
        self._show_missing()
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
        date = self._as_date(typed)
        return date.isoformat() if date is not None else typed  # "when the contract ends" is an answer too

    def _as_date(self, typed: str) -> datetime.date | None:
        try:
            return dates.parse_date(typed, self.form.due.today())
        except UserError:
            return None

    # ---- what is shown

    def _answer_chosen(self) -> None:
        if self._point is not None:
            self._show_fields()
            self._chosen.start()

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
        form, answer, values = self.form, self.answer(), self._values()
        # a field that holds something is shown as well, since the paper prints it
        wanted = {
            *(ask.field for ask in answers.asks(answer)),
            *(name for name, value in values.items() if value and name != "answer"),
        }
        if answers.is_no(answer):
            wanted -= {"due", "asked"}  # a no has no day: nothing prints one, and nothing asks for one
        asked = form.noDate.isChecked()
        shown = {
            "answerText": "text" in wanted,
            "category": "reason_category" in wanted,
            "reason": "reason" in wanted,
            "owner": "owner" in wanted,
            "due": "due" in wanted,
            "askedWho": asked,
            "askedOn": asked,
            "chasedOn": asked,
            "agreed": "owner_agreed" in wanted,
            "lookAgain": "look_again" in wanted,
        }
        for name, visible in shown.items():
            label = form.textLabel if name == "answerText" else getattr(form, f"{name}Label")
            label.setVisible(visible)
            getattr(form, name).setVisible(visible)
        form.noDate.setVisible("asked" in wanted or (asked and not answers.is_no(answer)))
        self._read_back()
        self._show_no_date()
        self._show_hint()
        form.clearAnswer.setVisible(answer is not None)
        self._set_words(answer, asked=asked)
        self._show_before()
        self._show_missing()

    def _show_before(self) -> None:
        """Show what was answered before, so that old and new can be seen beside each other."""
        before = answered_before(self._point) if self._point is not None else ""
        self.form.answeredBefore.setText(before)
        self.form.answeredBefore.setVisible(bool(before))

    def _show_hint(self, *_: object) -> None:
        hint = self.form.category.currentData(_HINT) or ""
        self.form.reasonHint.setText(hint)
        self.form.reasonHint.setVisible(bool(hint) and not self.form.reason.isHidden())

    def _read_back(self, *_: object) -> None:
        """Show when we look again as it was understood, if it is a date; free words stand for themselves."""
        form = self.form
        date = self._as_date(form.lookAgain.text())
        form.lookAgainSaid.setVisible(date is not None and not form.lookAgain.isHidden())
        form.lookAgainSaid.show_state("done", dates.full(date) if date is not None else "")

    def _show_no_date(self, *_: object) -> None:
        """Show what the paper says in place of a date, as it is typed."""
        point = replace(self._point, **self._values()) if self._point is not None else None
        said = point is not None and not self.form.noDate.isHidden() and bool(point.asked_who)
        self.form.noDateSaid.setVisible(said)
        if point is not None and said:
            self.form.noDateSaid.show_state("info", f"On paper: {answers.asked_words(point, point.asked_who or '')}.")

    def _say_read_back(self) -> None:
        if not self.form.lookAgainSaid.isHidden():
            announce(self.form.lookAgain, self.form.lookAgainSaid.text())

    def _set_words(self, answer: AnswerKind | None, *, asked: bool) -> None:
        form = self.form
        row = answers.row(answer or AnswerKind.WILL)
        form.textLabel.setText(row.ask("text").screen)
        form.reasonLabel.setText(row.ask("reason").screen)
        form.ownerLabel.setText(row.ask("owner").screen)
        form.dueLabel.setText(_TELL_BY if asked else row.ask("due").screen)
        form.due.edit.setAccessibleName(form.dueLabel.text())

    def _show_missing(self) -> None:
        missing = asks(self._point) if self._point is not None and self._point.answer else ""
        self.form.missing.setVisible(bool(missing))
        if missing:
            self.form.missing.show_state("look", f"The paper will ask for: {missing}")


def _shown(name: str, value: str | None) -> str:
    return look_again_words(value) if name == "look_again" and value else value or ""
