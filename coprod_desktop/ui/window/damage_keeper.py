"""Looks at the pages of the open workspace where nobody waits for it, and tells what was damaged and what was put right."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer

from coprod_desktop.ui.base.runner import Runner
from coprod_desktop.ui.window.shell import Shell

FIRST_LOOK_MS = 4000
"""Milliseconds after the workspace opens: first of all one can type."""
EVERY_MS = 24 * 60 * 60 * 1000


class DamageKeeper(QObject):
    """One per opened workspace. `put_right` closes it, puts it right and opens it again."""

    def __init__(self, shell: Shell, runner: Runner, put_right: Callable[[], None]) -> None:
        super().__init__(shell)
        self._shell, self._runner, self._put_right = shell, runner, put_right
        self._desk = runner.desk
        self._daily = QTimer(self)
        self._daily.setInterval(EVERY_MS)
        self._daily.timeout.connect(self.look)
        self._daily.start()
        QTimer.singleShot(FIRST_LOOK_MS, self, self.look)
        self._tell_news()

    def look(self) -> None:
        """Look at every page once; for another workspace there is another keeper."""
        if self._runner.desk is None or self._runner.desk is not self._desk:
            self.deleteLater()
            return
        from coprod_desktop.services import damage

        self._runner.job(lambda desk, job: damage.look_on(desk, job.say), done=self._looked, owner=self)

    def _looked(self, found: Sequence[int]) -> None:
        from coprod_desktop.services import damage

        if found:
            wrong = damage.damaged(found)
            self._shell.tell(wrong.what, wrong.do, "danger", "Put it right", self._put_right)

    def _tell_news(self) -> None:
        from coprod_desktop.services import damage

        self._runner.ask(damage.news, done=self._news, owner=self)

    def _news(self, news: tuple[str, str] | None) -> None:
        from coprod_desktop.services import damage

        if news is not None:
            self._shell.tell(*news, "look")
            self._runner.do(damage.news_is_told, owner=self)
