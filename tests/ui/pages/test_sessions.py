from __future__ import annotations

import datetime
import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel

from coprod_desktop.domain import own_file
from coprod_desktop.services import group_members, groups, sessions, workspace
from coprod_desktop.ui.dialogs.about_session import AboutSession
from coprod_desktop.ui.dialogs.ask import Ask
from coprod_desktop.ui.dialogs.brought_in import BroughtIn, place_words
from coprod_desktop.ui.dialogs.new_session import NewSession
from coprod_desktop.ui.pages.sessions import SessionsPage
from coprod_desktop.ui.style import theme
from coprod_desktop.ui.style.theme import Appearance, Scheme
from tests.desks import HOME_CARE, SAMPLES, STEERING
from tests.ui.accessible import assert_accessible


@pytest.fixture
def open_page(context, qtbot, runner):
    def make() -> SessionsPage:
        page = SessionsPage(context)
        qtbot.addWidget(page)
        runner.changed.connect(page.apply)
        page.resize(1000, 760)
        page.show()
        qtbot.waitExposed(page)
        page.activateWindow()
        page.open(None)
        settle(runner)
        return page

    return make


def settle(runner) -> None:
    """Every call has come back, also those asked for by one that came back."""
    while not (runner.wait_idle() and runner._pending == 0):
        pass


def listed(page) -> list[str]:
    rows = page.list.rows()
    return [rows.index(i, 0).data() for i in range(rows.rowCount())]


def read(widget) -> str:
    return "\n".join(w.text() for w in widget.findChildren(QLabel) if w.isVisibleTo(widget))


def press(qtbot, page, name: str) -> None:
    push = page.findChild(object, name)
    push.setFocus()
    qtbot.keyClick(push, Qt.Key.Key_Space)


def opened(qtbot, page, kind):
    """The dialog that has come up, ready for keys."""
    dialog = page.findChild(kind)
    qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)
    return dialog


def test_each_session_says_when_where_and_what_came_of_it(open_page, sample):
    page = open_page()
    (said,) = listed(page)
    assert said.startswith(
        "Listening space: home care. Thursday 17 September 2026, 10:30 to 12:30 · St Cuthbert's Hall"
    )
    assert "22 things said · 7 points answered" in said


def test_the_focus_is_in_the_list_and_enter_opens_the_session(open_page, sample, heard, qtbot):
    page = open_page()
    assert QApplication.focusWidget() is page.list
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    assert heard.opened == [("answer", sample)]


def test_with_no_session_it_says_so_and_only_what_works_can_be_pressed(open_page):
    page = open_page()
    assert "No sessions yet" in read(page)
    assert QApplication.focusWidget().objectName() == "newSession"
    assert not page.findChild(object, "takeAway").isVisible()


def test_a_new_session_by_keys_asks_three_things_and_opens_get_ready(open_page, heard, desk, runner, qtbot):
    page = open_page()
    press(qtbot, page, "newSession")
    dialog = opened(qtbot, page, NewSession)
    qtbot.keyClicks(QApplication.focusWidget(), "Steering group, winter")
    date = dialog.findChild(object, "sessionDateEdit")
    date.setFocus()
    date.selectAll()
    qtbot.keyClicks(date, "26 nov 2027")
    start = dialog.findChild(object, "sessionStartEdit")
    start.setFocus()
    qtbot.keyClicks(start, "2pm")
    press(qtbot, dialog, "make")
    settle(runner)
    only = sessions.every(desk)[0]
    assert (only.title, only.date, only.start) == ("Steering group, winter", "2027-11-26", "14:00")
    assert heard.opened == [("get_ready", only.id)]
    assert "Steering group, winter" in listed(page)[0]


def test_a_new_session_can_be_the_next_one_of_a_group(open_page, heard, desk, runner, qtbot):
    """Features: "Workshop 1" (numbered in a series): also from the page Sessions, with what the group knows."""
    group, _ = groups.add(desk, "Bramley Vale Forum", "forum", locality="Tilbury")
    groups.add(desk, "Ended long ago", "forum", start=datetime.date(2020, 1, 1), end=datetime.date(2020, 6, 1))
    group_members.add(desk, group, "Ida Ackroyd")
    page = open_page()
    press(qtbot, page, "newSession")
    dialog = opened(qtbot, page, NewSession)
    settle(runner)
    qtbot.keyClicks(QApplication.focusWidget(), "Spring meeting")
    box = dialog.findChild(object, "ofGroup")
    assert [box.itemText(n) for n in range(box.count())] == ["None", "Bramley Vale Forum"]
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Down)
    press(qtbot, dialog, "make")
    settle(runner)
    (only,) = sessions.every(desk)
    made = sessions.one(desk, only.id)
    assert (made.title, made.group_id, made.series_n, made.type) == ("Spring meeting", group, 1, "forum")
    assert made.locality == "Tilbury"
    assert [one.name for one in sessions.record(desk, only.id).people] == ["Ida Ackroyd"]
    assert heard.opened == [("get_ready", only.id)]


def test_a_date_that_is_none_is_said_in_the_dialog_and_the_words_stay(open_page, desk, runner, qtbot):
    page = open_page()
    press(qtbot, page, "newSession")
    dialog = opened(qtbot, page, NewSession)
    qtbot.keyClicks(QApplication.focusWidget(), "Drop-in")
    date = dialog.findChild(object, "sessionDateEdit")
    date.setFocus()
    date.selectAll()
    qtbot.keyClicks(date, "31 feb")
    press(qtbot, dialog, "make")
    settle(runner)
    assert "not a day in the calendar" in read(dialog)
    assert dialog.isVisible()
    assert dialog.findChild(object, "sessionTitle").text() == "Drop-in"
    assert date.text() == "31 feb"
    assert not sessions.every(desk)


def test_about_this_session_saves_all_changes_as_one_step(open_page, sample, desk, runner, qtbot):
    page = open_page()
    press(qtbot, page, "aboutSession")
    settle(runner)
    dialog = opened(qtbot, page, AboutSession)
    title = dialog.findChild(object, "sessionTitle")
    title.selectAll()
    qtbot.keyClicks(title, "Home care, second talk")
    for name, words in (("leadName", "Ruth, safeguarding"), ("leadPhone", "01632 960 001"), ("finishByEdit", "12.45")):
        field = dialog.findChild(object, name)
        field.setFocus()
        qtbot.keyClicks(field, words)
    press(qtbot, dialog, "keep")
    settle(runner)
    now = sessions.one(desk, sample)
    assert (now.title, now.lead_name, now.finish_by) == ("Home care, second talk", "Ruth, safeguarding", "12:45")
    assert (now.place, str(now.date)) == ("St Cuthbert's Hall, Marrowdale", "2026-09-17")
    assert "Home care, second talk" in listed(page)[0]
    runner.do(workspace.undo)
    settle(runner)
    assert sessions.one(desk, sample).lead_phone is None
    assert "Listening space: home care" in listed(page)[0]


def test_leaving_the_facts_as_they_were_changes_nothing(open_page, sample, desk, runner, qtbot):
    page = open_page()
    before = sessions.one(desk, sample)
    press(qtbot, page, "aboutSession")
    settle(runner)
    dialog = opened(qtbot, page, AboutSession)
    press(qtbot, dialog, "keep")
    settle(runner)
    assert sessions.one(desk, sample) == before
    qtbot.waitUntil(lambda: page.findChild(AboutSession) is None)


def test_a_session_taken_away_is_gone_and_undo_brings_it_back(open_page, sample, heard, runner, qtbot):
    page = open_page()
    press(qtbot, page, "takeAway")
    question = opened(qtbot, page, Ask)
    assert "22 things said, 7 people on its list and 7 points go with it." in read(question)
    press(qtbot, question, "askNo")
    qtbot.waitUntil(lambda: page.findChild(Ask) is None)
    assert len(listed(page)) == 1
    press(qtbot, page, "takeAway")
    press(qtbot, opened(qtbot, page, Ask), "askYes")
    settle(runner)
    assert listed(page) == []
    assert heard.told[-1][:2] == (
        "Taken away: Listening space: home care",
        "It is in the Bin for 30 days, with all that was said.",
    )
    runner.do(workspace.undo)
    settle(runner)
    assert "22 things said" in listed(page)[0]


def test_a_file_is_brought_in_and_it_says_what_was_taken(open_page, runner, heard, desk, monkeypatch, qtbot):
    page = open_page()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(STEERING), ""))
    press(qtbot, page, "bringIn")
    settle(runner)
    dialog = opened(qtbot, page, BroughtIn)
    assert "A new session." in read(dialog)
    assert "steering group" in listed(page)[0]
    assert "Ctrl Z takes all of it back" in read(dialog)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert heard.opened == [("answer", sessions.every(desk)[0].id)]


def test_an_engagement_log_comes_in_the_same_way_and_one_undo_takes_it_away(
    open_page, runner, heard, desk, monkeypatch, qtbot
):
    page = open_page()
    log = SAMPLES / "wirral-engagement-events.csv"
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(log), ""))
    press(qtbot, page, "bringIn")
    settle(runner)
    assert heard.told[-1][0] == "17 sessions were added, 0 were here already."
    assert len(listed(page)) == 17
    press(qtbot, page, "bringIn")
    settle(runner)
    assert heard.told[-1][0] == "0 sessions were added, 17 were here already."
    runner.do(workspace.undo)
    settle(runner)
    assert listed(page) == []


def test_rows_of_a_log_that_are_not_clear_are_told_and_the_others_come_in(open_page, runner, heard, desk, tmp_path):
    page = open_page()
    path = tmp_path / "log.csv"
    bad = "".join(f"{day} February 2024,Forum,Hall,x\n" for day in (30, 31, 32, 33))
    path.write_text(f"Our log,,,\nDate,Type,Location,Weather\n1 May 2024,Forum,Hall,x\n{bad}", "utf-8")
    page._bring.bring(path)
    settle(runner)
    what, do, state = heard.told[-1][:3]
    assert what == "1 session was added, 0 were here already."
    assert "Row 4 was left out: “30 February 2024” is not a day in the calendar." in do
    assert "1 more row is not right." in do
    assert "Columns that have no place here: Weather." in do
    assert state == "look"


def test_a_log_of_which_nothing_is_clear_is_refused_with_the_row(open_page, runner, heard, desk, tmp_path):
    page = open_page()
    path = tmp_path / "log.csv"
    path.write_text("Date,Type,Location\n31 February 2024,Forum,Hall\n", "utf-8")
    not_saved = []
    runner.not_saved.connect(not_saved.append)
    page._bring.bring(path)
    settle(runner)
    assert heard.failed[-1].what.startswith("Row 2:")
    assert not not_saved
    assert not sessions.every(desk)


@pytest.mark.parametrize(
    ("text", "said"),
    [("Date,Where\n1 May 2024,Hall\n", "no column “type”"), ("Name,Role\nMo,carer\n", "a list of people")],
)
def test_a_list_that_is_no_log_says_what_it_is(open_page, runner, heard, tmp_path, desk, text, said):
    page = open_page()
    path = tmp_path / "list.csv"
    path.write_text(text, "utf-8")
    page._bring.bring(path)
    settle(runner)
    assert said in heard.failed[-1].what
    assert not sessions.every(desk)


def test_a_file_with_nothing_new_says_so_and_promises_no_undo(open_page, sample, runner, heard, qtbot):
    page = open_page()
    page._bring.bring(HOME_CARE)
    settle(runner)
    said = read(opened(qtbot, page, BroughtIn))
    assert "Nothing new was in the file" in said
    assert "Ctrl Z" not in said
    assert heard.told[-1][0] == "Listening space: home care"


def test_brought_in_again_it_says_where_ours_was_kept_and_what_was_not_understood(
    open_page, sample, runner, desk, tmp_path, qtbot
):
    page = open_page()
    runner.do(sessions.change, sample, place="The library")
    settle(runner)
    theirs = json.loads(HOME_CARE.read_text("utf-8"))
    theirs["session"]["place"] = "The church"
    theirs["mood"] = "warm"
    path = tmp_path / "again.json"
    path.write_text(json.dumps(theirs), "utf-8")
    page._bring.bring(path)
    settle(runner)
    notes = opened(qtbot, page, BroughtIn).findChild(object, "broughtNotes").toPlainText()
    assert "Yours stands until you choose:\n- The session's own facts" in notes
    assert "- mood" in notes
    assert sessions.one(desk, sample).place == "The library"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b'{"format": "coprod-session/1", "entries": [', "Is it only half a file?"),
        (b"\xff\xfe\x00", "not plain text (UTF-8"),
        (b"[]", "not right at the start"),
    ],
)
def test_a_wrong_file_is_refused_with_the_place_and_nothing_is_stored(
    open_page, runner, heard, desk, tmp_path, data, said
):
    page = open_page()
    path = tmp_path / "wrong.json"
    path.write_bytes(data)
    not_saved = []
    runner.not_saved.connect(not_saved.append)
    page._bring.bring(path)
    settle(runner)
    assert not not_saved, "nothing of one's own was lost"
    assert said in heard.failed[-1].what
    assert "Nothing from this file was stored" in heard.failed[-1].do
    assert not sessions.every(desk)


def test_a_file_that_is_not_there_is_a_sentence(open_page, runner, heard, tmp_path):
    page = open_page()
    page._bring.bring(tmp_path / "gone.json")
    settle(runner)
    assert heard.failed[-1].what.startswith("gone.json could not be read")


def test_the_saved_file_is_private_and_comes_in_again_elsewhere(
    open_page, sample, runner, heard, tmp_path, monkeypatch, qtbot
):
    page = open_page()
    out = tmp_path / "out"
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(out))
    press(qtbot, page, "saveFile")
    settle(runner)
    (made,) = out.rglob(f"*.{own_file.ENDING}")
    assert made.parent.name == "private"
    assert "private" in made.name
    assert "private" in heard.told[-1][0]
    assert str(made) == heard.told[-1][1]
    workspace.create(tmp_path / "other", None)
    other = workspace.unlock(tmp_path / "other", None)
    try:
        from coprod_desktop.services.bring_in import merge

        merge.import_file(other, Path(made).read_bytes())
        assert [s.title for s in sessions.every(other)] == ["Listening space: home care"]
    finally:
        workspace.close(other)


def test_places_are_said_in_words():
    assert place_words("entries[4]") == "Line 5 of the file"
    assert place_words("agenda") == "The agenda"


def test_a_screen_reader_and_large_text_can_use_it(open_page, sample, context, runner, dressed, qtbot):
    page = open_page()
    assert_accessible(page)
    press(qtbot, page, "aboutSession")
    settle(runner)
    dialog = opened(qtbot, page, AboutSession)
    assert_accessible(dialog)
    theme.apply(dressed, Appearance(Scheme.LIGHT, 200))
    new = NewSession(context, page)
    new.open()
    qtbot.waitUntil(lambda: new.isActiveWindow())
    assert_accessible(new)
    assert page.list.height() >= 300
