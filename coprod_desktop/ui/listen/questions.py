"""Asks before something that cannot be taken back, or that needs more than a key. The focus then goes back to the line."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QWidget

from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.listen.lines import Lines
from coprod_desktop.ui.widgets.kept_field import KeptForm

if TYPE_CHECKING:  # a question is imported when it is first asked: the first line typed does not wait for it
    from coprod_desktop.services.seen.strike import BeforeStrike


class Questions(QObject):
    """`field` has the focus again when a question is closed."""

    def __init__(self, context: Context, lines: Lines, field: QWidget, page: QWidget) -> None:
        super().__init__(page)
        self._context, self._lines, self._field, self._page = context, lines, field, page
        self._session: str | None = None

    def open(self, session: str) -> None:
        """Ask about this session from now on."""
        self._session = session

    def theme(self, named: Callable[[str], object]) -> None:
        """Ask for a theme that is on no list."""
        from coprod_desktop.ui.listen.ask import ThemeQuestion

        question = ThemeQuestion(self._page)
        question.named.connect(named)
        KeptForm(self._context, question, f"theme:{self._session}", {"name": question.field}, self._session)
        self._show(question)

    def same_as(self, line_id: str) -> None:
        """Ask which line says the same."""
        line = self._lines.get(line_id)
        if line is None:
            return
        from coprod_desktop.ui.listen.ask import SameAsQuestion

        others = [other for other in self._lines.all() if other.id != line_id]
        question = SameAsQuestion(others, line.duplicate_of, self._page)
        question.chosen.connect(lambda other: self._lines.change(line_id, duplicate_of=other or None))
        self._show(question)

    def seen_to(self, line_id: str) -> None:
        """Ask what was done about an access problem, or how somebody hears back about anything else."""
        if self._session is not None:
            from coprod_desktop.ui.listen.seen_to_dialog import open_seen_to

            open_seen_to(self._context, self._session, line_id, self._field, self._page)

    def strike(self, line_id: str) -> None:
        """Ask whether a line is to go for good, saying what was written from it and what still holds it."""
        line, session = self._lines.get(line_id), self._session
        if line is None or session is None:
            return

        from coprod_desktop.services.seen.strike import before_strike
        from coprod_desktop.ui.listen.ask import StrikeQuestion

        def ask(before: BeforeStrike) -> None:
            question = StrikeQuestion(line, before, self._page)
            question.accepted.connect(lambda: self._lines.strike(line_id))
            self._show(question)

        self._context.runner.ask(before_strike, session, line_id, done=ask, owner=self)

    def _show(self, dialog: QDialog) -> None:
        dialog.finished.connect(lambda _: self._field.setFocus())
        dialog.open()
