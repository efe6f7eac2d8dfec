"""The rows of a list of people before they come in: what each would be, what is doubtful, and what happens with it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtWidgets import QWidget

from coprod_desktop.domain import needs
from coprod_desktop.domain.words import Attending
from coprod_desktop.services.bring_in.people_alike import Like
from coprod_desktop.services.bring_in.people_list.values import Differs, Listed, Refused, row_of
from coprod_desktop.services.seen.list_in_hand import ASK, NEW, Line, who_words
from coprod_desktop.ui.people.words import ATTENDING
from coprod_desktop.ui.widgets.rows_list import ListRow, RowsList

DIFFERS = {"coming": "Coming", "role": "Role", "contact": "Contact", "need": "Need"}


class ListedRows(RowsList[Line]):
    """Space is taken by the dialog: it brings a row in, or leaves it out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_shown, "listRows", "Rows of the list, and what happens with each", parent)


def differs_words(one: Differs) -> tuple[str, str, str]:
    """Return what differs, as it is here and as it is in the list: ("Coming", "Coming", "Sent apologies")."""
    had, now = (
        (ATTENDING.get(_attending(said), said)) if one.field == "coming" else said for said in (one.had, one.now)
    )
    return DIFFERS.get(one.field, one.field), had, now


def _attending(said: str) -> Attending | None:
    return Attending(said) if said in set(Attending) else None


def _shown(line: Line) -> ListRow:
    row = line.row
    count = f"Row {row_of(row.number)}"
    if isinstance(row, Refused):
        return ListRow(line.id, "Cannot come in", row.why, "danger", "Cannot come in", count)
    state, words = _happens(line, row)
    said_no = [f"{purpose.capitalize()}: no" for purpose in row.refused]
    details = [
        words,
        " · ".join(filter(None, (row.role or "No role given", ATTENDING[row.attendance], *said_no))),
        _named("Needs", [need for need, group in row.needs if group != needs.FORMAT]),
        _named("Papers", [need for need, group in row.needs if group == needs.FORMAT]),
        _named("Contact", [row.contact] if row.contact else []),
        *_differing(line, row),
        _named("To check", row.doubts),
    ]
    return ListRow(line.id, row.name, "\n".join(filter(None, details)), state, "", count)


def _happens(line: Line, row: Listed) -> tuple[str, str]:
    if isinstance(line.answer, Like):
        return "look" if line.asks else "done", f"Comes in as the same person as {who_words(line.answer)}"
    if line.answer == ASK:
        return "look", f"Choose: is this {' or '.join(who_words(like) for like in row.like)}?"
    if line.answer == NEW:
        return ("look" if row.doubts else "done"), "Comes in"
    return "info", "Left out"


def _differing(line: Line, row: Listed) -> Iterator[str]:
    for one, take in zip(row.differs, line.takes, strict=True):
        what, had, now = differs_words(one)
        happens = {None: "choose", True: "the list is taken", False: "kept as it is here"}[take]
        yield f"{what}: “{had}” here, “{now}” in the list{f' ({happens})' if line.shows_differences else ''}"


def _named(what: str, words: Sequence[str]) -> str:
    return f"{what}: {' '.join(words) if what == 'To check' else '; '.join(words)}" if words else ""
