"""The rows of a list of people before they come in: what each would be, what is doubtful, and what happens with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from coprod_desktop.domain import needs
from coprod_desktop.services.bring_in.people import Chosen
from coprod_desktop.services.bring_in.people_alike import Like
from coprod_desktop.services.bring_in.people_list.values import Listed, Refused
from coprod_desktop.ui.people.words import ATTENDING
from coprod_desktop.ui.widgets.rows_list import ListRow, RowsList

ASK, NEW, LEAVE = "ask", "new", "leave"
Answer = str | Like
"""What happens with a row: nobody has said yet, it is somebody new, it stays behind, or it is somebody known."""


@dataclass(frozen=True)
class Line:
    """One row of the list, and what happens with it."""

    row: Listed | Refused
    answer: Answer

    @property
    def id(self) -> str:
        """The row's number."""
        return str(self.row.number)


def first_answer(row: Listed) -> Answer:
    """Return what happens with a row before anybody has said: who may be somebody known is asked about."""
    if row.like:
        return ASK
    return NEW if row.ticked else LEAVE


def answers(row: Listed) -> Sequence[tuple[str, Answer]]:
    """Return what can happen with a row, in words."""
    if not row.like:
        return (("Bring in", NEW), ("Leave out", LEAVE))
    same = [(f"The same person as {who_words(like)} ({like.why})", like) for like in row.like]
    return (("Choose", ASK), *same, ("Another person", NEW), ("Leave out", LEAVE))


def who_words(like: Like) -> str:
    """Return who a row may be: "row 3, Gareth D'Arcy", "Mo Adeyemi, who is here already"."""
    if isinstance(like.who, int):
        return f"row {like.who}, {like.name}"
    return f"{like.name}, who is here already"


def chosen(lines: Sequence[Line]) -> list[Chosen]:
    """Return the rows that come in."""
    found = []
    for line in lines:
        if isinstance(line.row, Listed) and line.answer not in (ASK, LEAVE):
            found.append(Chosen(line.row, line.answer.who if isinstance(line.answer, Like) else None))
    return found


def how_many(rows: Sequence[Chosen]) -> int:
    """Return how many people the rows are: two rows that are the same person are one."""
    coming = {chosen.row.number for chosen in rows}
    new = sum(c.same_as is None or (isinstance(c.same_as, int) and c.same_as not in coming) for c in rows)
    return new + len({c.same_as for c in rows if isinstance(c.same_as, str)})


class ListedRows(RowsList[Line]):
    """Space is taken by the dialog: it brings a row in, or leaves it out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_shown, "listRows", "Rows of the list, and what happens with each", parent)


def _shown(line: Line) -> ListRow:
    row = line.row
    count = f"Row {row.number}"
    if isinstance(row, Refused):
        return ListRow(line.id, "Cannot come in", row.why, "danger", "Cannot come in", count)
    state, words = _happens(line.answer, row)
    details = [
        words,
        " · ".join(
            filter(
                None,
                (
                    row.role or "No role given",
                    ATTENDING[row.attendance],
                    *(f"{key.capitalize()}: no" for key in row.refused),
                ),
            )
        ),
        _named("Needs", [need for need, group in row.needs if group != needs.FORMAT]),
        _named("Papers", [need for need, group in row.needs if group == needs.FORMAT]),
        _named("Contact", [row.contact] if row.contact else []),
        _named("To check", row.doubts),
    ]
    return ListRow(line.id, row.name, "\n".join(filter(None, details)), state, "", count)


def _happens(answer: Answer, row: Listed) -> tuple[str, str]:
    if isinstance(answer, Like):
        return "done", f"Comes in as the same person as {who_words(answer)}"
    if answer == ASK:
        return "look", f"Choose: is this {' or '.join(who_words(like) for like in row.like)}?"
    return ("done", "Comes in") if answer == NEW else ("info", "Left out")


def _named(what: str, words: Sequence[str]) -> str:
    return f"{what}: {' '.join(words) if what == 'To check' else '; '.join(words)}" if words else ""
