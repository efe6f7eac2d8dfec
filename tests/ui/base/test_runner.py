from __future__ import annotations

import gc
import threading
import time

import pytest
import shiboken6
from PySide6.QtCore import QObject, Qt, QThread, Signal
from PySide6.QtWidgets import QDialog

from coprod_desktop.domain.changes import Changes, Ref
from coprod_desktop.errors import UserError
from coprod_desktop.services import sessions
from coprod_desktop.ui.base.runner import Runner

CHANGES = Changes(said="Added", added=(Ref("entry", "1", "s"),))


def test_a_verb_reaches_the_disk_then_everyone_then_the_caller(runner: Runner, desk) -> None:
    order: list[str] = []
    runner.changed.connect(lambda changes: order.append(f"changed {changes.touch('session')}"))
    runner.saved.connect(lambda at: order.append("saved"))
    runner.do(sessions.start_now, done=lambda made: order.append(f"done {made[0] == sessions.every(desk)[0].id}"))
    assert runner.wait_idle()
    assert order == ["changed True", "saved", "done True"]


def test_results_come_back_on_the_threads_of_the_window_and_work_is_done_off_it(runner: Runner, desk) -> None:
    seen: list[object] = []
    runner.do(lambda _desk: (seen.append(threading.current_thread().name), CHANGES)[1], done=lambda _c: seen.append(1))
    runner.ask(lambda _desk: threading.current_thread().name, done=seen.append)
    runner.changed.connect(lambda _c: seen.append(QThread.currentThread() is runner.thread()))
    assert runner.wait_idle()
    names = {s.partition("_")[0] for s in seen if isinstance(s, str)}
    assert names == {"writer", "reader"}
    assert True in seen


def test_saved_is_said_once_when_the_last_of_many_is_on_the_disk(runner: Runner, desk) -> None:
    saved: list[object] = []
    runner.saved.connect(saved.append)
    for _ in range(5):
        runner.do(lambda _desk: CHANGES)
    assert runner.wait_idle()
    assert len(saved) == 1


def test_a_sentence_goes_to_the_caller_if_it_takes_it_else_to_the_shell(runner: Runner, desk) -> None:
    def refuse(_desk: object) -> Changes:
        raise UserError("A no needs a reason.", "Say why.")

    taken: list[UserError] = []
    shown: list[UserError] = []
    unsaved: list[UserError] = []
    runner.refused.connect(shown.append)
    runner.not_saved.connect(unsaved.append)
    runner.do(refuse, failed=taken.append)
    assert runner.wait_idle()
    assert [e.what for e in taken] == ["A no needs a reason."]
    assert not shown
    runner.do(refuse)
    assert runner.wait_idle()
    assert [e.do for e in shown] == ["Say why."]
    assert len(unsaved) == 2


def test_a_bug_is_told_without_anyones_words_and_the_caller_can_give_them_back(runner: Runner, desk) -> None:
    def bug(_desk: object, words: str) -> Changes:
        raise ValueError(f"cannot store {words}") from KeyError(words)

    details: list[str] = []
    taken: list[UserError] = []
    runner.broke.connect(details.append)
    runner.do(bug, "Mrs Ada Byron said", failed=taken.append)
    assert runner.wait_idle()
    assert "ValueError" in details[0]
    assert "KeyError" in details[0]
    assert "test_runner.py" in details[0]
    assert "Ada" not in details[0]
    assert "/work" not in details[0]
    assert "/home" not in details[0]
    assert taken
    assert "not done" in taken[0].what


class Waits(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.got: list[object] = []

    def done(self, value: object) -> None:
        self.got.append(value)


def test_what_comes_back_for_a_widget_that_has_gone_is_dropped(runner: Runner, desk) -> None:
    gate = threading.Event()
    waits = Waits()
    other = Waits()
    got: list[object] = []
    runner.ask(lambda _desk: gate.wait(60), done=waits.done)
    runner.ask(lambda _desk: 2, done=got.append, owner=other)
    runner.ask(lambda _desk: 3, done=got.append)
    shiboken6.delete(waits)
    shiboken6.delete(other)
    gate.set()
    assert runner.wait_idle()
    assert waits.got == []
    assert got == [3]


def test_a_job_says_how_far_it_is_and_can_be_stopped(runner: Runner, desk, qtbot) -> None:
    heard: list[tuple[float, str]] = []
    ends: list[object] = []
    started = threading.Event()

    def work(_desk: object, job) -> int:
        n = 0
        while True:
            n += 1
            job.say(min(n / 100, 0.9), f"paper {n}")
            started.set()
            time.sleep(0.001)

    job = runner.job(
        work, done=ends.append, failed=ends.append, progress=lambda part, words: heard.append((part, words))
    )
    assert started.wait(60)
    job.cancel()
    assert runner.wait_idle()
    assert heard[0] == (0.01, "paper 1")
    assert ends == []


def test_reading_does_not_wait_for_a_long_job(runner: Runner, desk, qtbot) -> None:
    gate = threading.Event()
    runner.job(lambda _desk, _job: gate.wait(60))
    got: list[int] = []
    runner.ask(lambda _desk: 7, done=got.append)
    qtbot.waitUntil(lambda: got == [7], timeout=30_000)
    gate.set()
    assert runner.wait_idle()


def test_closing_waits_for_every_write(dressed, desk) -> None:
    own = Runner()
    own.desk = desk
    before = len(sessions.every(desk))
    for _ in range(20):
        own.do(sessions.start_now)
    own.close()
    assert len(sessions.every(desk)) == before + 20


def test_after_the_end_nothing_begins_any_more(dressed, desk) -> None:
    """The timer of a page that waits to be deleted goes off after the workers have ended, and the window may be gone."""
    runner, begun = Runner(), []
    runner.desk = desk
    runner.close()
    shiboken6.delete(runner)
    before = set(threading.enumerate())
    for begin in (runner.do, runner.ask):
        begin(lambda _desk: begun.append(1))
    runner.run(lambda: begun.append(1))
    runner.job(lambda _desk, _job: begun.append(1))
    runner.aside(lambda _desk, _job: begun.append(1))
    for thread in set(threading.enumerate()) - before:
        thread.join(1)
    assert begun == []


def test_a_verb_without_a_workspace_is_a_bug_at_the_call(runner: Runner) -> None:
    with pytest.raises(RuntimeError):
        runner.do(sessions.start_now)


class Dialog(QDialog):
    """A window without a parent, which ends when nobody holds it any more; notes on which thread."""

    def __init__(self, ended: list[str]) -> None:
        super().__init__()
        self.destroyed.connect(
            lambda: ended.append(threading.current_thread().name), Qt.ConnectionType.DirectConnection
        )

    def take(self, value: object) -> None:
        self.setWindowTitle(str(value))

    def sentence(self, _desk: object) -> str:
        return self.windowTitle()


@pytest.mark.parametrize("fails", [False, True])
def test_a_window_that_waited_for_an_answer_ends_on_the_windows_thread(runner: Runner, desk, fails) -> None:
    ended: list[str] = []
    for _ in range(50):
        dialog = Dialog(ended)
        runner.ask(dialog.sentence, done=dialog.take)
        runner.ask(lambda _desk, of=dialog: of.windowTitle(), done=dialog.take)
        if fails:
            runner.ask(lambda _desk, of=dialog: of.missing, failed=dialog.take)
    del dialog
    assert runner.wait_idle()
    runner.ask(lambda _desk: None)
    assert runner.wait_idle()
    gc.collect()

    assert ended == ["MainThread"] * 50


def test_while_workers_work_no_window_is_found_to_be_garbage_there(runner: Runner, desk) -> None:
    ended: list[str] = []
    for _ in range(20):
        dialog = Dialog(ended)
        dialog.itself = dialog
        del dialog
    runner.ask(lambda _desk: [[n] for n in range(100_000)])
    assert runner.wait_idle()
    gc.collect()

    assert gc.isenabled()
    assert ended == ["MainThread"] * 20


class Next(QObject):
    """Begins something when the window comes to it."""

    begin = Signal()


def test_waiting_goes_on_when_another_call_begins_as_the_last_comes_back(runner: Runner, desk) -> None:
    got: list[int] = []
    after = Next()
    after.begin.connect(
        lambda: runner.ask(lambda _desk: time.sleep(0.05), done=lambda _: got.append(2)),
        Qt.ConnectionType.QueuedConnection,
    )
    runner.ask(lambda _desk: 1, done=got.append)
    time.sleep(0.05)  # so that both wait to be delivered, in this order
    after.begin.emit()

    assert runner.wait_idle()
    assert got == [1, 2]
