"""Money is written down with real keys: a bus fare in cash is a few presses; bank details are refused and nothing is lost."""

from __future__ import annotations

import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QPushButton

from coprod_desktop.domain.people_record import ClaimState, Unit
from coprod_desktop.services import drafts, money, people, undo_words, workspace
from coprod_desktop.services.money import NewAmount
from coprod_desktop.ui.listen import more_menu
from coprod_desktop.ui.money.dialog import MoneyDialog
from tests.ui.accessible import assert_accessible


def wait(context):
    for _ in range(3):
        assert context.runner.wait_idle(60_000)


@pytest.fixture
def person(desk, sample):
    return next(p for p in people.on_list(desk, sample) if p.name == "Winifred Tattersall")


def opened(context, sample, parent, person=None):
    dialog = MoneyDialog(context, sample, parent, person=person)
    dialog.open()
    wait(context)
    assert_accessible(dialog)
    return dialog


def press(qtbot, push, context):
    qtbot.mouseClick(push, Qt.MouseButton.LeftButton)
    wait(context)


def type_into(qtbot, field, words):
    field.setFocus()
    qtbot.keyClicks(field, words)


def test_a_bus_fare_is_paid_in_cash_in_at_most_5_gestures_besides_typing(context, desk, sample, parent, person, qtbot):
    gestures = 0
    row = next(row for row in more_menu.ROWS if row.name == "moreMoney")
    back = QPushButton(parent)
    row.opens(more_menu.Here(context, sample, desk.content, back, parent))
    gestures += 2  # More, and its row
    wait(context)
    dialog = parent.findChild(MoneyDialog)
    ui = dialog.ui
    assert ui.who.hasFocus()
    qtbot.keyClicks(ui.who, person.name[:5])  # a name is typed where people are chosen
    wait(context)
    assert dialog.person == person.id
    qtbot.keyClick(ui.who, Qt.Key.Key_Tab)
    gestures += 1
    qtbot.keyClicks(ui.newWhat.lineEdit(), "bus")
    qtbot.keyClick(ui.newWhat, Qt.Key.Key_Tab)
    gestures += 1
    qtbot.keyClicks(ui.newPounds, "4.40")
    press(qtbot, ui.payCash, context)
    gestures += 1
    assert gestures <= 5
    (paid,) = money.every(desk, person=person.id)
    assert (paid.kind, paid.words, paid.pence, paid.paid_pence, paid.how, paid.paid_on, paid.session_id) == (
        "travel", "bus", 440, 440, "cash", desk.today(), sample,
    )  # fmt: skip
    assert undo_words.next_undo(desk).before == "take the amount “travel” away"
    workspace.undo(desk)
    assert money.every(desk, person=person.id) == ()


def test_a_comma_is_doubted_and_bank_details_are_refused_and_what_was_typed_stays(
    context, desk, sample, parent, person, qtbot
):
    dialog = opened(context, sample, parent, person.id)
    ui = dialog.ui
    type_into(qtbot, ui.newWhat.lineEdit(), "taxi")
    type_into(qtbot, ui.newPounds, "12,40")
    press(qtbot, ui.addOwed, context)
    assert "no amount of money" in ui.banner.what.text()
    assert money.every(desk, person=person.id) == ()
    ui.newPounds.clear()
    type_into(qtbot, ui.newPounds, "£12.40")
    ui.newWhat.lineEdit().clear()
    type_into(qtbot, ui.newWhat.lineEdit(), "taxi, sort code 20-45-67 and 12345678")
    press(qtbot, ui.addOwed, context)
    assert "sort code" in ui.banner.what.text()
    assert money.every(desk, person=person.id) == ()
    assert ui.newWhat.currentText() == "taxi, sort code 20-45-67 and 12345678"
    ui.newWhat.lineEdit().clear()
    type_into(qtbot, ui.newWhat.lineEdit(), "taxi")
    press(qtbot, ui.addOwed, context)
    (owed,) = money.every(desk, person=person.id)
    assert (owed.kind, owed.pence, owed.paid_on) == ("travel", 1240, None)


def test_what_is_typed_is_kept_until_it_is_saved(context, desk, sample, parent, person, qtbot):
    dialog = opened(context, sample, parent, person.id)
    type_into(qtbot, dialog.ui.newWhat.lineEdit(), "carer for the morning")
    qtbot.waitUntil(lambda: "carer for the morning" in [kept.words for kept in drafts.of_session(desk, sample)])


def test_an_offer_is_answered_less_no_or_to_a_charity_and_paid(context, desk, sample, parent, person, qtbot):
    offer = NewAmount(kind="payment for time", fee=True, pence=2000, state=ClaimState.OFFERED)
    for _each in range(3):
        money.add(desk, person.id, offer, session=sample)
    dialog = opened(context, sample, parent, person.id)
    ui, rows = dialog.ui, dialog.list.items.rows()
    assert ui.moneyState.text() == "Offered £60.00"
    dialog.list.go_to(rows[0].id)
    dialog.list.setFocus()
    type_into(qtbot, ui.sayMore, "12.50")
    press(qtbot, ui.saidLess, context)
    dialog.list.go_to(rows[1].id)
    press(qtbot, ui.saidNo, context)
    dialog.list.go_to(rows[2].id)
    type_into(qtbot, ui.sayMore, "The hospice")
    press(qtbot, ui.toCharity, context)
    found = money.every(desk, person=person.id)
    assert [(c.state, c.agreed_pence, c.charity) for c in found] == [
        ("less", 1250, None), ("declined", None, None), ("charity", None, "The hospice"),
    ]  # fmt: skip
    assert ui.moneyState.text() == "Owed £32.50"


def test_miles_are_worked_out_by_the_organisations_own_rate(context, desk, sample, parent, person, qtbot):
    money.add_rate(desk, "travel", 45, Unit.MILE, from_on=datetime.date(2026, 4, 1))
    dialog = opened(context, sample, parent, person.id)
    ui = dialog.ui
    type_into(qtbot, ui.newWhat.lineEdit(), "car, 22.5 miles")
    assert "£10.13" in ui.newState.text()
    press(qtbot, ui.addOwed, context)
    (found,) = money.every(desk, person=person.id)
    assert (found.pence, found.rate) == (1013, money.rates(desk)[0].id)


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
def test_the_same_is_offered_to_everyone_and_all_that_is_owed_is_paid_in_one_step(context, desk, sample, parent, qtbot):
    dialog = opened(context, sample, parent)
    ui = dialog.ui
    ui.who.setFocus()
    qtbot.keyClicks(ui.who, "Everyone")
    wait(context)
    assert dialog.person is None
    assert not ui.payCash.isEnabled()
    type_into(qtbot, ui.newWhat.lineEdit(), "payment for time")
    type_into(qtbot, ui.newPounds, "20")
    press(qtbot, ui.offerIt, context)
    listed = people.on_list(desk, sample)
    offers = [c for c in money.every(desk, session=sample) if c.fee]
    assert {c.person_id for c in offers} == {p.id for p in listed}
    assert undo_words.next_undo(desk).before == f"take {len(listed)} amounts away"
    qtbot.mouseClick(ui.paidIt, Qt.MouseButton.LeftButton)
    menu = ui.paidIt.findChild(QMenu, "paidMenu")
    (every,) = [action for action in menu.actions() if action.text().startswith("All that is owed")]
    assert every.text().endswith("£40.00")
    menu.hide()
    every.trigger()
    wait(context)
    assert sum(c.paid_pence or 0 for c in money.every(desk, session=sample)) == 4000
    assert all(c.paid_on is None for c in money.every(desk, session=sample) if c.fee)


def test_that_a_receipt_was_seen_is_noted_also_after_it_was_paid(context, desk, sample, parent, person, qtbot):
    made, _ = money.pay_now(desk, person.id, NewAmount(kind="travel", pence=440, words="bus"), session=sample)
    dialog = opened(context, sample, parent, person.id)
    dialog.list.go_to(made)
    wait(context)
    press(qtbot, dialog.ui.receiptSeen, context)
    assert [c.receipt for c in money.every(desk, person=person.id)] == [True]
    assert "receipt seen" in dialog.list.items.rows()[0].detail
    press(qtbot, dialog.ui.receiptSeen, context)
    assert [c.receipt for c in money.every(desk, person=person.id)] == [False]


def test_enter_writes_an_amount_down_as_owed_and_never_as_paid(context, desk, sample, parent, person, qtbot):
    dialog = opened(context, sample, parent, person.id)
    qtbot.keyClicks(dialog.ui.newWhat.lineEdit(), "parking")
    type_into(qtbot, dialog.ui.newPounds, "3.20")
    qtbot.keyClick(dialog.ui.newPounds, Qt.Key.Key_Return)
    wait(context)
    (owed,) = money.every(desk, person=person.id)
    assert (owed.pence, owed.paid_on) == (320, None)
