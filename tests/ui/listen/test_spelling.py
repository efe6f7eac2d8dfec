"""Hints about spelling on Listen: a quiet line after a pause, words for a screen reader, and no word is ever changed."""

from __future__ import annotations

import sys

from PySide6.QtGui import QTextCharFormat
from PySide6.QtTest import QTest

from coprod_desktop.services import people
from coprod_desktop.ui.listen.more_menu import ROWS
from tests.ui.listen_page import settle


def lined(field) -> list[str]:
    shown = field.extraSelections()
    assert all(one.format.underlineStyle() == QTextCharFormat.UnderlineStyle.DotLine for one in shown)
    return [one.cursor.selectedText() for one in shown]


def test_a_wrong_word_gets_a_quiet_line_and_is_told_and_stays_as_it_was_typed(page, qtbot):
    field = page.line.field
    QTest.keyClicks(field, "I did not recieve the color chart ")
    assert lined(field) == []
    qtbot.waitUntil(lambda: lined(field) == ["recieve", "color"])
    assert field.accessibleDescription() == "Look at the spelling of: recieve, color"
    assert field.words() == "I did not recieve the color chart "
    QTest.keyClick(field, "\r")
    settle(page)
    assert lined(field) == []
    assert field.accessibleDescription() == ""


def test_who_is_on_the_list_is_spelt_right_and_the_last_word_is_left_until_it_is_finished(page, qtbot):
    people.add(page.context.desk, page.session_id, "Wrzosława Ferrierova", "carer")
    page.open(page.session_id)
    settle(page)
    field = page.line.field
    QTest.keyClicks(field, "we did not hear Ferrierova, tomorow we recieve")
    qtbot.waitUntil(lambda: lined(field) == ["tomorow"])


def test_nothing_is_read_until_somebody_stops_typing(page):
    QTest.keyClicks(page.line.field, "recieve")
    assert "coprod_desktop.services.spelling" not in sys.modules or not page.spelling[0]._looking
    assert lined(page.line.field) == []


def test_it_can_be_switched_off_and_stays_off(page, qtbot, heard):
    row = next(row for row in ROWS if row.name == "moreSpelling")
    row.opens(page._here())
    assert page.context.settings.read().spelling is False
    QTest.keyClicks(page.line.field, "we recieve it ")
    page.spelling[0].look()
    settle(page)
    assert lined(page.line.field) == []
    row.opens(page._here())
    page.spelling[0].look()
    qtbot.waitUntil(lambda: lined(page.line.field) == ["recieve"])
