"""Papers to be written on with a pen: what they ask, and the boxes to tick. They are drawn as PDF only."""

from __future__ import annotations

from dataclasses import dataclass

from coprod_desktop.publish.document import Document


@dataclass(frozen=True)
class FormQuestion:
    """A question, and what can be ticked; "" for a box that says nothing more than its question."""

    words: str
    choices: tuple[str, ...]
    letters: int = 0
    """How many letters wide the place to write in is, where there is nothing to tick."""


@dataclass(frozen=True, kw_only=True)
class SignIn:
    """A list with a row for each name and empty rows after them. The document is what stands above it."""

    document: Document
    first: str
    """What the first column holds."""
    asks: tuple[FormQuestion, ...]
    names: tuple[str, ...]
    empty: int


@dataclass(frozen=True, kw_only=True)
class Slips:
    """Slips of paper to be cut apart. The document is what each of them says, its number apart."""

    document: Document
    title: str
    session: str
    day: str
    asks: tuple[FormQuestion, ...]
    name: str
    """What stands before the line for a name."""
    last: str


MAY_WE_PRINT = FormQuestion("May we print your words?", ("Anyone", "Who came", "No"))
"""For anyone to read, only for who came, or not at all (domain.permission.Circle)."""
HOW_NAMED = FormQuestion("May we print your name?", ("In full", "First name", "First name and role", "Role", "No"))
"""The answers are those of domain.words.NameInPublic."""
HOW_NAMED_IN_A_ROW = FormQuestion(HOW_NAMED.words, ("Full", "First", "Role", "No"))
"""For a row of a table, where names need the room: who wants both ticks two."""
