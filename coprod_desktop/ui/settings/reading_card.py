"""A card of Settings that is read when it is shown, and again whenever what it shows has changed."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.changes import Changes
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.widgets.card import Card


class ReadingCard(Card):
    """`set_up` once. What it shows is `read` on the reading thread."""

    nouns: ClassVar[frozenset[str]]
    """Of which a change, also by undo, has it read again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context: Context | None = None

    def set_up(self, context: Context) -> None:
        """Give the card what pages have. Once."""
        self._context = context
        context.runner.changed.connect(self.apply)
        if self.isVisible():
            self._ask(context)

    def apply(self, changes: Changes) -> None:
        """Read it again when it was changed."""
        if self.isVisible() and any(changes.touch(noun) for noun in self.nouns):
            self.read()

    def read(self) -> None:
        """Show how it is now."""
        if self._context is not None:
            self._ask(self._context)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: D102
        super().showEvent(event)
        self.read()

    def _ask(self, context: Context) -> None:
        raise NotImplementedError
