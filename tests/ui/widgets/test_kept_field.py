"""What is typed is on the disk within a quarter of a second, and back in its field after the program stopped."""

from __future__ import annotations

import dataclasses
import datetime

import pytest
from PySide6.QtCore import Qt

from coprod_desktop.domain.words import AnswerKind, Phase
from coprod_desktop.services import answers, drafts, organisation, people, prepare, sessions, workspace
from coprod_desktop.services import promises as promise_lists
from coprod_desktop.ui.follow_up.update_dialog import UpdateDialog
from coprod_desktop.ui.pages.get_ready import GetReadyPage
from coprod_desktop.ui.settings.organisation_card import OrganisationCard
from coprod_desktop.ui.widgets.fold import Fold
from coprod_desktop.ui.widgets.kept_field import AGAIN, KeptField
from coprod_desktop.ui.widgets.saved_fields import SavedFields
from tests.ui.accessible import assert_accessible

ABOUT, AGENDA, PEOPLE, CHECKLIST, RULES = range(5)


@pytest.fixture
def session(desk) -> str:
    made, _ = sessions.new(desk, title="Home care", start="10:30", date=datetime.date(2026, 9, 17))
    return made


@pytest.fixture
def open_page(context, qtbot, runner, session):
    def make(part: int = ABOUT) -> GetReadyPage:
        page = GetReadyPage(context)
        qtbot.addWidget(page)
        page.resize(1040, 900)
        page.show()
        qtbot.waitExposed(page)
        page.open(session)
        runner.wait_idle()
        page._tabs[part].click()
        runner.wait_idle()
        return page

    return make


def typed(qtbot, holder, name: str, words: str):
    """Type without leaving the field; the words are kept within a quarter of a second, and the disk takes its time."""
    field = holder.findChild(object, name)
    field.selectAll()
    qtbot.keyClicks(field, words)
    kept = field.findChild(KeptField)
    assert kept._soon.interval() <= 250
    qtbot.waitUntil(lambda: kept._is_kept)
    kept._context.runner.wait_idle()
    return field


def killed(page) -> None:
    """Nothing more is handed in: as after a kill, as far as the store can tell."""
    for fields in page.findChildren(SavedFields):
        fields.blockSignals(True)
    for kept in page.findChildren(KeptField):
        kept._key = ""


def note_of(page, name: str) -> str:
    note = page.findChild(object, f"{name}Kept")
    return note.said.text() if note is not None and note.isVisibleTo(page) else ""


@pytest.fixture
def agenda_item(desk, session) -> str:
    return prepare.add_agenda_item(desk, session, "Welcome", 10)[0]


def test_half_a_title_is_back_after_a_kill_and_is_saved_as_one_step(open_page, agenda_item, desk, session, qtbot):
    page = open_page(AGENDA)
    typed(qtbot, page, "itemTitle", "Welcome and fi")
    assert [kept.words for kept in drafts.of_session(desk, session)] == ["Welcome and fi"]
    assert prepare.agenda(desk, session)[0].title == "Welcome"
    killed(page)

    again = open_page(AGENDA)
    field = again.findChild(object, "itemTitle")
    assert field.words() == "Welcome and fi"
    assert note_of(again, "itemTitle") == AGAIN
    again.leave()
    again.context.runner.wait_idle()
    assert prepare.agenda(desk, session)[0].title == "Welcome and fi"
    assert drafts.of_session(desk, session) == ()
    workspace.undo(desk)
    assert prepare.agenda(desk, session)[0].title == "Welcome"


def test_ctrl_z_takes_what_was_put_back_out_again(open_page, agenda_item, desk, session, qtbot):
    drafts.keep(desk, f"agenda_item:{agenda_item}:title", "Half", "Welcome", session=session)
    page = open_page(AGENDA)
    field = page.findChild(object, "itemTitle")
    assert field.words() == "Half"
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert field.words() == "Welcome"
    page.leave()
    page.context.runner.wait_idle()
    assert drafts.of_session(desk, session) == ()
    assert prepare.agenda(desk, session)[0].title == "Welcome"


@pytest.mark.parametrize("choice", ["Take", "Leave"])
def test_what_was_saved_since_stays_and_both_are_shown(open_page, agenda_item, desk, session, choice):
    prepare.change(desk, "agenda_item", agenda_item, title="Hello all")
    drafts.keep(desk, f"agenda_item:{agenda_item}:title", "Welcome and fi", "Welcome", session=session)
    page = open_page(AGENDA)
    field = page.findChild(object, "itemTitle")
    assert field.words() == "Hello all"
    assert "“Welcome and fi”" in note_of(page, "itemTitle")
    assert_accessible(page)
    page.findChild(object, f"itemTitleKept{choice}").click()
    page.leave()
    page.context.runner.wait_idle()
    wanted = {"Take": "Welcome and fi", "Leave": "Hello all"}[choice]
    assert prepare.agenda(desk, session)[0].title == wanted
    assert drafts.of_session(desk, session) == ()


WORDS = {
    ABOUT: {"purpose": "So that people ha", "finishByEdit": "15:", "leadPhone": "01632"},
    AGENDA: {"itemLeads": "Dav", "newItem": "What we wa"},
    PEOPLE: {"newName": "Amina Ra", "contact": "ring her sis", "needWords": "large pri"},
    CHECKLIST: {"lineWho": "the ca", "newLine": "A quiet ro"},
    RULES: {"ruleText": "One at a ti", "newRule": "Phones ar"},
}


@pytest.mark.parametrize("part", WORDS)
def test_every_field_of_get_ready_has_its_words_back(open_page, agenda_item, desk, session, qtbot, part):
    person, _ = people.add(desk, session, "Dolores Quimby", "carer")
    people.add_need(desk, session, person, "a loop")
    prepare.add_rule(desk, session, "Be kind")
    prepare.add_checklist_item(desk, session, Phase.BEFORE, "Ramp")
    page = open_page(part)
    for fold in page.findChildren(Fold):
        fold.open()
    for name, words in WORDS[part].items():
        typed(qtbot, page, name, words)
    killed(page)
    again = open_page(part)
    for name, words in WORDS[part].items():
        field = again.findChild(object, name)
        assert (field.words() if hasattr(field, "words") else field.text()) == words
        assert note_of(again, name) == AGAIN
    assert_accessible(again)
    again.leave()
    again.context.runner.wait_idle()
    unsaved = {kept.field.rpartition(":")[2] for kept in drafts.of_session(desk, session)}
    assert {name for name in unsaved if not name.startswith("new_")} <= {"finish_by"}  # "15:" is no time yet


def test_a_line_that_is_added_leaves_no_draft(open_page, desk, session, qtbot):
    page = open_page(RULES)
    field = typed(qtbot, page, "newRule", "Phones are off")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: drafts.of_session(desk, session) == ())
    assert [rule.text for rule in prepare.ground_rules(desk, session)] == ["Phones are off"]


def test_the_organisation_card_has_its_words_back(context, qtbot, desk, runner):
    def card():
        made = OrganisationCard()
        qtbot.addWidget(made)
        made.set_up(context)
        made.show()
        made.open()
        runner.wait_idle()
        return made

    first = card()
    typed(qtbot, first, "ownName", "Sunnyside Fo")
    killed(first)
    again = card()
    assert again.form.ownName.text() == "Sunnyside Fo"
    assert note_of(again, "ownName") == AGAIN
    again.leave()
    runner.wait_idle()
    found = organisation.organisation(desk)
    assert found is not None
    assert found.name == "Sunnyside Fo"
    assert drafts.one(desk, "organisation:organisation:name") is None


def test_how_a_promise_goes_is_back_when_it_is_asked_again_but_not_after_cancel(context, qtbot, desk, session, runner):
    answers.add_point(desk, session, "Ring us", answer=AnswerKind.WILL, text="We will ring", owner="Sam")
    line = promise_lists.lines(desk)[0]

    def dialog():
        made = UpdateDialog(context, line)
        qtbot.addWidget(made)
        made.open()
        runner.wait_idle()
        return made

    first = dialog()
    typed(qtbot, first, "words", "Sam rang thr")
    first.findChild(KeptField)._key = ""  # as if killed
    again = dialog()
    assert again.ui.words.toPlainText() == "Sam rang thr"
    again.ui.cancel.click()
    runner.wait_idle()
    assert drafts.of_session(desk, session) == ()


def test_words_that_cannot_be_read_as_ours_are_words(desk, session):
    drafts.keep(desk, "entry:x:public_text", "as typed in an older version", session=session)
    assert drafts.of_session(desk, session)[0].words == "as typed in an older version"


def test_get_ready_says_in_which_part_the_words_are_and_goes_there(context, qtbot, desk, runner, session, agenda_item):
    other, _ = prepare.add_agenda_item(desk, session, "Break", 15)
    drafts.keep(desk, f"agenda_item:{other}:title", "Break and te", "Break", session=session, row=other)
    drafts.keep(desk, f"session:{session}:new_ground_rule", "Phones ar", "", session=session, row=session)
    told = []
    page = GetReadyPage(dataclasses.replace(context, tell=lambda *words: told.append(words)))
    qtbot.addWidget(page)
    page.resize(1040, 900)
    page.show()
    page.open(session)
    runner.wait_idle()
    assert told[0][0] == "Something you typed was not saved last time. It is under “Agenda”, “Ground rules”."
    told[0][-1]()
    runner.wait_idle()
    assert page.part().list.current_id() == other
    assert page.findChild(object, "itemTitle").words() == "Break and te"
