"""Every sentence of an Easy Read paper with its picture, large, as a list one goes through with the arrow keys."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from coprod_desktop.publish.document import Picture
from coprod_desktop.services.making.easy_paper import EasyLine, Why
from coprod_desktop.ui.easy_read import plate
from coprod_desktop.ui.style.tokens import Tokens
from coprod_desktop.ui.widgets.lazy_list import LazyList
from coprod_desktop.ui.widgets.row_delegate import PAD, RowDelegate, paint_words, words_height
from coprod_desktop.ui.widgets.rows_model import RowsModel, sentence

_SIDE = 6
"""Lines of words: how large a picture is shown."""
_LARGEST = 180
"""Pixels: with the largest words a picture leaves room for them, and for the next row."""
_GAP = 16
_HEADED = 1.03


@dataclass(frozen=True)
class PictureRow:
    """One sentence. `id` is its place: the same sentence may stand in a paper twice, and its words change."""

    id: str
    words: str
    why: str
    picture: Picture | None
    heading: str = ""
    """The heading above it, on the first row of a part only."""

    @property
    def spoken(self) -> str:
        """Return the row as it is read aloud."""
        return sentence(self.heading, self.words, self.why)


def row_of(at: int, line: EasyLine, heading: str) -> PictureRow:
    """Return how a sentence is shown."""
    shows = line.picture.alt if line.picture else "No picture"
    why = {Why.CHOSEN: f"Chosen: {shows}", Why.SUGGESTED: f"Suggested: {shows}", Why.NONE: "No picture found"}
    shown = f"{line.hint} {why[line.why]}" if line.hint else why[line.why]
    return PictureRow(f"{at}:{line.topic}:{line.at}", line.text, shown, line.picture, heading)


class PictureList(LazyList):
    """Enter opens the row one is on (signal `opened`)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self._model: RowsModel[PictureRow] = RowsModel(lambda row: row)
        self.set_up(self._model, _PictureDelegate())

    def show_lines(self, lines: Sequence[EasyLine]) -> None:
        """Show the sentences; when only pictures are different one stays where one was."""
        headings = ["", *(line.heading for line in lines)]
        rows = [
            row_of(at, line, line.heading if line.heading != before else "")
            for at, (line, before) in enumerate(zip(lines, headings, strict=False))
        ]
        old = list(self._model.rows())
        if [row.id for row in old] != [row.id for row in rows]:
            on = self.current_id()
            at = int(on.partition(":")[0]) if on else None
            self._model.set_rows(rows)
            if at is not None and rows:
                self.go_to(rows[min(at, len(rows) - 1)].id)
            return
        for was, now in zip(old, rows, strict=True):
            if was != now:
                self._model.replace(now)


class _PictureDelegate(RowDelegate):
    """Picture left, words right, as on the paper; below the words what the picture is and whether it was chosen."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: dict[tuple[str, bytes, int], QPixmap] = {}

    def usual_height(self) -> int:
        return self._side() + 2 * PAD

    def row_height(self, row: object, width: int) -> int:
        assert isinstance(row, PictureRow)
        room = self._room(width)
        words = words_height(row.words, room, self.font(factor=1.2)) + 4 + words_height(row.why, room, self.font())
        return max(words, self._side()) + 2 * PAD + self._heading_height(row, width)

    def paint_row(self, painter: QPainter, row: object, rect: QRect, colours: Tokens) -> None:
        assert isinstance(row, PictureRow)
        inside = rect.adjusted(PAD, PAD, -PAD, -PAD)
        if row.heading:
            paint_words(painter, row.heading, inside, colours.text, self.font(strong=True, factor=_HEADED))
            inside.setTop(inside.top() + self._heading_height(row, rect.width()))
        side = self._side()
        frame = QRect(inside.left(), inside.top(), side, side)
        ratio = painter.device().devicePixelRatioF()
        plate.paint(painter, self._pixmap(row.picture, side, ratio) if row.picture else None, frame, colours)
        words = inside.adjusted(side + _GAP, 0, 0, 0)
        large = self.font(factor=1.2)
        paint_words(painter, row.words, words, colours.text, large)
        words.setTop(words.top() + words_height(row.words, words.width(), large) + 4)
        paint_words(painter, row.why, words, colours.quiet, self.font())

    def _heading_height(self, row: PictureRow, width: int) -> int:
        font = self.font(strong=True, factor=_HEADED)
        return words_height(row.heading, width - 2 * PAD, font) + PAD if row.heading else 0

    def _room(self, width: int) -> int:
        return width - 2 * PAD - self._side() - _GAP

    def _side(self) -> int:
        return min(self.metrics().height() * _SIDE, _LARGEST)

    def _pixmap(self, picture: Picture, side: int, ratio: float) -> QPixmap:
        key = (picture.alt, picture.data, round(side * ratio))
        if key not in self._shown:
            self._shown[key] = plate.pixmap(picture, side, ratio)
        return self._shown[key]
