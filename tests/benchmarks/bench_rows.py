"""Long lists: what it takes until ten thousand rows are painted."""

from __future__ import annotations

import random
import statistics
from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QTableView, QWidget

from coprod_desktop.ui.style import theme
from coprod_desktop.ui.widgets.entry_list import EntryList, EntryRow
from tests.benchmarks.material import sentence
from tests.benchmarks.rows import Row, milliseconds, under

SHOWN, ROUNDS = 10_000, 7


def rows() -> list[Row]:
    """Return the figure, with an empty table of the same size as its floor."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    theme.prepare(app)
    theme.apply(app, theme.Appearance())
    chance = random.Random(3)
    said = [
        EntryRow(id=str(n), at="10:44", who="Carer", words=sentence(chance), theme="Getting out", quote=True)
        for n in range(SHOWN)
    ]
    return [under(f"show {SHOWN:,} rows (ms of CPU)", shown(app, lambda: filled(said)), 60, shown(app, QTableView))]


def filled(said: list[EntryRow]) -> EntryList:
    """Return the list that the Listen page has, full."""
    made = EntryList(lambda row: row, "said", "What people said")
    made.entries.set_rows(said)
    return made


def shown(app: QApplication, make: Callable[[], QWidget]) -> float:
    """Return the median time from making a widget to its being painted."""
    took = []
    for _ in range(ROUNDS):
        kept: list[QWidget] = []

        def show(kept: list[QWidget] = kept) -> None:
            widget = make()
            kept.append(widget)
            widget.resize(900, 800)
            widget.show()
            app.processEvents()

        took.append(milliseconds(show, cpu=True))
        kept[0].close()
    return statistics.median(took[1:])
