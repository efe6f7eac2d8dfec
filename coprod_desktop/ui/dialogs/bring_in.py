"""Bring a file in, a session or an engagement log: choose it, take it in whole or not at all, and say what was taken."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias, Union

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QWidget

from coprod_desktop.domain import own_file
from coprod_desktop.domain.counted import counted
from coprod_desktop.errors import UserError
from coprod_desktop.services.desk import Desk
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.base.runner import Job

if TYPE_CHECKING:  # Home has this button: what reads files is imported when one is brought in
    from coprod_desktop.services.bring_in.events_log import LogBrought
    from coprod_desktop.services.bring_in.merge import Imported

Outcome: TypeAlias = Union["Imported", "LogBrought", UserError]
"""What came of one file."""
MOST_TOLD = 3
"""Rows of a log that are told in the banner; the commands tell all."""
LARGE = 2 * 1024 * 1024
"""Bytes from which on it can be stopped."""
STOPPED = UserError("Stopped. Nothing from this file was stored.", "")


class BringIn(QObject):
    """A refusal is shown above the page: the place in the file, and that nothing was stored.

    Whoever gives `came` gets each outcome, once and in place of its being shown.
    """

    def __init__(self, context: Context, page: QWidget, came: Callable[[Outcome], object] | None = None) -> None:
        super().__init__(page)
        self._context, self._page, self._came = context, page, came or self.show

    def ask(self) -> None:
        """Ask which file, then bring it in."""
        from PySide6.QtWidgets import QFileDialog

        found, _ = QFileDialog.getOpenFileName(
            self._page,
            "Which session file or engagement log?",
            str(Path.home()),
            f"Session files and engagement logs (*.{own_file.ENDING} *.json *.csv);;All files (*)",
        )
        if found:
            self.bring(Path(found))

    def bring(self, path: Path) -> None:
        """Bring one file in. A wrong file is found out first: nothing of one's own was "not saved" then."""
        self._context.runner.ask(read, path, done=self._take_in, failed=self._refused, owner=self._page)

    def _take_in(self, found: tuple[bytes, bool]) -> None:
        from coprod_desktop.services.bring_in import events_log as log_in
        from coprod_desktop.services.bring_in import merge

        data, is_log = found
        if is_log:
            self._context.runner.do(log_in.import_log, data, done=self._came, failed=self._refused, owner=self._page)
        else:
            self._bring_session(partial(merge.import_file, data=data), len(data))

    def _bring_session(self, bring: Callable[..., Imported], size: int) -> None:
        """Bring it in as long work: it says how far it is, and a large one can be stopped, with nothing stored."""

        def work(desk: Desk, job: Job) -> Imported:
            return bring(desk, progress=lambda done, many: job.say(done / many, f"{done:,} of {many:,} lines are in"))

        job = self._context.runner.job(work, done=self._done, failed=self._refused, progress=self._say)
        if size > LARGE:
            words = ("A large session is being brought in.", "Nothing is stored until all of it is in.")
            self._context.tell(*words, "info", "Stop", partial(self._stop, job))

    def _say(self, _part: float, words: str) -> None:
        self._context.note("waiting", words)

    def _stop(self, job: Job) -> None:
        job.cancel()
        self._refused(STOPPED)

    def _refused(self, error: UserError) -> None:
        self._context.note("", "")
        self._came(error)

    def _done(self, done: Imported) -> None:
        self._context.note("", "")
        self._context.runner.changed.emit(done.changes)
        self._came(done)

    def show(self, came: Outcome) -> QDialog | None:
        """Show what came of a file: above the page, and for a session in a dialog, which is returned."""
        from coprod_desktop.services.bring_in.events_log import LogBrought
        from coprod_desktop.ui.dialogs.brought_in import BroughtIn, taken_words

        if came is STOPPED:
            self._context.tell(STOPPED.what, "", "info")
        elif isinstance(came, UserError):
            self._context.fail(came)
        elif isinstance(came, LogBrought):
            self._context.tell(*log_words(came))
        else:
            self._context.tell(came.title, taken_words(came), "done")  # in place of what was said of a file before it
            dialog = BroughtIn(self._context, came, self._page)
            dialog.open()
            return dialog
        return None


def log_words(done: LogBrought) -> tuple[str, str, str]:
    """Return what is said of an engagement log that came in: what, more of it, and the state."""
    added = counted(done.added, "session was added", "sessions were added")
    here = counted(done.here_already, "was here already", "were here already")
    undo = "Ctrl Z takes all of them away again, in one step." if done.added else "Nothing was changed."
    told = [*done.left_out[:MOST_TOLD]]
    if more := len(done.left_out) - len(told):
        told.append(counted(more, "more row is not right.", "more rows are not right."))
    if done.unused:
        told.append(f"Columns that have no place here: {', '.join(done.unused)}.")
    state = "look" if done.left_out else "done" if done.added else "info"
    return f"{added}, {here}.", " ".join([undo, *told]), state


def read(desk: Desk, path: Path) -> tuple[bytes, bool]:
    """Return what is in a file, and whether it is an engagement log. UserError when it is neither log nor session."""
    from coprod_desktop.services.bring_in import events_log as log_in
    from coprod_desktop.services.bring_in import files, session_file

    data = files.bytes_of(path)
    is_log = files.is_log(desk, data, path.name)
    if is_log:
        log_in.check(desk, data)
    else:
        session_file.read(data)
    return data, is_log
