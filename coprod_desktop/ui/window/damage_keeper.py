"""Looks at the pages of the open workspace where nobody waits for it, and tells what was damaged and what was put right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from coprod_desktop.ui.base.runner import Job, Runner
from coprod_desktop.ui.base.timers import Every
from coprod_desktop.ui.window.shell import Shell

if TYPE_CHECKING:
    from coprod_desktop.services.desk import Desk

FIRST_LOOK_MS = 4000
"""Milliseconds after the workspace opens: first of all one can type."""
EVERY_MS = 24 * 60 * 60 * 1000


class DamageKeeper(QObject):
    """One per opened workspace. `put_right` closes it, puts it right and opens it again."""

    def __init__(self, shell: Shell, runner: Runner, put_right: Callable[[], None]) -> None:
        super().__init__(shell)
        self._shell, self._runner, self._put_right = shell, runner, put_right
        self._desk = runner.desk
        self._daily = Every(self.look, EVERY_MS, self)
        self._daily.start()
        QTimer.singleShot(FIRST_LOOK_MS, self, self.look)
        self._tell_news()

    def look(self) -> None:
        """Look at every page once; for another workspace there is another keeper."""
        if self._runner.desk is None or self._runner.desk is not self._desk:
            self.deleteLater()
            return
        self._runner.job(_look_on, done=self._looked, owner=self)

    def _looked(self, found: Sequence[int]) -> None:
        from coprod_desktop.services import damage_news

        if found:
            wrong = damage_news.damaged(found)
            self._shell.tell(wrong.what, wrong.do, "danger", "Put it right", self._put_right)

    def _tell_news(self) -> None:
        self._runner.ask(_news, done=self._news, owner=self)

    def _news(self, news: tuple[str, str] | None) -> None:
        from coprod_desktop.services import damage_news

        if news is not None:
            self._shell.tell(*news, "look")
            self._runner.do(damage_news.news_is_told, owner=self)


# services are imported on the worker's thread: they would take the window's time at every start


def _news(desk: Desk) -> tuple[str, str] | None:
    from coprod_desktop.services import damage_news

    return damage_news.news(desk)


def _look_on(desk: Desk, job: Job) -> Sequence[int]:
    from coprod_desktop.services import damage_news

    return damage_news.look_on(desk, job.say)
