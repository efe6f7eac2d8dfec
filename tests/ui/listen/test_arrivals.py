"""Who is here, at the door: late arrivals are found by name, nobody is written down twice or made one without asking."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from coprod_desktop.domain.permission_fields import quote_answer
from coprod_desktop.domain.words import Attending
from coprod_desktop.services import people
from coprod_desktop.services.seen.listen import who_is_meant
from tests.ui.listen_page import settle

ALAN, PRECIOUS, MORE = "Alan Brough", "Precious Dube", "Alan Marsh"


@pytest.fixture
def door(page):
    for name in (ALAN, PRECIOUS, MORE):
        people.add(page.context.desk, page.session_id, name, "resident")
    page._read_room()
    settle(page)
    page._open_arrivals()
    settle(page)
    return page.dialogs._arrivals


def listed(page):
    return people.on_list(page.context.desk, page.session_id)


def here(page) -> list[str]:
    return [p.name for p in listed(page) if p.attendance is Attending.HERE]


def enter(page, door, words: str) -> None:
    door.name.setFocus()
    QTest.keyClicks(door.name, words)
    QTest.keyClick(door.name, Qt.Key.Key_Return)
    settle(page)


def shown(door) -> list[str]:
    return [row._shown[0].name for row in door._rows.values() if row.isVisibleTo(door)]


def test_a_name_is_found_on_the_list_as_it_is_typed(door):
    QTest.keyClicks(door.name, "prec")
    assert shown(door) == [PRECIOUS]
    door.name.clear()
    assert shown(door) == [ALAN, PRECIOUS, MORE]
    QTest.keyClicks(door.name, "zel")
    assert shown(door) == [ALAN, PRECIOUS, MORE]


def test_someone_on_the_list_who_is_typed_is_ticked_off_and_not_written_down_twice(page, door):
    enter(page, door, "precious dube")
    assert door.focusWidget() is door._form.arrivalsBanner.button
    QTest.keyClick(door.focusWidget(), Qt.Key.Key_Space)
    settle(page)
    assert here(page) == [PRECIOUS]
    assert len(listed(page)) == 3
    assert door.name.text() == ""
    assert door.focusWidget().accessibleName() == f"Yes, anyone may read it: {PRECIOUS}"


def test_somebody_else_of_that_name_is_added(page, door):
    enter(page, door, PRECIOUS)
    QTest.keyClick(door._form.arrivalsBanner.close_button, Qt.Key.Key_Space)
    settle(page)
    assert [p.name for p in listed(page)].count(PRECIOUS) == 2
    assert here(page) == [PRECIOUS]


def test_of_two_who_can_be_meant_nobody_is_chosen(page, door):
    enter(page, door, "alan")
    assert not door._form.arrivalsBanner.button.isVisible()
    assert shown(door) == [ALAN, MORE]
    assert here(page) == []


def test_a_name_on_no_list_is_added_at_once(page, door):
    enter(page, door, "Zelda")
    assert here(page) == ["Zelda"]


def test_the_question_about_quoting_leads_to_the_next_person_and_a_second_press_changes_no_answer(page, door):
    door._rows[listed(page)[0].id].findChild(QPushButton).setFocus()
    QTest.keyClick(door.focusWidget(), Qt.Key.Key_Space)
    settle(page)
    QTest.keyClick(door.focusWidget(), Qt.Key.Key_Space)
    settle(page)
    assert door.focusWidget().accessibleName() == f"Arrived: {PRECIOUS}"
    assert quote_answer(listed(page)[0]) == "anyone"


@pytest.mark.parametrize(
    ("typed", "names"), [("al", [ALAN, MORE]), ("br", [ALAN]), ("ala m", [MORE]), ("", []), ("x", [])]
)
def test_who_can_be_meant(page, door, typed, names):
    assert [p.name for p in who_is_meant(listed(page), typed)] == names
