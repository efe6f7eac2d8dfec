"""Other rows in a list, and still on the row one was on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from coprod_desktop.ui.widgets.lazy_list import LazyList


def show_rows(shown: LazyList, rows: Sequence[Any]) -> None:
    """Give a list these rows; nothing moves when they are the same as before. Else it keeps its place by id.

    When the row one was on has gone, one is on what stands in its place now.
    """
    before = list(shown.rows().rows())
    if before == list(rows):
        return
    if [row.id for row in before] == [row.id for row in rows]:
        for old, new in zip(before, rows, strict=True):
            if old != new:
                shown.rows().replace(new)
        return
    here, at = shown.current_id(), shown.currentIndex().row()
    shown.rows().set_rows(rows)
    if here is not None and not shown.go_to(here) and rows:
        shown.go_to(rows[min(at, len(rows) - 1)].id)
