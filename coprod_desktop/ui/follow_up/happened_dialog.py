"""What happened to what she said? Pick a person, see each line and what it became."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from coprod_desktop.domain.counted import counted
from coprod_desktop.services.seen import search
from coprod_desktop.services.seen.follow_up import FollowUp
from coprod_desktop.services.seen.search import Followed
from coprod_desktop.ui._forms.follow_up_happened import Ui_FollowUpHappened
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.follow_up.lists import Became
from coprod_desktop.ui.follow_up.people_box import fill_people
from coprod_desktop.ui.widgets.dialogs import fit_screen


class HappenedDialog(QDialog):
    """Only looks; nothing can be changed here."""

    def __init__(self, context: Context, shown: FollowUp, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._session = context, shown.session
        self.ui = ui = Ui_FollowUpHappened()
        ui.setupUi(self)
        self.setObjectName("followUpHappened")
        self.setWindowTitle("What happened to what she said?")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.list = ui.lines
        ui.close.clicked.connect(self.accept)
        ui.who.currentIndexChanged.connect(lambda _at: self._read())
        fill_people(ui.who, shown.readers)
        ui.who.setFocus()
        fit_screen(self, 680, 620)

    def _read(self) -> None:
        person = self.ui.who.currentData()
        if person is None:
            self._show(())
            return
        self._context.runner.ask(search.what_happened, self._session, person, done=self._show, owner=self)

    def _show(self, followed: Sequence[Followed]) -> None:
        chosen = self.ui.who.currentData() is not None
        count = counted(len(followed), "thing")
        what = f"{count} said" if chosen else "Choose who asks."
        self.ui.happenedState.show_state(
            "info", what if followed or not chosen else "Nothing is written down from them."
        )
        self.list.items.set_rows([Became(f) for f in followed])
        self.list.setVisible(bool(followed))
        if chosen:
            self._context.announce(self.ui.happenedState.text())
