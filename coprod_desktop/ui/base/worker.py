"""One thread that does calls one after another."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable


class Worker:
    """One thread that does calls one after another; begun with the first. (concurrent.futures costs the start 6 ms.)"""

    def __init__(self, name: str) -> None:
        self._name = name
        self._calls: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None

    def put(self, call: Callable[[], None]) -> None:
        """Have a call done when those before it are; it must not raise."""
        if self._thread is None:
            self._thread = threading.Thread(target=self._work, name=self._name, daemon=True)
            self._thread.start()
        self._calls.put(call)

    def end(self, timeout: float | None = None) -> None:
        """Wait for the calls that were put, so many seconds at most, and end the thread."""
        if self._thread is not None:
            self._calls.put(None)
            self._thread.join(timeout)
            self._thread = None

    def _work(self) -> None:
        while (call := self._calls.get()) is not None:
            call()
