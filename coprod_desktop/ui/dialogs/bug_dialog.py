"""Something is wrong with the program itself: what is safe, and details to copy that hold nobody's words."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from coprod_desktop.ui.base.runner import NOT_DONE
from coprod_desktop.ui.widgets.buttons import button
from coprod_desktop.ui.widgets.dialogs import fit_screen
from coprod_desktop.ui.widgets.text import Title, Words


class BugDialog(QDialog):
    """`details` come from services/fault.py."""

    def __init__(self, details: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bugDialog")
        self.setWindowTitle("A fault in the program")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(12)
        column.addWidget(Title("A fault in the program"))
        column.addWidget(Words(f"{NOT_DONE.what} {NOT_DONE.do}"))
        column.addWidget(
            Words("The details below name places in the program. They hold no names and no words.", tone="quiet")
        )
        self.details = QPlainTextEdit(details)
        self.details.setObjectName("bugDetails")
        self.details.setAccessibleName("Details of the fault")
        self.details.setReadOnly(True)
        self.details.setTabChangesFocus(True)
        column.addWidget(self.details, 1)
        row = QHBoxLayout()
        self.copy = button("Copy the details", "bugCopy", icon="copy")
        self.copy.clicked.connect(self._copy)
        close = button("Close", "bugClose", kind="outline")
        close.clicked.connect(self.close)
        row.addWidget(self.copy)
        row.addStretch(1)
        row.addWidget(close)
        column.addLayout(row)
        close.setFocus()
        fit_screen(self, 640, 420)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.details.toPlainText())
        self.copy.setText("Copied")
