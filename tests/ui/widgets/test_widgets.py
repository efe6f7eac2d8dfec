from __future__ import annotations

import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from coprod_desktop.errors import UserError
from coprod_desktop.ui.style import theme
from coprod_desktop.ui.style.theme import Appearance, Scheme
from coprod_desktop.ui.widgets.banner import Banner
from coprod_desktop.ui.widgets.buttons import KeyButton, button
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.date_field import DateField, TimeField
from coprod_desktop.ui.widgets.flow import FlowRow
from coprod_desktop.ui.widgets.status_label import STATES, StatusLabel
from tests.ui.accessible import assert_accessible, spoken

TODAY = datetime.date(2026, 11, 23)


@pytest.fixture
def window(qtbot) -> QWidget:
    made = QWidget()
    made.setLayout(QVBoxLayout())
    qtbot.addWidget(made)
    made.resize(500, 400)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    return made


def add(window: QWidget, widget: QWidget) -> QWidget:
    window.layout().addWidget(widget)
    widget.show()
    QApplication.sendPostedEvents()
    return widget


@pytest.mark.parametrize("state", STATES)
def test_a_state_is_icon_word_and_colour_together(window, state: str) -> None:
    label = add(window, StatusLabel(state, "No answer yet"))
    assert label.text() == "No answer yet"
    assert not label.icon.pixmap().isNull()
    assert label.words.palette().color(label.words.foregroundRole()).name().upper() == getattr(
        theme.tokens(), STATES[state][1]
    )
    assert spoken(label.words) == "No answer yet"


def test_part_of_it_is_a_half_circle_not_a_tick() -> None:
    assert STATES["part"][0] == "half"


def test_a_card_shows_its_heading_and_a_quiet_note(window) -> None:
    card = add(window, Card("Promises", "2 of 7 kept"))
    assert [label.text() for label in card.findChildren(QLabel)] == ["Promises", "· 2 of 7 kept"]
    card.set_note("")
    assert not card.note.isVisible()


def test_a_banner_says_what_and_what_to_do_and_does_not_take_the_focus(window, qtbot) -> None:
    field = QLineEdit()
    field.setObjectName("field")
    field.setAccessibleName("Field")
    banner = Banner()
    add(window, banner)
    banner.hide()
    add(window, field)
    field.setFocus()
    banner.tell_error(UserError("The disk is full.", "Make room."))
    assert field.hasFocus()
    assert (banner.what.text(), banner.next.text()) == ("The disk is full.", "Make room.")
    assert_accessible(window)
    qtbot.mouseClick(banner.close_button, Qt.MouseButton.LeftButton)
    assert not banner.isVisible()


@pytest.mark.parametrize("scale", [100, 200])
def test_a_row_goes_on_in_the_next_line_when_there_is_no_room(window, dressed, scale: int) -> None:
    theme.apply(dressed, Appearance(Scheme.LIGHT, scale))
    row = FlowRow()
    for n in range(6):
        row.add(button(f"Button {n}", f"b{n}"))
    add(window, row)
    pushes = row.findChildren(QPushButton)
    assert all(p.geometry().right() <= row.width() for p in pushes)
    assert len({p.y() for p in pushes}) > 1
    assert row.height() >= pushes[-1].geometry().bottom()
    pushes[0].hide()
    row.updateGeometry()
    assert not any(a.geometry().intersects(b.geometry()) for a in pushes[1:] for b in pushes[1:] if a is not b)


def test_a_row_of_a_form_keeps_the_forms_order_also_where_one_was_shown_by_name(window) -> None:
    row = FlowRow()
    for name in "abc":
        QPushButton(name, row).setObjectName(name)
    row.findChild(QPushButton, "b").ensurePolished()
    add(window, row)
    pushes = sorted(row.findChildren(QPushButton), key=lambda push: push.x())
    assert [push.objectName() for push in pushes] == ["a", "b", "c"]


def test_a_button_with_a_key_says_the_key_to_a_screen_reader(window) -> None:
    push = add(window, KeyButton("Start a new session now", "Ctrl N", "startNow", kind="outline"))
    assert spoken(push) == "Start a new session now"
    assert push.accessibleDescription() == "Key: Ctrl N"
    assert push.sizeHint().width() > push.fontMetrics().horizontalAdvance("Start a new session nowCtrl N") + 20
    assert_accessible(window)


@pytest.fixture
def due(window) -> DateField:
    field = DateField(today=lambda: TODAY)
    field.set_name("due", "By when")
    add(window, field)
    other = QLineEdit()
    add(window, other)
    field.setFocus()
    return field


def test_a_date_is_typed_as_people_write_it_and_read_back_in_full(due: DateField, qtbot) -> None:
    got: list[object] = []
    due.changed.connect(got.append)
    qtbot.keyClicks(due.edit, "4 dec")
    qtbot.keyClick(due.edit, Qt.Key.Key_Tab)
    assert got == [datetime.date(2026, 12, 4)]
    assert due.edit.text() == "4 December 2026"
    assert due.said.text() == "Friday 4 December 2026, in 11 days"
    assert due.said.isVisible()


def test_what_is_no_date_stays_as_typed_and_is_told_kindly(due: DateField, qtbot) -> None:
    got: list[object] = []
    due.changed.connect(got.append)
    qtbot.keyClicks(due.edit, "soonish")
    qtbot.keyClick(due.edit, Qt.Key.Key_Return)
    assert due.edit.text() == "soonish"
    assert "is not a date" in due.said.text()
    assert due.is_wrong()
    assert got == []
    due.edit.selectAll()
    qtbot.keyClicks(due.edit, "tomorrow")
    assert not due.is_wrong()
    qtbot.keyClick(due.edit, Qt.Key.Key_Return)
    assert due.date() == datetime.date(2026, 11, 24)


def test_an_emptied_date_is_none_and_an_untouched_one_says_nothing(due: DateField, qtbot) -> None:
    got: list[object] = []
    due.changed.connect(got.append)
    due.set_date(TODAY)
    qtbot.keyClick(due.edit, Qt.Key.Key_Return)
    assert got == []
    due.edit.selectAll()
    qtbot.keyClick(due.edit, Qt.Key.Key_Delete)
    qtbot.keyClick(due.edit, Qt.Key.Key_Return)
    assert got == [None]


def test_a_time_field_takes_the_usual_ways(window, qtbot) -> None:
    start = TimeField()
    start.set_name("start", "Starts")
    add(window, start)
    got: list[object] = []
    start.changed.connect(got.append)
    qtbot.keyClicks(start.edit, "2.15pm")
    qtbot.keyClick(start.edit, Qt.Key.Key_Return)
    assert got == ["14:15"]
    assert start.edit.text() == "14:15"
    assert_accessible(window)
