"""A row that goes on in the next line: also when its widgets changed while nobody saw it."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from coprod_desktop.ui.widgets.flow import FlowRow
from tests.ui.laid_out import overlaps


def test_what_was_shown_in_it_while_it_was_out_of_view_has_its_place(dressed, qtbot):
    """As the choices of a question that is put together before its page of the stack comes to the front."""
    stack, page, row = QStackedWidget(), QWidget(), FlowRow()
    column = QVBoxLayout(page)
    column.addWidget(row)
    column.addStretch(1)
    stack.addWidget(QWidget())
    stack.addWidget(page)
    qtbot.addWidget(stack)
    pushes = [QPushButton(f"Choice number {n}") for n in range(5)]
    for push in pushes:
        row.add(push)
    for push in pushes[1:]:
        push.hide()
    stack.resize(400, 400)
    stack.show()
    qtbot.waitExposed(stack)
    stack.setCurrentWidget(page)
    QApplication.processEvents()
    stack.setCurrentIndex(0)
    for push in pushes:
        push.show()
    stack.setCurrentWidget(page)
    QApplication.processEvents()
    assert not overlaps(page)
    assert all(row.rect().contains(push.geometry()) for push in pushes)
