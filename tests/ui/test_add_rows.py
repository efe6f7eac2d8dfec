"""Wherever something new is typed: Enter in any of its fields adds, a first click acts, and half of it is not lost."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QSpinBox, QWidget

from coprod_desktop.services import people
from coprod_desktop.ui.widgets.add_row import AddRow

pytestmark = pytest.mark.slow

NOTHING_TO_TYPE = {
    "addForm",
    "aboutYouAdd",
    "addPhoto",
    "addBreak",
    "addMore",
    "addStarter",
    "addAll",
    "addPoint",
    "addUpdate",
    "addAfter",
}
"""Buttons that add what is chosen or a whole form, or open where it is typed."""


def rows_in(widget: QWidget) -> list[AddRow]:
    return [row for row in widget.findChildren(AddRow) if row.push.isVisibleTo(widget)]


def write(field: QWidget, words: str) -> None:
    if isinstance(field, QSpinBox):
        field.lineEdit().selectAll()
        QTest.keyClicks(field, "7")
    elif isinstance(field, QComboBox) and not field.isEditable():
        field.setCurrentIndex(1)
    elif isinstance(field, QComboBox):
        field.setCurrentText("")
        QTest.keyClicks(field, words)
    else:
        field.clear()
        QTest.keyClicks(field, words)


def test_enter_adds_from_every_field_of_every_add_row(walk):
    tried, added = set(), []
    walk.shell.runner.changed.connect(lambda changes: added.extend(changes.added))
    for name, page in walk.pages():
        if "coming" not in name:
            continue
        for row in rows_in(page):
            for at, field in enumerate(row.fields):
                for n, other in enumerate(row.fields):
                    write(other, f"Zebra {at} {n}")
                field.setFocus()
                added.clear()
                QTest.keyClick(field, Qt.Key.Key_Return)
                walk.settle()
                assert [ref for ref in added if ref.noun != "draft"], f"{name}: {field.objectName()}"
                tried.add(field.objectName())
    assert tried >= {"newItem", "newMinutes", "newName", "newRole", "known", "newNeed", "newLine", "newRule"}


def test_no_button_that_adds_is_without_its_row(walk):
    for scenes in (walk.pages, walk.dialogs):
        for name, widget in scenes():
            held = {row.push for row in rows_in(widget)}
            for push in widget.findChildren(QPushButton):
                own = push.objectName()
                adds = own.startswith("add") or own.endswith("Add")
                if adds and push.isVisibleTo(widget) and own not in NOTHING_TO_TYPE | {"newAdd"}:
                    assert push in held, f"{name}: {own}"


@pytest.fixture
def door(walk):
    """Who is here, opened on Listen."""
    page = walk.open("listen", walk.material.home_care)
    page.dialogs.open_arrivals(walk.material.home_care, page._roles())
    walk.settle()
    return page.dialogs._arrivals


def press(walk, widget: QWidget) -> None:
    """Click as a mouse does: through the window, where an open list is in the way."""
    window = widget.window()
    at = widget.mapTo(window, widget.rect().center())
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(at))
    walk.settle()


def names(walk) -> dict[str, str]:
    return {p.name: p.role or "" for p in people.on_list(walk.material.desk, walk.material.home_care)}


@pytest.mark.parametrize("way", ["a click", "Enter"])
def test_a_walk_in_is_added_by_the_first_click_after_the_role(walk, door, way):
    name, role, add = (
        door.findChild(kind, own)
        for kind, own in ((QLineEdit, "newName"), (QComboBox, "newRole"), (QPushButton, "newAdd"))
    )
    QTest.keyClicks(name, "Zelda Walkin")
    QTest.keyClicks(role, "carer")
    if way == "Enter":
        QTest.keyClick(role, Qt.Key.Key_Return)
    else:
        press(walk, add)
    walk.settle()
    assert names(walk)["Zelda Walkin"] == "carer"
    assert (name.text(), role.currentText()) == ("", "")


def test_a_walk_in_half_typed_is_there_again_after_close_and_on_get_ready(walk, door):
    QTest.keyClicks(door.findChild(QLineEdit, "newName"), "Zelda Half")
    QTest.keyClicks(door.findChild(QComboBox, "newRole"), "carer")
    door.findChild(QPushButton, "arrivalsClose").click()
    walk.settle()
    page = walk.shell.in_front()
    page.dialogs.open_arrivals(walk.material.home_care, page._roles())
    walk.settle()
    again = page.dialogs._arrivals
    assert again.findChild(QLineEdit, "newName").text() == "Zelda Half"
    assert again.findChild(QComboBox, "newRole").currentText() == "carer"
    again.findChild(QPushButton, "newAdd").click()
    walk.settle()
    assert names(walk)["Zelda Half"] == "carer"
    again.close()
    walk.settle()
    page.dialogs.open_arrivals(walk.material.home_care, page._roles())
    walk.settle()
    assert page.dialogs._arrivals.findChild(QLineEdit, "newName").text() == ""
