"""Privacy in Settings: the notice, the times, what is due, and the questions; each field keeps what is typed."""

from __future__ import annotations

import datetime
import threading
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from coprod_desktop.domain.keep_rules import Kind
from coprod_desktop.services import about_you
from coprod_desktop.services.rights import keeping, privacy
from coprod_desktop.ui.dialogs.ask import Ask
from coprod_desktop.ui.settings import privacy_dialogs
from coprod_desktop.ui.settings.due_dialog import DueDialog
from coprod_desktop.ui.settings.privacy_card import PrivacyCard
from tests.rules.making import bring, line


@pytest.fixture
def card(context, qtbot):
    made = PrivacyCard()
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    made.set_up(context)
    return made


def typed(qtbot, field, words: str) -> None:
    field.setFocus()
    field.clear()
    qtbot.keyClicks(field, words)
    field.editingFinished.emit() if hasattr(field, "editingFinished") else None


def test_the_card_says_what_is_missing_and_what_is_due(card, desk, runner, qtbot):
    qtbot.waitUntil(lambda: "not filled in yet" in card.notice_state.text())
    assert "Nobody has said yet how long" in card.due_state.text()
    bring(desk, entries=[line(1, "The ferry is late", "p1")])
    runner.do(keeping.set_rule, Kind.SIGN_IN, 0)
    qtbot.waitUntil(lambda: "1 thing is past its time" in card.due_state.text())


def test_the_notice_is_made_where_papers_go(card, qtbot, context, tmp_path, settings):
    settings.write(replace(settings.read(), papers=tmp_path / "papers"))
    card.nation.setCurrentIndex(1)
    card.make.click()
    qtbot.waitUntil(lambda: "Made" in card.said.text())
    assert "It says draft" in card.said.text()
    assert list((tmp_path / "papers").glob("*privacy-notice*.pdf"))


def test_the_editor_saves_each_field(context, desk, parent, runner, qtbot):
    dialog = privacy_dialogs.notice_dialog(context, parent)
    dialog.open()
    qtbot.waitUntil(lambda: "We listen to people" in dialog.field("purpose").toPlainText())
    typed(qtbot, dialog.field("controller"), "Marrowdale Council")
    dialog.reject()
    runner.wait_idle()
    assert privacy.privacy(desk).controller == "Marrowdale Council"


def test_times_are_typed_by_kind(context, desk, parent, runner, qtbot):
    dialog = privacy_dialogs.keep_dialog(context, parent)
    dialog.open()
    runner.wait_idle()
    typed(qtbot, dialog.field("people").edit, "24")
    dialog.reject()
    runner.wait_idle()
    assert keeping.rules(desk)[Kind.PEOPLE].months == 24


def test_questions_get_other_words(context, desk, parent, runner, qtbot):
    dialog = privacy_dialogs.about_you_dialog(context, parent)
    dialog.open()
    runner.wait_idle()
    typed(qtbot, dialog.forms[0].field("words"), "How old are you?")
    dialog.reject()
    runner.wait_idle()
    assert about_you.questions(desk)[0].words == "How old are you?"


def test_what_is_due_is_deleted_after_a_question(context, desk, parent, runner, qtbot):
    session = bring(desk, about={"date": "2026-09-01"}, raw_notes="zzraw", entries=[line(1, "The ferry is late", "p1")])
    keeping.set_rule(desk, Kind.RAW_NOTES, 1)
    dialog = DueDialog(context, parent)
    dialog.open()
    qtbot.waitUntil(dialog.delete.isEnabled)
    dialog.delete.click()
    assert "Nothing is ticked yet." in dialog.banner.what.text()
    dialog.all_of_it.click()
    dialog.delete.click()
    qtbot.waitUntil(lambda: any(isinstance(w, Ask) and w.isVisible() for w in QApplication.topLevelWidgets()))
    next(w for w in QApplication.topLevelWidgets() if isinstance(w, Ask) and w.isVisible()).yes.click()
    qtbot.waitUntil(lambda: "Nothing is past" in dialog.said.text())
    assert keeping.log(desk)[0].on <= datetime.date.today()
    assert session


def test_deleting_says_how_far_it_is_and_can_be_stopped_before_anything_is_deleted(
    context, desk, parent, runner, qtbot, monkeypatch
):
    bring(desk, about={"date": "2026-09-01"}, raw_notes="zzraw", entries=[line(1, "The ferry is late", "p1")])
    keeping.set_rule(desk, Kind.RAW_NOTES, 1)
    going, pressed = threading.Event(), threading.Event()
    let_go = keeping.let_go

    def slow(desk, chosen, part):
        def told(done: float) -> None:
            going.set()
            assert pressed.wait(60)
            part(done)

        return let_go(desk, chosen, told)

    monkeypatch.setattr(keeping, "let_go", slow)
    dialog = DueDialog(context, parent)
    dialog.open()
    qtbot.waitUntil(dialog.delete.isEnabled)
    dialog.all_of_it.click()
    dialog._delete()
    qtbot.waitUntil(going.is_set)
    assert dialog.working.isVisible()
    assert dialog.working.stop_it.hasFocus()
    assert not dialog.delete.isEnabled()
    qtbot.keyClick(dialog.working.stop_it, Qt.Key.Key_Space)
    pressed.set()
    qtbot.waitUntil(dialog.delete.isEnabled)
    assert dialog.delete.hasFocus()
    assert "Nothing was deleted." in [label.text() for label in dialog.banner.findChildren(QLabel)]
    assert len(keeping.due(desk)) == 1
    dialog.reject()
    runner.wait_idle()
