"""What the Get ready page shows, from one read, and what its parts have in common."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QWidget

from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.record import AgendaItem, ChecklistItem, GroundRule, Person, Session
from coprod_desktop.services import people, prepare, sessions
from coprod_desktop.services.content import Content
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.people import PersonLine
from coprod_desktop.ui.context import Context
from coprod_desktop.ui.widgets.kept_field import KeptField
from coprod_desktop.ui.widgets.lazy_list import LazyList
from coprod_desktop.ui.widgets.row_drag import RowDrag
from coprod_desktop.ui.widgets.saved_fields import SavedFields

LINES = 9
"""Lines of text that a list shows at the least."""


@dataclass(frozen=True, kw_only=True)
class Seen:
    """A session as far as it is prepared."""

    session: Session
    today: datetime.date
    agenda: tuple[AgendaItem, ...]
    people: tuple[Person, ...]
    everyone: Sequence[PersonLine]
    checklist: tuple[ChecklistItem, ...]
    rules: tuple[GroundRule, ...]


def read(desk: Desk, session: str) -> Seen:
    """Return what is prepared. Runs on the reading thread."""
    return Seen(
        session=sessions.one(desk, session),
        today=desk.today(),
        agenda=prepare.agenda(desk, session),
        people=people.on_list(desk, session),
        everyone=people.every(desk),
        checklist=prepare.checklist(desk, session),
        rules=prepare.ground_rules(desk, session),
    )


class Part(QWidget):
    """One part of the page. `fields` are those of the row one is on."""

    def __init__(self, context: Context, content: Content) -> None:
        super().__init__()
        self.context, self.content = context, content
        self.fields = SavedFields(self)
        self._new: dict[str, tuple[QLineEdit, KeptField]] = {}
        self._new_of = ""
        self.seen: Seen | None = None
        self.setObjectName(type(self).__name__)

    def show_seen(self, seen: Seen) -> None:
        """Show what is saved now."""
        raise NotImplementedError

    def first_focus(self) -> QWidget:
        """Return what has the focus when the part is opened."""
        raise NotImplementedError

    def leave(self) -> None:
        """Hand in what was being typed."""
        self.fields.hand_in()
        for _field, kept in self._new.values():
            kept.hand_in()

    def show_row(self, row: str, values: Mapping[str, Any]) -> None:
        """Show the row one is on in `fields`."""
        self.fields.show_row(row, values, self.seen.session.id if self.seen else None)

    def keep_new(self, name: str, field: QLineEdit) -> None:
        """Keep what is typed in the field for a new line on the disk, until the line is added."""
        self._new[name] = (field, KeptField(self.context, field))

    def show_new(self, seen: Seen) -> None:
        """Have the fields for new lines be of this session; words for another one's wait there."""
        session = seen.session.id
        for name, (field, kept) in self._new.items():
            if self._new_of not in ("", session):
                kept.hand_in()
                field.clear()
            kept.show(f"session:{session}:{name}", "", session=session, row=session)
        self._new_of = session

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


def place_words(rows: LazyList, row: str, by: int) -> str:
    """Return "Now 2 of 5.": where a row is after a move."""
    last = rows.rows().rowCount() - 1
    return f"Now {min(max((rows.rows().row_of(row) or 0) + by, 0), last) + 1} of {last + 1}."


def neighbour(rows: LazyList) -> str | None:
    """Return the row one will be on when the row one is on goes: the one below, else the one above."""
    at, model = rows.currentIndex().row(), rows.rows()
    beside = at + 1 if at + 1 < model.rowCount() else at - 1
    return model.id_at(beside) if at >= 0 and beside >= 0 else None


def after_dot(words: str) -> str:
    """Return quiet words as they stand beside a heading."""
    return f"· {words}" if words else ""
