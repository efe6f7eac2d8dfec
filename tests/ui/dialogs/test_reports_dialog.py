"""Reports over many sessions, made from the window."""

from __future__ import annotations

import json
import threading
from pathlib import Path

import docx
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from shiboken6 import isValid

from coprod_desktop.domain.log_record import Publicity
from coprod_desktop.services import agreed, groups, sessions
from coprod_desktop.services import log as log_lines
from coprod_desktop.services.bring_in import events_log, merge
from coprod_desktop.services.making import papers
from coprod_desktop.services.seen import group as seen_group
from coprod_desktop.ui.agreed.editor import AgreedEditor
from coprod_desktop.ui.dialogs.reports import Reports
from coprod_desktop.ui.groups import parts
from coprod_desktop.ui.pages.promises import PromisesPage
from coprod_desktop.ui.pages.sessions import SessionsPage
from tests.desks import HOME_CARE, SAMPLES, STEERING
from tests.ui.accessible import assert_accessible

WIRRAL = (SAMPLES / "wirral-engagement-events.csv").read_bytes()


@pytest.fixture
def log(desk):
    """The engagement log of 17 sessions."""
    events_log.import_log(desk, WIRRAL)


@pytest.fixture
def opened(context, runner, tmp_path, monkeypatch, qtbot):
    """Open a page and press its button; the dialog that comes up, with reports going into `out`."""

    def make(kind=SessionsPage, button="reports") -> Reports:
        page = kind(context)
        qtbot.addWidget(page)
        page.resize(1016, 760)
        page.show()
        qtbot.waitExposed(page)
        page.activateWindow()
        page.open(None)
        runner.wait_idle()
        monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "out"))
        press(qtbot, page.findChild(object, button))
        dialog = page.findChild(Reports)
        qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)
        press(qtbot, dialog.ui.chooseFolder)
        return dialog

    return make


def press(qtbot, widget) -> None:
    widget.setFocus()
    qtbot.keyClick(widget, Qt.Key.Key_Space)


def typed(qtbot, field, words) -> None:
    field.edit.setFocus()
    qtbot.keyClicks(field.edit, words)


def make(qtbot, dialog, runner) -> None:
    press(qtbot, dialog.ui.make)
    assert runner.wait_idle(30_000)


def only(qtbot, dialog, *formats) -> None:
    for name, box in dialog._formats.boxes.items():
        if box.isChecked() != (name in formats):
            press(qtbot, box)


def made_in(folder: Path) -> list[str]:
    return sorted(path.suffix for path in folder.rglob("*") if path.is_file())


def test_the_log_is_made_in_word_and_pdf_without_asking_more(opened, log, runner, heard, tmp_path, qtbot):
    dialog = opened()
    assert dialog.ui.reportKind.currentText() == "Engagement log"
    make(qtbot, dialog, runner)

    assert made_in(tmp_path / "out") == [".docx", ".pdf"]
    assert heard.told[-1][0] == "2 files are made."
    assert str(tmp_path / "out") in heard.told[-1][1]
    qtbot.waitUntil(lambda: not isValid(dialog) or not dialog.isVisible())


def test_promises_offers_the_report_for_the_committee(opened, sample, desk, runner, tmp_path, qtbot):
    papers.review(desk, sample)
    dialog = opened(PromisesPage, "committeeReport")
    assert dialog.ui.reportKind.currentText() == "Progress report"
    only(qtbot, dialog, "html")
    make(qtbot, dialog, runner)

    (path,) = (tmp_path / "out").iterdir()
    assert "progress-report" in path.name
    assert "Listening space" in path.read_text("utf-8")


def test_only_the_sessions_between_the_days_are_in_it(opened, log, runner, tmp_path, qtbot):
    dialog = opened()
    only(qtbot, dialog, "csv")
    typed(qtbot, dialog.ui.since, "1 11 2023")
    typed(qtbot, dialog.ui.until, "30 nov 2023")
    make(qtbot, dialog, runner)

    (path,) = (tmp_path / "out").iterdir()
    days = [row.partition(",")[0] for row in path.read_text("utf-8-sig").splitlines()[1:]]
    assert days == ["1 November 2023", "7 November 2023", "20 November 2023"]


def test_days_the_wrong_way_round_and_no_format_are_said_in_the_dialog(opened, log, runner, tmp_path, qtbot):
    dialog = opened()
    typed(qtbot, dialog.ui.since, "1 12 2023")
    typed(qtbot, dialog.ui.until, "1 11 2023")
    make(qtbot, dialog, runner)
    assert dialog.ui.banner.what.text() == "The first day comes after the last."

    dialog.ui.until.edit.clear()
    typed(qtbot, dialog.ui.until, "1 12 2023")
    only(qtbot, dialog)
    make(qtbot, dialog, runner)
    assert dialog.ui.banner.what.text() == "No format is ticked yet."
    assert QApplication.focusWidget() is dialog._formats.boxes["pdf"]
    assert not (tmp_path / "out").exists()


def test_a_time_without_sessions_is_said_and_the_dialog_stays(opened, log, runner, tmp_path, qtbot):
    dialog = opened()
    typed(qtbot, dialog.ui.until, "1 1 2001")
    make(qtbot, dialog, runner)

    assert "no sessions to list in that time" in dialog.ui.banner.what.text()
    assert dialog.isVisible()
    assert QApplication.focusWidget() is dialog.ui.make


def test_a_session_that_is_not_settled_is_named_and_one_key_goes_to_its_paper(
    opened, desk, runner, heard, tmp_path, qtbot
):
    data = json.loads(HOME_CARE.read_text("utf-8"))
    data["entries"][1]["text"] = "Ring me on 07700 900481 about the rota"
    waiting = merge.import_file(desk, json.dumps(data).encode()).session
    papers.review(desk, merge.import_file(desk, STEERING.read_bytes()).session)
    dialog = opened(PromisesPage, "committeeReport")
    make(qtbot, dialog, runner)

    assert "Listening space: home care" in dialog.ui.banner.what.text()
    assert "steering group" not in dialog.ui.banner.what.text().lower()
    assert not (tmp_path / "out").exists()
    assert QApplication.focusWidget() is dialog.ui.openPaper
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert heard.opened == [("paper", waiting)]
    qtbot.waitUntil(lambda: not isValid(dialog) or not dialog.isVisible())


def test_escape_while_it_is_made_stops_it_and_leaves_whole_files(opened, log, runner, tmp_path, monkeypatch, qtbot):
    dialog = opened()
    at_work, begun, pressed = papers.run, threading.Event(), threading.Event()

    def held_at_the_first(work, folder, progress, wanted):
        def say(done, of, name):
            progress(done, of, name)
            begun.set()
            pressed.wait(10)

        return at_work(work, folder, say, wanted)

    monkeypatch.setattr(papers, "run", held_at_the_first)
    press(qtbot, dialog.ui.make)
    assert begun.wait(10)
    assert QApplication.focusWidget() is dialog.ui.stop
    qtbot.keyClick(dialog.ui.stop, Qt.Key.Key_Escape)
    pressed.set()
    assert runner.wait_idle(30_000)

    assert dialog.isVisible()
    assert "Stopped" in dialog.ui.banner.what.text()
    assert len(made_in(tmp_path / "out")) == 1


def choose(qtbot, box, words) -> None:
    """Choose from a list by the arrow keys."""
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Home)
    while not box.currentText().startswith(words):
        before = box.currentIndex()
        qtbot.keyClick(box, Qt.Key.Key_Down)
        assert box.currentIndex() > before


def test_a_report_of_one_group_says_which_days_it_covers_and_is_finished_by_hand(
    context, runner, tmp_path, qtbot, monkeypatch, desk
):
    group, _ = groups.add(desk, "Vale group", "steering_group")
    merge.import_file(desk, STEERING.read_bytes())
    session = sessions.every(desk)[0].id
    sessions.change(desk, session, group_id=group)
    papers.review(desk, session)
    page = QWidget()
    qtbot.addWidget(page)
    page.show()
    dialog = Reports(context, "annual-report", page, group=group)
    dialog.open()
    qtbot.waitExposed(dialog)
    assert dialog.ui.ofGroup.currentText() == "Vale group"
    assert "12 months up to today" in dialog.ui.whenWords.text()
    assert "Who may read it: anyone" in dialog.ui.aboutKind.text()
    choose(qtbot, dialog.ui.reportKind, "Engagement log")
    assert dialog.ui.finishByHand.isHidden()
    assert dialog.ui.chooseTemplate.isHidden()
    choose(qtbot, dialog.ui.reportKind, "Committee report")
    typed(qtbot, dialog.ui.since, "1 1 2020")
    press(qtbot, dialog.ui.finishByHand)
    assert runner.wait_idle(30_000)
    qtbot.waitUntil(lambda: page.findChild(AgreedEditor) is not None)
    (paper,) = agreed.every(desk, group=group)
    assert paper.paper.title.startswith("Committee report: Vale group")
    page.findChild(AgreedEditor).reject()
    sessions.change(desk, session, attended=1_234)
    editor = AgreedEditor(context, paper.paper.id, page)
    editor.open()
    assert runner.wait_idle(30_000)
    banner = editor.ui.editorBanner
    assert banner.what.text() == "1 number has changed since this was written."
    assert banner.next.text().endswith("then, 1,230 to 1,234 now.")
    press(qtbot, banner.button)
    assert runner.wait_idle(30_000)
    assert "1,230 to 1,234. From" in dict(agreed.one(desk, paper.paper.id).newest.parts)["Information"]
    assert banner.what.text().startswith("The numbers are those of today")


def test_the_page_of_a_group_opens_its_reports(context, runner, qtbot, desk):
    group, _ = groups.add(desk, "Vale group", "steering_group")
    page = QWidget()
    qtbot.addWidget(page)
    (act,) = [one for one in parts.ACTS if one.name == "groupReports"]
    act.press(context, seen_group.read(desk, group), page)
    dialog = page.findChild(Reports)
    assert (dialog.ui.reportKind.currentText(), dialog.ui.ofGroup.currentText()) == ("Annual report", "Vale group")


def test_a_councils_template_is_chosen_and_filled(opened, sample, desk, runner, heard, tmp_path, monkeypatch, qtbot):
    papers.review(desk, sample)
    template = tmp_path / "council.docx"
    made = docx.Document()
    made.add_heading("Executive summary", 1)
    made.save(template)
    dialog = opened(PromisesPage, "committeeReport")
    choose(qtbot, dialog.ui.reportKind, "Committee report")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(template), ""))
    press(qtbot, dialog.ui.chooseTemplate)
    assert dialog.ui.templateWords.text().startswith("Word is filled into council.docx")
    only(qtbot, dialog, "docx")
    typed(qtbot, dialog.ui.since, "1 1 2020")
    typed(qtbot, dialog.ui.until, "31 12 2030")
    make(qtbot, dialog, runner)
    (path,) = (tmp_path / "out").iterdir()
    assert "Executive summary" in [p.text for p in docx.Document(path).paragraphs]
    assert "stand at its end" in heard.told[-1][1]


def test_a_template_chosen_for_one_kind_is_not_in_the_way_of_another(opened, log, runner, tmp_path, monkeypatch, qtbot):
    template = tmp_path / "council.docx"
    docx.Document().save(template)
    dialog = opened()
    choose(qtbot, dialog.ui.reportKind, "Committee report")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(template), ""))
    press(qtbot, dialog.ui.chooseTemplate)
    for kind in ("What our group knows", "Engagement log"):
        choose(qtbot, dialog.ui.reportKind, kind)
        assert not dialog.ui.chooseTemplate.isVisible()
        assert not dialog.ui.templateWords.isVisible()
    only(qtbot, dialog, "docx")
    make(qtbot, dialog, runner)
    assert [path.suffix for path in (tmp_path / "out").iterdir()] == [".docx"]


def test_the_folder_is_remembered(opened, log, context, tmp_path):
    opened()

    assert context.settings.read().papers == tmp_path / "out"


def test_everything_has_a_name_and_tab_goes_from_top_to_foot(opened, log, qtbot):
    dialog = opened()
    assert_accessible(dialog)
    dialog.ui.reportKind.setFocus()
    seen = []
    for _ in range(len(dialog._formats.boxes) + 6):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget().objectName())
    names = [f"format_{name}" for name in dialog._formats.boxes]
    assert seen == ["sinceEdit", "untilEdit", *names, "chooseFolder", "make", "cancel", "reportKind"]


def test_a_report_to_finish_by_hand_is_begun_four_keys_after_its_kind(opened, sample, desk, runner, qtbot):
    papers.review(desk, sample)
    dialog = opened(PromisesPage, "committeeReport")
    choose(qtbot, dialog.ui.reportKind, "Annual report")
    for _ in range(3):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is dialog.ui.finishByHand
    qtbot.waitUntil(lambda: not dialog.ui.finishByHand.visibleRegion().isEmpty())
    qtbot.keyClick(dialog.ui.finishByHand, Qt.Key.Key_Return)
    assert runner.wait_idle(30_000)
    qtbot.waitUntil(lambda: bool(agreed.every(desk)))


def test_words_of_a_group_are_settled_by_keys_before_the_report_is_made(context, desk, qtbot, runner):
    group, _ = groups.add(desk, "Standing group", "forum")
    sessions.new(desk, title="Standing", date=desk.today(), group_id=group)
    for words in ("Ring 07700 900123 about the loop", "Ring 07700 900124 about the lift"):
        line, _ = log_lines.add(desk, words, group=group, kind="learning")
        log_lines.change(desk, line, "publicity", Publicity.ANYONE)
    dialog = Reports(context, "annual-report", group=group)
    dialog.open()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)
    runner.wait_idle()
    look = dialog.ui.look
    assert look.isVisible()
    assert [row.detail[:20] for row in look.list.rows().rows()] == ["Ring [07700 900123] ", "Ring [07700 900124] "]
    assert "2 things are left out until you decide" in look.ui.lookState.text()
    look.list.setFocus()
    qtbot.keyClick(look.list, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is look.ui.lookLeave
    qtbot.keyClick(look.ui.lookLeave, Qt.Key.Key_Space)
    runner.wait_idle()
    assert [row.detail[:20] for row in look.list.rows().rows()] == ["Ring [07700 900124] "]
    assert QApplication.focusWidget() is look.ui.lookLeave  # the next by itself
    qtbot.keyClick(look.ui.lookLeave, Qt.Key.Key_Space)
    runner.wait_idle()
    assert not look.isVisible()
    assert QApplication.focusWidget() is not None
    assert QApplication.focusWidget().isVisible()
    dialog.reject()
    runner.wait_idle()
