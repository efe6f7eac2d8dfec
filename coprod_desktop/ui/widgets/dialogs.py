"""What dialogs share: a size that fits the screen, and typed fields taken as they stand."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QDialog, QScrollArea

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
    letters = dialog.fontMetrics().height() / 20
    parent = dialog.parentWidget()
    room = parent.window().size() if parent is not None else dialog.screen().availableSize()
    most = room.height() - 40
    dialog.resize(min(round(width * letters), room.width() - 40), min(round(height * letters), most))
    dialog.installEventFilter(_Grow(most, dialog))


class _Grow(QObject):
    """Makes a dialog higher, up to `most`, when what is said in it needs more room than there is: no words are cut."""

    def __init__(self, most: int, dialog: QDialog) -> None:
        super().__init__(dialog)
        self._most = most

    def eventFilter(self, dialog: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest and isinstance(dialog, QDialog):
            column = dialog.layout()
            needs = column.totalMinimumHeightForWidth(dialog.width()) if column is not None else 0
            if needs > dialog.height():
                dialog.resize(dialog.width(), min(needs, self._most))
        return False


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
