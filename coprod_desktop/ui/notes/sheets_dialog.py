"""Slips, flipchart sheets and table sheets typed in their order: Enter saves, and the next number stands there."""

from __future__ import annotations

import base64
import datetime
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QDialog, QFileDialog, QWidget

from coprod_desktop.domain import dates, sheets
from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.ids import new_id
from coprod_desktop.domain.live_hour import SheetPhoto
from coprod_desktop.domain.words import ANONYMOUS, KIND_WORDS, EntryKind
from coprod_desktop.errors import UserError
from coprod_desktop.services import capture
from coprod_desktop.services import sheets as verbs
from coprod_desktop.services.capture import NewLine
from coprod_desktop.services.sheets import SheetsSeen
from coprod_desktop.ui._forms.sheets_in import Ui_SheetsIn
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.notes.sheet_picture import SheetPicture
from coprod_desktop.ui.notes.sheet_rows import SheetRows
from coprod_desktop.ui.widgets.dialogs import fit_screen
from coprod_desktop.ui.widgets.kept_field import KeptField
from coprod_desktop.ui.widgets.room import Room

PICTURES = "Pictures (*.png *.jpg *.jpeg *.webp)"
_QUOTE = (("No tick: not asked", None), ("Yes, ticked", True), ("No, ticked", False))


class SheetsDialog(QDialog):
    """The field for the words has the focus again after each; what is typed is kept like any line."""

    def __init__(self, context: Context, session: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._session = context, session
        self.ui = ui = Ui_SheetsIn()
        ui.setupUi(self)
        ui.typeColumn.addStretch()  # while nothing is typed yet, labels stay at their fields
        self.setObjectName("sheetsDialog")
        self.setWindowTitle("Slips and sheets")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._photos: tuple[SheetPhoto, ...] = ()
        self._begun = False
        self.rows: SheetRows = ui.sheetRows
        self.picture: SheetPicture = ui.photo
        Room(self.rows, 3)
        ui.sheetWords.setMinimumHeight(self.fontMetrics().height() * 2 + 24)
        ui.sheetState.hide()
        for kind, words in KIND_WORDS.items():
            ui.sheetKind.addItem(words, kind.value)
        for words, value in _QUOTE:
            ui.sheetQuote.addItem(words, value)
        self._kept = KeptField(context, ui.sheetWords, self._beside)
        self._kept.put_back.connect(self._put_back)
        ui.sheetWords.entered.connect(self._enter)
        ui.sheetName.textChanged.connect(lambda _text: self._show_photo())
        ui.sheetName.returnPressed.connect(ui.sheetWords.setFocus)
        ui.saveSheet.clicked.connect(self._enter)
        ui.addPhoto.clicked.connect(self._ask_photo)
        ui.photoUntil.set_name("photoUntil", "Kept until: a day, or nothing for as long as you want it")
        ui.photoUntil.changed.connect(self._keep_photo_until)
        ui.takePhotoOut.clicked.connect(self._take_photo_out)
        ui.closeSheets.clicked.connect(self.reject)
        self._show_photo()
        ui.sheetWords.setFocus()
        fit_screen(self, 1000, 640)
        self._read()

    @property
    def draft(self) -> str:
        """The field the words are kept under."""
        return f"session:{self._session}:sheet"

    def _read(self) -> None:
        self._context.runner.ask(verbs.seen, self._session, done=self._show, owner=self)

    def _show(self, seen: SheetsSeen) -> None:
        ui = self.ui
        self._photos = seen.photos
        self.rows.items.set_rows(list(seen.lines))
        self.rows.setVisible(bool(seen.lines))
        if seen.lines:
            self.rows.go_to_end()
        if not self._begun:
            self._begun = True
            ui.sheetName.setText(seen.sheet)
            ui.sheetName.setCompleter(QCompleter(list(seen.tables), ui.sheetName))
            ui.sheetWho.addItem("No name on it", ANONYMOUS)
            for person in seen.people:
                ui.sheetWho.addItem(person.name, person.id)
            self._kept.show(self.draft, "", session=self._session, row=self._session)
        self._show_photo()

    def _beside(self) -> Mapping[str, Any]:
        return {"sheet": self.ui.sheetName.text(), "kind": self.ui.sheetKind.currentData()}

    def _put_back(self, beside: Mapping[str, Any]) -> None:
        """The words are here again from when the program stopped, and which sheet they are from."""
        if beside.get("sheet"):
            self.ui.sheetName.setText(str(beside["sheet"]))
        self.ui.sheetKind.setCurrentIndex(max(0, self.ui.sheetKind.findData(beside.get("kind"))))

    # ---- a line

    def _enter(self) -> None:
        ui = self.ui
        words, sheet = ui.sheetWords.words().strip(), " ".join(ui.sheetName.text().split())
        ui.sheetWords.setFocus()
        if not words:
            ui.sheetName.setText(sheets.after(sheet))
            self._context.announce(ui.sheetName.text())
            return
        if not sheet:
            ui.banner.tell_error(UserError("Say first which sheet it is from.", "The words are still here."))
            ui.sheetName.setFocus()
            return
        ui.banner.clear()
        line = NewLine(
            id=new_id(),
            text=words,
            kind=EntryKind(ui.sheetKind.currentData()),
            speaker=ui.sheetWho.currentData(),
            quote_ok=ui.sheetQuote.currentData(),
            sheet=sheet,
        )
        self._kept.settle(words)
        chosen = (ui.sheetKind.currentIndex(), ui.sheetWho.currentIndex(), ui.sheetQuote.currentIndex())
        ui.sheetWords.set_words("")
        if sheets.has_one_line(sheet):
            ui.sheetName.setText(sheets.after(sheet))
        for box in (ui.sheetKind, ui.sheetWho, ui.sheetQuote):
            box.setCurrentIndex(0)
        ui.sheetState.show()
        ui.sheetState.show_state("info", "Saving…")
        self._context.runner.do(
            capture.add, self._session, line, draft=self.draft,
            done=partial(self._saved, sheet), failed=partial(self._not_saved, line, chosen), owner=self,
        )  # fmt: skip

    def _saved(self, sheet: str, _changes: Changes) -> None:
        self.ui.sheetState.show_state("done", f"{sheet} is saved.")
        self._context.announce(f"Saved. {self.ui.sheetName.text()}")
        self._read()

    def _not_saved(self, line: NewLine, chosen: tuple[int, int, int], error: UserError) -> None:
        ui = self.ui
        ui.banner.tell_error(error)
        if ui.sheetWords.words().strip():  # the next is being typed; what waits is kept elsewhere by the verb
            return
        ui.sheetWords.set_words(line.text)
        ui.sheetName.setText(line.sheet or "")
        for box, at in zip((ui.sheetKind, ui.sheetWho, ui.sheetQuote), chosen, strict=True):
            box.setCurrentIndex(at)

    # ---- the photo of the sheet

    def _photo(self) -> SheetPhoto | None:
        sheet = " ".join(self.ui.sheetName.text().split())
        return next((photo for photo in self._photos if photo.sheet == sheet), None)

    def _show_photo(self) -> None:
        ui, photo = self.ui, self._photo()
        ui.photoSide.setVisible(photo is not None)
        ui.addPhoto.setVisible(photo is None)
        if photo is None:
            return
        self.picture.show_picture(base64.b64decode(photo.picture), photo.sheet)
        if not ui.photoUntil.edit.hasFocus():
            ui.photoUntil.set_date(photo.keep_until)
        until = (
            f"until {dates.plain(photo.keep_until)}, and then taken out for good"
            if photo.keep_until
            else "until you take it out"
        )
        ui.photoWords.setText(f"Kept {until}. It goes into no file and onto no paper.")

    def _ask_photo(self) -> None:
        found, _ = QFileDialog.getOpenFileName(self, "Which photo?", str(Path.home()), PICTURES)
        if found:
            self.bring(Path(found))

    def bring(self, path: Path) -> None:
        """Keep the picture in a file as the photo of the sheet one is on."""
        self.ui.banner.clear()
        self._context.runner.ask(verbs.look, path, done=self._looked, failed=self.ui.banner.tell_error, owner=self)

    def _looked(self, data: bytes) -> None:
        until = self._context.desk.today() + datetime.timedelta(days=verbs.KEPT_DAYS)
        self._context.runner.do(
            verbs.add_photo, self._session, self.ui.sheetName.text(), data, until,
            done=lambda _made: self._read(), failed=self.ui.banner.tell_error, owner=self,
        )  # fmt: skip
        self.ui.sheetWords.setFocus()

    def _keep_photo_until(self, until: object) -> None:
        photo = self._photo()
        if photo is not None and until != photo.keep_until:
            self._context.runner.do(
                verbs.keep_photo, photo.id, until if isinstance(until, datetime.date) else None,
                done=lambda _changes: self._read(), failed=self._day_refused, owner=self,
            )  # fmt: skip

    def _day_refused(self, error: UserError) -> None:
        self.ui.banner.tell_error(error)
        if (photo := self._photo()) is not None:
            self.ui.photoUntil.set_date(photo.keep_until)

    def _take_photo_out(self) -> None:
        photo = self._photo()
        if photo is not None:
            self.ui.sheetWords.setFocus()
            self._context.runner.do(
                verbs.take_photo_out, photo.id,
                done=lambda _changes: self._read(), failed=self.ui.banner.tell_error, owner=self,
            )  # fmt: skip


def open_sheets(context: Context, session: str, back: QWidget, page: QWidget) -> SheetsDialog:
    """Open it from Listen; `back` has the focus again afterwards."""
    dialog = SheetsDialog(context, session, page)
    dialog.finished.connect(lambda _how: back.setFocus())
    dialog.open()
    return dialog
