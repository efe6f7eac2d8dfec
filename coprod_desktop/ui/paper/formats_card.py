"""Formats: what is made of one kind of paper, where it goes, and printing. Ticked is what the people who came read."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QLabel, QWidget

from coprod_desktop.domain.counted import counted
from coprod_desktop.domain.format_table import Format, MadeOf
from coprod_desktop.domain.permission import Circle
from coprod_desktop.services.making import papers
from coprod_desktop.services.making.papers import Made, Progress, Wanted
from coprod_desktop.services.program import content
from coprod_desktop.ui._forms.paper_formats import Ui_PaperFormats
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.base.folders import ask_papers_folder, breakable, papers_folder
from coprod_desktop.ui.paper.making import Making, Work, tell_made
from coprod_desktop.ui.paper.packs_dialog import PacksDialog
from coprod_desktop.ui.style import icons
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.columns import Columns
from coprod_desktop.ui.widgets.text import Strong, Words

if TYPE_CHECKING:
    from coprod_desktop.services.desk import Desk
    from coprod_desktop.services.seen.preview import Preview

LINES = 8
"""Lines of text that the formats have room for at the least."""
_NONE_OF_IT = {MadeOf.LIST: "No list in it", MadeOf.DATES: "No dates in it"}


class FormatsCard(Card):
    """`set_up` once, then `show_preview` as often as it changes. Ticks follow what people read, but for those set by hand."""

    print_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = ui = Ui_PaperFormats()
        ui.setupUi(self)
        self._forms = content.load().formats
        self.boxes: dict[str, QCheckBox] = {}
        self._counts: dict[str, QLabel] = {}
        self._by_hand: set[str] = set()
        """Formats somebody ticked or unticked themselves, for the paper that is shown."""
        self._add_formats()
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

    def _add_formats(self) -> None:
        """Put a tick box for each format under the heading of its section, with how many people read it beside it."""
        ui, grid = self.ui, self.ui.formatsGrid
        below = {"easy-read": ui.pictures, "braille": ui.previewBraille}
        for push in (*below.values(), ui.letters):
            grid.removeWidget(push)
        order: list[QWidget] = []
        for section, words in self._forms.sections.items():
            heading = Strong(words)
            heading.setObjectName(f"{section}Heading")
            grid.addWidget(heading, grid.rowCount(), 0, 1, 2)
            for form in (one for one in self._forms.rows if one.section == section):
                order.append(self._add_format(form))
                if form.name in below:
                    grid.addWidget(below[form.name], grid.rowCount(), 0, 1, 2)
                    order.append(below[form.name])
        grid.addWidget(ui.letters, grid.rowCount(), 0, 1, 2)
        for one, after in pairwise((*order, ui.letters, ui.make, ui.everyone, ui.stop, ui.print, ui.chooseFolder)):
            self.setTabOrder(one, after)

    def _add_format(self, form: Format) -> QCheckBox:
        name = _camel(form.name)
        box = self.boxes[form.name] = QCheckBox(form.short)
        count = self._counts[form.name] = Words("", tone="quiet", wrap=False)
        box.setObjectName(name)
        count.setObjectName(f"{name}Count")
        if form.more:
            box.setAccessibleName(form.more)
            box.setToolTip(form.more)
        box.toggled.connect(lambda _on: self._show_acts())
        box.clicked.connect(lambda _on: self._by_hand.add(form.name))
        box.installEventFilter(self)
        row = self.ui.formatsGrid.rowCount()
        self.ui.formatsGrid.addWidget(box, row, 0)
        self.ui.formatsGrid.addWidget(count, row, 1)
        return box

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
        if (found.session, found.kind) != (self._session, self._kind):
            self._session, self._kind = found.session, found.kind
            self._by_hand.clear()
        for form in self._forms.rows:
            box, label = self.boxes[form.name], self._counts[form.name]
            there = form.private or form.name in found.formats
            count = _people(counts[form.name]) if form.name in counts else ""
            label.setText(count if there else _NONE_OF_IT.get(form.made_of, "Nothing in it"))
            box.setText(f"{form.short}, {found.large_pt} pt" if form.sized else form.short)
            box.setAccessibleDescription(label.text())
            box.setEnabled(there)
            if form.name not in self._by_hand:
                box.setChecked(form.ticked or form.name in counts)
        self._say_who(found)
        self._circle = found.circle
        self._show_acts()

    def _say_who(self, found: Preview) -> None:
        ui = self.ui
        ui.unasked.setText(f"Not asked yet: {_people(found.unasked)}")
        ui.unasked.setVisible(bool(found.unasked))
        only_people = [f"{wish.words}: {_people(wish.people)}." for wish in found.wishes if not wish.format]
        ui.cannotMake.setText("\n".join([*only_people, "This is not made here. Ask someone who can."]))
        ui.cannotMake.setVisible(bool(only_people))

    def chosen(self) -> list[str]:
        """Return the formats that are ticked and can be made."""
        return [name for name, box in self.boxes.items() if box.isChecked() and box.isEnabledTo(self.ui.scrolled)]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: D102
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QCheckBox):
            self.ui.formatsScroll.ensureWidgetVisible(watched)
        return super().eventFilter(watched, event)

    def _show_acts(self) -> None:
        chosen = self.chosen()
        what = "paper" if all(not form.private for form in self._forms.among(chosen)) else "file"
        count = counted(len(chosen), what)
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


def _camel(name: str) -> str:
    first, *rest = name.split("-")
    return first + "".join(word.capitalize() for word in rest)


def _people(count: int) -> str:
    return counted(count, "person", "people")
