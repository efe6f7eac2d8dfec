"""Whether what is on a page or dialog has room: nothing lies on something else, and no words are cut."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QSplitterHandle,
    QStackedWidget,
    QStyle,
    QStyleOptionComboBox,
    QTabBar,
    QWidget,
)

SLACK = 2
"""Pixels: frames and rounding."""


def overlaps(root: QWidget) -> list[str]:
    """Return what lies on something else: visible widgets with the same parent whose rectangles share more than an edge."""
    found = []
    for parent in (root, *_inside(root)):
        if isinstance(parent, (QAbstractItemView, QStackedWidget)):
            continue
        children = [w for w in _children(parent) if not _floats(w)]
        for one, other in combinations(children, 2):
            both = one.geometry() & other.geometry()
            if both.width() > SLACK and both.height() > SLACK:
                found.append(
                    f"{_name(one)} lies on {_name(other)} in {_name(parent)} by {both.width()}x{both.height()}"
                )
    return found


def outside(root: QWidget) -> list[str]:
    """Return what reaches out of what it stands in, and so is cut."""
    found = []
    for widget in _inside(root):
        parent = widget.parentWidget()
        if parent is None or isinstance(parent.parentWidget(), QAbstractScrollArea) or _floats(widget):
            continue  # what scrolls is larger than its viewport on purpose
        if isinstance(parent, QAbstractScrollArea) or not _has_words(widget):
            continue
        room = parent.rect().adjusted(-SLACK, -SLACK, SLACK, SLACK)
        if not room.contains(widget.geometry()):
            found.append(f"{_name(widget)} {_rect(widget.geometry())} is cut by {_name(parent)} {_rect(parent.rect())}")
    return found


def cut_words(root: QWidget) -> list[str]:
    """Return labels and buttons with less room than their words need."""
    found = []
    for widget in _inside(root):
        if isinstance(widget, QLabel) and widget.text():
            needs = _label_needs(widget)
        elif isinstance(widget, (QPushButton, QCheckBox, QRadioButton)) and widget.text():
            needs = widget.minimumSizeHint()
            if widget.hasHeightForWidth():
                needs.setHeight(widget.heightForWidth(widget.width()))
        else:
            continue
        if widget.width() + SLACK < needs.width() or widget.height() + SLACK < needs.height():
            found.append(
                f"{_name(widget)} {widget.text()[:40]!r} has {widget.width()}x{widget.height()}, "
                f"needs {needs.width()}x{needs.height()}"
            )
    return found


def cut_choices(root: QWidget) -> list[str]:
    """Return lists to choose from whose chosen words are cut."""
    found = []
    for box in (w for w in _inside(root) if isinstance(w, QComboBox)):
        option = QStyleOptionComboBox()
        box.initStyleOption(option)
        field = QStyle.SubControl.SC_ComboBoxEditField
        room = box.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, box).width()
        needs = box.fontMetrics().horizontalAdvance(box.currentText())
        if not box.isEditable() and needs > room:
            found.append(f"{_name(box)} {box.currentText()!r} has {room}, needs {needs}")
    return found


def not_in_sight(shell: QWidget, widget: QWidget) -> str:
    """Return why a widget is not wholly to be seen in a window, "" when it is."""
    around: QWidget | None = widget.parentWidget()
    while around is not None:
        here = QRect(widget.mapTo(around, QPoint(0, 0)), widget.size())
        if not around.rect().adjusted(-SLACK, -SLACK, SLACK, SLACK).contains(here):
            return f"{_name(widget)} {_rect(here)} is not in {_name(around)} {_rect(around.rect())}"
        around = None if around is shell else around.parentWidget()
    return ""


def _label_needs(label: QLabel) -> QSize:
    needs = label.minimumSizeHint()
    if label.wordWrap():
        needs.setHeight(label.heightForWidth(label.width()))
        needs.setWidth(0)
    return needs


def _inside(root: QWidget) -> Iterator[QWidget]:
    for child in _children(root):
        yield child
        if not isinstance(child, (QAbstractItemView, QTabBar)):
            yield from _inside(child)


def _children(parent: QWidget) -> list[QWidget]:
    own = [w for w in parent.children() if isinstance(w, QWidget)]
    return [w for w in own if w.isVisible() and not w.isWindow() and not w.size().isEmpty()]


def _floats(widget: QWidget) -> bool:
    """Tell whether Qt itself puts it over something: the parts of a scrolling area."""
    return widget.objectName().startswith("qt_") or isinstance(widget, QSplitterHandle)


def _has_words(widget: QWidget) -> bool:
    return isinstance(widget, (QLabel, QAbstractButton, QLineEdit))


def _rect(rect: QRect) -> str:
    return f"{rect.x()},{rect.y()} {rect.width()}x{rect.height()}"


def _name(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.objectName()}"
