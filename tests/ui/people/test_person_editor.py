"""How somebody is greeted, and whether it is safe to reach them: asked in the person's details, saved as typed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QWidget

from coprod_desktop.services import drafts, people, workspace
from coprod_desktop.services.program import content
from coprod_desktop.ui.people.groups import GROUPS
from coprod_desktop.ui.people.person_editor import PersonEditor
from coprod_desktop.ui.style import theme
from coprod_desktop.ui.style.theme import Appearance, Scheme
from coprod_desktop.ui.widgets.answer_row import AnswerRow
from coprod_desktop.ui.widgets.choice import Choice
from tests.ui.accessible import assert_accessible


@pytest.fixture
def editor(context, qtbot, runner, sample, desk):
    made = PersonEditor(context, content.load())
    qtbot.addWidget(made)
    made.resize(480, 1600)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    runner.changed.connect(lambda _changes: made.show_person(sample, who(desk, sample)))
    made.show_person(sample, who(desk, sample))
    for group in GROUPS:
        made.open_group(group.name)
    settle(runner)
    return made


def who(desk, session):
    return next(p for p in people.on_list(desk, session) if p.name.startswith("Winifred"))


def settle(runner):
    while not (runner.wait_idle() and runner._pending == 0):
        pass


def pick(editor, name, words):
    box = editor.findChild(QComboBox, name)
    box.setFocus()
    box.setCurrentIndex(box.findText(words))
    editor.leave()


def answer(editor, name, words):
    """Press one of the answers of a question."""
    push = next(push for push in editor.findChild(AnswerRow, name).findChildren(Choice) if push.text() == words)
    QTest.mouseClick(push, Qt.MouseButton.LeftButton)
    editor.leave()


def answered(editor, name):
    row = editor.findChild(AnswerRow, name)
    return row.choice(row.value()).text()


def test_the_greeting_is_saved_as_it_was_typed(editor, sample, desk, runner):
    field = editor.findChild(QLineEdit, "salutation")
    QTest.keyClicks(field, "Mrs Tattersall")
    QTest.keyClick(field, Qt.Key.Key_Return)
    settle(runner)
    assert who(desk, sample).salutation == "Mrs Tattersall"
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Delete)
    editor.leave()
    settle(runner)
    assert who(desk, sample).salutation is None


def test_each_way_is_asked_by_itself_and_not_asked_is_nothing(editor, sample, desk, runner):
    assert who(desk, sample).safe_contact is None
    answer(editor, "safeWrite", "No")
    answer(editor, "safeRing", "Yes")  # at once: the one before may still be on its way
    settle(runner)
    assert who(desk, sample).safe_contact == {"write": False, "ring": True}
    answer(editor, "safeMessage", "No")
    answer(editor, "safeWrite", "Not asked")
    settle(runner)
    assert who(desk, sample).safe_contact == {"ring": True, "message": False}
    answer(editor, "safeRing", "Not asked")
    answer(editor, "safeMessage", "Not asked")
    settle(runner)
    assert who(desk, sample).safe_contact is None


def test_who_opens_the_post_can_be_picked_or_typed_and_leaves_no_draft(editor, sample, desk, runner, qtbot):
    field = editor.findChild(QComboBox, "opensPost").lineEdit()
    field.setFocus()
    QTest.keyClicks(field, "her daughter")
    qtbot.waitUntil(lambda: [kept.words for kept in drafts.of_session(desk, sample)] == ["her daughter"])
    QTest.keyClick(field, Qt.Key.Key_Return)
    settle(runner)
    assert who(desk, sample).safe_contact == {"opens_post": "her daughter"}
    assert drafts.of_session(desk, sample) == ()
    pick(editor, "opensPost", "They do")
    settle(runner)
    assert who(desk, sample).safe_contact == {"opens_post": "They do"}
    pick(editor, "opensPost", "")
    settle(runner)
    assert who(desk, sample).safe_contact is None


def test_undo_brings_the_answer_before_back_and_the_next_one_keeps_it(editor, sample, desk, runner):
    answer(editor, "safeWrite", "No")
    settle(runner)
    answer(editor, "safeWrite", "Yes")
    settle(runner)
    runner.do(workspace.undo)
    settle(runner)
    assert answered(editor, "safeWrite") == "No"
    answer(editor, "safeRing", "Yes")
    settle(runner)
    assert who(desk, sample).safe_contact == {"write": False, "ring": True}


def test_what_a_file_said_otherwise_shows_as_it_is_obeyed_and_stays(editor, sample, desk, runner):
    told = {"write": "only on Tuesdays", "opens_post": "Rhys", "whisper": 1}
    runner.do(people.change, sample, who(desk, sample).id, safe_contact=told)
    settle(runner)
    assert answered(editor, "safeWrite") == "No"
    assert editor.findChild(QComboBox, "opensPost").currentText() == "Rhys"
    answer(editor, "safeRing", "Yes")
    settle(runner)
    assert who(desk, sample).safe_contact == told | {"ring": True}


@pytest.mark.parametrize("scale", [100, 200])
def test_every_field_is_named_reached_by_tab_in_order_and_not_cut(editor, dressed, scale):
    theme.apply(dressed, Appearance(Scheme.LIGHT, scale))
    editor.resize(480, 8000 if scale > 100 else 4000)  # a page scrolls it
    QApplication.processEvents()
    assert_accessible(editor)
    wanted = ("contact", "safeWrite", "safeRing", "safeMessage", "opensPost", "language", "salutation")
    editor.findChild(QWidget, wanted[0]).setFocus()
    found = []
    for _ in wanted:
        focused = QApplication.focusWidget()
        while focused.objectName() not in wanted:
            focused = focused.parentWidget()
        found.append(focused)
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert tuple(w.objectName() for w in found) == wanted
    assert editor.last_field().objectName() == "laterNoMore"
    assert [_label_of(editor, w) for w in found[4:]] == [
        "Who opens their post?",
        "Language they use",
        "How would they like to be greeted in letters?",
    ]
    assert [w.question.text() for w in found[1:4]] == [
        "May we write to them, by post or email?",
        "Is it safe to ring them?",
        "May we leave a message or text?",
    ]
    for label in ("salutationLabel", "salutationHelp", "safeHelp", "opensPostLabel"):
        words = editor.findChild(QWidget, label)
        assert words.height() >= words.heightForWidth(words.width()), label
    for choice in editor.findChildren(Choice):
        assert choice.height() >= choice.heightForWidth(choice.width()), choice.objectName()


def _label_of(editor, field):
    """What stands over a field, and is said with it: the name of a list of choices is what is chosen."""
    return next(label.text() for label in editor.findChildren(QLabel) if label.buddy() is field)
