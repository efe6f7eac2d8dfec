"""Pictures to choose from, side by side with their names."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QColor, QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from coprod_desktop.publish.document import Picture
from coprod_desktop.ui.easy_read import plate
from coprod_desktop.ui.style import theme

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_TILE = Qt.ItemDataRole.UserRole
_ACROSS, _PICTURE = 7, 5
"""How wide a tile, and how large its picture is, in lines of words."""
_PAD = 8
_AT_ONCE = 5
"""Pictures read in one go: each takes a few milliseconds, and keys are heard in between."""


class Tile(NamedTuple):
    """One picture: what choosing it gives, its name, and how to get it when it is first seen."""

    choice: str
    name: str
    shows: str
    load: Callable[[], Picture | None]

    @property
    def spoken(self) -> str:
        """Return the tile as it is read aloud."""
        return self.name if self.name.casefold() == self.shows.casefold() else f"{self.name}: {self.shows}"


class _Tiles(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.tiles: Sequence[Tile] = ()

    def show(self, tiles: Sequence[Tile]) -> None:
        self.beginResetModel()
        self.tiles = tiles
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.tiles)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.tiles):
            return None
        tile = self.tiles[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return tile.spoken
        return tile if role == _TILE else None


class PictureGrid(QListView):
    """In a form: promote a QListView. Arrows move, Enter or a double click takes (signal `opened`)."""

    opened = Signal(str)
    moved = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tiles = _Tiles(self)
        self.setModel(self._tiles)
        self.setItemDelegate(_TileDelegate(self))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.doubleClicked.connect(lambda index: self.opened.emit(index.data(_TILE).choice))
        self.selectionModel().currentChanged.connect(lambda *_: self.moved.emit())

    def show_tiles(self, tiles: Sequence[Tile], choice: str | None = None) -> None:
        """Show pictures; the one that stands now is chosen, else the first."""
        self._tiles.show(tiles)
        at = next((n for n, tile in enumerate(tiles) if tile.choice == choice), 0)
        if tiles:
            self.setCurrentIndex(self._tiles.index(at))
            self.scrollTo(self._tiles.index(at))
        self.moved.emit()

    def choice(self) -> str | None:
        """Return what the picture one is on gives."""
        tile = self.currentIndex().data(_TILE)
        return tile.choice if isinstance(tile, Tile) else None

    def names(self) -> list[str]:
        """Return the names of the pictures shown."""
        return [tile.name for tile in self._tiles.tiles]

    def minimumSizeHint(self) -> QSize:  # noqa: D102
        return QSize(200, self.fontMetrics().height() * 8)

    def sizeHint(self) -> QSize:  # noqa: D102
        return QSize(400, self.fontMetrics().height() * 18)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102
        super().resizeEvent(event)
        self._spread()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and (choice := self.choice()) is not None:
            self.opened.emit(choice)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: D102
        super().focusInEvent(event)
        self.viewport().update()

    def _spread(self) -> None:
        """Give the tiles of a row all of its width."""
        line = self.fontMetrics().height()
        room = self.viewport().width() - 2
        across = max(room // (line * _ACROSS), 1)
        self.setGridSize(QSize(room // across, line * (_PICTURE + 2) + 4 * _PAD))


class _TileDelegate(QStyledItemDelegate):
    """The picture on its plate, its name below in two lines at most; a thick frame round the chosen one."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._shown: dict[tuple[str, int], QPixmap | None] = {}
        self._read = 0

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        grid = self.parent()
        return grid.gridSize() if isinstance(grid, PictureGrid) else option.rect.size()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tile: Tile = index.data(_TILE)
        colours, rect = theme.tokens(), option.rect.adjusted(3, 3, -3, -3)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setBrush(QColor(colours.selection))
            painter.setPen(QPen(QColor(colours.primary), 2))
            painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), 10, 10)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colours.focus), 3))
            painter.drawRoundedRect(QRectF(rect).adjusted(1.5, 1.5, -1.5, -1.5), 10, 10)
        side = option.fontMetrics.height() * _PICTURE
        frame = QRect(rect.center().x() - side // 2, rect.top() + _PAD, side, side)
        plate.paint(painter, self._pixmap(tile, side, painter.device().devicePixelRatioF()), frame, colours)
        painter.setPen(QColor(colours.text))
        painter.setFont(option.font)
        below = rect.adjusted(_PAD, side + 2 * _PAD, -_PAD, -2)
        wrap = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        painter.drawText(below, wrap, _in_two_lines(tile.name, QFontMetrics(option.font), below.width()))
        painter.restore()

    def _pixmap(self, tile: Tile, side: int, ratio: float) -> QPixmap | None:
        """Return a picture; None for one whose turn comes in a moment, when those before it have been painted."""
        key = (tile.choice, round(side * ratio))
        if key in self._shown or self._read == _AT_ONCE:
            return self._shown.get(key)
        if not self._read:
            QTimer.singleShot(0, self, self._go_on)
        self._read += 1
        picture = tile.load()
        self._shown[key] = plate.pixmap(picture, side, ratio) if picture else None
        return self._shown[key]

    def _go_on(self) -> None:
        is_full, self._read = self._read == _AT_ONCE, 0
        grid = self.parent()
        if is_full and isinstance(grid, PictureGrid):
            grid.viewport().update()


def _in_two_lines(name: str, metrics: QFontMetrics, width: int) -> str:
    """Return a name short enough for two lines; all of it is read aloud, and shown when it is chosen."""
    return metrics.elidedText(name, Qt.TextElideMode.ElideRight, round(width * 1.7))
