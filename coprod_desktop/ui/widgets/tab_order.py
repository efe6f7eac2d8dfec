"""Tab goes through what is made while one types as it stands, not as it was made."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget

from coprod_desktop.ui.widgets.flow import FlowRow


def as_they_stand(area: QWidget) -> None:
    """Let Tab go through an area in the order in which its parts stand in it."""
    for before, after in pairwise(stops(area)):
        QWidget.setTabOrder(before, after)


def stops(area: QWidget) -> Iterator[QWidget]:
    """Return what Tab can stop at in an area, in the order in which it stands there."""
    if area.focusProxy() is None and area.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield area
    if isinstance(area, QScrollArea):
        inside = area.widget()
        if inside is not None:
            yield from stops(inside)
    elif isinstance(area, FlowRow):
        for one in area.children():
            if isinstance(one, QWidget):
                yield from stops(one)
    elif (layout := area.layout()) is not None:
        yield from _in(layout)


def _in(layout: QLayout) -> Iterator[QWidget]:
    for at in range(layout.count()):
        item = layout.itemAt(at)
        if item is None:
            continue
        if (widget := item.widget()) is not None:
            yield from stops(widget)
        elif (inner := item.layout()) is not None:
            yield from _in(inner)
