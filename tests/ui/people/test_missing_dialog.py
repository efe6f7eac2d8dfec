"""Who is missing: figures of the area typed in, beside counts that point at nobody."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from coprod_desktop.services import drafts, local_figures, sessions
from coprod_desktop.ui.people.missing_dialog import MissingDialog
from tests.ui.accessible import assert_accessible


@pytest.fixture
def dialog(context, desk, runner, parent, qtbot):
    """Over one session that has been, with forms of 40 people."""
    session, _ = sessions.start_now(desk)
    with desk.store.write("Counted forms") as tx:
        counts = {"Disabled": {"yes": 6, "no": 30, "prefer not to say": 4}, "Sex": {"female": 28, "male": 12}}
        tx.change("session", session, about_you_counts=counts, evaluation_forms=40)
    made = MissingDialog(context, parent)
    made.open()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is made)
    settle(runner)
    return made


def settle(runner) -> None:
    while not (runner.wait_idle() and runner._pending == 0):
        pass


def rows(dialog) -> list[str]:
    model = dialog.list.rows()
    return [model.index(at, 0).data() for at in range(model.rowCount())]


def type_figure(qtbot, runner, dialog, *words: str) -> None:
    ui = dialog.ui
    fields = (ui.figureWhat, ui.figureAnswer, ui.figureShare, ui.figureSource)
    for field, said in zip(fields, words, strict=True):
        field.setFocus()
        edit = field.lineEdit() if hasattr(field, "lineEdit") else field
        edit.selectAll()
        qtbot.keyClicks(edit, said)
    qtbot.keyClick(ui.figureSource, Qt.Key.Key_Return)
    settle(runner)


def test_a_figure_typed_in_stands_beside_who_came(dialog, runner, qtbot):
    assert "1 session, 1 with counts of forms." in dialog.ui.missingTally.text()
    type_figure(qtbot, runner, dialog, "Sex", "male", "49%", "Census 2021")
    first = rows(dialog)[0]
    assert first.startswith("Sex: male. Fewer than in your area")
    assert "12 of 40 who answered (30%); in your area 49% (Census 2021)" in first
    assert QApplication.focusWidget() is dialog.ui.figureAnswer
    assert dialog.ui.figureWhat.currentText() == "Sex"


def test_a_small_count_is_not_shown_nor_what_would_give_it_away(dialog):
    said = "\n".join(rows(dialog))
    assert "Fewer than 5 of 40" in said
    assert "Disabled: yes. Not shown" in said
    assert "6 of 40" not in said
    assert " 4 of 40" not in said


def test_what_is_no_figure_is_said_inside_and_the_words_stay(dialog, desk, runner, qtbot):
    type_figure(qtbot, runner, dialog, "Disabled", "yes", "lots", "Census 2021")
    assert "is no share of people" in dialog.ui.banner.what.text()
    assert dialog.ui.figureShare.text() == "lots"
    assert local_figures.every(desk) == ()
    assert {d.field for d in drafts.every(desk)} >= {"local_figure:new:figure"}


def test_a_figure_nobody_was_asked_about_is_listed_and_can_be_taken_away(dialog, desk, runner, qtbot):
    type_figure(qtbot, runner, dialog, "Carer", "yes", "1 in 8", "Census 2021")
    at = next(at for at, row in enumerate(rows(dialog)) if row.startswith("Carer: yes"))
    assert "Not asked at these sessions" in rows(dialog)[at]
    dialog.list.go_to(dialog.list.items.rows()[at].id)
    assert dialog.ui.figureRemove.isEnabled()
    dialog.ui.figureRemove.setFocus()
    qtbot.keyClick(dialog.ui.figureRemove, Qt.Key.Key_Space)
    settle(runner)
    assert local_figures.every(desk) == ()


def test_a_time_without_sessions_says_so(dialog, runner, qtbot):
    edit = dialog.ui.until.edit
    edit.setFocus()
    qtbot.keyClicks(edit, "1 January 2020")
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    settle(runner)
    assert dialog.ui.missingTally.text() == "No session was in this time."


def test_everything_is_named(dialog):
    assert_accessible(dialog)
