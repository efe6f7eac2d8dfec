"""A pause is put off by each start, soon is not, and every comes again until it is stopped."""

from PySide6.QtCore import QObject, Qt

from coprod_desktop.ui.base.timers import Every, Pause, Soon

LONG = 60_000


def test_a_pause_begins_again_with_each_start_and_ends_once(qtbot):
    parent, called = QObject(), []
    pause = Pause(lambda: called.append("pause"), LONG, parent)
    pause.setTimerType(Qt.TimerType.PreciseTimer)
    assert not pause.isActive()
    pause.start()
    qtbot.waitUntil(lambda: pause.remainingTime() < LONG - 20)
    pause.start()
    assert pause.remainingTime() > LONG - 20
    pause.start(0)
    qtbot.waitUntil(lambda: called == ["pause"])
    assert not pause.isActive()


def test_soon_is_not_put_off(qtbot):
    parent, called = QObject(), []
    soon = Soon(lambda: called.append("soon"), LONG, parent)
    soon.setTimerType(Qt.TimerType.PreciseTimer)
    soon.begin()
    qtbot.waitUntil(lambda: soon.remainingTime() < LONG - 20)
    soon.begin()
    assert soon.remainingTime() < LONG - 20
    soon.setInterval(0)
    qtbot.waitUntil(lambda: called == ["soon"])
    assert not soon.isActive()


def test_every_comes_again_until_it_is_stopped(qtbot):
    parent, called = QObject(), []
    every = Every(lambda: called.append("every"), 1, parent)
    assert not every.isActive()
    every.start()
    qtbot.waitUntil(lambda: len(called) > 2)
    every.stop()
    assert not every.isActive()
