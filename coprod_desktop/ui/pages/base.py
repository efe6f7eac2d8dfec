"""What every page is: a widget the shell can open, tell of changes and give the focus.

A page's layout is its form in forms/; the class fills it, calls verbs through `self.context.runner`, and updates its
own rows when `apply` brings Changes. Pages are built when first opened and deleted when the workspace is locked.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.changes import Changes, Ref
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.widgets.card import Card


class Page(QWidget):
    """Subclass, set `title`, and override what is needed."""

    title: ClassVar[str] = ""
    """What the window calls it; also its accessible name."""
    stays_open: ClassVar[bool] = False
    """While it is in front people look at each other: nothing locks because nobody touches the laptop."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.session_id: str | None = None
        self.setObjectName(type(self).__name__)
        self.setAccessibleName(self.title)

    def open(self, session_id: str | None) -> None:
        """Show this page for a session (None for pages of no session). Called each time it comes to the front."""
        self.session_id = session_id

    def point_at(self, row: Ref) -> None:
        """Go to one row as soon as it is shown: a line, a point or a person that was searched for."""

    def leave(self) -> None:
        """Another page is about to come to the front, or the workspace to be locked: hand in what was being typed."""

    def apply(self, changes: Changes) -> None:
        """Something was saved, here or elsewhere: update the rows it touched. Also called while not in front."""

    def act(self, what: str) -> bool:  # noqa: ARG002
        """A key of the shell was pressed, such as "new_session" or "find". Return True when this page took it."""
        return False

    def keys(self) -> Sequence[tuple[str, str]]:
        """Return this page's own keys for F1: ("Alt S", "Save")."""
        return ()

    def panes(self) -> list[QWidget]:
        """Return the parts F6 goes round, in order; each gives its focus to the first control in it."""
        return list(self.findChildren(Card))

    def first_focus(self) -> QWidget | None:
        """Return what should have the focus when the page opens; None for its first control."""
        return None
