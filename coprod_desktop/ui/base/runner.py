"""Keeps the window answering: one thread writes, one reads, one does long work, one what nobody waits for.

Results come back to the window's thread.

    runner.do(capture.add, session_id, line, done=self.added, failed=self.give_back)
    runner.ask(sessions.read, session_id, done=self.show)
    job = runner.job(make_papers, done=…, failed=…, progress=…);  job.cancel()
    runner.aside(back_up, done=…, failed=…)

Each function gets the Desk first. `done` and `failed` run on the window's thread; when they are methods of a widget
that has gone, or `owner` has gone, they are dropped. `failed` gets a UserError; without it the shell shows the error.

A widget that ends on another thread than the window's takes the program with it. So a worker knows a call by its
number only, what the call and its answer hold is let go on the window's thread, and Python looks for garbage on no
other: not while a worker is at work.
"""

from __future__ import annotations

import contextlib
import datetime
import gc
import threading
from collections.abc import Callable
from itertools import count
from typing import TYPE_CHECKING, Any, TypeVar

import shiboken6
from PySide6.QtCore import QDeadlineTimer, QEventLoop, QObject, Qt, QTimer, Signal, Slot

from coprod_desktop.domain.changes import Changes
from coprod_desktop.errors import AskFirst, NotOnDisk, UserError
from coprod_desktop.ui.base.worker import Worker

if TYPE_CHECKING:  # the store is heavy; it is imported after the first paint
    from coprod_desktop.services.desk import Desk

T = TypeVar("T")
NOT_DONE = UserError(
    "Something went wrong inside the program, so this was not done.",
    "What was saved before is safe. Try again, or copy the details for whoever looks after the program.",
)
Failed = Callable[[UserError], None]
AsksFirst = Callable[[AskFirst, Callable[[], None], Callable[[], None]], None]  # the second does it again, or gives up
ASIDE_MS = 1000
"""Milliseconds that resting waits at most for what is done aside and was told to stop."""
_LITTER = 25_000
"""So many new things in memory are looked through for garbage while long work goes on."""


class Cancelled(Exception):
    """Raised inside a job that was told to stop."""


class Job:
    """A long piece of work: its function gets this after the Desk, calls `say` as it goes and so can be stopped."""

    def __init__(self, tell: Callable[[float, str], None]) -> None:
        self._tell = tell
        self._stop = threading.Event()

    def say(self, part: float, words: str = "") -> None:
        """Report how much is done (0 to 1) and what is going on; stops the job if it was cancelled."""
        if self._stop.is_set():
            raise Cancelled
        self._tell(part, words)

    def cancel(self) -> None:
        """Ask the job to stop at its next `say`; neither done nor failed is called then."""
        self._stop.set()


class Runner(QObject):
    """The workers and the open Desk. Lives on the window's thread."""

    changed = Signal(object)
    """Changes that are on the disk."""
    saving = Signal()
    saved = Signal(object)
    """The datetime of the last commit, when nothing is waiting any more."""
    not_saved = Signal(object)
    """UserError: a change did not reach the disk."""
    kept = Signal()
    """Something was done about the backups or the key: how they stand is to be read again."""
    refused = Signal(object)
    """UserError that no caller took."""
    broke = Signal(str)
    """Details of a bug, safe to copy."""
    _back = Signal(object)
    _idle = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk: Desk | None = None
        self.asks_first: AsksFirst | None = None  # asks what has to be chosen; the call waits meanwhile
        self._writer, self._reader, self._long = Worker("writer"), Worker("reader"), Worker("long")
        self._aside = Worker("aside")
        self._pending = self._asides = 0
        self._writes = 0
        self._closed = False
        self._jobs: set[Job] = set()
        self._once_idle: list[Callable[[], object]] = []
        self._replies: dict[int, _Reply] = {}
        self._numbers = count()
        self._back.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def do(
        self,
        verb: Callable[..., T],
        *args: Any,
        done: Callable[[T], object] | None = None,
        failed: Failed | None = None,
        owner: QObject | None = None,
        **fields: Any,
    ) -> None:
        """Call a verb on the writing thread; then tell everyone what changed, and give `done` what it returned.

        A verb returns Changes, a tuple with Changes in it, or a value with `changes`. `fields` are handed on to the verb.
        """
        desk = self._open_desk()
        if self._closed:
            return
        self._writes += 1
        self.saving.emit()

        def call() -> T:
            try:
                return verb(desk, *args, **fields)
            except NotOnDisk as wrong:
                if not wrong.room_made:
                    raise
                return verb(desk, *args, **fields)  # the disk was full; room that was kept for this is free now

        reply = _Reply(self, done, failed, owner, is_write=True)
        reply.again = lambda: self.do(verb, *args, done=done, failed=failed, owner=owner, **fields)
        self._start(self._writer, call, reply)

    def ask(
        self,
        fn: Callable[..., T],
        *args: Any,
        done: Callable[[T], object] | None = None,
        failed: Failed | None = None,
        owner: QObject | None = None,
        **fields: Any,
    ) -> None:
        """Call a function that only reads on the reading thread, and give `done` what it returns."""
        desk = self._open_desk()
        self._start(self._reader, lambda: fn(desk, *args, **fields), _Reply(self, done, failed, owner))

    def job(
        self,
        fn: Callable[[Desk, Job], T],
        *,
        done: Callable[[T], object] | None = None,
        failed: Failed | None = None,
        progress: Callable[[float, str], None] | None = None,
        owner: QObject | None = None,
    ) -> Job:
        """Run long work on a thread of its own, so that reading need not wait. `progress(part, words)` runs on the window's thread."""
        desk = self._open_desk()
        reply = _Reply(self, done, failed, owner)

        def tell(part: float, words: str) -> None:
            if progress is not None:
                self._to_window(lambda: progress(part, words) if reply.wanted(progress) else None)

        job = Job(tell)
        self._jobs.add(job)
        reply.finished = lambda: self._jobs.discard(job)
        self._start(self._long, lambda: fn(desk, job), reply)
        return job

    def aside(
        self,
        fn: Callable[[Desk, Job], T],
        *,
        done: Callable[[T], object] | None = None,
        failed: Failed | None = None,
        owner: QObject | None = None,
    ) -> Job:
        """Do what nobody waits for and what may get stuck, such as a copy to a stick: nothing else waits behind it."""
        desk = self._open_desk()
        reply = _Reply(self, done, failed, owner, is_aside=True)
        job = Job(lambda _part, _words: None)
        self._jobs.add(job)
        reply.finished = lambda: self._jobs.discard(job)
        self._start(self._aside, lambda: fn(desk, job), reply)
        return job

    def run(
        self,
        fn: Callable[[], T],
        *,
        done: Callable[[T], object] | None = None,
        failed: Failed | None = None,
        owner: QObject | None = None,
    ) -> None:
        """Call something that needs no Desk on the writing thread: opening and closing a workspace."""
        self._start(self._writer, fn, _Reply(self, done, failed, owner))

    def once_idle(self, then: Callable[[], object]) -> None:
        """Call something once, as soon as nothing waits for an answer any more."""
        if not self._pending:
            then()
        else:
            self._once_idle.append(then)

    def wait_idle(self, timeout_ms: int = 60_000) -> bool:
        """Return True when every call has come back and been delivered. For tests and for closing."""
        return self._wait(lambda: not self._pending, timeout_ms)

    def wait_aside(self, timeout_ms: int) -> bool:
        """Return True when nothing is done aside any more; never wait for longer than that."""
        return self._wait(lambda: not self._asides, timeout_ms)

    def _wait(self, over: Callable[[], bool], timeout_ms: int) -> bool:
        deadline = QDeadlineTimer(timeout_ms)
        # more than once: a timer may begin the next call in the moment the last one comes back
        while not over() and not deadline.hasExpired():
            loop = QEventLoop()
            self._idle.connect(loop.quit)
            QTimer.singleShot(deadline.remainingTime(), loop, loop.quit)
            loop.exec()
        return over()

    def stop_jobs(self) -> None:
        """Have long jobs end at the next thing they say."""
        for job in tuple(self._jobs):
            job.cancel()

    def rest(self) -> None:
        """Stop long jobs and wait until every write is on the disk."""
        self.stop_jobs()
        self.wait_idle()
        self.wait_aside(ASIDE_MS)

    def close(self) -> None:
        """Rest, and end the threads. What a page on its way out still asks for, as a timer goes off, begins no more."""
        self.rest()
        self._closed = True
        for worker in (self._writer, self._reader, self._long):
            worker.end()
        self._aside.end(0)  # a stick or a network that does not answer keeps nobody here
        gc.enable()

    def _open_desk(self) -> Desk:
        if self.desk is None:
            raise RuntimeError("no workspace is open")
        return self.desk

    def _start(self, worker: Worker, call: Callable[[], Any], reply: _Reply) -> None:
        if self._closed:
            return  # a thread that began now would find no window to come back to
        gc.disable()
        if reply.is_aside:
            self._asides += 1
        else:
            self._pending += 1
        number = next(self._numbers)
        reply.call = call
        self._replies[number] = reply

        def work() -> None:
            self._replies[number].work()
            self._to_window(lambda: self._replies.pop(number).deliver())

        worker.put(work)

    def _to_window(self, call: Callable[[], Any]) -> None:
        """Have something called on the window's thread; where the window went first, nobody waits for it."""
        with contextlib.suppress(RuntimeError):
            self._back.emit(call)

    @Slot(object)
    def _deliver(self, call: Callable[[], None]) -> None:
        if gc.get_count()[0] > _LITTER:
            gc.collect(1)
        call()

    def _came_back(self, *, is_write: bool, is_aside: bool) -> None:
        self._asides -= is_aside
        self._pending -= not is_aside
        self._writes -= is_write
        if not self._pending and not self._asides:
            gc.enable()
        while self._once_idle and not self._pending:
            self._once_idle.pop(0)()
        if not (self._asides if is_aside else self._pending):
            self._idle.emit()


class _Reply:
    """One call, and what happens on the window's thread when it comes back."""

    def __init__(
        self,
        runner: Runner,
        done: Callable[[Any], object] | None,
        failed: Failed | None,
        owner: QObject | None,
        *,
        is_write: bool = False,
        is_aside: bool = False,
    ) -> None:
        self._runner = runner
        self.is_aside = is_aside
        self._done = done
        self._failed = failed
        self._owner = owner
        self._is_write = is_write
        self._outcome: object = None
        self._wrong: BaseException | None = None
        self.call: Callable[[], object] = lambda: None
        self.finished: Callable[[], object] | None = None
        self.again: Callable[[], None] | None = None

    def work(self) -> None:
        """Do the call, on a worker's thread, and keep what came of it."""
        try:
            self._outcome = self.call()
        except BaseException as wrong:
            self._wrong = wrong

    def deliver(self) -> None:
        """Hand over what came of the call."""
        wrong, self._wrong = self._wrong, None  # an error holds the frames it came through, and so this
        if wrong is None:
            self.result(self._outcome)
        else:
            self.error(wrong)

    def result(self, value: object) -> None:
        """Tell everyone, then the caller."""
        try:
            if self._is_write:
                self._tell_saved(value)
            if self._done is not None and self.wanted(self._done):
                self._done(value)
        finally:
            self._end()

    def error(self, error: BaseException) -> None:
        """Give a sentence to the caller or the shell; a bug's details to the shell as well."""
        try:
            if isinstance(error, Cancelled):
                return
            sentence = error if isinstance(error, UserError) else NOT_DONE
            if isinstance(error, AskFirst) and self._runner.asks_first is not None and self.again is not None:
                self._runner.asks_first(error, self.again, lambda: self._refuse(error, is_bug=False))
                return
            if sentence is not error:
                from coprod_desktop.services.program import fault

                self._runner.broke.emit(fault.details(error))
            self._refuse(sentence, is_bug=sentence is not error)
        finally:
            self._end()

    def _refuse(self, sentence: UserError, *, is_bug: bool) -> None:
        if self._is_write:
            self._runner.not_saved.emit(sentence)
        if self._failed is not None and self.wanted(self._failed):
            self._failed(sentence)
        elif self._failed is None and not is_bug:
            self._runner.refused.emit(sentence)

    def wanted(self, callback: Callable[..., object]) -> bool:
        """Tell whether the widget that waits for this is still there."""
        holders = (self._owner, getattr(callback, "__self__", None))
        return all(shiboken6.isValid(h) for h in holders if isinstance(h, QObject))

    def _tell_saved(self, value: object) -> None:
        for part in (*(value if isinstance(value, tuple) else (value,)), getattr(value, "changes", None)):
            if isinstance(part, Changes):
                self._runner.changed.emit(part)
        if self._runner._writes == 1:
            self._runner.saved.emit(datetime.datetime.now().astimezone())

    def _end(self) -> None:
        if self.finished is not None:
            self.finished()
        self._runner._came_back(is_write=self._is_write, is_aside=self.is_aside)
