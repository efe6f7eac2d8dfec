"""Words about rows of a list, and which row is next when one goes."""

from __future__ import annotations

from coprod_desktop.ui.widgets.lazy_list import LazyList


def place_words(rows: LazyList, row: str, by: int) -> str:
    """Return "Now 2 of 5.": where a row is after a move."""
    last = rows.rows().rowCount() - 1
    return f"Now {min(max((rows.rows().row_of(row) or 0) + by, 0), last) + 1} of {last + 1}."


def neighbour(rows: LazyList) -> str | None:
    """Return the row one will be on when the row one is on goes: the one below, else the one above."""
    at, model = rows.currentIndex().row(), rows.rows()
    beside = at + 1 if at + 1 < model.rowCount() else at - 1
    return model.id_at(beside) if at >= 0 and beside >= 0 else None


def after_dot(words: str) -> str:
    """Return quiet words as they stand beside a heading."""
    return f"· {words}" if words else ""
