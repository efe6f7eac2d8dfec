"""The room screen on Listen: sent by a key, blanked by F8, taken off in the same step; screens come and go."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget

from coprod_desktop.domain.room import RoomChoice, RoomShows
from coprod_desktop.domain.words import Attending
from coprod_desktop.publish.room_view import BLANK
from coprod_desktop.services import capture, people, sessions
from coprod_desktop.services.capture import NewLine
from coprod_desktop.ui.room_screen.screens import Screens
from coprod_desktop.ui.room_screen.window import NAME
from coprod_desktop.ui.style.theme import Scheme
from tests.ui.accessible import assert_accessible
from tests.ui.listen_page import opened, settle

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard", extend=True)

NAMED, NEED, NOTE = "Winifred Zandvoort", "needs a hoist, privately told", "a note of the facilitator"
FIRST, SECOND = "They never ring back.", "I wait for an hour."


@pytest.fixture
def page(context, qtbot, runner, desk):
    session, _ = sessions.start_now(desk)
    who, _ = people.add(desk, session, NAMED, "carer", attendance=Attending.HERE)
    people.add_need(desk, session, who, NEED)
    for words in (FIRST, SECOND):
        capture.add(desk, session, NewLine(text=words, speaker=who, quote_ok=True, theme="Calls"))
    return opened(context, qtbot, runner, session)


def room(page):
    return page.on_screen.screen


def words(page):
    return [line.words for line in room(page).view.lines]


def key(page, pressed, mods=Qt.KeyboardModifier.NoModifier):
    page.activateWindow()
    settle(page)
    QTest.keyClick(page.line.field, pressed, mods)
    settle(page)


def send_last(page):
    key(page, Qt.Key.Key_R, Qt.KeyboardModifier.AltModifier)


def in_window(page):
    room(page).show_in_window()
    return room(page).window


# ---- keys


def test_it_starts_blank_and_says_so(page):
    assert room(page).view == BLANK
    assert page.form.screenCard.state.text().startswith("Blank")


def test_a_key_shows_the_last_line_and_the_same_key_takes_it_off(page):
    send_last(page)
    assert words(page) == [SECOND]
    assert page.form.screenCard.state.text() == "1 thing said"
    send_last(page)
    assert room(page).view == BLANK


def test_one_or_several_lines_are_shown_in_the_order_they_were_sent(page):
    send_last(page)
    page.on_screen.turn_lines([page.lines.all()[0].id])
    settle(page)
    assert words(page) == [SECOND, FIRST]


def test_several_lines_go_together_and_come_off_together(page):
    both = [line.id for line in page.lines.all()]
    page.acts.room_wanted.emit(both)
    settle(page)
    assert words(page) == [FIRST, SECOND]
    page.acts.room_wanted.emit(both)
    settle(page)
    assert room(page).view == BLANK


def test_f8_only_ever_blanks_and_another_key_shows_again(page):
    send_last(page)
    key(page, Qt.Key.Key_F8)
    assert room(page).view == BLANK
    key(page, Qt.Key.Key_F8)
    assert room(page).view == BLANK
    key(page, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert words(page) == [SECOND]


def test_f8_blanks_while_a_dialog_lies_over_the_page(page, qtbot):
    send_last(page)
    page._open_arrivals()
    settle(page)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QDialog)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F8)
    assert room(page).view == BLANK
    dialog.reject()
    settle(page)


def test_what_is_typed_stays_where_it_is(page):
    QTest.keyClicks(page.line.field, "half a li")
    send_last(page)
    in_window(page)
    QTest.keyClicks(page.line.field, "ne")
    assert page.line.field.words() == "half a line"


# ---- through the gate, in the same step


@pytest.mark.parametrize("how", ["strike", "no", "publish"])
def test_words_go_from_the_screen_with_the_change_itself(page, how, runner):
    send_last(page)
    line = page.lines.last().id
    seen = []
    runner.changed.connect(lambda _changes: seen.append(words(page)))  # after the screen's own
    if how == "strike":
        runner.do(capture.strike, line)
    else:
        runner.do(capture.change, line, **({"quote_ok": False} if how == "no" else {"publish": "no"}))
    settle(page)
    assert seen[0] == []
    assert words(page) == []


def test_a_changed_mind_takes_words_off(page, runner, desk):
    send_last(page)
    who = page.lines.last().speaker
    runner.do(people.agree, page.session_id, who, "quotation", "no")
    settle(page)
    assert room(page).view == BLANK


def test_a_seal_says_short_break(page):
    send_last(page)
    page._risk(page.lines.last().id)
    settle(page)
    dialog = QApplication.activeModalWidget()
    page.at_risk._seal(page.lines.last().id)
    settle(page)
    assert words(page) == ["Short break"]
    dialog.reject()
    settle(page)


def test_a_line_that_may_not_be_shown_is_told_in_the_card(page, runner):
    runner.do(capture.add, page.session_id, NewLine(text="Not asked."))
    settle(page)
    send_last(page)
    assert room(page).view == BLANK
    assert "nobody said yet that these words may be quoted" in page.form.screenCard.state.text()


def test_an_answer_given_before_the_change_never_comes_back(page):
    """The gate was asked, then the words were blanked: its answer is too old."""
    screen = room(page)
    screen.choice = RoomChoice().with_line(page.lines.last().id)
    screen.is_blank = False
    screen._ask_gate()
    screen.blank()
    settle(page)
    assert screen.view == BLANK


def test_words_with_something_private_ask_once_more(page, runner):
    runner.do(capture.add, page.session_id, NewLine(text="Ring me on 07700 900123.", quote_ok=True))
    settle(page)
    send_last(page)
    question = QApplication.activeModalWidget()
    assert "[07700 900123]" in " ".join(w.text() for w in question.findChildren(type(question.ui.onceMoreWhat)))
    assert room(page).view == BLANK
    assert QApplication.focusWidget() is question.ui.onceMoreKeep
    question.reject()
    settle(page)
    assert room(page).view == BLANK
    send_last(page)
    QApplication.activeModalWidget().ui.onceMoreShow.click()
    settle(page)
    assert words(page) == ["Ring me on 07700 900123."]


def test_a_message_is_shown_and_its_field_is_kept(page):
    page.on_screen.ask_message()
    question = QApplication.activeModalWidget()
    QTest.keyClicks(question.field, "Tea is at the back")
    QTest.keyClick(question.field, Qt.Key.Key_Return)
    settle(page)
    assert (room(page).view.shows, words(page)) == (RoomShows.MESSAGE, ["Tea is at the back"])


def test_the_menu_offers_what_there_is(page):
    send_last(page)
    page.on_screen.open_menu()
    settle(page)
    menu = next(m for m in page.findChildren(QMenu) if m.objectName() == "roomMenu")
    texts = [a.text() for a in menu.actions() if a.text()]
    for wanted in ("Now and next", "Ground rules", "Themes", "Read back a theme", "A message…", "Short break"):
        assert wanted in texts
    take_off = next(a.menu() for a in menu.actions() if a.text() == "Take a line off")
    assert [a.text() for a in take_off.actions()] == [SECOND]
    take_off.actions()[0].trigger()
    menu.close()
    settle(page)
    assert room(page).view == BLANK


# ---- what it paints, and what a screen reader finds in it


def told(widget: QWidget) -> str:
    """Everything the accessibility tree says of a widget and what is in it."""
    found = []

    def walk(interface):
        for what in QAccessible.Text:
            found.append(interface.text(what))
        for n in range(interface.childCount()):
            child = interface.child(n)
            if child is not None:
                walk(child)

    walk(QAccessible.queryAccessibleInterface(widget))
    return "\n".join(found)


def test_no_private_word_is_in_what_it_paints_or_says(page, runner, monkeypatch):
    """Every text that is drawn while each kind of thing is shown, and everything its accessibility tree holds."""
    from PySide6.QtGui import QTextLayout

    from coprod_desktop.ui.room_screen import picture

    painted = []

    class Spy(QTextLayout):
        def __init__(self, text, font):
            painted.append(text)
            super().__init__(text, font)

    monkeypatch.setattr(picture, "QTextLayout", Spy)
    runner.do(capture.add, page.session_id, NewLine(text=NOTE, kind=capture.EntryKind.NOTE, theme="Calls"))
    settle(page)
    window = in_window(page)
    screen = room(page)
    said = []
    for shows in RoomShows:
        rows = tuple(line.id for line in page.lines.all())
        screen._send(RoomChoice(shows=shows, rows=rows, theme="Calls", words="Tea", break_at=True))
        settle(page)
        window.repaint()
        said.append(told(window))
    assert FIRST in "\n".join(painted)
    assert FIRST in "\n".join(said)
    for private in (NAMED, "Winifred", "Zandvoort", NEED, "hoist", NOTE):
        assert private not in "\n".join((*painted, *said))
    assert window.windowTitle() == NAME
    assert window.children() == []


def test_the_preview_is_the_rooms_own_picture(page):
    window = in_window(page)
    send_last(page)
    card = page.form.screenCard
    assert card.preview._picture is window.picture
    assert SECOND in card.preview.accessibleName()


def test_pages_are_told_and_turned(page, runner):
    runner.do(capture.add, page.session_id, NewLine(text="A long line. " * 60, quote_ok=True))
    settle(page)
    send_last(page)
    card = page.form.screenCard
    assert "page 1 of" in card.state.text()
    key(page, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert "page 2 of" in card.state.text()
    assert card.before.isEnabled()


def test_it_has_colours_of_its_own(page, settings):
    room(page).set_scheme(Scheme.DARK)
    assert settings.read().room_scheme is Scheme.DARK
    assert room(page).look.scheme is Scheme.DARK


def test_the_card_can_be_used_by_keyboard_and_heard(page):
    send_last(page)
    assert_accessible(page.form.screenCard)


def test_another_session_starts_blank(page, desk):
    send_last(page)
    other, _ = sessions.start_now(desk)
    page.open(other)
    settle(page)
    assert (room(page).view, room(page).choice.shows) == (BLANK, RoomShows.BLANK)


# ---- screens


class FakeScreen:
    """A second screen, as far as it is asked: the offscreen platform of a test has one."""

    def __init__(self, like, left):
        self._at = QRect(left, 0, 1280, 720)
        self.like = like

    def geometry(self):
        return self._at


@pytest.mark.parametrize("signal", ["screenAdded", "screenRemoved", "primaryScreenChanged"])
def test_a_screen_that_comes_or_goes_blanks_it_and_capture_goes_on(page, qapp, signal):
    in_window(page)
    send_last(page)
    QTest.keyClicks(page.line.field, "half a line")
    getattr(qapp, signal).emit(QGuiApplication.primaryScreen())
    settle(page)
    assert room(page).view == BLANK
    assert page.line.field.words() == "half a line"
    QTest.keyClick(page.line.field, Qt.Key.Key_Return)
    settle(page)
    assert page.lines.last().text == "half a line"


@pytest.mark.parametrize("signal", ["geometryChanged", "logicalDotsPerInchChanged", "virtualGeometryChanged"])
def test_a_screen_that_is_turned_or_scaled_blanks_it(page, signal):
    send_last(page)
    screen = QGuiApplication.primaryScreen()
    told_with = screen.logicalDotsPerInch() if signal == "logicalDotsPerInchChanged" else screen.geometry()
    getattr(screen, signal).emit(told_with)
    settle(page)
    assert room(page).view == BLANK


def test_the_window_goes_with_its_screen_and_comes_back_blank(page, qapp, monkeypatch):
    window = in_window(page)
    send_last(page)
    monkeypatch.setattr(Screens, "for_room", lambda _self: None)
    qapp.screenRemoved.emit(QGuiApplication.primaryScreen())
    settle(page)
    assert not window.isVisible()
    monkeypatch.setattr(Screens, "for_room", lambda _self: QGuiApplication.primaryScreen())
    qapp.screenAdded.emit(QGuiApplication.primaryScreen())
    settle(page)
    assert window.isVisible()
    assert window.picture.view == BLANK
    key(page, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert words(page) == [SECOND]


def test_a_mirror_of_the_laptop_is_no_screen_for_the_room(page, monkeypatch):
    own = QGuiApplication.primaryScreen()
    screens = room(page).screens
    apart, mirror = FakeScreen(own, 1 + own.geometry().right()), FakeScreen(own, 0)
    monkeypatch.setattr(QGuiApplication, "screens", lambda: [own, mirror])
    assert screens.for_room() is None
    assert "Extend" in screens.why_none()
    monkeypatch.setattr(QGuiApplication, "screens", lambda: [own, mirror, apart])
    assert screens.for_room() is apart
