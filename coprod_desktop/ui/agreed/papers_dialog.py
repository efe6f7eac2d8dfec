"""What the organisation agreed on: the list of its papers, in a window of its own."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from coprod_desktop.ui._forms.agreed_papers import Ui_AgreedPapersForm
from coprod_desktop.ui.agreed.part import AgreedPapersPart
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.widgets.dialogs import fit_screen
from coprod_desktop.ui.widgets.tab_order import as_they_stand


class AgreedPapersDialog(QDialog):
    """The same list as on the page of a group."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = ui = Ui_AgreedPapersForm()
        ui.setupUi(self)
        self.setObjectName("agreedPapers")
        self.setWindowTitle("Agreed papers")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.part = AgreedPapersPart(context, self)
        ui.agreedPapersBox.addWidget(self.part)
        ui.agreedPapersClose.clicked.connect(self.accept)
        as_they_stand(self)
        self.part.show_of(None)
        self.part.ui.agreedKind.setFocus()
        fit_screen(self, 760, 620)
