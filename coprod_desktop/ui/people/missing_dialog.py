"""Who is missing: counts of who came beside figures of the area that are typed in here. Nobody is named, small counts hidden."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog, QWidget

from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.people_record import LocalFigure
from coprod_desktop.errors import UserError
from coprod_desktop.services import local_figures
from coprod_desktop.services.seen import who_is_missing
from coprod_desktop.services.seen.who_is_missing import MissingSeen
from coprod_desktop.ui._forms.missing import Ui_MissingForm
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.people import missing_words
from coprod_desktop.ui.widgets.add_row import AddRow
from coprod_desktop.ui.widgets.dialogs import fit_screen
from coprod_desktop.ui.widgets.kept_field import KeptField
from coprod_desktop.ui.widgets.room import Room
from coprod_desktop.ui.widgets.rows_list import ListRow, RowsList
from coprod_desktop.ui.widgets.show_rows import show_rows

LINES = 6
"""Lines of text the list shows at the least; it scrolls."""


class MissingDialog(QDialog):
    """What is typed is added by Enter in any of the four fields; what is wrong is said inside."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._figures: Sequence[LocalFigure] = ()
        self._asked = 0
        self.ui = ui = Ui_MissingForm()
        ui.setupUi(self)
        self.setObjectName("missingDialog")
        self.setWindowTitle("Who is missing")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.list = RowsList[ListRow](lambda row: row, "missingRows", "Answers, beside figures of your area")
        Room(self.list, LINES)
        ui.missingPlace.addWidget(self.list)
        for field, label in ((ui.since, ui.sinceLabel), (ui.until, ui.untilLabel)):
            field.set_name(field.objectName(), label.text())
            label.setBuddy(field.edit)
            field.today, field.past = context.desk.today, True
            field.changed.connect(lambda _day: self._read())
        self._asks = context.desk.content.about_you()
        _fill(ui.figureWhat, list(self._asks))
        ui.figureWhat.currentTextChanged.connect(self._show_answers)
        self._kept = self._keep_fields()
        fields = (ui.figureWhat, ui.figureAnswer, ui.figureShare, ui.figureSource)
        AddRow(ui.figureAdd, self._add, *fields)
        ui.figureRemove.clicked.connect(self._remove)
        ui.missingClose.clicked.connect(self.reject)
        self.list.chosen.connect(lambda _id: self._show_acts())
        context.runner.changed.connect(self._changed)
        for one, after in ((ui.until.edit, self.list), (self.list, ui.figureWhat)):
            self.setTabOrder(one, after)
        self._show_acts()
        self._read()
        self.list.setFocus()
        fit_screen(self, 860, 720)

    def done(self, result: int) -> None:  # noqa: D102
        for kept in self._kept:
            kept.hand_in()
        super().done(result)

    def _keep_fields(self) -> list[KeptField]:
        ui = self.ui
        found = []
        edits = (ui.figureWhat.lineEdit(), ui.figureAnswer.lineEdit(), ui.figureShare, ui.figureSource)
        for name, edit in zip(local_figures.FIELDS, edits, strict=True):
            assert edit is not None
            kept = KeptField(self._context, edit)
            kept.show(f"local_figure:new:{name}", "")
            found.append(kept)
        return found

    # ---- what it shows

    def _changed(self, changes: Changes) -> None:
        if any(ref.noun in {"local_figure", "session", "attendance"} for ref in changes.all()):
            self._read()

    def _read(self) -> None:
        ui = self.ui
        self._context.runner.ask(
            who_is_missing.read, ui.since.date(), ui.until.date(), done=self._show, owner=self
        )  # fmt: skip

    def _show(self, seen: MissingSeen) -> None:
        self._figures = seen.figures
        rows = missing_words.rows(seen)
        show_rows(self.list, rows)
        if rows and self.list.current_id() is None:
            self.list.go_to(rows[0].id)
        self.ui.missingTally.setText(missing_words.tally(seen))
        self._show_acts()

    def _figure(self) -> LocalFigure | None:
        """Return the figure that the row one is on stands beside."""
        at = self.list.current_id()
        return next((f for f in self._figures if missing_words.row_id(f.characteristic, f.answer) == at), None)

    def _show_acts(self) -> None:
        self.ui.figureRemove.setEnabled(self._figure() is not None)

    def _show_answers(self, what: str) -> None:
        """Offer the answers that forms have for what the figure is about."""
        found = next((answers for asked, answers in self._asks.items() if asked.casefold() == what.casefold()), ())
        now = self.ui.figureAnswer.currentText()
        _fill(self.ui.figureAnswer, [answer for answer in found if answer != "prefer not to say"])
        self.ui.figureAnswer.setCurrentText(now)

    # ---- figures

    def _add(self) -> None:
        ui = self.ui
        ui.banner.clear()
        for kept in self._kept:
            kept.settle()
        self._context.runner.do(
            local_figures.add,
            ui.figureWhat.currentText(), ui.figureAnswer.currentText(), ui.figureShare.text(), ui.figureSource.text(),
            done=self._added, failed=self._not_added, owner=self,
        )  # fmt: skip

    def _added(self, _made: tuple[str, Changes]) -> None:
        """The next is most often about the same and from the same place: only who it counts and how many are asked."""
        self.ui.figureAnswer.setCurrentText("")
        self.ui.figureShare.clear()
        self.ui.figureAnswer.setFocus()
        self._context.announce("Added.")

    def _not_added(self, error: UserError) -> None:
        for kept in self._kept:
            kept.not_saved("")
        self.ui.banner.tell_error(error)

    def _remove(self) -> None:
        figure = self._figure()
        if figure is not None:
            self._context.runner.do(local_figures.remove, figure.id, owner=self)
            self.list.setFocus()


def _fill(box: QComboBox, words: Sequence[str]) -> None:
    box.clear()
    box.addItems(list(words))
    box.setCurrentText("")
