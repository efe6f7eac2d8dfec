from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel

from coprod_desktop.domain.changes import Ref
from coprod_desktop.services import bank, capture, drafts, group_members, groups, people, sessions
from coprod_desktop.ui.answer.pick_dialog import PickDialog
from coprod_desktop.ui.pages.people import PeoplePage
from coprod_desktop.ui.people.bring_list import ListDialog
from coprod_desktop.ui.style import theme
from coprod_desktop.ui.style.theme import Appearance, Scheme
from tests.ui.accessible import assert_accessible


@pytest.fixture
def open_page(context, qtbot, runner):
    def make() -> PeoplePage:
        page = PeoplePage(context)
        qtbot.addWidget(page)
        runner.changed.connect(page.apply)
        page.resize(1040, 760)
        page.show()
        qtbot.waitExposed(page)
        page.activateWindow()
        page.open(None)
        settle(runner)
        return page

    return make


def settle(runner) -> None:
    while not (runner.wait_idle() and runner._pending == 0):
        pass


def listed(rows) -> list[str]:
    model = rows.rows()
    return [model.index(i, 0).data() for i in range(model.rowCount())]


def read(widget) -> str:
    return "\n".join(w.text() for w in widget.findChildren(QLabel) if w.isVisibleTo(widget))


def press(qtbot, page, name: str) -> None:
    push = page.findChild(object, name)
    push.setFocus()
    qtbot.keyClick(push, Qt.Key.Key_Space)
    settle(page.context.runner)


def filter_by(qtbot, page, words: str) -> None:
    field = page.findChild(object, "find")
    field.setFocus()
    field.clear()
    qtbot.keyClicks(field, words)
    settle(page.context.runner)


def test_everyone_is_listed_with_role_needs_and_how_the_name_may_appear(open_page, sample):
    said = listed(open_page().list)
    assert len(said) == 7
    gareth = next(s for s in said if s.startswith("Gareth"))
    assert "co-chair, draws on care" in gareth
    assert "2 needs" in gareth
    assert "Name on papers: their full name" in gareth


def test_typing_part_of_a_name_or_role_leaves_those_people(open_page, sample, qtbot):
    page = open_page()
    assert QApplication.focusWidget().objectName() == "find"
    filter_by(qtbot, page, "draws win")
    assert [row.split(".")[0] for row in listed(page.list)] == ["Winifred Tattersall"]
    assert "1 of 7" in read(page)
    assert page.findChild(object, "oneName").text() == "Winifred Tattersall"
    filter_by(qtbot, page, "zzz")
    assert "Nobody has these words in name, role or interests." in read(page)


def test_with_nobody_it_says_where_people_come_from(open_page, desk):
    assert "Nobody yet" in read(open_page())


def test_what_is_known_is_changed_here_as_in_get_ready(open_page, sample, desk, runner, qtbot):
    page = open_page()
    filter_by(qtbot, page, "winifred")
    field = page.findChild(object, "personName")
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "Winnie Tattersall")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    settle(runner)
    assert "Winnie Tattersall" in [p.name for p in people.on_list(desk, sample)]


def test_a_name_taken_out_comes_back(open_page, sample, desk, heard, runner, qtbot):
    page = open_page()
    before = [p.name for p in people.on_list(desk, sample)]
    field = page.findChild(object, "personName")
    field.setFocus()
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_Delete)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    settle(runner)
    assert "needs a name" in heard.failed[0].what
    assert [p.name for p in people.on_list(desk, sample)] == before


def test_what_happened_to_what_someone_said_stands_beside_their_words(open_page, sample, qtbot):
    page = open_page()
    filter_by(qtbot, page, "mo'nique")
    press(qtbot, page, "partSaid")
    said = listed(page.said)
    assert any("Four different carers last week" in line and "Under" in line for line in said)


def test_each_session_someone_was_in_can_be_chosen(open_page, sample, desk, runner, qtbot):
    who = next(p for p in people.on_list(desk, sample) if p.name.startswith("Gareth"))
    other, _ = sessions.new(desk, title="Drop-in, winter")
    people.bring(desk, other, who.id, "visitor")
    page = open_page()
    filter_by(qtbot, page, "gareth")
    box = page.findChild(object, "inSession")
    role = page.findChild(object, "personRole")
    assert box.count() == 2
    roles = {role.currentText()}
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Down if box.currentIndex() == 0 else Qt.Key.Key_Up)
    settle(runner)
    roles.add(role.currentText())
    assert roles == {"visitor", "co-chair, draws on care"}


def test_changed_mind_leads_to_follow_up_of_that_session(open_page, sample, heard, qtbot):
    page = open_page()
    press(qtbot, page, "changedMind")
    assert heard.opened == [("follow_up", sample)]


def test_what_is_said_elsewhere_is_seen_here(open_page, sample, desk, runner, qtbot):
    page = open_page()
    filter_by(qtbot, page, "jay")
    press(qtbot, page, "partSaid")
    before = len(listed(page.said))
    who = next(p.id for p in people.on_list(desk, sample) if p.name.startswith("Jay"))
    runner.do(capture.add, sample, capture.NewLine(text="Buses stop at six", speaker=who))
    settle(runner)
    assert len(listed(page.said)) == before + 1


@pytest.mark.parametrize("half", ["partDetails", "partSaid"])
@pytest.mark.parametrize("scale", [100, 200])
def test_every_control_can_be_heard_reached_and_hit(open_page, sample, dressed, qtbot, half, scale):
    theme.apply(dressed, Appearance(Scheme.LIGHT, scale))
    page = open_page()
    page.resize(1040, 3000 if scale > 100 else 760)  # the shell scrolls it
    press(qtbot, page, half)
    assert_accessible(page)
    assert page.minimumSizeHint().width() <= 1040


def add(qtbot, page, name: str, role: str = "") -> None:
    """Type somebody's name and role where people are added, with Enter after each pair."""
    for field, words in (
        (page.findChild(object, "addName"), name),
        (page.findChild(object, "addRole").lineEdit(), role),
    ):
        field.setFocus()
        qtbot.keyClicks(field, words)
    qtbot.keyClick(page.findChild(object, "addRole"), Qt.Key.Key_Return)
    settle(page.context.runner)


def test_people_are_added_here_one_after_another_with_enter(open_page, sample, desk, qtbot):
    page = open_page()
    press(qtbot, page, "addPerson")
    assert QApplication.focusWidget().objectName() == "addName"
    for name in ("Ida Ackroyd", "Len Obi"):
        qtbot.keyClicks(QApplication.focusWidget(), name)
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
        settle(page.context.runner)
        assert QApplication.focusWidget().objectName() == "addName"
    add(qtbot, page, "Win Tate", "resident")

    on_list = {person.name: person.role for person in people.on_list(desk, sample)}
    assert on_list["Ida Ackroyd"] == on_list["Len Obi"] == ""
    assert on_list["Win Tate"] == "resident"
    assert page.findChild(object, "oneName").text() == "Win Tate"
    assert drafts.every(desk) == ()


def test_somebody_can_be_in_the_bank_and_on_no_list_and_be_put_on_one_later(open_page, sample, desk, qtbot):
    page = open_page()
    press(qtbot, page, "addPerson")
    box = page.findChild(object, "addList")
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_End)
    assert box.currentText().startswith("No list yet")
    add(qtbot, page, "Ida Ackroyd", "carer")
    assert "They are on no list now." in read(page)
    assert next(one for one in people.every(desk) if one.name == "Ida Ackroyd").role == "carer"
    role = page.bank.field("role").lineEdit()
    assert role.text() == "carer"
    role.setFocus()
    role.selectAll()
    qtbot.keyClicks(role, "care worker")
    qtbot.keyClick(role, Qt.Key.Key_Return)
    settle(page.context.runner)
    assert "care worker" in "\n".join(listed(page.list))
    field = page.bank.field("interests")
    field.setFocus()
    qtbot.keyClicks(field, "buses")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    settle(page.context.runner)
    assert "Interests: buses" in "\n".join(listed(page.list))

    press(qtbot, page, "putOn")
    assert "Ida Ackroyd" in [person.name for person in people.on_list(desk, sample)]


def test_half_typed_names_come_back(open_page, sample, desk, qtbot):
    page = open_page()
    press(qtbot, page, "addPerson")
    qtbot.keyClicks(QApplication.focusWidget(), "Ida Ack")
    qtbot.waitUntil(lambda: [d.words for d in drafts.every(desk)] == ["Ida Ack"])


def choose_filter(qtbot, page, words: str) -> None:
    box = page.findChild(object, "filter")
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Home)
    for _ in range(box.count()):
        if box.currentText().startswith(words):
            break
        qtbot.keyClick(box, Qt.Key.Key_Down)
    assert box.currentText().startswith(words)
    settle(page.context.runner)


def test_people_are_filtered_by_what_is_in_the_bank(open_page, sample, desk, qtbot):
    gareth, winifred = (
        next(line.id for line in people.every(desk) if line.name.startswith(name)) for name in ("Gareth", "Winifred")
    )
    bank.change(desk, gareth, "interests", "buses")
    bank.change(desk, gareth, "trains", "how to chair")
    bank.change(desk, winifred, "review_on", desk.today())
    page = open_page()
    choose_filter(qtbot, page, "Interest: buses (1)")
    assert [row.split(".")[0] for row in listed(page.list)] == [
        next(p.name for p in people.every(desk) if p.id == gareth)
    ]
    assert "1 of 7" in read(page)
    choose_filter(qtbot, page, "To be asked again (1)")
    assert listed(page.list)[0].startswith("Winifred")
    choose_filter(qtbot, page, "Everyone (7)")
    assert len(listed(page.list)) == 7


def test_home_leads_to_who_is_to_be_asked_again(open_page, sample, desk, qtbot):
    (winifred,) = [line.id for line in people.every(desk) if line.name.startswith("Winifred")]
    bank.change(desk, winifred, "review_on", desk.today())
    page = open_page()
    page.open(None)
    page.point_at(Ref("bank", winifred))
    settle(page.context.runner)
    assert page.findChild(object, "filter").currentText() == "To be asked again (1)"
    assert len(listed(page.list)) == 1


def test_two_rows_are_said_to_be_one_person_and_parted_again(open_page, sample, desk, qtbot):
    page = open_page()
    filter_by(qtbot, page, "winifred")
    press(qtbot, page, "sameAs")
    dialog = page.findChild(PickDialog)
    qtbot.keyClicks(dialog.form.pickWords, "gareth")
    qtbot.keyClick(dialog.form.pickWords, Qt.Key.Key_Return)
    settle(page.context.runner)
    assert "Known twice: also Gareth" in listed(page.list)[0]
    two = page.findChild(object, "twoPeople")
    assert two.isVisible()
    press(qtbot, page, "twoPeople")
    assert "Known twice" not in listed(page.list)[0]
    assert not two.isVisible()


def test_a_list_is_brought_in_from_here_too(open_page, sample, desk, qtbot):
    page = open_page()
    press(qtbot, page, "bringList")
    dialog = page.findChild(ListDialog)
    qtbot.keyClicks(dialog.ui.listText, "Name,Role")
    qtbot.keyClick(dialog.ui.listText, Qt.Key.Key_Return)
    qtbot.keyClicks(dialog.ui.listText, "Ida Ackroyd,carer")
    dialog.ui.look.click()
    settle(page.context.runner)
    dialog.ui.take.click()
    settle(page.context.runner)
    assert "Ida Ackroyd" in [person.name for person in people.on_list(desk, sample)]


def test_the_groups_somebody_is_in_are_told_with_what_they_take_part_in(open_page, desk, qtbot):
    group, _ = groups.add(desk, "Night bus forum", "forum")
    group_members.add(desk, group, "Ida Ackroyd", "speaks for carers", co_chair=True)
    page = open_page()
    settle(page.context.runner)
    assert "In groups: Night bus forum (co-chair, speaks for carers)." in read(page)


def test_what_is_kept_and_money_of_the_person_one_is_on_are_a_key_away_from_anywhere_on_the_page(
    open_page, sample, qtbot
):
    page = open_page()
    filter_by(qtbot, page, "gareth")
    (gareth,) = page.shown_people()
    for key, name in ((Qt.Key.Key_K, "rightsDialog"), (Qt.Key.Key_M, "moneyDialog")):
        at = QApplication.focusWidget()
        qtbot.keyClick(at, key, Qt.KeyboardModifier.AltModifier)
        settle(page.context.runner)
        dialog = QApplication.activeModalWidget()
        assert dialog.objectName() == name
        who = dialog.findChild(QComboBox, "who")
        assert gareth.line.name in (who.currentText() if who else read(dialog))
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
        page.activateWindow()
        qtbot.waitUntil(lambda at=at: QApplication.focusWidget() is at, timeout=5_000)
        assert f"Alt {chr(key)}" in dict(page.keys())
        page.list.setFocus()  # as well from the list
