"""Half-typed words of every field of every page are back in it when the window was dropped without being closed."""

from __future__ import annotations

import dataclasses
import shutil

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from coprod_desktop.domain.words import AnswerKind, Outcome, Phase
from coprod_desktop.services import answers, bank, people, prepare, workspace
from coprod_desktop.ui.base.runner import Runner
from coprod_desktop.ui.widgets.kept_field import KeptField
from coprod_desktop.ui.window import page_table
from tests.groups import made_group

SEARCHED_FOR = {"find", "findWords", "findWord", "findGroup"}
"""What is typed here is only looked for; it is no work of anybody's."""
OFFERED = {"captureWords"}
"""The capture line is empty when it opens: what was being typed is offered above it (test_listen.py)."""


def part(at: int, then=lambda page: None):
    def reach(page) -> None:
        page._tabs[at].click()
        page.context.runner.wait_idle()
        then(page)
        page.context.runner.wait_idle()

    return reach


def point_with_everything(page) -> None:
    page.form.said.go_to(f"point:{next(iter(page._board.record.points)).id}")
    page.context.runner.wait_idle()
    form = page.right.answer.form
    form.choices.of(AnswerKind.PARTLY).setChecked(True)
    form.noDate.setChecked(True)
    for field in (form.lookAgain, form.lookAgainLabel):  # another answer's
        field.show()


def line_passed_on(page) -> None:
    entry = next(e for e in page._board.lines() if not page._board.points_of(e.id))
    page.form.said.go_to(f"entry:{entry.id}")
    page.right.line._filling = True
    page.right.line._outcomes[Outcome.PASSED_ON].setChecked(True)
    page.right.line._publish["edit"].setChecked(True)
    page.right.line._filling = False
    page.right.line._show_fields()


def new_point(page) -> None:
    if not page.right.is_writing():
        page.form.addPoint.click()


def first_person(page) -> None:
    page.list.go_to(page.list.items.rows()[0].id)


def only_in_the_bank(page) -> None:
    page.list.go_to(next(one.id for one in page.shown_people() if one.line.name == "Zoe Nolist"))


def more(page) -> None:
    page.part()._form.partLine.setChecked(True)


VIEWS = {
    **{key: (key, lambda page: None) for key in page_table.PAGES if key not in ("get_ready", "answer", "people")},
    "people": ("people", first_person),
    "somebody new": ("people", lambda page: page.findChild(QWidget, "addPerson").click()),
    "the bank": ("people", only_in_the_bank),
    "about": ("get_ready", part(0)),
    "agenda": ("get_ready", part(1)),
    "who is coming": ("get_ready", part(2)),
    "checklist": ("get_ready", part(3, more)),
    "ground rules": ("get_ready", part(4)),
    "answer of a point": ("answer", point_with_everything),
    "what becomes of a line": ("answer", line_passed_on),
    "a new point": ("answer", new_point),
}
HOLDS_SOMETHING = {
    name for name in VIEWS if name not in {"home", "sessions", "promises", "find", "listen", "paper", "follow_up"}
}


@pytest.fixture
def filled(desk, sample) -> str:
    """The sample session with one of everything that has fields."""
    prepare.add_agenda_item(desk, sample, "Welcome", 10)
    prepare.add_rule(desk, sample, "Be kind")
    prepare.add_checklist_item(desk, sample, Phase.BEFORE, "Ramp")
    person, _ = people.add(desk, sample, "Aaron Quimby", "carer")
    people.add_need(desk, sample, person, "a loop")
    answers.add_point(desk, sample, "Ring us")
    bank.add_person(desk, "Zoe Nolist")
    made_group(desk)
    return sample


def opened(context, key: str, reach, session: str, qtbot):
    page = page_table.build(key, context)
    qtbot.addWidget(page)
    context.runner.changed.connect(page.apply)
    page.resize(1280, 2400)
    page.show()
    qtbot.waitExposed(page)
    page.open(session if page_table.PAGES[key].nav == "sessions" and key != "sessions" else None)
    settle(context.runner)
    reach(page)
    settle(context.runner)
    return page


def settle(runner) -> None:
    for _ in range(4):
        runner.wait_idle()
        QApplication.processEvents()


def fields_of(page) -> dict[str, QWidget]:
    """Return everything that can be typed in now, by name."""
    found: dict[str, QWidget] = {}
    for field in (*page.findChildren(QLineEdit), *page.findChildren(QPlainTextEdit)):
        holder = field.parentWidget()
        outer = holder if isinstance(holder, (QAbstractSpinBox, QComboBox)) else field
        is_open = outer.isVisibleTo(page) and outer.isEnabled() and not field.isReadOnly()
        hidden = isinstance(field, QLineEdit) and field.echoMode() is not QLineEdit.EchoMode.Normal
        if is_open and not hidden and outer.objectName() not in SEARCHED_FOR | OFFERED:
            assert outer.objectName(), field
            found[outer.objectName()] = outer
    return found


def type_in(qtbot, field: QWidget, words: str) -> KeptField:
    inside = field.lineEdit() if isinstance(field, QComboBox) else field
    inside.selectAll()
    qtbot.keyClicks(inside, words)
    kept = inside.findChild(KeptField, options=Qt.FindChildOption.FindDirectChildrenOnly)
    assert kept is not None, f"{field.objectName()} does not keep what is typed"
    return kept


def words_in(field: QWidget) -> str:
    if isinstance(field, QAbstractSpinBox):
        return field.cleanText()
    if isinstance(field, QComboBox):
        return field.currentText()
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


@pytest.mark.parametrize("view", VIEWS)
def test_every_field_has_its_words_back(view, context, desk, filled, runner, qtbot, tmp_path, dressed):
    key, reach = VIEWS[view]
    page = opened(context, key, reach, filled, qtbot)
    typed = {}
    for n, (name, field) in enumerate(fields_of(page).items()):
        words = str(field.minimum() + 3 + n) if isinstance(field, QAbstractSpinBox) else f"x7 half typ {n}"
        kept = type_in(qtbot, field, words)
        assert kept._soon.interval() <= 250
        typed[name] = words
    assert bool(typed) == (view in HOLDS_SOMETHING)
    qtbot.waitUntil(lambda: not any(kept._soon.isActive() for kept in page.findChildren(KeptField)))
    settle(runner)
    dropped = shutil.copytree(
        desk.store.folder, tmp_path / "as it lay on the disk", ignore=shutil.ignore_patterns("*.lock")
    )

    next_runner = Runner()
    again = next_runner.desk = workspace.unlock(dropped, None)
    new_page = opened(dataclasses.replace(context, runner=next_runner, desk=again), key, reach, filled, qtbot)
    found = fields_of(new_page)
    try:
        assert {name: words_in(found[name]) for name in typed} == typed
        assert QApplication.activePopupWidget() is None  # nothing is offered to words nobody types
    finally:
        new_page.leave()
        settle(next_runner)
        next_runner.close()
        workspace.close(again)
