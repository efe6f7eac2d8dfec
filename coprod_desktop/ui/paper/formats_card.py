"""Formats: what is made of one kind of paper, where it goes, and printing. Ticked is what the people who came read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QLabel, QWidget

from coprod_desktop.domain.permission import Circle
from coprod_desktop.services.making import papers
from coprod_desktop.services.making.papers import Made, Progress, Wanted
from coprod_desktop.ui._forms.paper_formats import Ui_PaperFormats
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.base.folders import ask_papers_folder, breakable, papers_folder
from coprod_desktop.ui.paper.making import Making, Work, tell_made
from coprod_desktop.ui.paper.packs_dialog import PacksDialog
from coprod_desktop.ui.style import icons
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.columns import Columns

if TYPE_CHECKING:
    from coprod_desktop.services.desk import Desk
    from coprod_desktop.services.seen.preview import Preview

LINES = 8
"""Lines of text that the formats have room for at the least."""
_SAYS_MORE = {
    "text": "Plain text, and a script to read aloud",
    "json": "Session file, private: names and needs are in it",
}
_NONE_OF_IT = {"csv": "No list in it", "xlsx": "No list in it", "ics": "No dates in it"}


class FormatsCard(Card):
    """`set_up` once, then `show_preview` as often as it changes. Ticks are set once for a paper, then left alone."""

    print_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = ui = Ui_PaperFormats()
        ui.setupUi(self)
        self.boxes: dict[str, QCheckBox] = {
            "pdf": ui.pdf,
            "large-print": ui.largePrint,
            "easy-read": ui.easyRead,
            "html": ui.html,
            "docx": ui.docx,
            "text": ui.text,
            "braille": ui.braille,
            "csv": ui.csv,
            "xlsx": ui.xlsx,
            "ics": ui.ics,
            "json": ui.json,
        }
        for name, words in _SAYS_MORE.items():
            self.boxes[name].setAccessibleName(words)
            self.boxes[name].setToolTip(words)
        for box in self.boxes.values():
            box.toggled.connect(lambda _on: self._show_acts())
            box.installEventFilter(self)
        icons.put(ui.chooseFolder, "folder")
        icons.put(ui.print, "printer")
        ui.pictures.clicked.connect(self._pictures)
        ui.previewBraille.clicked.connect(self._braille)
        ui.make.clicked.connect(self._make)
        ui.everyone.clicked.connect(self._everyone)
        ui.letters.clicked.connect(self._letters)
        ui.chooseFolder.clicked.connect(self._choose_folder)
        ui.print.clicked.connect(self.print_wanted)
        waiting = (ui.scrolled, ui.chooseFolder, ui.letters)
        self._making = Making(self, ui.progress, ui.stop, (ui.make, ui.everyone), waiting)
        self._session = self._kind = ""
        self._circle = Circle.ANYONE
        self._show_acts()

    def set_up(self, context: Context) -> None:
        """Give the card its tools; the papers go where they went the last time."""
        self._context = context
        self.set_folder(papers_folder(context.settings.read().papers))

    def set_folder(self, folder: Path) -> None:
        """Say where the papers go."""
        self.folder = folder
        self.ui.folderWords.setText("Into " + breakable(folder))

    def show_preview(self, found: Preview) -> None:
        """Show who reads what, and which formats there is something for."""
        counts = {wish.format: wish.people for wish in found.wishes if wish.format}
        self.ui.largePrint.setText(f"Large print, {found.large_pt} pt")
        for name, box in self.boxes.items():
            there = name in papers.OWN or name in found.formats
            count = _people(counts[name]) if name in counts else ""
            label = self._count_of(box)
            label.setText(count if there else _NONE_OF_IT.get(name, "Nothing in it"))
            box.setAccessibleDescription(label.text())
            box.setEnabled(there)
        self._say_who(found)
        self._circle = found.circle
        if (found.session, found.kind) != (self._session, self._kind):
            self._session, self._kind = found.session, found.kind
            for name, box in self.boxes.items():
                box.setChecked(name == "pdf" or name in counts)
        self._show_acts()

    def _say_who(self, found: Preview) -> None:
        ui = self.ui
        ui.unasked.setText(f"Not asked yet: {_people(found.unasked)}")
        ui.unasked.setVisible(bool(found.unasked))
        only_people = [f"{wish.words}: {_people(wish.people)}." for wish in found.wishes if not wish.format]
        ui.cannotMake.setText("\n".join([*only_people, "This is not made here. Ask someone who can."]))
        ui.cannotMake.setVisible(bool(only_people))

    def _count_of(self, box: QCheckBox) -> QLabel:
        label: QLabel = getattr(self.ui, f"{box.objectName()}Count")
        return label

    def chosen(self) -> list[str]:
        """Return the formats that are ticked and can be made."""
        return [name for name, box in self.boxes.items() if box.isChecked() and box.isEnabledTo(self.ui.scrolled)]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: D102
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QCheckBox):
            self.ui.formatsScroll.ensureWidgetVisible(watched)
        return super().eventFilter(watched, event)

    def _show_acts(self) -> None:
        chosen = self.chosen()
        what = "paper" if all(name in papers.PUBLIC for name in chosen) else "file"
        count = f"1 {what}" if len(chosen) == 1 else f"{len(chosen)} {what}s"
        self.ui.make.setText(f"Make {count}" if chosen else "Tick what to make")
        self.ui.make.setEnabled(bool(chosen))
        self.ui.pictures.setVisible("easy-read" in chosen)
        self.ui.previewBraille.setVisible("braille" in chosen)
        self._give_room()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102
        super().resizeEvent(event)
        self._give_room()

    def _give_room(self) -> None:
        """Beside the other cards the formats scroll; where cards stand one below the other they stand open."""
        columns, inside = self.parentWidget(), self.ui.scrolledColumn
        high = self.fontMetrics().height() * LINES
        if isinstance(columns, Columns) and columns.folded:
            high = inside.totalHeightForWidth(self.ui.formatsScroll.viewport().width())
        self.ui.formatsScroll.setMinimumHeight(high)

    # ---- making

    def _make(self) -> None:
        session, kind, circle = self._session, self._kind, self._circle
        folder, formats = self.folder, tuple(self.chosen())

        def work(desk: Desk, progress: Progress, wanted: Wanted) -> Made:
            return papers.make(
                desk, session, formats, folder, kind=kind, circle=circle, progress=progress, wanted=wanted
            )

        self._start(work, self.ui.make)

    def _letters(self) -> None:
        session, folder = self._session, self.folder

        def work(desk: Desk, progress: Progress, wanted: Wanted) -> Made:
            from coprod_desktop.services.making import letters

            return letters.make(desk, session, folder, progress=progress, wanted=wanted)

        self._start(work, self.ui.letters)

    def _start(self, work: Work, back: QWidget) -> None:
        self._making.start(self._context, work, done=self._made, failed=self._context.fail, back=back)

    def _made(self, made: Made) -> None:
        tell_made(self._context, made, self.folder)

    def _everyone(self) -> None:
        packs = PacksDialog(self._context, self._session, self._kind, self.folder, self)
        if self._circle is Circle.CAME:
            packs.say_for_anyone()
        packs.open()

    # ---- looking closer

    def _pictures(self) -> None:
        from coprod_desktop.ui.easy_read.dialog import EasyReadDialog

        EasyReadDialog(self._context, self._session, self._kind, self, self._circle).open()

    def _braille(self) -> None:
        from coprod_desktop.ui.paper.braille_preview import BraillePreviewDialog

        BraillePreviewDialog(self._context, self._session, self._kind, self, self._circle).open()

    # ---- where

    def _choose_folder(self) -> None:
        found = ask_papers_folder(self, self._context.settings, self.folder)
        if found is not None:
            self.set_folder(found)


def _people(count: int) -> str:
    return "1 person" if count == 1 else f"{count} people"
