"""Other rows in a list, and still on the row one was on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from coprod_desktop.ui.widgets.lazy_list import LazyList


def show_rows(shown: LazyList, rows: Sequence[Any]) -> None:
    """Give a list these rows; nothing moves when they are the same as before. Else it keeps its place by id."""
    before = list(shown.rows().rows())
    if before == list(rows):
        return
    if [row.id for row in before] == [row.id for row in rows]:
        for old, new in zip(before, rows, strict=True):
            if old != new:
                shown.rows().replace(new)
        return
    here = shown.current_id()
    shown.rows().set_rows(rows)
    if here is not None:
        shown.go_to(here)
