from __future__ import annotations

import time

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QContextMenuEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from coprod_desktop.ui.style import theme
from coprod_desktop.ui.style.theme import Appearance, Scheme
from coprod_desktop.ui.widgets.entry_list import EntryList, EntryRow
from coprod_desktop.ui.widgets.rows_list import ListRow, RowsList
from tests.ui.accessible import assert_accessible

LONG = "I never know who is coming. Four different carers last week, she thinks they are burglars. "


def entry(n: int, words: str = "") -> EntryRow:
    return EntryRow(f"e{n}", f"10:{n % 60:02}", "Carer", words or LONG * (1 + n % 4), theme="Same faces", quote=True)


@pytest.fixture
def entries(qtbot) -> EntryList:
    window = QWidget()
    column = QVBoxLayout(window)
    column.addWidget(QLineEdit())
    made = EntryList(lambda row: row, "entries", "What people said")
    column.addWidget(made)
    after = QLineEdit()
    after.setObjectName("after")
    column.addWidget(after)
    qtbot.addWidget(window)
    window.resize(600, 500)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    made.window_kept = window
    return made


def test_every_row_in_view_is_as_high_as_its_words(entries: EntryList) -> None:
    entries.entries.set_rows([entry(n) for n in range(40)])
    heights = [entries.rowHeight(n) for n in range(4)]
    assert heights == sorted(heights)
    assert heights[0] < heights[3]
    wanted = [entries._delegate.height(entries.entries.index(n, 0), entries.viewport().width()) for n in range(4)]
    assert heights == wanted


def test_showing_ten_thousand_rows_is_quick_and_adding_one_is_cheap(entries: EntryList, qapp: QApplication) -> None:
    rows = [entry(n) for n in range(10_000)]
    began = time.process_time()
    entries.entries.set_rows(rows)
    qapp.sendPostedEvents()
    entries.viewport().grab()
    assert time.process_time() - began < 0.060
    entries.go_to_end()
    began = time.process_time()
    entries.entries.append(entry(10_001))
    entries.viewport().grab()
    assert time.process_time() - began < 0.033


def test_a_new_line_is_shown_at_once_when_one_is_at_the_end_and_moves_nothing_when_one_is_not(
    entries: EntryList,
) -> None:
    entries.entries.set_rows([entry(n) for n in range(50)])
    entries.go_to_end()
    entries.entries.append(entry(50))
    bar = entries.verticalScrollBar()
    assert bar.value() == bar.maximum()
    bottom = entries.rowViewportPosition(50) + entries.rowHeight(50)
    assert bottom <= entries.viewport().height() + 1
    entries.go_to("e3")
    seen = entries.rowAt(0), entries.rowViewportPosition(entries.rowAt(0))
    entries.entries.append(entry(51))
    assert (entries.rowAt(0), entries.rowViewportPosition(entries.rowAt(0))) == seen


def test_scrolling_up_over_rows_nobody_has_seen_does_not_jump(entries: EntryList) -> None:
    entries.entries.set_rows([entry(n) for n in range(300)])
    entries.go_to_end()
    for _ in range(40):
        row = entries.rowAt(entries.viewport().height() // 2)
        was = entries.rowViewportPosition(row)
        entries.verticalScrollBar().setValue(entries.verticalScrollBar().value() - 30)
        assert abs(entries.rowViewportPosition(row) - was - 30) <= 1


def test_larger_text_makes_higher_rows(entries: EntryList, dressed) -> None:
    entries.entries.set_rows([entry(n) for n in range(5)])
    small = entries.rowHeight(0)
    theme.apply(dressed, Appearance(Scheme.LIGHT, 200))
    assert entries.rowHeight(0) > small * 1.8


def test_keys_and_mouse_say_which_row(entries: EntryList, qtbot) -> None:
    entries.entries.set_rows([entry(n) for n in range(30)])
    heard: list[tuple[str, str]] = []
    entries.opened.connect(lambda row: heard.append(("opened", row)))
    entries.toggled.connect(lambda row: heard.append(("toggled", row)))
    entries.chosen.connect(lambda row: heard.append(("chosen", row)))
    entries.menu_wanted.connect(lambda row, _at: heard.append(("menu", row)))
    entries.setFocus()
    qtbot.keyClick(entries, Qt.Key.Key_Down)
    qtbot.keyClick(entries, Qt.Key.Key_Return)
    qtbot.keyClick(entries, Qt.Key.Key_Space)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(0, 0), QPoint(0, 0))
    QApplication.sendEvent(entries.viewport(), event)
    qtbot.keyClick(entries, Qt.Key.Key_End)
    assert heard == [
        ("chosen", "e0"),
        ("chosen", "e1"),
        ("opened", "e1"),
        ("toggled", "e1"),
        ("menu", "e1"),
        ("chosen", "e29"),
    ]


def test_tab_leaves_the_list(entries: EntryList, qtbot) -> None:
    entries.entries.set_rows([entry(n) for n in range(3)])
    entries.setFocus()
    qtbot.keyClick(entries, Qt.Key.Key_Tab)
    assert QApplication.focusWidget().objectName() == "after"


def test_a_screen_reader_gets_the_whole_row_in_one_sentence(entries: EntryList) -> None:
    entries.entries.set_rows([entry(1, "They are meant to come at 8.")])
    entries.setFocus()
    table = QAccessible.queryAccessibleInterface(entries)
    assert table.text(QAccessible.Text.Name) == "What people said"
    said = entries.entries.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "10:01, Carer: They are meant to come at 8. Theme Same faces. May quote."
    assert_accessible(entries)


def test_rows_change_one_by_one(entries: EntryList, qtmodeltester) -> None:
    model = entries.entries
    model.set_rows([entry(n) for n in range(3)])
    model.put(entry(1, "Other words"))
    model.put(entry(7, "New"))
    assert model.replace(entry(8, "Saved"), old_id="e7")
    assert model.remove("e0")
    assert not model.remove("e0")
    assert [row.id for row in model.rows()] == ["e1", "e2", "e8"]
    assert model.get("e1").words == "Other words"
    assert [model.row_of(i) for i in ("e1", "e2", "e8", "e0")] == [0, 1, 2, None]
    qtmodeltester.check(model)


@pytest.mark.parametrize(
    "words", ["", "x" * 20_000, "<b>&\"'", "שלום עולם", "👩‍🦽 نحن", "a\n\nb\r\nc", "\x00\x07", "=1+1"], ids=repr
)
def test_any_words_are_painted_as_typed(entries: EntryList, words: str) -> None:
    entries.entries.set_rows([EntryRow("1", "10:00", "Carer", words, rtl=True), entry(2)])
    entries.viewport().grab()
    assert entries.rowHeight(0) > 20


def test_rows_with_a_state_say_it_first(qtbot) -> None:
    promises = RowsList(lambda row: row, "promises", "Promises")
    qtbot.addWidget(promises)
    promises.resize(400, 300)
    promises.show()
    promises.items.set_rows([ListRow("1", "Staff training", "Was due 31 December 2025.", "late", "late", "6")])
    assert promises.items.data(promises.items.index(0, 0)) == "late. Staff training. Was due 31 December 2025. 6."
    assert promises.rowHeight(0) >= 44
    promises.viewport().grab()
