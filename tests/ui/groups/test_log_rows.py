"""Each row of the sources that is a kind of line in the log: typed with its button, said to be that kind, filled in by keys."""

from __future__ import annotations

import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox

from coprod_desktop.services import log
from coprod_desktop.services.seen import log as seen
from coprod_desktop.ui.dialogs.facts_dialog import FactsDialog
from coprod_desktop.ui.groups.log_dialog import LogDialog
from coprod_desktop.ui.groups.log_line_dialog import log_line_dialog
from tests.groups import made_group

ENTER = Qt.Key.Key_Return
MAY = datetime.date(2026, 5, 6)
LATER = datetime.date(2999, 5, 6)
"""An answer never comes before its question, which is of the day on which it is written down."""

ROWS = {
    "33": ("told", "Why did the taxis stop", "scrutiny_question", {
        "asked_of": "The Director", "answer": "The contract ended", "answered_on": LATER}),
    "58": ("decided", "Two more loops for the hall", "decision", {
        "who": "The board", "lived_present": "Four members", "options": "Loops, or one room with a loop"}),
    "68": ("decided", "Home care goes out again", "procurement_stage", {
        "stage": "tenders scored", "lived_present": "Three carers", "score": "41 of 50"}),
    "69": ("decided", "How do you train for dementia", "tender_question", {
        "asked_of": "Northway Care", "answer": "Two days in the first month", "score": "4 of 5"}),
    "86": ("learnt", "Cards in the library", "recruitment_route", {"route": "poster or leaflet", "reached": 40}),
    "97": ("learnt", "A morning for new staff", "training", {"trained": "staff", "reached": 12}),
    "98": ("learnt", "Tea first goes well", "learning", {"tried": "Twenty minutes of tea before anything else"}),
    "99": ("learnt", "A morning led by members", "training", {
        "trained": "managers", "lived_present": "Two members, paid", "answer": "The best part was the stories"}),
    "100": ("learnt", "Calls come late in the east", "evidence", {
        "source_kind": "audit", "who": "The audit team", "asked_n": 60, "misses": "People who buy care alone"}),
    "105": ("learnt", "Nine letters about call times", "evidence", {"source_kind": "complaint or compliment"}),
    "107": ("stuck", "How night workers are reached", "gap", {"tried": "Ask at two depots", "who": "The co-chair"}),
    "116": ("told", "The new bus stop has no seat", "heard_outside", {"source_kind": "at a door or in a street"}),
    "117": ("stuck", "A day place for somebody of thirty", "not_found", {
        "tried": "A place for people over sixty-five", "reached": 3}),
    "122": ("decided", "The ramp was closed", "acted_first", {"answer": "It had cracked", "by": LATER}),
    "130": ("stuck", "Carers who work cannot be there", "risk", {
        "answer": "One evening in three", "watched_by": "The co-chair"}),
    "134": ("learnt", "How the carers' plan goes", "monitoring", {
        "watched_by": "The board", "how_often": "each quarter", "answered_on": MAY}),
    "135": ("stuck", "The form is only online", "barrier", {"tried": "Paper at the library"}),
}  # fmt: skip
"""By number of the row: the button, the line, its kind, and what is filled in behind it."""


@pytest.fixture
def group(desk):
    return made_group(desk)


def wait(context):
    for _ in range(4):
        assert context.runner.wait_idle(60_000)


def fill(qtbot, field, value):
    """Type a value as somebody does who comes to the field by Tab, and go on."""
    typed = f"{value.day}/{value.month}/{value.year}" if isinstance(value, datetime.date) else str(value)
    if isinstance(field, QComboBox):
        field.setFocus()
        field.lineEdit().selectAll()
        qtbot.keyClicks(field.lineEdit(), typed)
        return
    field = getattr(field, "edit", field)
    field.setFocus()
    qtbot.keyClicks(field, typed)


@pytest.mark.parametrize("row", ROWS)
def test_a_line_of_this_kind_is_written_down_with_what_the_sources_ask_of_it(row, context, desk, group, parent, qtbot):
    button, words, kind, facts = ROWS[row]
    dialog = LogDialog(context, desk.content.log, group=group, parent=parent)
    dialog.open()
    wait(context)
    qtbot.mouseClick(dialog.row.buttons[button], Qt.MouseButton.LeftButton)
    qtbot.keyClicks(dialog.row.line, words)
    qtbot.keyClick(dialog.row.line, ENTER)
    wait(context)
    dialog.row.kind.setCurrentIndex(dialog.row.kind.findData(kind))
    qtbot.mouseClick(dialog.row.yes, Qt.MouseButton.LeftButton)
    wait(context)
    (line,) = seen.seen(desk, group=group).rows
    assert (line.line.words, line.line.kind, line.line.confirmed) == (words, kind, True)
    dialog.list.setFocus()
    qtbot.keyClick(dialog.list, ENTER)
    wait(context)
    (opened,) = dialog.findChildren(FactsDialog)
    for name, value in facts.items():
        fill(qtbot, opened.field(name), value)
    opened.done(0)
    wait(context)
    kept = log.read(desk, line.line.id)
    assert {name: kept[name] for name in facts} == facts


def test_the_day_of_an_answer_without_the_answer_is_said_and_the_question_stays_open(
    context, desk, group, parent, qtbot, heard
):
    line, _ = log.add(desk, "Why did the taxis stop?", group=group, kind="scrutiny_question")
    opened = log_line_dialog(context, desk.content.log, line, "scrutiny_question", "", parent)
    opened.open()
    wait(context)
    missing = opened.forms[1].missing
    assert not missing.isVisible()
    for name, typed in (("answered_on", "1/5/2999"), ("answer", "The contract ended")):
        opened.field(name).setFocus()
        qtbot.keyClicks(getattr(opened.field(name), "edit", opened.field(name)), typed)
        opened.field("words").setFocus()
        wait(context)
        assert missing.isVisible() is (name == "answered_on")
        assert (log.read(desk, line)["state"] is None) is missing.isVisible()
    day = opened.field("on").edit
    day.setFocus()
    day.selectAll()
    qtbot.keyClicks(day, "1 May 2999")
    opened.field("words").setFocus()
    wait(context)
    assert heard.announced[-1] == "1 May 2999 is still to come. Until then this is in no report."
    assert heard.announced.count("The answer itself is not written down yet. Until it is, this stays open.") == 1
