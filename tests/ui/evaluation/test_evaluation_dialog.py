"""Forms typed fast by keys: eight in order are eight people, and what is wrong is said before anything is added."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from coprod_desktop.domain.check.printable import PrintableLines
from coprod_desktop.services import evaluation, sessions
from coprod_desktop.ui.evaluation.dialog import EvaluationDialog
from coprod_desktop.ui.listen import more_menu
from coprod_desktop.ui.listen.arrivals_dialog import ArrivalsDialog
from tests.ui.accessible import assert_accessible


@pytest.fixture
def session(desk):
    made = sessions.new(desk, title="How was it", date=desk.today(), attended=9)[0]
    evaluation.ask(desk, made, "Disabled", ["yes", "no", "prefer not to say"])
    return made


@pytest.fixture
def dialog(context, session, parent):
    return opened(context, session, parent)


def opened(context, session, parent):
    made = EvaluationDialog(context, session, parent)
    made.open()
    wait(context)
    assert_accessible(made)
    return made


def wait(context):
    for _ in range(3):
        assert context.runner.wait_idle(60_000)


def told(dialog):
    return " ".join(label.text() for label in dialog.ui.banner.findChildren(QLabel))


def type_form(dialog, qtbot, context, stars="", disabled="", words="", quote=""):
    """Only keys: what is typed goes where the focus is, and Enter goes on."""
    assert dialog.ui.stars.hasFocus()
    for typed in (stars, disabled, words, quote):
        qtbot.keyClicks(dialog.focusWidget(), typed)
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    wait(context)


EIGHT = [
    ("5", "1", "The tea was warm", "y"), ("5", "2", "", ""), ("4", "1", "", ""), ("4", "2", "Too loud at the back", "n"),
    ("3", "1", "", ""), ("5", "3", "", ""), ("", "1", "", ""), ("5", "", "", ""),
]  # fmt: skip


def test_eight_forms_typed_by_keys_are_eight_people(dialog, desk, session, context, qtbot):
    for form in EIGHT:
        type_form(dialog, qtbot, context, *form)
    assert "8 forms typed in" in dialog.ui.running.text()
    dialog.ui.writeDown.click()
    wait(context)
    found = sessions.one(desk, session)
    assert found.evaluation_forms == 8
    assert dict(found.stars) == {"5": 4, "4": 2, "3": 1}
    assert found.about_you_counts == {"Disabled": {"no": 2, "prefer not to say": 1, "yes": 4}}
    record = sessions.record(desk, session)
    said = PrintableLines(record)
    assert [(e.text, said.allows_words(e)) for e in record.entries] == [
        ("The tea was warm", True),
        ("Too loud at the back", False),
    ]
    assert evaluation.seen(desk, session).running.forms == 0


@pytest.mark.parametrize(
    ("form", "said", "field"),
    [
        (("6", "", "", ""), "6 is no number of stars", "stars"),
        (("lots", "", "", ""), "“lots” is no whole number", "stars"),
        (("5", "4", "", ""), "Disabled: the answers go from 1 to 3", "asked1"),
        (("5", "1", "Warm", "maybe"), "“maybe” is neither Y nor N", "quote"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_added_or_lost(dialog, desk, session, context, qtbot, form, said, field):
    type_form(dialog, qtbot, context, *form)
    assert said in told(dialog)
    assert dialog.focusWidget().objectName() == field
    assert evaluation.seen(desk, session).running.forms == 0
    typed = [
        dialog.ui.stars.text(),
        dialog.findChild(QLineEdit, "asked1").text(),
        dialog.ui.words.words(),
        dialog.ui.quote.text(),
    ]
    assert tuple(typed) == form
    dialog.ui.writeDown.click()
    assert "not added yet" in told(dialog)


def test_the_last_form_is_taken_back_into_the_fields(dialog, desk, session, context, qtbot):
    type_form(dialog, qtbot, context, *EIGHT[1])
    type_form(dialog, qtbot, context, *EIGHT[0])
    dialog.ui.takeBack.click()
    wait(context)
    assert evaluation.seen(desk, session).running.forms == 1
    assert (dialog.ui.stars.text(), dialog.ui.words.words(), dialog.ui.quote.text()) == ("5", "The tea was warm", "Y")
    assert sessions.record(desk, session).entries == ()
    assert not dialog.ui.takeBack.isEnabled()


def test_closed_and_opened_again_it_goes_on_and_what_was_typed_is_there(dialog, desk, session, context, parent, qtbot):
    type_form(dialog, qtbot, context, *EIGHT[0])
    qtbot.keyClicks(dialog.ui.stars, "4")
    dialog.reject()
    wait(context)
    again = opened(context, session, parent)
    qtbot.waitUntil(lambda: again.ui.stars.text() == "4")
    assert "1 form typed in" in again.ui.running.text()
    assert not again.ui.takeBack.isEnabled()


def test_questions_are_offered_typed_and_asked_no_more(dialog, desk, session, context, qtbot):
    ui = dialog.ui
    ui.offered.setCurrentText("Age")
    ui.addOffered.click()
    wait(context)
    assert dialog.findChild(QLineEdit, "asked2").accessibleName().startswith("Age: 1 = under 18")
    for field, words in ((ui.ownAsked, "Came by"), (ui.ownAnswers, "bus, car")):
        field.setFocus()
        qtbot.keyClicks(field, words)
    qtbot.keyClick(ui.ownAnswers, Qt.Key.Key_Return)
    wait(context)
    assert list(evaluation.seen(desk, session).running.asked) == ["Disabled", "Age", "Came by"]
    ui.offered.setCurrentText("Age")
    ui.removeAsked.click()
    wait(context)
    assert list(evaluation.seen(desk, session).running.asked) == ["Disabled", "Came by"]
    assert_accessible(dialog)


def test_nobody_is_asked_about_themselves_at_the_door(context, desk, session, parent):
    door = ArrivalsDialog(["carer"], parent)
    said = " ".join(w.accessibleName() + (w.text() if hasattr(w, "text") else "") for w in door.findChildren(QWidget))
    for what in desk.content.about_you():
        if what != "Carer":  # a role people come in
            assert what.lower() not in said.lower()


def test_the_menu_more_opens_it(context, desk, session, parent):
    here = more_menu.Here(context, session, desk.content, parent, parent)
    next(row for row in more_menu.ROWS if row.name == "moreEvaluation").opens(here)
    assert parent.findChild(EvaluationDialog) is not None
