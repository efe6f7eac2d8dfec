"""Formats: what is made, where it goes, how far it is, and printing. Ticked is what the people who came read."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QCheckBox, QFileDialog, QWidget

from coprod_desktop.domain.formats import Wish
from coprod_desktop.errors import UserError
from coprod_desktop.services import papers
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.papers import Made
from coprod_desktop.ui import icons
from coprod_desktop.ui._forms.paper_formats import Ui_PaperFormats
from coprod_desktop.ui.context import Context
from coprod_desktop.ui.folders import near
from coprod_desktop.ui.runner import Job
from coprod_desktop.ui.widgets.card import Card

FOLDER = "Co-production papers"
FORMAT_WORDS = {"pdf": "Standard PDF", "html": "Web page", "json": "Session file"}


class FormatsCard(Card):
    """`set_up` once, then `show_wishes` for a session. `can_make` is asked first and says no by itself."""

    print_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = ui = Ui_PaperFormats()
        ui.setupUi(self)
        self.boxes: dict[str, QCheckBox] = {"pdf": ui.pdf, "html": ui.html, "json": ui.json}
        for box in self.boxes.values():
            box.toggled.connect(lambda _on: self._show_button())
        icons.put(ui.chooseFolder, "folder")
        icons.put(ui.print, "printer")
        ui.chooseFolder.clicked.connect(self._choose_folder)
        ui.make.clicked.connect(self._make)
        ui.stop.clicked.connect(self._stop)
        ui.print.clicked.connect(self.print_wanted)
        ui.progress.hide()
        ui.stop.hide()
        self._session = ""
        self._wanted = threading.Event()
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        self.set_folder(Path(documents or Path.home()) / FOLDER)

    def set_up(self, context: Context) -> None:
        """Give the card its tools."""
        self._context = context

    def set_folder(self, folder: Path) -> None:
        """Say where the papers go."""
        self.folder = folder
        # a path may break after each part, so that it never runs out of the card
        self.ui.folderWords.setText("Into " + str(folder).replace("/", "/\u200b").replace("\\", "\\\u200b"))

    def show_wishes(self, session: str, wishes: Sequence[Wish]) -> None:
        """Show who reads what; the ticks are set once for a session and then left to the person."""
        counts = {w.format: w.people for w in wishes if w.format}
        for name, label in (("pdf", self.ui.pdfCount), ("html", self.ui.htmlCount)):
            label.setText(_people(counts[name]) if name in counts else "")
            self.boxes[name].setAccessibleDescription(label.text())
        lines = [f"{w.words}: {_people(w.people)}." for w in wishes if not w.format]
        self.ui.cannotMake.setText("\n".join([*lines, "Not made by this version yet."]) if lines else "")
        self.ui.cannotMake.setVisible(bool(lines))
        if session != self._session:
            self._session = session
            self.boxes["pdf"].setChecked(True)
            self.boxes["html"].setChecked("html" in counts)
            self.boxes["json"].setChecked(False)
        self._show_button()

    def chosen(self) -> list[str]:
        """Return the formats that are ticked."""
        return [name for name, box in self.boxes.items() if box.isChecked()]

    def _show_button(self) -> None:
        chosen = self.chosen()
        what = "paper" if all(name in papers.PUBLIC for name in chosen) else "file"
        count = f"1 {what}" if len(chosen) == 1 else f"{len(chosen)} {what}s"
        self.ui.make.setText(f"Make {count}" if chosen else "Tick what to make")
        self.ui.make.setEnabled(bool(chosen))

    # ---- making

    def _make(self) -> None:
        self._show_running(True)
        self._wanted.set()
        work = partial(_make, self._session, tuple(self.chosen()), self.folder, self._wanted)
        self._context.runner.job(work, done=self._made, failed=self._not_made, progress=self._show_progress)

    def _stop(self) -> None:
        self._wanted.clear()
        self.ui.stop.setEnabled(False)

    def _made(self, made: Made) -> None:
        self._show_running(False)
        self.ui.make.setFocus()
        self._context.runner.changed.emit(made.changes)
        count = "1 file is made" if len(made.paths) == 1 else f"{len(made.paths)} files are made"
        draft = ". The paper says “draft”" if made.draft else ""
        names = [str(path.relative_to(self.folder)) for path in made.paths]
        words = "\n".join([f"In {self.folder}: {', '.join(names)}", *made.warnings])
        folder = made.paths[0].parent if len(made.paths) == 1 else self.folder
        self._context.tell(f"{count}{draft}.", words, "done", "Open folder", partial(_open_folder, folder))

    def _not_made(self, error: UserError) -> None:
        self._show_running(False)
        self._context.fail(error)
        self.ui.make.setFocus()

    def _show_progress(self, part: float, words: str) -> None:
        self.ui.progress.setValue(round(part * 100))
        self.ui.progress.setFormat(words)

    def _show_running(self, running: bool) -> None:
        ui = self.ui
        ui.stop.setEnabled(running)
        for part in (ui.progress, ui.stop):
            part.setVisible(running)
        ui.make.setVisible(not running)
        for box in self.boxes.values():
            box.setEnabled(not running)
        if running:
            ui.progress.setValue(0)
            ui.stop.setFocus()

    # ---- where

    def _choose_folder(self) -> None:
        found = QFileDialog.getExistingDirectory(self, "Where should the papers go?", str(near(self.folder)))
        if found:
            self.set_folder(Path(found))


def _make(session: str, formats: Sequence[str], folder: Path, wanted: threading.Event, desk: Desk, job: Job) -> Made:
    def say(done: int, of: int, name: str) -> None:
        job.say(done / of if of else 1.0, FORMAT_WORDS.get(name, ""))

    return papers.make(desk, session, formats, folder, progress=say, wanted=wanted.is_set)


def _people(count: int) -> str:
    return "1 person" if count == 1 else f"{count} people"


def _open_folder(folder: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
