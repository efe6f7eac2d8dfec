"""Making papers from the window: how far it is, Stop, and what came of it."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QProgressBar, QPushButton, QWidget

from coprod_desktop.domain.counted import counted
from coprod_desktop.errors import UserError
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.making import packs
from coprod_desktop.services.making.papers import Made, Progress, Wanted
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.base.runner import Job
from coprod_desktop.ui.words.format import format_words

Work = Callable[[Desk, Progress, Wanted], Made]
_POSTING_LIST = "Posting list"
_NAMED = 6
"""So many files are told by name; of more it is said how many."""


class Making(QObject):
    """While papers are made, `hidden` widgets make room for the progress and Stop, and `frozen` ones wait."""

    def __init__(
        self,
        parent: QWidget,
        progress: QProgressBar,
        stop: QPushButton,
        hidden: Sequence[QWidget],
        frozen: Sequence[QWidget],
    ) -> None:
        super().__init__(parent)
        self._progress, self._stop, self._hidden, self._frozen = progress, stop, hidden, frozen
        self._wanted = threading.Event()
        self._back: QWidget | None = None
        self._done: Callable[[Made], None]
        self._failed: Callable[[UserError], None]
        self.running = False
        stop.clicked.connect(self.stop)
        self._show(False)

    def start(
        self,
        context: Context,
        work: Work,
        *,
        done: Callable[[Made], None],
        failed: Callable[[UserError], None],
        back: QWidget,
    ) -> None:
        """Do the work on a thread of its own; the focus goes to Stop and afterwards to `back`."""
        self._context, self._done, self._failed, self._back = context, done, failed, back
        self._wanted.set()
        self._show(True)
        self._stop.setFocus()
        run = partial(_run, work, self._wanted)
        context.runner.job(run, done=self._made, failed=self._not_made, progress=self._say)

    def stop(self) -> None:
        """Stop after the file being made."""
        self._wanted.clear()
        self._stop.setEnabled(False)

    def _made(self, made: Made) -> None:
        self._end()
        self._context.runner.changed.emit(made.changes)
        self._done(made)

    def _not_made(self, error: UserError) -> None:
        self._end()
        self._failed(error)

    def _end(self) -> None:
        self._show(False)
        if self._back is not None:
            self._back.setFocus()

    def _say(self, part: float, words: str) -> None:
        self._progress.setValue(round(part * 100))
        self._progress.setFormat(words)

    def _show(self, running: bool) -> None:
        self.running = running
        self._stop.setEnabled(running)
        for widget in self._frozen:
            widget.setEnabled(not running)
        for widget in (self._progress, self._stop):
            widget.setVisible(running)
        for widget in self._hidden:
            widget.setVisible(not running)
        if running:
            self._progress.setValue(0)


def tell_made(context: Context, made: Made, folder: Path) -> None:
    """Say what was made and where, with a button that opens the folder."""
    count = counted(len(made.paths), "file is made", "files are made")
    draft = ". The paper says “draft”" if made.draft else ""
    if len(made.paths) <= _NAMED:
        names = ", ".join(str(path.relative_to(folder)) for path in made.paths)
        where = f"In {folder}: {names}"
        inside = made.paths[0].parent if len(made.paths) == 1 else folder
    else:  # letters and packs lie deeper, in folders of their own
        inside = Path(os.path.commonpath([path.parent for path in made.paths]))
        where = f"In {inside}"
    words = "\n".join([where, *made.warnings])
    context.tell(f"{count}{draft}.", words, "done", "Open folder", partial(_open_folder, inside))


def _run(work: Work, wanted: threading.Event, desk: Desk, job: Job) -> Made:
    def say(done: int, of: int, name: str) -> None:
        words = _POSTING_LIST if name == packs.POSTING_LIST else format_words(name)
        job.say(done / of if of else 1.0, f"{words} ({done + 1} of {of})" if name else "")

    return work(desk, say, wanted.is_set)


def _open_folder(folder: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
