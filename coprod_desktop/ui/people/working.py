"""How far long work about one person is, with a way to stop it before anything is changed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import shiboken6
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from coprod_desktop.domain.changes import Changes
from coprod_desktop.errors import UserError
from coprod_desktop.services.desk import Desk
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.base.runner import Cancelled, Job
from coprod_desktop.ui.widgets.buttons import button
from coprod_desktop.ui.widgets.flow import FlowRow

Say = Callable[[float], None]
"""Says how far it is, 0 to 1; raises when the work is to stop."""


class Working(QWidget):
    """Hidden while nothing is going on. What is begun meanwhile waits its turn; Stop is for all of it."""

    def __init__(self, context: Context, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._jobs: list[Job] = []
        self.bar = QProgressBar(self)
        self.bar.setObjectName(f"{name}Bar")
        self.stop_it = button("Stop", f"{name}Stop", kind="outline")
        self.stop_it.clicked.connect(self.stop)
        acts = FlowRow()
        acts.add(self.stop_it)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.bar)
        column.addWidget(acts)
        self.hide()

    def start(
        self,
        words: str,
        work: Callable[[Desk, Say], Any],
        *,
        done: Callable[[Any], None],
        stopped: Callable[[], None],
        failed: Callable[[UserError], None],
    ) -> None:
        """Do the work on a thread of its own. What it changed is told to all pages, also when this is gone by then."""
        self.bar.setAccessibleName(words)
        self.bar.setFormat(f"{words} %p%")
        self.bar.setValue(0)
        self.stop_it.setEnabled(True)
        self.show()
        changed = self._context.runner.changed

        def run(desk: Desk, job: Job) -> tuple[bool, Any]:
            try:
                job.say(0.0)
                return True, work(desk, job.say)
            except Cancelled:
                return False, None

        def back(came: tuple[bool, Any]) -> None:
            whole, found = came
            if isinstance(found, Changes):
                changed.emit(found)
            if shiboken6.isValid(self):
                self._end()
                done(found) if whole else stopped()

        def wrong(error: UserError) -> None:
            if shiboken6.isValid(self):
                self._end()
                failed(error)

        job = self._context.runner.job(run, done=back, failed=wrong, progress=self._say)
        self._jobs.append(job)

    def busy(self) -> bool:
        """Tell whether something is going on."""
        return bool(self._jobs)

    def stop(self) -> None:
        """Have it end as soon as it can; once it is on the disk it is done."""
        self.stop_it.setEnabled(False)
        for job in self._jobs:
            job.cancel()

    def _say(self, part: float, _words: str) -> None:
        self.bar.setValue(round(part * 100))

    def _end(self) -> None:
        self._jobs.pop(0)  # they come back in the order they were begun
        self.setVisible(self.busy())
