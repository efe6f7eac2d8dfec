"""What is seldom written down, and figures: typed with real keys, each field saved by itself and kept while it is typed."""

from __future__ import annotations

import datetime

import pytest
from PySide6.QtCore import Qt

from coprod_desktop.domain.words import EntryKind, Rung
from coprod_desktop.services import drafts, people, prepare, seldom, sessions
from coprod_desktop.services.capture import NewLine, add
from coprod_desktop.ui.dialogs import row_facts
from coprod_desktop.ui.dialogs.row_facts import RowFactsDialog
from coprod_desktop.ui.evaluation.figures import figures_dialog
from coprod_desktop.ui.listen import more_menu
from tests.ui.accessible import assert_accessible


@pytest.fixture
def session(desk):
    return sessions.new(desk, title="Warm homes", date=desk.today())[0]


def wait(context):
    for _ in range(3):
        assert context.runner.wait_idle(60_000)


def opened(dialog, context):
    dialog.open()
    wait(context)
    assert_accessible(dialog)
    return dialog


def enter(qtbot, field, words, context):
    field = getattr(field, "edit", field)
    field.setFocus()
    qtbot.keyClicks(field, words)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    wait(context)


def test_a_measure_and_the_rungs_are_typed(context, desk, session, parent, qtbot):
    dialog = opened(figures_dialog(context, session, parent), context)
    for name, words in (
        ("measure.name", "Warm at home"),
        ("measure.before_percent", "58.3%"),
        ("measure.before_people", "412"),
    ):
        enter(qtbot, dialog.field(name), words, context)
    enter(qtbot, dialog.field("measure.before_date"), "5 jan 2026", context)
    enter(qtbot, dialog.field("headcount.carers"), "7", context)
    pick = dialog.field("ladder_members")
    pick.setFocus()
    qtbot.keyClicks(pick, "Cons")
    dialog.forms[0].fields.hand_in()
    wait(context)
    found = sessions.one(desk, session)
    assert found.measure == {
        "name": "Warm at home",
        "before_percent": 58.3,
        "before_people": 412,
        "before_date": "2026-01-05",
    }
    assert (found.headcount, found.ladder_members) == ({"carers": 7}, Rung.CONSULTATION)


def test_what_is_no_share_is_said_stays_and_is_there_again(context, desk, session, parent, qtbot):
    dialog = opened(figures_dialog(context, session, parent), context)
    enter(qtbot, dialog.field("measure.after_percent"), "101", context)
    assert "no share of a hundred" in dialog.field("measure.after_percent").said.text()
    assert sessions.one(desk, session).measure is None
    dialog.reject()
    wait(context)
    assert [kept.words for kept in drafts.of_session(desk, session)] == ["101"]
    again = opened(figures_dialog(context, session, parent), context)
    qtbot.waitUntil(lambda: again.field("measure.after_percent").edit.text() == "101")


def test_seats_are_typed_for_one_person_after_another(context, desk, session, parent, qtbot):
    for name in ("Amina Raza", "Mo Bell"):
        people.add_need(desk, session, people.add(desk, session, name, "carer")[0], "a loop")
    dialog = opened(
        RowFactsDialog(context, session, row_facts.of_people(session, seldom.people_of(desk, session)), parent), context
    )
    enter(qtbot, dialog.form.field("seat"), "Table 3", context)
    enter(qtbot, dialog.form.field("reviewed"), "1 nov 2026", context)
    dialog.ui.rows.setCurrentIndex(1)
    wait(context)
    assert dialog.form.field("seat").text() == ""
    enter(qtbot, dialog.form.field("seat"), "online", context)
    first, second = sessions.record(desk, session).people
    assert (first.seat, second.seat) == ("Table 3", "online")
    assert [n.reviewed for n in first.needs] == [datetime.date(2026, 11, 1)]
    assert [n.reviewed for n in second.needs] == [None]


def test_a_line_says_its_language_and_who_checked_it(context, desk, session, parent, qtbot):
    line = add(desk, session, NewLine(text="Mae'r bws yn hwyr")).added[0].id
    dialog = opened(
        RowFactsDialog(context, session, row_facts.of_lines(seldom.lines_of(desk, session)), parent), context
    )
    lang = dialog.form.field("lang")
    lang.selectAll()
    enter(qtbot, lang, "cy", context)
    enter(qtbot, dialog.form.field("translation"), "The bus is late", context)
    dialog.form.field("translation_checked").click()
    enter(qtbot, dialog.form.field("flags"), "bus, welsh", context)
    wait(context)
    (entry,) = sessions.record(desk, session).entries
    assert (entry.id, entry.lang, entry.translation, entry.translation_checked) == (line, "cy", "The bus is late", True)
    assert entry.flags == ("bus", "welsh")
    lang.selectAll()
    qtbot.keyClick(lang, Qt.Key.Key_Delete)
    qtbot.keyClick(lang, Qt.Key.Key_Return)
    wait(context)
    assert sessions.record(desk, session).entries[0].lang == "en-GB"


def test_a_story_is_told_under_the_name_its_person_chose_and_nobodys_real_name(context, desk, session, parent, qtbot):
    people.add(desk, session, "Amina Raza", "carer")
    add(desk, session, NewLine(text="I waited from six till ten", kind=EntryKind.STORY))
    dialog = opened(
        RowFactsDialog(context, session, row_facts.of_lines(seldom.lines_of(desk, session)), parent), context
    )
    name = dialog.form.field("told_as")
    enter(qtbot, name, "Amina Raza", context)
    assert "Somebody here is called Amina Raza" in dialog.ui.banner.what.text()
    name.selectAll()
    enter(qtbot, name, "John", context)
    dialog.form.field("checked_with_person").setFocus()
    qtbot.keyClick(dialog.form.field("checked_with_person"), Qt.Key.Key_Space)
    wait(context)
    (entry,) = sessions.record(desk, session).entries
    assert (entry.told_as, entry.checked_with_person) == ("John", True)


def test_the_checklist_says_for_whom_a_line_is(context, desk, session, parent, qtbot):
    person, _ = people.add(desk, session, "Amina Raza", "carer")
    prepare.add_checklist_item(desk, session, "before", "Book the loop")
    of = row_facts.of_checks(seldom.checks_of(desk, session), seldom.people_of(desk, session))
    dialog = opened(RowFactsDialog(context, session, of, parent), context)
    pick = dialog.form.field("for_person")
    pick.setCurrentIndex(pick.findData(person))
    dialog.form.fields.hand_in()
    enter(qtbot, dialog.form.field("note"), "The hall has one", context)
    (item,) = sessions.record(desk, session).checklist
    assert (item.for_person, item.note) == (person, "The hall has one")


def test_the_menu_more_opens_them_and_says_when_there_is_nothing(context, desk, session, parent, heard, qtbot):
    here = more_menu.Here(context, session, desk.content, parent, parent)
    rows = {row.name: row for row in more_menu.ROWS}
    rows["morePeople"].opens(here)
    wait(context)
    assert "nothing here" in heard.failed[-1].what
    people.add(desk, session, "Amina Raza", "carer")
    rows["morePeople"].opens(here)
    wait(context)
    assert parent.findChild(RowFactsDialog) is not None
