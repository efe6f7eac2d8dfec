"""The focus stays where the work is when what had it goes: a button that hides, a row that is taken away.

Qt then goes on to whatever comes next in the order of Tab, which may be in the bar on the left; and Space would leave the
page. What the program itself puts the focus on is left alone, and so is what a person does with Tab or the mouse.

It is also in view: Qt scrolls to what Tab comes to inside a page, but not to what Enter or the program goes on to, nor
from outside it. A page stays where it is while anything of it can be seen.
"""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from coprod_desktop.ui.keys.panes import first_in
from coprod_desktop.ui.widgets import in_view
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.lazy_list import LazyList


class FocusKeeper(QObject):
    """Make one per window. `page` is what the focus does not leave by itself; a dialog does not either."""

    def __init__(self, app: QApplication, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._way: list[QWidget] = []
        app.focusChanged.connect(self._moved)

    def _moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        was, gone = self._way, bool(self._way) and _is_gone(self._way[0])
        if gone and new is not None and not new.isVisible():
            return  # its window is going, or another page comes to the front
        if gone and (new is None or not _is_near(was, new)):
            QTimer.singleShot(0, self, lambda: self._bring_back(was, new))
        self._way = _way_up(new, self._window) if new is not None else was
        by_mouse = QApplication.mouseButtons() != Qt.MouseButton.NoButton  # what is under the mouse stays there
        if new is not None and not by_mouse and (isinstance(new.window(), QDialog) or new.visibleRegion().isEmpty()):
            in_view.bring(new)

    def _bring_back(self, was: list[QWidget], came_to: QWidget | None) -> None:
        now = QApplication.focusWidget()
        if now is not came_to or QApplication.activePopupWidget() is not None:
            return  # the program knew where to go
        for around in was[1:]:
            if shiboken6.isValid(around) and around.isVisible() and around.isEnabled():
                wanted = _work_in(around)
                if wanted is not None:
                    wanted.setFocus()
                    return


def _is_gone(widget: QWidget) -> bool:
    return not shiboken6.isValid(widget) or not widget.isVisible() or not widget.isEnabled()


def _way_up(widget: QWidget, window: QWidget) -> list[QWidget]:
    """Return a widget and what it stands in, up to its page or dialog."""
    way = [widget]
    around = widget.parentWidget()
    while around is not None and around is not window and not widget.isWindow():
        way.append(around)
        if around.isWindow():
            break
        around = around.parentWidget()
    return way


def _is_near(was: list[QWidget], new: QWidget) -> bool:
    """Tell whether the focus is still in the card it was in, or in what is left of its page when there was no card."""
    card = next((one for one in was if shiboken6.isValid(one) and isinstance(one, Card) and one.isVisible()), None)
    return card is not None and card.isAncestorOf(new)


def _work_in(around: QWidget) -> QWidget | None:
    """Return the list of a part, or else the first thing in it to stop at."""
    lists = around.findChildren(LazyList)
    shown = next((one for one in lists if one.isVisible() and one.isEnabled() and one.rows().rowCount()), None)
    return shown or first_in(around)
