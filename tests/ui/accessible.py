"""What a screen reader and a keyboard need of any window, as one assertion for every page's tests."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTextEdit,
    QWidget,
)

CONTROLS = (
    QAbstractButton,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QComboBox,
    QAbstractSpinBox,
    QAbstractItemView,
)
TARGET = 44


def controls(widget: QWidget) -> list[QWidget]:
    """Return every control inside a widget that can be seen (the widget itself must be shown)."""
    found = [w for w in widget.findChildren(QWidget) if isinstance(w, CONTROLS) and w.isVisibleTo(widget)]
    return [w for w in found if not _inner(w)]


def spoken(widget: QWidget) -> str:
    """Return what a screen reader calls a widget."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface else ""


def assert_accessible(widget: QWidget) -> None:
    """Every control has a name to say, an objectName, a place in the Tab order and is large enough to press.

    No label hides its words behind an accessible name.
    """
    QApplication.sendPostedEvents()  # sizes follow what was shown a moment ago
    wrong = []
    for control in controls(widget):
        who = f"{type(control).__name__} {control.objectName() or '(no objectName)'}"
        if not control.objectName() or control.objectName().startswith("qt_"):
            wrong.append(f"{who}: no objectName, text {getattr(control, 'text', str)()!r}")
        if not spoken(control).strip():
            wrong.append(f"{who}: nothing for a screen reader to say")
        if control.isEnabled() and not control.focusPolicy() & Qt.FocusPolicy.TabFocus and not _by_arrows(control):
            wrong.append(f"{who}: Tab does not stop here")
        pressed = isinstance(control, (QAbstractButton, QLineEdit, QComboBox))
        if pressed and control.height() < TARGET - 2 and control.window().isVisible():
            wrong.append(f"{who}: {control.height()} px high, {TARGET} are needed")
        if isinstance(control, QPushButton) and control.width() < TARGET - 2 and control.window().isVisible():
            wrong.append(f"{who}: {control.width()} px wide, {TARGET} are needed")
    for label in widget.findChildren(QLabel):
        if label.accessibleName() and label.text() and label.accessibleName() != label.text():
            wrong.append(f"QLabel {label.objectName()}: its accessible name hides {label.text()!r}")
    assert not wrong, "\n".join(wrong)


def _by_arrows(widget: QWidget) -> bool:
    """Tell whether a button is one of several of which one is chosen: Tab stops at one, arrows reach the others."""
    if not isinstance(widget, QAbstractButton):
        return False
    group = widget.group()
    return widget.autoExclusive() or (group is not None and group.exclusive())


def _inner(widget: QWidget) -> bool:
    """Tell whether a widget is Qt's own part of another control."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, (QComboBox, QAbstractSpinBox, QAbstractItemView, QAbstractSlider)):
            return True
        parent = parent.parentWidget()
    return False
