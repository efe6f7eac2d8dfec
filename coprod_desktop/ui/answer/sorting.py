"""Sorting points by the three questions: one key each, or the menu of the point; the same key again takes it off."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QWidget

from coprod_desktop.domain import sorters
from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.record import Point
from coprod_desktop.domain.words import Sorter
from coprod_desktop.services import answers
from coprod_desktop.services.desk import Desk
from coprod_desktop.ui.base.context import Context


class Sorting(QObject):
    """Owned by the page, which gives the chosen point."""

    def __init__(self, context: Context, page: QWidget, point: Callable[[], Point | None]) -> None:
        super().__init__(page)
        self._context, self._point = context, point
        for sorter, key in sorters.KEYS.items():
            shortcut = QShortcut(QKeySequence(key), page, partial(self.sort, sorter))
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def sort(self, sorter: Sorter) -> None:
        """Say who can do what the chosen point asks for; the one that stands is taken off."""
        point = self._point()
        if point is None:
            self._context.announce("Choose a point first.")
            return
        new = None if point.sorter is sorter else sorter
        self._context.runner.do(partial(_change, point.id, new), owner=self)
        self._context.announce(sorters.WORDS[new] if new else "Nobody has said who can do this.")

    def fill(self, menu: QMenu, point: Point) -> None:
        """Add the three to the menu of a point."""
        inside = menu.addMenu("Who can do this?")
        for sorter, words in sorters.WORDS.items():
            act = inside.addAction(f"{words}\t{sorters.KEYS[sorter]}", partial(self.sort, sorter))
            act.setCheckable(True)
            act.setChecked(point.sorter is sorter)


def _change(point: str, sorter: Sorter | None, desk: Desk) -> Changes:
    return answers.change_point(desk, point, sorter=sorter)
