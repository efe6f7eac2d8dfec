"""The second half of a group's year by keys alone: help in its reports, its form, what is moved, what is due."""

from __future__ import annotations

import re
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from coprod_desktop.domain.agreed_record import PaperState
from coprod_desktop.domain.changes import Changes, Ref
from coprod_desktop.domain.words import SessionState
from coprod_desktop.services import agreed, answers, groups_due, log, looking_back, promises, sessions
from coprod_desktop.services.looking_back import Of
from coprod_desktop.services.making import reports
from coprod_desktop.services.seen import closing, over_time
from tests.publish.telling_papers import told
from tests.ui.hands import Hands
from tests.years import GROUP, lived_workspace, year

__all__ = ["lived_workspace", "year"]
pytestmark = [pytest.mark.slow, pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)]


@pytest.fixture
def papers(settings, tmp_path):
    """The folder that papers go to."""
    settings.write(replace(settings.read(), papers=tmp_path / "papers"))
    return tmp_path / "papers"


@pytest.fixture
def hands(year, shell, runner, tmp_path, papers):
    """Hands on the keyboard, the window at Home on the last day of the year."""
    runner.desk = year.desk
    shell.resize(1366, 768)
    shell.enter(year.desk, tmp_path / "year")
    made = Hands(shell)
    made.settle()
    yield made
    runner.wait_idle()
    runner.desk = None


def to_group(hands: Hands) -> None:
    """Three keys from anywhere: the group is the first of the list, and one is in its timeline."""
    hands.press("Ctrl+8", "Return", "Return")


def to_part(hands: Hands, steps: int) -> None:
    """Go to one of the parts of the group."""
    hands.go("partTimeline", back=True)
    hands.press(*["Right"] * steps)


def in_word(path: Path) -> str:
    """Return the words of a Word document."""
    return re.sub("<[^>]+>", "", zipfile.ZipFile(path).read("word/document.xml").decode())


def test_f1_in_reports_tells_of_reports_and_comes_back(hands):
    hands.shell.open_page("sessions")
    hands.settle()
    hands.go("reports", most=30)
    hands.press("Return")
    with hands.count(2):
        hands.press("F1")
        assert "Make the report" in QApplication.activeModalWidget().findChild(object, "handbookText").toPlainText()
        hands.press("Escape")
    assert hands.at().objectName() == "reportKind"


def test_what_is_due_is_opened_from_home_and_one_is_back_there(hands, year):
    ask = hands.shell.in_front()._form.groupAsk
    before = ask.state.text()
    with hands.count(3):
        hands.go("groupAskPush", back=True)
        hands.press("Return")
    assert hands.at().objectName() == "logLineWords"  # not on the button that closes
    with hands.count(6):
        hands.go("logLineFollowUpEdit")
        hands.press("Ctrl+A")
        hands.type("1 Mar 2026")
        hands.press("Escape")
    assert hands.at().objectName() == "groupAskPush"
    assert ask.state.text() != before
    assert "waiting list" not in ask.state.text()


def test_all_that_is_due_is_a_list_behind_one_button_of_home_and_a_line_of_it_comes_back_there(hands, year):
    due = groups_due.near(year.desk)
    with hands.count(1):
        hands.go("groupAskEvery", back=True)
    assert hands.at().text() == f"All {len(due)}…"
    with hands.count(2):
        hands.press("Return", "Return")
    assert hands.at().objectName() == "logLineWords"
    hands.press("Escape")
    rows = hands.at().rows()
    assert (hands.at().objectName(), rows.rowCount()) == ("waitingList", len(due))
    log.close(year.desk, due[0].line)
    hands.shell.runner.changed.emit(Changes(changed=(Ref("log_line", due[0].line),)))
    hands.settle()
    assert rows.rowCount() == len(due) - 1
    with hands.count(4):
        hands.press("End", "Return")  # the last is of a group
        assert hands.shell.in_front().objectName() == "GroupsPage"


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
def test_a_report_is_finished_by_hand_and_agreed_by_keys_and_says_what_is_still_to_write(hands, year):
    to_group(hands)
    hands.go("moreOfGroup", back=True)
    hands.press("Return", "Down", "Down", "Down", "Return", "Down")
    with hands.count(5):
        hands.go("finishByHand")
        hands.press("Return")
    editor = QApplication.activeModalWidget()
    assert editor.list.rows().rows()[0].to_write
    for words in ("Adults Committee", "Head of Commissioning", "Key"):  # typed over what stands for them
        hands.type(words)
        hands.press("Ctrl+PgDown")
    assert not editor.list.rows().rows()[0].to_write
    (paper,) = [one for one in agreed.every(year.desk, group=year.group) if "Committee report" in one.paper.title]
    assert "Committee: Adults Committee, " in paper.newest.parts[0][1]
    hands.press("Ctrl+PgDown")
    assert hands.at().textCursor().selectedText().startswith("To write: ")
    with hands.count(8):
        hands.go("nextStep")
        hands.press("Return")
        assert "still to write below" in QApplication.activeModalWidget().ui.stepAbout.text()
        hands.press("Return")
    assert agreed.one(year.desk, paper.paper.id).newest.state is PaperState.AGREED


def test_the_form_of_the_year_is_typed_in_one_line(hands, year):
    to_group(hands)
    to_part(hands, 4)
    with hands.count(5):
        hands.go("countForms")
        hands.press("Return")
    asked = QApplication.activeModalWidget().form()
    hands.type(" ".join("1" for _ in asked.questions))
    with hands.count(2):
        hands.press("Return", "Return")
    assert looking_back.seen(year.desk, Of(group=year.group), asked.name).running.forms == 1


def test_at_200_per_cent_what_has_the_focus_is_seen_wherever_one_comes_from(hands):
    hands.press(*["Ctrl++"] * 6)
    to_group(hands)
    assert not hands.at().visibleRegion().isEmpty()
    to_part(hands, 1)
    hands.go("memberName")
    hands.shell.tell("Somebody changed this elsewhere.", "Look at it again when you are ready.")
    hands.settle()
    assert hands.at().visibleRegion().boundingRect().height() == hands.at().height()
    hands.shell.open_page("follow_up", next(iter(sessions.every(hands.shell.runner.desk))).id)
    hands.settle()
    hands.go("step_follow_up", back=True, most=30)
    hands.press("Tab")
    assert hands.shell.in_front().isAncestorOf(hands.at())
    assert not hands.at().visibleRegion().isEmpty()


def test_the_year_is_looked_back_on_table_by_table_with_down_alone(hands):
    """Rows of the sources: localities, rungs over time, themes of a quarter."""
    to_group(hands)
    to_part(hands, 4)
    hands.go("backShown")
    part, told = hands.shell.in_front().findChild(QWidget, "lookingBackPart"), {}
    for _ in range(hands.at().count()):
        head = part.table.horizontalHeaderItem(1).text().replace("\n", " ")
        told[hands.at().currentText()] = (part.words.text(), head)
        hands.press("Down")
    assert told["How much power was shared"][0] == "Up 2 rungs: from consultation to co-design."
    assert told["Themes by quarter"] == ("How many things were said. No theme is new this quarter.", "Jan to Mar 2025")
    assert told["Themes by area"][1] == "North Bramley"
    assert told["Promises"][0] == "38 of 60 promises kept."


def test_a_session_is_moved_and_escape_leaves_the_question_as_it_was(hands, year):
    to_group(hands)
    hands.go("nextSession", back=True)
    hands.press("Return")
    hands.go("moveOrCancel")
    hands.press("Return", "Escape")
    assert hands.at().objectName() == "moveOrCancel"
    with hands.count(5):
        hands.press("Return")
        hands.type("The lift is out of order")
        hands.press("Tab")
        hands.type("14 Feb 2026")
        hands.press("Tab", "Return")
    (moved,) = [line for line in sessions.every(year.desk) if line.date == "2026-02-14"]
    assert sessions.one(year.desk, moved.id).state is SessionState.MOVED


def test_slips_after_a_session_are_typed_while_one_looks_at_it_and_stand_in_looking_back(hands, year):
    session = year.sessions[-1]
    hands.shell.open_page("follow_up", session)
    hands.settle()
    with hands.count(3):
        hands.press("Ctrl+2", "F10", "S")
    with hands.count(7):
        hands.type("1 2")
        hands.press("Return")
        hands.type("A quieter room")
        hands.press("Return")
        hands.type("N")
        hands.press("Return")
        hands.type("1 1")
        hands.press("Return", "Return")  # no words on this one
    assert looking_back.running_of(year.desk, session=session) == 2
    hands.press("Ctrl+Return", "Escape")
    assert [one.words for one in closing.read(year.desk, session) if one.where == closing.SLIPS] == []
    seen = over_time.read(year.desk, year.group)
    assert seen.slip_forms == 2
    assert seen.slips["had a say"] == {"yes": 2}
    assert seen.slips["could take part"] == {"partly": 1, "yes": 1}
    (said,) = [one for one in sessions.record(year.desk, session).entries if one.text == "A quieter room"]
    assert not said.quote_ok


def test_a_co_chair_leaves_and_what_was_theirs_is_followed_to_promises_and_papers(hands, year, papers):
    chair, heir = "Solveig Haraldsen", "Desmond Achebe"
    theirs = [line for line in promises.lines(year.desk) if not line.finished][:4]
    for line in theirs:
        answers.change_point(year.desk, line.id, owner=chair)
    before = len([line for line in promises.lines(year.desk) if not line.finished])
    to_group(hands)
    to_part(hands, 1)
    with hands.count(14):
        hands.go("membersList")
        hands.press("Home")
        hands.go("memberLeaves")
        hands.press("Return")
        assert (
            "4 open promises are theirs. Without them nobody chairs"
            in QApplication.activeModalWidget().ui.leavingNow.text()
        )
        hands.press("Tab", "Tab")
        hands.type(heir)
        hands.press("Tab", "Tab", "Return")
    assert hands.shell.banner.what.text() == f"Written down: {chair} left. 4 promises are {heir}’s now."
    with hands.count(2):  # the page that hands over, and one is on the member again
        hands.press("F6", "Return")
    assert hands.at().objectName() == "membersList"
    for downs in (2, 3):  # thanks, and a reference
        hands.go("memberMore")
        hands.press("Return", *["Down"] * downs, "Return")
    made = {path.name.split("-private-")[1].rsplit("-", 1)[0]: path for path in (papers / "private").glob("*.docx")}
    assert {*made} == {"handover", "group-thanks", "group-reference"}
    assert in_word(made["handover"]).count(f"{heir}, by") == 4
    assert "You came to 8 sessions" in in_word(made["group-thanks"])
    assert "co-chair" in in_word(made["group-reference"])

    hands.shell.open_page("promises")
    hands.settle()
    rows = hands.at().rows()
    shown = [rows.data(rows.index(at, 0)) for at in range(rows.rowCount())]
    assert sum(f"{heir} has it" in row for row in shown) == 4
    assert not any(chair in row for row in shown)
    assert len([line for line in promises.lines(year.desk) if not line.finished]) == before  # none is forgotten
    report = told(reports.drawn(year.desk, "committee-report", reports.Span(), GROUP)[0])
    assert chair not in report
    assert report.count("Carer. By 8 April 2025.") >= 1  # by the job, as nobody has asked him about his name there
