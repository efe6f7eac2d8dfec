"""Choose the picture for one sentence: by a word, or a picture or photo of one's own."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.easy_record import OwnPicture
from coprod_desktop.errors import UserError
from coprod_desktop.publish.easy.pictures import picture
from coprod_desktop.services.making import easy_read
from coprod_desktop.services.making.easy_paper import EasyLine
from coprod_desktop.ui._forms.easy_read_pick import Ui_EasyPickForm
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.base.timers import Pause
from coprod_desktop.ui.easy_read.own_dialog import OwnPictureDialog
from coprod_desktop.ui.easy_read.picture_grid import Tile
from coprod_desktop.ui.widgets.dialogs import fit_screen

_PAUSE_MS = 150


class EasyPickDialog(QDialog):
    """Open it with `open()`; `taken` gives what was chosen, as services.easy_read.choose takes it."""

    taken = Signal(str)
    removed = Signal()
    """A picture of one's own was taken away; it may have stood beside other sentences too."""

    def __init__(self, context: Context, line: EasyLine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._line = context, line
        self._own: tuple[Tile, ...] = ()
        self.ui = ui = Ui_EasyPickForm()
        ui.setupUi(self)
        self.setObjectName("easyPick")
        self.setWindowTitle("Choose a picture")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        ui.pickSentence.setText(line.text)
        self._pause = Pause(self._search, _PAUSE_MS, self)
        ui.find.textChanged.connect(lambda _words: self._pause.start())
        ui.find.returnPressed.connect(self._take)
        ui.grid.opened.connect(self._chosen)
        ui.grid.moved.connect(self._show_acts)
        ui.take.clicked.connect(self._take)
        ui.own.clicked.connect(self._ask_own)
        ui.none.clicked.connect(lambda: self._chosen(easy_read.NONE))
        ui.remove.clicked.connect(self._remove)
        ui.cancel.clicked.connect(self.reject)
        fit_screen(self, 760, 720)
        ui.find.setFocus()
        self._search()
        self._read_own()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102
        if event.key() == Qt.Key.Key_Down and self.ui.find.hasFocus():
            self.ui.grid.setFocus()
            return
        super().keyPressEvent(event)

    def _read_own(self) -> None:
        self._context.runner.ask(easy_read.own_pictures, done=self._show_own, owner=self)

    def _show_own(self, pictures: Sequence[OwnPicture]) -> None:
        self._own = tuple(
            Tile(easy_read.own_choice(p.id), p.alt, p.alt, partial(easy_read.shown, p)) for p in reversed(pictures)
        )
        self._search()

    def _search(self) -> None:
        self._pause.stop()
        words = self.ui.find.text()
        typed = words.casefold().split()
        own = [tile for tile in self._own if all(word in tile.name.casefold() for word in typed)]
        symbols = [
            Tile(easy_read.symbol_choice(s.code), s.name.capitalize(), s.shows, partial(picture, s.code))
            for s in easy_read.search(words)
        ]
        self.ui.grid.show_tiles([*own, *symbols], None if typed else self._line.choice)
        self.ui.nothing.setVisible(not own and not symbols)
        self.ui.grid.setVisible(bool(own or symbols))
        self._show_acts()

    def _show_acts(self) -> None:
        choice = self.ui.grid.choice()
        self.ui.take.setEnabled(choice is not None)
        self.ui.remove.setVisible(choice in {tile.choice for tile in self._own})

    def _take(self) -> None:
        if self._pause.isActive():
            self._search()  # Enter right after the last letter
        if (choice := self.ui.grid.choice()) is not None:
            self._chosen(choice)

    def _chosen(self, choice: str) -> None:
        self.taken.emit(choice)
        self.accept()

    def _remove(self) -> None:
        """Take a picture of one's own away: somebody in a photo changed their mind."""
        picture = (self.ui.grid.choice() or "").removeprefix(easy_read.OWN)
        self.ui.grid.setFocus()
        self._context.runner.do(easy_read.remove_picture, picture, done=self._gone, failed=self._refused, owner=self)

    def _gone(self, _changes: Changes) -> None:
        self.ui.banner.tell(
            "The photo is in no new paper. Papers already given out still have it.", "Undo brings it back.", "done"
        )
        self._read_own()
        self.removed.emit()

    def _refused(self, error: UserError) -> None:
        self.ui.banner.tell_error(error)

    def _ask_own(self) -> None:
        found, _ = QFileDialog.getOpenFileName(
            self, "Which picture or photo?", str(Path.home()), "Pictures (*.png *.jpg *.jpeg *.webp)"
        )
        if found:
            self.keep_own(Path(found))

    def keep_own(self, path: Path) -> None:
        """Ask what a picture of one's own shows; when it is kept, it is chosen."""
        asked = OwnPictureDialog(self._context, path, self)
        asked.kept.connect(lambda picture: self._chosen(easy_read.own_choice(picture)))
        asked.open()
