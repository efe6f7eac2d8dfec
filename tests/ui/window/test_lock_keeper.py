"""It locks by itself when nobody has touched it, but not while people look at each other."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox

from coprod_desktop.services import prepare, sessions
from coprod_desktop.ui.base.settings_file import LOCK_AFTER
from coprod_desktop.ui.dialogs.new_session import NewSession
from coprod_desktop.ui.widgets.banner import Banner
from coprod_desktop.ui.window.lock_keeper import WARNED_S, LockKeeper
from coprod_desktop.ui.window.system_lock import WindowsLock
from tests.ui.accessible import assert_accessible


class Clock:
    """Seconds that go by when a test says so."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def locks(in_shell, settings, clock, qtbot):
    """Return a list that grows with every lock; 10 minutes are set."""
    heard: list[bool] = []
    in_shell.lock_wanted.connect(lambda: heard.append(True))
    keeper = LockKeeper(QApplication.instance(), in_shell, settings, clock)
    keeper.see_touches()
    heard_of = Locks(keeper, in_shell, clock, heard)
    yield heard_of
    QApplication.instance().removeEventFilter(keeper)
    keeper._next.stop()


class Locks:
    def __init__(self, keeper: LockKeeper, shell, clock: Clock, heard: list[bool]) -> None:
        self.keeper, self.shell, self.clock, self.heard = keeper, shell, clock, heard

    def wait(self, seconds: float) -> None:
        self.clock.now += seconds
        self.keeper.look()
        self.shell.runner.wait_idle()

    def soon(self) -> Banner | None:
        found = QApplication.activeWindow().findChild(Banner, "locksSoon")
        return found if found is not None and found.isVisible() else None


def test_after_ten_minutes_it_locks_and_says_so_half_a_minute_before(locks):
    locks.wait(10 * 60 - WARNED_S - 1)
    assert locks.soon() is None
    locks.wait(1)
    assert "locks in 30 seconds" in locks.soon().what.text()
    assert "Press any key" in locks.soon().next.text()
    assert_accessible(locks.shell)
    assert not locks.heard
    locks.wait(WARNED_S)
    assert locks.heard == [True]


def test_any_key_stops_it_and_is_typed_all_the_same(locks, qtbot):
    locks.shell.open_page("people")
    locks.shell.runner.wait_idle()
    locks.wait(10 * 60 - WARNED_S)
    assert locks.soon() is not None
    qtbot.keyClicks(QApplication.focusWidget(), "A")
    assert QApplication.focusWidget().text() == "A"
    assert locks.soon() is None
    locks.wait(WARNED_S)
    assert not locks.heard
    locks.wait(10 * 60 - WARNED_S)
    assert locks.heard == [True]


@pytest.mark.parametrize("minutes", LOCK_AFTER)
def test_how_long_is_chosen_in_settings(locks, settings, minutes, qtbot):
    locks.shell.open_page("settings")
    locks.shell.runner.wait_idle()
    chosen = locks.shell.in_front().findChild(QComboBox, "lockAfter")
    chosen.setFocus()
    qtbot.keyClick(chosen, Qt.Key.Key_Home)
    for _ in range(LOCK_AFTER.index(minutes)):
        qtbot.keyClick(chosen, Qt.Key.Key_Down)
    if settings.read().lock_after != minutes:  # the first was chosen already
        chosen.activated.emit(chosen.currentIndex())
    assert settings.read().lock_after == minutes
    locks.wait((minutes or 1000) * 60 - WARNED_S - 1)
    locks.wait(1)
    locks.wait(WARNED_S)
    assert locks.heard == ([True] if minutes else [])


def test_never_while_listen_is_in_front(locks):
    session, _ = sessions.start_now(locks.shell.runner.desk)
    locks.shell.open_page("listen", session)
    locks.wait(3 * 60 * 60)
    locks.wait(60)
    assert not locks.heard
    assert locks.soon() is None


def test_never_while_a_session_goes_on(locks):
    desk = locks.shell.runner.desk
    session, _ = sessions.start_now(desk)
    item, _ = prepare.add_agenda_item(desk, session, title="Hello", minutes=10)
    prepare.change(desk, "agenda_item", item, started=f"{desk.now():%H:%M}")
    locks.wait(10 * 60 - WARNED_S)
    locks.wait(WARNED_S)
    assert not locks.heard
    prepare.change(desk, "agenda_item", item, finished=f"{desk.now():%H:%M}")
    locks.wait(10 * 60 - 2 * WARNED_S)
    locks.wait(WARNED_S)
    assert locks.heard == [True]


def test_nothing_is_said_where_nothing_is_open(locks):
    desk, locks.shell.runner.desk = locks.shell.runner.desk, None
    locks.wait(60 * 60)
    assert not locks.heard
    locks.shell.runner.desk = desk


def test_the_key_locks_in_a_dialog_too(locks, qtbot):
    locks.shell.open_page("sessions")
    locks.shell.runner.wait_idle()
    page = locks.shell.in_front()
    dialog = NewSession(page.context, page)
    dialog.open()
    qtbot.waitExposed(dialog)
    qtbot.keyClick(dialog, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert locks.heard == [True]
    dialog.close()


def test_windows_says_it_locks_and_that_it_sleeps():
    """The two messages that count, of those a window gets (WinUser.h, WtsApi32.h)."""
    system, heard = WindowsLock(0), []
    system.locks.connect(lambda: heard.append(True))
    system.heard(0x02B1, 0x7)
    system.heard(0x0218, 0x4)
    assert len(heard) == 2
    for message, value in ((0x02B1, 0x8), (0x0218, 0x7), (0x0100, 0x7)):
        system.heard(message, value)
    assert len(heard) == 2


def test_the_choice_is_remembered(settings):
    settings.write(replace(settings.read(), lock_after=30))
    assert settings.read().lock_after == 30
    settings.path.write_text('{"lock_after": 7}')
    assert settings.read().lock_after == 10
