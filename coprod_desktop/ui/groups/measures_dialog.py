"""Numbers of a group: the question, the number, of how many, when. What cannot be is said, and stays as it was typed."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal, InvalidOperation

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from coprod_desktop.domain import dates
from coprod_desktop.domain.before_and_after import in_tenths, number, sample
from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.looked_back_record import GroupMeasure, Measured, MeasureUnit
from coprod_desktop.errors import UserError
from coprod_desktop.services import group_measures
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.looking_back import Of
from coprod_desktop.services.typed_numbers import whole
from coprod_desktop.ui._forms.measures import Ui_Measures
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.widgets.add_row import AddRow
from coprod_desktop.ui.widgets.dialogs import fit_screen, is_right, take_as_typed
from coprod_desktop.ui.widgets.kept_field import KeptField
from coprod_desktop.ui.widgets.rows_list import ListRow, RowsList
from coprod_desktop.ui.widgets.show_rows import show_rows

_WHAT = {
    Measured.BASELINE: "Where we start from",
    Measured.AFTER: "What was found later",
    Measured.TARGET: "What we aim for",
}
_UNITS = {MeasureUnit.PERCENT: "Out of a hundred (%)", MeasureUnit.STARS: "Stars", MeasureUnit.NUMBER: "A number"}
_STAYS = "It stays as you typed it, and is not saved yet."
_WORDS = ("question", "value", "asked", "answered", "source")


class MeasuresDialog(QDialog):
    """Numbers that are there, and the fields of one more."""

    def __init__(self, context: Context, of: Of, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._of = context, of
        self.ui = ui = Ui_Measures()
        ui.setupUi(self)
        self.setObjectName("measures")
        self.setWindowTitle("Numbers before and after")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.list = RowsList[ListRow](lambda row: row, "measuresList", "Numbers that are there", with_icons=False)
        place = QVBoxLayout(ui.measuresPlace)
        place.setContentsMargins(0, 0, 0, 0)
        place.addWidget(self.list)
        for what, words in _WHAT.items():
            ui.what.addItem(words, what)
        for unit, words in _UNITS.items():
            ui.unit.addItem(words, unit)
        for name in ("question", "what", "value", "unit", "asked", "answered", "source"):
            getattr(ui, name).setAccessibleName(getattr(ui, f"{name}Label").text())
        ui.on.set_name("on", ui.onLabel.text())
        ui.on.today, ui.on.past = context.desk.today, True
        ui.onLabel.setBuddy(ui.on.edit)
        self._kept = {name: KeptField(context, getattr(ui, name)) for name in _WORDS} | {
            "on": KeptField(context, ui.on.edit)
        }
        self._keep()
        AddRow(ui.addNumber, self._add, ui.question, ui.value, ui.asked, ui.answered, ui.source)
        ui.what.currentIndexChanged.connect(lambda _at: self._show_what())
        ui.removeNumber.clicked.connect(self._remove)
        ui.close.clicked.connect(self.reject)
        context.runner.changed.connect(lambda _changes: self._read())
        self._show_what()
        self._read()
        ui.question.setFocus()
        fit_screen(self, 800, 680)

    def done(self, result: int) -> None:  # noqa: D102
        for kept in self._kept.values():
            kept.hand_in()
        super().done(result)

    def _keep(self) -> None:
        for name, kept in self._kept.items():
            kept.show(f"group_measure:new {self._of.id}:{name}", "", session=self._of.session, row=self._of.id)

    def _what(self) -> Measured:
        return Measured(self.ui.what.currentData())

    def _show_what(self) -> None:
        """A target is of a day to come, and nobody was asked it."""
        ui, target = self.ui, self._what() is Measured.TARGET
        for widget in (ui.askedLabel, ui.asked, ui.answeredLabel, ui.answered):
            widget.setVisible(not target)
        ui.onLabel.setText("By which day" if target else "On which day")
        ui.on.set_name("on", ui.onLabel.text())
        ui.on.past = not target

    # ---- what is there

    def _read(self) -> None:
        self._context.runner.ask(group_measures.every, self._of, done=self._show, owner=self)

    def _show(self, rows: Sequence[GroupMeasure]) -> None:
        show_rows(self.list, [_row(row) for row in rows])
        if rows and self.list.current_id() is None:
            self.list.go_to(rows[-1].id)
        for widget in (self.ui.measuresPlace, self.ui.removeNumber):
            widget.setVisible(bool(rows))

    def _remove(self) -> None:
        if row := self.list.current_id():
            self._context.runner.do(group_measures.remove, row, owner=self)
            self._context.announce("Taken away")

    # ---- one more

    def _add(self) -> None:
        ui = self.ui
        ui.banner.clear()
        if not is_right(ui.banner, take_as_typed(ui.on)):
            return
        try:
            fields = self._read_fields()
        except UserError as wrong:
            self._refused(wrong)
            return
        self._context.runner.do(_add_number, self._of, fields, done=self._added, failed=self._refused, owner=self)

    def _read_fields(self) -> dict[str, object]:
        ui, what, day = self.ui, self._what(), self.ui.on.date()
        fields: dict[str, object] = {
            "question": ui.question.text().strip(), "what": what, "unit": MeasureUnit(ui.unit.currentData()),
            "source": ui.source.text().strip() or None, "value": _tenths(ui.value.text()),
        }  # fmt: skip
        if what is Measured.TARGET:
            return fields | {"by": day}
        return fields | {
            "asked": whole(ui.asked.text()), "answered": whole(ui.answered.text()), **({"on": day} if day else {})
        }  # fmt: skip

    def _added(self, _made: tuple[str, Changes]) -> None:
        question = self.ui.question.text()
        for kept in self._kept.values():
            kept.settle("")
        for name in _WORDS:
            getattr(self.ui, name).clear()
        self.ui.on.set_date(None)
        self._keep()
        self.ui.question.setText(question)
        if self._what() is Measured.BASELINE:  # a question has one start; what comes next is where it stands later
            self.ui.what.setCurrentIndex(self.ui.what.findData(Measured.AFTER))
        self._context.announce("Added.")
        self.ui.value.setFocus()

    def _refused(self, error: UserError) -> None:
        self.ui.banner.tell_error(error)


def _add_number(desk: Desk, of: Of, fields: dict[str, object]) -> tuple[str, Changes]:
    return group_measures.add(desk, of, **fields)


def _tenths(typed: str) -> int:
    words = typed.strip().removesuffix("%").strip()
    try:
        value = Decimal(words.replace(",", ""))
    except InvalidOperation:
        value = None
    tenths = in_tenths(value) if value is not None and value.is_finite() else None
    if tenths is None:
        raise UserError(
            f"“{typed.strip()}” is no number." if words else "Write down the number.", f"Like 59.9 or 72. {_STAYS}"
        )
    return tenths


def _row(row: GroupMeasure) -> ListRow:
    when = f"by {dates.plain(row.by)}" if row.by else dates.plain(row.on)
    parts = (_WHAT[row.what], when, sample(row), row.source or "")
    return ListRow(row.id, row.question, " · ".join(part for part in parts if part), count=number(row))
