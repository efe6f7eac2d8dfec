"""Who signed up to a paper, and when: one line each, Enter adds."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from coprod_desktop.domain.agreed_record import SignedUp
from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.dates import plain
from coprod_desktop.errors import UserError
from coprod_desktop.services import agreed, agreed_versions
from coprod_desktop.services.agreed import PaperHeld
from coprod_desktop.ui._forms.agreed_signed import Ui_AgreedSignedForm
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.widgets.add_row import AddRow
from coprod_desktop.ui.widgets.dialogs import fit_screen, is_right, take_as_typed
from coprod_desktop.ui.widgets.kept_field import KeptField
from coprod_desktop.ui.widgets.room import Room
from coprod_desktop.ui.widgets.rows_help import neighbour
from coprod_desktop.ui.widgets.rows_list import ListRow, RowsList
from coprod_desktop.ui.widgets.show_rows import show_rows
from coprod_desktop.ui.widgets.tab_order import as_they_stand


class AgreedSignedDialog(QDialog):
    """`paper` is its id. A name of somebody in the workspace is taken for theirs."""

    def __init__(self, context: Context, paper: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._paper = context, paper
        self.ui = ui = Ui_AgreedSignedForm()
        ui.setupUi(self)
        self.setObjectName("agreedSigned")
        self.setWindowTitle("Who signed up")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.list = RowsList[SignedUp](_row, "signedList", "Who signed up", with_icons=False)
        Room(self.list, 5)
        ui.signedBox.addWidget(self.list)
        ui.signedName.setAccessibleName(ui.signedNameLabel.text())
        ui.signedDay.set_name("signedDay", ui.signedDayLabel.text())
        ui.signedDayLabel.setBuddy(ui.signedDay.edit)
        ui.signedDay.today, ui.signedDay.past = context.desk.today, True
        ui.signedDay.set_date(context.desk.today())
        self._kept = KeptField(context, ui.signedName)
        self._kept.show(f"agreed_paper:{paper}:new_signed", "", row=paper)
        self._day = KeptField(context, ui.signedDay.edit)
        self._day.show(f"agreed_paper:{paper}:new_signed.on", ui.signedDay.edit.text(), row=paper)
        AddRow(ui.addSigned, self._add, ui.signedName, ui.signedDay.edit)
        ui.signedTake.clicked.connect(self._take)
        ui.signedClose.clicked.connect(self.accept)
        context.runner.changed.connect(self._changed)
        as_they_stand(self)
        self._read()
        ui.signedName.setFocus()
        fit_screen(self, 620, 560)

    def done(self, result: int) -> None:  # noqa: D102
        self._kept.hand_in()
        self._day.hand_in()
        super().done(result)

    def _changed(self, changes: Changes) -> None:
        if changes.touch("signed_up") or changes.touch("person"):
            self._read()

    def _read(self) -> None:
        self._context.runner.ask(agreed.one, self._paper, done=self._show, failed=self._refused, owner=self)

    def _show(self, held: PaperHeld) -> None:
        show_rows(self.list, held.signed)
        for part in (self.list, self.ui.signedPlace, self.ui.signedTake):
            part.setVisible(bool(held.signed))
        self.ui.signedNone.setVisible(not held.signed)
        if held.signed and self.list.current_id() is None:
            self.list.go_to(held.signed[-1].id)

    def _add(self) -> None:
        ui = self.ui
        ui.signedBanner.clear()
        if is_right(ui.signedBanner, take_as_typed(ui.signedDay)):
            self._context.runner.do(
                agreed_versions.sign_by_name, self._paper, ui.signedName.text(), ui.signedDay.date(),
                done=self._added, failed=self._refused, owner=self,
            )  # fmt: skip

    def _added(self, _made: object) -> None:
        self._kept.settle()
        self._context.announce(f"Added: {self.ui.signedName.text()}")
        self.ui.signedName.clear()
        self.ui.signedName.setFocus()

    def _take(self) -> None:
        row = self.list.current_id()
        if row is not None:
            beside = neighbour(self.list)
            self._context.runner.do(agreed_versions.unsign, row, failed=self._refused, owner=self)
            if beside is not None:
                self.list.go_to(beside)

    def _refused(self, error: UserError) -> None:
        self.ui.signedBanner.tell_error(error)


def _row(one: SignedUp) -> ListRow:
    return ListRow(one.id, one.name, plain(one.on))
