"""Moving what was said to a theme, from the menu or Ctrl+T; naming a new theme, renaming one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.record import Entry
from coprod_desktop.ui.answer.acts import Acts
from coprod_desktop.ui.answer.chosen import Chosen
from coprod_desktop.ui.answer.right_card import RightCard
from coprod_desktop.ui.answer.row_menu import RowMenu
from coprod_desktop.ui.answer.themes import Themes
from coprod_desktop.ui.widgets.card_list import CardList


class GivingTheme(QObject):
    """Puts the menu, the card of themes and the acts together."""

    def __init__(
        self, acts: Acts, menu: RowMenu, themes: Themes, right: RightCard, chosen: Chosen, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._acts, self._menu, self._themes, self._right, self._chosen = acts, menu, themes, right, chosen
        themes.renamed.connect(acts.rename_theme)
        menu.theme_named.connect(self._ask)

    def open(self, beside: QWidget) -> None:
        """Show the themes to move the chosen lines to."""
        spot = QPoint(24, 24) if isinstance(beside, CardList) else beside.rect().bottomLeft()
        self._menu.open_themes(beside.mapToGlobal(spot), self._lines())

    def _lines(self) -> Sequence[Entry]:
        """Return the lines a theme is for: those shown on the right, or all of the chosen point."""
        return self._right.lines() or self._chosen.lines_of_point()

    def _ask(self, lines: Sequence[Entry]) -> None:
        what = "this line" if len(lines) == 1 else f"these {len(lines)} lines"
        self._themes.ask(f"A theme for {what}", "", lambda name: self._acts.set_theme(lines, name))
