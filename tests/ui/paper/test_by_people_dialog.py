"""The list of formats that only people make: added, gone on with, taken off, all by key."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.week_after import FormatState
from coprod_desktop.services import other_formats
from coprod_desktop.ui.paper.by_people_dialog import ByPeopleDialog
from tests.ui.accessible import assert_accessible


@pytest.fixture
def dialog(context, sample, qtbot):
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(1000, 700)
    page.show()
    made = ByPeopleDialog(context, sample, page)
    made.open()
    assert context.runner.wait_idle()
    yield made
    page.close()


def press(push, dialog, qtbot):
    push.setFocus()
    qtbot.keyClick(push, Qt.Key.Key_Space)
    assert dialog._context.runner.wait_idle()


def rows(dialog):
    items = dialog.ui.list.items
    return [items.index(at, 0).data() for at in range(items.rowCount())]


def test_a_film_is_asked_for_then_made_then_checked(dialog, desk, sample, qtbot):
    ui = dialog.ui
    assert_accessible(dialog)
    assert not ui.list.isVisible()
    assert not ui.takeOff.isVisible()
    qtbot.keyClicks(ui.format.lineEdit(), "BSL film")
    press(ui.save, dialog, qtbot)
    assert len(rows(dialog)) == 1
    assert rows(dialog)[0].startswith("BSL film. Asked for, ")
    assert ui.format.currentText() == ""
    ui.list.setFocus()
    ui.list.go_to(ui.list.items.rows()[0].id)
    assert ui.format.currentText() == "BSL film"
    assert ui.save.text() == "Save"
    ui.state.setCurrentIndex(ui.state.findData(FormatState.CHECKED))
    qtbot.keyClicks(ui.whereIs, "www.example.org/film")
    press(ui.save, dialog, qtbot)
    (now,) = other_formats.tracked(desk, sample)
    assert (now.state, now.where_is) == (FormatState.CHECKED, "www.example.org/film")
    assert_accessible(dialog)


def test_one_is_taken_off(dialog, desk, sample, qtbot):
    ui = dialog.ui
    for words in ("BSL film", "Audio recording"):
        qtbot.keyClicks(ui.format.lineEdit(), words)
        press(ui.save, dialog, qtbot)
    ui.list.go_to(ui.list.items.rows()[0].id)
    press(ui.takeOff, dialog, qtbot)
    assert [one.format for one in other_formats.tracked(desk, sample)] == ["Audio recording"]
    assert ui.format.hasFocus()


def test_nothing_typed_is_a_sentence_inside_and_the_dialog_stays(dialog, desk, sample, qtbot):
    press(dialog.ui.save, dialog, qtbot)
    assert "There is no format yet" in dialog.ui.banner.what.text()
    assert dialog.isVisible()
    assert other_formats.tracked(desk, sample) == ()
