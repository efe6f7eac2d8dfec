"""The main button of a dialog stays in its dialog: only that of the page itself goes below the page."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QDialog, QVBoxLayout

from coprod_desktop.ui.widgets.buttons import button
from coprod_desktop.ui.window.area import Area
from tests.ui.conftest import PlainPage


def test_the_main_button_of_a_dialog_stays_in_it(context, qtbot):
    area = Area(lambda parent: PlainPage("plain", context, parent), None)
    qtbot.addWidget(area)
    area.resize(600, 300)
    area.show()
    qtbot.waitExposed(area)
    dialog = QDialog(area.page)
    column = QVBoxLayout(dialog)
    column.addSpacing(900)
    close = button("Close", "close", kind="primary")
    column.addWidget(close)
    dialog.show()
    area.fit()
    QApplication.processEvents()
    assert close.window() is dialog
    assert area.foot.isHidden()
