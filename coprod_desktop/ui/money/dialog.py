"""Money of one person: what they were offered, asked for and were paid. Paying a bus fare in cash is two words and a press."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QDialog, QPushButton, QWidget

from coprod_desktop.domain import money
from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.people_record import ClaimState, PaidHow, Reward
from coprod_desktop.errors import UserError
from coprod_desktop.services import money as verbs
from coprod_desktop.services import typed_numbers
from coprod_desktop.services.money import NewAmount
from coprod_desktop.services.seen import money as seen_money
from coprod_desktop.services.seen.money import EVERYONE, Amount, MoneySeen
from coprod_desktop.ui._forms.money import Ui_Money
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.listen import menus
from coprod_desktop.ui.money.papers_menu import open_papers_menu
from coprod_desktop.ui.widgets.add_row import AddRow
from coprod_desktop.ui.widgets.dialogs import fit_screen, is_right, take_as_typed
from coprod_desktop.ui.widgets.kept_field import KeptForm
from coprod_desktop.ui.widgets.room import Room
from coprod_desktop.ui.widgets.rows_list import ListRow, RowsList
from coprod_desktop.ui.widgets.show_rows import show_rows
from coprod_desktop.ui.widgets.text import Words, restyle

_NOT_KEPT = "Do not write bank details here: finance asks for them by its own form."
_LINES = 8
_HOW = {PaidHow.CASH: "In cash", PaidHow.FINANCE: "By finance", PaidHow.VOUCHER: "As a voucher"}
CHOICES = (*money.EXPENSES, *money.FEES, *(str(reward) for reward in Reward))
"""What stands in the list of what money is for."""


class MoneyDialog(QDialog):
    """`session`: its people; None for all that one person has. What is wrong is said inside, and what was typed stays."""

    def __init__(
        self, context: Context, session: str | None, parent: QWidget | None = None, *, person: str | None = None
    ) -> None:
        super().__init__(parent)
        self.context, self.session = context, session
        self._person = person
        self._seen: MoneySeen | None = None
        self.ui = ui = Ui_Money()
        ui.setupUi(self)
        self.setObjectName("moneyDialog")
        self.setWindowTitle("Money")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for label in self.findChildren(Words):
            restyle(label)  # the form names their tone after the scroll area has styled them
        self.list: RowsList[Amount] = RowsList(_row, "amountsList", "Amounts")
        ui.amountsPlace.addWidget(self.list)
        Room(self.list, _LINES)
        QWidget.setTabOrder(ui.offerIt, self.list)
        QWidget.setTabOrder(self.list, ui.sayMore)
        self._fields()
        self._acts()
        of = session or person or "none"
        fields = {"what": ui.newWhat, "pounds": ui.newPounds, "due": ui.newDue, "code": ui.newCode, "more": ui.sayMore}
        self._kept = KeptForm(context, self, f"money:{of}", fields, session)
        context.runner.changed.connect(self._changed)
        self._show_acts()
        self._read()
        ui.who.setFocus() if person is None else ui.newWhat.setFocus()
        fit_screen(self, 900, 720)

    def _fields(self) -> None:
        ui = self.ui
        ui.newWhat.addItem("")
        ui.newWhat.addItems(list(CHOICES))
        edit = ui.newWhat.lineEdit()
        edit.setObjectName("newWhatEdit")
        for field in (ui.who, ui.newWhat, edit, ui.newPounds, ui.newCode, ui.sayMore):
            label = self.findChild(Words, f"{field.objectName().removesuffix('Edit')}Label")
            assert label is not None
            field.setAccessibleName(label.text())
        ui.newPounds.setPlaceholderText("£")
        ui.newDue.set_name("newDue", ui.newDueLabel.text())
        ui.newDue.today = self.context.desk.today
        ui.newDueLabel.setBuddy(ui.newDue.edit)
        ui.newWhat.currentTextChanged.connect(lambda _text: self._show_rate())
        ui.newPounds.textChanged.connect(lambda _text: self._show_rate())

    def _acts(self) -> None:
        ui = self.ui
        ui.who.currentIndexChanged.connect(lambda _at: self._choose(ui.who.currentData()))
        ui.payCash.clicked.connect(partial(self._add, self._pay_now))
        # Enter says that it is owed, never that it was paid
        AddRow(ui.addOwed, partial(self._add, self._owe), ui.newWhat, ui.newPounds, ui.newCode)
        ui.offerIt.clicked.connect(partial(self._add, self._offer))
        self.list.chosen.connect(lambda _id: self._show_acts())
        self.list.opened.connect(lambda _id: self._to_acts())
        ui.saidYes.clicked.connect(partial(self._say, ClaimState.ACCEPTED))
        ui.saidLess.clicked.connect(partial(self._say, ClaimState.LESS))
        ui.saidNo.clicked.connect(partial(self._say, ClaimState.DECLINED))
        ui.toCharity.clicked.connect(partial(self._say, ClaimState.CHARITY))
        ui.paidIt.clicked.connect(self._ask_how)
        ui.receiptSeen.clicked.connect(self._see_receipt)
        ui.notPaid.clicked.connect(lambda: self._of_chosen(verbs.not_paid))
        ui.takeAway.clicked.connect(lambda: self._of_chosen(verbs.remove))
        ui.moneyPapers.clicked.connect(lambda: open_papers_menu(self, ui.moneyPapers))
        ui.close.clicked.connect(self.reject)

    @property
    def person(self) -> str | None:
        """Whose money is shown; None for nobody's, or everybody's."""
        return None if self._person == EVERYONE else self._person

    # ---- what it shows

    def _changed(self, changes: Changes) -> None:
        if any(ref.noun in {"claim", "rate", "person", "attendance"} for ref in changes.all()):
            self._read()

    def _read(self) -> None:
        self.context.runner.ask(seen_money.read, self.session, self._person, done=self._show, owner=self)

    def _choose(self, person: str | None) -> None:
        if person != self._person:
            self._person = person
            self._read()

    def _show(self, seen: MoneySeen) -> None:
        if seen.person != self._person:
            return
        self._seen, ui = seen, self.ui
        everyone = [("Everyone on the list", EVERYONE)] if self.session is not None and seen.people else []
        people = [("Choose a person", None), *everyone, *seen.people]
        if [ui.who.itemData(at) for at in range(ui.who.count())] != [row for _, row in people]:
            ui.who.blockSignals(True)
            ui.who.clear()
            for name, row in people:
                ui.who.addItem(name, row)
            ui.who.setCurrentIndex(max(0, ui.who.findData(self._person)))
            ui.who.blockSignals(False)
        ui.moneyState.show_state("info", seen.told)
        show_rows(self.list, seen.amounts)
        self.list.setVisible(bool(seen.amounts))
        self._show_rate()
        self._show_acts()

    def _chosen(self) -> Amount | None:
        chosen = self.list.current_id()
        return self.list.items.get(chosen) if chosen else None

    def _show_acts(self) -> None:
        ui, row = self.ui, self._chosen()
        claim = row.claim if row is not None else None
        paid = claim is not None and claim.paid_on is not None
        open_one = claim is not None and not paid
        for push in (ui.saidYes, ui.saidLess, ui.saidNo, ui.toCharity, ui.takeAway):
            push.setVisible(open_one)
        ui.paidIt.setVisible(
            bool(self._owed()) or (claim is not None and not paid and claim.state is not ClaimState.DECLINED)
        )
        ui.notPaid.setVisible(paid)
        ui.receiptSeen.setVisible(claim is not None and not claim.fee)
        ui.receiptSeen.setText("No receipt" if claim is not None and claim.receipt else "Receipt seen")
        ui.sayMore.setVisible(open_one)
        ui.sayMoreLabel.setVisible(open_one)
        for push in (ui.payCash, ui.addOwed):
            push.setEnabled(self._person not in (None, EVERYONE))
        ui.offerIt.setEnabled(self._person is not None)
        ui.offerIt.setText("Offer it to everyone" if self._person == EVERYONE else "Offer it")

    def _to_acts(self) -> None:
        """Go from an amount to what is likely next: what they said of an offer, else that it was paid, else its receipt."""
        ui, row = self.ui, self._chosen()
        offered = row is not None and row.claim.state is ClaimState.OFFERED
        found = [push for push in (ui.paidIt, ui.receiptSeen, ui.notPaid) if push.isVisible()]
        if offered or found:
            (ui.saidYes if offered else found[0]).setFocus()

    def _show_rate(self) -> None:
        """Say what the amount comes to by a rate of theirs, while none is typed."""
        found = self._by_rate()
        if found is None:
            self.ui.newState.show_state("info", _NOT_KEPT)
            return
        rate, pence = found
        each = f"{money.price(rate.pence)} for each {rate.unit}"
        self.ui.newState.show_state("done", f"By your rate, {each}: {money.pounds(pence)}.")

    def _by_rate(self) -> Any:
        words, kind = self._what()
        if self._seen is None or self.ui.newPounds.text().strip() or not words:
            return None
        return seen_money.by_rate(words, kind, self._seen.rates)

    def _what(self) -> tuple[str, str]:
        """Return what it is for as it was typed, and which kind that is."""
        words = " ".join(self.ui.newWhat.currentText().split())
        known = words.casefold()
        if known in CHOICES:
            return words, known
        for kind in money.FEES:
            if known.startswith(kind):
                return words, kind
        return words, money.kind_of(words)

    # ---- adding

    def _new(self, state: ClaimState) -> NewAmount:
        words, kind = self._what()
        if not words:
            raise UserError("Say what it is for.", "Nothing was saved.")
        by_rate = self._by_rate()
        pence = by_rate[1] if by_rate is not None else typed_numbers.pence(self.ui.newPounds.text())
        reward = next((reward for reward in Reward if reward == kind), None)
        if pence is None and reward is None:
            raise UserError("Type how much it is.", "Nothing was saved.")
        return NewAmount(
            kind=kind, pence=pence or 0, fee=kind in money.FEES, words=None if words == kind else words, state=state,
            reward=reward, due=self.ui.newDue.date(), cost_code=self.ui.newCode.text().strip() or None,
            rate=by_rate[0].id if by_rate is not None else None,
        )  # fmt: skip

    def _add(self, how: Callable[[str], None]) -> None:
        ui = self.ui
        ui.banner.clear()
        if self._person is None:
            self._refused(UserError("Choose whose money it is.", "Nothing was saved."))
            ui.who.setFocus()
            return
        if not is_right(ui.banner, take_as_typed(ui.newDue)):
            return
        try:
            how(self._person)
        except UserError as wrong:
            self._refused(wrong)
            (ui.newPounds if self._what()[0] else ui.newWhat).setFocus()

    def _pay_now(self, person: str) -> None:
        self._write(verbs.pay_now, person, self._new(ClaimState.CLAIMED), PaidHow.CASH)

    def _owe(self, person: str) -> None:
        self._write(verbs.add, person, self._new(ClaimState.CLAIMED))

    def _offer(self, person: str) -> None:
        new = self._new(ClaimState.OFFERED)
        if person == EVERYONE and self._seen is not None and self.session is not None:
            people = [row for _, row in self._seen.people]
            done = partial(self._added, new)
            self.context.runner.do(
                verbs.offer, self.session, people, [new], done=done, failed=self._refused, owner=self
            )
            return
        self._write(verbs.add, person, new)

    def _write(self, verb: Callable[..., Any], person: str, new: NewAmount, *more: Any) -> None:
        self.context.runner.do(
            lambda desk: verb(desk, person, new, *more, session=self.session)[1],
            done=partial(self._added, new), failed=self._refused, owner=self,
        )  # fmt: skip

    def _added(self, new: NewAmount, changes: Changes) -> None:
        ui = self.ui
        for field in (ui.newWhat.lineEdit(), ui.newPounds):
            field.clear()
        ui.newWhat.setCurrentIndex(0)
        ui.banner.tell(f"{changes.said}: {new.words or new.kind}, {money.pounds(new.pence)}.", "", "done")
        ui.newWhat.setFocus()

    # ---- of the amount that is chosen

    def _of_chosen(self, verb: Callable[..., Any], *more: Any, **named: Any) -> None:
        self.ui.banner.clear()
        row = self._chosen()
        if row is not None:
            self.context.runner.do(verb, row.id, *more, failed=self._refused, owner=self, done=self._said, **named)

    def _see_receipt(self) -> None:
        row = self._chosen()
        if row is not None:
            self._of_chosen(verbs.change, receipt=not row.claim.receipt)

    def _said(self, changes: Changes) -> None:
        self.ui.sayMore.clear()
        self._tell(changes)

    def _tell(self, changes: Changes) -> None:
        self.ui.banner.tell(f"{changes.said}.", "", "done")

    def _say(self, state: ClaimState) -> None:
        more = self.ui.sayMore.text().strip()
        try:
            less = typed_numbers.pence(more) if state is ClaimState.LESS else None
        except UserError as wrong:
            self._refused(wrong)
            self.ui.sayMore.setFocus()
            return
        self._of_chosen(verbs.answer, state, less=less, charity=more if state is ClaimState.CHARITY else None)

    def _ask_how(self) -> None:
        push: QPushButton = self.ui.paidIt
        menu = menus.new(push, "paidMenu", "How it was paid")
        row, owed = self._chosen(), self._owed()
        if row is not None and row.claim.paid_on is None and row.claim.state is not ClaimState.DECLINED:
            for how, words in _HOW.items():
                menu.addAction(words, partial(self._pay, [row.id], how))
        if len(owed) > 1:
            whole = money.pounds(money.sums(one.claim for one in owed).owed)
            menu.addAction(
                f"All that is owed here, in cash: {whole}", partial(self._pay, [one.id for one in owed], PaidHow.CASH)
            )
        menu.popup(push.mapToGlobal(QPoint(0, push.height())))

    def _owed(self) -> list[Amount]:
        return [row for row in self.list.items.rows() if money.owed(row.claim)]

    def _pay(self, rows: list[str], how: PaidHow) -> None:
        self.ui.banner.clear()
        self.context.runner.do(verbs.pay, rows, how, failed=self._refused, owner=self, done=self._tell)

    def _refused(self, error: UserError) -> None:
        self.ui.banner.tell_error(error)


def _row(row: Amount) -> ListRow:
    return ListRow(row.id, row.title, row.detail, row.state, row.state_words)
