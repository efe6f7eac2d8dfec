"""Which rung a group aimed for and reached, and who decided that it is so."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog, QLineEdit, QVBoxLayout, QWidget

from coprod_desktop.domain import dates
from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.looked_back_record import LookedBack, LookedBy
from coprod_desktop.domain.words import Rung
from coprod_desktop.errors import UserError
from coprod_desktop.services import looking_back
from coprod_desktop.services.program import about
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.widgets.banner import Banner
from coprod_desktop.ui.widgets.buttons import button
from coprod_desktop.ui.widgets.dialogs import fit_screen
from coprod_desktop.ui.widgets.fact_form import NOT_SAID
from coprod_desktop.ui.widgets.flow import FlowRow
from coprod_desktop.ui.widgets.kept_field import KeptForm
from coprod_desktop.ui.widgets.text import Title, Words

_BY = {LookedBy.MEMBERS: "members", LookedBy.STAFF: "staff", LookedBy.SLIP: "slips"}


class RungDialog(QDialog):
    """Of the newest looking back: two rungs, and who decided."""

    def __init__(self, context: Context, row: LookedBack, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._row = context, row
        self.setObjectName("rungDialog")
        self.setWindowTitle("Which rung it was")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.banner = Banner()
        self.aimed, self.reached = (
            self._rungs("rungAimed", row.rung_aimed),
            self._rungs("rungReached", row.rung_reached),
        )
        self.who = QLineEdit(row.rung_decided_by or "")
        self.who.setObjectName("rungWho")
        self.keep, self.cancel = (
            button("Write it down", "keepRung", kind="primary"),
            button("Leave it as it was", "cancel"),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(8)
        column.addWidget(Title("Which rung it was"))
        column.addWidget(Words(f"As {_BY[row.by]} said on {dates.plain(row.on)}.", tone="quiet"))
        column.addWidget(self.banner)
        for words, field in (
            ("The rung we aimed for", self.aimed),
            ("The rung we reached", self.reached),
            ("Who decided that it is so", self.who),
        ):
            label = Words(words)
            label.setBuddy(field)
            field.setAccessibleName(words)
            column.addWidget(label)
            column.addWidget(field)
        column.addWidget(Words(about.LADDER_CREDIT, tone="quiet"))
        column.addStretch()
        acts = FlowRow()
        acts.setObjectName("rungActs")
        for push in (self.keep, self.cancel):
            acts.add(push)
        column.addWidget(acts)
        KeptForm(context, self, f"looked_back:{row.id}", {"rung_decided_by": self.who}, row.session_id, row.id)
        self.keep.clicked.connect(self._keep)
        self.cancel.clicked.connect(self.reject)
        fit_screen(self, 620, 460)

    def _rungs(self, name: str, chosen: Rung | None) -> QComboBox:
        box = QComboBox()
        box.setObjectName(name)
        for words, value in (NOT_SAID, *((rung.value.capitalize(), rung) for rung in Rung)):
            box.addItem(words, value)
        box.setCurrentIndex(max(0, box.findData(chosen)))
        return box

    def _keep(self) -> None:
        self.banner.clear()
        self._context.runner.do(
            looking_back.decide_rung, self._row.id, aimed=_rung(self.aimed), reached=_rung(self.reached),
            decided_by=self.who.text(), done=self._kept, failed=self._refused, owner=self,
        )  # fmt: skip

    def _kept(self, _changes: Changes) -> None:
        self.accept()

    def _refused(self, error: UserError) -> None:
        self.banner.tell_error(error)
        self.who.setFocus()


def _rung(box: QComboBox) -> Rung | None:
    return Rung(box.currentData()) if box.currentData() else None


def rung_dialog(context: Context, row: LookedBack, parent: QWidget) -> RungDialog:
    """Return the dialog, to be opened."""
    return RungDialog(context, row, parent)
