"""What the parts of the Get ready page have in common."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QLineEdit, QSpinBox, QWidget

from coprod_desktop.domain.changes import Changes
from coprod_desktop.services import prepare
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.program.content import Content
from coprod_desktop.services.seen.get_ready import ReadySeen
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.widgets.kept_field import KeptField, put_in, typed_in
from coprod_desktop.ui.widgets.lazy_list import LazyList
from coprod_desktop.ui.widgets.row_drag import RowDrag
from coprod_desktop.ui.widgets.saved_fields import SavedFields

LINES = 9
"""Lines of text that a list shows at the least."""


class ReadyPart(QWidget):
    """One part of the page. `fields` are those of the row one is on."""

    def __init__(self, context: Context, content: Content) -> None:
        super().__init__()
        self.context, self.content = context, content
        self.fields = SavedFields(self)
        self._new: dict[str, tuple[QLineEdit | QSpinBox | QComboBox, KeptField, str]] = {}
        self._new_of = ""
        self.seen: ReadySeen | None = None
        self.setObjectName(type(self).__name__)

    def show_seen(self, seen: ReadySeen) -> None:
        """Show what is saved now."""
        raise NotImplementedError

    def first_focus(self) -> QWidget:
        """Return what has the focus when the part is opened."""
        raise NotImplementedError

    def leave(self) -> None:
        """Hand in what was being typed."""
        self.fields.hand_in()
        for _field, kept, _first in self._new.values():
            kept.hand_in()

    def show_row(self, row: str, values: Mapping[str, Any]) -> None:
        """Show the row one is on in `fields`."""
        self.fields.show_row(row, values, self.seen.session.id if self.seen else None)

    def keep_new(self, name: str, field: QLineEdit | QSpinBox | QComboBox) -> None:
        """Keep what is typed in a field for a new line on the disk, until the line is added."""
        edit = typed_in(field)
        if edit is not None:
            kept = KeptField(self.context, edit)
            self._new[name] = (field, kept, kept.words())

    def show_new(self, seen: ReadySeen) -> None:
        """Have the fields for new lines be of this session; words for another one's wait there."""
        session = seen.session.id
        for name, (field, kept, first) in self._new.items():
            if self._new_of not in ("", session):
                kept.hand_in()
                put_in(field, first)
            kept.show(f"session:{session}:{name}", first, session=session, row=session)
        self._new_of = session

    def new_is_handed_in(self) -> None:
        """What was typed for a new line is being added: the verb drops its drafts."""
        for _field, kept, _first in self._new.values():
            kept.settle()

    def save_line(self, noun: str, row: str, field: str, value: Any, saved: Any) -> None:
        """Save one field of a line of the agenda, the checklist or the ground rules."""
        change = partial(_change, noun, row, {field: value})  # a field may be called as the runner's own words are
        self.context.runner.do(change, failed=self.refused(field, saved), owner=self)

    def refused(self, field: str, saved: Any) -> Any:
        """Return what is done when a field could not be saved: it is said, and what was typed stays."""

        def tell(error: Any) -> None:
            self.fields.not_saved(field, saved)
            self.context.fail(error)

        return tell

    def move_keys(self, rows: LazyList, move: Callable[[int], None]) -> None:
        """Have Alt+Up and Alt+Down in a list call `move(-1)` and `move(1)`, and dragging a row `move` with so many."""

        def drop(row: str, other: str) -> None:
            if rows.go_to(row):
                move((rows.rows().row_of(other) or 0) - (rows.rows().row_of(row) or 0))

        RowDrag(rows).dropped.connect(drop)
        for key, by in (("Alt+Up", -1), ("Alt+Down", 1)):
            shortcut = QShortcut(QKeySequence(key), rows, lambda by=by: move(by))
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)


def _change(noun: str, row: str, fields: Mapping[str, Any], desk: Desk) -> Changes:
    return prepare.change(desk, noun, row, **fields)
