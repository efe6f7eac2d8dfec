"""Whom the question was put to and what came of it, in a row under the answer, with the next act as its button."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from coprod_desktop.domain import asking
from coprod_desktop.domain.record import Point
from coprod_desktop.ui.asking import words
from coprod_desktop.ui.asking.ask_dialog import AskDialog
from coprod_desktop.ui.asking.step_dialog import StepDialog
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.widgets.ask_row import AskRow


class AskingRow(AskRow):
    """Give it what pages have once, then each point that is shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("askingRow")
        self._context: Context | None = None
        self._session = ""
        self._point: Point | None = None
        self.wanted.connect(self._next)

    def set_up(self, context: Context) -> None:
        """Give it what pages have. Once."""
        self._context = context

    def show_point(self, session: str, point: Point) -> None:
        """Show where the question of a point stands."""
        self._session, self._point = session, point
        if self._context is not None:
            self.ask(*words.row(point, self._context.desk.today()))

    def _next(self) -> None:
        point, context = self._point, self._context
        if point is None or context is None:
            return
        if asking.question(point) is None:
            AskDialog(context, self._session, self, (point.id,)).open()
        else:
            StepDialog(context, self._session, point, self).open()
