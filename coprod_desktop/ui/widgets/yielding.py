"""Cards that scroll by themselves: they give way to what stands above and below them."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


class Yielding(QWidget):
    """Give it a layout. Where all of its words would not fit, Qt's boxes take from everything else in the column too."""

    def hasHeightForWidth(self) -> bool:  # noqa: D102
        return False
