"""What the groups of a person's details have in common: each is a folded part, made when it is first opened."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.record import Person
from coprod_desktop.services.program.content import Content
from coprod_desktop.ui.base.context import Context


class PersonGroup(QWidget):
    """One group of what is known about a person. Each field of it saves by itself, as one step."""

    def __init__(self, context: Context, content: Content) -> None:
        super().__init__()
        self.context, self.content = context, content
        self.session, self.person = "", None  # type: str, Person | None

    def show_person(self, session: str, person: Person) -> None:
        """Show someone's part in a session as it is saved now."""
        self.session, self.person = session, person

    def leave(self) -> None:
        """Hand in what was being typed."""

    def forget(self) -> None:
        """The person was taken away: nothing more is written about them."""
        self.person = None

    def begin(self) -> None:
        """It was just opened: put the focus where one begins."""


@dataclass(frozen=True)
class Group:
    """A line of the table of groups: its heading, its objectName, what makes it, and what its folded line says."""

    title: str
    name: str
    make: Callable[[Context, Content], PersonGroup]
    in_short: Callable[[Person], str]
    typed: frozenset[str] = frozenset()
    """The names by which what is typed in it waits to be saved: words found again open the group they are in."""
