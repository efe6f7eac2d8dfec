"""A dead projector, a laptop one stands back from, and a laptop that people can see."""

from __future__ import annotations

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from coprod_desktop.publish.room_view import BLANK
from coprod_desktop.services import capture, people
from coprod_desktop.services.capture import EntryKind, NewLine
from coprod_desktop.ui.listen.entry_rows import COVERED
from coprod_desktop.ui.room_screen.picture import CAPITALS
from coprod_desktop.ui.room_screen.sheet import as_pdf
from tests.ui.accessible import assert_accessible
from tests.ui.room_screen.test_on_listen import FIRST, NAMED, NEED, SECOND, key, page, room, send_last, settle, words

__all__ = ["page"]
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard", extend=True)


def top():
    return QApplication.activeModalWidget()


# ---- a dead projector


def test_one_key_opens_a_large_sheet_of_what_the_room_would_see(page):
    send_last(page)
    key(page, Qt.Key.Key_F9)
    sheet = top()
    assert sheet.size() == page.window().size()
    assert sheet.paper.accessibleName().splitlines()[0] == SECOND
    assert sheet.paper.picture.capitals >= sheet.paper.height() * CAPITALS
    assert_accessible(sheet)
    sheet.reject()
    settle(page)
    assert page.window().focusWidget() is page.line.field


def test_what_is_taken_off_the_screen_goes_from_the_sheet_too(page, runner):
    send_last(page)
    key(page, Qt.Key.Key_F9)
    sheet = top()
    runner.do(capture.strike, page.lines.last().id)
    settle(page)
    assert SECOND not in sheet.paper.accessibleName()
    assert sheet.nothing.isVisible()
    assert not sheet.print.isEnabled()
    sheet.reject()


def test_f8_blanks_it_too(page):
    send_last(page)
    key(page, Qt.Key.Key_F9)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F8)
    assert room(page).view == BLANK
    assert top().nothing.isVisible()
    top().reject()


def test_nothing_sent_says_how_to_send_something(page):
    key(page, Qt.Key.Key_F9)
    sheet = top()
    assert "Choose what to read out" in sheet.nothing.text()
    assert sheet.focusWidget() is sheet.choose
    sheet.reject()


def test_what_is_read_out_is_chosen_on_the_sheet_itself(page):
    key(page, Qt.Key.Key_F9)
    sheet = top()
    QTest.keyClick(sheet, Qt.Key.Key_M, Qt.KeyboardModifier.AltModifier)
    settle(page)
    menu = QApplication.activePopupWidget()
    named = {action.text().partition("\t")[0]: action for action in menu.actions()}
    assert not {"Stand back", "A large sheet to read aloud"} & set(named), "nothing that opens elsewhere"
    named["Short break"].trigger()
    settle(page)
    assert "Short break" in sheet.paper.accessibleName()
    assert sheet.paper.isVisible()
    menu.close()
    sheet.reject()


def test_it_prints_every_page_in_letters_as_large(page):
    page.on_screen.screen._send(room(page).choice.with_line(page.lines.all()[0].id).with_line(page.lines.all()[1].id))
    settle(page)
    document = pypdfium2.PdfDocument(as_pdf(room(page).view))
    said = " ".join(p.get_textpage().get_text_bounded() for p in document)
    assert FIRST.split()[1] in said
    assert len(document) == 1
    width, height = document[0].get_size()
    assert width > height


# ---- stand back


def test_stand_back_shows_now_time_next_and_saved_in_letters_of_64_px(page, runner):
    runner.do(capture.add, page.session_id, NewLine(text="Saved now"))
    settle(page)
    key(page, Qt.Key.Key_F11)
    sheet = top()
    shown = [label for label in sheet.findChildren(QLabel) if label.isVisible() and label.text()]
    assert {label.objectName() for label in shown} <= {"back_now", "back_time", "back_next", "back_saved"}
    assert sheet.saved.text().startswith("Saved ")
    for label in shown:
        assert label.fontInfo().pixelSize() >= 64
        assert QFontMetricsF(label.font()).height() >= 64
    assert not any(NAMED in label.text() for label in shown)
    assert_accessible(sheet)
    sheet.reject()


def test_stand_back_blanks_the_room_screen(page):
    send_last(page)
    key(page, Qt.Key.Key_F11)
    sheet = top()
    assert sheet.blank.isEnabled()
    sheet.blank.click()
    assert room(page).view == BLANK
    assert not sheet.blank.isEnabled()
    sheet.reject()


# ---- cover


def seen(page):
    """Every word on the page, in its list too."""
    labels = [w.text() for w in page.findChildren(QLabel) if w.isVisible()]
    pushes = [w.text() for w in page.findChildren(QPushButton) if w.isVisible()]
    rows = [str(page.lines._shown(line)) for line in page.lines.all()]
    return "\n".join((*labels, *pushes, *rows))


def test_it_is_asked_at_the_start_whether_people_can_see_the_laptop(page):
    card = page.form.screenCard
    assert card.can_see.isVisible()
    assert NAMED in seen(page)
    card.no.click()
    assert not card.can_see.isVisible()
    assert NAMED in seen(page)


def test_cover_hides_names_needs_and_notes_and_a_key_shows_them_again(page, runner):
    runner.do(capture.add, page.session_id, NewLine(text="A note about Winifred", kind=EntryKind.NOTE))
    settle(page)
    assert NEED[1:] in seen(page)
    page.form.screenCard.yes.click()
    settle(page)
    for private in (NAMED, NEED[1:], "A note about"):
        assert private not in seen(page)
    assert COVERED in seen(page)
    assert SECOND in seen(page)
    runner.do(capture.add, page.session_id, NewLine(text="One more", speaker=page.lines.all()[0].speaker))
    settle(page)
    assert NAMED not in seen(page)
    page.on_screen.turn_cover()
    settle(page)
    assert NAMED in seen(page)


def test_while_covered_lines_can_be_shown_and_said(page):
    page.form.screenCard.yes.click()
    send_last(page)
    assert words(page) == [SECOND]


def test_needs_are_hidden_on_the_arrivals_list_until_they_are_opened(page, desk):
    page._open_arrivals()
    settle(page)
    dialog = top()
    who = people.on_list(desk, page.session_id)[0]
    texts = lambda: "\n".join(w.text() for w in dialog.findChildren(QLabel) if w.isVisible())  # noqa: E731
    assert NAMED in texts()
    assert NEED[1:] not in texts()
    push = dialog.findChild(QPushButton, f"needs_{who.key or who.id}")
    push.click()
    assert NEED[1:] in texts()
    assert_accessible(dialog)
    push.click()
    assert NEED[1:] not in texts()
    dialog.reject()
