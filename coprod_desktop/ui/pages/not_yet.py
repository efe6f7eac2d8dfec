"""Stands in for a page that is not written yet."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from coprod_desktop.ui.context import Context
from coprod_desktop.ui.pages.base import Page
from coprod_desktop.ui.widgets.card import Card


class NotYetPage(Page):
    """Says so plainly."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Card("This page is not here yet"))
        column.addStretch(1)
