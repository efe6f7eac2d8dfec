"""Forms "About you" counted by keys alone: ten questions, only totals, and what they come to beside the area."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from coprod_desktop.services import about_you, local_figures, sessions
from coprod_desktop.ui.evaluation.about_you_dialog import AboutYouDialog
from coprod_desktop.ui.listen import more_menu
from tests.desks import every_value
from tests.ui.accessible import assert_accessible


@pytest.fixture
def session(desk):
    return sessions.new(desk, title="Steering group", date=desk.today())[0]


@pytest.fixture
def dialog(context, session, parent):
    made = AboutYouDialog(context, session, parent)
    made.open()
    wait(context)
    assert_accessible(made)
    return made


def wait(context):
    for _ in range(3):
        assert context.runner.wait_idle(60_000)


def type_form(dialog, qtbot, context, keys):
    """Press keys where the focus is: a digit or Enter for each question, then Enter on the button that adds."""
    qtbot.waitUntil(lambda: dialog.focusWidget() is dialog.boxes[0])
    for key in keys.ljust(len(dialog.boxes), "\r"):
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return if key == "\r" else key)
    assert dialog.add_it.hasFocus()
    qtbot.keyClick(dialog.add_it, Qt.Key.Key_Return)
    wait(context)


def shown(dialog):
    rows = dialog.list.rows()
    return [rows.index(at, 0).data() for at in range(rows.rowCount())]


def test_all_nine_and_carer_are_asked_with_prefer_not_to_say_last(dialog):
    assert len(dialog.boxes) == 10
    assert {box.itemData(box.count() - 1) for box in dialog.boxes} == {"prefer not to say"}
    assert all(box.count() <= 10 for box in dialog.boxes), "each answer has a key"


def test_forms_typed_by_keys_become_totals_and_only_totals(dialog, desk, session, context, qtbot):
    for keys in ("31", "32", "\r1"):
        type_form(dialog, qtbot, context, keys)
    forms, counts = about_you.running(desk, session)
    age, disabled = (box.accessibleName() for box in dialog.boxes[:2])
    assert (forms, set(counts)) == (3, {age, disabled})
    assert counts[disabled] == {dialog.boxes[1].itemData(1): 2, dialog.boxes[1].itemData(2): 1}
    assert "3 forms typed in" in dialog.running.text()
    drafts = [value for table, value in every_value(desk) if table == "draft" and "about_you" in value]
    assert len(drafts) == 1, "one running draft of totals, nothing of one form"


def test_the_result_stands_beside_the_area_and_small_counts_are_hidden(dialog, desk, session, context, qtbot):
    disabled = dialog.boxes[1].accessibleName()
    local_figures.add(desk, disabled, "yes", "18%", "Census 2021")
    for key in "1" * 9 + "2" * 6 + "3" * 2:
        type_form(dialog, qtbot, context, f"\r{key}")
    assert shown(dialog) == []
    qtbot.keyClick(dialog.write_down, Qt.Key.Key_Space)
    wait(context)
    told = " ".join(map(str, shown(dialog)))
    assert "18%" in told
    assert "Census 2021" in told
    assert "2 of 17" not in told
    assert "Fewer than 5 of 17" in told
    assert dialog.isVisible()
    assert about_you.running(desk, session)[0] == 0


def test_the_form_typed_last_can_be_taken_back_and_is_ticked_again(dialog, desk, session, context, qtbot):
    type_form(dialog, qtbot, context, "31")
    type_form(dialog, qtbot, context, "42")
    qtbot.keyClick(dialog.take_back, Qt.Key.Key_Space)
    wait(context)
    assert about_you.running(desk, session)[0] == 1
    assert [box.currentIndex() for box in dialog.boxes[:2]] == [4, 2]
    assert not dialog.take_back.isEnabled()


def test_a_form_that_is_begun_is_not_left_out_in_silence(dialog, desk, session, context, qtbot):
    type_form(dialog, qtbot, context, "31")
    qtbot.keyClick(dialog.boxes[0], "2")
    qtbot.keyClick(dialog.write_down, Qt.Key.Key_Space)
    wait(context)
    assert "not added yet" in " ".join(label.text() for label in dialog.banner.findChildren(QLabel))
    assert about_you.running(desk, session)[0] == 1
    qtbot.keyClick(dialog.boxes[0], Qt.Key.Key_Backspace)
    qtbot.keyClick(dialog.write_down, Qt.Key.Key_Space)
    wait(context)
    assert about_you.running(desk, session)[0] == 0


def test_a_key_without_an_answer_ticks_nothing(dialog, qtbot):
    qtbot.keyClick(dialog.boxes[1], "9")
    assert dialog.boxes[1].answer() == ""


def test_the_organisations_own_wording_is_asked(context, desk, session, parent):
    about_you.set_wording(desk, "race", "What is your ethnic group?", ["Welsh", "Another"], "ONS 2021")
    made = AboutYouDialog(context, session, parent)
    made.open()
    wait(context)
    box = next(box for box in made.boxes if box.accessibleName() == "What is your ethnic group?")
    assert [box.itemData(at) for at in range(box.count())] == ["", "Welsh", "Another", "prefer not to say"]


def test_the_menu_more_opens_it(context, desk, session, parent):
    here = more_menu.Here(context, session, desk.content, parent, parent)
    next(row for row in more_menu.ROWS if row.name == "moreAboutYou").opens(here)
    assert parent.findChild(AboutYouDialog) is not None
