"""Lines that a full disk would not take go in as the separate lines they were."""

from __future__ import annotations

import sys

import pytest

if sys.platform == "win32":
    pytest.skip("these disks are made with Unix means", allow_module_level=True)

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from coprod_desktop.domain.words import EntryKind
from coprod_desktop.services import capture, drafts, people, sessions
from coprod_desktop.ui.listen.voices import Voice
from coprod_desktop.ui.pages.listen import ListenPage
from tests.torture import disks


@pytest.fixture
def page(context, qtbot, runner, desk):
    """The Listen page of a session with Jay on its list."""
    session, _ = sessions.start_now(desk)
    people.add(desk, session, "Jay Postlethwaite", "carer")
    made = ListenPage(context)
    qtbot.addWidget(made)
    runner.changed.connect(made.apply)
    made.show()
    qtbot.waitExposed(made)
    made.open(session)
    settle(made)
    return made


@pytest.fixture
def two_sessions(page, desk):
    """The page, and another session to open; asked for before the disk is full."""
    return page, sessions.start_now(desk)[0]


@pytest.fixture
def full_disk():
    """Files cannot grow, until the test says that there is room again."""
    disk = disks.short_files(4)
    disk.__enter__()
    room = [disk]

    def make_room() -> None:
        if room:
            room.pop().__exit__(None, None, None)

    yield make_room
    make_room()


def settle(page):
    for _ in range(3):
        page.context.runner.wait_idle()
        QApplication.processEvents()


def say(page, words: str) -> None:
    QTest.keyClicks(page.line.field, words)
    QTest.keyClick(page.line.field, Qt.Key.Key_Return)


def stored(page):
    return [(e.text, e.kind, e.name, e.theme) for e in capture.lines(page.context.desk, page.session_id)]


def say_three(page) -> list[tuple[str, EntryKind, str | None, str | None]]:
    """Enter three lines, each with something else chosen, and begin a fourth."""
    jay = people.on_list(page.context.desk, page.session_id)[0]
    page.line.choose_kind(EntryKind.QUESTION)
    page.line.choose_voice(Voice(jay.name, speaker=jay.id))
    say(page, "one")
    page.line.choose_theme("Times")
    say(page, "two")
    page.line.choose_kind(EntryKind.STORY)
    say(page, "three")
    QTest.keyClicks(page.line.field, "fo")
    return [
        ("one", EntryKind.QUESTION, jay.name, None),
        ("two", EntryKind.CONTRIBUTION, None, "Times"),
        ("three", EntryKind.STORY, None, None),
    ]


FOUR = ("four", EntryKind.CONTRIBUTION, None, None)


def test_each_line_goes_in_as_it_was_and_in_its_order_with_the_next_enter(page, full_disk, heard):
    said = say_three(page)
    settle(page)
    assert stored(page) == []
    assert page.line.field.words() == "fo"
    assert page.held.count() == 3
    assert "3 lines wait as they were" in heard.told[-1][1]

    full_disk()
    say(page, "ur")
    settle(page)
    assert stored(page) == [*said, FOUR]
    assert page.held.count() == 0
    assert page.line.field.words() == ""


def test_failing_again_and_again_changes_neither_the_lines_nor_their_order(page, full_disk):
    said = say_three(page)
    settle(page)
    for _ in range(2):
        QTest.keyClick(page.line.field, Qt.Key.Key_Return)
        settle(page)
        assert stored(page) == []
    # the line is empty after Enter, so the first of them is back in it: with all that was chosen
    assert page.line.field.words() == "one"
    assert page.line.said.kind is EntryKind.QUESTION
    assert page.held.count() == 3
    full_disk()
    QTest.keyClick(page.line.field, Qt.Key.Key_Return)
    settle(page)
    assert [line[0] for line in stored(page)] == ["one", "two", "three", "fo"]
    assert stored(page)[:3] == said


def test_they_keep_the_time_at_which_they_were_said(page, full_disk, monkeypatch):
    said_at = f"{page.context.desk.now():%H:%M}"
    say_three(page)
    settle(page)
    full_disk()
    object.__setattr__(page.context.desk, "now", lambda: sessions.datetime.datetime(2026, 9, 17, 23, 59).astimezone())
    say(page, "ur")
    settle(page)
    at = [e.at for e in capture.lines(page.context.desk, page.session_id)]
    assert at[:3] == [said_at] * 3
    assert at[3] == "23:59"


def test_they_go_in_by_themselves_once_the_disk_takes_something(page, full_disk, desk):
    said = say_three(page)
    settle(page)
    full_disk()
    page.context.runner.do(sessions.change, page.session_id, title="Times")
    settle(page)
    assert stored(page) == said
    assert page.line.field.words() == "fo"


def test_they_go_in_by_the_button_of_the_message(page, full_disk):
    said = say_three(page)
    settle(page)
    full_disk()
    page.held.save()
    settle(page)
    assert stored(page) == said


def test_those_of_one_session_never_go_into_another(page, full_disk, desk):
    said = say_three(page)
    settle(page)
    first = page.session_id
    full_disk()
    other, _ = sessions.start_now(desk)
    page.line.throw_away()
    page.open(other)
    say(page, "elsewhere")
    settle(page)
    assert [line[0] for line in stored(page)] == ["elsewhere"]
    page.open(first)
    say(page, "four")
    settle(page)
    assert stored(page) == [*said, FOUR]


def test_what_fails_after_another_session_was_opened_waits_for_its_own(two_sessions, full_disk):
    page, other = two_sessions
    first = page.session_id
    said = say_three(page)
    page.line.throw_away()
    page.open(other)  # before any of the three has come back
    settle(page)
    assert page.line.field.words() == ""
    full_disk()
    say(page, "elsewhere")
    settle(page)
    assert [line[0] for line in stored(page)] == ["elsewhere"]
    page.open(first)
    say(page, "four")
    settle(page)
    assert stored(page) == [*said, FOUR]


def test_a_line_that_has_to_be_shortened_waits_with_a_draft_on_the_disk(page):
    too_long = ("word " * 20_001).strip()
    page.line.field.setPlainText(too_long)
    QTest.keyClick(page.line.field, Qt.Key.Key_Return)
    QTest.keyClicks(page.line.field, "and then this")
    settle(page)
    assert page.line.field.words() == "and then this"
    assert too_long in [draft.words for draft in drafts.of_session(page.context.desk, page.session_id)]
    QTest.keyClick(page.line.field, Qt.Key.Key_Return)
    settle(page)
    assert [line[0] for line in stored(page)] == ["and then this"]
    assert page.line.field.words() == too_long
