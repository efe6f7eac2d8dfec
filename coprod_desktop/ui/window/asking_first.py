"""Asks what has to be chosen once before something can be saved, where one is; then it is saved. Nothing typed is lost."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from coprod_desktop.errors import AskFirst, UserError
from coprod_desktop.ui.base.runner import Runner

Act = Callable[[], None]


class AskingFirst(QObject):
    """One for the window. What comes while it is asked waits for the same answer."""

    def __init__(self, window: QWidget, runner: Runner) -> None:
        super().__init__(window)
        self._window, self._runner = window, runner
        self._waiting: list[tuple[Act, Act]] = []
        runner.asks_first = self.ask

    def ask(self, why: AskFirst, again: Act, refused: Act) -> None:
        """Ask; on an answer everything that waits is done, else each is told that it was not."""
        self._waiting.append((again, refused))
        if len(self._waiting) > 1:
            return
        from coprod_desktop.ui.dialogs.condition import ConditionDialog  # asked once in the life of a workspace

        above = QApplication.activeModalWidget() or self._window
        asked = ConditionDialog(why, above)
        asked.chosen.connect(self._choose)
        asked.rejected.connect(lambda: self._go_on(done=False))
        asked.open()

    def _choose(self, condition: str) -> None:
        from coprod_desktop.services.rights import privacy

        self._runner.do(
            privacy.choose_condition, condition, done=lambda _: self._go_on(done=True), failed=self._refused, owner=self
        )

    def _refused(self, _error: UserError) -> None:
        self._go_on(done=False)

    def _go_on(self, *, done: bool) -> None:
        waiting, self._waiting = self._waiting, []
        for again, refused in waiting:
            (again if done else refused)()
