"""The four buttons, one line, Enter; what it is by one key; what is behind it; from a session in two gestures."""

from __future__ import annotations

import argparse
import copy
import json
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFileDialog

from coprod_desktop import paths
from coprod_desktop.cli import log as command
from coprod_desktop.domain import dates
from coprod_desktop.domain.check.findings import blocking
from coprod_desktop.domain.check.settled import Decision
from coprod_desktop.domain.log_kinds import parse_log_kinds
from coprod_desktop.domain.log_record import Publicity
from coprod_desktop.services import drafts, log, sessions
from coprod_desktop.services.making import papers
from coprod_desktop.services.seen import log as seen
from coprod_desktop.services.seen import search
from coprod_desktop.services.seen.looking import Choice
from coprod_desktop.ui.dialogs.facts_dialog import FactsDialog
from coprod_desktop.ui.groups.log_dialog import AGAIN, ROUTES, THEMES, LogDialog
from coprod_desktop.ui.groups.log_line_dialog import log_line_dialog
from coprod_desktop.ui.groups.log_row import LogRow
from coprod_desktop.ui.listen import more_menu
from coprod_desktop.ui.pages.find import FindPage
from coprod_desktop.ui.pages.paper import PaperPage
from tests.groups import made_group
from tests.ui.accessible import assert_accessible
from tests.ui.pages import test_paper as paper_page

ENTER = Qt.Key.Key_Return


@pytest.fixture
def group(desk):
    return made_group(desk)


def wait(context):
    for _ in range(4):
        assert context.runner.wait_idle(60_000)


@pytest.fixture
def dialog(context, desk, group, parent):
    made = LogDialog(context, desk.content.log, group=group, parent=parent)
    made.open()
    wait(context)
    return made


def lines(desk, group):
    return seen.seen(desk, group=group).rows


def test_one_line_and_enter_saves_it_and_enter_once_more_says_what_it_is(dialog, context, desk, group, qtbot):
    qtbot.mouseClick(dialog.row.buttons["stuck"], Qt.MouseButton.LeftButton)
    assert dialog.row.line.hasFocus()
    qtbot.keyClicks(dialog.row.line, "Legal has held up the policy")
    qtbot.keyClick(dialog.row.line, ENTER)
    assert dialog.row.line.text() == ""
    wait(context)
    (row,) = lines(desk, group)
    assert (row.line.kind, row.line.confirmed) == ("barrier", False)
    assert (dialog.row.kind.currentText(), dialog.row.asks.isVisible()) == ("Barrier", True)
    assert dialog.list.items.rows()[0].row.detail.startswith("Barrier? · ")
    assert_accessible(dialog)
    qtbot.keyClick(dialog.row.line, ENTER)
    wait(context)
    (row,) = lines(desk, group)
    assert row.line.confirmed
    assert not dialog.row.asks.isVisible()
    assert dialog.row.line.hasFocus()


def test_another_kind_is_chosen_beside_the_line(dialog, context, desk, group, qtbot):
    qtbot.keyClicks(dialog.row.line, "Agreed to buy a second loop")
    qtbot.keyClick(dialog.row.line, ENTER)
    wait(context)
    dialog.row.kind.setCurrentIndex(dialog.row.kind.findData("acted_first"))
    qtbot.mouseClick(dialog.row.yes, Qt.MouseButton.LeftButton)
    wait(context)
    (row,) = lines(desk, group)
    assert (row.line.kind, row.line.confirmed) == ("acted_first", True)


def test_the_next_line_can_be_typed_while_the_last_is_saved(dialog, context, desk, group, qtbot):
    for words in ("Agreed the first", "Agreed the second", "Agreed the third"):
        qtbot.keyClicks(dialog.row.line, words)
        qtbot.keyClick(dialog.row.line, ENTER)
    wait(context)
    assert [row.line.words for row in lines(desk, group)] == [
        "Agreed the third",
        "Agreed the second",
        "Agreed the first",
    ]


def test_what_cannot_be_saved_is_said_and_the_words_stay(dialog, context, desk, group, qtbot):
    dialog.row.line.insert("a" * 40_000)
    qtbot.keyClick(dialog.row.line, ENTER)
    wait(context)
    assert "40,000 characters" in dialog.row.state.text()
    assert dialog.row.state.isVisible()
    assert len(dialog.row.line.text()) == 40_000
    assert not lines(desk, group)


def test_what_was_typed_is_there_again_with_its_button(dialog, context, desk, group, parent, qtbot):
    qtbot.mouseClick(dialog.row.buttons["told"], Qt.MouseButton.LeftButton)
    qtbot.keyClicks(dialog.row.line, "A carer at the market")
    dialog.reject()
    wait(context)
    assert [kept.words for kept in drafts.every(desk)] == ["A carer at the market"]
    again = LogDialog(context, desk.content.log, group=group, parent=parent)
    again.open()
    qtbot.waitUntil(lambda: again.row.line.text() == "A carer at the market")
    assert again.row.chosen() == "told"
    qtbot.keyClick(again.row.line, ENTER)
    wait(context)
    assert not drafts.every(desk)


def test_space_says_what_a_line_is_and_delete_takes_it_away(dialog, context, desk, group, qtbot):
    log.add(desk, "Agreed to meet", "decided", group=group)
    dialog._read()
    wait(context)
    dialog.list.setFocus()
    qtbot.keyClick(dialog.list, Qt.Key.Key_Space)
    wait(context)
    assert lines(desk, group)[0].line.confirmed
    qtbot.keyClick(dialog.list, Qt.Key.Key_Delete)
    wait(context)
    assert not lines(desk, group)
    assert "Bin" in dialog.banner.what.text()


def test_enter_opens_what_is_behind_a_line_and_each_field_saves_by_itself(dialog, context, desk, group, qtbot):
    line, _ = log.add(desk, "Agreed to meet", group=group, kind="decision")
    dialog._read()
    wait(context)
    dialog.list.setFocus()
    qtbot.keyClick(dialog.list, ENTER)
    wait(context)
    (opened,) = dialog.findChildren(FactsDialog)
    assert_accessible(opened)
    who = opened.field("who")
    who.setFocus()
    qtbot.keyClicks(who, "The board")
    qtbot.keyClick(who, ENTER)
    wait(context)
    assert log.read(desk, line)["who"] == "The board"
    opened.field("publicity").setCurrentIndex(opened.field("publicity").findData(Publicity.ANYONE))
    opened.forms[0].fields.hand_in()
    wait(context)
    assert log.read(desk, line)["publicity"] is Publicity.ANYONE


def test_a_line_that_becomes_another_kind_asks_for_other_things(context, desk, group, parent, qtbot):
    line, _ = log.add(desk, "Do you pay for travel time?", group=group, kind="decision")
    opened = log_line_dialog(context, desk.content.log, line, "decision", "", parent)
    opened.open()
    wait(context)
    opened.field("kind").setCurrentIndex(opened.field("kind").findData("tender_question"))
    opened.forms[0].fields.hand_in()
    wait(context)
    assert [fact.label for fact in opened.forms[1].facts] == [
        "Which provider", "Who asks it", "What they answered", "Score, for us alone",
    ]  # fmt: skip
    publicity = opened.field("publicity")
    assert [publicity.itemText(at) for at in range(publicity.count())] == ["Only us"]
    assert_accessible(opened)


def test_a_score_of_more_than_all_is_said_where_it_was_typed(context, desk, group, parent, qtbot):
    line, _ = log.add(desk, "Tenders scored", group=group, kind="procurement_stage")
    opened = log_line_dialog(context, desk.content.log, line, "procurement_stage", "", parent)
    opened.open()
    wait(context)
    score = opened.field("score")
    score.setFocus()
    qtbot.keyClicks(score, "120%")
    qtbot.keyClick(score, ENTER)
    wait(context)
    assert "more than all of them" in opened.ui.banner.what.text()
    assert score.text() == "120%"
    assert log.read(desk, line)["score"] is None


def test_themes_and_ways_to_people_are_shown_in_the_same_list(dialog, context, desk, group):
    for source in ("our survey", "audit"):
        line, _ = log.add(desk, f"{source}: late", group=group, kind="evidence")
        log.change(desk, line, "source_kind", source)
        log.change(desk, line, "theme", "Call times")
    line, _ = log.add(desk, "Leaflets", group=group, kind="recruitment_route")
    log.change(desk, line, "route", "poster or leaflet")
    log.change(desk, line, "reached", 250)
    for which, words in (
        (THEMES, "Call times: our survey 1, audit 1 (two kinds of evidence)"),
        (ROUTES, "poster or leaflet: reached 250, 0 came"),
        ("evidence", "audit: late"),
    ):
        dialog.show_which.setCurrentIndex(dialog.show_which.findData(which))
        wait(context)
        assert dialog.list.items.rows()[0].row.title == words
    dialog.show_which.setCurrentIndex(dialog.show_which.findData(THEMES))
    wait(context)
    assert not dialog.take_it.isVisible()


def test_from_a_session_in_two_gestures(context, desk, group, parent, qtbot):
    """The menu More of Listen, and its row: a line written there is in the group's log."""
    session = sessions.new(desk, title="Round table", date=desk.today())[0]
    with desk.store.write("Said whose session it is") as tx:
        tx.change("session", session, group_id=group)
    row = next(row for row in more_menu.ROWS if row.name == "moreLog")
    opened = row.opens(more_menu.Here(context, session, desk.content, parent, parent))
    wait(context)
    qtbot.keyClicks(opened.row.line, "Agreed to ask again")
    qtbot.keyClick(opened.row.line, ENTER)
    wait(context)
    assert [row.line.session_id for row in lines(desk, group)] == [session]
    assert not opened.share.isVisible()


def test_learning_goes_to_others_by_file_and_comes_back_private(
    dialog, context, desk, group, qtbot, tmp_path, monkeypatch
):
    log.add(desk, "Tea first worked better than slides", group=group, kind="learning")
    file = tmp_path / "learnt.json"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a: (str(file), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_a: (str(file), ""))
    dialog._give()
    wait(context)
    qtbot.waitUntil(file.exists)
    wait(context)
    assert "1 line is in learnt.json" in dialog.banner.what.text()
    other = LogDialog(context, desk.content.log, group=made_group(desk, "Another group"), parent=dialog)
    other.open()
    other._bring()
    wait(context)
    assert "1 line came in" in other.banner.what.text()
    (row,) = lines(desk, other._group)
    assert (row.line.words, row.line.publicity) == ("Tea first worked better than slides", Publicity.PRIVATE)
    file.write_text("{", "utf-8")
    other._bring()
    wait(context)
    assert "cannot be read" in other.banner.what.text()


def test_one_more_row_of_the_table_is_in_buttons_form_list_search_and_command(context, desk, group, parent, qtbot):
    kinds = with_one_more(desk)
    theirs = replace(desk, content=replace(desk.content, log_kinds=kinds))
    context.runner.desk, mine = theirs, replace(context, desk=theirs)
    row = LogRow(mine, kinds, parent)
    row.show_place(group=group)
    row.show()
    row._press("learnt")
    qtbot.keyClicks(row.line, "Visited the day centre")
    qtbot.keyClick(row.line, ENTER)
    wait(context)
    assert row.kind.currentText() == "Visit"
    (made,) = lines(theirs, group)
    assert (made.line.kind, made.called) == ("visit", "Visit?")
    assert made.line.follow_up == desk.today() + timedelta(3)
    opened = log_line_dialog(mine, kinds, made.id, "visit", "", parent)
    opened.open()
    wait(context)
    assert [fact.label for fact in opened.forms[1].facts] == ["Who", "Until"]
    shown = LogDialog(mine, kinds, group=group, parent=parent)
    box: QComboBox = shown.show_which
    assert "Visits" in [box.itemText(at) for at in range(box.count())]
    (hit,) = search.search(theirs, "visits")
    today = dates.plain(desk.today()).rsplit(" ", 1)[0]
    assert (hit.id, hit.title) == (made.id, f"Visit · Home care steering group · {today}")
    parser = argparse.ArgumentParser()
    command.add(parser.add_subparsers(), kinds)
    assert parser.parse_args(["log", "--kind", "visit"]).kind == "visit"
    wait(context)
    context.runner.desk = desk


def with_one_more(desk):
    """The table of kinds with one row more."""
    data = copy.deepcopy(json.loads(paths.resource("content", "log_kinds.json").read_text("utf-8")))
    more = {"kind": "visit", "words": "Visit", "many": "Visits", "button": "learnt", "asks": ["who", "until"]}
    data["kinds"].append({**more, "cues": ["visited"], "publish": True, "follow_up": {"days": 3}})
    return parse_log_kinds(data, {**desk.content.data["lists"], "themes": desk.content.themes()})


@pytest.fixture
def find(context, qtbot):
    made = FindPage(context)
    qtbot.addWidget(made)
    made.show()
    return made


def test_find_opens_a_line_of_the_log_by_itself(context, desk, group, find, qtbot):
    log.add(desk, "Legal has held up the policy", group=group, kind="barrier")
    page = find
    page.open(None)
    qtbot.keyClicks(page.form.findWords, "barrier")
    qtbot.waitUntil(lambda: bool(page._found))
    wait(context)
    said = [row.spoken for row in page.form.found.cards.rows()]
    today = dates.plain(desk.today()).rsplit(" ", 1)[0]
    assert said == ["In the log", f"Legal has held up the policy. Barrier · Home care steering group · {today}"]
    qtbot.keyClick(page.form.findWords, ENTER)
    wait(context)
    (opened,) = page.findChildren(FactsDialog)
    wait(context)
    assert opened.field("words").words() == "Legal has held up the policy"
    opened.reject()
    wait(context)


@pytest.fixture
def paper(context, qtbot):
    made = PaperPage(context)
    qtbot.addWidget(made)
    made.resize(1016, 640)
    made.show()
    context.runner.changed.connect(made.apply)
    return made


def test_what_check_finds_in_the_log_is_changed_from_the_paper_page(context, desk, sample, paper, qtbot):
    for finding in blocking(papers.findings(desk, sample)):
        papers.settle(desk, sample, finding, Decision.LEAVE_OUT)
    line, _ = log.add(desk, "Ring 07700 900123 about the loop", session=sample, kind="decision")
    log.change(desk, line, "publicity", "anyone")
    page = paper_page.opened(paper, sample, qtbot)
    item = page.pages.questions.now
    assert (item.where, item.place()) == ("In a line of the log", ("", "Change it in the log…"))
    paper_page.choose(page, Choice.GO, qtbot)
    (opened,) = page.findChildren(FactsDialog)
    wait(context)
    words = opened.field("words")
    words.selectAll()
    qtbot.keyClicks(words, "Ring the office about the loop")
    opened.forms[0].fields.hand_in()
    wait(context)
    assert log.read(desk, line)["words"] == "Ring the office about the loop"
    assert not blocking(papers.findings(desk, sample))


def test_a_name_in_what_was_heard_outside_is_said_beside_the_line(dialog, context, desk, group, qtbot):
    """001 "of the moment" things heard outside sessions: with source, no names."""
    qtbot.mouseClick(dialog.row.buttons["told"], Qt.MouseButton.LeftButton)
    qtbot.keyClicks(dialog.row.line, "Mrs Wetherby told me the bus never comes")
    qtbot.keyClick(dialog.row.line, ENTER)
    wait(context)
    (shown,) = dialog.list.items.rows()
    assert "In it: names a person who is not on the list" in shown.row.detail


def test_a_long_log_shows_its_newest_lines_first_and_more_when_asked(dialog, context, desk, group, qtbot):
    for n in range(120):
        log.add(desk, f"Agreed number {n}", group=group, kind="decision")
    dialog._read()
    wait(context)
    rows = dialog.list.items.rows()
    assert (len(rows), rows[0].row.title) == (100, "Agreed number 119")
    assert dialog.more.isVisible()
    qtbot.mouseClick(dialog.more, Qt.MouseButton.LeftButton)
    wait(context)
    assert len(dialog.list.items.rows()) == 120
    assert not dialog.more.isVisible()


def test_what_to_look_at_again_is_shown_by_its_day(dialog, context, desk, group):
    for words, days in (("In a month", 30), ("Since last week", -7), ("Tomorrow", 1)):
        line, _ = log.add(desk, words, group=group, kind="risk")
        log.change(desk, line, "follow_up", desk.today() + timedelta(days))
    log.add(desk, "Agreed", group=group, kind="decision")
    dialog.show_which.setCurrentIndex(dialog.show_which.findData(AGAIN))
    wait(context)
    rows = dialog.list.items.rows()
    assert [shown.row.title for shown in rows] == ["Since last week", "Tomorrow", "In a month"]
    assert [shown.row.state for shown in rows] == ["late", "", ""]
