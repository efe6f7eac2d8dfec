"""The clock of Listen in the real page: by click, by key, and when the laptop slept."""

from __future__ import annotations

import dataclasses
import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton, QWidget

from coprod_desktop.domain.agenda import on_now, to_come
from coprod_desktop.domain.live_hour import What
from coprod_desktop.services import live_hour, people, prepare, sessions, workspace
from coprod_desktop.ui.listen.hour import KEYS
from coprod_desktop.ui.pages.listen import ListenPage
from tests.ui.accessible import assert_accessible

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard", extend=True)

PARTS = [(10, "Welcome"), (25, "What is working?"), (15, "Break"), (30, "Ideas"), (10, "Read back"), (5, "Close")]
ALT = Qt.KeyboardModifier.AltModifier


class Wall:
    """A clock on the wall that goes on when a test says so."""

    def __init__(self) -> None:
        self.at = datetime.datetime(2026, 9, 17, 10, 30).astimezone()

    def __call__(self) -> datetime.datetime:
        return self.at

    def on(self, minutes: float) -> None:
        self.at += datetime.timedelta(minutes=minutes)


@pytest.fixture
def wall():
    return Wall()


@pytest.fixture
def page(context, desk, runner, wall, qtbot):
    """Listen, on the first part of an agenda that fits."""
    at = runner.desk = dataclasses.replace(desk, now=wall)
    session, _ = sessions.new(at, title="Forum", date=wall.at.date(), start="10:30", finish_by="12:10")
    prepare.use_agenda(at, session, PARTS)
    live_hour.next_item(at, session)
    page = ListenPage(dataclasses.replace(context, desk=at))
    qtbot.addWidget(page)
    runner.changed.connect(page.apply)
    page.resize(1014, 640)
    page.show()
    qtbot.waitExposed(page)
    page.activateWindow()
    page.open(session)
    page.first_focus().setFocus()
    settle(page)
    return page


def settle(page):
    for _ in range(3):
        page.context.runner.wait_idle()
        QApplication.processEvents()


def items(page):
    return prepare.agenda(page.context.desk, page.session_id)


def named(page, title):
    return next(i for i in items(page) if i.title == title)


def card(page):
    return page.form.agendaCard


def read(parent) -> str:
    return "\n".join(label.text() for label in parent.findChildren(QLabel) if label.isVisibleTo(parent))


def key(page, which, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget() or page, which, modifier)
    settle(page)


def click(page, name):
    found = next(one for one in page.findChildren(QPushButton, name) if one.isVisibleTo(page))
    QTest.mouseClick(found, Qt.MouseButton.LeftButton)
    settle(page)


def row(page, title) -> QWidget:
    return page.findChild(QWidget, f"part_row_{named(page, title).id}")


def test_five_minutes_more_by_one_key_from_the_line_one_types_in(page):
    key(page, Qt.Key.Key_5, ALT)

    assert named(page, "Welcome").minutes == 15
    assert card(page).now.left.text() == "15 min left"
    assert page.line.field.hasFocus()
    assert workspace.undo(page.context.desk).said == "5 minutes more for “Welcome”"


def test_on_and_back_by_one_key_each(page, wall):
    wall.on(4)
    key(page, Qt.Key.Key_N, ALT)
    assert card(page).now.title.text() == "What is working?"
    assert card(page).note.text() == "· 1 part done"
    key(page, Qt.Key.Key_B, ALT)
    assert card(page).now.title.text() == "Welcome"
    assert card(page).now.left.text() == "6 min left"


@pytest.mark.parametrize(
    ("which", "what"),
    [
        (Qt.Key.Key_F3, What.SLOW),
        (Qt.Key.Key_F4, What.STOP),
        (Qt.Key.Key_F5, What.PAUSE),
        (Qt.Key.Key_F7, What.READING),
    ],
)
def test_each_sign_has_one_key_that_gives_it_and_takes_it_off(page, which, what):
    QTest.keyClicks(page.line.field, "half a sen")
    key(page, which)

    assert live_hour.signal(page.context.desk, page.session_id).what is what
    assert card(page).signals.pushes[what].isChecked()
    assert card(page).now.sign.text().endswith(" since 10:30")
    assert page.line.field.toPlainText() == "half a sen"
    key(page, which)
    assert live_hour.signal(page.context.desk, page.session_id) is None
    assert not any(push.isChecked() for push in card(page).signals.pushes.values())


def test_a_click_on_a_part_shows_its_acts_and_leaves_the_focus_where_one_types(page):
    assert not card(page).parts.acts.isVisibleTo(page)

    QTest.mouseClick(row(page, "Ideas"), Qt.MouseButton.LeftButton)
    assert card(page).parts.acts.isVisibleTo(page)
    assert page.line.field.hasFocus()
    click(page, "part_first")
    assert to_come(items(page))[0].title == "Ideas"
    assert page.line.field.hasFocus()
    QTest.mouseClick(row(page, "Ideas"), Qt.MouseButton.LeftButton)
    assert not card(page).parts.acts.isVisibleTo(page)


def test_the_parts_by_keys_alone(page):
    key(page, Qt.Key.Key_G, ALT)
    assert row(page, "What is working?").hasFocus()
    key(page, Qt.Key.Key_Down)
    key(page, Qt.Key.Key_Down)
    assert row(page, "Ideas").hasFocus()
    assert row(page, "Ideas").isChecked()

    key(page, Qt.Key.Key_Minus)
    assert named(page, "Ideas").minutes == 25
    key(page, Qt.Key.Key_Plus)
    key(page, Qt.Key.Key_Plus)
    assert named(page, "Ideas").minutes == 35
    key(page, Qt.Key.Key_Down, ALT)
    assert [i.title for i in to_come(items(page))][2:4] == ["Read back", "Ideas"]
    assert row(page, "Ideas").hasFocus()
    key(page, Qt.Key.Key_Up, ALT)
    assert to_come(items(page))[0].title == "Ideas"
    key(page, Qt.Key.Key_Delete)
    assert "Ideas · left out today" in read(card(page))
    key(page, Qt.Key.Key_Escape)
    assert page.line.field.hasFocus()


def test_the_break_is_not_made_shorter_by_the_key_either(page):
    key(page, Qt.Key.Key_G, ALT)
    key(page, Qt.Key.Key_Down)
    assert row(page, "Break").hasFocus()
    key(page, Qt.Key.Key_Minus)
    assert named(page, "Break").minutes == 15


def test_what_was_left_out_is_put_back_by_one_press(page):
    live_hour.next_time(page.context.desk, named(page, "Ideas").id)
    page._read_room()
    settle(page)
    assert "Ideas · next time" in read(card(page))
    click(page, f"putBack_{named(page, 'Ideas').id}")
    assert named(page, "Ideas").state is None
    assert "next time" not in read(card(page))


def test_eleven_minutes_short_and_one_press_each_to_take_them(page, wall):
    wall.on(26)
    page.hour.look()

    assert "11 minutes short. These could give them:" in read(card(page))
    assert "Finish by 12:10: 11 min short" in read(page.form.leftSide)
    offers = [one for one in card(page).short.findChildren(QWidget) if one.objectName().startswith("give_")]
    assert [one.accessibleName() for one in offers if one.isVisibleTo(page)] == [
        "11 minutes less for What is working?, then 14 min",
        "11 minutes less for Ideas, then 19 min",
    ]
    QTest.mouseClick(offers[1], Qt.MouseButton.LeftButton)
    settle(page)
    assert named(page, "Ideas").minutes == 19
    assert not card(page).short.isVisibleTo(page)
    assert "Finish by 12:10: on time" in read(page.form.leftSide)
    assert page.line.field.hasFocus()


def test_an_interpreter_who_leaves_before_the_read_back_is_told_and_it_comes_forward(page):
    who, _ = people.add(page.context.desk, page.session_id, "Win Tattersall", "draws on care")
    people.arrive(page.context.desk, page.session_id, who)
    people.add_need(page.context.desk, page.session_id, who, "BSL interpreter until 11:40")
    page._read_room()
    settle(page)

    assert "until 11:40: read back before 11:30. It is planned for 11:50." in read(card(page))
    assert "Win" not in read(card(page))
    click(page, "readBackNext")
    assert to_come(items(page))[0].title == "Read back"
    assert "read back before" not in read(card(page))


def test_tables_are_chosen_from_a_menu_and_stand_beside_the_part(page):
    QTest.mouseClick(card(page).now, Qt.MouseButton.LeftButton)
    click(page, "part_tables")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    next(a for a in menu.actions() if a.text() == "3 tables").trigger()
    menu.close()
    settle(page)
    assert named(page, "Welcome").tables == 3
    assert card(page).now.head.text() == "Now · 3 tables at once"


def test_a_laptop_that_slept_says_so_once_and_the_times_are_right(page, wall, heard):
    page.hour.look()
    wall.on(0.2)
    page.hour.look()
    assert heard.told == []
    wall.on(9)
    page.hour.look()
    settle(page)

    assert heard.told == [
        (
            "This laptop slept, or its clock was put on: 9 minutes went by after 10:30.",
            "The times here go by the clock again. What you wrote is saved.",
            "info",
        )
    ]
    assert card(page).now.left.text() == "1 min left"
    assert live_hour.moments(page.context.desk, page.session_id)[-1].what is What.SLEPT


def test_coming_back_to_the_page_after_an_hour_is_no_sleep(page, wall, heard):
    page.leave()
    wall.on(60)
    page.open(page.session_id)
    settle(page)
    assert heard.told == []


def test_a_row_keeps_the_focus_while_the_times_move_on(page, wall):
    key(page, Qt.Key.Key_G, ALT)
    before = row(page, "What is working?")
    wall.on(13)
    page.hour.look()
    assert row(page, "What is working?") is before
    assert before.hasFocus()
    assert before.accessibleName() == "10:43 What is working? · 25 min"


def test_going_on_while_on_the_row_that_begins_moves_to_the_next_row(page):
    key(page, Qt.Key.Key_G, ALT)
    key(page, Qt.Key.Key_N, ALT)
    assert on_now(items(page)).title == "What is working?"
    assert row(page, "Break").hasFocus()


def test_one_key_says_where_things_stand_and_nothing_speaks_by_itself(page, wall, heard):
    wall.on(4)
    page.hour.look()
    assert heard.announced == []
    key(page, Qt.Key.Key_Y, ALT)
    assert heard.announced == [
        "Now: Welcome, 6 min left. Next: What is working? · 25 min, at 10:40. Finish by 12:10: on time, 5 min in hand"
    ]


def test_what_was_done_by_a_key_is_said(page, heard):
    key(page, Qt.Key.Key_5, ALT)
    key(page, Qt.Key.Key_F5)
    key(page, Qt.Key.Key_F5)
    assert heard.announced == ["5 minutes more: Welcome", "We need a minute: on", "We need a minute: off"]


def test_the_keys_are_listed_and_none_is_a_letter_alone(page):
    listed = dict(page.keys())
    for sequence, words, _name in KEYS:
        assert listed[sequence.replace("+", " ")] == words
        assert len(sequence) > 1


def test_everything_on_the_card_has_a_name(page, wall):
    wall.on(26)
    page.hour.look()
    card(page).parts.choose(named(page, "Ideas").id)
    assert_accessible(page)


def test_nothing_on_the_card_is_red_or_moves_when_time_is_short(page, wall):
    wall.on(26)
    page.hour.look()
    tones = {label.property("tone") for label in card(page).findChildren(QLabel)}
    assert "danger" not in tones
    assert "no" not in tones


def test_no_key_of_the_page_does_two_things(page):
    """Qt does neither of two things that one key is for."""
    wide = Qt.ShortcutContext.WidgetWithChildrenShortcut
    keys = [one.key().toString() for one in page.findChildren(QShortcut) if one.context() is wide and one.key()]
    on_page = [key for key in keys if key != "Esc"]
    assert sorted(on_page) == sorted(set(on_page))


def test_through_eight_hours_the_minutes_left_are_those_of_the_clock(page, wall):
    """Looked at when it was to be looked at, and a little late, as timers are: no minute shows a second late."""
    live_hour.change_length(page.context.desk, named(page, "Welcome").id, 470)
    page._read_room()
    settle(page)
    began, shown, late = wall.at, card(page).now.left.text(), 0.0
    while (gone := (wall.at - began).total_seconds()) < 8 * 3600 - 60:
        wait = page.hour._tick.interval() / 1000
        assert wait <= 15.1
        wall.on((wait + 0.03 * wait) / 60)
        page.hour.look()
        if card(page).now.left.text() != shown:
            shown, late = card(page).now.left.text(), max(late, wall.at.second + wall.at.microsecond / 1e6)
        assert shown == f"{480 - int((wall.at - began).total_seconds()) // 60} min left"
    assert late < 1
    assert gone > 7 * 3600
