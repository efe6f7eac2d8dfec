from __future__ import annotations

import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from coprod_desktop.domain.words import AnswerKind, Attending, NameInPublic, Phase, Rung
from coprod_desktop.services import answers, live_hour, notices, people, prepare, promises, sessions, workspace
from coprod_desktop.services.program import content
from coprod_desktop.ui.dialogs.about_session import AboutSession
from coprod_desktop.ui.listen.notice_dialog import NoticeDialog
from coprod_desktop.ui.pages.get_ready import GetReadyPage
from coprod_desktop.ui.people.groups import GROUPS
from coprod_desktop.ui.style import theme
from coprod_desktop.ui.style.theme import Appearance, Scheme
from coprod_desktop.ui.widgets.ask_row import AskRow
from tests.ui.accessible import assert_accessible

ABOUT, AGENDA, PEOPLE, CHECKLIST, RULES = ("partAbout", "partAgenda", "partPeople", "partChecklist", "partRules")
PRINT = "printPapers"
BIN = "openBin"


@pytest.fixture
def session(desk):
    made, _ = sessions.new(desk, title="Home care", start="10:30", date=datetime.date(2026, 9, 17))
    return made


@pytest.fixture
def open_page(context, qtbot, runner):
    def make(session: str, part: str = ABOUT) -> GetReadyPage:
        page = GetReadyPage(context)
        qtbot.addWidget(page)
        runner.changed.connect(page.apply)
        page.resize(1040, 700)
        page.show()
        qtbot.waitExposed(page)
        page.activateWindow()
        page.open(session)
        settle(runner)
        if part != ABOUT:
            press(qtbot, page, part)
        if part == PEOPLE:
            for group in GROUPS:
                page.part().editor.open_group(group.name)
            settle(runner)
        return page

    return make


def settle(runner) -> None:
    while not (runner.wait_idle() and runner._pending == 0):
        pass


def find(page, name: str):
    return page.part().findChild(object, name) or page.findChild(object, name)


def press(qtbot, page, name: str) -> None:
    push = find(page, name)
    push.setFocus()
    qtbot.keyClick(push, Qt.Key.Key_Space)
    settle(page.context.runner)


def type_in(qtbot, page, name: str, words: str, *, end=Qt.Key.Key_Tab) -> None:
    field = find(page, name)
    field.setFocus()
    if hasattr(field, "selectAll"):
        field.selectAll()
    qtbot.keyClicks(field, words)
    if end is Qt.Key.Key_Tab:
        field.clearFocus()
    else:
        qtbot.keyClick(field, end)
    settle(page.context.runner)


def pick(qtbot, page, name: str, data) -> None:
    """Go down a list by the arrow keys until it shows what is wanted, and leave it."""
    box = find(page, name)
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Home)
    for _ in range(box.count()):
        if box.currentData() == data:
            break
        qtbot.keyClick(box, Qt.Key.Key_Down)
    assert box.currentData() == data
    page.leave()
    settle(page.context.runner)


def answer(qtbot, page, name: str, value) -> None:
    """Press one of the answers of a question."""
    push = find(page, name).choice(value)
    push.setFocus()
    qtbot.keyClick(push, Qt.Key.Key_Space)
    page.leave()
    settle(page.context.runner)


def answered(page, name: str) -> str:
    row = find(page, name)
    return row.choice(row.value()).text()


def listed(page) -> list[str]:
    rows = page.part().list.rows()
    return [rows.index(i, 0).data() for i in range(rows.rowCount())]


def read(widget) -> str:
    return "\n".join(w.text() for w in widget.findChildren(QLabel) if w.isVisibleTo(widget))


# ---- what it is about


def test_it_opens_on_what_was_promised_before_and_is_due(open_page, session, desk, heard, runner, qtbot):
    before, _ = sessions.new(desk, title="Spring", date=datetime.date(2026, 3, 5))
    for what, day in (("Oil the gate", 20), ("Mend the ramp", None)):
        due = day and datetime.date(2026, 3, day)
        answers.add_point(desk, before, what, answer=AnswerKind.WILL, text=what, owner="Estates", due=due)
    page = open_page(session)
    ask = page.findChild(AskRow, "promisesAsk")
    assert "2 promises made before are open, 1 of them late" in ask.state.text()
    assert_accessible(page)
    ask.push.setFocus()
    qtbot.keyClick(ask.push, Qt.Key.Key_Space)
    assert heard.opened == [("follow_up", session)]
    runner.do(promises.tell, session, [p.id for p in promises.to_tell(desk, session)])
    settle(runner)
    assert not ask.isVisible()


def test_a_project_is_asked_about_its_own_promises(open_page, desk):
    made = []
    for project in ("Home care", "Day centre", "Home care"):
        one, _ = sessions.new(desk, title=project, date=datetime.date(2026, 3, len(made) + 1))
        sessions.change(desk, one, project=project)
        answers.add_point(desk, one, "Things", answer=AnswerKind.WILL, text=f"See to it {len(made)}")
        made.append(one)
    assert [p.what for p in promises.to_tell(desk, made[2])] == ["See to it 0"]


def test_each_field_of_what_it_is_about_is_saved_when_it_is_left(open_page, session, desk, qtbot):
    page = open_page(session)
    type_in(qtbot, page, "purpose", "What home care is like")
    type_in(qtbot, page, "cannotChange", "The law", end=Qt.Key.Key_Return)
    type_in(qtbot, page, "setAgenda", "the carers group")
    type_in(qtbot, page, "leadName", "Sam Reed")
    type_in(qtbot, page, "leadPhone", "01632 960001")
    type_in(qtbot, page, "finishByEdit", "12.30", end=Qt.Key.Key_Return)
    now = sessions.one(desk, session)
    assert (now.purpose, now.cannot_change, now.set_agenda) == (
        "What home care is like",
        "The law",
        "the carers group",
    )
    assert (now.lead_name, now.lead_phone, now.finish_by) == ("Sam Reed", "01632 960001", "12:30")


def test_leaving_the_page_hands_in_what_was_being_typed(open_page, session, desk, runner, qtbot):
    page = open_page(session)
    field = find(page, "purpose")
    field.setFocus()
    qtbot.keyClicks(field, "Half a thought")
    page.leave()
    settle(runner)
    assert sessions.one(desk, session).purpose == "Half a thought"


def test_the_rung_is_chosen_with_its_meaning_and_the_credit_beside_it(open_page, session, desk, qtbot):
    page = open_page(session)
    pick(qtbot, page, "ladderAim", Rung.CO_DESIGN)
    assert sessions.one(desk, session).ladder_aim is Rung.CO_DESIGN
    assert "do not see it through" in read(page)
    assert "Think Local Act Personal" in read(page)


def test_the_other_facts_are_one_button_away(open_page, session, qtbot):
    page = open_page(session)
    press(qtbot, page, "aboutSession")
    assert page.findChild(AboutSession) is not None


def test_a_time_that_is_none_is_said_and_nothing_is_changed(open_page, session, desk, qtbot):
    page = open_page(session)
    type_in(qtbot, page, "finishByEdit", "half", end=Qt.Key.Key_Return)
    assert find(page, "finishByEdit").text() == "half"
    assert sessions.one(desk, session).finish_by is None


# ---- agenda


def test_a_template_gives_every_part_its_clock_time(open_page, session, qtbot):
    page = open_page(session, AGENDA)
    assert "Nothing is planned yet" in read(page)
    press(qtbot, page, "useTemplate")
    assert listed(page)[0].startswith("10:30 Arrive")
    assert listed(page)[2].startswith("10:50")
    assert "10:30 to 12:35" in read(page) or "10:30 to 12:30" in read(page)
    assert find(page, AGENDA).text() == f"Agenda · {len(listed(page))}"


def test_moving_a_part_by_keys_moves_every_clock_time_and_stays_on_it(open_page, session, desk, runner, qtbot):
    prepare.use_agenda(desk, session, [(10, "Arrive"), (20, "Talk"), (15, "Break")])
    page = open_page(session, AGENDA)
    rows = page.part().list
    rows.setFocus()
    qtbot.keyClick(rows, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)  # the first stays the first
    qtbot.keyClick(rows, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    settle(runner)
    assert [row.split(".")[0] for row in listed(page)] == ["10:30 Talk", "10:50 Arrive", "11:00 Break"]
    assert rows.items.get(rows.current_id()).title == "Arrive"
    assert QApplication.focusWidget() is rows


def test_changed_minutes_move_what_comes_after_and_the_break_keeps_its_length(open_page, session, desk, runner, qtbot):
    prepare.use_agenda(desk, session, [(10, "Arrive"), (15, "Break"), (20, "Talk")])
    page = open_page(session, AGENDA)
    type_in(qtbot, page, "itemMinutes", "25", end=Qt.Key.Key_Return)
    assert [row.split(".")[0] for row in listed(page)] == ["10:30 Arrive", "10:55 Break", "11:10 Talk"]
    assert [i.minutes for i in prepare.agenda(desk, session)] == [25, 15, 20]


def test_how_many_tables_work_on_a_part_is_said_before_the_day(open_page, session, desk, runner, qtbot):
    prepare.use_agenda(desk, session, [(10, "Arrive"), (20, "Ideas")])
    page = open_page(session, AGENDA)
    type_in(qtbot, page, "itemTables", "3", end=Qt.Key.Key_Return)
    assert [i.tables for i in prepare.agenda(desk, session)] == [3, None]
    assert "3 tables at once" in listed(page)[0]
    type_in(qtbot, page, "itemTables", "1", end=Qt.Key.Key_Return)
    assert [i.tables for i in prepare.agenda(desk, session)] == [None, None]


def test_title_and_who_leads_are_changed_beside_the_list(open_page, session, desk, qtbot):
    prepare.use_agenda(desk, session, [(10, "Arrive")])
    page = open_page(session, AGENDA)
    type_in(qtbot, page, "itemTitle", "Names and tea", end=Qt.Key.Key_Return)
    type_in(qtbot, page, "itemLeads", "Gareth", end=Qt.Key.Key_Return)
    assert listed(page) == ["10:30 Names and tea. led by Gareth. 10 min."]


def test_the_words_to_say_are_kept_with_the_part_and_go_with_it(open_page, session, desk, runner, qtbot):
    prepare.use_agenda(desk, session, [(10, "Arrive"), (20, "Talk")])
    page = open_page(session, AGENDA)
    field = find(page, "itemNotes")
    field.setFocus()
    qtbot.keyClicks(field, "Good morning.")
    qtbot.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClicks(field, "Tea is there.")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    settle(runner)
    assert [i.notes for i in prepare.agenda(desk, session)] == ["Good morning.\nTea is there.", None]
    rows = page.part().list
    rows.setFocus()
    qtbot.keyClick(rows, Qt.Key.Key_Down)
    assert field.words() == ""


def test_a_title_taken_out_comes_back_with_a_sentence(open_page, session, desk, heard, runner, qtbot):
    prepare.use_agenda(desk, session, [(10, "Arrive")])
    page = open_page(session, AGENDA)
    field = find(page, "itemTitle")
    field.setFocus()
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_Delete)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    settle(runner)
    assert "needs a few words" in heard.failed[0].what
    assert prepare.agenda(desk, session)[0].title == "Arrive"


def test_a_part_and_a_break_are_added_by_keys_and_one_is_taken_away(open_page, session, desk, runner, qtbot):
    page = open_page(session, AGENDA)
    type_in(qtbot, page, "newItem", "Welcome", end=Qt.Key.Key_Return)
    press(qtbot, page, "addBreak")
    assert [i.title for i in prepare.agenda(desk, session)] == ["Welcome", "Break"]
    assert find(page, "itemBreak").isChecked()
    press(qtbot, page, "itemRemove")
    assert [i.title for i in prepare.agenda(desk, session)] == ["Welcome"]
    workspace.undo(desk)
    page.open(session)
    settle(runner)
    assert len(listed(page)) == 2


def test_no_break_in_an_hour_and_past_the_finish_are_said(open_page, session, desk, qtbot):
    sessions.change(desk, session, finish_by="11:30")
    prepare.use_agenda(desk, session, [(45, "One"), (45, "Two")])
    page = open_page(session, AGENDA)
    qtbot.waitUntil(lambda: "No break in the hour" in read(page))
    assert "30 minutes past the finish at 11:30" in read(page)
    press(qtbot, page, "itemRemove")
    assert "past the finish" not in read(page)


# ---- who is coming


def test_someone_is_added_by_keys_with_a_role_of_their_own_and_no_permission_given(open_page, session, desk, qtbot):
    page = open_page(session, PEOPLE)
    role = find(page, "newRole")
    role.setFocus()
    qtbot.keyClicks(role, "poet")
    type_in(qtbot, page, "newName", "Mo Adeyemi", end=Qt.Key.Key_Return)
    (person,) = people.on_list(desk, session)
    assert (person.name, person.role, person.name_in_public) == ("Mo Adeyemi", "poet", NameInPublic.NONE)
    assert not person.consents
    for kind in ("contact", "quote", "name", "photo", "recording"):
        assert answered(page, f"consent_{kind}") == "Not asked"
    assert find(page, "personName").text() == "Mo Adeyemi"


def test_needs_stand_beside_the_person_until_somebody_arranges_them(open_page, session, desk, qtbot):
    people.add(desk, session, "Winifred", "draws on care")
    page = open_page(session, PEOPLE)
    box = find(page, "newNeed")
    box.setFocus()
    qtbot.keyClicks(box, "hearing loop")
    qtbot.keyClick(box.lineEdit(), Qt.Key.Key_Return)
    settle(page.context.runner)
    assert "Needs: hearing loop" in listed(page)[0]
    assert "Nobody arranges this yet" in listed(page)[0]
    assert people.on_list(desk, session)[0].needs[0].ais == "communication support"
    type_in(qtbot, page, "needWho", "the caretaker", end=Qt.Key.Key_Return)
    type_in(qtbot, page, "needByEdit", "16 sep 2026", end=Qt.Key.Key_Return)
    assert "hearing loop (the caretaker, by Wed 16 Sep)" in listed(page)[0]
    assert "Nobody arranges" not in listed(page)[0]
    answer(qtbot, page, "needMet", True)
    assert "hearing loop (met)" in listed(page)[0]
    press(qtbot, page, "needRemove")
    assert people.on_list(desk, session)[0].needs == ()


@pytest.mark.parametrize(
    ("typed", "shown"),
    [("bsl", "bsl interpreter"), ("larg", "large print"), ("no", "no"), ("loop", "loop"), ("braille", "braille")],
)
def test_a_need_is_completed_to_the_likeliest(open_page, session, desk, qtbot, typed, shown):
    people.add(desk, session, "Winifred", "draws on care")
    box = find(open_page(session, PEOPLE), "newNeed")
    box.setFocus()
    qtbot.keyClicks(box, typed)
    assert box.lineEdit().text().casefold() == shown


def test_that_nothing_is_needed_is_not_kept_as_a_need(open_page, session, desk, qtbot, heard):
    people.add(desk, session, "Winifred", "draws on care")
    page = open_page(session, PEOPLE)
    box = find(page, "newNeed")
    box.setFocus()
    qtbot.keyClicks(box, "None needed")
    qtbot.keyClick(box.lineEdit(), Qt.Key.Key_Return)
    settle(page.context.runner)
    assert people.on_list(desk, session)[0].needs == ()
    assert "nothing is needed" in heard.failed[0].what
    assert box.currentText() == "None needed"


def test_consents_are_separate_and_a_yes_has_its_day(open_page, session, desk, qtbot):
    people.add(desk, session, "Winifred", "draws on care")
    page = open_page(session, PEOPLE)
    answer(qtbot, page, "consent_photo", "no")
    answer(qtbot, page, "consent_quote", "yes")
    consents = people.on_list(desk, session)[0].consents
    assert consents == {"photo": "no", "quote": desk.today().isoformat()}
    assert answered(page, "consent_quote").startswith("Yes, ")
    assert find(page, "personName").text() == "Winifred"


def test_name_on_papers_and_coming_are_picked_and_saved(open_page, session, desk, qtbot):
    people.add(desk, session, "Winifred", "draws on care")
    page = open_page(session, PEOPLE)
    pick(qtbot, page, "nameInPublic", NameInPublic.FIRST)
    pick(qtbot, page, "attending", Attending.COMING)
    person = people.on_list(desk, session)[0]
    assert (person.name_in_public, person.attendance) == (NameInPublic.FIRST, Attending.COMING)
    assert "draws on care · Coming" in listed(page)[0]
    assert "1 person coming" in read(page)


def test_what_is_changed_goes_to_the_person_it_was_typed_for(open_page, session, desk, runner, qtbot):
    people.add(desk, session, "Ann", "carer")
    people.add(desk, session, "Bo", "carer")
    page = open_page(session, PEOPLE)
    field = find(page, "contact")
    field.setFocus()
    qtbot.keyClicks(field, "text Ann")
    rows = page.part().list
    rows.setFocus()
    qtbot.keyClick(rows, Qt.Key.Key_Down)
    settle(runner)
    assert [p.contact for p in people.on_list(desk, session)] == ["text Ann", None]
    assert find(page, "contact").text() == ""


def test_someone_from_another_session_is_put_on_the_list(open_page, session, desk, sample, qtbot):
    page = open_page(session, PEOPLE)
    box = find(page, "known")
    at = next(i for i in range(box.count()) if box.itemText(i).startswith("Gareth"))
    box.setCurrentIndex(at)
    press(qtbot, page, "bringPerson")
    assert [p.name for p in people.on_list(desk, session)] == ["Gareth D'Arcy"]
    assert all(not box.itemText(i).startswith("Gareth") for i in range(box.count()))


def test_taking_someone_off_the_list_says_what_stays(open_page, sample, desk, heard, qtbot):
    page = open_page(sample, PEOPLE)
    before = len(listed(page))
    press(qtbot, page, "personRemove")
    assert len(people.on_list(desk, sample)) == before - 1
    assert "What they said stays" in heard.told[-1][1]


# ---- access checklist


def test_the_checklist_is_made_from_eight_basics_and_these_people(open_page, session, desk, heard, qtbot):
    person, _ = people.add(desk, session, "Winifred", "draws on care")
    people.add_need(desk, session, person, "hearing loop")
    page = open_page(session, CHECKLIST)
    press(qtbot, page, "makeChecklist")
    texts = [line.text for line in prepare.checklist(desk, session)]
    assert len(texts) > 8
    assert "Winifred: hearing loop" in texts
    press(qtbot, page, "makeChecklist")
    assert heard.told[-1][0] == "Nothing was missing."


def test_space_ticks_a_line_off_and_who_and_by_when_stand_in_the_list(open_page, session, desk, runner, qtbot):
    prepare.add_checklist_item(desk, session, Phase.BEFORE, "Test the loop")
    page = open_page(session, CHECKLIST)
    type_in(qtbot, page, "lineWho", "Sam", end=Qt.Key.Key_Return)
    type_in(qtbot, page, "lineByEdit", "16 sep 2036", end=Qt.Key.Key_Return)
    assert listed(page) == ["Not done. Test the loop. Sam · by Tue 16 Sep."]
    rows = page.part().list
    rows.setFocus()
    qtbot.keyClick(rows, Qt.Key.Key_Space)
    settle(runner)
    assert listed(page)[0].startswith("Done. Test the loop")
    assert "1 of 1 done" in read(page)
    assert find(page, "lineDone").isChecked()


def test_more_lines_are_added_by_phase_and_own_lines_by_typing(open_page, session, desk, qtbot):
    page = open_page(session, CHECKLIST)
    pick(qtbot, page, "morePhase", Phase.ARRIVAL)
    press(qtbot, page, "addMore")
    more = page.part().more
    more.setFocus()
    first = more.current_id()
    qtbot.keyClick(more, Qt.Key.Key_Return)
    settle(page.context.runner)
    type_in(qtbot, page, "newLine", "Bring the big cups", end=Qt.Key.Key_Return)
    lines = prepare.checklist(desk, session)
    assert first in [line.text for line in lines if line.phase is Phase.ARRIVAL]
    assert more.items.get(first) is None
    assert lines[-1].text == "Bring the big cups"


# ---- ground rules


def test_rules_are_picked_from_the_starter_set_written_moved_and_changed(open_page, session, desk, runner, qtbot):
    page = open_page(session, RULES)
    starter = page.part().starter
    starter.setFocus()
    qtbot.keyClick(starter, Qt.Key.Key_Return)
    settle(runner)
    type_in(qtbot, page, "newRule", "Be kind", end=Qt.Key.Key_Return)
    rows = page.part().list
    rows.setFocus()
    qtbot.keyClick(rows, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    settle(runner)
    assert listed(page)[0].startswith("1. Be kind")
    type_in(qtbot, page, "ruleText", "Be kind and clear", end=Qt.Key.Key_Return)
    assert [r.text for r in prepare.ground_rules(desk, session)] == ["Be kind and clear", "One person talks at a time."]
    press(qtbot, page, "addAll")
    assert len(prepare.ground_rules(desk, session)) == len(content.load().ground_rules()) + 1
    press(qtbot, page, "ruleRemove")
    assert len(prepare.ground_rules(desk, session)) == len(content.load().ground_rules())


# ---- all of it


def test_the_parts_are_reached_by_arrow_keys_from_the_first(open_page, session, qtbot):
    page = open_page(session)
    assert QApplication.focusWidget().objectName() == ABOUT
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    assert QApplication.focusWidget().objectName() == AGENDA
    assert page.part().objectName() == "AgendaPart"


def test_what_another_page_changes_is_seen_here_and_nothing_of_other_sessions(open_page, session, sample, runner):
    page = open_page(session, ABOUT)
    runner.do(prepare.add_rule, session, "Be kind")
    runner.do(prepare.add_rule, sample, "Elsewhere")
    settle(runner)
    assert page.findChild(object, RULES).text() == "Ground rules · 1"


def tabbed(qtbot, page, start: str, how_many: int) -> list[str]:
    """Return what Tab comes to, one after the other."""
    find(page, start).setFocus()
    found = []
    for _ in range(how_many):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        found.append(QApplication.focusWidget().objectName())
    return found


def test_tab_goes_as_the_eye_does(open_page, sample, desk, qtbot):
    prepare.use_agenda(desk, sample, [(10, "Arrive"), (15, "Break")])
    prepare.make_checklist(desk, sample)
    page = open_page(sample, AGENDA)
    assert tabbed(qtbot, page, AGENDA, 2) == [PRINT, BIN]
    assert tabbed(qtbot, page, BIN, 5) == ["agendaItems", "itemUp", "itemDown", "itemRemove", "newItem"]
    press(qtbot, page, PEOPLE)
    assert tabbed(qtbot, page, BIN, 3) == ["peopleComing", "newName", "newRole"]
    for group in ("groupNeeds", "groupContact"):
        press(qtbot, page, group)
    assert tabbed(qtbot, page, "groupNeeds", 1) == ["nothingNeeded"]
    safe = ["safeWriteNotAsked", "safeRingNotAsked", "safeMessageNotAsked"]
    assert tabbed(qtbot, page, "groupContact", 5) == ["contact", *safe, "opensPost"]
    assert tabbed(qtbot, page, "opensPost", 3) == ["language", "salutation", "groupBank"]
    assert tabbed(qtbot, page, GROUPS[-1].name, 3) == ["laterByPhone", "laterOnWords", "personRemove"]
    press(qtbot, page, CHECKLIST)
    assert tabbed(qtbot, page, BIN, 3) == ["makeChecklist", "checklistLines", "newLine"]
    press(qtbot, page, RULES)
    assert tabbed(qtbot, page, BIN, 2) == ["groundRules", "ruleUp"]
    assert tabbed(qtbot, page, "addRule", 2) == ["starterRules", "addStarter"]


@pytest.mark.parametrize("part", [ABOUT, AGENDA, PEOPLE, CHECKLIST, RULES])
@pytest.mark.parametrize("scale", [100, 200])
def test_every_control_can_be_heard_reached_and_hit(open_page, sample, desk, dressed, qtbot, part, scale):
    prepare.use_agenda(desk, sample, [(10, "Arrive"), (15, "Break")])
    prepare.make_checklist(desk, sample)
    theme.apply(dressed, Appearance(Scheme.LIGHT, scale))
    page = open_page(sample, part)
    page.resize(1040, 3000 if scale > 100 else 700)  # the shell scrolls it
    assert_accessible(page)
    assert page.minimumSizeHint().width() <= 1040


def test_from_an_empty_checklist_to_one_with_lines_the_line_one_is_on_is_shown(open_page, session, desk, qtbot):
    page = open_page(session, CHECKLIST)
    assert find(page, "moreBox").isVisibleTo(page)
    press(qtbot, page, "makeChecklist")
    assert find(page, "lineText").isVisibleTo(page)
    assert find(page, "lineText").words() == prepare.checklist(desk, session)[0].text


def test_the_words_to_read_out_are_seen_beforehand(open_page, qtbot, desk, session):
    page = open_page(session, RULES)
    form = page.part()._form
    assert form.noticeState.text() == "Not read out yet"
    press(qtbot, page, "noticeOpen")
    (asked,) = page.findChildren(NoticeDialog)
    assert_accessible(asked)
    asked.ui.noticeRead.setFocus()
    qtbot.keyClick(asked.ui.noticeRead, Qt.Key.Key_Space)
    settle(page.context.runner)
    (given,) = notices.of(desk, session)
    assert form.noticeState.text() == f"Read out at {given.at}"
    assert_accessible(page)


def test_what_was_kept_for_next_time_is_added_by_one_press(desk, session, open_page, qtbot):
    before, _ = sessions.new(desk, title="Last week", date=datetime.date(2026, 9, 10))
    part, _ = prepare.add_agenda_item(desk, before, "Vote with dots", 15)
    live_hour.next_time(desk, part)
    page = open_page(session, AGENDA)
    offer = find(page, f"keptPart_{part}")
    assert offer.text() == "Add from last time: Vote with dots, 15 min"

    press(qtbot, page, f"keptPart_{part}")

    assert [(i.title, i.minutes) for i in prepare.agenda(desk, session)] == [("Vote with dots", 15)]
    assert not page.part()._form.keptParts.isVisibleTo(page)
    assert_accessible(page)
