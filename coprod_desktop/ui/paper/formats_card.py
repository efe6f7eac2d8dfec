"""Formats: what is made of one kind of paper, where it goes, and printing. Ticked is what the people who came read."""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from coprod_desktop.domain import own_file
from coprod_desktop.domain.counted import counted
from coprod_desktop.domain.format_table import MadeOf
from coprod_desktop.domain.permission import Circle
from coprod_desktop.services.making import papers
from coprod_desktop.services.making.papers import Made, Progress, Wanted
from coprod_desktop.services.program import content
from coprod_desktop.services.seen.paper import Shelves, by_people_words, make_words, more_words, shelves, standing
from coprod_desktop.ui._forms.paper_formats import Ui_PaperFormats
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.paper.choosing import FolderChoice
from coprod_desktop.ui.paper.format_shelves import FormatShelves
from coprod_desktop.ui.paper.making import Making, Work, tell_made
from coprod_desktop.ui.paper.packs_dialog import PacksDialog
from coprod_desktop.ui.style import icons
from coprod_desktop.ui.widgets import in_view
from coprod_desktop.ui.widgets.buttons import button
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.columns import Columns

if TYPE_CHECKING:
    from coprod_desktop.services.desk import Desk
    from coprod_desktop.services.seen.preview import Preview

LINES = 8
"""Lines of text that the formats have room for at the least."""


class FormatsCard(Card):
    """`set_up` once, then `show_preview` as often as it changes. Ticks follow what people read, but for those set by hand."""

    print_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = ui = Ui_PaperFormats()
        ui.setupUi(self)
        self._forms = content.load().formats
        self._easy = [form.name for form in self._forms.rows if form.made_of is MadeOf.EASY_READ]
        self.pictures = button("Easy Read: words and pictures…", "pictures", kind="small")
        self.preview_braille = button("Preview braille…", "previewBraille", kind="small")
        closer = {self._easy[0]: self.pictures, "braille": self.preview_braille}
        self.shelves = FormatShelves(
            self._forms, ui.formatsScroll, ui.readColumn, ui.moreColumn, closer, self._show_acts
        )
        self.boxes = {name: row.box for name, row in self.shelves.rows.items()}
        self._shelf = Shelves((), ())
        self._by_hand: set[str] = set()
        """Formats somebody ticked or unticked themselves, for the paper that is shown."""
        self._put(shelves(self._forms, ()))
        self.shelves.ticked.connect(self._by_hand.add)
        ui.letters.setToolTip("Alt T")
        icons.put(ui.print, "printer")
        ui.more.toggled.connect(self._open_more)
        self.pictures.clicked.connect(self._pictures)
        self.preview_braille.clicked.connect(self._braille)
        ui.byPeople.clicked.connect(self._by_people)
        ui.make.clicked.connect(self._make)
        ui.everyone.clicked.connect(self._everyone)
        ui.letters.clicked.connect(self._letters)
        ui.print.clicked.connect(self.print_wanted)
        waiting = (ui.scrolled, ui.everyone)
        self._making = Making(self, ui.progress, ui.stop, (ui.make,), waiting)
        self._session = self._kind = ""
        self._circle = Circle.ANYONE
        self._open_more(False)

    def _put(self, shelf: Shelves) -> None:
        """Put the formats where they stand, and have Tab go through them in that order."""
        if shelf == self._shelf:
            return
        self._shelf = shelf
        self.shelves.rows[next((name for name in shelf.read if name in self._easy), self._easy[0])].take(self.pictures)
        self.shelves.put(shelf)
        ui = self.ui
        stops = (
            *self.shelves.stops(shelf.read), ui.byPeople, ui.more, *self.shelves.stops(shelf.more), ui.letters,
            ui.chooseFolder, ui.make, ui.stop, ui.print, ui.everyone,
        )  # fmt: skip
        for one, after in pairwise(stops):
            self.setTabOrder(one, after)

    def _show_by_people(self) -> None:
        """What only people make stands under More, and at once where somebody here reads it."""
        self.ui.byPeople.setVisible(self.ui.more.isChecked() or bool(self.ui.cannotMake.text()))

    def _open_more(self, shown: bool) -> None:
        self._show_by_people()
        self.ui.moreBox.setVisible(shown)
        icons.put(self.ui.more, "up" if shown else "down")
        self._show_acts()

    def set_up(self, context: Context) -> None:
        """Give the card its tools; the papers go where they went the last time."""
        self._context = context
        self._place = FolderChoice(self, self.ui.chooseFolder, self.ui.folderWords, context.settings)

    @property
    def folder(self) -> Path:
        """Return where the papers go."""
        return self._place.folder

    def set_folder(self, folder: Path) -> None:
        """Have the papers go there."""
        self._place.show(folder)

    def show_preview(self, found: Preview) -> None:
        """Show who reads what, and which formats there is something for."""
        if (found.session, found.kind) != (self._session, self._kind):
            self._session, self._kind = found.session, found.kind
            self._by_hand.clear()
        self._put(shelves(self._forms, found.wishes))
        for form in self._forms.rows:
            stands = standing(form, found.wishes, found.formats, found.large_pt)
            self.shelves.rows[form.name].show_standing(stands, keep_tick=form.name in self._by_hand)
        self._say_who(found)
        self._circle = found.circle
        self._show_acts()

    def _say_who(self, found: Preview) -> None:
        ui = self.ui
        ui.unasked.setText(f"Not asked yet: {_people(found.unasked)}")
        ui.unasked.setVisible(bool(found.unasked))
        by_people = by_people_words(found.wishes, found.by_people)
        ui.cannotMake.setText(by_people)
        ui.cannotMake.setVisible(bool(by_people))
        self._show_by_people()

    def chosen(self) -> list[str]:
        """Return the formats that are ticked and can be made."""
        return [name for name, box in self.boxes.items() if box.isChecked() and box.isEnabledTo(self.ui.scrolled)]

    def _show_acts(self) -> None:
        chosen = self.chosen()
        self.ui.make.setText(make_words(self._forms, chosen))
        self.ui.make.setEnabled(bool(chosen))
        more = more_words(self._forms, self._shelf, chosen)
        self.ui.more.setText(more)
        self.pictures.setVisible(any(name in self._easy for name in chosen))
        self.preview_braille.setVisible("braille" in chosen)
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
            how = partial(papers.make, desk, session, formats, folder, kind=kind, circle=circle)
            return how(progress=progress, wanted=wanted, own_ending=own_file.ENDING)

        self._start(work, self.ui.make)

    def to_letters(self) -> None:
        """Go to the button that writes letters of thanks, past all the formats that stand before it."""
        self.ui.more.setChecked(True)
        self.ui.letters.setFocus(Qt.FocusReason.ShortcutFocusReason)
        in_view.bring(self.ui.letters)

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

    def _by_people(self) -> None:
        from coprod_desktop.ui.paper.by_people_dialog import ByPeopleDialog

        ByPeopleDialog(self._context, self._session, self).open()


def _people(count: int) -> str:
    return counted(count, "person", "people")
