"""What the organisation pays, from which day on, and when that is looked at again. Empty until it is typed in."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from coprod_desktop.domain import dates, money
from coprod_desktop.domain.people_record import Rate, Unit
from coprod_desktop.errors import UserError
from coprod_desktop.services import money as verbs
from coprod_desktop.services import typed_numbers
from coprod_desktop.ui._forms.settings_rates import Ui_SettingsRates
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.settings.reading_card import ReadingCard
from coprod_desktop.ui.widgets.add_row import AddRow
from coprod_desktop.ui.widgets.dialogs import take_as_typed
from coprod_desktop.ui.widgets.kept_field import KeptField, typed_in
from coprod_desktop.ui.widgets.room import Room
from coprod_desktop.ui.widgets.rows_list import ListRow, RowsList
from coprod_desktop.ui.widgets.show_rows import show_rows
from coprod_desktop.ui.widgets.text import Words

_LINES = 8


class RatesCard(ReadingCard):
    """`set_up` once; the list is read when the card is shown, and again whenever it has changed."""

    nouns = frozenset({"rate"})

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = form = Ui_SettingsRates()
        form.setupUi(self)
        self.setObjectName("ratesCard")
        self._kept: list[KeptField] = []
        self.list: RowsList[Rate] = RowsList(self._row, "ratesList", "Rates")
        self.list.chooses_on_arrival = False
        form.ratesPlace.addWidget(self.list)
        Room(self.list, _LINES)
        QWidget.setTabOrder(self.list, form.rateKind)
        form.rateKind.addItems(["", *money.FEES, *money.EXPENSES])
        for unit in Unit:
            form.rateUnit.addItem(unit, unit)
        edit = form.rateKind.lineEdit()
        edit.setObjectName("rateKindEdit")
        for field in (form.rateKind, edit, form.ratePounds, form.rateUnit, form.rateCode):
            label = self.findChild(Words, f"{field.objectName().removesuffix('Edit')}Label")
            assert label is not None
            field.setAccessibleName(label.text())
        form.ratePounds.setPlaceholderText("£")
        for day, label in ((form.rateFrom, form.rateFromLabel), (form.rateReview, form.rateReviewLabel)):
            day.set_name(day.objectName(), label.text())
            label.setBuddy(day.edit)
        form.ratesState.hide()
        form.rateKind.currentTextChanged.connect(self._kind_is)
        AddRow(form.addRate, self._add, form.rateKind, form.ratePounds, form.rateUnit, form.rateCode)
        form.takeRate.clicked.connect(self._take)
        self.list.chosen.connect(lambda _id: form.takeRate.setVisible(True))
        form.takeRate.hide()

    def set_up(self, context: Context) -> None:
        """Give the card what pages have. Once."""
        super().set_up(context)
        form = self.form
        for day in (form.rateFrom, form.rateReview):
            day.today = context.desk.today
        typed = {
            "kind": form.rateKind, "pence": form.ratePounds, "from_on": form.rateFrom, "review_on": form.rateReview,
            "cost_code": form.rateCode,
        }  # fmt: skip
        for name, field in typed.items():
            edit = typed_in(field)
            assert edit is not None
            kept = KeptField(context, edit)
            kept.show(f"rate:new:{name}", kept.words())
            self._kept.append(kept)

    def _ask(self, context: Context) -> None:
        context.runner.ask(verbs.rates, done=self._show, owner=self)

    def _show(self, rates: tuple[Rate, ...]) -> None:
        show_rows(self.list, rates)
        self.list.setVisible(bool(rates))
        self.form.ratesNone.setVisible(not rates)
        self.form.takeRate.setVisible(bool(rates) and self.list.current_id() is not None)

    def _row(self, rate: Rate) -> ListRow:
        assert self._context is not None
        today = self._context.desk.today()
        parts = ["payment for time" if rate.fee else "expense", f"from {dates.short(rate.from_on)}"]
        parts += [f"look again on {dates.short(rate.review_on)}"] if rate.review_on else []
        parts += [f"cost code {rate.cost_code}"] if rate.cost_code else []
        late = rate.review_on is not None and rate.review_on <= today
        title = f"{rate.kind[:1].upper()}{rate.kind[1:]}: {money.price(rate.pence)} for each {rate.unit}"
        return ListRow(
            rate.id, title, " · ".join(parts), "look" if late else "info", "look at it again" if late else ""
        )

    def _kind_is(self, kind: str) -> None:
        if kind in (*money.FEES, *money.EXPENSES):
            self.form.rateFee.setChecked(kind in money.FEES)

    def _add(self) -> None:
        form = self.form
        if self._context is None:
            return
        for day in (form.rateFrom, form.rateReview):
            if take_as_typed(day).is_wrong():
                day.edit.setFocus()
                return
        try:
            pence = typed_numbers.pence(form.ratePounds.text())
            if pence is None:
                raise UserError("Type how many pounds it is.", "Nothing was saved.")
        except UserError as wrong:
            self._wrong(wrong)
            form.ratePounds.setFocus()
            return
        self._context.runner.do(
            verbs.add_rate, form.rateKind.currentText(), pence, form.rateUnit.currentData(),
            fee=form.rateFee.isChecked(), from_on=form.rateFrom.date(), review_on=form.rateReview.date(),
            cost_code=form.rateCode.text(), done=partial(self._added), failed=self._wrong, owner=self,
        )  # fmt: skip

    def _added(self, _result: object) -> None:
        form = self.form
        for field in (form.rateKind.lineEdit(), form.ratePounds, form.rateCode):
            field.clear()
        for day in (form.rateFrom, form.rateReview):
            day.set_date(None)
        self._say("done", "Added. Amounts that were written down before stay as they are.")
        form.rateKind.setFocus()

    def _take(self) -> None:
        rate = self.list.current_id()
        if self._context is not None and rate is not None:
            self._context.runner.do(verbs.remove_rate, rate, failed=self._wrong, owner=self)

    def _wrong(self, error: UserError) -> None:
        self._say("look", f"{error.what} {error.do}".strip())

    def _say(self, state: str, words: str) -> None:
        self.form.ratesState.show_state(state, words)
        self.form.ratesState.show()
        if self._context is not None:
            self._context.announce(words)
