"""What the parts of a group's page have in common: each shows the group one is on, and hands in what is typed in it."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from coprod_desktop.services.seen.group import GroupSeen
from coprod_desktop.ui.base.context import Context


class GroupPart(QWidget):
    """One part. `group` is the id of the group that is shown; "" while there is none."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.group = ""

    def show_group(self, seen: GroupSeen) -> None:
        """Show a group as it is saved now. Called each time something of it was changed."""
        self.group = seen.group.id

    def leave(self) -> None:
        """Another group, part or page comes to the front: hand in what was being typed."""

    def forget(self) -> None:
        """The group was taken away: nothing more is written about it."""
        self.group = ""

    def begin(self) -> None:
        """It was just opened: put the focus where one begins."""
        self.setFocus()


class Part(NamedTuple):
    """A line of the table of parts: the words on its button, its objectName, and what makes it when it is first opened."""

    title: str
    name: str
    make: Callable[[Context], GroupPart]
    nouns: frozenset[str] = frozenset()
    """A change of such a row is read again, beside those of the timeline."""


class Act(NamedTuple):
    """A line of the table of buttons: its words, its objectName, and what it does with (context, what is shown, the page)."""

    title: str
    name: str
    press: Callable[[Context, GroupSeen, QWidget], object]
