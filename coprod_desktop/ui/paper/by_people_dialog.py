"""Formats that only people make: a BSL film, a recording, another language. What was asked for, made, checked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.other_formats import OFFERED, STATE_WORDS
from coprod_desktop.domain.week_after import FormatAsked, FormatState
from coprod_desktop.errors import UserError
from coprod_desktop.services import other_formats
from coprod_desktop.ui._forms.paper_by_people import Ui_PaperByPeople
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.widgets.dialogs import ShowAll
from coprod_desktop.ui.widgets.kept_field import KeptForm
from coprod_desktop.ui.widgets.room import Room

LINES = 4
"""Lines of text that the list shows at the least."""


class ByPeopleDialog(QDialog):
    """The list, and below it the one that is chosen, or a new one. What is wrong is said inside."""

    def __init__(self, context: Context, session: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._session = context, session
        self.ui = ui = Ui_PaperByPeople()
        ui.setupUi(self)
        self.setObjectName("paperByPeople")
        self.setWindowTitle("Formats that only people make")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        Room(ui.list, LINES)
        ui.format.addItems(OFFERED)
        ui.format.setCurrentIndex(-1)
        for state, words in STATE_WORDS.items():
            ui.state.addItem(words, state)
        fields = {"format": ui.format, "language": ui.language, "where_is": ui.whereIs, "who_signs": ui.whoSigns}
        KeptForm(context, self, f"format_asked:{session}", fields, session)
        ui.list.chosen.connect(self._choose)
        ui.save.clicked.connect(self._save)
        ui.fresh.clicked.connect(self._begin_anew)
        ui.takeOff.clicked.connect(self._take_off)
        ui.close.clicked.connect(self.reject)
        self._chosen = ""
        ShowAll(self, ui.area, 64)
        ui.format.setFocus()
        self._show_rows(())
        self._read()

    def _read(self) -> None:
        self._context.runner.ask(other_formats.tracked, self._session, done=self._show_rows, owner=self)

    def _show_rows(self, rows: Sequence[FormatAsked]) -> None:
        ui = self.ui
        ui.list.items.set_rows(rows)
        ui.list.setVisible(bool(rows))
        self._show_acts()

    def _show_acts(self) -> None:
        there = self.ui.list.items.get(self._chosen) if self._chosen else None
        self.ui.takeOff.setVisible(there is not None)
        self.ui.fresh.setVisible(there is not None)
        self.ui.save.setText("Save" if there is not None else "Add this")

    def _choose(self, row: str) -> None:
        form = self.ui.list.items.get(row)
        if form is not None:
            self._chosen = row
            self._fill(form.format, form.language, form.state, form.where_is, form.who_signs)

    def _begin_anew(self) -> None:
        self._chosen = ""
        self.ui.list.clearSelection()
        self._fill("", None, FormatState.ASKED, None, None)
        self.ui.format.setFocus()

    def _fill(self, what: str, language: str | None, state: FormatState, where: str | None, who: str | None) -> None:
        ui = self.ui
        ui.format.setEditText(what)
        ui.state.setCurrentIndex(ui.state.findData(state))
        for field, words in ((ui.language, language), (ui.whereIs, where), (ui.whoSigns, who)):
            field.setText(words or "")
        self._show_acts()

    def _save(self) -> None:
        ui = self.ui
        ui.banner.clear()
        self._context.runner.do(
            other_formats.note,
            self._session,
            ui.format.currentText(),
            FormatState(ui.state.currentData()),
            language=ui.language.text(),
            where_is=ui.whereIs.text(),
            who_signs=ui.whoSigns.text(),
            instead_of=self._chosen,
            done=self._saved,
            failed=self._refused,
            owner=self,
        )

    def _saved(self, _changes: Changes) -> None:
        self._context.announce("Saved.")
        self._begin_anew()
        self._read()

    def _take_off(self) -> None:
        self._context.runner.do(
            other_formats.take_off, self._session, self._chosen, done=self._saved, failed=self._refused, owner=self
        )

    def _refused(self, error: UserError) -> None:
        self.ui.banner.tell_error(error)
        self.ui.format.setFocus()
