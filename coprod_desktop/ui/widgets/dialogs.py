"""What dialogs share: a size that fits the screen, and typed fields taken as they stand."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QBoxLayout, QDialog, QFrame, QHBoxLayout, QLayout, QScrollArea, QVBoxLayout, QWidget

from coprod_desktop.errors import UserError
from coprod_desktop.ui.widgets.banner import Banner
from coprod_desktop.ui.widgets.date_field import TypedField
from coprod_desktop.ui.widgets.room import Room


def take_as_typed(field: TypedField) -> TypedField:
    """Read a field that was typed in and not left yet. Returns it."""
    field.edit.editingFinished.emit()
    return field


def is_right(banner: Banner, *fields: TypedField) -> bool:
    """Tell whether every field makes sense; if not, say so and go to the first that does not."""
    wrong = next((field for field in fields if field.is_wrong()), None)
    if wrong is None:
        return True
    banner.tell_error(UserError(wrong.said.text(), "Nothing was changed."))
    wrong.edit.setFocus()
    wrong.edit.selectAll()
    return False


def fit_screen(dialog: QDialog, width: int, height: int) -> None:
    """Make a dialog this large at the usual text size and larger with larger text, but never larger than the window."""
    letters, room = dialog.fontMetrics().height() / 20, _room_of(dialog)
    dialog.resize(min(round(width * letters), room.width()), min(round(height * letters), room.height()))
    Fits(dialog)


class Fits(QObject):
    """Makes a dialog higher when what is in it needs more room, as far as the window goes; from there on it scrolls.

    The buttons at its foot stay in sight.
    """

    def __init__(self, dialog: QDialog) -> None:
        super().__init__(dialog)
        self._dialog, self._scrolls = dialog, False
        dialog.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: D102
        if watched is self._dialog and event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Show):
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        dialog, column = self._dialog, self._dialog.layout()
        if column is None or self._scrolls:
            return
        most, needs = _room_of(dialog).height(), least_height(column, dialog.width())
        if needs > most:
            self._scrolls = True
            _let_scroll(dialog, column)
            dialog.setMinimumHeight(0)
        if min(needs, most) > dialog.height() or dialog.height() > most:
            dialog.resize(dialog.width(), min(max(needs, dialog.height()), most))


def least_height(column: QLayout, width: int) -> int:
    """Return how high a column of widgets must be at a width so that nothing in it is cut or lies on something else.

    A column of Qt's never makes what has wrapped words in it lower than they need; everything else it does.
    """
    if not isinstance(column, QBoxLayout) or column.direction() is not QBoxLayout.Direction.TopToBottom:
        return column.totalHeightForWidth(width) if column.hasHeightForWidth() else column.totalMinimumSize().height()
    edges = column.contentsMargins()
    inside = width - edges.left() - edges.right()
    items = [item for at in range(column.count()) if (item := column.itemAt(at)) is not None and not item.isEmpty()]
    heights = [i.heightForWidth(inside) if i.hasHeightForWidth() else i.minimumSize().height() for i in items]
    return edges.top() + edges.bottom() + sum(heights) + max(0, len(items) - 1) * column.spacing()


def _let_scroll(dialog: QDialog, column: QLayout) -> None:
    """Put everything but the last row of a dialog, its buttons, into a part that scrolls."""
    focus, edges = dialog.focusWidget(), column.contentsMargins()
    acts = column.takeAt(column.count() - 1)
    inside = QWidget()
    inside.setObjectName("scrolled")
    inside.setLayout(column)
    area = QScrollArea()
    area.setObjectName(f"{dialog.objectName()}Scroll")
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidgetResizable(True)
    area.setWidget(inside)
    whole = QVBoxLayout(dialog)
    whole.setContentsMargins(0, 0, 0, edges.bottom())
    whole.addWidget(area, 1)
    foot = QHBoxLayout()
    foot.setContentsMargins(edges.left(), 0, edges.right(), 0)
    whole.addLayout(foot)
    if acts is not None and (row := acts.widget()) is not None:
        foot.addWidget(row)
    elif acts is not None and (rows := acts.layout()) is not None:
        rows.setParent(None)
        foot.addLayout(rows)
    if focus is not None:
        focus.setFocus()


def _room_of(dialog: QDialog) -> QSize:
    """Return how large a dialog may be: a little less than the window it belongs to."""
    parent = dialog.parentWidget()
    room = parent.window().size() if parent is not None else dialog.screen().availableSize()
    return QSize(room.width() - 32, room.height() - 32)


class ShowAll(QObject):
    """Makes a dialog as wide as `letters` and high enough for all that `area` scrolls, as far as the window has room."""

    def __init__(self, dialog: QDialog, area: QScrollArea, letters: int) -> None:
        super().__init__(dialog)
        self._dialog, self._area, self._letters = dialog, area, letters
        Room(area, 4)
        dialog.installEventFilter(self)
        if (inside := area.widget()) is not None:
            inside.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: D102
        if event.type() in (QEvent.Type.Show, QEvent.Type.LayoutRequest, QEvent.Type.FontChange):
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        dialog, column, scrolled = self._dialog, self._dialog.layout(), self._area.widget()
        parent, inside = dialog.parentWidget(), scrolled.layout() if scrolled is not None else None
        if column is None or inside is None or parent is None:
            return
        window = parent.window().frameGeometry()
        edges = column.contentsMargins()
        wide = min(self._letters * dialog.fontMetrics().averageCharWidth(), window.width() - 32)
        # once it scrolls it goes on scrolling until all fits beside the bar
        room = wide - edges.left() - edges.right() - self._area.verticalScrollBar().sizeHint().width()
        around = column.totalHeightForWidth(wide) - self._area.sizeHint().height()
        high = min(around + max(inside.totalHeightForWidth(room), self._area.minimumHeight()) + 2, window.height() - 32)
        if (wide, high) == (dialog.width(), dialog.height()):
            return
        dialog.resize(wide, high)
        dialog.move(window.center() - dialog.rect().center())
