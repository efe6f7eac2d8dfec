"""The chosen line: acts in sight below it, changed where it stands, split, joined, several at once; all by keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from coprod_desktop.domain.permission import Circle
from coprod_desktop.domain.words import EntryKind, Publish, Sort, WhoseWords
from coprod_desktop.services import capture, drafts, people, workspace
from tests.ui.accessible import assert_accessible
from tests.ui.listen_page import settle

# the offscreen platform says this of itself whenever a menu opens
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard", extend=True)
SHIFT, CTRL, ALT = (
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)


def say(page, *lines: str) -> None:
    for words in lines:
        QTest.keyClicks(page.line.field, words)
        QTest.keyClick(page.line.field, Qt.Key.Key_Return)
    settle(page)


def stored(page):
    return capture.lines(page.context.desk, page.session_id)


def texts(page) -> list[str]:
    return [line.text for line in stored(page)]


def on(page, at: int) -> None:
    page.list.setFocus()
    page.list.go_to(page.list.rows().id_at(at))


def bar(page) -> list[str]:
    return [b.text() for b in page.on_line.bar.buttons.values() if b.isVisibleTo(page)]


def choose(item: str) -> None:
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    every = [a for m in (menu, *menu.findChildren(QMenu)) for a in m.actions()]
    next(a for a in every if a.text().split("\t")[0].replace("&", "") == item).trigger()
    menu.close()


# ---- in sight below it


def test_what_can_be_done_stands_below_the_line_one_is_on_and_goes_when_one_types_on(page):
    say(page, "one", "two")
    on(page, 1)
    assert bar(page) == ["Change", "Theme", "Park", "Join up", "More…"]
    row = page.list.visualRect(page.list.currentIndex())
    assert row.contains(page.on_line.bar.geometry())
    QTest.keyClicks(page.line.field, "t")
    assert bar(page) == []


def test_each_act_is_44_px_high_and_reached_with_tab(page):
    say(page, "one", "two")
    on(page, 1)
    shown = [b for b in page.on_line.bar.buttons.values() if b.isVisibleTo(page)]
    assert all(b.height() >= 44 for b in shown)
    for wanted in shown:
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is wanted
    assert_accessible(page)


def test_a_click_on_a_line_shows_its_acts_and_leaves_the_keys_where_one_types(page):
    say(page, "one", "two")
    at = page.list.visualRect(page.list.rows().index(0, 0)).center()
    QTest.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert "Change" in bar(page)
    assert page.focusWidget() is page.line.field
    QTest.mouseClick(page.on_line.bar.buttons["park"], Qt.MouseButton.LeftButton)
    settle(page)
    assert [line.kind for line in stored(page)] == [EntryKind.PARKING_LOT, EntryKind.CONTRIBUTION]


# ---- changed where it stands


@pytest.mark.parametrize("key", [Qt.Key.Key_F2, Qt.Key.Key_Return])
def test_a_line_is_changed_where_it_stands(page, key):
    say(page, "the taxi", "two")
    on(page, 0)
    QTest.keyClick(page.list, key)
    field = page.on_line.editor.field
    assert page.focusWidget() is field
    assert page.list.visualRect(page.list.currentIndex()).contains(page.on_line.editor.geometry())
    assert field.height() < 3 * field.fontMetrics().lineSpacing()
    QTest.keyClicks(field, " was late")
    QTest.keyClick(field, Qt.Key.Key_Return)
    settle(page)

    assert texts(page) == ["the taxi was late", "two"]
    assert page.list.hasFocus()
    assert not page.on_line.editor.isVisibleTo(page)


def test_escape_leaves_it_as_it_was(page):
    say(page, "the taxi")
    on(page, 0)
    QTest.keyClick(page.list, Qt.Key.Key_F2)
    QTest.keyClicks(page.on_line.editor.field, "zzz")
    QTest.keyClick(page.on_line.editor.field, Qt.Key.Key_Escape)
    settle(page)

    assert texts(page) == ["the taxi"]
    assert drafts.of_session(page.context.desk, page.session_id) == ()


def test_what_is_typed_there_is_kept_as_it_is_typed_and_goes_on_below_when_one_leaves(page, qtbot):
    say(page, "the taxi")
    on(page, 0)
    QTest.keyClick(page.list, Qt.Key.Key_F2)
    QTest.keyClicks(page.on_line.editor.field, " again")
    qtbot.waitUntil(
        lambda: [d.words for d in drafts.of_session(page.context.desk, page.session_id)] == ["the taxi again"]
    )
    page.leave()

    assert page.line.field.words() == "the taxi again"
    assert page.line.editing == stored(page)[0].id


def test_a_key_is_for_the_line_that_is_being_changed(page):
    say(page, "one", "two")
    on(page, 0)
    QTest.keyClick(page.list, Qt.Key.Key_F2)
    QTest.keyClick(page.on_line.editor.field, "p", ALT)
    settle(page)

    assert stored(page)[0].kind == EntryKind.PARKING_LOT


def test_ctrl_enter_makes_two_lines_at_the_cursor_and_one_undo_makes_them_one(page):
    page.line.field.insertPlainText("the 🚕 was late and nobody rang")  # no test keyboard has it
    say(page, "", "after")
    on(page, 0)
    QTest.keyClick(page.list, Qt.Key.Key_F2)
    field = page.on_line.editor.field
    cursor = field.textCursor()
    cursor.setPosition(len("the 🚕 was late") + 1)  # Qt counts it as two
    field.setTextCursor(cursor)
    QTest.keyClick(field, Qt.Key.Key_Return, CTRL)
    settle(page)

    assert texts(page) == ["the 🚕 was late", "and nobody rang", "after"]
    assert [row.text for row in page.lines.all()] == texts(page)
    page.context.runner.do(workspace.undo)
    settle(page)
    assert texts(page) == ["the 🚕 was late and nobody rang", "after"]
    assert [row.text for row in page.lines.all()] == texts(page)


def test_ctrl_j_joins_a_line_to_the_one_before_and_says_why_where_it_cannot(page, heard):
    say(page, "the taxi", "was late", "a question")
    on(page, 2)
    QTest.keyClick(page.list, "p", ALT)
    settle(page)
    on(page, 1)
    QTest.keyClick(page.list, "j", CTRL)
    settle(page)
    assert texts(page) == ["the taxi was late", "a question"]
    assert page.list.current_id() == stored(page)[0].id
    on(page, 1)
    QTest.keyClick(page.list, "j", CTRL)
    settle(page)
    assert texts(page) == ["the taxi was late", "a question"]


# ---- several at once


def test_shift_and_arrows_choose_several_and_one_key_and_one_undo_are_for_all_of_them(page, heard):
    say(page, "one", "two", "three", "four")
    on(page, 0)
    QTest.keyClick(page.list, Qt.Key.Key_Down, SHIFT)
    QTest.keyClick(page.list, Qt.Key.Key_Down, SHIFT)
    assert heard.announced[-1] == "3 lines chosen"
    assert bar(page) == ["Kind", "Theme", "Park", "Keep off papers", "More…"]
    QTest.keyClick(page.list, "p", ALT)
    settle(page)
    kinds = [line.kind for line in stored(page)]
    assert kinds == [*[EntryKind.PARKING_LOT] * 3, EntryKind.CONTRIBUTION]
    page.context.runner.do(workspace.undo)
    settle(page)
    assert {line.kind for line in stored(page)} == {EntryKind.CONTRIBUTION}


def test_several_lines_get_a_theme_a_kind_and_stay_off_papers_in_one_step_each(page):
    say(page, "one", "two", "three")
    on(page, 1)
    QTest.keyClick(page.list, Qt.Key.Key_Down, SHIFT)
    QTest.keyClick(page.list, "t", ALT)
    choose(page.acts.starter_themes[0])
    QTest.keyClick(page.list, "k", ALT)
    choose("Story")
    QTest.keyClick(page.list, "v", ALT)
    settle(page)
    lines = stored(page)[1:]
    assert {(line.kind, line.theme) for line in lines} == {(EntryKind.STORY, page.acts.starter_themes[0])}
    assert {line.publish for line in lines} == {Publish.NO}
    assert "off papers" in page.list.currentIndex().data()


def test_everything_chosen_with_ctrl_a_goes_back_on_papers_with_the_same_key(page):
    say(page, "one", "two")
    on(page, 0)
    QTest.keyClick(page.list, "a", CTRL)
    for wanted in (Publish.NO, Publish.YES):
        QTest.keyClick(page.list, "v", ALT)
        settle(page)
        assert {line.publish for line in stored(page)} == {wanted}
    QTest.keyClick(page.list, "i", ALT)
    choose("Idea")
    settle(page)
    assert {line.sort for line in stored(page)} == {Sort.IDEA}
    assert "Idea" in page.list.currentIndex().data()


# ---- a key each


def test_a_sort_is_chosen_by_key_and_is_of_that_line_only(page):
    QTest.keyClicks(page.line.field, "a lift that works")
    QTest.keyClick(page.line.field, "i", ALT)
    settle(page)
    choose("Challenge")
    QTest.keyClick(page.line.field, Qt.Key.Key_Return)
    say(page, "thank you")
    assert [line.sort for line in stored(page)] == [Sort.CHALLENGE, None]


def test_for_somebody_and_our_description_have_a_key_each(page):
    desk = page.context.desk
    person, _ = people.add(desk, page.session_id, "Precious Bello", "draws on care")
    page.open(page.session_id)
    settle(page)
    QTest.keyClicks(page.line.field, "she used a card to say yes")
    QTest.keyClick(page.line.field, "o", ALT)
    QTest.keyClick(page.line.field, "f", ALT)
    settle(page)
    choose("For Precious Bello")
    QTest.keyClick(page.line.field, Qt.Key.Key_Return)
    settle(page)
    (line,) = stored(page)
    assert (line.said_for, line.whose_words) == (person, WhoseWords.DESCRIPTION)
    on(page, 0)
    QTest.keyClick(page.list, "o", ALT)
    settle(page)
    assert stored(page)[0].whose_words != WhoseWords.DESCRIPTION


# ---- what was missed


def test_a_gap_is_counted_and_a_key_goes_back_to_it_and_it_keeps_its_time_and_place(page):
    say(page, "before")
    QTest.keyClick(page.line.field, "g", CTRL)
    settle(page)
    say(page, "after")
    assert page.form.saidCount.text() == "· 2 so far · 1 to come back to"
    gap = stored(page)[1]
    QTest.keyClick(page.line.field, "g", CTRL | SHIFT)
    QTest.keyClicks(page.line.field, "the bus stops at six")
    QTest.keyClick(page.line.field, Qt.Key.Key_Return)
    settle(page)

    filled = stored(page)[1]
    assert (filled.text, filled.at, filled.n, filled.id) == ("the bus stops at six", gap.at, gap.n, gap.id)
    assert (filled.kind, filled.publish) == (EntryKind.CONTRIBUTION, Publish.YES)
    assert page.form.saidCount.text() == "· 3 so far"


# ---- names and themes while a line is changed in its place


def test_a_name_and_a_theme_are_offered_while_a_line_is_changed_in_its_place(page):
    people.add(page.context.desk, page.session_id, "Len Obi", "resident")
    page._read_room()
    settle(page)
    say(page, "the ramp is too steep")
    on(page, 0)
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    field = page.on_line.editor.field
    QTest.keyClick(field, Qt.Key.Key_End)
    QTest.keyClicks(field, " @le")
    QTest.keyClick(field, Qt.Key.Key_Tab)
    assert field.words() == "the ramp is too steep @Len Obi "
    QTest.keyClicks(field, "#Way in")
    QTest.keyClick(field, Qt.Key.Key_Return)
    settle(page)
    (line,) = stored(page)
    assert (line.text, line.name) == ("the ramp is too steep #Way in", "Len Obi")

    on(page, 0)
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    for _ in range(len("#Way in")):
        QTest.keyClick(field, Qt.Key.Key_Backspace)
    QTest.keyClicks(field, "#Ramps")
    QTest.keyClick(field, Qt.Key.Key_Down)
    QTest.keyClick(field, Qt.Key.Key_Tab)
    QTest.keyClick(field, Qt.Key.Key_Return)
    settle(page)
    (line,) = stored(page)
    assert (line.text, line.theme) == ("the ramp is too steep", "Ramps")


# ---- one key to the list, and quoting several


def test_one_key_goes_to_the_last_line_and_its_acts(page):
    say(page, "one", "two")
    QTest.keyClick(page.line.field, Qt.Key.Key_Up, CTRL)
    assert page.list.hasFocus()
    assert page.list.current_id() == page.lines.last().id
    assert bar(page)
    QTest.keyClick(page.list, Qt.Key.Key_Escape)
    assert page.line.field.hasFocus()


def test_several_lines_may_be_quoted_in_one_step(page):
    say(page, "one", "two", "three")
    on(page, 0)
    QTest.keyClick(page.list, Qt.Key.Key_Down, SHIFT)
    QTest.keyClick(page.list, Qt.Key.Key_Q, ALT)
    settle(page)
    settle(page)
    assert [line.quote_ok for line in stored(page)] == [True, True, None]
    workspace.undo(page.context.desk)
    assert [line.quote_ok for line in stored(page)][2] is None
    page.acts.open_menu(page.lines.all()[0].id, page.mapToGlobal(page.rect().center()))
    choose("Do not quote them")
    settle(page)
    assert [bool(line.quote_ok) for line in stored(page)] == [False, False, False]


def test_what_is_for_those_who_came_becomes_none_for_anyone_when_several_may_be_quoted(page):
    say(page, "one", "two")
    capture.change(page.context.desk, page.lines.all()[0].id, quote_ok=True, circle=Circle.CAME)
    page.lines.refresh([page.lines.all()[0].id])
    settle(page)
    on(page, 0)
    QTest.keyClick(page.list, Qt.Key.Key_Down, SHIFT)
    QTest.keyClick(page.list, Qt.Key.Key_Q, ALT)
    settle(page)
    settle(page)
    assert [(bool(line.quote_ok), bool(line.came)) for line in stored(page)] == [(False, True), (True, False)]


def quoted(page):
    return [(bool(line.quote_ok), bool(line.came)) for line in stored(page)]


def test_the_key_pressed_twice_goes_back_to_those_who_came(page):
    say(page, "one")
    capture.change(page.context.desk, page.lines.all()[0].id, quote_ok=True, circle=Circle.CAME)
    page.lines.refresh([page.lines.all()[0].id])
    settle(page)
    assert quoted(page) == [(False, True)]
    on(page, 0)
    for wanted in ((False, False), (False, True), (False, False), (False, True)):
        QTest.keyClick(page.list, Qt.Key.Key_Q, ALT)
        settle(page)
        settle(page)
        assert quoted(page) == [wanted]


def test_of_several_too_the_key_pressed_twice_goes_back_to_those_who_came(page):
    say(page, "one", "two")
    first, second = (line.id for line in page.lines.all())
    capture.change(page.context.desk, first, quote_ok=True, circle=Circle.CAME)
    capture.change(page.context.desk, second, quote_ok=True)
    page.lines.refresh([first, second])
    settle(page)
    on(page, 0)
    QTest.keyClick(page.list, Qt.Key.Key_Down, SHIFT)
    for wanted in ([(False, False), (False, False)], [(False, True), (True, False)]):
        QTest.keyClick(page.list, Qt.Key.Key_Q, ALT)
        settle(page)
        settle(page)
        assert quoted(page) == wanted


def test_of_several_those_somebody_refused_are_asked_about_by_themselves(page):
    who, _ = people.add(page.context.desk, page.session_id, "Len Obi", "resident")
    page._read_room()
    settle(page)
    say(page, "one @len obi", "two")
    people.agree(page.context.desk, page.session_id, who, "quote", "no")
    settle(page)
    on(page, 0)
    QTest.keyClick(page.list, Qt.Key.Key_Down, SHIFT)
    QTest.keyClick(page.list, Qt.Key.Key_Q, ALT)
    settle(page)
    settle(page)
    assert [bool(line.quote_ok) for line in stored(page)] == [False, True]
    from coprod_desktop.ui.dialogs.ask_again import AskAgain

    (asked,) = [d for d in QApplication.topLevelWidgets() if isinstance(d, AskAgain) and d.isVisible()]
    asked.reject()


def test_enter_after_a_whole_name_saves_the_line(page):
    people.add(page.context.desk, page.session_id, "Len Obi", "resident")
    page._read_room()
    settle(page)
    say(page, "the ramp is too steep @len obi", "and long")
    assert [(line.text, line.name) for line in stored(page)] == [
        ("the ramp is too steep", "Len Obi"),
        ("and long", None),
    ]
