"""The quiet line below a field whose words are back, or wait beside newer ones."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QLayout, QWidget

from coprod_desktop.ui.widgets.buttons import button
from coprod_desktop.ui.widgets.flow import FlowRow
from coprod_desktop.ui.widgets.status_label import StatusLabel


class KeptNote(QWidget):
    """A quiet line below a field, until its words are other ones; with `choice` two buttons: use what was kept, or not."""

    def __init__(self, name: str, words: str, again: str, *, choice: bool) -> None:
        super().__init__()
        self.again = again
        self.setObjectName(f"{name}Kept")
        self.said = StatusLabel("info", words)
        self.take = button("Use these words", f"{name}KeptTake")
        self.leave = button("Throw them away", f"{name}KeptLeave")
        column = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.said)
        acts = FlowRow()
        for push in (self.take, self.leave):
            push.setAccessibleDescription(words)
            acts.add(push)
        column.addWidget(acts)
        acts.setVisible(choice)


def put_below(widget: QWidget, below: QWidget) -> None:
    """Put a widget below another, in the nearest column that holds it."""
    child: QWidget | None = widget
    while child is not None:
        parent = child.parentWidget()
        layout = parent.layout() if parent is not None else None
        way = _way_to(layout, child)
        for depth, (box, at) in reversed(list(enumerate(way))):
            if isinstance(box, QBoxLayout) and box.direction() is QBoxLayout.Direction.TopToBottom:
                box.insertWidget(at + 1, below)
                below.show()
                _to_the_top(way[depth - 1][0] if depth else None)
                return
        child = parent


def _to_the_top(row: QLayout | None) -> None:
    """Keep what stands beside a column that has grown where it was."""
    if isinstance(row, QBoxLayout) and row.direction() is QBoxLayout.Direction.LeftToRight:
        for at in range(row.count()):
            item = row.itemAt(at)
            beside = item.layout() if item is not None else None
            if beside is not None:
                row.setAlignment(beside, Qt.AlignmentFlag.AlignTop)


def _way_to(layout: QLayout | None, widget: QWidget) -> list[tuple[QLayout, int]]:
    """Return the layouts that hold a widget, from the outermost, each with the place of the next in it."""
    if layout is None:
        return []
    for at in range(layout.count()):
        item = layout.itemAt(at)
        assert item is not None
        if item.widget() is widget:
            return [(layout, at)]
        if way := _way_to(item.layout(), widget):
            return [(layout, at), *way]
    return []
