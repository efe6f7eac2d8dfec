"""Members, partners and the work plan of a group, with real keys; who leaves hands on what they promised."""

from __future__ import annotations

import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from coprod_desktop.domain.words import AnswerKind, Group
from coprod_desktop.services import answers, drafts, group_members, group_plan, groups, people, promises, sessions
from coprod_desktop.services.seen import group as seen
from coprod_desktop.ui.answer.pick_dialog import PickDialog
from coprod_desktop.ui.dialogs.facts_dialog import FactsDialog
from coprod_desktop.ui.groups.leave_dialog import LeaveDialog
from coprod_desktop.ui.pages.groups import GroupsPage
from tests.ui.accessible import assert_accessible

ENTER = Qt.Key.Key_Return


@pytest.fixture
def group(desk):
    return groups.add(desk, "Night bus forum", "forum")[0]


@pytest.fixture
def page(context, qtbot, runner, group):
    page = GroupsPage(context)
    qtbot.addWidget(page)
    runner.changed.connect(page.apply)
    page.resize(1040, 760)
    page.show()
    qtbot.waitExposed(page)
    page.activateWindow()
    page.open(None)
    settle(page)
    return page


def settle(page) -> None:
    runner = page.context.runner
    while not (runner.wait_idle() and runner._pending == 0):
        QApplication.processEvents()


def listed(rows) -> list[str]:
    model = rows.rows()
    return [model.index(i, 0).data() for i in range(model.rowCount())]


def read(widget) -> str:
    return "\n".join(w.text() for w in widget.findChildren(QLabel) if w.isVisibleTo(widget))


def press(qtbot, page, name: str) -> None:
    push = page.findChild(object, name)
    push.setFocus()
    qtbot.keyClick(push, Qt.Key.Key_Space)
    settle(page)


def part(qtbot, page, name):
    press(qtbot, page, name)
    return page.made[name]


def type_in(qtbot, page, words: str, name: str, enter: bool = True) -> None:
    field = page.findChild(object, name)
    field.setFocus()
    qtbot.keyClicks(field, words)
    if enter:
        qtbot.keyClick(field, ENTER)
    settle(page)


def test_a_member_is_a_name_and_enter(page, qtbot, desk, group):
    members = part(qtbot, page, "partMembers")
    assert members.name.hasFocus()
    type_in(qtbot, page, "speaks for carers", "memberRole", enter=False)
    type_in(qtbot, page, "Ida Ackroyd", "memberName")
    assert [row.split(".")[0] for row in listed(members.list)] == ["Ida Ackroyd"]
    assert "speaks for carers" in listed(members.list)[0]
    assert "Nobody chairs it yet" in read(members)
    assert drafts.every(desk) == ()
    assert_accessible(page)


def test_a_member_twice_is_said_and_the_name_stays(page, qtbot, desk, group, heard):
    part(qtbot, page, "partMembers")
    type_in(qtbot, page, "Ida Ackroyd", "memberName")
    type_in(qtbot, page, "Ida Ackroyd", "memberName")
    assert "is a member of this group already" in heard.failed[-1].what
    assert page.findChild(object, "memberName").text() == "Ida Ackroyd"
    assert len(group_members.of(desk, group)) == 1


def test_of_two_people_of_one_name_one_is_chosen(page, qtbot, desk, group):
    session, _ = sessions.start_now(desk)
    ids = [people.add(desk, session, "Ann Lee", role)[0] for role in ("carer", "director")]
    part(qtbot, page, "partMembers")
    type_in(qtbot, page, "Ann Lee", "memberName")
    (dialog,) = page.findChildren(PickDialog)
    qtbot.keyClicks(dialog.form.pickWords, "director")
    qtbot.keyClick(dialog.form.pickWords, ENTER)
    settle(page)
    assert [one.member.person_id for one in group_members.of(desk, group)] == [ids[1]]


def test_an_organisation_is_a_partner(page, qtbot, desk, group):
    """Row of the sources: "independent representation from Healthwatch" (user-led and independent ticks)."""
    members = part(qtbot, page, "partMembers")
    members.what.setCurrentIndex(1)
    type_in(qtbot, page, "Healthwatch", "memberName")
    press(qtbot, page, "memberFacts")
    (dialog,) = page.findChildren(FactsDialog)
    dialog.field("independent").click()
    settle(page)
    dialog.done(0)
    assert seen.read(desk, group).partners[0].independent
    assert "independent" in listed(members.list)[0]


def test_what_an_organisation_gave_and_got_is_typed_beside_it(page, qtbot, desk, group):
    """Row of the sources: "reciprocal arrangement for organisations and individuals who contribute"."""
    members = part(qtbot, page, "partMembers")
    members.what.setCurrentIndex(1)
    type_in(qtbot, page, "Riverside Network", "memberName")
    press(qtbot, page, "memberFacts")
    (dialog,) = page.findChildren(FactsDialog)
    for field, words in (("gave", "The hall, six times"), ("got", "A course in minutes")):
        dialog.field(field).setFocus()
        qtbot.keyClicks(dialog.field(field), words)
    dialog.done(0)
    settle(page)
    assert "Gave: The hall, six times · Got back: A course in minutes" in listed(members.list)[0]


def test_the_part_of_a_member_is_kept_field_by_field(page, qtbot, desk, group):
    """Row of the sources: "a steering group of peer leaders" (members, roles, co-chairs, terms end dates)."""
    members = part(qtbot, page, "partMembers")
    type_in(qtbot, page, "Ida Ackroyd", "memberName")
    members.list.setFocus()
    qtbot.keyClick(members.list, ENTER)
    (dialog,) = page.findChildren(FactsDialog)
    settle(page)
    dialog.field("co_chair").click()
    training = dialog.field("training")
    training.setFocus()
    qtbot.keyClicks(training, "Chairing, minutes")
    qtbot.keyClick(training, ENTER)
    term = dialog.field("term_end").edit
    term.setFocus()
    qtbot.keyClicks(term, "1 March 2031")
    qtbot.keyClick(term, ENTER)
    settle(page)
    dialog.done(0)
    settle(page)
    (one,) = group_members.of(desk, group)
    assert (one.member.co_chair, one.member.training) == (True, ("Chairing", "minutes"))
    assert one.member.term_end == datetime.date(2031, 3, 1)
    assert page.findChild(object, "groupFacts").text().count("Chair: Ida Ackroyd") == 1
    assert "One" not in read(members)
    assert "It has one chair" in read(members)


def test_who_leaves_hands_on_what_they_promised_in_one_dialog(page, qtbot, desk, group, heard):
    members = part(qtbot, page, "partMembers")
    for name in ("Mo Bell", "Ida Ackroyd"):
        type_in(qtbot, page, name, "memberName")
    session, _ = sessions.new(desk, title="Third", date=desk.today(), group_id=group)
    point, _ = answers.add_point(desk, session, "The bus stops at nine")
    answers.change_point(desk, point, answer=AnswerKind.WILL, text="Ask for a later bus", owner="Ida Ackroyd")
    press(qtbot, page, "memberLeaves")
    (dialog,) = page.findChildren(LeaveDialog)
    assert "1 open promise is theirs" in read(dialog)
    edit = dialog.ui.heir.lineEdit()
    edit.setFocus()
    edit.clear()
    qtbot.keyClicks(edit, "Mo Bell")
    dialog.ui.thanked.click()
    dialog.ui.leaveIt.click()
    settle(page)
    assert [line.who for line in promises.lines(desk)] == ["Mo Bell"]
    assert "1 promise is Mo Bell’s now" in heard.told[-1][0]
    assert "Left" in listed(members.list)[1]
    members.list.go_to(group_members.of(desk, group)[1].member.id)
    press(qtbot, page, "memberBack")
    assert all(one.member.left_on is None for one in group_members.of(desk, group))


def test_the_plan_begins_with_a_theme_and_moves_by_a_press(page, qtbot, desk, group):
    plan = part(qtbot, page, "partPlan")
    assert "No priorities yet" in read(plan)
    assert "Home care" in [plan.new.itemText(at) for at in range(plan.new.count())]
    for words in ("Night buses", "Fares"):
        type_in(qtbot, page, words, "newPriorityEdit")
    assert [line.words for line in group_plan.read(desk, group).lines] == ["Night buses", "Fares"]
    plan.list.go_to(group_plan.read(desk, group).lines[1].id)
    press(qtbot, page, "planUp")
    assert [line.words for line in group_plan.read(desk, group).lines] == ["Fares", "Night buses"]
    press(qtbot, page, "planOut")
    assert [line.words for line in group_plan.read(desk, group).lines] == ["Night buses"]
    assert_accessible(page)


def test_the_next_session_is_one_press(page, qtbot, desk, group, heard):
    group_members.add(desk, group, "Ida Ackroyd", mix=Group.CARERS)
    press(qtbot, page, "nextSession")
    (line,) = sessions.every(desk)
    assert heard.opened == [("get_ready", line.id)]
    assert line.people == 1


def test_a_reference_is_two_presses(page, qtbot, desk, group, heard, tmp_path, monkeypatch):
    from coprod_desktop.ui.groups import own_papers

    monkeypatch.setattr(own_papers, "papers_folder", lambda _chosen: tmp_path / "papers")
    members = part(qtbot, page, "partMembers")
    type_in(qtbot, page, "Ida Ackroyd", "memberName")
    reference = next(act for act in members.menu().actions() if act.objectName() == "group-reference")
    reference.trigger()
    settle(page)
    assert sorted(path.suffix for path in (tmp_path / "papers" / "private").iterdir()) == [".docx", ".pdf"]
    assert group_members.of(desk, group)[0].member.reference_on == desk.today()
