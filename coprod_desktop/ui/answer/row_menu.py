"""The menus of the Answer page: everything that can be done with the chosen rows, and the themes to move them to."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from coprod_desktop.domain.record import Entry, Point
from coprod_desktop.domain.words import Outcome
from coprod_desktop.services.seen.answer import brief
from coprod_desktop.ui.answer.acts import Acts
from coprod_desktop.ui.answer.line_panel import KEYS
from coprod_desktop.ui.answer.sorting import Sorting

_ENDS = {
    Outcome.HEARD: "Thank you, we heard",
    Outcome.PASSED_ON: "Passed on…",
    Outcome.LEFT_OUT: "Left out because…",
}


class RowMenu(QObject):
    """What the page itself has to do comes as a signal; the rest is done by the acts."""

    point_wanted = Signal()
    moved = Signal(int)
    removed = Signal()
    under_wanted = Signal()
    ended = Signal(object)
    """The Outcome of the chosen lines."""
    theme_named = Signal(object)
    """Lines to which a theme is to be given whose name is still to be typed."""

    def __init__(self, acts: Acts, page: QWidget, sorting: Sorting) -> None:
        super().__init__(page)
        self._acts, self._page, self._sorting = acts, page, sorting

    def open(self, at: QPoint, lines: Sequence[Entry], point: Point | None) -> None:
        """Show the menu for chosen lines, or for a point."""
        menu = self._menu("rowMenu")
        if lines:
            self._fill_lines(menu, lines)
        elif point is not None:
            menu.addAction("Move up", partial(self.moved.emit, -1))
            menu.addAction("Move down", partial(self.moved.emit, 1))
            menu.addAction("Remove this point", self.removed.emit)
            self._sorting.fill(menu, point)
        if lines:
            self._fill_themes(menu.addMenu("Move to a theme"), lines)
        menu.addSeparator()
        menu.addAction("Bin…", self._acts.open_bin)
        menu.popup(at)

    def open_themes(self, at: QPoint, lines: Sequence[Entry]) -> None:
        """Show just the themes."""
        if lines:
            menu = self._menu("themeMenu")
            self._fill_themes(menu, lines)
            menu.popup(at)

    def _fill_lines(self, menu: QMenu, lines: Sequence[Entry]) -> None:
        many = f"these {len(lines)}" if len(lines) > 1 else "this"
        menu.addAction(f"Make a point of {many}\tEnter", self.point_wanted.emit)
        menu.addAction(f"Add {many} to a point…\tAlt+A", self.under_wanted.emit)
        menu.addSeparator()
        for outcome, words in _ENDS.items():
            menu.addAction(f"{words}\tAlt+{KEYS[outcome]}", partial(self.ended.emit, outcome))
        if len(lines) == 1:
            menu.addAction("Same as another line…", lambda: self._acts.same_as(lines[0]))
        menu.addSeparator()

    def _fill_themes(self, menu: QMenu, lines: Sequence[Entry]) -> None:
        now = {e.theme for e in lines}
        for name in self._acts.theme_names():
            act = menu.addAction(brief(name).replace("&", "&&"), partial(self._acts.set_theme, lines, name))
            act.setCheckable(True)
            act.setChecked(now == {name})
        menu.addSeparator()
        menu.addAction("No theme", partial(self._acts.set_theme, lines, None))
        menu.addAction("Another theme…", partial(self.theme_named.emit, lines))

    def _menu(self, name: str) -> QMenu:
        menu = QMenu(self._page)
        menu.setObjectName(name)
        menu.aboutToHide.connect(menu.deleteLater)
        return menu
